/** Polynomials in four positive letters, read from text and told in text. */
import { polynomialTerm } from '../../src/kernel/normal/to-term.ts';
import { parse } from '../../src/kernel/parse.ts';
import type { Polynomial } from '../../src/kernel/polynomial.ts';
import { printText } from '../../src/kernel/print-text.ts';
import type { Ratio } from '../../src/kernel/ratio.ts';
import { shapeRatio } from '../../src/kernel/shape.ts';
import { POSITIVE, symbolTable } from '../../src/kernel/symbols.ts';

const symbols = symbolTable(
  ...['w', 'x', 'y', 'z'].map((name) => ({
    name,
    tex: name,
    unit: '1',
    meaning: name,
    domain: POSITIVE,
    role: 'shape' as const,
    source: 'test',
  })),
);

export function fraction(text: string): Ratio {
  const value = shapeRatio(parse(text, symbols), { symbols, facts: [] });
  if (!value) throw new Error(`${text} is no fraction of polynomials`);
  return value;
}

export const polynomial = (text: string): Polynomial => fraction(text).num;

export const textOf = (p: Polynomial): string => printText(polynomialTerm(p));
