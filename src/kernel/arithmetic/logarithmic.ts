/**
 * Numbers as a sign and the logarithm of their size, both doubles: no product, power or sum of them leaves the range, and what is
 * near one is known as well as what is near zero. A number of logarithm L is known to about |L| 10^-16 of itself, and a
 * difference of two nearly equal ones is known no better than with doubles.
 */
import { lambertW as lambertInDoubles } from '../../engines/lambert-w.ts';
import { type Rational, rationalToNumber } from '../rational.ts';
import type { Arithmetic } from './arithmetic.ts';

export interface Logarithmic {
  /** 1, 0 or -1; NaN for what is no number. */
  readonly sign: number;
  /** Of the size: -Infinity for zero. */
  readonly ln: number;
}

const ZERO: Logarithmic = { sign: 0, ln: Number.NEGATIVE_INFINITY };
const ONE: Logarithmic = { sign: 1, ln: 0 };
const NONE: Logarithmic = { sign: Number.NaN, ln: Number.NaN };

const fromNumber = (value: number): Logarithmic =>
  value === 0 ? ZERO : { sign: Math.sign(value), ln: Math.log(Math.abs(value)) };

const toNumber = ({ sign, ln }: Logarithmic): number => (sign === 0 ? 0 : sign * Math.exp(ln));
const negate = ({ sign, ln }: Logarithmic): Logarithmic => ({ sign: sign === 0 ? 0 : -sign, ln });
const multiply = (x: Logarithmic, y: Logarithmic): Logarithmic =>
  x.sign === 0 || y.sign === 0 ? ZERO : { sign: x.sign * y.sign, ln: x.ln + y.ln };
const divide = (x: Logarithmic, y: Logarithmic): Logarithmic => {
  if (y.sign === 0) return x.sign === 0 ? NONE : { sign: x.sign, ln: Number.POSITIVE_INFINITY };
  return x.sign === 0 ? ZERO : { sign: x.sign * y.sign, ln: x.ln - y.ln };
};

function add(x: Logarithmic, y: Logarithmic): Logarithmic {
  if (x.sign === 0) return y;
  if (y.sign === 0) return x;
  const [large, small] = x.ln >= y.ln ? [x, y] : [y, x];
  const below = small.ln - large.ln;
  if (large.sign === small.sign) return { sign: large.sign, ln: large.ln + Math.log1p(Math.exp(below)) };
  if (below === 0) return ZERO;
  return { sign: large.sign, ln: large.ln + lnOneLess(below) };
}

/** ln(1 - e^z) for z < 0, without cancellation at either end. */
const lnOneLess = (z: number): number => (z > -0.7 ? Math.log(-Math.expm1(z)) : Math.log1p(-Math.exp(z)));

const ROUNDING = 1e-14;

function power(x: Logarithmic, y: Logarithmic): Logarithmic {
  const exponent = toNumber(y);
  if (exponent === 0) return ONE;
  if (x.sign === 0) return exponent > 0 ? ZERO : { sign: 1, ln: Number.POSITIVE_INFINITY };
  if (x.sign > 0) return { sign: 1, ln: exponent * x.ln };
  // The logarithm of a whole number gives it back but for rounding.
  const whole = Math.round(exponent);
  if (Math.abs(exponent - whole) > ROUNDING * Math.abs(whole)) return NONE;
  return { sign: whole % 2 === 0 ? 1 : -1, ln: exponent * x.ln };
}

const ln = (x: Logarithmic): Logarithmic =>
  x.sign > 0 ? fromNumber(x.ln) : fromNumber(Math.log(toNumber(x)));
const exp = (x: Logarithmic): Logarithmic => ({ sign: 1, ln: toNumber(x) });

/** 1 - e^-z. */
function oneLessExponential(z: number): Logarithmic {
  if (z === 0) return ZERO;
  return z > 0 ? { sign: 1, ln: lnOneLess(-z) } : { sign: -1, ln: lnOneLess(z) - z };
}

function deformedLog(x: Logarithmic, g: Logarithmic): Logarithmic {
  if (!(x.sign > 0)) return NONE;
  const [L, slope] = [x.ln, toNumber(g)];
  const z = slope * L;
  if (Math.abs(z) < 1e-5) return fromNumber(L * (1 - (z / 2) * (1 - (z / 3) * (1 - z / 4))));
  return divide(oneLessExponential(z), g);
}

/** v > 0 with v + s ln v = L, for L far from zero: Newton's method from v = L. */
function balance(L: number, s: 1 | -1): number {
  let v = L;
  for (let step = 0; step < 60; step++) {
    const change = (v + s * Math.log(v) - L) / (1 + s / v);
    v -= change;
    if (Math.abs(change) <= 1e-16 * v) break;
  }
  return v;
}

/** Beyond this logarithm a double holds the number no more, or hardly. */
const WIDE = 600;

function lambertW(branch: 0 | -1, x: Logarithmic): Logarithmic {
  if (Math.abs(x.ln) <= WIDE || x.sign === 0) return fromNumber(lambertInDoubles(branch, toNumber(x)));
  if (branch === 0 && x.ln < 0) return x;
  if (branch === 0) return x.sign > 0 ? fromNumber(balance(x.ln, 1)) : NONE;
  return x.sign < 0 && x.ln < 0 ? fromNumber(-balance(-x.ln, -1)) : NONE;
}

/** The arithmetic of signs and logarithms. */
export const logarithmic: Arithmetic<Logarithmic> = {
  name: 'logarithms of doubles',
  fromRational: (value: Rational) => fromNumber(rationalToNumber(value)),
  fromNumber,
  toNumber,
  add,
  negate,
  multiply,
  divide,
  power,
  ln,
  exp,
  deformedLog,
  powerGap: (x, g) => (x.sign > 0 ? multiply(g, deformedLog(x, g)) : NONE),
  lambertW,
  compare: (x, y) => {
    const { sign } = add(x, negate(y));
    return sign;
  },
  isZero: ({ sign }) => sign === 0,
};
