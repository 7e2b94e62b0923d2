/** Whether the conditions of a regime can hold together at all. */
import type { Context, Fact } from '../kernel/facts.ts';
import { tidy } from '../kernel/normal/equal.ts';
import { shapeRatio, signOfProduct } from '../kernel/shape.ts';
import { signOf } from '../kernel/sign.ts';
import { multiply, subtract, type Term } from '../kernel/term.ts';
import { needSign } from './cases.ts';

/** Signs with which 1 - r, r positive, is not positive. */
const REACHED = ['negative', 'non-positive', 'zero'];

/** What must stay below 1, of a condition that says so of something positive. */
function ratioOf({ term, is }: Fact, context: Context): Term | null {
  const ratio = tidy(subtract(1, term), context);
  return is === 'positive' && signOf(ratio, context) === 'positive' ? ratio : null;
}

/**
 * Whether some condition r < 1 is known to be false, or two of them are together, because their product is known to be at least 1:
 * two terms of one order that each must stay the smaller, as Rstar < 1 and 1/Rstar < 1. False also where that is open.
 */
export function areContradictory(conditions: readonly Fact[], context: Context): boolean {
  const ratios = conditions.flatMap((fact) => ratioOf(fact, context) ?? []);
  const isReached = (value: Term): boolean =>
    REACHED.includes(signOf(tidy(subtract(1, value), context), context));
  return ratios.some(
    (ratio, i) => isReached(ratio) || ratios.slice(i + 1).some((other) => isReached(multiply(ratio, other))),
  );
}

/** Whether a value is below 1, null where it may be: a number of the exponents is or is not, a power is by its base and its exponent. @throws SignNeeded */
export function isBelowOne(ratio: Term, context: Context): boolean | null {
  const gap = shapeRatio(subtract(1, ratio), context);
  if (gap) return needSign(gap, context) === 'positive';
  if (signOf(subtract(1, ratio), context) === 'positive') return true;
  if (ratio.kind === 'call' && ratio.name === 'exp')
    return signOf(ratio.args[0] as Term, context) === 'negative' || null;
  if (ratio.kind !== 'power') return null;
  const base = shapeRatio(subtract(ratio.base, 1), context);
  const exponent = shapeRatio(ratio.exponent, context);
  if (!base || !exponent) return null;
  return signOfProduct([needSign(base, context), needSign(exponent, context)]) === 'negative';
}
