/** Rational numbers case by case, each row by hand. */
import { describe, expect, test } from 'vitest';
import {
  addRational,
  bitsOfRational,
  compareRational,
  divideRational,
  equalRational,
  floorRational,
  gcdInteger,
  isInteger,
  isOneRational,
  isZeroRational,
  MINUS_ONE,
  multiplyRational,
  ONE,
  powerRational,
  type Rational,
  rational,
  rationalFromDecimal,
  rationalFromNumber,
  rationalText,
  rationalToNumber,
  signRational,
  subtractRational,
  ZERO,
} from '../../src/kernel/rational.ts';

const half = rational(1, 2);
const over = (num: bigint, den: bigint): Rational => ({ num, den });

test.each([
  ['6/(-4)', rational(6, -4), over(-3n, 2n)],
  ['0/(-5)', rational(0, -5), over(0n, 1n)],
  ['12/4', rational(12, 4), over(3n, 1n)],
  ['0', ZERO, over(0n, 1n)],
  ['1', ONE, over(1n, 1n)],
  ['-1', MINUS_ONE, over(-1n, 1n)],
  ['2 + 3', addRational(rational(2), rational(3)), over(5n, 1n)],
  ['1/2 + 3', addRational(half, rational(3)), over(7n, 2n)],
  ['3 + 1/2', addRational(rational(3), half), over(7n, 2n)],
  ['1/2 + 1/6', addRational(half, rational(1, 6)), over(2n, 3n)],
  ['1/2 - 2', subtractRational(half, rational(2)), over(-3n, 2n)],
  ['4 (1/2)', multiplyRational(rational(4), half), over(2n, 1n)],
  ['(1/2) 4', multiplyRational(half, rational(4)), over(2n, 1n)],
  ['(2/3) (3/4)', multiplyRational(rational(2, 3), rational(3, 4)), over(1n, 2n)],
  ['(1/2)/(-2)', divideRational(half, rational(-2)), over(-1n, 4n)],
  ['(2/3)^3', powerRational(rational(2, 3), 3n), over(8n, 27n)],
  ['(-2/3)^-3', powerRational(rational(-2, 3), -3n), over(-27n, 8n)],
  ['(2/3)^0', powerRational(rational(2, 3), 0n), over(1n, 1n)],
])('%s is in lowest terms, over a positive number', (_text, got, form) => {
  expect(got).toEqual(form);
});

describe('questions', () => {
  test.each([
    // The number, is it zero, one, whole; its sign, the whole number below it, and the digits in base 2 of its longer part.
    ['0', ZERO, true, false, true, 0, 0n, 1n],
    ['1', ONE, false, true, true, 1, 1n, 1n],
    ['-1', MINUS_ONE, false, false, true, -1, -1n, 1n],
    ['5', rational(5), false, false, true, 1, 5n, 3n],
    ['1/8', rational(1, 8), false, false, false, 1, 0n, 4n],
    ['-1/8', rational(-1, 8), false, false, false, -1, -1n, 4n],
    ['7/2', rational(7, 2), false, false, false, 1, 3n, 3n],
    ['-7/2', rational(-7, 2), false, false, false, -1, -4n, 3n],
    ['-4', rational(-4), false, false, true, -1, -4n, 3n],
  ])('of %s', (text, x, zero, one, whole, sign, floor, bits) => {
    expect([isZeroRational(x), isOneRational(x), isInteger(x)]).toEqual([zero, one, whole]);
    expect([signRational(x), floorRational(x), bitsOfRational(x)]).toEqual([sign, floor, bits]);
    expect(rationalText(x)).toBe(text);
  });

  test.each([
    ['1/2', '1/2', half, rational(2, 4), 0],
    ['1/2', '1/3', half, rational(1, 3), 1],
    ['1/3', '2/3', rational(1, 3), rational(2, 3), -1],
    ['-1/2', '1/2', rational(-1, 2), half, -1],
  ])('%s against %s', (_left, _right, x, y, order) => {
    expect(compareRational(x, y)).toBe(order);
    expect(equalRational(x, y)).toBe(order === 0);
  });

  test.each([
    [-12n, 18n, 6n],
    [18n, -12n, 6n],
    [7n, 0n, 7n],
    [0n, -7n, 7n],
    [0n, 0n, 0n],
  ])('the greatest common divisor of %i and %i is %i', (left, right, common) => {
    expect(gcdInteger(left, right)).toBe(common);
  });
});

describe('texts and doubles', () => {
  test.each([
    ['.5', half],
    ['5.', rational(5)],
    ['-1.25', rational(-5, 4)],
    ['+2e3', rational(2000)],
    ['2.5e1', rational(25)],
    ['25E-1', rational(5, 2)],
    ['-0', ZERO],
  ])('%s is read exactly', (text, value) => {
    expect(rationalFromDecimal(text)).toEqual(value);
  });

  test('a whole number just beyond the middle of two doubles is rounded away from it, however long it is', () => {
    const middle = (2n ** 53n + 1n) * 2n ** 100n;
    const near = (value: bigint): number => rationalToNumber(rational(value)) / 2 ** 100;
    expect([-1n, 0n, 1n].map((by) => near(middle + by))).toEqual([2 ** 53, 2 ** 53, 2 ** 53 + 2]);
    expect([-1n, 0n, 1n].map((by) => near(-middle + by))).toEqual([-(2 ** 53) - 2, -(2 ** 53), -(2 ** 53)]);
  });

  test('what is refused, and how', () => {
    expect(() => rational(1, 0)).toThrow('a rational number has denominator zero');
    expect(() => powerRational(ZERO, -1n)).toThrow('a rational number has denominator zero');
    expect(() => rationalFromNumber(Number.NEGATIVE_INFINITY)).toThrow('-Infinity is not a finite number');
  });
});
