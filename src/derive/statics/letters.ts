/** The letters of a problem as declared symbols, so that what is shown in them can be printed and explained. */

import { printTex } from '../../kernel/print-tex.ts';
import { printText } from '../../kernel/print-text.ts';
import { type Declaration, POSITIVE, REAL, type SymbolTable } from '../../kernel/symbols.ts';
import { parts, type Term } from '../../kernel/term.ts';
import type { ChartLetter } from './chart.ts';
import type { Letter } from './letter.ts';
import type { Problem } from './problem.ts';
import { DOLLARS } from './system.ts';

const dollarMeaning = (name: string): string =>
  Object.values(DOLLARS).find(({ letter }) => letter === name.replace(/_\d+$/, ''))?.meaning ??
  'an amount of dollars';

/** φ, φ_2, … */
const greek = (name: string, tex: string): string => {
  const [, index] = name.split('_');
  return index === undefined ? tex : `${tex}_{${index}}`;
};

const argumentOf = (definition: Term): Term => parts(definition)[0] ?? definition;

const indexed = (name: string): string => name.replace(/_(\w+)$/, '_{$1}');

function wordsOf(
  { name, kind, definition }: Letter,
  symbols: SymbolTable,
): Pick<Declaration, 'tex' | 'meaning' | 'unit'> {
  if (kind === 'dollars') return { tex: indexed(name), meaning: dollarMeaning(name), unit: 'dollar' };
  if (kind === 'elasticity')
    return { tex: greek(name, '\\varphi'), meaning: 'elasticity of adoption in quality', unit: '1' };
  if (kind === 'thinning')
    return {
      tex: greek(name, '\\vartheta'),
      meaning: 'share of adoption lost per unit of its shape',
      unit: '1',
    };
  if (kind === 'logarithm') {
    const inside = name === 'ln_q' ? 'q' : printTex(argumentOf(definition), symbols);
    const isLetter = /^(\\?[a-zA-Z]+|\w_\w)$/.test(inside);
    const said = name === 'ln_q' ? 'quality' : printText(argumentOf(definition));
    return {
      tex: isLetter ? `\\ln ${inside}` : `\\ln\\left(${inside}\\right)`,
      meaning: `logarithm of ${said}`,
      unit: '1',
    };
  }
  return { tex: indexed(name), meaning: printText(definition), unit: '1' };
}

/** The letters of a chart as symbols. */
export const chartSymbols = (chart: readonly ChartLetter[]): SymbolTable =>
  new Map(
    chart.map(({ name, because }, i): [string, Declaration] => [
      name,
      {
        name,
        tex: `u_{${i + 1}}`,
        unit: '1',
        meaning: `positive: ${because}`,
        domain: POSITIVE,
        role: 'quantity',
        source: 'comparative statics',
      },
    ]),
  );

/** The model's symbols and the letters of the problem. */
export function symbolsOfProblem({ system }: Problem): SymbolTable {
  const { ring, setting, worths } = system;
  const own = [...ring.letters.values()]
    .filter(({ name }) => !setting.context.symbols.has(name))
    .map((letter): [string, Declaration] => {
      const words = wordsOf(letter, setting.context.symbols);
      const domain = ring.open.has(letter.name) ? REAL : POSITIVE;
      return [
        letter.name,
        { ...words, name: letter.name, domain, role: 'quantity', source: 'comparative statics' },
      ];
    });
  const limits = worths.map(({ name }): [string, Declaration] => [
    name,
    {
      name,
      tex: indexed(name),
      unit: 'dollar',
      meaning: dollarMeaning(name),
      domain: POSITIVE,
      role: 'quantity',
      source: 'comparative statics',
    },
  ]);
  return new Map([...setting.context.symbols, ...own, ...limits]);
}
