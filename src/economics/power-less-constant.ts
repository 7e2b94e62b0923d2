/**
 * A power less a constant as a deformed logarithm. With A, B and x positive and y = (A/B)^(1/e) x,
 *
 *     A x^e - B = B (y^e - 1) = e B deformed_log(y, -e),      B - A x^e = -e B deformed_log(y, -e),
 *
 * exactly, for every e other than 0. The logarithm keeps together what cancels where the power has come down to the constant:
 * the edge of the market, below which nobody buys, is where y = 1.
 */
import type { Context } from '../kernel/facts.ts';
import { isNegative, isPositive } from '../kernel/sign.ts';
import { call, divide, multiply, negate, power, type Term } from '../kernel/term.ts';

interface Power {
  readonly scale: Term;
  readonly base: Term;
  readonly exponent: Term;
}

/** A x^e with A and e free of what varies, or null. */
function powerOf(value: Term, depends: (part: Term) => boolean): Power | null {
  const factors = value.kind === 'product' ? value.factors : [value];
  const [moving, ...more] = factors.filter(depends);
  if (!moving || more.length > 0 || moving.kind === 'call' || moving.kind === 'sum') return null;
  const scale = multiply(...factors.filter((factor) => factor !== moving));
  const { base, exponent } = moving.kind === 'power' ? moving : { base: moving, exponent: multiply(1) };
  return depends(exponent) ? null : { scale, base, exponent };
}

/** The sum of a power that varies and a constant against it as a deformed logarithm; any other term as it is. */
export function asLogarithm(value: Term, depends: (part: Term) => boolean, context: Context): Term {
  if (value.kind !== 'sum' || value.terms.length !== 2) return value;
  const [moving, constant] = [value.terms.find(depends), value.terms.find((part) => !depends(part))];
  const found = moving && powerOf(moving, depends);
  if (!found || !constant) return value;
  const { scale, base, exponent } = found;
  const rises = isPositive(scale, context) === 'yes' && isNegative(constant, context) === 'yes';
  const closes = isNegative(scale, context) === 'yes' && isPositive(constant, context) === 'yes';
  const isOpen = isPositive(exponent, context) !== 'yes' && isNegative(exponent, context) !== 'yes';
  if ((!rises && !closes) || isOpen || isPositive(base, context) !== 'yes') return value;
  const y = multiply(power(divide(negate(scale), constant), divide(1, exponent)), base);
  return multiply(negate(constant), exponent, call('deformed_log', y, negate(exponent)));
}
