/** Seeded draws of a problem's parameters from where they realistically lie. */
import { checkParameters, type Values } from '../../economics/parameters.ts';
import type { Problem } from '../../economics/problem.ts';
import { OptimandError } from '../../kernel/issues.ts';
import { seedOf, uniformFrom, within } from '../pool.ts';

/** Draws that break an assumption are drawn again, this many times as many at most. */
const PATIENCE = 20;

const isAllowed = (problem: Problem, values: Values): boolean => {
  try {
    checkParameters(problem, values);
    return true;
  } catch (error) {
    if (error instanceof OptimandError) return false;
    throw error;
  }
};

/** `count` draws within the assumptions, each parameter in its own sequence; fewer where hardly any draw is allowed. */
export function drawProblem(problem: Problem, seed: number, count: number): readonly Values[] {
  const sequences = Object.entries(problem.ranges).map(
    ([name, range]) => [name, range, uniformFrom(seedOf(seed, name))] as const,
  );
  const found: Values[] = [];
  for (let tries = 0; found.length < count && tries < PATIENCE * count; tries++) {
    const values = Object.fromEntries(
      sequences.map(([name, range, uniform]) => [name, within(range, uniform())]),
    );
    if (isAllowed(problem, values)) found.push(values);
  }
  return found;
}
