/** One record per function of the kernel: everything about it that any other part asks for. */
import type { Arithmetic } from '../arithmetic/arithmetic.ts';
import type { Term } from '../term.ts';
import type { TexArgument } from '../tex/piece.ts';
import type { FunctionName } from './names.ts';

export type Sign = 'positive' | 'non-negative' | 'zero' | 'non-positive' | 'negative' | 'unknown';

/** What is known of one argument; asked only where a function's rule needs it. */
export interface SignedArgument {
  sign(): Sign;
  /** Sign of the argument less 1. */
  lessOne(): Sign;
}

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
  /** Sign of the value wherever it is real. Every argument answers for itself, as a term or as a normal form. */
  sign(args: readonly SignedArgument[]): Sign;
  /** Arguments in the domain where the function is real, given the arguments' values. */
  defined(args: readonly number[]): boolean;
}

/** The argument that `better` prefers to all before it. One that is not a number is the answer, whatever the others are. */
export function choose<T>(
  arithmetic: Arithmetic<T>,
  args: readonly T[],
  better: (order: number) => boolean,
): T {
  return args.reduce((best, x) => {
    const order = arithmetic.compare(x, best);
    return better(order) || (Number.isNaN(order) && Number.isNaN(arithmetic.toNumber(x))) ? x : best;
  });
}
