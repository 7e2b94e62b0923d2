/** c x^p < r for a positive unknown: x below or above (r/c)^(1/p), as the signs of c and p say. */
import type { Context } from '../kernel/facts.ts';
import { differentiate } from '../kernel/differentiate.ts';
import { signOf } from '../kernel/sign.ts';
import { subtract, type Term } from '../kernel/term.ts';
import { solveMonomial } from './monomial.ts';

export type InequalityOutcome =
  | { readonly kind: 'solved'; readonly relation: '<' | '>'; readonly bound: Term }
  | { readonly kind: 'unsolved'; readonly tried: readonly string[] };

/** Solves left < right, a strict inequality between two monomials of the unknown. */
export function solveInequality(left: Term, right: Term, unknown: string, context: Context): InequalityOutcome {
  const gap = subtract(left, right);
  const outcome = solveMonomial(gap, unknown, context);
  if (outcome.kind !== 'solved') return { kind: 'unsolved', tried: outcome.kind === 'none' ? [outcome.why] : outcome.tried };
  const [root] = outcome.roots;
  // left/right is a single power of the unknown, so it crosses 1 once; the sign of its slope says on which side it is below.
  const slope = signOf(differentiate(subtractLogs(left, right), unknown, context), context);
  if (slope !== 'positive' && slope !== 'negative') return { kind: 'unsolved', tried: ['the direction of the inequality is not decided'] };
  return { kind: 'solved', relation: slope === 'positive' ? '<' : '>', bound: root.value };
}

const subtractLogs = (left: Term, right: Term): Term => subtract(logOf(left), logOf(right));
const logOf = (value: Term): Term => ({ kind: 'call', name: 'ln', args: [value] });
