/** Worlds for substitution between parameters and data: isoquants found by bisection, their slopes by central differences. */

import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { At } from '../../src/claims/pool.ts';
import { fallsThrough, slopeOf } from './hand.ts';

export interface Law {
  readonly alpha: number;
  readonly beta: number;
  readonly a: number;
  readonly b: number;
  readonly r: number;
}

/** What d tokens are worth: themselves, or fewer where U unique ones are passed over again. */
type Worth = (d: number) => number;
const itself: Worth = (d) => d;

export const qualityOf = ({ alpha, beta, a, b, r }: Law, worth: Worth, n: number, d: number): number =>
  ((a * n ** alpha) ** -r + (b * worth(d) ** beta) ** -r) ** (-1 / r);

/** An isoquant through a point: the law, the point, and everything that is read off the isoquant alone. */
function isoquantAt(law: Law, n: number, d: number, worth: Worth = itself): At {
  const q = qualityOf(law, worth, n, d);
  const data = (x: number): number => fallsThrough((y) => q - qualityOf(law, worth, x, y), d / 100, d * 100);
  const rate = (x: number): number => -slopeOf(data, x);
  const logSlope = (h: (x: number) => number): number => (n * slopeOf(h, n)) / h(n);
  const [epsX, epsM] = [logSlope((x) => data(x) / x), logSlope(rate)];
  return {
    ...law,
    n,
    d,
    q,
    q_n: slopeOf((x) => qualityOf(law, worth, x, d), n),
    q_d: slopeOf((x) => qualityOf(law, worth, n, x), d),
    mrts: rate(n),
    x: d / n,
    eps_x: epsX,
    eps_m: epsM,
    sigma: epsX / epsM,
    sigma_1: 1 / (law.alpha * law.r) + 1 / (law.beta * law.r),
    y: 1 / law.r,
  };
}

const SEED = 20260514;
const COUNT = 8;

/** Laws with a point of each, all of order one, so that no power leaves the doubles. */
function draws(): readonly (readonly [Law, number, number])[] {
  const random = xoroshiro128plus(SEED);
  const between = (low: number, high: number): number => low + (high - low) * uniformFloat64(random);
  return Array.from({ length: COUNT }, () => [
    {
      alpha: between(0.2, 0.6),
      beta: between(0.2, 0.6),
      a: between(0.5, 2),
      b: between(0.5, 2),
      r: between(0.4, 3),
    },
    between(1, 20),
    between(1, 20),
  ]);
}

/** The loss law: r = 1, and its letters beside those of quality. */
function lossAt(law: Law, n: number, d: number): At {
  const at = isoquantAt({ ...law, r: 1 }, n, d);
  return { ...at, A: 1 / law.a, B: 1 / law.b, L_inf: 1.7, L: 1.7 + 1 / (at.q as number) };
}

/** The Leontief law through the same compute-optimal path, found by bisection of least loss along a budget. */
function firstSoldAt(law: Law, n: number, d: number, onPath: boolean): At {
  const { alpha, beta } = law;
  const loss = { l_1: 1.3, A: 1.3 / law.a, B: 1.3 / law.b, L_inf: 1.7 };
  const at = (x: number, y: number): number => loss.L_inf + loss.A * x ** -alpha + loss.B * y ** -beta;
  const budget = 6 * n * d;
  const slope = (x: number): number => slopeOf((z) => at(z, budget / (6 * z)), x);
  const size = onPath ? fallsThrough((x) => -slope(x), n / 1e6, n * 1e6) : n;
  const data = budget / (6 * size);
  const path = pathQuality(at, loss.l_1, loss.L_inf, slope, n, budget);
  return {
    ...law,
    ...loss,
    n: size,
    d: data,
    C_F: budget,
    L_1: loss.L_inf + loss.l_1,
    L: at(size, data),
    L_n: onPath ? 0 : slope(size),
    q: loss.l_1 / (at(size, data) - loss.L_inf),
    a_1: path.q / path.n ** alpha,
    b_1: path.q / path.d ** beta,
    rho: (law.a / law.b) ** (1 / alpha),
    rho_1: path.d ** (beta / alpha) / path.n,
  };
}

/** Quality, size and data of least loss for a budget. */
function pathQuality(
  at: (x: number, y: number) => number,
  first: number,
  floor: number,
  slope: (x: number) => number,
  near: number,
  budget: number,
): { readonly q: number; readonly n: number; readonly d: number } {
  const n = fallsThrough((x) => -slope(x), near / 1e6, near * 1e6);
  const d = budget / (6 * n);
  return { q: first / (at(n, d) - floor), n, d };
}

/** Data passed over again: the isoquant in n and d, and the letters of effective data. */
function repeatedAt(law: Law, n: number, U: number): At {
  const Rstar = 15.39;
  const worth: Worth = (d) => U * (1 - Rstar * Math.expm1(-(d / U - 1) / Rstar));
  const d = 4 * U;
  const [value, marginal] = [worth(d), slopeOf(worth, d)];
  const at = isoquantAt(law, n, d, worth);
  const effective = isoquantAt(law, n, value);
  return {
    ...at,
    U,
    Rstar,
    d_e: value,
    d_e1: marginal,
    eta: (d * marginal) / value,
    eps_x: effective.eps_x as number,
    eps_m: effective.eps_m as number,
    eps_e: 1 + (effective.eps_x as number),
    eps_w: (d * slopeOf((x) => slopeOf(worth, x), d)) / marginal,
  };
}

const MEAN_EXPONENT = 0.31205;

/** By name, the points of each. */
export function isoquantWorlds(): readonly { readonly name: string; readonly points: readonly At[] }[] {
  const drawn = draws();
  const equal = (law: Law, exponent = law.alpha): Law => ({ ...law, alpha: exponent, beta: exponent });
  return [
    { name: 'isoquants', points: drawn.map(([law, n, d]) => isoquantAt(law, n, d)) },
    { name: 'isoquants, alpha = beta', points: drawn.map(([law, n, d]) => isoquantAt(equal(law), n, d)) },
    { name: 'loss law', points: drawn.map(([law, n, d]) => lossAt(law, n, d)) },
    { name: 'loss law, alpha = beta', points: drawn.map(([law, n, d]) => lossAt(equal(law), n, d)) },
    {
      name: 'loss law, mean exponent',
      points: drawn.map(([law, n, d]) => lossAt(equal(law, MEAN_EXPONENT), n, d)),
    },
    {
      name: 'loss law, first model sold',
      points: drawn.map(([law, n, d]) => firstSoldAt({ ...law, r: 1 }, n, d, false)),
    },
    {
      name: 'loss law, least compute',
      points: drawn.map(([law, n, d]) => firstSoldAt({ ...law, r: 1 }, n, d, true)),
    },
    { name: 'repeated data', points: drawn.map(([law, n, d]) => repeatedAt(law, n, d)) },
    // The corner of a right angle: no change of the rate of substitution moves tokens per parameter.
    { name: 'corner', points: [{ sigma: 0, sigma_1: 0 }] },
  ];
}
