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

/** Of a sign and a logarithm, either of which may be none: zero has one form, and what is no number has one. */
function numberOf(sign: number, ln: number): Logarithmic {
  if (Number.isNaN(sign) || Number.isNaN(ln)) return NONE;
  return ln === Number.NEGATIVE_INFINITY ? ZERO : { sign, ln };
}
const expOf = (ln: number): Logarithmic => numberOf(1, ln);

const toNumber = ({ sign, ln }: Logarithmic): number => sign * Math.exp(ln);
const negate = ({ sign, ln }: Logarithmic): Logarithmic => ({ sign: sign === 0 ? 0 : -sign, ln });
const multiply = (x: Logarithmic, y: Logarithmic): Logarithmic =>
  x.sign === 0 || y.sign === 0 ? ZERO : numberOf(x.sign * y.sign, x.ln + y.ln);
const divide = (x: Logarithmic, y: Logarithmic): Logarithmic => {
  if (y.sign === 0) return x.sign === 0 ? NONE : numberOf(x.sign, x.ln + Number.POSITIVE_INFINITY);
  return x.sign === 0 ? ZERO : numberOf(x.sign * y.sign, x.ln - y.ln);
};

function add(x: Logarithmic, y: Logarithmic): Logarithmic {
  if (y.sign === 0) return x;
  if (x.ln === Number.POSITIVE_INFINITY && y.ln === x.ln) return x.sign === y.sign ? x : NONE;
  const [large, small] = x.ln >= y.ln ? [x, y] : [y, x];
  const below = small.ln - large.ln;
  if (large.sign === small.sign) return numberOf(large.sign, large.ln + Math.log1p(Math.exp(below)));
  if (below === 0) return ZERO;
  return numberOf(large.sign, large.ln + lnOneLess(below));
}

/** ln(1 - e^z) for z < 0, without cancellation at either end. */
const lnOneLess = (z: number): number => (z > -0.7 ? Math.log(-Math.expm1(z)) : Math.log1p(-Math.exp(z)));

const ROUNDING = 1e-14;

function power(x: Logarithmic, y: Logarithmic): Logarithmic {
  const exponent = toNumber(y);
  if (exponent === 0) return ONE;
  if (x.sign !== -1) return expOf(exponent * x.ln);
  // The logarithm of a whole number gives it back but for rounding.
  const whole = Math.round(exponent);
  if (!(Math.abs(exponent - whole) <= ROUNDING * Math.abs(whole))) return NONE;
  return { sign: whole % 2 === 0 ? 1 : -1, ln: exponent * x.ln };
}

const ln = (x: Logarithmic): Logarithmic => (x.sign === -1 ? NONE : fromNumber(x.ln));
const exp = (x: Logarithmic): Logarithmic => expOf(toNumber(x));

/** 1 - e^-z for z other than 0. */
const oneLessExponential = (z: number): Logarithmic => ({
  sign: Math.sign(z),
  ln: lnOneLess(-Math.abs(z)) - Math.min(z, 0),
});

function deformedLog(x: Logarithmic, g: Logarithmic): Logarithmic {
  if (x.sign !== 1) return NONE;
  const [L, slope] = [x.ln, toNumber(g)];
  const z = slope * L;
  // The next term of the series, z³/24 of the whole, is below its rounding.
  if (Math.abs(z) < 1e-5) return fromNumber(L * (1 - (z / 2) * (1 - z / 3)));
  return divide(oneLessExponential(z), g);
}

/**
 * v > 0 with v + s ln v = L, for L above 600: Newton's method from v = L, which is off by about ln L. The second step leaves
 * 1e-14, the third what rounding does. NaN for L below zero.
 */
function balance(L: number, s: 1 | -1): number {
  const better = (v: number): number => v - (v + s * Math.log(v) - L) / (1 + s / v);
  return better(better(better(L)));
}

/** Beyond this logarithm a double holds the number no more, or hardly. */
const WIDE = 600;

function lambertW(branch: 0 | -1, x: Logarithmic): Logarithmic {
  if (Math.abs(x.ln) <= WIDE || x.sign === 0) return fromNumber(lambertInDoubles(branch, toNumber(x)));
  if (branch === 0 && x.ln < 0) return x;
  if (branch === 0) return x.sign === 1 ? fromNumber(balance(x.ln, 1)) : NONE;
  return x.sign === -1 ? fromNumber(-balance(-x.ln, -1)) : NONE;
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
  powerGap: (x, g) => (x.sign === 1 ? multiply(g, deformedLog(x, g)) : NONE),
  lambertW,
  compare: (x, y) => {
    const { sign } = add(x, negate(y));
    return sign;
  },
  isZero: ({ sign }) => sign === 0,
};
