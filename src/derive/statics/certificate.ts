/**
 * Why a polynomial in positive letters is positive: it is a sum of products, each positive at sight,
 *
 *   p = Σ_k c_k m_k Π g + r,     c_k > 0, m_k monomials, g known to be positive, r without a negative coefficient.
 *
 * A linear program proposes the c_k (Handelman 1988; Krivine 1964 for when such sums exist); they are taken as simple
 * fractions and the identity is then checked exactly, so a proposal that is off by rounding proves nothing. Where it finds
 * none, p is written in other letters, in which the sum may need no g.
 */
import { minimise } from '../../engines/yalps.ts';
import {
  isZeroPolynomial,
  type Monomial,
  multiplyPolynomials,
  type Polynomial,
  type PolynomialTerm,
  polynomialSymbols,
  subtractPolynomials,
} from '../../kernel/polynomial.ts';
import { ONE, type Rational, rational, rationalToNumber, signRational } from '../../kernel/rational.ts';
import { type ChartLetter, chartFor } from './chart.ts';
import type { Known } from './known.ts';
import { coefficientSign } from './polynomials.ts';

/** One product of the sum: a positive monomial with its coefficient, times what is known to be positive. */
export interface Product {
  readonly weight: PolynomialTerm;
  readonly uses: readonly Known[];
}

export interface Certificate {
  readonly products: readonly Product[];
  /** What is left: no coefficient is negative. */
  readonly rest: Polynomial;
  /** Letters in which p times something positive is that sum; none where it is p itself. */
  readonly chart: readonly ChartLetter[];
}

/** Entries of the largest linear program that is tried. */
const MOST_ENTRIES = 30_000;
/** The same where products of two known polynomials, or ones in further letters, are tried. */
const MOST_BEYOND = 4000;
/** Summands of the largest product of two known polynomials that is used. */
const MOST_PRODUCT = 120;
const MOST_DENOMINATOR = 5000;

const keyOf = (monomial: Monomial): string => monomial.map(([name, e]) => `${name}^${e}`).join('*');

/** x/y, or null where y does not divide x. */
function quotient(x: Monomial, y: Monomial): Monomial | null {
  const rest: Map<string, number> = new Map(x);
  for (const [name, e] of y) {
    const left = (rest.get(name) ?? 0) - e;
    if (left < 0) return null;
    if (left === 0) rest.delete(name);
    else rest.set(name, left);
  }
  return [...rest].sort(([a], [b]) => (a < b ? -1 : 1));
}

interface Column {
  readonly monomial: Monomial;
  readonly uses: readonly Known[];
  readonly value: Polynomial;
}

type Factors = readonly Omit<Column, 'monomial'>[];

/** Multiples, by monomials, of the products that meet a monomial of the support; null where they are too many. */
function columnsFor(
  support: readonly Monomial[],
  factors: Factors,
  entries = MOST_ENTRIES,
): readonly Column[] | null {
  const columns: Column[] = [];
  const most = entries / support.length;
  for (const { uses, value } of factors) {
    const seen = new Set<string>();
    for (const target of support) {
      for (const own of value) {
        const monomial = quotient(target, own.monomial);
        const key = monomial && keyOf(monomial);
        if (!monomial || key === null || seen.has(key)) continue;
        seen.add(key);
        if (columns.length >= most) return null;
        columns.push({ monomial, uses, value: multiplyPolynomials([{ monomial, coefficient: ONE }], value) });
      }
    }
  }
  return columns;
}

const supportOf = (all: readonly Polynomial[]): readonly Monomial[] => {
  const byKey = new Map(all.flatMap((p) => p.map(({ monomial }) => [keyOf(monomial), monomial] as const)));
  return [...byKey.values()];
};

