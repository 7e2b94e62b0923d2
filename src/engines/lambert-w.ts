/**
 * The real branches of the Lambert W function, W e^W = x, to a few units in the last place.
 *
 * lambert-w-function gives the start of the principal branch away from −1/e and must not be trusted with the rest:
 * it has no other branch, returns 0 for tiny x and loses half the digits next to −1/e. Here the two branches share
 * one series around −1/e and one Newton iteration elsewhere.
 *
 * Sources: Corless, Gonnet, Hare, Jeffrey, Knuth, "On the Lambert W function" (1996), eqs. 4.22–4.24 for the series;
 * Iacono and Boyd, "New approximations to the principal real-valued branch" (2017) for the iteration.
 */
import { lambertW0 } from 'lambert-w-function';

/** 1/e as the sum of two doubles, so that x + 1/e keeps its digits where the two nearly cancel. */
const INVERSE_E_HIGH = 0.36787944117144233;
const INVERSE_E_LOW = -1.2428753672788363e-17;

/** Within this p = √(2(1 + e x)) the series holds to double precision; outside, |1 + W| keeps Newton well conditioned. */
const SERIES_RADIUS = 0.35;
const SERIES_TERMS = 32;

/** Coefficients μ_k of W = Σ μ_k p^k, by the recurrence of Corless et al. */
function branchPointSeries(): number[] {
  const mu = [-1, 1];
  const alpha = [2, -1];
  const at = (list: number[], index: number): number => list[index] ?? 0;
  for (let k = 2; k < SERIES_TERMS; k++) {
    let folded = 0;
    for (let j = 2; j < k; j++) folded += at(mu, j) * at(mu, k + 1 - j);
    alpha.push(folded);
    const before = at(mu, k - 2) / 2 + at(alpha, k - 2) / 4;
    mu.push(((k - 1) / (k + 1)) * before - folded / 2 - at(mu, k - 1) / (k + 1));
  }
  return mu;
}

const series = branchPointSeries();

/** 1 + e x = p²/2 without cancellation; at the double nearest to −1/e it falls a rounding error below 0 and counts as 0. */
const distanceFromBranchPoint = (x: number): number =>
  Math.max(0, Math.E * (x + INVERSE_E_HIGH + INVERSE_E_LOW));

const sumSeries = (p: number): number => series.reduceRight((sum, coefficient) => sum * p + coefficient, 0);

/** A start good to some per cent for W_−1, from its expansions at −1/e and at 0. */
function startOfLowerBranch(x: number, p: number): number {
  if (p < 1) return -1 - p - (p * p) / 3;
  const outer = Math.log(-x);
  const inner = Math.log(-outer);
  return outer - inner + inner / outer;
}

/** Iacono and Boyd's step, quadratic on both branches; logarithms stand apart, so nothing under- or overflows. */
function logarithmicStep(w: number, x: number): number {
  return (w * (1 + Math.log(Math.abs(x)) - Math.log(Math.abs(w)))) / (1 + w);
}

/** Newton on w − x e^−w, whose error is that of one product; e^−w is taken in halves to stay in range. */
function exponentialStep(w: number, x: number): number {
  const half = Math.exp(-w / 2);
  return w - (w - x * half * half) / (1 + w);
}

/**
 * W of the branch at x: the principal one (0) is real for x ≥ −1/e, the lower one (−1) for −1/e ≤ x < 0.
 * Elsewhere NaN; at its pole the lower branch is −∞.
 */
export function lambertW(branch: 0 | -1, x: number): number {
  if (Number.isNaN(x) || x < -INVERSE_E_HIGH) return Number.NaN;
  if (branch === -1 && x > 0) return Number.NaN;
  if (x === 0) return branch === 0 ? x : Number.NEGATIVE_INFINITY;
  if (x === Number.POSITIVE_INFINITY) return x;
  const p = Math.sqrt(2 * distanceFromBranchPoint(x));
  if (p < SERIES_RADIUS) return sumSeries(branch === 0 ? p : -p);
  let w = branch === 0 ? lambertW0(x) : startOfLowerBranch(x, p);
  if (branch === -1) for (let step = 0; step < 4; step++) w = logarithmicStep(w, x);
  for (let step = 0; step < 2; step++) w = exponentialStep(w, x);
  return w;
}
