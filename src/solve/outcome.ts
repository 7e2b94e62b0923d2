/** What a solver answers: solved, none (why), or unsolved (what was tried). There is no empty list. */
import type { Fact } from '../kernel/facts.ts';
import type { Term } from '../kernel/term.ts';

export interface Root {
  readonly value: Term;
  /** What must hold, beyond the context, for the value to be a root in the unknown's domain. */
  readonly conditions: readonly Fact[];
  /** Which root it is where there are several. */
  readonly branch: string;
}

export type Outcome =
  | { readonly kind: 'solved'; readonly method: string; readonly roots: readonly [Root, ...Root[]] }
  | { readonly kind: 'none'; readonly why: string }
  | { readonly kind: 'unsolved'; readonly tried: readonly string[] };

export const solved = (method: string, first: Root, ...rest: readonly Root[]): Outcome => ({
  kind: 'solved',
  method,
  roots: [first, ...rest],
});
export const none = (why: string): Outcome => ({ kind: 'none', why });
export const unsolved = (...tried: readonly string[]): Outcome => ({ kind: 'unsolved', tried });
