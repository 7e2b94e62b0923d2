/** Calculus and substitution with polynomials and rational functions in the letters of comparative statics. */
import {
  addPolynomials,
  degreeIn,
  dividePolynomials,
  isConstantPolynomial,
  multiplyPolynomials,
  ONE_POLYNOMIAL,
  type Polynomial,
  type PolynomialTerm,
  polynomialKey,
  polynomialSymbols,
  rationalContent,
  scalePolynomial,
  subtractPolynomials,
  ZERO_POLYNOMIAL,
} from '../../kernel/polynomial.ts';
import { gcdPolynomials } from '../../kernel/polynomial-gcd.ts';
import { type Ratio, ratio } from '../../kernel/ratio.ts';
import { divideRational, multiplyRational, ONE, rational, signRational } from '../../kernel/rational.ts';

const exponentOf = ({ monomial }: PolynomialTerm, name: string): number =>
  monomial.find(([own]) => own === name)?.[1] ?? 0;

const withExponent = (term: PolynomialTerm, name: string, exponent: number): Polynomial => {
  const rest = term.monomial.filter(([own]) => own !== name);
  const raised = exponent === 0 ? rest : [...rest, [name, exponent] as const];
  return [
    {
      monomial: [...raised].sort(([x], [y]) => (x < y ? -1 : x > y ? 1 : 0)),
      coefficient: term.coefficient,
    },
  ];
};

/** Halves are summed apart, so that a long sum of short ones is not gone through once for each. */
function sum(all: readonly Polynomial[]): Polynomial {
  if (all.length < 2) return all[0] ?? ZERO_POLYNOMIAL;
  const half = all.length >> 1;
  return addPolynomials(sum(all.slice(0, half)), sum(all.slice(half)));
}

/** ∂p/∂name. */
export const derivativeOf = (p: Polynomial, name: string): Polynomial =>
  sum(
    p.map((term) => {
      const e = exponentOf(term, name);
      const scaled = { ...term, coefficient: multiplyRational(term.coefficient, rational(e)) };
      return e === 0 ? ZERO_POLYNOMIAL : withExponent(scaled, name, e - 1);
    }),
  );

/** ∂x/∂name of a rational function. */
export function derivativeOfRatio({ num, den }: Ratio, name: string): Ratio {
  const [up, down] = [derivativeOf(num, name), derivativeOf(den, name)];
  if (down.length === 0) return ratio(up, den);
  return ratio(
    subtractPolynomials(multiplyPolynomials(up, den), multiplyPolynomials(num, down)),
    multiplyPolynomials(den, den),
  );
}

/** The coefficient of each power of a letter, from the power zero upwards. */
export function coefficientsBy(p: Polynomial, name: string): readonly Polynomial[] {
  const degree = degreeIn(p, name);
  return Array.from({ length: degree + 1 }, (_, e) =>
    sum(p.filter((term) => exponentOf(term, name) === e).map((term) => withExponent(term, name, 0))),
  );
}

/** p with the letter replaced by top/bottom, times bottom to the letter's degree: of p's sign where bottom is positive. */
export function substituted(p: Polynomial, name: string, { num, den }: Ratio): Polynomial {
  const parts = coefficientsBy(p, name);
  const degree = parts.length - 1;
  if (degree === 0) return p;
  const powers = (base: Polynomial): Polynomial[] => {
    const all = [ONE_POLYNOMIAL];
    for (let e = 1; e <= degree; e++) all.push(multiplyPolynomials(all[e - 1] as Polynomial, base));
    return all;
  };
  const [tops, bottoms] = [powers(num), powers(den)];
  return sum(
    parts.map((part, e) =>
      multiplyPolynomials(
        part,
        multiplyPolynomials(tops[e] as Polynomial, bottoms[degree - e] as Polynomial),
      ),
    ),
  );
}

/** A whole value for each letter, the same for the same name, large enough that divisibility is hardly ever an accident. */
function wholeFor(name: string, round: number): bigint {
  let hash = 7n + BigInt(round);
  for (const letter of name) hash = (hash * 131n + BigInt(letter.charCodeAt(0))) % 100_003n;
  return hash + 2n;
}

