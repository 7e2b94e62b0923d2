/** The one integral the theory needs: of a power, between positive limits. */

import { rawDerivative } from './differentiate.ts';
import type { Context } from './facts.ts';
import { refuse } from './issues.ts';
import { isZero } from './normal/equal.ts';
import { isNonZero, isPositive } from './sign.ts';
import { add, divide, power, substitute, subtract, symbol, type Term, type Termlike, term } from './term.ts';

/**
 * ∫ x^p dx from `from` to `to`, p ≠ -1, as (to^(p+1) - from^(p+1))/(p+1). The antiderivative is differentiated back and the
 * difference from the integrand must be exactly zero.
 * @throws OptimandError where the integrand is no power of the variable, p may be -1, or a limit is not known to be positive.
 */
export function integratePower(
  integrand: Term,
  variable: string,
  from: Termlike,
  to: Termlike,
  context: Context,
): Term {
  const x = symbol(variable);
  if (integrand.kind !== 'power' || integrand.base.kind !== 'symbol' || integrand.base.name !== variable) {
    return refuse('the integrand is not a power of the variable', 'integration', 'write it as one power');
  }
  // Between limits on both sides of zero the antiderivative jumps; at zero it may be infinite.
  const positive = [from, to].every((limit) => isPositive(term(limit), context) === 'yes');
  if (!positive)
    refuse('a limit is not known to be positive', 'integration', 'integrate between positive limits');
  const next = add(integrand.exponent, 1);
  if (isNonZero(next, context) !== 'yes')
    refuse('the exponent may be -1', 'integration', 'integrate 1/x separately');
  const antiderivative = divide(power(x, next), next);
  if (!isZero(subtract(rawDerivative(antiderivative, variable), integrand), context)) {
    refuse(
      'the antiderivative does not differentiate back to the integrand',
      'integration',
      'report this formula',
    );
  }
  const at = (limit: Termlike): Term => substitute(antiderivative, { [variable]: term(limit) });
  return subtract(at(to), at(from));
}
