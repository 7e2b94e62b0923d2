/** Where two regimes meet: the growing parameter at which their laws for one quantity agree. */
import { tidy } from '../kernel/normal/equal.ts';
import { isZeroRatio } from '../kernel/ratio.ts';
import { substitute, type Term } from '../kernel/term.ts';
import type { Balance, Growth } from './dominant.ts';
import { atBalance } from './leading.ts';
import { exponentOf, orNull, ratioOf, summandsOf, without } from './scale.ts';
import { whereOne } from './window.ts';

/** The slow logarithms of either side, written by the other side's law where that one holds none. */
function growthAt(left: Balance, right: Balance): Growth {
  const growth: Record<string, Growth[string]> = {};
  for (const atom of left.prepared.atoms) {
    const own = left.growth[atom.name] ?? right.growth[atom.name];
    if (!own) continue;
    const plain = [left, right].find(({ growth: g }) => !(atom.name in g)) ?? left;
    const argument = tidy(substitute(atom.argument, plain.values), plain.prepared.context);
    growth[atom.name] = { ...own, argument };
  }
  return growth;
}

/** A variable, or a quantity that is one monomial in the variables, at the balance. */
function lawOf(balance: Balance, name: string): Term | null {
  const own = balance.values[name];
  if (own) return own;
  const quantity = balance.prepared.quantities[name];
  return quantity && summandsOf(quantity, balance.prepared.context).length === 1
    ? atBalance(quantity, balance)
    : null;
}

/**
 * The x at which the laws of the first variable that tells them apart agree, or null where that has no closed form.
 * Both laws are monomials in x, so they agree once.
 */
export function meeting(left: Balance, right: Balance, x: string): Term | null {
  const { context, variables, quantities } = left.prepared;
  return orNull(() => {
    for (const name of [...variables, ...Object.keys(quantities)]) {
      const [one, other] = [lawOf(left, name), lawOf(right, name)];
      if (!one || !other) continue;
      const ratio = ratioOf(one, other, context);
      const exponent = exponentOf(ratio, x, context);
      if (!exponent || isZeroRatio(exponent)) continue;
      return whereOne(without(ratio, x, exponent, context), exponent, x, growthAt(left, right), context);
    }
    return null;
  });
}
