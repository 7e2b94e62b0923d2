/**
 * Arithmetic on decimals of a chosen number of significant digits: the high-precision evaluator behind sampled checks.
 *
 * decimal.js rounds every result to the digits asked for, and must not be trusted with more: nothing bounds what a
 * chain of operations loses, so cancellation is found by evaluating again with more digits. Its own reading of a double
 * is the shortest decimal that prints alike, which next to a branch point is another number: doubles enter as text.
 */
import { Decimal as Big } from 'decimal.js';

const held = Symbol('held');

/** A decimal, opaque outside this file. */
export type Decimal = { readonly [held]: Big };

/** The operations at one precision. They accept the decimals of another and round to their own. */
export type Decimals = {
  /** The double itself, every binary digit of it: 0.1 is not 1/10 here. */
  readonly fromNumber: (value: number) => Decimal;
  /** A decimal as written: '0.1' is 1/10. */
  readonly fromText: (text: string) => Decimal;
  readonly add: (left: Decimal, right: Decimal) => Decimal;
  readonly sub: (left: Decimal, right: Decimal) => Decimal;
  readonly mul: (left: Decimal, right: Decimal) => Decimal;
  readonly div: (left: Decimal, right: Decimal) => Decimal;
  readonly pow: (base: Decimal, exponent: Decimal) => Decimal;
  readonly ln: (value: Decimal) => Decimal;
  readonly exp: (value: Decimal) => Decimal;
  readonly neg: (value: Decimal) => Decimal;
  /** −1, 0 or 1; NaN where either side is not a number. */
  readonly compare: (left: Decimal, right: Decimal) => number;
  readonly toNumber: (value: Decimal) => number;
  readonly toText: (value: Decimal) => string;
};

/** decimal.js knows ln 10 to 1,025 digits, which bounds what a logarithm can be asked for. */
const MOST_DIGITS = 1000;

/** The exact decimal expansion of a double: m / 2^k is m 5^k / 10^k. */
function exactText(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (Object.is(value, -0)) return '-0';
  let [whole, halvings] = [value, 0];
  for (; !Number.isInteger(whole); halvings++) whole *= 2;
  return `${BigInt(whole) * 5n ** BigInt(halvings)}e-${halvings}`;
}

/** The operations at `digits` significant digits, 1 to 1,000. @throws RangeError outside that. */
export function decimals(digits: number): Decimals {
  if (!Number.isInteger(digits) || digits < 1 || digits > MOST_DIGITS) {
    throw new RangeError(`decimals have 1 to ${MOST_DIGITS} digits, not ${digits}`);
  }
  const Precise = Big.clone({ defaults: true, precision: digits });
  const hold = (value: Big): Decimal => ({ [held]: value });
  return {
    fromNumber: (value) => hold(new Precise(exactText(value))),
    fromText: (text) => hold(new Precise(text)),
    add: (left, right) => hold(Precise.add(left[held], right[held])),
    sub: (left, right) => hold(Precise.sub(left[held], right[held])),
    mul: (left, right) => hold(Precise.mul(left[held], right[held])),
    div: (left, right) => hold(Precise.div(left[held], right[held])),
    pow: (base, exponent) => hold(Precise.pow(base[held], exponent[held])),
    ln: (value) => hold(Precise.ln(value[held])),
    exp: (value) => hold(Precise.exp(value[held])),
    neg: (value) => hold(value[held].neg()),
    compare: (left, right) => left[held].cmp(right[held]),
    toNumber: (value) => value[held].toNumber(),
    toText: (value) => value[held].toString(),
  };
}
