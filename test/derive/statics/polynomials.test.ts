/** Calculus, substitution and division of polynomials, by hand. */
import { describe, expect, test } from 'vitest';
import {
  coefficientSign,
  coefficientsBy,
  coefficientsOf,
  contentOf,
  derivativeOf,
  derivativeOfRatio,
  determinant,
  quotientOf,
  substituted,
  without,
  withoutCommon,
} from '../../../src/derive/statics/polynomials.ts';
import { type Polynomial, ZERO_POLYNOMIAL } from '../../../src/kernel/polynomial.ts';
import { ratio } from '../../../src/kernel/ratio.ts';
import { fraction, polynomial, textOf } from '../../support/polynomials.ts';

const is = (p: Polynomial | null, text: string): void => {
  expect(p && textOf(p)).toBe(textOf(polynomial(text)));
  // In one order, so that two alike are one.
  expect(p).toEqual(polynomial(text));
};
const isX = (name: string): boolean => name === 'x';

describe('derivatives', () => {
  test('of polynomials', () => {
    is(derivativeOf(polynomial('x^3*y + 2*x*z - y^2 + 5*x + 7'), 'x'), '3*x^2*y + 2*z + 5');
    is(derivativeOf(polynomial('x^3*y + 2*x*z - y^2 + 5*x + 7'), 'y'), 'x^3 - 2*y');
    is(derivativeOf(polynomial('z*y^2'), 'z'), 'y^2');
    expect(derivativeOf(polynomial('x + y'), 'w')).toEqual([]);
    expect(derivativeOf(ZERO_POLYNOMIAL, 'x')).toEqual([]);
  });

  test('of fractions', () => {
    const of = (text: string, name: string) => derivativeOfRatio(fraction(text), name);
    expect(of('(x^2 + y)/(x + z)', 'x')).toEqual(fraction('(2*x*(x + z) - (x^2 + y))/(x + z)^2'));
    expect(of('(x^2 + y)/(x + z)', 'y')).toEqual(fraction('1/(x + z)'));
    expect(of('(x^2 + y)/(x + z)', 'z')).toEqual(fraction('-(x^2 + y)/(x + z)^2'));
  });
});

describe('coefficients', () => {
  test('of each power of a letter, from none upwards', () => {
    const found = coefficientsBy(polynomial('x^2*y + 3*x^2 - x^2*z + w + y'), 'x');
    expect(found.map(textOf)).toEqual(['w + y', '0', 'y - z + 3']);
    expect(coefficientsBy(polynomial('y'), 'x')).toEqual([polynomial('y')]);
    expect(coefficientsBy(ZERO_POLYNOMIAL, 'x')).toEqual([[]]);
    const [zero, one] = coefficientsBy(polynomial('x*y'), 'x');
    expect([zero, one]).toEqual([[], polynomial('y')]);
  });

  test('of products of the letters outside', () => {
    const told = (text: string, inner: (name: string) => boolean) =>
      coefficientsOf(polynomial(text), inner).map(({ rest, coefficient }) => [
        textOf(rest),
        textOf(coefficient),
      ]);
    expect(told('x*y + 2*y + x^2*z - x', isX).toSorted()).toEqual([
      ['1', '-x'],
      ['y', 'x + 2'],
      ['z', 'x^2'],
    ]);
    expect(told('x + y', () => true)).toEqual([['1', 'x + y']]);
    expect(told('x + y', () => false).toSorted()).toEqual([
      ['x', '1'],
      ['y', '1'],
    ]);
  });

  test('a divisor of all of them', () => {
    is(contentOf(polynomial('x*y + y + x*z + z'), isX), 'x + 1');
    is(contentOf(polynomial('x^2*y - y + x*z + z'), isX), 'x + 1');
    is(contentOf(polynomial('x^2*y - y + x*z + z + w'), isX), '1');
    is(contentOf(polynomial('x*y + y'), isX), '1');
    is(contentOf(ZERO_POLYNOMIAL, isX), '1');
    // Of the two shortest, where these have no more than five summands.
    is(contentOf(polynomial('(x^4 + x^3 + x^2 + x + 1)*(y + z)'), isX), 'x^4 + x^3 + x^2 + x + 1');
    is(contentOf(polynomial('(x^5 + x^4 + x^3 + x^2 + x + 1)*(y + z)'), isX), '1');
    is(contentOf(polynomial('(x + 1)*y + (x + 1)^2*z + (x + 2)*w'), isX), '1');
  });

  test('the sign that all share', () => {
    expect(
      ['x + 2*y', '-x - y', 'x - y', '0', '7', '-7'].map((text) => coefficientSign(polynomial(text))),
    ).toEqual([1, -1, null, 0, 1, -1]);
  });
});

