/** Terms evaluated to many digits, and how far a double is from that. */
import type { Decimal } from '../../src/engines/decimal.ts';
import { decimalArithmetic } from '../../src/kernel/arithmetic/decimal.ts';
import { evaluate } from '../../src/kernel/compile.ts';
import type { Term } from '../../src/kernel/term.ts';

export const DIGITS_60 = decimalArithmetic(60);

/** The values as decimals, each the double itself. */
export const asDecimals = (point: Readonly<Record<string, number>>): Record<string, Decimal> =>
  Object.fromEntries(Object.entries(point).map(([name, value]) => [name, DIGITS_60.fromNumber(value)]));

export const valueTo60 = (term: Term, point: Readonly<Record<string, number>>): Decimal =>
  evaluate(term, asDecimals(point), DIGITS_60);

/** |got - exact| / |exact|, the difference taken in decimals. */
export function relativeError(got: number, exact: Decimal): number {
  const { add, negate, fromNumber, divide, toNumber } = DIGITS_60;
  if (!Number.isFinite(got)) return Number.POSITIVE_INFINITY;
  if (toNumber(exact) === 0) return got === 0 ? 0 : Number.POSITIVE_INFINITY;
  return Math.abs(toNumber(divide(add(fromNumber(got), negate(exact)), exact)));
}
