/**
 * Decimals of any number of significant digits as an arithmetic: what decides whether two numbers differ by a law or by
 * round-off. The functions that a digit-by-digit library lacks are made here: the deformed logarithm, Lambert's W.
 */
import { type Decimal, type Decimals, decimals } from '../../engines/decimal.ts';
import { lambertW } from '../../engines/lambert-w.ts';
import type { Arithmetic } from './arithmetic.ts';

/** (1 - e^(-z))/z = Σ (-z)^k/(k+1)!, summed until a term no longer counts. For |z| ≤ 1 its terms hardly cancel. */
function decaySeries(on: Decimals, z: Decimal): Decimal {
  const minusZ = on.neg(z);
  let term = on.fromNumber(1);
  let sum = term;
  for (let k = 1; ; k++) {
    term = on.div(on.mul(term, minusZ), on.fromNumber(k + 1));
    const next = on.add(sum, term);
    if (on.compare(next, sum) === 0) return sum;
    sum = next;
  }
}

/** ∫_1^x s^-(1+g) ds for x > 0 and any real g; the series replaces the quotient where that would cancel. */
function deformedLog(on: Decimals, x: Decimal, g: Decimal): Decimal {
  const L = on.ln(x);
  const z = on.mul(g, L);
  const one = on.fromNumber(1);
  if (on.compare(on.mul(z, z), one) <= 0) return on.mul(L, decaySeries(on, z));
  return on.div(on.sub(one, on.exp(on.neg(z))), g);
}

/** A start for Newton's iteration: the double's answer, or where doubles fail the branch's expansion. */
function startOfW(on: Decimals, branch: 0 | -1, x: Decimal): Decimal {
  const [one, two] = [on.fromNumber(1), on.fromNumber(2)];
  const p2 = on.mul(two, on.add(one, on.mul(on.exp(one), x)));
  if (on.toNumber(p2) < 0) return on.fromNumber(Number.NaN);
  if (on.toNumber(p2) < 1e-4) {
    const p = on.pow(p2, on.fromNumber(0.5));
    return on.sub(branch === 0 ? p : on.neg(p), one);
  }
  const near = lambertW(branch, on.toNumber(x));
  if (Number.isFinite(near)) return on.fromNumber(near);
  const outer = on.ln(branch === 0 ? x : on.neg(x));
  return on.sub(outer, on.ln(branch === 0 ? outer : on.neg(outer)));
}

/** The real branch of W at x, by Newton on w e^w - x with twice the digits, since w e^w is flat at its branch point. */
function preciseW(branch: 0 | -1, x: Decimal, digits: number): Decimal {
  const on = decimals(2 * digits + 10);
  const one = on.fromNumber(1);
  let w = startOfW(on, branch, x);
  // The pole of the lower branch, and no number where the branch is not real.
  if (!Number.isFinite(on.toNumber(w))) return w;
  for (let step = 0; step < 100; step++) {
    const power = on.exp(w);
    const slope = on.mul(power, on.add(one, w));
    if (on.compare(slope, on.fromNumber(0)) === 0) return w;
    const change = on.div(on.sub(on.mul(w, power), x), slope);
    w = on.sub(w, change);
    const small = on.mul(w, on.fromText(`1e-${digits}`));
    if (on.compare(on.mul(change, change), on.mul(small, small)) <= 0) return w;
  }
  return w;
}

/**
 * The arithmetic of decimals with `digits` significant digits, 1 to 480. A double enters as itself, every binary digit
 * of it; a rational as the quotient of its integers.
 */
export function decimalArithmetic(digits: number): Arithmetic<Decimal> {
  const on = decimals(digits);
  const round = (value: Decimal): Decimal => on.add(value, on.fromNumber(0));
  return {
    name: `decimal of ${digits} digits`,
    fromRational: (value) => on.div(on.fromText(`${value.num}`), on.fromText(`${value.den}`)),
    fromNumber: on.fromNumber,
    toNumber: on.toNumber,
    add: on.add,
    negate: on.neg,
    multiply: on.mul,
    divide: on.div,
    power: on.pow,
    ln: on.ln,
    exp: on.exp,
    deformedLog: (x, g) => deformedLog(on, x, g),
    powerGap: (x, g) => on.mul(g, deformedLog(on, x, g)),
    lambertW: (branch, x) => round(preciseW(branch, x, digits)),
    compare: on.compare,
    isZero: (x) => on.compare(x, on.fromNumber(0)) === 0,
  };
}
