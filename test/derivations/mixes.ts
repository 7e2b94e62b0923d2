/**
 * Worlds for over-training: firms made around a point so that all three slopes of profit vanish there. The mix is found by
 * bisection on the slopes of quality; prices are then set so that the point pays.
 */

import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { At } from '../../src/claims/pool.ts';
import { deformedLog, fallsThrough, slopeOf } from './hand.ts';
import { type Law, qualityOf } from './isoquants.ts';

interface Draw {
  readonly law: Law;
  readonly n: number;
  readonly tau: number;
  readonly gamma: number;
  readonly E: number;
}

const quality = (law: Law, n: number, d: number): number => qualityOf(law, (x) => x, n, d);

/** Tokens that replace one parameter. */
const rate = (law: Law, n: number, d: number): number =>
  slopeOf((x) => quality(law, x, d), n) / slopeOf((x) => quality(law, n, x), d);

/** The data at which tau tokens sold per training token make both ways to a little more quality equally dear. */
const bestData = (law: Law, n: number, tau: number): number =>
  fallsThrough((d) => (d * (6 + 2 * tau)) / (6 * n) - rate(law, n, d), n * 1e-12, n * 1e12);

/** The price scale and the slope of demand at which the point is stationary in d and in t. */
function pricesAt({ law, n, tau, gamma, E }: Draw, d: number): { omega: number; delta: number } {
  const adoption = (x: number): number => deformedLog(quality(law, n, x), gamma);
  const omega = (6 * n) / (E * tau * d * slopeOf(adoption, d));
  return { omega, delta: (omega * adoption(d) - (2 * n) / E) / (2 * tau * d) };
}

function profitAt(
  draw: Draw,
  prices: { omega: number; delta: number },
  n: number,
  d: number,
  t: number,
): number {
  const f = deformedLog(quality(draw.law, n, d), draw.gamma);
  return prices.omega * t * f - prices.delta * t ** 2 - (6 * n * d + 2 * n * t) / draw.E;
}

/** Everything that the derivation names, at a point of the firm. */
function lettersAt(
  draw: Draw,
  prices: { omega: number; delta: number },
  n: number,
  d: number,
  t: number,
): At {
  const { law, gamma, E, tau } = draw;
  const profit = (x: number, y: number): number => profitAt(draw, prices, x, y, t);
  const response = slopeOf((x) => bestData(law, n, x), tau);
  return {
    ...law,
    ...prices,
    gamma,
    E,
    n,
    d,
    t,
    tau: t / d,
    y: 1 / law.r,
    q: quality(law, n, d),
    f: deformedLog(quality(law, n, d), gamma),
    mrts: rate(law, n, d),
    pi: profit(n, d),
    pi_n: slopeOf((x) => profit(x, d), n),
    pi_d: slopeOf((x) => profit(n, x), d),
    eps_tau: (tau * response) / bestData(law, n, tau),
    A: 1 / law.a,
    B: 1 / law.b,
  };
}

const optimumOf = (draw: Draw): At[] => {
  const d = bestData(draw.law, draw.n, draw.tau);
  const prices = pricesAt(draw, d);
  return prices.delta > 0 ? [lettersAt(draw, prices, draw.n, d, draw.tau * d)] : [];
};

const elsewhereOf = (draw: Draw): At[] => {
  const d = bestData(draw.law, draw.n, draw.tau);
  return [lettersAt(draw, pricesAt(draw, d), 1.2 * draw.n, 0.7 * d, draw.tau * d)];
};

/** The same quality from either side: the efficient ray. */
function onRay({ law, n }: Draw): At {
  const d = fallsThrough((x) => law.a * n ** law.alpha - law.b * x ** law.beta, n * 1e-12, n * 1e12);
  return { ...law, n, d };
}

/** Nothing sold, r = 1: a training budget alone. */
function unsold(draw: Draw): At {
  const law = { ...draw.law, r: 1 };
  const d = bestData(law, draw.n, 0);
  return { ...law, n: draw.n, d, tau: 0, C_F: 6 * draw.n * d, A: 1 / law.a, B: 1 / law.b };
}

const SEED = 20260515;
const COUNT = 12;

function draws(): readonly Draw[] {
  const random = xoroshiro128plus(SEED);
  const between = (low: number, high: number): number => low + (high - low) * uniformFloat64(random);
  return Array.from({ length: COUNT }, () => {
    const [alpha, beta, r] = [between(0.25, 0.5), between(0.25, 0.5), between(0.8, 3)];
    const law: Law = { alpha, beta, r, a: between(4, 9), b: between(4, 9) };
    const [n, tau, gamma] = [between(2, 20), between(0.2, 3), between(-0.9, 0.7)];
    return { law, n, tau, gamma, E: between(1, 3) };
  });
}

/** By name, the points of each. */
export function mixWorlds(): readonly { readonly name: string; readonly points: readonly At[] }[] {
  const drawn = draws();
  const withLaw = (change: (law: Law) => Law): readonly Draw[] =>
    drawn.map((draw) => ({ ...draw, law: change(draw.law) }));
  const equal = (law: Law): Law => ({ ...law, beta: law.alpha });
  return [
    { name: 'best mix', points: drawn.flatMap(optimumOf) },
    { name: 'another mix', points: drawn.flatMap(elsewhereOf) },
    { name: 'best mix, alpha = beta', points: withLaw(equal).flatMap(optimumOf) },
    {
      name: 'best mix, alpha = beta, r = 1/alpha',
      points: withLaw((law) => ({ ...equal(law), r: 1 / law.alpha })).flatMap(optimumOf),
    },
    { name: 'best mix, r = 1', points: withLaw((law) => ({ ...law, r: 1 })).flatMap(optimumOf) },
    { name: 'best mix, nothing sold', points: drawn.map(unsold) },
    { name: 'corner mix', points: drawn.map(onRay) },
  ];
}
