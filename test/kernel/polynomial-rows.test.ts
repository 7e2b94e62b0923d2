/** Polynomials and their greatest common divisors, each row by hand. */
import { describe, expect, test } from 'vitest';
import { OptimandError } from '../../src/kernel/issues.ts';
import { polynomialTerm, ratioTerm } from '../../src/kernel/normal/to-term.ts';
import {
  constantPolynomial,
  degreeIn,
  dividePolynomials,
  equalMonomials,
  equalPolynomials,
  leadingTerm,
  multiplyPolynomials,
  ONE_POLYNOMIAL,
  type Polynomial,
  polynomialKey,
  polynomialSymbols,
  primitive,
  rationalContent,
  ZERO_POLYNOMIAL,
} from '../../src/kernel/polynomial.ts';
import { gcdPolynomials } from '../../src/kernel/polynomial-gcd.ts';
import { commonDegreeBound } from '../../src/kernel/polynomial-image.ts';
import { printText } from '../../src/kernel/print-text.ts';
import {
  addRatios,
  compareRatios,
  divideRatios,
  integerPart,
  integerRatio,
  leadingSign,
  multiplyRatios,
  ONE_RATIO,
  powerRatio,
  type Ratio,
  ratio,
  ratioConstant,
  ratioInteger,
  ratioKey,
  symbolRatio,
  ZERO_RATIO,
} from '../../src/kernel/ratio.ts';
import { ONE, rational } from '../../src/kernel/rational.ts';
import { shapeRatio } from '../../src/kernel/shape.ts';
import { CONTEXT, read } from '../support/terms.ts';

const ratioOf = (text: string): Ratio => {
  const value = shapeRatio(read(text), CONTEXT);
  if (!value) throw new Error(`${text} holds more than shape parameters`);
  return value;
};
const poly = (text: string): Polynomial => ratioOf(text).num;
const written = (p: Polynomial | null): string | null => p && polynomialKey(p);
const key = (text: string): string => polynomialKey(poly(text));

describe('polynomials', () => {
  test.each([
    ['0', '0'],
    ['1', '1*'],
    ['p', '1*p'],
    ['2*p^2*s - 3/4', '2*p^2*s+-3/4*'],
    ['s + p', '1*p+1*s'],
    ['s^2 + p*s', '1*p*s+1*s^2'],
  ])('the key of %s', (text, written) => {
    expect(key(text)).toBe(written);
  });

  test.each([
    ['p^2 - 1', 'p + 1', 'p - 1'],
    ['p^2 + 1', 'p + 1', null],
    ['p^2', 'p + 1', null],
    ['p', 'p', '1'],
    ['p', 'p^2', null],
    ['p', 's', null],
    ['p*s', 'p', 's'],
    ['p*s + p', 'p', 's + 1'],
    ['p*s + 1', 'p', null],
    ['p + 1', 's + 1', null],
    ['p^2 + p', 'p*s + p', null],
    ['0', 'p + 1', '0'],
    ['3*p + 3', '2', '3/2*p + 3/2'],
    ['p + 2', '1', 'p + 2'],
    ['p^2*s^2 - 1', 'p*s - 1', 'p*s + 1'],
    ['p^3 + s^3', 'p + s', 'p^2 - p*s + s^2'],
  ])('%s over %s is %s', (top, bottom, quotient) => {
    expect(written(dividePolynomials(poly(top), poly(bottom)))).toBe(
      quotient === null ? null : key(quotient),
    );
  });

  test('products do not depend on which is the longer', () => {
    for (const [left, right] of [
      ['p + 1', 'p^2 - p + 1'],
      ['p^2 - p + 1', 'p + 1'],
    ] as const)
      expect(written(multiplyPolynomials(poly(left), poly(right)))).toBe(key('p^3 + 1'));
    expect(multiplyPolynomials(ONE_POLYNOMIAL, poly('p'))).toEqual(poly('p'));
  });

  test('equality of polynomials and of monomials', () => {
    expect(equalPolynomials(poly('p + 1'), poly('1 + p'))).toBe(true);
    expect(equalPolynomials(poly('p + 1'), poly('s + 1'))).toBe(false);
    expect(equalPolynomials(poly('p + 1'), poly('p'))).toBe(false);
    const lead = (text: string) => leadingTerm(poly(text)).monomial;
    expect(equalMonomials(lead('p*s'), lead('3*s*p'))).toBe(true);
    expect(equalMonomials(lead('p*s'), lead('p'))).toBe(false);
    expect(equalMonomials(lead('p^2'), lead('p'))).toBe(false);
    expect(equalMonomials(lead('s'), lead('p'))).toBe(false);
  });

  test('letters, degrees, contents', () => {
    expect(polynomialSymbols(poly('alpha*s + p'))).toEqual(['alpha', 'p', 's']);
    expect(degreeIn(poly('p^2 + p + s'), 'p')).toBe(2);
    expect(degreeIn(poly('alpha*p + p^3'), 'p')).toBe(3);
    expect(degreeIn(poly('p*s'), 'alpha')).toBe(0);
    expect(rationalContent(ZERO_POLYNOMIAL)).toEqual(ONE);
    expect(rationalContent(poly('-4/3*p + 2/5'))).toEqual(rational(2, 15));
    expect(written(primitive(poly('-4/3*p + 2/5')))).toBe(key('10*p - 3'));
    expect(written(primitive(poly('6*p + 4')))).toBe(key('3*p + 2'));
    expect(primitive(ZERO_POLYNOMIAL)).toEqual([]);
    expect(() => leadingTerm(ZERO_POLYNOMIAL)).toThrow('the zero polynomial has no leading term');
  });
});

