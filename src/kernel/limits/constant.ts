/** Signs of values that do not move: exactly where the normal form tells, else by digits that no rounding explains. */
import { decimalArithmetic } from '../arithmetic/decimal.ts';
import { evaluate } from '../compile.ts';
import type { Context } from '../facts.ts';
import { isZero, zeroTest } from '../normal/equal.ts';
import { printText } from '../print-text.ts';
import { compareRational } from '../rational.ts';
import { isNonZero, signOf } from '../sign.ts';
import { isNumber, subtract, symbolsOf, type Term } from '../term.ts';
import { Undecided } from './undecided.ts';

export type Direction = -1 | 0 | 1;

const rough = decimalArithmetic(40);
const precise = decimalArithmetic(80);

/** The sign of a number on whose value 40 and 80 digits agree, or null. What is left of a cancellation is rounding, and differs. */
function signByDigits(value: Term): Direction | null {
  const [near, exact] = [evaluate(value, {}, rough), evaluate(value, {}, precise)];
  const side = precise.compare(exact, precise.fromNumber(0));
  if (side === 0) return null;
  const gap = precise.toNumber(precise.add(precise.divide(near, exact), precise.fromNumber(-1)));
  return Math.abs(gap) < 1e-9 ? (side > 0 ? 1 : -1) : null;
}

/** The sign of a constant, or null where the assumptions leave it open. */
export function signOfConstant(value: Term, context: Context): Direction | null {
  const sign = signOf(value, context);
  if (sign === 'positive') return 1;
  if (sign === 'negative') return -1;
  if (sign === 'zero' || isZero(value, context)) return 0;
  return symbolsOf(value).length === 0 ? signByDigits(value) : null;
}

/** x against y: 1 where x is the larger. @throws Undecided where the assumptions leave it open. */
export function compareConstants(x: Term, y: Term, context: Context): Direction {
  if (isNumber(x) && isNumber(y)) return compareRational(x.value, y.value);
  const sign = signOfConstant(subtract(x, y), context);
  if (sign !== null) return sign;
  throw new Undecided(`the sign of ${printText(subtract(x, y))} is open`);
}

/**
 * Whether a value, not zero by its normal form, is known to be another function than zero. In a parameter it may still
 * have zeros, which whoever uses it as a leading coefficient states.
 * @throws Undecided where neither is known.
 */
export function isOtherThanZero(value: Term, context: Context): boolean {
  if (isZero(value, context)) return false;
  if (isNonZero(value, context) === 'yes' || zeroTest(value, context) === 'non-zero') return true;
  throw new Undecided(`whether ${printText(value)} is zero is open`);
}
