/** One equation, one unknown: each method in turn, the first that applies answers. */
import type { Context } from '../kernel/facts.ts';
import type { Term } from '../kernel/term.ts';
import { solveLambert } from './lambert.ts';
import { solveLogarithmic } from './logarithmic.ts';
import { solveMonomial } from './monomial.ts';
import type { Outcome } from './outcome.ts';
import { solveQuadratic } from './quadratic.ts';

/** Every method: name, and how it solves `equation = 0`. */
export const METHODS: Readonly<
  Record<
    'monomial' | 'logarithmic' | 'quadratic' | 'lambert',
    (equation: Term, unknown: string, context: Context) => Outcome
  >
> = {
  monomial: solveMonomial,
  logarithmic: solveLogarithmic,
  quadratic: solveQuadratic,
  lambert: solveLambert,
};

/** Solves `equation = 0` for the unknown: solved | none (why) | unsolved (what was tried). */
export function solve(equation: Term, unknown: string, context: Context): Outcome {
  const tried: string[] = [];
  for (const method of Object.values(METHODS)) {
    const outcome = method(equation, unknown, context);
    if (outcome.kind !== 'unsolved') return outcome;
    tried.push(...outcome.tried);
  }
  return { kind: 'unsolved', tried };
}
