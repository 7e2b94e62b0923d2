/**
 * Polynomials with rational coefficients in the shape parameters (α, β, γ, …), as sorted plain data.
 * Monomials are ordered lexicographically by symbol name, the largest first; that order makes the field of
 * fractions an ordered field, which the normal form uses to choose canonical representatives.
 */
import {
  addRational,
  divideRational,
  gcdInteger,
  isZeroRational,
  multiplyRational,
  negateRational,
  ONE,
  type Rational,
  rational,
  rationalText,
} from './rational.ts';

/** Exponents by symbol name, names ascending, exponents positive. */
export type Monomial = readonly (readonly [name: string, exponent: number])[];
export type PolynomialTerm = { readonly monomial: Monomial; readonly coefficient: Rational };
export type Polynomial = readonly PolynomialTerm[];

export const ZERO_POLYNOMIAL: Polynomial = [];
export const ONE_POLYNOMIAL: Polynomial = [{ monomial: [], coefficient: ONE }];

export const constantPolynomial = (value: Rational): Polynomial =>
  isZeroRational(value) ? ZERO_POLYNOMIAL : [{ monomial: [], coefficient: value }];
export const symbolPolynomial = (name: string): Polynomial => [{ monomial: [[name, 1]], coefficient: ONE }];
export const isZeroPolynomial = (p: Polynomial): boolean => p.length === 0;
export const isConstantPolynomial = (p: Polynomial): boolean => p.every((t) => t.monomial.length === 0);
export const leadingTerm = (p: Polynomial): PolynomialTerm => {
  const [first] = p;
  if (!first) throw new RangeError('the zero polynomial has no leading term');
  return first;
};

/** Positive where x comes before y in the listing, that is, where x is the larger monomial. */
function compareMonomials(x: Monomial, y: Monomial): number {
  for (let i = 0; ; i++) {
    const [a, b] = [x[i], y[i]];
    if (!a || !b) return a ? 1 : b ? -1 : 0;
    if (a[0] !== b[0]) return a[0] < b[0] ? 1 : -1;
    if (a[1] !== b[1]) return a[1] - b[1];
  }
}

/** Whether two monomials are the same. */
export const equalMonomials = (x: Monomial, y: Monomial): boolean => x === y || compareMonomials(x, y) === 0;

function multiplyMonomials(x: Monomial, y: Monomial): Monomial {
  if (x.length === 0) return y;
  if (y.length === 0) return x;
  const product: [string, number][] = [];
  for (let i = 0, j = 0; i < x.length || j < y.length; ) {
    const [a, b] = [x[i], y[j]];
    if (a && b && a[0] === b[0]) {
      if (a[1] + b[1] !== 0) product.push([a[0], a[1] + b[1]]);
      i++;
      j++;
    } else if (a && (!b || a[0] < b[0])) {
      product.push([...a]);
      i++;
    } else if (b) {
      product.push([...b]);
      j++;
    }
  }
  return product;
}

const monomialText = (m: Monomial): string =>
  m.map(([name, e]) => (e === 1 ? name : `${name}^${e}`)).join('*');

const keys = new WeakMap<Polynomial, string>();

/** A key that is equal exactly where the polynomials are. */
export function polynomialKey(p: Polynomial): string {
  const known = keys.get(p);
  if (known !== undefined) return known;
  const key =
    p.length === 0
      ? '0'
      : p.map((t) => `${rationalText(t.coefficient)}*${monomialText(t.monomial)}`).join('+');
  keys.set(p, key);
  return key;
}

/** Two sums of terms in order, as one in order. */
export function addPolynomials(p: Polynomial, q: Polynomial): Polynomial {
  if (p.length === 0) return q;
  if (q.length === 0) return p;
  const sum: PolynomialTerm[] = [];
  let i = 0;
  let j = 0;
  while (i < p.length && j < q.length) {
    const s = p[i] as PolynomialTerm;
    const t = q[j] as PolynomialTerm;
    const order = s.monomial === t.monomial ? 0 : compareMonomials(s.monomial, t.monomial);
    if (order > 0) sum.push(s);
    else if (order < 0) sum.push(t);
    else {
      const coefficient = addRational(s.coefficient, t.coefficient);
      if (!isZeroRational(coefficient)) sum.push({ monomial: s.monomial, coefficient });
    }
    if (order >= 0) i++;
    if (order <= 0) j++;
  }
  for (; i < p.length; i++) sum.push(p[i] as PolynomialTerm);
  for (; j < q.length; j++) sum.push(q[j] as PolynomialTerm);
  return sum;
}

