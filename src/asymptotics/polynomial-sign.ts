/**
 * Signs of polynomials in the shape parameters that follow from several assumptions together: p is positive where
 * m·p = Σ m_i K_i + r with known positive K_i, monomials m, m_i of positive sign, and r of no negative summand.
 */
import { double } from '../kernel/arithmetic/double.ts';
import { evaluate } from '../kernel/compile.ts';
import type { Context } from '../kernel/facts.ts';
import { polynomialTerm } from '../kernel/normal/to-term.ts';
import {
  degreeIn,
  dividePolynomials,
  isZeroPolynomial,
  multiplyPolynomials,
  negatePolynomial,
  ONE_POLYNOMIAL,
  type Polynomial,
  polynomialKey,
  polynomialSymbols,
  subtractPolynomials,
  symbolPolynomial,
} from '../kernel/polynomial.ts';
import { divideRational } from '../kernel/rational.ts';
import { type Point, samplePoints } from '../kernel/sample.ts';
import { basis, isShape, knownPositive, signOfPolynomial } from '../kernel/shape.ts';
import { divide, negate, type Term } from '../kernel/term.ts';

const DEPTH = 3;

/** The polynomial without factors of known sign, its sign kept up to those. */
export function core(p: Polynomial, context: Context): Polynomial {
  let rest = p;
  const known = [...polynomialSymbols(p).map(symbolPolynomial), ...knownPositive(context)];
  for (const factor of known) {
    const sign = signOfPolynomial(factor, context);
    if (sign !== 'positive' && sign !== 'negative') continue;
    if (factor.every((t) => t.monomial.length === 0)) continue;
    for (let next = dividePolynomials(rest, factor); next; next = dividePolynomials(rest, factor)) {
      if (isZeroPolynomial(next)) break;
      rest = sign === 'positive' ? next : negatePolynomial(next);
      if (rest.every((t) => t.monomial.length === 0)) return rest;
    }
  }
  return rest;
}

/** The multiples of a known polynomial, by a monomial of positive sign, that cancel one summand of p. */
function* multiplesAgainst(p: Polynomial, known: Polynomial, context: Context): Generator<Polynomial> {
  for (const target of p) {
    for (const own of known) {
      const monomial = dividePolynomials(
        [{ ...target, coefficient: divideRational(target.coefficient, own.coefficient) }],
        [{ monomial: own.monomial, coefficient: { num: 1n, den: 1n } }],
      );
      if (monomial && signOfPolynomial(monomial, context) === 'positive')
        yield multiplyPolynomials(monomial, known);
    }
  }
}

/** Polynomials tried in one search; a proof that there is is short. */
const LARGEST_SEARCH = 400;

function isProvedPositive(
  p: Polynomial,
  strict: boolean,
  depth: number,
  context: Context,
  seen = new Set<string>(),
): boolean {
  if (seen.size >= LARGEST_SEARCH) return false;
  const key = `${depth}${strict}${polynomialKey(p)}`;
  if (seen.has(key)) return false;
  seen.add(key);
  const sign = signOfPolynomial(p, context);
  if (sign === 'positive' || (strict && (sign === 'non-negative' || sign === 'zero'))) return true;
  if (depth === 0) return false;
  for (const known of knownPositive(context)) {
    for (const part of multiplesAgainst(p, known, context)) {
      if (isProvedPositive(subtractPolynomials(p, part), true, depth - 1, context, seen)) return true;
    }
  }
  return false;
}

const pointsIn = new WeakMap<Context, readonly Point[]>();

/** Points at which the assumptions about shape parameters hold. */
function pointsOf(context: Context): readonly Point[] {
  const reduced = basis(context);
  const names = [...reduced.symbols.keys()].filter((name) => isShape(name, reduced));
  const found = pointsIn.get(reduced) ?? samplePoints(names, reduced, 12);
  pointsIn.set(reduced, found);
  return found;
}

/** The sign that p has at every point tried: the only one that could be proved. Null where it has both. */
function likelySign(p: Polynomial, context: Context): 'positive' | 'negative' | 'unknown' | null {
  const term = polynomialTerm(p);
  const values = pointsOf(context).map((point) => evaluate(term, point, double));
  const [up, down] = [values.some((value) => value > 0), values.some((value) => value < 0)];
  if (up && down) return null;
  return up ? 'positive' : down ? 'negative' : 'unknown';
}

/** The sign of p that a combination of the assumptions proves, or null. */
export function signByCombination(
  p: Polynomial,
  context: Context,
  depth = DEPTH,
): 'positive' | 'negative' | null {
  const likely = likelySign(p, context);
  if (likely === null) return null;
  const scales = [
    ONE_POLYNOMIAL,
    ...polynomialSymbols(p)
      .map(symbolPolynomial)
      .filter((s) => signOfPolynomial(s, context) === 'positive'),
  ];
  const extra = [...context.symbols.values()]
    .filter(({ role }) => role === 'shape')
    .map(({ name }) => symbolPolynomial(name))
    .filter((s) => signOfPolynomial(s, context) === 'positive');
  const all = new Map([...scales, ...extra].map((scale) => [polynomialKey(scale), scale]));
  for (const scale of all.values()) {
    const scaled = multiplyPolynomials(scale, p);
    if (likely !== 'negative' && isProvedPositive(scaled, false, depth, context)) return 'positive';
    if (likely !== 'positive' && isProvedPositive(negatePolynomial(scaled), false, depth, context))
      return 'negative';
  }
  return null;
}

/** Where p vanishes, as a value of a parameter in which it is linear; one whose sign is open is preferred. */
export function rootIn(
  p: Polynomial,
  context: Context,
): { readonly name: string; readonly value: Term } | null {
  const linear = polynomialSymbols(p).filter((name) => degreeIn(p, name) === 1);
  const open = (name: string): number =>
    signOfPolynomial(symbolPolynomial(name), { ...context, facts: [] }) === 'unknown' ? 0 : 1;
  for (const name of linear.sort((x, y) => open(x) - open(y))) {
    const with_ = p.filter((t) => t.monomial.some(([own]) => own === name));
    const slope = dividePolynomials(with_, symbolPolynomial(name));
    const rest = subtractPolynomials(p, with_);
    if (!slope || !['positive', 'negative'].includes(signOfPolynomial(slope, context))) continue;
    return { name, value: divide(negate(polynomialTerm(rest)), polynomialTerm(slope)) };
  }
  return null;
}