describe('greatest common divisors', () => {
  test.each([
    ['0', '0', '0'],
    ['0', '-2*p - 4', 'p + 2'],
    ['3*p', '0', 'p'],
    ['6', '4', '1'],
    ['6*p^2', '4*p', 'p'],
    ['p', 's', '1'],
    ['p^2*s', 'p*s^2', 'p*s'],
    ['p^2*s', 'p*s^2 + p*s', 'p*s'],
    ['p*s + p', 'p^2', 'p'],
    ['p + 1', 'p', '1'],
    ['p^3*s + p^2', 's*p^2', 'p^2'],
    ['p^2 - 1', 'p^2 + 2*p + 1', 'p + 1'],
    ['1 - p', 'p - 1', 'p - 1'],
    ['2*p + 2', '3*p + 3', 'p + 1'],
    ['p^3 - 1', 'p^2 - 1', 'p - 1'],
    ['p^2 - 1', 'p^3 - 1', 'p - 1'],
    ['(p^2 + 1)^2', '(p^2 + 1)*p', 'p^2 + 1'],
    ['p^2 + 1', 'p^2 + 2', '1'],
    ['(p + s)*(p - s)', '(p + s)^2', 'p + s'],
    ['(p + 1)*(s + 1)', '(p + 1)*(s + 2)', 'p + 1'],
    ['(p + 1)*(s + 1)', '(p + 2)*(s + 1)', 's + 1'],
    ['(p + 1)*(s + 1)', '(p + 1)^2*(s + 1)*(alpha + 1)', '(p + 1)*(s + 1)'],
    ['(alpha + 1)*(p + 1)', '(alpha + 1)*(s + 1)', 'alpha + 1'],
    ['p + 1', 's + 1', '1'],
    ['p*s + 1', 'p + s', '1'],
    ['(p*s + 1)^2*s', '(p*s + 1)*s^2', 's*(p*s + 1)'],
    ['(p^2*s + p + 1)*(p - s)', '(p^2*s + p + 1)*(p + s)', 'p^2*s + p + 1'],
    ['(p^2 + s)*(2*p + s)', '(p^2 + s)*(p + 3*s)', 'p^2 + s'],
    ['(s + 1)*(p^2 - 1)', '(s + 1)*(p^3 - 1)', '(s + 1)*(p - 1)'],
    ['alpha*p + alpha*s', 'alpha^2*p + alpha', 'alpha'],
  ])('of %s and %s is %s', (left, right, common) => {
    expect(written(gcdPolynomials(poly(left), poly(right)))).toBe(key(common));
    expect(written(gcdPolynomials(poly(right), poly(left)))).toBe(key(common));
  });
});

