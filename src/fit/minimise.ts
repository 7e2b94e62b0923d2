/**
 * The least value of a smooth function by a quasi-Newton method: the inverse Hessian is built up from gradients (Broyden,
 * Fletcher, Goldfarb, Shanno), and every step satisfies Wolfe's conditions.
 *
 * Source: Nocedal and Wright, Numerical Optimization (2006), algorithms 6.1, 3.5 and 3.6.
 */
import { allFinite, applied, dot, norm, plus, scaled, type Vector } from './vectors.ts';

/** A value with its gradient; not finite where the function has no value. */
export interface Valued {
  readonly value: number;
  readonly gradient: Vector;
}

export interface Minimum {
  readonly at: Vector;
  readonly value: number;
  /** Length of the gradient there. */
  readonly slope: number;
  readonly steps: number;
}

export interface MinimiseOptions {
  readonly mostSteps: number;
  /** A gradient shorter than this ends the search. */
  readonly slope: number;
}

interface Place extends Valued {
  readonly x: Vector;
}

type Function = (x: Vector) => Valued;

const ENOUGH_DESCENT = 1e-4;
const ENOUGH_FLATTENING = 0.9;
const MOST_TRIALS = 60;

/**
 * A step length along the direction that lowers the value enough and flattens the slope enough, by bisection of an
 * interval that is known to hold one; null where rounding leaves none.
 */
function wolfeStep(f: Function, from: Place, direction: Vector): Place | null {
  const slope = dot(from.gradient, direction);
  let [low, high, length] = [0, Number.POSITIVE_INFINITY, 1];
  let lower: Place | null = null;
  for (let trial = 0; trial < MOST_TRIALS; trial++) {
    const x = plus(from.x, direction, length);
    const place = { x, ...f(x) };
    const descends =
      allFinite([place.value, ...place.gradient]) &&
      place.value <= from.value + ENOUGH_DESCENT * length * slope;
    if (!descends) high = length;
    else {
      lower = place;
      if (dot(place.gradient, direction) >= ENOUGH_FLATTENING * slope) return place;
      low = length;
    }
    length = high === Number.POSITIVE_INFINITY ? 2 * length : (low + high) / 2;
  }
  return lower;
}

/** The inverse Hessian after a step s along which the gradient changed by y. */
function updated(H: readonly Vector[], s: Vector, y: Vector): Vector[] {
  const curvature = dot(s, y);
  if (!(curvature > 0)) return [...H];
  const Hy = applied(H, y);
  const factor = (1 + dot(y, Hy) / curvature) / curvature;
  return H.map((row, i) =>
    row.map(
      (value, j) =>
        value +
        factor * (s[i] as number) * (s[j] as number) -
        ((Hy[i] as number) * (s[j] as number) + (s[i] as number) * (Hy[j] as number)) / curvature,
    ),
  );
}

const unit = (size: number, value: number): Vector[] =>
  Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => (i === j ? value : 0)));

/** The local minimum that is reached from the start; null where the function has no value there. */
export function minimise(f: Function, start: Vector, { mostSteps, slope }: MinimiseOptions): Minimum | null {
  let place: Place = { x: start, ...f(start) };
  if (!allFinite([place.value, ...place.gradient])) return null;
  let H = unit(start.length, 1 / Math.max(1, norm(place.gradient)));
  let [steps, fresh] = [0, true];
  while (steps < mostSteps && norm(place.gradient) > slope) {
    steps++;
    const direction = scaled(applied(H, place.gradient), -1);
    const next = dot(direction, place.gradient) < 0 ? wolfeStep(f, place, direction) : null;
    if (!next || next.value >= place.value) {
      if (fresh) break;
      [H, fresh] = [unit(start.length, 1 / Math.max(1, norm(place.gradient))), true];
      continue;
    }
    const [s, y] = [plus(next.x, place.x, -1), plus(next.gradient, place.gradient, -1)];
    if (fresh) H = unit(start.length, Math.abs(dot(s, y)) / dot(y, y) || 1);
    [H, fresh, place] = [updated(H, s, y), false, next];
  }
  return { at: place.x, value: place.value, slope: norm(place.gradient), steps };
}
