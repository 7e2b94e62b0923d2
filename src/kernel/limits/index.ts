/**
 * Limits over the scale of powers and logarithms.
 *
 * What is found. Terms in x built by sums, products, powers, ln and exp, in which no exponential has an unbounded argument
 * (x^c and e^(c ln x) are powers, and (1 + 1/x)^x has the bounded exponent x ln(1 + 1/x)), have at infinity a leading
 * monomial c x^p (ln x)^q (ln ln x)^r …; the exponents may be symbols. The limit is 0, infinite or c as the first exponent
 * that is not zero says.
 *
 * By hand, x (ln(x + 1) - ln x) as x → ∞. With w = 1/x, ln(x + 1) = ln x + ln(1 + w) = L + w - w²/2 + …, in which L = ln x
 * changes slower than any power of w and is a letter. The difference is w - w²/2 + …: L has cancelled, exactly. Times 1/w
 * the leading term is w^0 with coefficient 1, so the limit is 1. Had the coefficient held L, the same would be asked of it
 * with L in place of x.
 *
 * The algorithm is Gruntz's, for germs in whose comparability classes x is the largest: the most rapidly varying part is
 * x itself, so nothing has to be rewritten before the expansion, and the descent to L is his "moving down" by one logarithm.
 *  1. `expand.ts`: the term as a series in w with exponents that need not be whole, by the series of (1+z)^p, ln(1+z), e^z.
 *     e^c with c = k L + less is x^k e^(c - kL). `series.ts` keeps the O(·) of what is left out, so that nothing
 *     cancelled is mistaken for zero.
 *  2. `leading.ts`: the first coefficient that is not zero, by the normal form or by digits (`constant.ts`); where all kept
 *     terms cancel, again with more terms. Then the same for the coefficient, a term in L.
 *  3. Here: other points by x = at ± 1/X.
 *
 * Never wrong, at the price of saying so where it does not know: a sign that the assumptions leave open, an exponential of
 * an unbounded argument and a function without an expansion are `undecided`, with the reason. A coefficient that may vanish
 * for some values of a parameter is stated in `provided`.
 *
 * Sources: Gruntz, On Computing Limits in a Symbolic Manipulation System, thesis ETH 11432, 1996, ch. 3; Shackell, Growth
 * estimates for exp-log functions, J. Symb. Comp. 10 (1990), for nested scales; Hardy, Orders of Infinity, 1910, for why
 * exp-log functions have an order at all.
 *
 * What usually breaks. Zero-equivalence: e^(ln 2 + ln 3) - 6 must be seen to be zero, or a cancelled term leads. Powers of
 * what is negative near the point are no real numbers and get no limit. A two-sided limit may differ from side to side.
 */

import { expandAbbreviations } from '../abbreviations.ts';
import { assuming, type Context, type Fact } from '../facts.ts';
import { OptimandError } from '../issues.ts';
import { areEqual, expandDeformedLogs, tidy } from '../normal/equal.ts';
import { isPositive } from '../sign.ts';
import { add, divide, negate, one, substitute, subtract, symbol, type Term } from '../term.ts';
import { signOfConstant } from './constant.ts';
import { germOf, isKnownNonZero, need, whereLarge } from './leading.ts';
import { NeedsFact, Undecided } from './undecided.ts';

/** Where a limit is taken; a point without a side is approached from both. */
export type Place =
  | { readonly kind: 'infinity' }
  | { readonly kind: 'minus-infinity' }
  | { readonly kind: 'point'; readonly at: Term; readonly side: 'above' | 'below' | 'both' };