function wholeValue(p: Polynomial, round: number): bigint {
  const scale = divideRational(ONE, rationalContent(p));
  return p.reduce((sum, { monomial, coefficient }) => {
    const whole = multiplyRational(coefficient, scale).num;
    return sum + monomial.reduce((product, [name, e]) => product * wholeFor(name, round) ** BigInt(e), whole);
  }, 0n);
}

/** p/factor, or null where it does not divide; values at whole points rule most factors out before any division. */
export function quotientOf(p: Polynomial, factor: Polynomial): Polynomial | null {
  if (p.length === 0 || isConstantPolynomial(factor)) return dividePolynomials(p, factor);
  for (const round of [1, 2]) {
    const divisor = wholeValue(factor, round);
    if (divisor !== 0n && wholeValue(p, round) % divisor !== 0n) return null;
  }
  return dividePolynomials(p, factor);
}

/** p without the factor, as often as it divides; factors that are numbers are left. */
export function without(p: Polynomial, factor: Polynomial): Polynomial {
  if (isConstantPolynomial(factor) || p.length === 0) return p;
  let rest = p;
  for (let next = quotientOf(rest, factor); next; next = quotientOf(rest, factor)) rest = next;
  return rest;
}

/** p over the largest product of the letters that divides it, with coprime whole coefficients. */
export function withoutCommon(p: Polynomial, letters: (name: string) => boolean): Polynomial {
  if (p.length === 0) return p;
  const common = polynomialSymbols(p)
    .filter(letters)
    .map((name) => [name, Math.min(...p.map((term) => exponentOf(term, name)))] as const)
    .filter(([, e]) => e > 0);
  const divided = common.reduce<Polynomial>(
    (rest, [name, e]) => sum(rest.map((term) => withExponent(term, name, exponentOf(term, name) - e))),
    p,
  );
  return scalePolynomial(divided, divideRational(ONE, rationalContent(divided)));
}

/** p by the products of the letters outside `inner`: the coefficient of each is a polynomial in the letters inside. */
export function coefficientsOf(
  p: Polynomial,
  inner: (name: string) => boolean,
): readonly { readonly rest: Polynomial; readonly coefficient: Polynomial }[] {
  const groups = new Map<string, { rest: Polynomial; coefficient: Polynomial }>();
  for (const { monomial, coefficient } of p) {
    const rest: Polynomial = [{ monomial: monomial.filter(([name]) => !inner(name)), coefficient: ONE }];
    const own: Polynomial = [{ monomial: monomial.filter(([name]) => inner(name)), coefficient }];
    const key = polynomialKey(rest);
    const before = groups.get(key)?.coefficient ?? ZERO_POLYNOMIAL;
    groups.set(key, { rest, coefficient: addPolynomials(before, own) });
  }
  return [...groups.values()];
}

/** Summands of the longest coefficients whose common divisor is looked for. */
const MOST_SHORT = 5;

/** A divisor of all of p's coefficients in the letters inside: that of the two shortest, where these are short and it divides all. */
export function contentOf(p: Polynomial, inner: (name: string) => boolean): Polynomial {
  const [x, y] = coefficientsOf(p, inner)
    .map(({ coefficient }) => coefficient)
    .sort((one, other) => one.length - other.length);
  if (!x || !y || y.length > MOST_SHORT) return ONE_POLYNOMIAL;
  const common = gcdPolynomials(x, y);
  return quotientOf(p, common) ? common : ONE_POLYNOMIAL;
}

/** Product of all but the entry's row and column, summed with alternating signs: the determinant of a square matrix. */
export function determinant(matrix: readonly (readonly Polynomial[])[]): Polynomial {
  const [first, ...rest] = matrix;
  if (!first) return ONE_POLYNOMIAL;
  return sum(
    first.map((entry, column) => {
      if (entry.length === 0) return ZERO_POLYNOMIAL;
      const minor = determinant(rest.map((row) => row.filter((_, k) => k !== column)));
      const product = multiplyPolynomials(entry, minor);
      return column % 2 === 0 ? product : scalePolynomial(product, rational(-1));
    }),
  );
}

/** The sign that all coefficients share; null where they disagree. */
export function coefficientSign(p: Polynomial): 1 | 0 | -1 | null {
  if (p.length === 0) return 0;
  const signs = new Set(p.map(({ coefficient }) => signRational(coefficient)));
  const [only] = signs;
  return signs.size === 1 ? ((only ?? 0) as 1 | 0 | -1) : null;
}
