/** What is typed, as numbers. */
import { double } from '../src/kernel/arithmetic/double.ts';
import { evaluate } from '../src/kernel/compile.ts';
import { fail, OptimandError } from '../src/kernel/issues.ts';
import { parse } from '../src/kernel/parse.ts';
import type { State } from './state.ts';

/** What is wrong, in one sentence. */
export const sentenceOf = (error: unknown): string =>
  error instanceof OptimandError ? error.message : `Optimand failed (${String(error)}).`;

interface Read {
  readonly values: Readonly<Record<string, number>>;
  readonly errors: Readonly<Record<string, string>>;
}

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,4})?$/;

/** A decimal, or a formula of numbers alone. @throws OptimandError */
function numberIn(name: string, text: string): number {
  const value = DECIMAL.test(text) ? Number(text) : evaluate(parse(text, new Map()), {}, double);
  return Number.isFinite(value)
    ? value
    : fail({ code: 'bad-value', name, value: text, must: 'a finite number' });
}

/** Every text as a number, or why it is none. */
export function read({ set }: State): Read {
  const values: Record<string, number> = {};
  const errors: Record<string, string> = {};
  for (const [name, text] of Object.entries(set)) {
    try {
      values[name] = numberIn(name, text);
    } catch (error) {
      errors[name] = sentenceOf(error);
    }
  }
  return { values, errors };
}
