/**
 * Limits of terms as a shape parameter tends to a value. Where the term is not defined at the value it is a quotient whose
 * numerator has a zero of the same order (Taylor: numerator^(m)/m!), or an exponential whose exponent has such a limit; what
 * is neither is expanded over the scale of powers and logarithms from both sides (`limits`).
 */

import { expandAbbreviations } from './abbreviations.ts';
import { rawDerivative } from './differentiate.ts';
import type { Context } from './facts.ts';
import type { FunctionName } from './functions/names.ts';
import { OptimandError, refuse } from './issues.ts';
import { limitAt } from './limits/index.ts';
import { expandDeformedLogs, isZero, tidy, zeroTest } from './normal/equal.ts';
import { rational } from './rational.ts';
import { isNonZero, isPositive } from './sign.ts';
import {
  call,
  divide,
  isNumber,
  ln,
  mapParts,
  multiply,
  number,
  parts,
  power,
  sameTerm,
  substitute,
  subtract,
  symbol,
  symbolsOf,
  type Term,
  type Termlike,
  term,
} from './term.ts';

const HIGHEST_ORDER = 4;

/** The value at the point, or null where substitution may divide by zero or leave the domain. */
function valueAt(value: Term, name: string, at: Term, context: Context): Term | null {
  if (hasPole(value, name, at, context)) return null;
  try {
    return tidy(substitute(value, { [name]: at }), context);
  } catch (error) {
    if (error instanceof OptimandError || error instanceof RangeError) return null;
    throw error;
  }
}

/** Functions that are unbounded where their first argument vanishes. */
const UNBOUNDED_AT_ZERO: readonly FunctionName[] = ['ln', 'deformed_log', 'lambert_wm1'];

/**
 * Whether some part may be unbounded at the point: a power, not known to be a positive one, or a logarithm of what is not
 * known to differ from zero there. Folding 0·x would hide it.
 */
function hasPole(value: Term, name: string, at: Term, context: Context): boolean {
  if (!symbolsOf(value).includes(name)) return false;
  const here = (part: Term): Term => substitute(part, { [name]: at });
  const risky =
    value.kind === 'power'
      ? isPositive(value.exponent, context) !== 'yes' && value.base
      : value.kind === 'call' && UNBOUNDED_AT_ZERO.includes(value.name) && value.args[0];
  const moves = risky && symbolsOf(risky).includes(name);
  if (moves && isNonZero(here(risky), context) !== 'yes' && zeroTest(here(risky), context) !== 'non-zero')
    return true;
  return parts(value).some((part) => hasPole(part, name, at, context));
}

/** u^v with the parameter in v as e^(v ln u), the form in which its limit is that of an exponent. */
function toExponentials(value: Term, name: string): Term {
  const inner = mapParts(value, (part) => toExponentials(part, name));
  const moves =
    inner.kind === 'power' && symbolsOf(inner.exponent).includes(name) && !isNumber(inner.exponent);
  return moves ? call('exp', multiply(inner.exponent, ln(inner.base))) : inner;
}

function limitOfQuotient(value: Term, name: string, at: Term, context: Context): Term | null {
  const gap = subtract(symbol(name), at);
  let factorial = 1n;
  for (let order = 1; order <= HIGHEST_ORDER; order++) {
    factorial *= BigInt(order);
    let numerator = tidy(multiply(value, power(gap, order)), context);
    const start = valueAt(numerator, name, at, context);
    if (!start || !isZero(start, context)) continue;
    let vanishes = true;
    for (let i = 1; i <= order; i++) {
      numerator = rawDerivative(numerator, name);
      const here = valueAt(numerator, name, at, context);
      if (!here) return null;
      if (i === order && vanishes) return tidy(divide(here, number(rational(factorial))), context);
      vanishes &&= isZero(here, context);
    }
  }
  return null;
}

/**
 * The limit of the term as the named parameter tends to `at`.
 * @throws OptimandError where it is not found; what was tried is in the sentence.
 */
export function limit(value: Term, name: string, at: Termlike, context: Context): Term {
  return limitOf(expandAbbreviations(value, context.symbols, name), name, term(at), context);
}

function limitOf(value: Term, name: string, point: Term, context: Context): Term {
  const direct = valueAt(value, name, point, context);
  if (direct) return direct;
  if (value.kind === 'call' && value.name === 'exp')
    return tidy(call('exp', limitOf(value.args[0] as Term, name, point, context)), context);
  // A deformed logarithm has a derivative in its shape only as the quotient it stands for.
  const quotient = limitOfQuotient(expandDeformedLogs(value, context), name, point, context);
  if (quotient) return quotient;
  const exponential = toExponentials(value, name);
  const apart = exponential.kind === 'product' || exponential.kind === 'sum' || exponential.kind === 'call';
  const inParts =
    apart && !sameTerm(exponential, value) ? partByPart(exponential, name, point, context) : null;
  if (inParts) return inParts;
  const series = limitAt(value, name, { kind: 'point', at: point, side: 'both' }, context);
  if (series.kind === 'finite' && series.provided.length === 0) return series.value;
  return refuse(
    `the limit as ${name} tends to a point was not found (tried substitution, quotients to order ${HIGHEST_ORDER}, exponentials, series from both sides)`,
    'limits',
    'rewrite the term',
  );
}

/** The term with every factor or exponent replaced by its own limit, or null where one has none. */
function partByPart(value: Term, name: string, at: Term, context: Context): Term | null {
  try {
    return tidy(mapCalls(value, name, at, context), context);
  } catch (error) {
    if (error instanceof OptimandError) return null;
    throw error;
  }
}

const mapCalls = (value: Term, name: string, at: Term, context: Context): Term =>
  value.kind === 'call'
    ? limitOf(value, name, at, context)
    : mapParts(value, (part) => (symbolsOf(part).includes(name) ? limitOf(part, name, at, context) : part));
