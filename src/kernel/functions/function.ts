/** One record per function of the kernel: everything about it that any other part asks for. */
import type { Arithmetic } from '../arithmetic/arithmetic.ts';
import type { Term } from '../term.ts';
import type { TexArgument } from '../tex/piece.ts';
import type { FunctionName } from './names.ts';

export type Sign = 'positive' | 'non-negative' | 'zero' | 'non-positive' | 'negative' | 'unknown';

export interface KernelFunction {
  readonly name: FunctionName;
  readonly arity: number | 'two or more';
  readonly meaning: string;
  readonly source: string;
  /** LaTeX, given the LaTeX of the arguments. */
  tex(args: readonly TexArgument[]): string;
  /** Partial derivative in the argument of that index, or null where the function has none (min and max). */
  partial(args: readonly Term[], index: number): Term | null;
  evaluate<T>(arithmetic: Arithmetic<T>, args: readonly T[]): T;
  /** Sign, given a way to ask for the sign of any term. */
  sign(args: readonly Term[], signOf: (term: Term) => Sign): Sign;
  /** Arguments in the domain where the function is real, given the arguments' values. */
  defined(args: readonly number[]): boolean;
}
