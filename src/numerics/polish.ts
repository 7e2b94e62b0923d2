/**
 * From near the optimum to the optimum: values of profit fix (n, d, t) only to the root of the rounding error, so the
 * last digits come from Newton's method on the conditions. Which kinks and limits are active is not presumed: each
 * combination is tried, and one is accepted only with multipliers of the right sign, at a point where it is the one that
 * the profit itself makes.
 */
import { double } from '../kernel/arithmetic/double.ts';
import { type Choice, choicesAt, isChosen } from './kinks.ts';
import { type KKT, seeded } from './kkt.ts';
import { newton } from './newton.ts';
import type { Meter } from './outcome.ts';
import { type ActiveSet, type Goal, inputsAt, type Point, type Problem } from './problem.ts';
import { logBoundsOf } from './search.ts';

export interface Polished {
  readonly x: Point;
  /** All unknowns of the conditions: the point, then weights, then multipliers. */
  readonly z: readonly number[];
  readonly active: ActiveSet;
  readonly kkt: KKT<number>;
  readonly scale: readonly number[];
  readonly residual: number;
}

const NEWTON = { tolerance: 1e-14, maxSteps: 40 };
/** Largest condition, as a share of marginal cost, of an accepted optimum. */
const ACCEPTED_RESIDUAL = 1e-9;
/** Weights and multipliers may fall short of zero by rounding only. */
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

/**
 * What residuals are measured against, one number a variable. For profit: its marginal cost, in dollars per unit of its
 * logarithm, or the whole gain where a limit holds it, since there its marginal gain is what the multiplier balances. For
 * the surplus: the same as a share of the loss.
 */
export function scaleAt(
  problem: Problem,
  goal: Goal,
  binding: readonly number[],
  x: Point,
  theta: readonly number[],
): number[] {
  const point = inputsAt(x, theta);
  const [gain, loss] = [problem.inDoubles.gain(point), problem.inDoubles.loss(point)];
  const held = binding.map((k) => problem.limits[k]?.index);
  const dollars = problem.variables.map((_, i) => {
    if (held.includes(i)) return Math.max(gain, loss);
    const marginal = Math.abs(problem.inDuals.loss(seeded(double, point, i, point[i] ?? 0)).slope);
    return marginal > 0 && Number.isFinite(marginal) ? marginal : loss;
  });
  return goal === 'profit' ? dollars : dollars.map((value) => value / loss);
}

/** Whether the active set is the one that holds at the solution, with every sign right. */
function isConsistent(
  problem: Problem,
  active: ActiveSet,
  z: readonly number[],
  theta: readonly number[],
): boolean {
  const count = problem.variables.length;
  const x = z.slice(0, count);
  const inputs = inputsAt(x, theta);
  const bounds = logBoundsOf(problem, theta);
  if (z.slice(count).some((value) => !(value >= -SIGN_SLACK))) return false;
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
  const weights = kkt.system.piece.ties.flatMap(() => [0.5, 0.5]);
  let z: readonly number[] = [...start, ...weights, ...active.binding.map(() => 0)];
  let scale: readonly number[] = [];
  let residual = Number.POSITIVE_INFINITY;
  // Multipliers are shares of the scale, which is the start's in the first round and the optimum's own in the second.
  for (let round = 0; round < 2; round++) {
    scale = scaleAt(problem, goal, active.binding, z.slice(0, start.length), theta);
    const result = newton(kkt, z, theta, scale, NEWTON);
    meter.spend(result.steps * (z.length + 1) * start.length, result.steps);
    if (!result.converged || !isConsistent(problem, active, result.z, theta)) return null;
    ({ z, residual } = result);
  }
  return residual < ACCEPTED_RESIDUAL
    ? { x: z.slice(0, start.length), z, active, kkt, scale, residual }
    : null;
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
