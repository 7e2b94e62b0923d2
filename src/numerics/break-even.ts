/** The value of a parameter at which a firm is indifferent between selling and staying out. */
import type { Model } from '../economics/model.ts';
import type { Values } from '../economics/parameters.ts';
import { roomForAll } from './equilibrium.ts';
import { maximiseSurplus, surplusOf } from './maximum.ts';
import { Meter } from './outcome.ts';
import { type Point, type Problem, problemOf, thetaOf } from './problem.ts';
import { type End, rootBetween } from './root.ts';

/** The longest way to a bracket: 60 times a factor of e². */
const STRIDE = 2;
const MAX_STRIDES = 60;
/** First distance, in the parameter's logarithm, at which room for all sellers is looked for. */
const NEAR = 0.01;

/**
 * The value of the parameter, the others as given, at which the greatest ln gain - ln loss is zero; null where it has one
 * sign throughout, or no maximum. The surplus of one seller must be monotone in the parameter, as it is in E, omega and delta. The
 * value is good to some 1e-14, the resolution of the surplus in doubles. Method: bracketing, then regula falsi in the parameter's
 * logarithm.
 *
 * Where several sellers answer one another it is the value at which each of them just breaks even. One alone breaks even at
 * a worse one, and from there on the room for all of them is followed to zero. As E grows that room may end again, where each trains
 * too much because the others do; the value found is the first.
 */
export function breakEven(model: Model, values: Values, parameter = 'E'): number | null {
  const problem = problemOf(model);
  const theta = thetaOf(problem, values);
  const index = problem.parameters.indexOf(parameter);
  const at = (logValue: number): number[] => theta.with(index, Math.exp(logValue));
  const start = Math.log(theta[index] ?? Number.NaN);
  const { reply } = problem;
  if (!reply) return exponential(rootOf(surplusAlong(problem, at), start));
  const surplus = surplusAlong(reply, (logValue) => [...at(logValue), 0]);
  const alone = rootOf(surplus, start);
  return alone === null ? null : exponential(shared(problem, reply, alone, surplus, at));
}

type Function = (logValue: number) => number;

const exponential = (logValue: number | null): number | null =>
  logValue === null ? null : Math.exp(logValue);

/** The greatest surplus as a function of a logarithm; not a number where it has no maximum. */
function surplusAlong(problem: Problem, at: (logValue: number) => readonly number[]): Function {
  let near: Point | undefined;
  return (logValue) => {
    const theta = at(logValue);
    const best = maximiseSurplus(problem, theta, new Meter(), near);
    if (!best) return Number.NaN;
    near = best.x;
    return surplusOf(problem, best.x, theta);
  };
}

function rootOf(f: Function, start: number): number | null {
  const bracket = bracketOf(f, start);
  return bracket && rootBetween(f, bracket);
}

/** Where there is just room for all sellers, on the side of `alone` on which one of them makes a profit. */
function shared(
  problem: Problem,
  reply: Problem,
  alone: number,
  surplus: Function,
  at: (logValue: number) => readonly number[],
): number | null {
  const side = surplus(alone + NEAR) > 0 ? 1 : -1;
  const room = (logValue: number): number => roomForAll(problem, reply, at(logValue), new Meter());
  let from: End = { at: alone + side * NEAR, value: room(alone + side * NEAR) };
  if (from.value === Number.POSITIVE_INFINITY) return alone;
  const factor = from.value > 0 ? 1 / 2 : 2;
  for (let step = 0; step < MAX_STRIDES; step++) {
    const next = alone + factor * (from.at - alone);
    const to: End = { at: next, value: room(next) };
    if (!Number.isFinite(to.value)) return null;
    if (to.value * from.value <= 0) return rootBetween(room, [from, to]);
    from = to;
  }
  return null;
}

/** Two points between which the function changes sign, walking from the start in the direction in which it nears zero. */
function bracketOf(f: (at: number) => number, start: number): readonly [End, End] | null {
  let from: End = { at: start, value: f(start) };
  const ahead = f(start + STRIDE);
  const stride = Math.abs(ahead) < Math.abs(from.value) || ahead * from.value < 0 ? STRIDE : -STRIDE;
  for (let step = 0; step < MAX_STRIDES; step++) {
    const at = from.at + stride;
    const to: End = { at, value: f(at) };
    if (!Number.isFinite(to.value)) return null;
    if (to.value * from.value <= 0) return [from, to];
    from = to;
  }
  return null;
}
