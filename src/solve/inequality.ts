/** c x^p < r for a positive unknown: x below or above (r/c)^(1/p), as the signs of c and p say. */
import type { Context } from '../kernel/facts.ts';
import { subtractRatios } from '../kernel/ratio.ts';
import { flipSign, signOfProduct, signOfRatio } from '../kernel/shape.ts';
import { signOf } from '../kernel/sign.ts';
import { subtract, type Term } from '../kernel/term.ts';
import { solveMonomial } from './monomial.ts';
import { coefficientTerm, normalOrWhy, powersOf } from './powers-of.ts';

export type InequalityOutcome =
  | { readonly kind: 'solved'; readonly relation: '<' | '>'; readonly bound: Term }
  | { readonly kind: 'unsolved'; readonly tried: readonly string[] };

/** Solves left < right, a strict inequality whose difference is a sum of two powers of the unknown. */
export function solveInequality(
  left: Term,
  right: Term,
  unknown: string,
  context: Context,
): InequalityOutcome {
  const gap = subtract(left, right);
  const outcome = solveMonomial(gap, unknown, context);
  if (outcome.kind !== 'solved')
    return { kind: 'unsolved', tried: outcome.kind === 'none' ? [outcome.why] : outcome.tried };
  const [root] = outcome.roots;
  const slope = slopeAtRoot(gap, unknown, context);
  if (slope !== 'positive' && slope !== 'negative')
    return { kind: 'unsolved', tried: ['the direction of the inequality is not decided'] };
  return { kind: 'solved', relation: slope === 'positive' ? '<' : '>', bound: root.value };
}

/**
 * A x^h + B x^l = x^l (A x^(h-l) + B) changes sign once, at the root, from the sign of -A (h-l) to that of A (h-l). Where the
 * sign of A is open, that of B answers: a root exists only where the two differ.
 */
function slopeAtRoot(gap: Term, unknown: string, context: Context): ReturnType<typeof signOf> {
  const normal = normalOrWhy(gap, [unknown], context);
  const [high, low] = ('value' in normal && powersOf(normal.value, unknown)) || [];
  if (!high || !low) return 'unknown';
  const [first, second] = [signOf(coefficientTerm(high), context), signOf(coefficientTerm(low), context)];
  const leading = first === 'unknown' ? flipSign(second) : first;
  return signOfProduct([leading, signOfRatio(subtractRatios(high.exponent, low.exponent), context)]);
}
