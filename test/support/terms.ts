/** Short ways to write terms, contexts and verdicts in the tests of the machinery. */

import type { Context, Fact } from '../../src/kernel/facts.ts';
import { OptimandError } from '../../src/kernel/issues.ts';
import { parse } from '../../src/kernel/parse.ts';
import {
  type Declaration,
  type Domain,
  joinTables,
  POSITIVE,
  REAL,
  symbolTable,
} from '../../src/kernel/symbols.ts';
import type { Term } from '../../src/kernel/term.ts';
import { LETTERS, LETTERS_CONTEXT } from './letters.ts';

/** A letter without a unit. */
export const letter = (
  name: string,
  domain: Domain,
  role: Declaration['role'] = 'quantity',
): Declaration => ({
  name,
  tex: name,
  meaning: name,
  unit: '1',
  domain,
  role,
  source: 'test',
});

/** x, y, z of any sign; u and v positive; p and s shape parameters, p positive and s of any sign. */
const OWN = symbolTable(
  letter('x', REAL),
  letter('y', REAL),
  letter('z', REAL),
  letter('x0', { lower: { at: { num: 0n, den: 1n }, open: false } }),
  letter('u', POSITIVE),
  letter('v', POSITIVE),
  letter('p', POSITIVE, 'shape'),
  letter('s', REAL, 'shape'),
);

export const CONTEXT: Context = { symbols: joinTables(LETTERS, OWN), facts: LETTERS_CONTEXT.facts };

/** The same with a table of its own, so that no normal form found before is taken for the answer. */
export const afresh = (): Context => ({ symbols: new Map(CONTEXT.symbols), facts: CONTEXT.facts });

export const read = (text: string): Term => parse(text, CONTEXT.symbols);

/** The letters with M, an abbreviation of the term read. */
export const abbreviated = (text: string): Context => ({
  symbols: joinTables(CONTEXT.symbols, symbolTable({ ...letter('M', {}), definition: read(text) })),
  facts: [],
});

/** The context with facts such as 'x > 0' read from text: a term, one of > >= < <= !=, and 0. */
export function given(...texts: readonly string[]): Context {
  const is = {
    '>': 'positive',
    '>=': 'non-negative',
    '<': 'negative',
    '<=': 'non-positive',
    '!=': 'non-zero',
    '=': 'zero',
  } as const;
  const facts = texts.map((text): Fact => {
    const [, left = '', sign = '>'] = /^(.*?)\s*(>=|<=|!=|>|<|=)\s*0$/.exec(text) ?? [];
    return { term: read(left), is: is[sign as keyof typeof is], because: 'test' };
  });
  return { symbols: CONTEXT.symbols, facts: [...CONTEXT.facts, ...facts] };
}

/** The value, or the sentence of the refusal; any other error is thrown on. */
export function orSentence<T>(ask: () => T): T | string {
  try {
    return ask();
  } catch (error) {
    if (error instanceof OptimandError) return error.message;
    throw error;
  }
}
