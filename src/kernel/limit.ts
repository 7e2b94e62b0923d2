/**
 * Limits of terms as a shape parameter tends to a value. Where the term is not defined at the value it is a quotient whose
 * numerator has a zero of the same order (Taylor: numerator^(m)/m!), or an exponential whose exponent has such a limit.
 */
import { rawDerivative } from './differentiate.ts';
import type { Context } from './facts.ts';
import { OptimandError, refuse } from './issues.ts';
import { tidy, zeroTest } from './normal/equal.ts';
import { call, divide, isNumber, ln, mapParts, multiply, number, parts, power, sameTerm, subtract, substitute, symbol, symbolsOf, type Term, type Termlike, term } from './term.ts';
import { rational } from './rational.ts';

const HIGHEST_ORDER = 4;

/** The value at the point, or null where substitution divides by zero or leaves the domain. */
function valueAt(value: Term, name: string, at: Term, context: Context): Term | null {
  if (dividesByZero(value, name, at, context)) return null;
  try {
    return tidy(substitute(value, { [name]: at }), context);
  } catch (error) {
    if (error instanceof OptimandError || error instanceof RangeError) return null;
    throw error;
  }
}

/** Whether some part is a negative power of what vanishes at the point; folding 0·x would hide it. */
function dividesByZero(value: Term, name: string, at: Term, context: Context): boolean {
  const here = (part: Term): Term => substitute(part, { [name]: at });
  const isPole = value.kind === 'power' && isNumber(value.exponent) && value.exponent.value.num < 0n && zeroTest(here(value.base), context) === 'zero';
  return isPole || parts(value).some((part) => dividesByZero(part, name, at, context));
}

/** u^v with the parameter in v as e^(v ln u), the form in which its limit is that of an exponent. */
function toExponentials(value: Term, name: string): Term {
  const inner = mapParts(value, (part) => toExponentials(part, name));
  const moves = inner.kind === 'power' && symbolsOf(inner.exponent).includes(name) && !isNumber(inner.exponent);
  return moves ? call('exp', multiply(inner.exponent, ln(inner.base))) : inner;
}

function limitOfQuotient(value: Term, name: string, at: Term, context: Context): Term | null {
  const gap = subtract(symbol(name), at);
  let factorial = 1n;
  for (let order = 1; order <= HIGHEST_ORDER; order++) {
    factorial *= BigInt(order);
    let numerator = tidy(multiply(value, power(gap, order)), context);
    const start = valueAt(numerator, name, at, context);
    if (!start || zeroTest(start, context) !== 'zero') continue;
    let vanishes = true;
    for (let i = 1; i <= order; i++) {
      numerator = rawDerivative(numerator, name);
      const here = valueAt(numerator, name, at, context);
      if (!here) return null;
      if (i === order && vanishes) return tidy(divide(here, number(rational(factorial))), context);
      vanishes &&= zeroTest(here, context) === 'zero';
    }
  }
  return null;
}

/**
 * The limit of the term as the named parameter tends to `at`.
 * @throws OptimandError where it is not found; what was tried is in the sentence.
 */
export function limit(value: Term, name: string, at: Termlike, context: Context): Term {
  const point = term(at);
  const direct = valueAt(value, name, point, context);
  if (direct) return direct;
  if (value.kind === 'call' && value.name === 'exp') return tidy(call('exp', limit(value.args[0] as Term, name, point, context)), context);
  const quotient = limitOfQuotient(value, name, point, context);
  if (quotient) return quotient;
  const exponential = toExponentials(value, name);
  const apart = exponential.kind === 'product' || exponential.kind === 'sum' || exponential.kind === 'call';
  if (apart && !sameTerm(exponential, value)) {
    return tidy(mapCalls(exponential, name, point, context), context);
  }
  return refuse(`the limit as ${name} tends to a point was not found (tried substitution, quotients to order ${HIGHEST_ORDER}, exponentials)`, 'limits', 'rewrite the term');
}

/** Every factor or exponent replaced by its own limit. */
const mapCalls = (value: Term, name: string, at: Term, context: Context): Term =>
  value.kind === 'call' ? limit(value, name, at, context) : mapParts(value, (part) => (symbolsOf(part).includes(name) ? limit(part, name, at, context) : part));
