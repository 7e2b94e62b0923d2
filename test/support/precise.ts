/** Terms evaluated to many digits, and how far a double is from that. */
import type { Decimal } from '../../src/engines/decimal.ts';
import type { Arithmetic } from '../../src/kernel/arithmetic/arithmetic.ts';
import { decimalArithmetic } from '../../src/kernel/arithmetic/decimal.ts';
import { evaluate } from '../../src/kernel/compile.ts';
import { FUNCTIONS } from '../../src/kernel/functions/registry.ts';
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

/** The value of the term as it stands, nothing rewritten: what the compiled term must agree with. */
export function plainValue<T>(term: Term, point: Readonly<Record<string, T>>, arithmetic: Arithmetic<T>): T {
  const of = (part: Term): T => plainValue(part, point, arithmetic);
  switch (term.kind) {
    case 'number':
      return arithmetic.fromRational(term.value);
    case 'symbol':
      return point[term.name] as T;
    case 'sum':
      return term.terms.map(of).reduce(arithmetic.add);
    case 'product':
      return term.factors.map(of).reduce(arithmetic.multiply);
    case 'power':
      return arithmetic.power(of(term.base), of(term.exponent));
    case 'call':
      return FUNCTIONS[term.name].evaluate(arithmetic, term.args.map(of));
  }
}
