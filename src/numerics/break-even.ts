/** The value of a parameter at which a firm is indifferent between selling and staying out. */
import type { Model } from '../economics/model.ts';
import type { Values } from '../economics/parameters.ts';
import { surplusOf } from './maximum.ts';
import { Meter } from './outcome.ts';
import { type Point, problemOf, thetaOf } from './problem.ts';
import { greatestSurplus } from './solve.ts';

/** The longest way to a bracket: 60 times a factor of e². */
const STRIDE = 2;
const MAX_STRIDES = 60;
const MAX_STEPS = 80;

/**
 * The value of the parameter, the others as given, at which the greatest ln gain - ln loss is zero; null where it has one
 * sign throughout, or no maximum. The surplus must be monotone in the parameter, as it is in E, omega and delta. The value
 * is good to some 1e-14, the resolution of the surplus in doubles. Method: bracketing, then Illinois regula falsi in the
 * parameter's logarithm (Dowell & Jarratt 1971).
 */
export function breakEven(model: Model, values: Values, parameter = 'E'): number | null {
  const problem = problemOf(model);
  const theta = thetaOf(problem, values);
  const index = problem.parameters.indexOf(parameter);
  let near: Point | undefined;
  const surplusWith = (logValue: number): number => {
    const moved = theta.with(index, Math.exp(logValue));
    const best = greatestSurplus(problem, moved, new Meter(), near);
    if (!best) return Number.NaN;
    near = best.x;
    return surplusOf(problem, best.x, moved);
  };
  const bracket = bracketOf(surplusWith, Math.log(theta[index] ?? Number.NaN));
  return bracket && Math.exp(illinois(surplusWith, bracket));
}

interface End {
  readonly at: number;
  readonly value: number;
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

function illinois(f: (at: number) => number, [left, right]: readonly [End, End]): number {
  let [old, last] = [left, right];
  for (let step = 0; step < MAX_STEPS; step++) {
    const at = last.at - (last.value * (last.at - old.at)) / (last.value - old.value);
    const next: End = { at, value: f(at) };
    if (next.value === 0 || Math.abs(at - last.at) <= 1e-15 * Math.abs(at)) return at;
    old = next.value * last.value < 0 ? last : { at: old.at, value: old.value / 2 };
    last = next;
  }
  return last.at;
}
