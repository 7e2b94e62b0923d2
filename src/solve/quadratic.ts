/**
 * A x^(2e) + B x^e + C = 0 (times any power of x) for the positive unknown x: the roots of a quadratic in x^e that are
 * known to be positive. Source: the quadratic formula; signs by Descartes' rule.
 */
import type { Context, Fact } from '../kernel/facts.ts';
import { ratioTerm } from '../kernel/normal/to-term.ts';
import { compareRatios, invertRatio, isZeroRatio, type Ratio, subtractRatios } from '../kernel/ratio.ts';
import { signOfRatio } from '../kernel/shape.ts';
import { signOf } from '../kernel/sign.ts';
import { add, divide, multiply, negate, power, squareRoot, subtract, type Term } from '../kernel/term.ts';
import { none, type Outcome, type Root, solved, unsolved } from './outcome.ts';
import { coefficientTerm, isPositiveUnknown, normalOrWhy, powersOf } from './powers-of.ts';

/** Solves `equation = 0` where the unknown's exponents are r, r + e and r + 2e. */
export function solveQuadratic(equation: Term, unknown: string, context: Context): Outcome {
  if (!isPositiveUnknown(unknown, context))
    return unsolved(`quadratic: ${unknown} is not known to be positive`);
  const normal = normalOrWhy(equation, [unknown], context);
  if ('why' in normal) return unsolved(`quadratic: ${normal.why}`);
  const parts = powersOf(normal.value, unknown);
  if (parts?.length !== 3) return unsolved(`quadratic: not three powers of ${unknown}`);
  const [low, middle, high] = [...parts].sort((x, y) => compareRatios(x.exponent, y.exponent));
  if (!low || !middle || !high) return unsolved(`quadratic: not three powers of ${unknown}`);
  const step = subtractRatios(middle.exponent, low.exponent);
  if (!isZeroRatio(subtractRatios(subtractRatios(high.exponent, middle.exponent), step)))
    return unsolved(`quadratic: the powers of ${unknown} are not evenly spaced`);
  const [C, B, A] = [low, middle, high].map(coefficientTerm) as [Term, Term, Term];
  return positiveRoots(A, B, C, step, context);
}

function positiveRoots(A: Term, B: Term, C: Term, step: Ratio, context: Context): Outcome {
  const [signA, signB, signC] = [A, B, C].map((part) => signOf(part, context));
  if (signA === 'negative') return positiveRoots(negate(A), negate(B), negate(C), step, context);
  const slope = signOfRatio(step, context);
  if (signA !== 'positive' || (slope !== 'positive' && slope !== 'negative'))
    return unsolved('quadratic: the sign of the leading coefficient or of the exponent is not known');
  const discriminant = subtract(power(B, 2), multiply(4, A, C));
  const root = squareRoot(discriminant);
  const finish = (value: Term, branch: string, ...conditions: Fact[]): Root => ({
    value: power(value, ratioTerm(invertRatio(step))),
    branch,
    conditions,
  });
  if (signC === 'negative') {
    // A sum of positive terms in the denominator does not cancel; both forms are the one positive root.
    const value =
      signB === 'positive'
        ? divide(multiply(-2, C), add(B, root))
        : divide(subtract(root, B), multiply(2, A));
    return solved('quadratic', finish(value, 'only'));
  }
  if (signC === 'positive' && signB === 'negative') {
    const real: Fact = { term: discriminant, is: 'non-negative', because: 'the roots are real' };
    const upper = divide(subtract(root, B), multiply(2, A));
    const lower = divide(multiply(2, C), subtract(root, B));
    // x falls as x^e rises where e is negative.
    const [first, second] = slope === 'positive' ? [lower, upper] : [upper, lower];
    return solved('quadratic', finish(first, 'smaller', real), finish(second, 'larger', real));
  }
  if (signC === 'positive' && signB === 'positive')
    return none('all coefficients of the quadratic are positive, and so is the unknown');
  return unsolved('quadratic: the signs of the coefficients do not decide how many roots are positive');
}
