/**
 * Rational functions of the shape parameters: the field from which coefficients and exponents of the normal form
 * are taken. Always reduced, with a denominator whose leading coefficient is 1, so equality is equality of data.
 */

import { refuse } from './issues.ts';
import {
  addPolynomials,
  constantPolynomial,
  dividePolynomials,
  equalPolynomials,
  isConstantPolynomial,
  isZeroPolynomial,
  leadingTerm,
  multiplyPolynomials,
  negatePolynomial,
  ONE_POLYNOMIAL,
  type Polynomial,
  polynomialKey,
  scalePolynomial,
  symbolPolynomial,
  ZERO_POLYNOMIAL,
} from './polynomial.ts';
import { gcdPolynomials } from './polynomial-gcd.ts';
import {
  addRational,
  bitsOfRational,
  compareRational,
  divideRational,
  floorRational,
  isInteger,
  isOneRational,
  multiplyRational,
  ONE,
  powerRational,
  type Rational,
  rational,
  signRational,
  ZERO,
} from './rational.ts';

export type Ratio = { readonly num: Polynomial; readonly den: Polynomial };

export const ZERO_RATIO: Ratio = { num: ZERO_POLYNOMIAL, den: ONE_POLYNOMIAL };
export const ONE_RATIO: Ratio = { num: ONE_POLYNOMIAL, den: ONE_POLYNOMIAL };
export const constantRatio = (value: Rational): Ratio => ({
  num: constantPolynomial(value),
  den: ONE_POLYNOMIAL,
});
export const integerRatio = (value: bigint | number): Ratio => constantRatio(rational(value));
export const symbolRatio = (name: string): Ratio => ({ num: symbolPolynomial(name), den: ONE_POLYNOMIAL });
export const isZeroRatio = (x: Ratio): boolean => isZeroPolynomial(x.num);
export const equalRatios = (x: Ratio, y: Ratio): boolean =>
  equalPolynomials(x.num, y.num) && equalPolynomials(x.den, y.den);
export const ratioKey = (x: Ratio): string =>
  isConstantPolynomial(x.den) ? polynomialKey(x.num) : `(${polynomialKey(x.num)})/(${polynomialKey(x.den)})`;

/** The rational number that the ratio is, or null where it depends on a symbol. */
export function ratioConstant(x: Ratio): Rational | null {
  if (isZeroPolynomial(x.num)) return ZERO;
  return isConstantPolynomial(x.num) && isConstantPolynomial(x.den) ? leadingTerm(x.num).coefficient : null;
}

export function isOneRatio(x: Ratio): boolean {
  const value = ratioConstant(x);
  return value !== null && isOneRational(value);
}

/** Results of the operations below: the same few exponents meet again and again. Emptied when full, so memory is bounded. */
const memory = new Map<string, Ratio>();
const MOST_REMEMBERED = 100_000;

function remembered(key: string, compute: () => Ratio): Ratio {
  const known = memory.get(key);
  if (known) return known;
  if (memory.size >= MOST_REMEMBERED) memory.clear();
  const result = compute();
  memory.set(key, result);
  return result;
}

/** num/den, reduced. @throws RangeError where den is the zero polynomial. */
export function ratio(num: Polynomial, den: Polynomial): Ratio {
  if (isZeroPolynomial(den)) throw new RangeError('a rational function has denominator zero');
  return remembered(`${polynomialKey(num)}|${polynomialKey(den)}`, () => reduce(num, den));
}

function reduce(num: Polynomial, den: Polynomial): Ratio {
  if (isZeroPolynomial(num)) return ZERO_RATIO;
  const common = isConstantPolynomial(den) ? ONE_POLYNOMIAL : gcdPolynomials(num, den);
  const top = dividePolynomials(num, common) ?? num;
  const bottom = dividePolynomials(den, common) ?? den;
  const unit = divideRational(ONE, leadingTerm(bottom).coefficient);
  return { num: scalePolynomial(top, unit), den: scalePolynomial(bottom, unit) };
}

