/** The derivations of a problem of another kind than a firm's. */
import type { Derivation } from '../../derive/derivation.ts';
import { problemConditions } from '../../derive/problem/conditions.ts';
import { problemSolution } from '../../derive/problem/solution.ts';
import type { Problem } from '../../economics/problem.ts';

const KNOWN = new WeakMap<Problem, readonly Derivation[]>();

/** The problem with its conditions, and the optimum as far as it has a closed form; written once. */
export function problemDerivations(problem: Problem): readonly Derivation[] {
  const found = KNOWN.get(problem) ?? [...problemConditions(problem), ...problemSolution(problem)];
  KNOWN.set(problem, found);
  return found;
}
