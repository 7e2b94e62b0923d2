/** Where a response changes sign: its surface in the letters, and its sign where training or inference costs dominate. */
import { rawDerivative } from '../../kernel/differentiate.ts';
import type { Context } from '../../kernel/facts.ts';
import type { Sign } from '../../kernel/functions/function.ts';
import type { Normal } from '../../kernel/normal/data.ts';
import { equalTerms, tidy } from '../../kernel/normal/equal.ts';
import { scaleNormal } from '../../kernel/normal/multiply.ts';
import { normalise } from '../../kernel/normal/normalise.ts';
import { coefficientFactors } from '../../kernel/normal/power.ts';
import { normalTerm, polynomialTerm, ratioTerm } from '../../kernel/normal/to-term.ts';
import {
  dividePolynomials,
  gcdPolynomials,
  multiplyPolynomials,
  ONE_POLYNOMIAL,
  type Polynomial,
  rationalContent,
  scalePolynomial,
} from '../../kernel/polynomial.ts';
import {
  compareRatios,
  constantRatio,
  divideRatios,
  multiplyRatios,
  negateRatio,
  type Ratio,
  ratio,
} from '../../kernel/ratio.ts';
import { divideRational, gcdInteger, ONE, rational } from '../../kernel/rational.ts';
import { shapeRatio, signOfPolynomial, signOfRatio } from '../../kernel/shape.ts';
import { signOf } from '../../kernel/sign.ts';
import {
  divide,
  multiply,
  negate,
  power,
  substitute,
  symbolsOf,
  type Term,
  zero,
} from '../../kernel/term.ts';
import { coefficientTerm, type PowerPart, powersOf } from '../../solve/powers-of.ts';

/** The response on one side of v: its leading part, which has the response's sign there. */
export interface Limit {
  readonly sign: Sign;
  readonly leading: Term;
}

export interface Surface {
  /** The response vanishes where this does; it has the response's sign. */
  readonly term: Term;
  /** The same solved for w, where it is linear in w. */
  readonly root: Term | null;
  /** v -> 0: training costs dominate. */
  readonly training: Limit;
  /** v -> infinity with u = v w fixed: inference costs dominate. */
  readonly inference: Limit;
}

function partsBy(value: Term, letter: string, context: Context): readonly PowerPart[] {
  const parts = powersOf(normalise(value, context), letter) ?? [];
  return [...parts].sort((x, y) => compareRatios(x.exponent, y.exponent));
}

/** What all divide by: their common divisor, as far as it is known to be positive, with the rational content they share. */
function commonPositive(all: readonly Polynomial[], context: Context): Ratio {
  const [first = ONE_POLYNOMIAL, ...others] = all;
  const divisor = others.reduce((common, num) => gcdPolynomials(common, num), first);
  const content = all
    .map(rationalContent)
    .reduce((x, y) => rational(gcdInteger(x.num, y.num), (x.den * y.den) / gcdInteger(x.den, y.den)));
  const plain = scalePolynomial(divisor, divideRational(ONE, rationalContent(divisor)));
  const factors = coefficientFactors(ratio(plain, ONE_POLYNOMIAL), context);
  const positive = factors.flatMap(({ base }) =>
    base.kind === 'polynomial' && signOfPolynomial(base.value, context) === 'positive' ? [base.value] : [],
  );
  return multiplyRatios(
    constantRatio(content),
    ratio(positive.reduce(multiplyPolynomials, ONE_POLYNOMIAL), ONE_POLYNOMIAL),
  );
}

/** The denominators' common multiple over what the numerators have in common, so that all coefficients become polynomials. */
function clearing(value: Normal, context: Context): Ratio {
  const multiple = value.reduce<Polynomial>((all, { coefficient: { den } }) => {
    const rest = dividePolynomials(den, gcdPolynomials(all, den)) ?? den;
    return multiplyPolynomials(all, rest);
  }, ONE_POLYNOMIAL);
  const whole = ratio(multiple, ONE_POLYNOMIAL);
  if (value.length === 0) return whole;
  const tops = value.map(({ coefficient }) => multiplyRatios(coefficient, whole).num);
  return divideRatios(whole, commonPositive(tops, context));
}

/** The term times a positive factor that leaves it without fractions, or as it is where no such factor is known positive. */
export function cleared(value: Term, context: Context): Term {
  const normal = normalise(value, context);
  const factor = clearing(normal, context);
  const sign = signOfRatio(factor, context);
  if (sign === 'positive') return normalTerm(scaleNormal(normal, factor));
  return sign === 'negative' ? normalTerm(scaleNormal(normal, negateRatio(factor))) : value;
}

function limitOf(part: PowerPart | undefined, context: Context): Limit {
  const leading = part ? coefficientTerm(part) : zero;
  return { sign: signOf(leading, context), leading: cleared(leading, context) };
}

/** The response without the power of w that all its summands share. */
function withoutCommonPower(value: Term, context: Context): Term {
  const [least] = partsBy(value, 'w', context);
  return least ? tidy(divide(value, power('w', ratioTerm(least.exponent))), context) : value;
}

/** A quotient of polynomials in any letters, common factors cancelled. */
function reduced(value: Term, context: Context): Term {
  const symbols = new Map(
    [...context.symbols].map(([name, declared]) => [name, { ...declared, role: 'shape' as const }]),
  );
  const quotient = shapeRatio(value, { symbols, facts: [] });
  if (!quotient) return value;
  const whole = rational(rationalContent(quotient.num).den);
  const [top, bottom] = [quotient.num, quotient.den].map((part) =>
    polynomialTerm(scalePolynomial(part, whole)),
  );
  return top && bottom ? divide(top, bottom) : value;
}

function rootInW(value: Term, context: Context): Term | null {
  const slope = tidy(rawDerivative(value, 'w'), context);
  if (symbolsOf(slope).includes('w') || equalTerms(slope, zero, context) !== 'non-zero') return null;
  return reduced(divide(negate(substitute(value, { w: zero })), slope), context);
}

/** The surface on which the response vanishes. */
export function surfaceOf(numerator: Term, context: Context): Surface {
  const term = cleared(withoutCommonPower(numerator, context), context);
  const atInference = tidy(substitute(term, { w: multiply('u', power('v', -1)) }), context);
  return {
    term,
    root: rootInW(term, context),
    training: limitOf(partsBy(term, 'v', context)[0], context),
    inference: limitOf(partsBy(atInference, 'v', context).at(-1), context),
  };
}
