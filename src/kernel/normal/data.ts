/**
 * The normal form as data: a sum of summands, each a coefficient (a rational function of the shape parameters) times
 * powers of distinct bases, whose exponents are again rational functions of the shape parameters.
 *
 *     Σ_i c_i(α, β, γ, …) · Π_j base_j ^ e_ij(α, β, γ, …)
 *
 * Bases are positive symbols, primes and shape polynomials under non-integer exponents, sums kept as factors, calls of
 * functions, and exponentials. Distinct products of such powers are linearly independent over the coefficients, so a term
 * without sums as bases is zero exactly where its normal form has no summand.
 */
import type { FunctionName } from '../functions/names.ts';
import { type Polynomial, polynomialKey } from '../polynomial.ts';
import {
  addRatios,
  compareRatios,
  isOneRatio,
  isZeroRatio,
  leadingSign,
  negateRatio,
  ONE_RATIO,
  type Ratio,
  ratioKey,
  ZERO_RATIO,
} from '../ratio.ts';

export type Base = { readonly key: string } & (
  | { readonly kind: 'symbol'; readonly name: string }
  | { readonly kind: 'prime'; readonly value: bigint }
  | { readonly kind: 'polynomial'; readonly value: Polynomial }
  | { readonly kind: 'sum'; readonly value: Normal }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly args: readonly Normal[] }
  | { readonly kind: 'exp'; readonly of: readonly Factor[] }
);
export type Factor = { readonly base: Base; readonly exponent: Ratio };
/** Factors are sorted by key, without repetition, without zero exponents. */
export type Summand = { readonly coefficient: Ratio; readonly factors: readonly Factor[] };
/** Summands are sorted, the largest first, without repetition of their factors, without zero coefficients. */
export type Normal = readonly Summand[];

export const factorsKey = (factors: readonly Factor[]): string =>
  factors
    .map(({ base, exponent }) => (isOneRatio(exponent) ? base.key : `${base.key}^{${ratioKey(exponent)}}`))
    .join('·');
export const normalKey = (value: Normal): string =>
  value.map(({ coefficient, factors }) => `[${ratioKey(coefficient)}]${factorsKey(factors)}`).join(' + ') ||
  '0';

export const symbolBase = (name: string): Base => ({ kind: 'symbol', name, key: name });
export const primeBase = (value: bigint): Base => ({ kind: 'prime', value, key: `#${value}` });
export const polynomialBase = (value: Polynomial): Base => ({
  kind: 'polynomial',
  value,
  key: `<${polynomialKey(value)}>`,
});
export const sumBase = (value: Normal): Base => ({ kind: 'sum', value, key: `(${normalKey(value)})` });
export const callBase = (name: FunctionName, args: readonly Normal[]): Base => ({
  kind: 'call',
  name,
  args,
  key: `${name}(${args.map(normalKey).join(', ')})`,
});
export const expBase = (of: readonly Factor[]): Base => ({ kind: 'exp', of, key: `exp{${factorsKey(of)}}` });

export const ZERO_NORMAL: Normal = [];
export const ratioNormal = (coefficient: Ratio): Normal =>
  isZeroRatio(coefficient) ? ZERO_NORMAL : [{ coefficient, factors: [] }];
export const ONE_NORMAL: Normal = ratioNormal(ONE_RATIO);
export const factorNormal = (base: Base, exponent: Ratio = ONE_RATIO): Normal => [
  { coefficient: ONE_RATIO, factors: [{ base, exponent }] },
];

/** The coefficient where the value is a rational function of the shape parameters alone, else null. */
export function asRatio(value: Normal): Ratio | null {
  const [only] = value;
  if (!only) return ZERO_RATIO;
  return value.length === 1 && only.factors.length === 0 ? only.coefficient : null;
}

/**
 * Order of products of powers: by the exponent of the first base, in key order, in which they differ. It is kept when
 * both sides are multiplied by the same product, which is what makes a leading summand a canonical choice; primes and
 * shape polynomials, whose exponents are reduced, come last for that reason.
 */
export const compareFactors = (x: readonly Factor[], y: readonly Factor[]): number =>
  compareWhere(x, y, false) || compareWhere(x, y, true);

/** Bases of which a product keeps only the broken part of the exponent, so that multiplying does not shift all alike. */
const isReduced = ({ kind }: Base): boolean => kind === 'prime' || kind === 'polynomial';

/** Both sides are sorted by key, so the bases in which they differ are met in order. */
function compareWhere(x: readonly Factor[], y: readonly Factor[], reduced: boolean): number {
  for (let i = 0, j = 0; ; ) {
    while (x[i] && isReduced((x[i] as Factor).base) !== reduced) i++;
    while (y[j] && isReduced((y[j] as Factor).base) !== reduced) j++;
    const [left, right] = [x[i], y[j]];
    if (!left) return right ? -leadingSign(right.exponent) : 0;
    if (!right || left.base.key < right.base.key) return leadingSign(left.exponent);
    if (right.base.key < left.base.key) return -leadingSign(right.exponent);
    const order = compareRatios(left.exponent, right.exponent);
    if (order !== 0) return order;
    i++;
    j++;
  }
}

/** Like summands collected, zero ones dropped, the rest in order. */
export function collectSummands(summands: readonly Summand[]): Normal {
  if (summands.length < 2) return summands.filter(({ coefficient }) => !isZeroRatio(coefficient));
  const byKey = new Map<string, Summand>();
  for (const summand of summands) {
    const key = factorsKey(summand.factors);
    const seen = byKey.get(key);
    byKey.set(
      key,
      seen
        ? { factors: seen.factors, coefficient: addRatios(seen.coefficient, summand.coefficient) }
        : summand,
    );
  }
  return [...byKey.values()]
    .filter(({ coefficient }) => !isZeroRatio(coefficient))
    .sort((x, y) => compareFactors(y.factors, x.factors));
}

export const addNormals = (...values: readonly Normal[]): Normal => collectSummands(values.flat());
export const negateNormal = (value: Normal): Normal =>
  value.map((s) => ({ ...s, coefficient: negateRatio(s.coefficient) }));