/** `provided`: what must hold of the parameters besides the assumptions. */
export type Limit =
  | { readonly kind: 'finite'; readonly value: Term; readonly provided: readonly Fact[] }
  | {
      readonly kind: 'infinite';
      /** null where the sign is that of the coefficient, whose sign is open. */
      readonly sign: 1 | -1 | null;
      /** The constant of the leading monomial. */
      readonly coefficient: Term;
      readonly provided: readonly Fact[];
    }
  /** The limits from the two sides, which differ. */
  | { readonly kind: 'none'; readonly sides: readonly [Limit, Limit] }
  | { readonly kind: 'undecided'; readonly why: string };

const tidied = (value: Term, context: Context): Term => {
  try {
    return tidy(value, context);
  } catch (error) {
    if (error instanceof OptimandError) return value;
    throw error;
  }
};

/** Facts beyond this many are not asked for, one after another. */
const MOST_FACTS = 10;

/** The limit in the context's facts, to which `provided` belong. @throws NeedsFact, Undecided, OptimandError */
function searched(value: Term, x: string, context: Context, provided: readonly Fact[]): Limit {
  const germ = germOf(tidied(expandDeformedLogs(value, context), context), x, context);
  if (germ.order >= 0) return { kind: 'finite', value: germ.constant, provided };
  const coefficient = germ.constant;
  if (!isKnownNonZero(coefficient, context)) need(coefficient, 'non-zero', 'it is the leading coefficient');
  return { kind: 'infinite', sign: signOfConstant(coefficient, context) || null, coefficient, provided };
}

/** The limit of a term in x as x tends to infinity; a fact that is needed is assumed, and stated. */
function atInfinity(value: Term, x: string, start: Context): Limit {
  const provided: Fact[] = [];
  while (provided.length <= MOST_FACTS) {
    try {
      return searched(value, x, whereLarge(assuming(start, ...provided), x), provided);
    } catch (error) {
      if (error instanceof NeedsFact) provided.push(error.fact);
      else if (error instanceof Undecided) return { kind: 'undecided', why: error.message };
      else if (error instanceof OptimandError || error instanceof RangeError)
        return { kind: 'undecided', why: `the normal form refuses: ${error.message}` };
      else throw error;
    }
  }
  return { kind: 'undecided', why: `it rests on more than ${MOST_FACTS} facts about the parameters` };
}

/** The term with x replaced so that the place is met as x tends to infinity. */
export function moved(value: Term, x: string, place: Exclude<Place, { side: 'both' }>): Term {
  if (place.kind === 'infinity') return value;
  if (place.kind === 'minus-infinity') return substitute(value, { [x]: negate(symbol(x)) });
  const step = divide(one, symbol(x));
  return substitute(value, { [x]: place.side === 'below' ? subtract(place.at, step) : add(place.at, step) });
}

function agree(left: Limit, right: Limit, context: Context): boolean {
  if (left.kind === 'finite' && right.kind === 'finite') return areEqual(left.value, right.value, context);
  if (left.kind !== 'infinite' || right.kind !== 'infinite') return false;
  if (left.sign !== null || right.sign !== null) return left.sign === right.sign;
  return isPositive(divide(left.coefficient, right.coefficient), context) === 'yes';
}

/** The limit from both sides: what the one needs to be known is assumed of the other. */
function fromBothSides(from: (side: 'above' | 'below', context: Context) => Limit, context: Context): Limit {
  const above = from('above', context);
  if (!('provided' in above)) return above;
  const below = from('below', assuming(context, ...above.provided));
  if (!('provided' in below)) return below;
  if (!agree(above, below, context)) return { kind: 'none', sides: [above, below] };
  return { ...above, provided: [...above.provided, ...below.provided] };
}

/** The limit of a term as the named letter tends to a place, with all abbreviations that depend on it opened. */
export function limitAt(value: Term, x: string, place: Place, context: Context): Limit {
  const opened = expandAbbreviations(value, context.symbols, x);
  if (place.kind !== 'point' || place.side !== 'both') return atInfinity(moved(opened, x, place), x, context);
  return fromBothSides((side, known) => atInfinity(moved(opened, x, { ...place, side }), x, known), context);
}
