/** What the referee of problems answers, and a solution of the conditions before it is reported. */
import type { ProgramConditions } from './conditions.ts';
import type { Held, Program } from './program.ts';

export interface ProgramOptimum {
  readonly kind: 'optimum';
  /** By name: the problem's quantities; not those that have no real value there, of which a warning says so. */
  readonly quantities: Readonly<Record<string, number>>;
  /** By name: what one unit more on a constraint's right side is worth; zero where it does not bind. None of constraints that bind alike. */
  readonly multipliers: Readonly<Record<string, number>>;
  /** Ids of the constraints that bind. */
  readonly binding: readonly string[];
  /** `n/C` is d ln n / d ln C at the optimum; of what is negative its change in units of its size. */
  readonly elasticities: Readonly<Record<string, number>>;
  /** What each part of the objective, and each constraint, counts in the telling condition, by source; costs negative. */
  readonly shares: Readonly<Record<string, number>>;
  /** Worst condition, as a share of the largest of its parts. */
  readonly residual: number;
  readonly warnings: readonly string[];
  /** Of an equilibrium: what the best deviation found would gain its player, as a share of what he has at stake. */
  readonly deviation?: number;
}

export type ProgramOutcome =
  | ProgramOptimum
  /** No point is allowed by the constraints, or none makes a maximum positive. */
  | { readonly kind: 'none'; readonly why: string }
  | { readonly kind: 'unbounded'; readonly why: string }
  | { readonly kind: 'unsolved'; readonly tried: readonly string[] };

/** A point of the conditions with all that belongs to it. */
export interface Solved {
  readonly program: Program;
  readonly theta: readonly number[];
  readonly binding: readonly Held[];
  readonly conditions: ProgramConditions<number>;
  readonly isLog: boolean;
  readonly z: readonly number[];
}
