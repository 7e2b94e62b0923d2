/** The numerical referee for problems of any kind: what is best at values of the parameters. */
import type { Values } from '../../economics/parameters.ts';
import type { Problem } from '../../economics/problem.ts';
import { equilibriumOf } from './equilibrium.ts';
import type { ProgramOutcome } from './outcome.ts';
import { report } from './report.ts';
import { solveProblem } from './solve.ts';

/**
 * The optimum of a problem at values of its parameters; of an equilibrium, the choice that is the best reply to itself.
 * @throws OptimandError where a parameter has no value.
 */
export function optimiseProblem(problem: Problem, values: Values): ProgramOutcome {
  if (problem.kind === 'equilibrium') return equilibriumOf(problem, values);
  const found = solveProblem(problem, values);
  return found.kind === 'solved' ? report(found.solved) : found;
}
