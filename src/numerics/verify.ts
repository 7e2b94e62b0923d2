/**
 * Last doubts about an optimum: no neighbour of it and no point of a wide scatter around it may bring more profit. The
 * search does not need this where its level sets are convex; for a model where they are not, it says so.
 */
import { double } from '../kernel/arithmetic/double.ts';
import { seeded } from './kkt.ts';
import type { Meter } from './outcome.ts';
import { inputsAt, type Point, type Problem } from './problem.ts';
import { logBoundsOf } from './search.ts';

/** Distances of the neighbours, in logarithms. */
const STEPS = [1e-3, 1e-2, 1e-1, 1];
/** Points of the scatter, and how far it reaches on either side, in logarithms. */
const SCATTER = 200;
const REACH = 15;
/** Profit is gain minus loss, so it is known to this share of both, and of the marginal gain that rounded logarithms shift. */
const ROUNDING = 1e-13;

/** Every vector of -1, 0 and 1 but the zero vector. */
function directions(size: number): readonly Point[] {
  let all: number[][] = [[]];
  for (let i = 0; i < size; i++) all = all.flatMap((head) => [-1, 0, 1].map((step) => [...head, step]));
  return all.filter((direction) => direction.some((step) => step !== 0));
}

/** Point k of an evenly spread sequence in [-1, 1]^size. Source: Roberts 2018, the R-sequence, after Kronecker. */
function spread(k: number, size: number): Point {
  let root = 1.5;
  for (let step = 0; step < 50; step++) root = (1 + root) ** (1 / (size + 1));
  return Array.from({ length: size }, (_, i) => 2 * ((k * root ** -(i + 1)) % 1) - 1);
}

const offsets = new Map<number, readonly Point[]>();

/** Displacements to try, the same for every problem of that many variables. */
export function offsetsOf(size: number): readonly Point[] {
  const known = offsets.get(size);
  if (known) return known;
  const near = directions(size).flatMap((direction) =>
    STEPS.map((step) => direction.map((part) => part * step)),
  );
  const far = Array.from({ length: SCATTER }, (_, k) => spread(k + 1, size).map((part) => part * REACH));
  const all = [...near, ...far];
  offsets.set(size, all);
  return all;
}

/** A point within the limits that brings more profit than x does, beyond rounding, or null. */
export function betterPoint(
  problem: Problem,
  x: Point,
  theta: readonly number[],
  meter: Meter,
): Point | null {
  const { profit, gain, loss } = problem.inDoubles;
  const at = inputsAt(x, theta);
  const slopes = problem.variables.map(
    (_, i) => problem.inDuals.gain(seeded(double, at, i, at[i] ?? 0)).slope,
  );
  const mark =
    profit(at) + ROUNDING * slopes.reduce((sum, slope) => sum + Math.abs(slope), gain(at) + loss(at));
  const bounds = logBoundsOf(problem, theta);
  const tries = offsetsOf(x.length);
  meter.spend(tries.length);
  for (const offset of tries) {
    const y = x.map((value, i) => value + (offset[i] ?? 0));
    for (const [k, { index }] of problem.limits.entries()) y[index] = Math.min(y[index] ?? 0, bounds[k] ?? 0);
    if (profit(inputsAt(y, theta)) > mark) return y;
  }
  return null;
}