test('a fraction in the place of a letter, times its denominator to the degree', () => {
  const { num, den } = { num: polynomial('y + 1'), den: polynomial('z') };
  const put = (text: string) => substituted(polynomial(text), 'x', { num, den });
  is(put('x'), 'y + 1');
  is(put('x^2 - w'), '(y + 1)^2 - w*z^2');
  is(put('x^3 + 2*x*w + 5'), '(y + 1)^3 + 2*w*(y + 1)*z^2 + 5*z^3');
  const untouched = polynomial('w + y');
  expect(substituted(untouched, 'x', { num, den })).toBe(untouched);
});

describe('division', () => {
  test('where it goes without a rest', () => {
    is(quotientOf(polynomial('x^2 - y^2'), polynomial('x - y')), 'x + y');
    is(quotientOf(polynomial('x*z + y*z'), polynomial('x + y')), 'z');
    is(quotientOf(polynomial('4*x + 2'), polynomial('2')), '2*x + 1');
    expect(quotientOf(ZERO_POLYNOMIAL, polynomial('x'))).toEqual([]);
    expect(quotientOf(polynomial('x^2 + y^2'), polynomial('x - y'))).toBeNull();
    expect(quotientOf(polynomial('x'), polynomial('x^2'))).toBeNull();
    expect(quotientOf(polynomial('x/3 + y/3'), polynomial('x/2 + y/2'))).not.toBeNull();
  });

  test('by a factor as often as it goes', () => {
    is(without(polynomial('(x + y)^3*z'), polynomial('x + y')), 'z');
    is(without(polynomial('z + 1'), polynomial('x + y')), 'z + 1');
    is(without(polynomial('4*x'), polynomial('2')), '4*x');
    expect(without(ZERO_POLYNOMIAL, polynomial('x'))).toEqual([]);
  });

  test('by letters and numbers that divide all', () => {
    const of = (text: string, letters: (name: string) => boolean = () => true) =>
      withoutCommon(polynomial(text), letters);
    is(of('6*x^2*y + 4*x*y^2'), '3*x + 2*y');
    is(of('6*x^2*y + 4*x*y^2', isX), '3*x*y + 2*y^2');
    is(of('-6*x^3 - 9*x^2*y'), '-2*x - 3*y');
    is(of('x + y'), 'x + y');
    is(of('5*x^2'), '1');
    is(of('x/2 + y/3'), '3*x + 2*y');
    expect(withoutCommon(ZERO_POLYNOMIAL, () => true)).toEqual([]);
  });
});

test('determinants', () => {
  const of = (...rows: readonly (readonly string[])[]) => determinant(rows.map((row) => row.map(polynomial)));
  is(of(), '1');
  is(of(['x']), 'x');
  is(of(['x', 'y'], ['z', 'w']), 'x*w - y*z');
  is(of(['0', 'y'], ['z', 'w']), '-y*z');
  is(of(['1', '2', '3'], ['x', 'y', 'z'], ['0', '0', '1']), 'y - 2*x');
  is(of(['x', '0', '1'], ['0', 'y', '0'], ['1', '0', 'z']), 'x*y*z - y');
});

test('a fraction stays one', () => {
  expect(derivativeOfRatio(ratio(polynomial('x'), polynomial('y')), 'x')).toEqual(fraction('1/y'));
});
