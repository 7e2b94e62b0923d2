/** Products of normal forms. Integer parts of exponents of primes and shape polynomials are moved into the coefficient. */
import { refuse } from '../issues.ts';
import { ONE_POLYNOMIAL } from '../polynomial.ts';
import {
  addRatios,
  constantRatio,
  integerPart,
  integerRatio,
  isZeroRatio,
  multiplyRatios,
  ONE_RATIO,
  powerRatio,
  type Ratio,
  ratioInteger,
  subtractRatios,
} from '../ratio.ts';
import { rational } from '../rational.ts';
import { type Base, collectSummands, type Factor, type Normal, ONE_NORMAL, type Summand } from './data.ts';

/** Beyond this many summands a product is not multiplied out. */
const MOST_SUMMANDS = 4000;
/** Sums are multiplied out up to this power; a higher power stays a factor. */
export const LARGEST_EXPANSION = 12n;

const baseValue = (base: Base): Ratio | null => {
  if (base.kind === 'prime') return constantRatio(rational(base.value));
  return base.kind === 'polynomial' ? { num: base.value, den: ONE_POLYNOMIAL } : null;
};

/** A product of powers, with equal bases merged; sums to a small positive integer power come out multiplied. */
export function productOfFactors(coefficient: Ratio, factors: readonly Factor[]): Normal {
  const merged = new Map<string, Factor>();
  for (const { base, exponent } of factors) {
    const seen = merged.get(base.key);
    merged.set(base.key, { base, exponent: seen ? addRatios(seen.exponent, exponent) : exponent });
  }
  let scale = coefficient;
  const kept: Factor[] = [];
  const sums: { value: Normal; times: bigint }[] = [];
  for (const { base, exponent } of merged.values()) {
    if (isZeroRatio(exponent)) continue;
    const value = baseValue(base);
    const whole = value ? integerPart(exponent) : 0n;
    if (value && whole !== 0n) scale = multiplyRatios(scale, powerRatio(value, whole));
    const rest = whole === 0n ? exponent : subtractRatios(exponent, integerRatio(whole));
    if (isZeroRatio(rest)) continue;
    const times = base.kind === 'sum' ? ratioInteger(rest) : null;
    if (base.kind === 'sum' && times !== null && base.value.length === 1)
      sums.push({ value: powerOfOne(base.value, times), times: 1n });
    else if (base.kind === 'sum' && times !== null && times > 0n && times <= LARGEST_EXPANSION)
      sums.push({ value: base.value, times });
    else kept.push({ base, exponent: rest });
  }
  if (isZeroRatio(scale)) return [];
  kept.sort((x, y) => (x.base.key < y.base.key ? -1 : 1));
  let result: Normal = [{ coefficient: scale, factors: kept }];
  for (const { value, times } of sums)
    for (let i = 0n; i < times; i++) result = multiplyNormals(result, value);
  return result;
}

/** A single summand to a whole power, of either sign. */
const powerOfOne = (value: Normal, times: bigint): Normal =>
  value.flatMap(({ coefficient, factors }) =>
    productOfFactors(
      powerRatio(coefficient, times),
      factors.map((f) => ({ base: f.base, exponent: multiplyRatios(f.exponent, integerRatio(times)) })),
    ),
  );

const multiplySummands = (x: Summand, y: Summand): Normal =>
  productOfFactors(multiplyRatios(x.coefficient, y.coefficient), [...x.factors, ...y.factors]);

/** @throws OptimandError where the product would have thousands of summands. */
export function multiplyNormals(x: Normal, y: Normal): Normal {
  const [scale, other] = x.length === 1 ? [x[0], y] : [y[0], x];
  if (x.length === 0 || y.length === 0) return [];
  if ((x.length === 1 || y.length === 1) && scale?.factors.length === 0)
    return scaleNormal(other, scale.coefficient);
  if (x.length * y.length > MOST_SUMMANDS) {
    refuse(
      `a product of ${x.length} by ${y.length} summands is too large to multiply out`,
      'the normal form',
      'factor the formula',
    );
  }
  return collectSummands(x.flatMap((s) => y.flatMap((r) => multiplySummands(s, r))));
}

export const scaleNormal = (value: Normal, by: Ratio): Normal =>
  isZeroRatio(by) ? [] : value.map((s) => ({ ...s, coefficient: multiplyRatios(s.coefficient, by) }));

export function powerOfNormal(value: Normal, times: bigint): Normal {
  let result = ONE_NORMAL;
  for (let i = 0n; i < times; i++) result = multiplyNormals(result, value);
  return result;
}

export const unitSummand = (factors: readonly Factor[]): Summand => ({ coefficient: ONE_RATIO, factors });
