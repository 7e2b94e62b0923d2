/**
 * What the search asks at a point: how far ln gain exceeds ln(loss + base), and in which direction that grows. With
 * base = 0 this is the surplus, positive exactly where profit is; with base = a profit already found it is positive exactly
 * where profit is higher than that (Dinkelbach 1967). Both are concave in the logarithms of (n, d, t) wherever ln gain is
 * and each summand of the loss is a product of powers: then every upper level set of profit ≥ 0 is convex.
 */
import type { Dual } from '../kernel/arithmetic/dual.ts';
import { seeded } from './kkt.ts';
import type { Lifted, Point } from './problem.ts';

export interface Sells {
  readonly kind: 'sells';
  /** ln gain - ln(loss + base), and its gradient in the logarithms of the variables. */
  readonly value: number;
  readonly gradient: readonly number[];
  /** ln gain - ln loss. */
  readonly surplus: number;
  /** Logarithm of the profit; -Infinity where there is none. */
  readonly lnProfit: number;
}

export type Surplus =
  | Sells
  /** Nothing sells here; the gradient leads to where something may. */
  | { readonly kind: 'closed'; readonly gradient: readonly number[] }
  /** A number left the range of the arithmetic. */
  | { readonly kind: 'overflow' };

type Seeds<T> = readonly (readonly Dual<T>[])[];

const finite = (...values: readonly number[]): boolean => values.every(Number.isFinite);

/** The gradient of the first gate that is shut, scaled to size one, since only its direction matters. */
function towardsSales<T>({ on, gates }: Lifted<T>, seeds: Seeds<T>): Surplus {
  for (const gate of gates) {
    const along = seeds.map((seed) => gate(seed));
    if (on.toNumber((along[0] as Dual<T>).value) > 0) continue;
    const slopes = along.map(({ slope }) => on.toNumber(slope));
    const size = Math.max(...slopes.map(Math.abs));
    const gradient = slopes.map((slope) => slope / size);
    if (finite(...gradient)) return { kind: 'closed', gradient };
  }
  return { kind: 'overflow' };
}

/** ln gain - ln(loss + e^lnBase) at the point with these logarithms, with its gradient in them. */
export function surplusAt<T>(lifted: Lifted<T>, x: Point, theta: readonly T[], lnBase: number): Surplus {
  const { on } = lifted;
  const point = [...x.map((value) => on.exp(on.fromNumber(value))), ...theta];
  const seeds = x.map((_, i) => seeded(on, point, i, point[i] as T));
  const zero = on.fromNumber(0);
  const gains = seeds.map(lifted.gain);
  const { value: gain } = gains[0] as Dual<T>;
  if (!(on.compare(gain, zero) > 0)) return towardsSales(lifted, seeds);
  const losses = seeds.map(lifted.loss);
  const { value: loss } = losses[0] as Dual<T>;
  const against = on.add(loss, on.exp(on.fromNumber(lnBase)));
  const lnOfRatio = (below: T): number => on.toNumber(on.ln(on.divide(gain, below)));
  const profit = on.add(gain, on.negate(loss));
  const gradient = gains.map((up, i) => {
    const cost = on.divide((losses[i] as Dual<T>).slope, against);
    return on.toNumber(on.add(on.divide(up.slope, gain), on.negate(cost)));
  });
  const [value, surplus] = [lnOfRatio(against), lnOfRatio(loss)];
  if (!finite(value, surplus, ...gradient)) return { kind: 'overflow' };
  const lnProfit = on.compare(profit, zero) > 0 ? on.toNumber(on.ln(profit)) : Number.NEGATIVE_INFINITY;
  return { kind: 'sells', value, gradient, surplus, lnProfit };
}
