/**
 * Where the optimum is: a maximum, or where several sellers answer one another an equilibrium. Everything is in logarithms
 * of the variables; `optimise.ts` puts the answer into the units of the model, `precise.ts` adds digits to it.
 */
import { equilibrium } from './equilibrium.ts';
import { maximise, type Solution } from './maximum.ts';
import type { Meter } from './outcome.ts';
import type { Problem } from './problem.ts';

/** The optimum of a problem whose parameters are theta. */
export const solve = (problem: Problem, theta: readonly number[], meter: Meter): Solution =>
  problem.reply ? equilibrium(problem, problem.reply, theta, meter) : maximise(problem, theta, meter);
