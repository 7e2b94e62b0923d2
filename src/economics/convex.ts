/**
 * Whether what is at least as good as a level is a convex set in logarithms of the variables (a geometric program): the
 * objective of a minimum is a sum of positive monomials, that of a maximum one positive monomial less such a sum, which may
 * be raised by logarithms. Then a solution of the conditions is the optimum, the only one, of a maximum where it is positive.
 * A maximum of costs alone, no gain depending on what is chosen, is the minimum of these, and never positive.
 * Source: Boyd, Kim, Vandenberghe & Hassibi, A tutorial on geometric programming, 2007.
 */
import type { Sign } from '../kernel/functions/function.ts';
import { tidy } from '../kernel/normal/equal.ts';
import { normalise } from '../kernel/normal/normalise.ts';
import { normalTerm } from '../kernel/normal/to-term.ts';
import { ONE_RATIO } from '../kernel/ratio.ts';
import { signOfRatio } from '../kernel/shape.ts';
import { signOf } from '../kernel/sign.ts';
import { add, symbol, symbolsOf, type Term } from '../kernel/term.ts';
import type { Monomials } from './monomials.ts';

/** The monomials of a sum that depend on a variable, by sign, and the rest. */
export interface Sides {
  readonly ups: readonly Term[];
  readonly downs: readonly Term[];
  readonly still: Term;
}

/** Null where a sign is not known. */
export function sidesOf(all: readonly Term[], monomials: Monomials): Sides | null {
  const { context } = monomials;
  const moving = all.filter((term) => monomials.depends(term));
  const signs = moving.map((term) => signOf(term, context));
  const of = (...wanted: readonly Sign[]): readonly Term[] =>
    moving.filter((_, i) => wanted.includes(signs[i] ?? 'unknown'));
  const ups = of('positive', 'non-negative');
  const downs = of('negative', 'non-positive');
  if (ups.length + downs.length < moving.length) return null;
  const still = all.filter((term) => !monomials.depends(term));
  return { ups, downs, still: tidy(add(...still), context) };
}

/** Whether the letters of each monomial that vary are variables: its logarithm is then linear in theirs. */
export const areLinear = (
  terms: readonly Term[],
  variables: readonly string[],
  monomials: Monomials,
): boolean =>
  terms.every((term) =>
    symbolsOf(term).every((name) => !monomials.depends(symbol(name)) || variables.includes(name)),
  );

/**
 * Whether the logarithm of a positive monomial is concave in those of the variables. That of a logarithm, or of a deformed one,
 * of a monomial is: d ln f/d ln y = y^-g/f falls with y for every g, as long as f is positive.
 */
function isConcave(term: Term, variables: readonly string[], monomials: Monomials): boolean {
  const { context, atoms } = monomials;
  const [only] = normalise(term, context);
  return (only?.factors ?? []).every(({ base, exponent }) => {
    const atom = base.kind === 'symbol' && atoms.find(({ name }) => name === base.name);
    const plain = normalTerm([{ coefficient: ONE_RATIO, factors: [{ base, exponent }] }]);
    if (!atom) return areLinear([plain], variables, monomials);
    return areLinear([atom.argument], variables, monomials) && signOfRatio(exponent, context) === 'positive';
  });
}

/** Whether the objective, as monomials, is known to be of that kind. */
export function isConvex(
  objective: readonly Term[],
  isMinimum: boolean,
  variables: readonly string[],
  monomials: Monomials,
): boolean {
  const sides = sidesOf(objective, monomials);
  if (!sides || !areLinear(sides.downs, variables, monomials)) return false;
  if (isMinimum) return sides.downs.length === 0 && areLinear(sides.ups, variables, monomials);
  const [gain, more] = sides.ups;
  if (gain === undefined) return sides.downs.length > 0;
  return more === undefined && isConcave(gain, variables, monomials);
}
