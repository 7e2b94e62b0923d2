/**
 * Greatest common divisors of polynomials. Symbols that no common divisor has are found first, by images modulo a prime:
 * a divisor without a symbol divides every coefficient in it, and these are short. Only in the symbols that are left does
 * a remainder sequence run, whose coefficients would grow without bound where there is nothing to find.
 */
import {
  coefficientsIn,
  degreeIn,
  dividePolynomials,
  isConstantPolynomial,
  isZeroPolynomial,
  multiplyPolynomials,
  ONE_POLYNOMIAL,
  type Polynomial,
  type PolynomialTerm,
  polynomialSymbols,
  primitive,
  subtractPolynomials,
  ZERO_POLYNOMIAL,
} from './polynomial.ts';
import { commonDegreeBound } from './polynomial-image.ts';
import { ONE } from './rational.ts';

const exact = (p: Polynomial, q: Polynomial): Polynomial => dividePolynomials(p, q) ?? p;

const powerOf = (name: string, exponent: number): Polynomial =>
  exponent === 0 ? ONE_POLYNOMIAL : [{ monomial: [[name, exponent]], coefficient: ONE }];

/** Greatest common divisor, primitive with positive leading coefficient. */
export function gcdPolynomials(p: Polynomial, q: Polynomial): Polynomial {
  if (isZeroPolynomial(p)) return primitive(q);
  if (isZeroPolynomial(q)) return primitive(p);
  if (p.length === 1 || q.length === 1) return commonMonomial([...p, ...q]);
  const bounds = boundsFor(p, q);
  const [free] = bounds.find(([, bound]) => bound === 0) ?? [];
  if (bounds.every(([, bound]) => bound === 0)) return ONE_POLYNOMIAL;
  if (free !== undefined) return commonOf([...partsIn(p, free), ...partsIn(q, free)]);
  const [main] = bounds.reduce((least, one) => (one[1] < least[1] ? one : least));
  return byRemainders(p, q, main);
}

/** Every symbol with the highest degree that a common divisor can have in it. */
const boundsFor = (p: Polynomial, q: Polynomial): readonly (readonly [name: string, bound: number])[] => {
  const [own, other] = [polynomialSymbols(p), polynomialSymbols(q)];
  return [...new Set([...own, ...other])].map((name) => [
    name,
    own.includes(name) && other.includes(name) ? commonDegreeBound(p, q, name) : 0,
  ]);
};

const partsIn = (p: Polynomial, name: string): readonly Polynomial[] => [...coefficientsIn(p, name).values()];

/** The greatest common divisor of all, the short ones first. */
function commonOf(all: readonly Polynomial[]): Polynomial {
  let common: Polynomial = ZERO_POLYNOMIAL;
  for (const one of [...all].sort((x, y) => x.length - y.length)) {
    common = gcdPolynomials(common, one);
    if (isConstantPolynomial(common)) return ONE_POLYNOMIAL;
  }
  return common;
}

/** Primitive polynomial remainder sequence in one symbol (Knuth, TAOCP vol. 2, 4.6.1, algorithm E). */
function byRemainders(p: Polynomial, q: Polynomial, main: string): Polynomial {
  const [contentP, contentQ] = [commonOf(partsIn(p, main)), commonOf(partsIn(q, main))];
  let [f, g] = [primitive(exact(p, contentP)), primitive(exact(q, contentQ))];
  if (degreeIn(f, main) < degreeIn(g, main)) [f, g] = [g, f];
  while (!isZeroPolynomial(g) && degreeIn(g, main) > 0) {
    const remainder = pseudoRemainder(f, g, main);
    const part = isZeroPolynomial(remainder)
      ? remainder
      : primitive(exact(remainder, commonOf(partsIn(remainder, main))));
    [f, g] = [g, part];
  }
  const shared = isZeroPolynomial(g) ? f : ONE_POLYNOMIAL;
  return primitive(multiplyPolynomials(shared, gcdPolynomials(contentP, contentQ)));
}

/** The largest monomial that divides every term. */
function commonMonomial(terms: readonly PolynomialTerm[]): Polynomial {
  const [first, ...rest] = terms;
  const shared = (first?.monomial ?? []).flatMap(([name, most]) => {
    const exponent = rest.reduce(
      (least, t) => Math.min(least, t.monomial.find(([n]) => n === name)?.[1] ?? 0),
      most,
    );
    return exponent > 0 ? [[name, exponent] as const] : [];
  });
  return shared.length === 0 ? ONE_POLYNOMIAL : [{ monomial: shared, coefficient: ONE }];
}

function pseudoRemainder(f: Polynomial, g: Polynomial, name: string): Polynomial {
  const degree = degreeIn(g, name);
  const lead = coefficientsIn(g, name).get(degree) ?? ONE_POLYNOMIAL;
  let rest = f;
  while (!isZeroPolynomial(rest) && degreeIn(rest, name) >= degree) {
    const top = degreeIn(rest, name);
    const head = coefficientsIn(rest, name).get(top) ?? ZERO_POLYNOMIAL;
    rest = subtractPolynomials(
      multiplyPolynomials(lead, rest),
      multiplyPolynomials(multiplyPolynomials(head, powerOf(name, top - degree)), g),
    );
  }
  return rest;
}
