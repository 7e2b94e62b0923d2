/**
 * Limits of terms as a shape parameter tends to a value: the term's value there, or where it is not defined what it is
 * expanded to over the scale of powers and logarithms from both sides (`limits`).
 */

import { expandAbbreviations } from './abbreviations.ts';
import type { Context } from './facts.ts';
import type { FunctionName } from './functions/names.ts';
import { OptimandError, refuse } from './issues.ts';
import { limitAt } from './limits/index.ts';
import { tidy, zeroTest } from './normal/equal.ts';
import { isNonZero, isPositive } from './sign.ts';
import { parts, substitute, symbolsOf, type Term, type Termlike, term } from './term.ts';

/** The value at the point, or null where substitution may divide by zero or leave the domain. */
function valueAt(value: Term, name: string, at: Term, context: Context): Term | null {
  if (hasPole(value, name, at, context)) return null;
  try {
    return tidy(substitute(value, { [name]: at }), context);
  } catch (error) {
    if (error instanceof OptimandError) return null;
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

/**
 * The limit of the term as the named parameter tends to `at`.
 * @throws OptimandError where it is not found, with what stood in the way.
 */
export function limit(value: Term, name: string, at: Termlike, context: Context): Term {
  const opened = expandAbbreviations(value, context.symbols, name);
  const direct = valueAt(opened, name, term(at), context);
  if (direct) return direct;
  const series = limitAt(opened, name, { kind: 'point', at: term(at), side: 'both' }, context);
  if (series.kind === 'finite' && series.provided.length === 0) return series.value;
  const why = series.kind === 'undecided' ? `: ${series.why}` : '';
  return refuse(
    `the limit as ${name} tends to a point was not found by substitution nor by series from both sides${why}`,
    'limits',
    'rewrite the term',
  );
}
