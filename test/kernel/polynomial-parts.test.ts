/** The parts of the arithmetic of polynomials by themselves, each row by hand: order, objects that are kept, coefficients. */
import { describe, expect, test } from 'vitest';
import {
  addPolynomials,
  coefficientsIn,
  constantPolynomial,
  degreeIn,
  dividePolynomials,
  equalMonomials,
  equalPolynomials,
  isConstantPolynomial,
  isZeroPolynomial,
  leadingTerm,
  type Monomial,
  multiplyPolynomials,
  negatePolynomial,
  ONE_POLYNOMIAL,
  type Polynomial,
  polynomialKey,
  polynomialSymbols,
  primitive,
  rationalContent,
  scalePolynomial,
  subtractPolynomials,
  symbolPolynomial,
  ZERO_POLYNOMIAL,
} from '../../src/kernel/polynomial.ts';
import { gcdPolynomials } from '../../src/kernel/polynomial-gcd.ts';
import { commonDegreeBound } from '../../src/kernel/polynomial-image.ts';
import { ONE, rational, ZERO } from '../../src/kernel/rational.ts';

/** One term, its letters in the order of their names. */
const term = (coefficient: number, ...monomial: Monomial): Polynomial => [
  { coefficient: rational(coefficient), monomial },
];
const sum = (...parts: readonly Polynomial[]): Polynomial => parts.flat();
const [a, b, c] = ['a', 'b', 'c'].map(symbolPolynomial) as [Polynomial, Polynomial, Polynomial];
const one = term(1);
type Row = readonly [left: Polynomial, right: Polynomial, key: string | null];
/** Each row with the texts of both sides in front. */
const named = (...rows: readonly Row[]) =>
  rows.map(([left, right, key]) => [polynomialKey(left), polynomialKey(right), key, left, right] as const);

describe('sums stand in order, the largest first', () => {
  test.each(
    named(
      [term(1, ['a', 1]), term(1, ['a', 2]), '1*a^2+1*a'],
      [term(1, ['a', 2]), term(1, ['a', 1]), '1*a^2+1*a'],
      [term(1, ['b', 5]), term(1, ['a', 1]), '1*a+1*b^5'],
      [one, term(1, ['b', 1]), '1*b+1*'],
      [term(1, ['a', 1]), term(1, ['a', 1], ['b', 1]), '1*a*b+1*a'],
      [term(1, ['a', 1], ['c', 1]), term(1, ['a', 1], ['b', 1]), '1*a*b+1*a*c'],
      [sum(term(1, ['a', 3]), term(2, ['b', 1])), sum(term(4, ['a', 2]), one), '1*a^3+4*a^2+2*b+1*'],
      [sum(term(1, ['a', 3]), term(2, ['b', 1])), sum(term(-2, ['b', 1]), one), '1*a^3+1*'],
      [term(1, ['a', 1]), term(2, ['a', 1]), '3*a'],
      [term(1, ['a', 1]), term(-1, ['a', 1]), '0'],
    ),
  )('%s and %s: %s', (_left, _right, key, left, right) => {
    expect(polynomialKey(addPolynomials(left, right))).toBe(key);
    expect(polynomialKey(addPolynomials(right, left))).toBe(key);
  });
});

test('what changes nothing leaves the object that it is: its key is known', () => {
  const p = addPolynomials(a, one);
  for (const same of [
    addPolynomials(ZERO_POLYNOMIAL, p),
    addPolynomials(p, ZERO_POLYNOMIAL),
    multiplyPolynomials(ONE_POLYNOMIAL, p),
    multiplyPolynomials(p, ONE_POLYNOMIAL),
    dividePolynomials(p, ONE_POLYNOMIAL),
  ])
    expect(same).toBe(p);
  expect(constantPolynomial(ZERO)).toBe(ZERO_POLYNOMIAL);
  expect(scalePolynomial(p, ZERO)).toBe(ZERO_POLYNOMIAL);
  // Powers are compared by their object before they are by what they hold.
  for (const product of [multiplyPolynomials(term(2), a), multiplyPolynomials(a, term(2))])
    expect(product[0]?.monomial).toBe(a[0]?.monomial);
  expect(addPolynomials(a, term(1, ['a', 1]))[0]?.monomial).toBe(a[0]?.monomial);
});

test.each(
  named(
    [a, a, '1*a^2'],
    [a, b, '1*a*b'],
    [b, a, '1*a*b'],
    [term(2, ['a', 1], ['c', 2]), term(3, ['b', 1], ['c', 1]), '6*a*b*c^3'],
    [term(3, ['b', 1], ['c', 1]), term(2, ['a', 1]), '6*a*b*c'],
    [ZERO_POLYNOMIAL, a, '0'],
    [sum(a, b), sum(a, term(-1, ['b', 1])), '1*a^2+-1*b^2'],
    [sum(a, b, one), sum(a, b), '1*a^2+2*a*b+1*a+1*b^2+1*b'],
  ),
)('%s times %s is %s', (_left, _right, key, left, right) => {
  expect(polynomialKey(multiplyPolynomials(left, right))).toBe(key);
  expect(polynomialKey(multiplyPolynomials(right, left))).toBe(key);
});

