/** Whether the conditions of a regime can hold together at all. */
import type { Context, Fact } from '../kernel/facts.ts';
import { tidy } from '../kernel/normal/equal.ts';
import { signOf } from '../kernel/sign.ts';
import { multiply, subtract, type Term } from '../kernel/term.ts';

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
