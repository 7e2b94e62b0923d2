/**
 * What the search asks at a point: how far ln gain exceeds ln(loss + base), and in which direction that grows. With
 * base = 0 this is the surplus, positive exactly where profit is; with base = a profit already found it is positive exactly
 * where profit is higher than that (Dinkelbach 1967). Both are concave in the logarithms of (n, d, t) wherever ln gain is
 * and each summand of the loss is a product of powers: then every upper level set of profit ≥ 0 is convex.
 */

import { double } from '../kernel/arithmetic/double.ts';
import type { Dual } from '../kernel/arithmetic/dual.ts';
import { seeded } from './kkt.ts';
import { inputsAt, type Point, type Problem } from './problem.ts';

export type Surplus =
  | {
      readonly kind: 'sells';
      readonly value: number;
      readonly gradient: readonly number[];
      readonly surplus: number;
      readonly profit: number;
    }
  /** Nothing sells here; the gradient leads to where something may. */
  | { readonly kind: 'closed'; readonly gradient: readonly number[] }
  /** A number left the range of doubles. */
  | { readonly kind: 'overflow' };

type Seeds = readonly (readonly Dual<number>[])[];

/** The point as dual numbers, once for each variable, whose logarithm moves at unit speed. */
function seedsAt(problem: Problem, x: Point, theta: readonly number[]): Seeds {
  const point = inputsAt(x, theta);
  return problem.variables.map((_, i) => seeded(double, point, i, point[i] ?? Number.NaN));
}

const finite = (...values: readonly number[]): boolean => values.every(Number.isFinite);

/** The gradient of the first gate that is shut. */
function towardsSales(problem: Problem, seeds: Seeds): Surplus {
  for (const gate of problem.inDuals.gates) {
    const along = seeds.map((seed) => gate(seed));
    if ((along[0]?.value ?? Number.NaN) > 0) continue;
    const gradient = along.map(({ slope }) => slope);
    if (finite(...gradient)) return { kind: 'closed', gradient };
  }
  return { kind: 'overflow' };
}

/** ln gain - ln(loss + base) at the point with these logarithms, with its gradient in them. */
export function surplusAt(problem: Problem, x: Point, theta: readonly number[], base: number): Surplus {
  const seeds = seedsAt(problem, x, theta);
  const [first] = seeds;
  const gain = problem.inDuals.gain(first as readonly Dual<number>[]).value;
  if (gain <= 0) return towardsSales(problem, seeds);
  const along = seeds.map((seed) => ({
    gain: problem.inDuals.gain(seed).slope,
    loss: problem.inDuals.loss(seed),
  }));
  const loss = along[0]?.loss.value ?? Number.NaN;
  const gradient = along.map((pair) => pair.gain / gain - pair.loss.slope / (loss + base));
  const surplus = Math.log(gain / loss);
  if (!finite(gain, loss, ...gradient) || !(loss > 0)) return { kind: 'overflow' };
  return { kind: 'sells', value: Math.log(gain / (loss + base)), gradient, surplus, profit: gain - loss };
}
