/**
 * Signs of polynomials in the shape parameters that follow from several assumptions together: p is positive where
 * m·p = Σ m_i K_i + r with known positive K_i, monomials m, m_i of positive sign, and r of no negative summand.
 */
import type { Context } from '../kernel/facts.ts';
import type { Sign } from '../kernel/functions/function.ts';
import { polynomialTerm } from '../kernel/normal/to-term.ts';
import {
  degreeIn,
  dividePolynomials,
  isConstantPolynomial,
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
import type { Ratio } from '../kernel/ratio.ts';
import { divideRational, ONE, rationalToNumber } from '../kernel/rational.ts';
import { type Point, samplePoints } from '../kernel/sample.ts';
import {
  basis,
  knownPositive,
  type Shapes,
  shapesOf,
  signOfPolynomial,
  signOfProduct,
} from '../kernel/shape.ts';
import { divide, negate, type Term } from '../kernel/term.ts';

const DEPTH = 3;

/** What is found for one set of assumptions, kept for as long as these are. */
interface Memory {
  /** Points at which the assumptions hold, and what the polynomials known to be positive are worth there. */
  readonly points: readonly Point[];
  readonly known: readonly { readonly polynomial: Polynomial; readonly at: readonly number[] }[];
  readonly cores: Map<string, Polynomial>;
  readonly signs: Map<string, 'positive' | 'negative' | null>;
}

const memories = new WeakMap<Shapes, Memory>();

function memoryOf(context: Context): Memory {
  const shapes = shapesOf(context);
  const before = memories.get(shapes);
  if (before) return before;
  const points = samplePoints(shapes.names, basis(context), 12);
  const known = shapes.positive.map((polynomial) => ({
    polynomial,
    at: points.map((point) => valueAt(polynomial, point).value),
  }));
  const memory: Memory = { points, known, cores: new Map(), signs: new Map() };
  memories.set(shapes, memory);
  return memory;
}

/** The value of a polynomial, and the sum of the sizes of its summands, by which its rounding is judged. */
function valueAt(p: Polynomial, point: Point): { readonly value: number; readonly size: number } {
  let [value, size] = [0, 0];
  for (const { monomial, coefficient } of p) {
    let part = rationalToNumber(coefficient);
    for (const [name, exponent] of monomial) part *= (point[name] as number) ** exponent;
    value += part;
    size += Math.abs(part);
  }
  return { value, size };
}

/** The polynomial without factors of known sign, its sign kept up to those. */
export function core(p: Polynomial, context: Context): Polynomial {
  const { cores } = memoryOf(context);
  const key = polynomialKey(p);
  const before = cores.get(key);
  if (before) return before;
  const found = coreAfresh(p, context);
  cores.set(key, found);
  return found;
}

function coreAfresh(p: Polynomial, context: Context): Polynomial {
  let rest = p;
  if (isZeroPolynomial(p)) return p;
  const known = [...polynomialSymbols(p).map(symbolPolynomial), ...knownPositive(context)];
  for (const factor of known.filter((one) => !isConstantPolynomial(one))) {
    const sign = signOfPolynomial(factor, context);
    if (sign !== 'positive' && sign !== 'negative') continue;
    for (let next = dividePolynomials(rest, factor); next; next = dividePolynomials(rest, factor))
      rest = sign === 'positive' ? next : negatePolynomial(next);
  }
  return rest;
}

/** The monomials of positive sign by which a known polynomial cancels one summand of p. */
function* multiplesAgainst(p: Polynomial, known: Polynomial, context: Context): Generator<Polynomial> {
  for (const target of p) {
    for (const own of known) {
      const monomial = dividePolynomials(
        [{ ...target, coefficient: divideRational(target.coefficient, own.coefficient) }],
        [{ monomial: own.monomial, coefficient: ONE }],
      );
      if (monomial && signOfPolynomial(monomial, context) === 'positive') yield monomial;
    }
  }
}

/** Polynomials tried in one search; a proof that there is is short. */
const LARGEST_SEARCH = 400;
/** Rounding of a value, relative to the sizes of what it is the sum of. */
const ROUNDING = 1e-9;

/** What is left to be proved positive, with its values at the points where the assumptions hold. */
interface Left {
  readonly polynomial: Polynomial;
  readonly at: readonly number[];
  readonly sizes: readonly number[];
}

const leftOf = (polynomial: Polynomial, points: readonly Point[]): Left => {
  const values = points.map((point) => valueAt(polynomial, point));
  return { polynomial, at: values.map(({ value }) => value), sizes: values.map(({ size }) => size) };
};

/**
 * Searched depth first. What is negative somewhere where the assumptions hold has no proof, so it is left as soon as its
 * values at a few such points tell.
 */
function isProvedPositive(
  { polynomial: p, at, sizes }: Left,
  strict: boolean,
  depth: number,
  context: Context,
  seen = new Set<string>(),
): boolean {
  const isNegative = at.some((value, i) => value < -ROUNDING * (sizes[i] as number));
  if (isNegative || seen.size >= LARGEST_SEARCH) return false;
  const key = `${depth}${strict}${polynomialKey(p)}`;
  if (seen.has(key)) return false;
  seen.add(key);
  const sign = signOfPolynomial(p, context);
  if (sign === 'positive' || (strict && (sign === 'non-negative' || sign === 'zero'))) return true;
  if (depth === 0) return false;
  const { known, points } = memoryOf(context);
  for (const { polynomial, at: worth } of known) {
    for (const monomial of multiplesAgainst(p, polynomial, context)) {
      const parts = points.map((point, i) => valueAt(monomial, point).value * (worth[i] as number));
      const left: Left = {
        polynomial: subtractPolynomials(p, multiplyPolynomials(monomial, polynomial)),
        at: parts.map((part, i) => (at[i] as number) - part),
        sizes: parts.map((part, i) => (sizes[i] as number) + Math.abs(part)),
      };
      if (isProvedPositive(left, true, depth - 1, context, seen)) return true;
    }
  }
  return false;
}

/** The sign of p that a combination of the assumptions proves, or null. */
export function signByCombination(
  p: Polynomial,
  context: Context,
  depth = DEPTH,
): 'positive' | 'negative' | null {
  const { signs } = memoryOf(context);
  const key = `${depth} ${polynomialKey(p)}`;
  const before = signs.get(key);
  if (before !== undefined) return before;
  const found = proveSign(p, context, depth);
  signs.set(key, found);
  return found;
}

function proveSign(p: Polynomial, context: Context, depth: number): 'positive' | 'negative' | null {
  const { points } = memoryOf(context);
  const shapes = shapesOf(context);
  const scales = [
    ONE_POLYNOMIAL,
    ...[...polynomialSymbols(p), ...shapes.names]
      .map(symbolPolynomial)
      .filter((s) => signOfPolynomial(s, context) === 'positive'),
  ];
  const all = new Map(scales.map((scale) => [polynomialKey(scale), scale]));
  const proves = (q: Polynomial): boolean => isProvedPositive(leftOf(q, points), false, depth, context);
  for (const scale of all.values()) {
    const scaled = multiplyPolynomials(scale, p);
    if (proves(scaled)) return 'positive';
    if (proves(negatePolynomial(scaled))) return 'negative';
  }
  return null;
}

/** The sign of a ratio by the facts, or by a combination of them. */
export function signByFacts(ratio: Ratio, context: Context, depth = DEPTH): Sign {
  const signs = [ratio.num, ratio.den].map((part): Sign => {
    const rest = core(part, context);
    const sign = signOfPolynomial(rest, context);
    return sign === 'unknown' ? (signByCombination(rest, context, depth) ?? sign) : sign;
  });
  return signOfProduct(signs);
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
    const slope = dividePolynomials(with_, symbolPolynomial(name)) as Polynomial;
    const rest = subtractPolynomials(p, with_);
    if (!['positive', 'negative'].includes(signOfPolynomial(slope, context))) continue;
    return { name, value: divide(negate(polynomialTerm(rest)), polynomialTerm(slope)) };
  }
  return null;
}
