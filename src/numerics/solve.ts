/**
 * Where the optimum is: a maximum, or where several sellers answer one another an equilibrium. Everything is in logarithms
 * of the variables; `optimise.ts` puts the answer into the units of the model, `precise.ts` adds digits to it.
 */
import { equilibrium, equilibriumOfSurplus } from './equilibrium.ts';
import { maximise, maximiseSurplus, type Solution } from './maximum.ts';
import type { Meter } from './outcome.ts';
import type { Polished } from './polish.ts';
import type { Point, Problem } from './problem.ts';

/** The optimum of a problem whose parameters are theta. */
export const solve = (problem: Problem, theta: readonly number[], meter: Meter): Solution =>
  problem.reply ? equilibrium(problem, problem.reply, theta, meter) : maximise(problem, theta, meter);

/**
 * The point of greatest ln gain - ln loss, whatever its sign, or null where none is found; `near` saves the search. In an
 * equilibrium every seller is there, given what the others do.
 */
export const greatestSurplus = (
  problem: Problem,
  theta: readonly number[],
  meter: Meter,
  near?: Point,
): Polished | null =>
  problem.reply
    ? equilibriumOfSurplus(problem, problem.reply, theta, meter, near)
    : maximiseSurplus(problem, theta, meter, near);