describe('questions', () => {
  const p = sum(term(2, ['a', 2], ['b', 1]), term(3, ['a', 2]), term(5, ['b', 3]), term(7));
  test('of what it holds', () => {
    expect([ONE_POLYNOMIAL, constantPolynomial(rational(3, 2))].map(polynomialKey)).toEqual(['1*', '3/2*']);
    expect(() => leadingTerm(ZERO_POLYNOMIAL)).toThrow('the zero polynomial has no leading term');
    const power = (text: Polynomial): Monomial => leadingTerm(text).monomial;
    expect([equalMonomials(power(a), power(term(5, ['a', 1]))), equalMonomials(power(a), power(b))]).toEqual([
      true,
      false,
    ]);
    expect([ZERO_POLYNOMIAL, one, a, sum(a, one)].map(isConstantPolynomial)).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect([ZERO_POLYNOMIAL, one].map(isZeroPolynomial)).toEqual([true, false]);
    expect(polynomialSymbols(sum(b, a))).toEqual(['a', 'b']);
    expect(['a', 'b', 'c'].map((name) => degreeIn(p, name))).toEqual([2, 3, 0]);
    expect(leadingTerm(p)).toEqual({
      coefficient: rational(2),
      monomial: [
        ['a', 2],
        ['b', 1],
      ],
    });
    expect([equalPolynomials(p, [...p]), equalPolynomials(p, p.slice(1)), equalPolynomials(a, b)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('of its coefficients in one letter', () => {
    const keys = (name: string) => [...coefficientsIn(p, name)].map(([e, q]) => [e, polynomialKey(q)]);
    expect(keys('a')).toEqual([
      [2, '2*b+3*'],
      [0, '5*b^3+7*'],
    ]);
    expect(keys('b')).toEqual([
      [1, '2*a^2'],
      [0, '3*a^2+7*'],
      [3, '5*'],
    ]);
    expect(keys('c')).toEqual([[0, polynomialKey(p)]]);
  });

  test('of its content', () => {
    expect(rationalContent(sum(term(6, ['a', 1]), term(-4)))).toEqual(rational(2));
    expect(rationalContent(scalePolynomial(sum(a, term(3)), rational(5, 6)))).toEqual(rational(5, 6));
    expect(
      rationalContent([...scalePolynomial(a, rational(1, 4)), ...scalePolynomial(one, rational(1, 6))]),
    ).toEqual(rational(1, 12));
    expect(rationalContent(ZERO_POLYNOMIAL)).toEqual(ONE);
    expect(polynomialKey(primitive(negatePolynomial(sum(term(6, ['a', 1]), term(-4)))))).toBe('3*a+-2*');
    expect(polynomialKey(subtractPolynomials(a, b))).toBe('1*a+-1*b');
  });
});

test.each(
  named(
    [term(6, ['a', 3], ['b', 1]), term(4, ['a', 1]), '3/2*a^2*b'],
    [term(6, ['a', 3]), term(4, ['a', 4]), null],
    [sum(term(1, ['a', 2]), a), term(2, ['a', 1]), '1/2*a+1/2*'],
    [sum(term(1, ['a', 2]), one), a, null],
    [sum(term(1, ['a', 2], ['b', 1]), term(-1, ['b', 1])), sum(a, one), '1*a*b+-1*b'],
    [sum(term(1, ['a', 2]), term(-1, ['b', 2])), sum(a, b), '1*a+-1*b'],
    [sum(term(1, ['a', 2]), term(1, ['b', 2])), sum(a, b), null],
    [sum(term(1, ['a', 2]), a), sum(b, one), null],
    [term(1, ['a', 2]), sum(a, one), null],
    [ZERO_POLYNOMIAL, sum(a, one), '0'],
    [sum(a, b), term(2), '1/2*a+1/2*b'],
  ),
)('%s over %s is %s', (_top, _bottom, key, top, bottom) => {
  const quotient = dividePolynomials(top, bottom);
  expect(quotient && polynomialKey(quotient)).toBe(key);
});

describe('greatest common divisors of three letters', () => {
  const times = (...parts: readonly Polynomial[]): Polynomial => parts.reduce(multiplyPolynomials);
  const plus = (...parts: readonly Polynomial[]): Polynomial => parts.reduce(addPolynomials);
  // Irreducible, and none a multiple of another.
  const [x, y, z] = [
    plus(times(a, b), c),
    plus(times(a, a), times(b, c), one),
    plus(a, times(b, b), term(3)),
  ];
  test.each<readonly [string, Polynomial, Polynomial, Polynomial]>([
    ['one factor', times(x, y), times(x, z), x],
    ['one factor twice', times(x, x, y), times(x, x, z), times(x, x)],
    ['a factor once and twice', times(x, x, y), times(x, z), x],
    ['two factors', times(x, y), times(x, y, z), times(x, y)],
    ['none', times(x, y), z, ONE_POLYNOMIAL],
    [
      'a number alone',
      scalePolynomial(times(x, y), rational(4, 3)),
      scalePolynomial(z, rational(2)),
      ONE_POLYNOMIAL,
    ],
    ['a letter and a factor', times(c, c, x, y), times(c, x, z), times(c, x)],
    ['a factor in one letter', times(plus(a, one), x), times(plus(a, one), z), plus(a, one)],
    [
      'a factor without the letter of the rest',
      times(plus(b, one), a, x),
      times(plus(b, one), z),
      plus(b, one),
    ],
  ])('%s', (_text, left, right, common) => {
    const scaled = scalePolynomial(left, rational(-3, 7));
    expect(polynomialKey(gcdPolynomials(scaled, right))).toBe(polynomialKey(primitive(common)));
    expect(polynomialKey(gcdPolynomials(right, scaled))).toBe(polynomialKey(primitive(common)));
    for (const name of ['a', 'b', 'c'])
      expect(commonDegreeBound(left, right, name)).toBeGreaterThanOrEqual(degreeIn(common, name));
  });
});