describe('the highest degree that a common divisor can have', () => {
  test.each([
    ['(p + 1)*(p + 2)', '(p + 1)*(p + 3)', 'p', 1],
    ['p^2', 'p + 1', 'p', 0],
    ['p + 1', 'p^3', 'p', 0],
    ['p^3', 'p^2', 'p', 2],
    ['p^2', 'p^3', 'p', 2],
    ['(p^2 + 1)*(p + 1)', '(p^2 + 1)*(p - 5)', 'p', 2],
    ['p/2 + 1', 'p + 2', 'p', 1],
    ['p/3 + 1/2', '2*p + 3', 'p', 1],
    ['p/3 + 1/2', '2*p + 1', 'p', 0],
    ['p - 1', 'p^2 - 1', 'p', 1],
    ['p - 1', 'p^2 + 1', 'p', 0],
    ['-3*p + 7', '7 - 3*p', 'p', 1],
    ['(s*p + 1)*(p + 1)', '(s*p + 1)*(p + 2)', 'p', 1],
    ['(p + 1)*(p + s)', 'p + 1', 'p', 1],
    ['(s*p + 1)*(p + 1)', '(s*p + 1)*(p + 2)', 's', 1],
    ['s^2*p^2 - 1', 's*p - 1', 'p', 1],
    ['s^2*p^2 - 1', 's*p - 2', 'p', 0],
    ['s^3*p^3 + 1', 's*p + 1', 'p', 1],
    ['s^5*p^5 - 1', 's*p - 1', 'p', 1],
    ['s^6*p^6 - 1', 's^2*p^2 - 1', 'p', 2],
    ['p + s', 'p + alpha', 'p', 0],
    ['p + s', 'p + s + 1', 's', 0],
    ['s + 1', 's + 2', 'p', 0],
    ['s*p + p + s + 1', 'p + 1', 'p', 1],
    ['7*p^2 + 3*p - 10', '7*p + 10', 'p', 1],
    ['p^4 - 1', 'p^6 - 1', 'p', 2],
  ])('%s and %s in %s: %i', (left, right, name, bound) => {
    expect(commonDegreeBound(poly(left), poly(right), name)).toBe(bound);
  });

  test('nothing is said where the leading coefficient or a denominator vanishes modulo the prime', () => {
    for (const text of ['67108859*p + 1', 'p + 1/67108859'])
      for (const [left, right] of [
        [text, 'p'],
        ['p', text],
      ] as const)
        expect(commonDegreeBound(poly(left), poly(right), 'p')).toBe(Number.POSITIVE_INFINITY);
    // A common divisor that no image shows is found all the same.
    expect(written(gcdPolynomials(poly('(67108859*p + 1)*(p + 2)'), poly('(67108859*p + 1)*(p + 3)')))).toBe(
      key('67108859*p + 1'),
    );
  });
});

describe('ratios', () => {
  test.each([
    ['(p^2 - 1)/(p + 1)', 'p - 1'],
    ['0/(2*p)', '0'],
    ['p/(2*s + 2)', '1/2*p/(s + 1)'],
    ['1/p + 1/p', '2/p'],
    ['1/p - 1/s', '(s - p)/(p*s)'],
    ['(p/s)*(s/p)', '1'],
    ['(1/p)^(-2)', 'p^2'],
    ['2/3 + 1/6', '5/6'],
    ['2/3*(3/4)', '1/2'],
  ])('%s is %s', (left, right) => {
    expect(ratioKey(ratioOf(left))).toBe(ratioKey(ratioOf(right)));
  });

  test('keys, constants and whole numbers', () => {
    expect(ratioKey(ratioOf('p/s'))).toBe('(1*p)/(1*s)');
    expect(ratioKey(ratioOf('2*p'))).toBe('2*p');
    expect(ratioConstant(ZERO_RATIO)).toEqual(rational(0));
    expect(ratioConstant(ratioOf('3/4'))).toEqual(rational(3, 4));
    for (const text of ['p', '1/p', 'p/s']) expect(ratioConstant(ratioOf(text))).toBeNull();
    expect(ratioInteger(ratioOf('-3'))).toBe(-3n);
    expect(ratioInteger(ratioOf('3/2'))).toBeNull();
    expect(() => ratio(ONE_POLYNOMIAL, ZERO_POLYNOMIAL)).toThrow('a rational function has denominator zero');
  });

  test.each([
    ['p', '100', 1],
    ['-p', '100', -1],
    ['p', 's', 1],
    ['p', 'p', 0],
    ['1/p', '0', 1],
    ['2/3', '3/4', -1],
    ['1/2', '1/2', 0],
    ['p + 1', 'p', 1],
  ])('in the order of bookkeeping %s against %s: %i', (left, right, order) => {
    expect(compareRatios(ratioOf(left), ratioOf(right))).toBe(order);
    expect(leadingSign(addRatios(ratioOf(left), multiplyRatios(integerRatio(-1), ratioOf(right))))).toBe(
      order,
    );
  });

  test.each([
    ['7/2', 3n],
    ['-7/2', -4n],
    ['p', 0n],
    ['p + 5/2', 2n],
    ['(3*p + 1)/p', 3n],
    ['(-p/2 + 1)/(p + 1)', -1n],
  ])('the integer part of %s is %i', (text, whole) => {
    expect(integerPart(ratioOf(text))).toBe(whole);
  });

  test('powers, and where they are too large', () => {
    const alpha = symbolRatio('alpha');
    expect(ratioKey(powerRatio(alpha, 0n))).toBe(ratioKey(ONE_RATIO));
    expect(ratioKey(powerRatio(divideRatios(alpha, integerRatio(2)), -2n))).toBe(
      ratioKey(ratioOf('4/alpha^2')),
    );
    expect(printText(ratioTerm(powerRatio(alpha, 128n)))).toBe('alpha^128');
    for (const ask of [() => powerRatio(alpha, 129n), () => powerRatio(alpha, -129n)])
      expect(ask).toThrow(OptimandError);
    expect(() => powerRatio(alpha, 129n)).toThrow(
      'a power with exponent 129 is too large to carry out in the normal form; use a smaller exponent',
    );
    expect(printText(polynomialTerm(constantPolynomial(rational(0))))).toBe('0');
  });
});
