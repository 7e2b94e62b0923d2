/**
 * c x^p = r with a symbolic exponent p: linear in logarithms, x = (r/c)^(1/p) for r/c > 0 and p ≠ 0. Linear equations are
 * the case p = 1. One real positive root, because x^p is strictly monotone on the positive reals.
 */
import type { Context, Fact } from '../kernel/facts.ts';
import { tidy } from '../kernel/normal/equal.ts';
import { normalTerm, ratioTerm } from '../kernel/normal/to-term.ts';
import { printText } from '../kernel/print-text.ts';
import { invertRatio, isZeroRatio, negateRatio, ratioInteger, subtractRatios } from '../kernel/ratio.ts';
import { flipSign, signOfProduct, signOfRatio } from '../kernel/shape.ts';
import { isNonZero, signOf } from '../kernel/sign.ts';
import { divide, negate, power, type Term, zero } from '../kernel/term.ts';
import { none, type Outcome, solved, unsolved } from './outcome.ts';
import { coefficientTerm, isPositiveUnknown, normalOrWhy, type PowerPart, powersOf } from './powers-of.ts';

/** right/left with the signs so arranged that the denominator is positive where that is known. */
function quotient(top: Term, bottom: Term, context: Context): Term {
  const sign = signOf(bottom, context);
  const [up, down] = sign === 'negative' ? [negate(top), negate(bottom)] : [top, bottom];
  return divide(tidy(up, context), tidy(down, context));
}

/** Solves left·x^p + right·x^r = 0 for the positive unknown x. */
function solveTwoParts(first: PowerPart, second: PowerPart, unknown: string, context: Context): Outcome {
  const [high, low] =
    ratioInteger(subtractRatios(first.exponent, second.exponent)) === -1n ? [second, first] : [first, second];
  const [left, right] = [coefficientTerm(high), coefficientTerm(low)];
  const exponent = subtractRatios(high.exponent, low.exponent);
  const size = quotient(negate(right), left, context);
  const separate = signOfProduct([flipSign(signOf(right, context)), signOf(left, context)]);
  const sign = separate === 'unknown' ? signOf(size, context) : separate;
  const conditions: Fact[] = [];
  if (!isPositiveUnknown(unknown, context)) {
    const linear = ratioInteger(exponent) === 1n && isZeroRatio(low.exponent);
    if (!linear)
      return unsolved(`monomial: ${unknown} is not known to be positive, and the equation is not linear`);
  } else {
    if (sign === 'negative' || sign === 'zero')
      return none(`both terms of the equation in ${unknown} have the same sign, and ${unknown} is positive`);
    if (sign !== 'positive')
      conditions.push({ term: size, is: 'positive', because: `${unknown} is positive` });
  }
  const whole = ratioInteger(exponent);
  if (whole === 1n) return linearRoot(left, size, conditions, context);
  const slope = signOfRatio(exponent, context);
  if (slope !== 'positive' && slope !== 'negative' && isNonZero(ratioTerm(exponent), context) !== 'yes')
    return unsolved(`the exponent ${printText(ratioTerm(exponent))} is not known to differ from zero`);
  if (conditions.length > 0) return unsolved(`the sign of the right side of ${unknown}^p = c is not known`);
  const root =
    slope !== 'negative'
      ? power(tidy(size, context), ratioTerm(invertRatio(exponent)))
      : power(
          tidy(quotient(left, negate(right), context), context),
          ratioTerm(invertRatio(negateRatio(exponent))),
        );
  return solved('monomial', { value: root, conditions, branch: 'only' });
}

/** c x^p = 0: a non-zero c leaves the power, which vanishes at zero alone, if there. */
function solveOnePart({ coefficient, exponent }: PowerPart, unknown: string, context: Context): Outcome {
  const free = isZeroRatio(exponent);
  if (isNonZero(normalTerm(coefficient), context) !== 'yes')
    return unsolved(
      `monomial: the coefficient of the only power of ${unknown} is not known to differ from zero`,
    );
  if (free || isPositiveUnknown(unknown, context))
    return none(`the equation is a single power of ${unknown} times a factor that is not zero`);
  const root = ratioInteger(exponent);
  return root !== null && root > 0n
    ? solved('linear', { value: zero, conditions: [], branch: 'only' })
    : unsolved(`monomial: ${unknown} is not known to be positive`);
}

function linearRoot(coefficient: Term, value: Term, conditions: readonly Fact[], context: Context): Outcome {
  if (isNonZero(coefficient, context) !== 'yes')
    return unsolved(`linear: the coefficient of the unknown is not known to differ from zero`);
  return solved('linear', { value, conditions, branch: 'only' });
}

/** Solves `equation = 0`, a sum of two powers of the unknown (a constant counts as power zero). */
export function solveMonomial(equation: Term, unknown: string, context: Context): Outcome {
  const normal = normalOrWhy(equation, [unknown], context);
  if ('why' in normal) return unsolved(`monomial: ${normal.why}`);
  const parts = powersOf(normal.value, unknown);
  if (!parts) return unsolved(`monomial: ${unknown} stands inside a function or a sum under a power`);
  const [first, second] = parts;
  if (!first) return unsolved('the equation is an identity: every value solves it');
  if (!second) return solveOnePart(first, unknown, context);
  if (parts.length > 2) return unsolved(`monomial: ${parts.length} different powers of ${unknown}`);
  return solveTwoParts(first, second, unknown, context);
}