export const addRatios = (x: Ratio, y: Ratio): Ratio => {
  if (isZeroRatio(x)) return y;
  if (isZeroRatio(y)) return x;
  const [a, b] = [ratioConstant(x), ratioConstant(y)];
  if (a && b) return constantRatio(addRational(a, b));
  return remembered(`${ratioKey(x)}+${ratioKey(y)}`, () =>
    equalPolynomials(x.den, y.den)
      ? ratio(addPolynomials(x.num, y.num), x.den)
      : ratio(
          addPolynomials(multiplyPolynomials(x.num, y.den), multiplyPolynomials(y.num, x.den)),
          multiplyPolynomials(x.den, y.den),
        ),
  );
};
export const negateRatio = (x: Ratio): Ratio => ({ num: negatePolynomial(x.num), den: x.den });
export const subtractRatios = (x: Ratio, y: Ratio): Ratio => addRatios(x, negateRatio(y));
export const multiplyRatios = (x: Ratio, y: Ratio): Ratio => {
  if (isOneRatio(x)) return y;
  if (isOneRatio(y)) return x;
  const [a, b] = [ratioConstant(x), ratioConstant(y)];
  if (a && b) return constantRatio(multiplyRational(a, b));
  return remembered(`${ratioKey(x)}×${ratioKey(y)}`, () =>
    ratio(multiplyPolynomials(x.num, y.num), multiplyPolynomials(x.den, y.den)),
  );
};
export const invertRatio = (x: Ratio): Ratio => ratio(x.den, x.num);
export const divideRatios = (x: Ratio, y: Ratio): Ratio => multiplyRatios(x, invertRatio(y));

/** Digits, in bits, and number of factors beyond which a power is not carried out. */
const MOST_BITS = 200_000n;
const MOST_FACTORS = 128n;

/** @throws OptimandError where the power would be too large to write down. */
export function powerRatio(x: Ratio, exponent: bigint): Ratio {
  const times = exponent < 0n ? -exponent : exponent;
  const value = ratioConstant(x);
  const fits = value
    ? isOneRational(value) || times * bitsOfRational(value) <= MOST_BITS
    : times <= MOST_FACTORS;
  if (!fits)
    refuse(
      `a power with exponent ${exponent} is too large to carry out`,
      'the normal form',
      'use a smaller exponent',
    );
  if (value) return constantRatio(powerRational(value, exponent));
  const base = exponent < 0n ? invertRatio(x) : x;
  let result = ONE_RATIO;
  for (let i = times; i > 0n; i--) result = multiplyRatios(result, base);
  return result;
}

/** Sign in the ordered field Q(…) whose infinitely large elements are its symbols: an order for bookkeeping, not a value. */
export const leadingSign = (x: Ratio): -1 | 0 | 1 =>
  isZeroRatio(x) ? 0 : signRational(leadingTerm(x.num).coefficient);
export function compareRatios(x: Ratio, y: Ratio): -1 | 0 | 1 {
  const [a, b] = [ratioConstant(x), ratioConstant(y)];
  if (a && b) return compareRational(a, b);
  return equalRatios(x, y) ? 0 : leadingSign(subtractRatios(x, y));
}

/** The integer the ratio is, or null. */
export function ratioInteger(x: Ratio): bigint | null {
  const value = ratioConstant(x);
  return value && isInteger(value) ? value.num : null;
}

/**
 * The integer by which a canonical representative of x modulo the integers differs from x: two ratios have equal
 * x - integerPart(x) exactly where their difference is an integer.
 */
export function integerPart(x: Ratio): bigint {
  const lead = leadingTerm(x.den).monomial;
  const key = JSON.stringify(lead);
  const matching = x.num.find((t) => JSON.stringify(t.monomial) === key);
  return matching ? floorRational(matching.coefficient) : 0n;
}
