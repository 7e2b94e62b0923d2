/**
 * A profit as gain minus loss: the sum of its positive summands and the sum of its negative ones, both positive where
 * anything sells. Profit is positive exactly where ln gain - ln loss is, and that difference varies slowly where profit
 * itself runs over twenty orders of magnitude.
 */
import type { Context } from '../kernel/facts.ts';
import { signRational } from '../kernel/rational.ts';
import { isPositive } from '../kernel/sign.ts';
import { add, isZeroTerm, mapParts, multiply, negate, parts, sameTerm, type Term } from '../kernel/term.ts';

export interface Split {
  /** Dollars coming in. */
  readonly gain: Term;
  /** Dollars going out, and whatever else lowers profit. */
  readonly loss: Term;
  /** Terms that must be positive for anything to be sold: x of each max(0, x) in the gain. */
  readonly gates: readonly Term[];
}

/** Whether a summand lowers the sum: its numeric factor is negative. Letters and calls count as positive. */
function lowers(summand: Term): boolean {
  if (summand.kind === 'number') return signRational(summand.value) < 0;
  return (
    summand.kind === 'product' &&
    summand.factors.some((f) => f.kind === 'number' && signRational(f.value) < 0)
  );
}

/** The summands of a term, products over sums of both signs multiplied out unless the sum is known to be positive. */
export function summandsOf(term: Term, isKnown: (sum: Term) => boolean = () => false): readonly Term[] {
  if (term.kind === 'sum') return term.terms.flatMap((part) => summandsOf(part, isKnown));
  if (term.kind !== 'product') return [term];
  const mixed = term.factors.find(
    (factor) => factor.kind === 'sum' && factor.terms.some(lowers) && !isKnown(factor),
  );
  if (!mixed) return [term];
  const others = term.factors.filter((factor) => factor !== mixed);
  return parts(mixed).flatMap((part) => summandsOf(multiply(part, ...others), isKnown));
}

/** x where the term is max(0, x) or max(x, 0), else null. */
function gateOf(term: Term): Term | null {
  if (term.kind !== 'call' || term.name !== 'max' || term.args.length !== 2) return null;
  const [left, right] = term.args as readonly [Term, Term];
  if (isZeroTerm(left)) return right;
  return isZeroTerm(right) ? left : null;
}

function gatesOf(term: Term): readonly Term[] {
  const here = gateOf(term);
  const inside = parts(term).flatMap(gatesOf);
  return here ? [...inside, openGates(here)] : inside;
}

/** The term with each max(0, x) replaced by x. */
function openGates(term: Term): Term {
  return gateOf(term) ? openGates(gateOf(term) as Term) : mapParts(term, openGates);
}

const distinct = (terms: readonly Term[]): readonly Term[] =>
  terms.filter((term, i) => terms.findIndex((other) => sameTerm(other, term)) === i);

/** Profit split by the signs of its summands; a factor such as 1 - κ is positive where the context says so. */
export function splitProfit(profit: Term, context?: Context): Split {
  const isKnown = (sum: Term): boolean => context !== undefined && isPositive(sum, context) === 'yes';
  const summands = summandsOf(profit, isKnown);
  const gain = add(...summands.filter((summand) => !lowers(summand)));
  return { gain, loss: add(...summands.filter(lowers).map(negate)), gates: distinct(gatesOf(gain)) };
}
