/**
 * From near the optimum to the optimum: values of profit fix (n, d, t) only to the root of the rounding error, so the
 * last digits come from Newton's method on the conditions. Which kinks and limits are active is not presumed: each
 * combination is tried, and one is accepted only with multipliers of the right sign, at a point where it is the one that
 * the profit itself makes.
 */
import { type Choice, choicesAt, isChosen } from './kinks.ts';
import { type Goal, type KKT, multipliersOf } from './kkt.ts';
import { newton } from './newton.ts';
import type { Meter } from './outcome.ts';
import { type ActiveSet, inputsAt, type Point, type Problem } from './problem.ts';
import { logBoundsOf } from './search.ts';
import { startingOdds, worthwhile } from './weights.ts';

export interface Polished {
  readonly x: Point;
  /** All unknowns of the conditions: the point, then weights, then multipliers. */
  readonly z: readonly number[];
  readonly active: ActiveSet;
  readonly kkt: KKT<number>;
  readonly residual: number;
}

const NEWTON = { tolerance: 1e-14, maxSteps: 40 };
/** Largest condition of an accepted optimum. */
const ACCEPTED_RESIDUAL = 1e-9;
/** Multipliers, as shares of the gain, may fall short of zero by rounding only. Weights are positive by construction. */
const SIGN_SLACK = 1e-11;
/** A limit nearer than this, in logarithms, is first tried as binding. */
const NEAR_LIMIT = 1e-3;

const product = <V>(lists: readonly (readonly V[])[]): V[][] =>
  lists.reduce<V[][]>((done, list) => done.flatMap((head) => list.map((value) => [...head, value])), [[]]);

/** Every active set worth trying at a point, the likeliest first. */
function activeSets(problem: Problem, x: Point, theta: readonly number[]): readonly ActiveSet[] {
  const inputs = inputsAt(x, theta);
  const bounds = logBoundsOf(problem, theta);
  const choices = problem.kinks.map((kink, k) => choicesAt(kink, argumentsAt(problem, k, inputs)));
  const limits = problem.limits.map(({ index }, k) => {
    const near = (bounds[k] ?? 0) - (x[index] ?? 0) < NEAR_LIMIT;
    return near ? [true, false] : [false, true];
  });
  return product<Choice>(choices).flatMap((chosen) =>
    product<boolean>(limits).map((binds) => ({
      choices: chosen,
      binding: [...binds.keys()].filter((k) => binds[k]),
    })),
  );
}

const argumentsAt = (problem: Problem, k: number, inputs: readonly number[]): number[] =>
  (problem.inDoubles.kinkArguments[k] ?? []).map((argument) => argument(inputs));

/** Whether the active set is the one that holds at the solution, with every sign right. */
function isConsistent(
  problem: Problem,
  active: ActiveSet,
  kkt: KKT<number>,
  z: readonly number[],
  theta: readonly number[],
): boolean {
  const count = problem.variables.length;
  const x = z.slice(0, count);
  const inputs = inputsAt(x, theta);
  const bounds = logBoundsOf(problem, theta);
  if (multipliersOf(kkt.system, z).some((value) => !(value >= -SIGN_SLACK))) return false;
  if (problem.limits.some(({ index }, k) => (x[index] ?? 0) > (bounds[k] ?? 0) + 1e-12)) return false;
  return problem.kinks.every((kink, k) =>
    isChosen(kink, active.choices[k] as Choice, argumentsAt(problem, k, inputs)),
  );
}

function polishOne(
  problem: Problem,
  goal: Goal,
  active: ActiveSet,
  start: Point,
  theta: readonly number[],
  meter: Meter,
): Polished | null {
  const kkt = problem.kkt(goal, active);
  const near = worthwhile(kkt, start, theta);
  const first = [...near, ...startingOdds(kkt, near, theta), ...active.binding.map(() => 0)];
  const { z, converged, steps, residual } = newton(kkt, first, theta, NEWTON);
  meter.spend(steps * (z.length + 1) * start.length, steps);
  if (!converged || !(residual < ACCEPTED_RESIDUAL)) return null;
  if (!isConsistent(problem, active, kkt, z, theta)) return null;
  return { x: z.slice(0, start.length), z, active, kkt, residual };
}

/** The stationary point of the goal that Newton's method reaches from a point near it, or null with no active set left. */
export function polish(
  problem: Problem,
  goal: Goal,
  start: Point,
  theta: readonly number[],
  meter: Meter,
): Polished | null {
  for (const active of activeSets(problem, start, theta)) {
    const polished = polishOne(problem, goal, active, start, theta, meter);
    if (polished) return polished;
  }
  return null;
}