export const scalePolynomial = (p: Polynomial, by: Rational): Polynomial =>
  isZeroRational(by)
    ? ZERO_POLYNOMIAL
    : p.map((t) => ({ ...t, coefficient: multiplyRational(t.coefficient, by) }));
export const negatePolynomial = (p: Polynomial): Polynomial =>
  p.map((t) => ({ ...t, coefficient: negateRational(t.coefficient) }));
export const subtractPolynomials = (p: Polynomial, q: Polynomial): Polynomial =>
  addPolynomials(p, negatePolynomial(q));

/** The order of monomials is kept when all are multiplied by one. */
const multiplyByTerm = ({ monomial, coefficient }: PolynomialTerm, q: Polynomial): Polynomial =>
  q.map((t) => ({
    monomial: multiplyMonomials(monomial, t.monomial),
    coefficient: multiplyRational(coefficient, t.coefficient),
  }));

export function multiplyPolynomials(p: Polynomial, q: Polynomial): Polynomial {
  if (p === ONE_POLYNOMIAL) return q;
  if (q === ONE_POLYNOMIAL) return p;
  const [short, long] = p.length < q.length ? [p, q] : [q, p];
  return short.reduce((sum, t) => addPolynomials(sum, multiplyByTerm(t, long)), ZERO_POLYNOMIAL);
}

export const equalPolynomials = (p: Polynomial, q: Polynomial): boolean =>
  p === q || (p.length === q.length && polynomialKey(p) === polynomialKey(q));

export const polynomialSymbols = (p: Polynomial): readonly string[] =>
  [...new Set(p.flatMap((t) => t.monomial.map(([name]) => name)))].sort();

/** p as a polynomial in one symbol: the coefficient of each of its powers. Among terms of one power the order of monomials is kept. */
export function coefficientsIn(p: Polynomial, name: string): ReadonlyMap<number, Polynomial> {
  const byPower = new Map<number, PolynomialTerm[]>();
  for (const { monomial, coefficient } of p) {
    const exponent = monomial.find(([n]) => n === name)?.[1] ?? 0;
    const terms = byPower.get(exponent) ?? [];
    terms.push({ monomial: monomial.filter(([n]) => n !== name), coefficient });
    byPower.set(exponent, terms);
  }
  return byPower;
}

export const degreeIn = (p: Polynomial, name: string): number =>
  p.reduce((most, t) => Math.max(most, t.monomial.find(([n]) => n === name)?.[1] ?? 0), 0);

/** p/q where q divides p, null where it does not. */
export function dividePolynomials(p: Polynomial, q: Polynomial): Polynomial | null {
  if (q === ONE_POLYNOMIAL) return p;
  const lead = leadingTerm(q);
  let rest = p;
  const quotient: PolynomialTerm[] = [];
  if (p.length === 1 && q.length > 1) return null;
  // The last terms of a product multiply as the first ones do.
  if (!divides(last(q), last(p)) || !divides(lead, p[0])) return null;
  const inverse = lead.monomial.map(([n, e]) => [n, -e] as const);
  while (!isZeroPolynomial(rest)) {
    const top = leadingTerm(rest);
    const monomial = multiplyMonomials(top.monomial, inverse);
    if (monomial.some(([, e]) => e < 0)) return null;
    const step: PolynomialTerm = { monomial, coefficient: divideRational(top.coefficient, lead.coefficient) };
    quotient.push(step);
    rest = addPolynomials(
      rest,
      multiplyByTerm({ monomial, coefficient: negateRational(step.coefficient) }, q),
    );
  }
  return quotient;
}

const last = (p: Polynomial): PolynomialTerm | undefined => p[p.length - 1];

/** Whether the monomial of one term divides that of another; nothing there counts as zero. */
const divides = (own: PolynomialTerm | undefined, other: PolynomialTerm | undefined): boolean =>
  !own ||
  !other ||
  own.monomial.every(([name, e]) => other.monomial.some(([n, most]) => n === name && most >= e));

/** The positive rational c for which p/c has coprime integer coefficients. */
export function rationalContent(p: Polynomial): Rational {
  let [num, den] = [0n, 1n];
  for (const { coefficient } of p) {
    num = gcdInteger(num, coefficient.num);
    den = (den / gcdInteger(den, coefficient.den)) * coefficient.den;
  }
  return num === 0n ? ONE : rational(num, den);
}

/** The multiple of p with coprime whole coefficients, the first of them positive. */
export function primitive(p: Polynomial): Polynomial {
  if (isZeroPolynomial(p)) return p;
  const content = rationalContent(p);
  const signed = leadingTerm(p).coefficient.num < 0n ? negateRational(content) : content;
  return scalePolynomial(p, divideRational(ONE, signed));
}