/** The simplest fraction near a number (Stern and Brocot), or null where it would not be simple. */
export function simpleFraction(value: number): Rational | null {
  const tolerance = 1e-8 * Math.max(1, Math.abs(value));
  let [x, p0, q0, p1, q1] = [value, 0, 1, 1, 0];
  for (let i = 0; i < 30; i++) {
    const whole = Math.floor(x);
    [p0, q0, p1, q1] = [p1, q1, whole * p1 + p0, whole * q1 + q0];
    if (q1 > MOST_DENOMINATOR) return null;
    if (Math.abs(p1 / q1 - value) <= tolerance) return rational(BigInt(p1), BigInt(q1));
    x = 1 / (x - whole);
  }
  return null;
}

function exactly(p: Polynomial, columns: readonly Column[], weights: readonly number[]): Certificate | null {
  const products: Product[] = [];
  let rest = p;
  for (const [k, column] of columns.entries()) {
    const found = weights[k] ?? 0;
    if (found < 1e-9) continue;
    const coefficient = simpleFraction(found);
    if (!coefficient || signRational(coefficient) <= 0) return null;
    const weight = { monomial: column.monomial, coefficient };
    products.push({ weight, uses: column.uses });
    rest = subtractPolynomials(rest, multiplyPolynomials([{ monomial: [], coefficient }], column.value));
  }
  const isPositive = rest.every(({ coefficient }) => signRational(coefficient) > 0);
  const isStrict = rest.length > 0 || products.some(({ uses }) => uses.every(({ strict }) => strict));
  return isPositive && isStrict ? { products, rest, chart: [] } : null;
}

const numbers = (p: Polynomial): ReadonlyMap<string, number> =>
  new Map(p.map(({ monomial, coefficient }) => [keyOf(monomial), rationalToNumber(coefficient)]));

function propose(p: Polynomial, columns: readonly Column[] | null): Certificate | null {
  if (!columns || columns.length === 0) return null;
  const rows = supportOf([p, ...columns.map(({ value }) => value)]);
  if (columns.length * rows.length > MOST_ENTRIES) return null;
  const own = numbers(p);
  const weights = minimise({
    bounds: new Map(rows.map((monomial) => [keyOf(monomial), own.get(keyOf(monomial)) ?? 0])),
    columns: columns.map(({ value }) => numbers(value)),
    costs: columns.map(({ uses }) => uses.length),
  });
  return weights && exactly(p, columns, weights);
}

/** Why p is positive wherever its letters are and what is known holds; null where no such sum is found. */
export function certify(p: Polynomial, known: readonly Known[]): Certificate | null {
  if (isZeroPolynomial(p)) return null;
  if (coefficientSign(p) === 1) return { products: [], rest: p, chart: [] };
  const names = new Set(polynomialSymbols(p));
  const open = known.filter(({ polynomial }) => coefficientSign(polynomial) === null);
  const isWithin = ({ polynomial }: Known): boolean =>
    polynomialSymbols(polynomial).every((name) => names.has(name));
  const single = (all: readonly Known[]): Factors =>
    all.map((one) => ({ uses: [one], value: one.polynomial }));
  const own = single(open.filter(isWithin));
  const support = supportOf([p]);
  const near = columnsFor(support, own);
  const beyond = single(open.filter((one) => !isWithin(one)));
  const pairs = (): Factors =>
    own.flatMap((x, i) =>
      own
        .slice(i)
        .filter((y) => x.value.length * y.value.length <= MOST_PRODUCT)
        .map((y) => ({ uses: [...x.uses, ...y.uses], value: multiplyPolynomials(x.value, y.value) })),
    );
  return (
    propose(p, near) ??
    (beyond.length > 0 ? propose(p, columnsFor(support, [...own, ...beyond], MOST_BEYOND)) : null) ??
    propose(p, columnsFor(support, [...own, ...pairs()], MOST_BEYOND)) ??
    charted(p, known)
  );
}

/** The sum in the letters of a chart. */
function charted(p: Polynomial, known: readonly Known[]): Certificate | null {
  const found = chartFor(p, known);
  return found && { products: [], rest: found.polynomial, chart: found.letters };
}
