import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalArithmetic } from '../../src/kernel/arithmetic/decimal.ts';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { dual } from '../../src/kernel/arithmetic/dual.ts';
import { rational } from '../../src/kernel/rational.ts';
import { DIGITS_60, plainValue, relativeError } from '../support/precise.ts';
import { read } from '../support/terms.ts';

const seed = 20260514;
const numbers = fc.double({ min: -1e6, max: 1e6, noNaN: true });

describe('decimals', () => {
  test('their deformed logarithm is the quotient taken with 400 digits', () => {
    const wide = decimalArithmetic(400);
    const quotient = read('(1 - q^(-gamma))/gamma');
    for (const gamma of [1e-300, -1e-200, 1e-30, -1e-3, 0.5, -0.99, 2, 700]) {
      for (const q of [1 + 2 ** -52, 1.1, 3, 1e6]) {
        const exact = plainValue(quotient, { q: wide.fromNumber(q), gamma: wide.fromNumber(gamma) }, wide);
        const got = DIGITS_60.deformedLog(DIGITS_60.fromNumber(q), DIGITS_60.fromNumber(gamma));
        const gap = wide.divide(wide.add(got, wide.negate(exact)), exact);
        expect(Math.abs(wide.toNumber(gap))).toBeLessThan(1e-54);
      }
    }
  });

  test("Lambert's W gives its argument back, next to the branch point too", () => {
    const { multiply, exp, add, negate, fromNumber, toNumber, fromRational } = DIGITS_60;
    const floor = negate(exp(negate(fromNumber(1))));
    const offsets = [rational(1n, 10n ** 40n), rational(1n, 10n ** 12n), rational(1, 100), rational(1, 3)];
    for (const branch of [0, -1] as const) {
      for (const x of offsets.map((offset) => add(floor, fromRational(offset)))) {
        const w = DIGITS_60.lambertW(branch, x);
        expect(Math.abs(toNumber(add(multiply(w, exp(w)), negate(x))))).toBeLessThan(1e-57);
        expect(DIGITS_60.compare(w, fromNumber(-1)) > 0).toBe(branch === 0);
      }
    }
  });

  test('a number far below the smallest double is not zero', () => {
    const tiny = decimalArithmetic(30).fromRational(rational(1n, 10n ** 400n));
    expect(decimalArithmetic(30).isZero?.(tiny)).toBe(false);
    const duals = dual(decimalArithmetic(30));
    const { slope } = duals.ln({ value: decimalArithmetic(30).fromNumber(2), slope: tiny });
    expect(decimalArithmetic(30).isZero?.(slope)).toBe(false);
  });
});

describe('dual numbers', () => {
  const duals = dual(double);
  const second = dual(duals);

  test('sums, products and quotients have the slopes of the calculus', () => {
    fc.assert(
      fc.property(numbers, numbers, numbers, numbers, (x, dx, y, dy) => {
        const [p, q] = [
          { value: x, slope: dx },
          { value: y, slope: dy },
        ];
        expect(duals.add(p, q)).toEqual({ value: x + y, slope: dx + dy });
        expect(duals.multiply(p, q)).toEqual({ value: x * y, slope: dx * y + x * dy });
        if (Math.abs(y) > 1e-3) {
          const back = duals.multiply(duals.divide(p, q), q);
          expect(Math.abs(back.slope - dx)).toBeLessThan(
            1e-9 * (Math.abs(dx) + (Math.abs(x) * Math.abs(dy)) / Math.abs(y) + 1),
          );
        }
      }),
      { numRuns: 1000, seed },
    );
  });

  test('nested they give second derivatives: (x^3)" = 6x, also where the value and slope vanish', () => {
    for (const x of [0, 1, 2.5]) {
      const at = { value: { value: x, slope: 1 }, slope: { value: 1, slope: 0 } };
      expect(second.power(at, second.fromNumber(3)).slope.slope).toBeCloseTo(6 * x, 12);
    }
    expect(second.name).toBe('dual dual double');
  });

  test('powers of negative numbers to whole exponents', () => {
    expect(duals.power({ value: -2, slope: 1 }, duals.fromNumber(3))).toEqual({ value: -8, slope: 12 });
    expect(duals.toNumber(duals.fromRational(rational(1, 4)))).toBe(0.25);
  });
});

test('a rational enters each arithmetic as the nearest number', () => {
  const third = rational(1, 3);
  expect(double.fromRational(third)).toBe(1 / 3);
  expect(relativeError(1 / 3, DIGITS_60.fromRational(third))).toBeLessThan(2 ** -53);
  expect(double.fromRational(rational(1n, 10n ** 23n))).toBe(1e-23);
});
