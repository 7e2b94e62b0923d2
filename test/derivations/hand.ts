/** Numbers worked out by hand for the worlds: by bisection on slopes, from the specification's formulas for profit alone. */
import type { At } from '../../src/claims/pool.ts';
import { read } from './pools.ts';

/** (1 - x^-g)/g without cancellation. */
export const deformedLog = (x: number, g: number): number =>
  g === 0 ? Math.log(x) : -Math.expm1(-g * Math.log(x)) / g;

/** A central difference of fourth order. */
export function slopeOf(h: (x: number) => number, x: number): number {
  const step = 1e-3 * x;
  return (8 * (h(x + step) - h(x - step)) - (h(x + 2 * step) - h(x - 2 * step))) / (12 * step);
}

/** Where a function that falls through zero between the ends is zero, bisected in the logarithm. */
export function fallsThrough(h: (x: number) => number, low: number, high: number): number {
  let [left, right] = [Math.log(low), Math.log(high)];
  for (let i = 0; i < 200; i++) {
    const middle = (left + right) / 2;
    if (h(Math.exp(middle)) > 0) left = middle;
    else right = middle;
  }
  return Math.exp((left + right) / 2);
}

interface Firm {
  readonly alpha: number;
  readonly gamma: number;
  readonly a: number;
  readonly omega: number;
  readonly delta: number;
  readonly E: number;
  readonly k: number;
  readonly R: number;
}

function firmOf(p: At): Firm {
  const [alpha, beta, gamma, a, b, omega, delta, E] = [
    'alpha',
    'beta',
    'gamma',
    'a',
    'b',
    'omega',
    'delta',
    'E',
  ].map((name) => read(p, name)) as [number, number, number, number, number, number, number, number];
  return { alpha, gamma, a, omega, delta, E, k: 1 + alpha / beta, R: (a / b) ** (1 / beta) };
}

const adoptionAt = ({ a, alpha, gamma }: Firm, n: number): number => deformedLog(a * n ** alpha, gamma);
/** f'(n) from the integrand: the density at q times dq/dn. */
const adoptionSlope = ({ a, alpha, gamma }: Firm, n: number): number =>
  (a * n ** alpha) ** -(1 + gamma) * a * alpha * n ** (alpha - 1);

const derived = (p: At, n: number, profit: number): At => ({
  ...p,
  n,
  q: read(p, 'a') * n ** read(p, 'alpha'),
  f: adoptionAt(firmOf(p), n),
  Pi: profit,
  pi: profit,
  Pi_n: 0,
});

/** The size of largest margin. */
export function inferenceOnly(p: At): At {
  const firm = firmOf(p);
  const n = fallsThrough((x) => firm.omega * adoptionSlope(firm, x) - 2 / firm.E, 1e-30, 1e200);
  return derived(p, n, Number.NaN);
}

/** Slope of (omega f)²/(4 delta) - 6 R n^k/E in ln n, in units of its second part. */
const trainingSlope = (firm: Firm, n: number): number =>
  (firm.omega ** 2 * adoptionAt(firm, n) * adoptionSlope(firm, n) * n * firm.E) /
    (12 * firm.delta * firm.k * firm.R * n ** firm.k) -
  1;

/** The larger size at which profit without inference cost is stationary. */
export function trainingOnly(p: At): At {
  const firm = firmOf(p);
  const top = fallsThrough(
    (x) =>
      slopeOf((y) => Math.log(Math.max(adoptionAt(firm, y), 1e-300)), x) * x + firmSlope(firm, x) - firm.k,
    firm.a ** (-1 / firm.alpha) * 1.01,
    1e200,
  );
  const n = fallsThrough((x) => trainingSlope(firm, x), top, 1e200);
  return derived(
    p,
    n,
    (firm.omega * adoptionAt(firm, n)) ** 2 / (4 * firm.delta) - (6 * firm.R * n ** firm.k) / firm.E,
  );
}

/** The same profit where its slope does not vanish. */
export function offTrainingOnly(p: At): At {
  const firm = firmOf(p);
  const n = 1.3 * read(trainingOnly(p), 'n');
  const profit = (x: number): number =>
    (firm.omega * adoptionAt(firm, x)) ** 2 / (4 * firm.delta) - (6 * firm.R * x ** firm.k) / firm.E;
  return { ...derived(p, n, profit(n)), Pi_n: slopeOf(profit, n) };
}

const firmSlope = ({ alpha, gamma }: Firm, _n: number): number => -alpha * gamma;

/** The E at which the two laws give one size. */
export function crossing(p: At): At {
  const firm = firmOf(p);
  const { alpha, gamma, a, omega, k } = firm;
  const kappa = 12 * firm.delta * k * firm.R;
  const inference = (E: number): number =>
    ((omega * alpha * E) / (2 * a ** gamma)) ** (1 / (1 + alpha * gamma));
  const power = (E: number): number => {
    const c = (alpha * omega ** 2 * E) / kappa;
    if (gamma === 0) return Number.NaN;
    return gamma < 0
      ? (c / (-gamma * a ** (2 * gamma))) ** (1 / (k + 2 * alpha * gamma))
      : (c / (gamma * a ** gamma)) ** (1 / (k + alpha * gamma));
  };
  // At gamma = 0 the training law is the larger root of n^k = c ln(a n^alpha); n_I is below it while its left side is the smaller.
  const below = (E: number): number =>
    gamma === 0
      ? Math.log(((alpha * omega ** 2 * E) / kappa) * Math.log(a * inference(E) ** alpha)) -
        k * Math.log(inference(E))
      : power(E) / inference(E) - 1;
  const start = gamma === 0 ? (2 / (omega * alpha)) * a ** (-1 / alpha) * Math.exp(1 / (k - 1)) : 1e-60;
  const E = fallsThrough(below, start, 1e150);
  return { ...p, E, n: inference(E) };
}

/** x = e² with the value of ln(x)/x^(1/2) there. */
export const atRoot = (): At => ({ x: Math.E ** 2, h: 2 / Math.E, h_x: 0 });
