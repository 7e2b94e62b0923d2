import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalArithmetic } from '../../src/kernel/arithmetic/decimal.ts';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { dual } from '../../src/kernel/arithmetic/dual.ts';
import { type Logarithmic, logarithmic } from '../../src/kernel/arithmetic/logarithmic.ts';
import { rational } from '../../src/kernel/rational.ts';
import { DIGITS_60, plainValue, relativeError } from '../support/precise.ts';
import { read } from '../support/terms.ts';

const seed = 20260514;
const numbers = fc.double({ min: -1e6, max: 1e6, noNaN: true });

describe('doubles', () => {
  test('their deformed logarithm is that of 60 digits, to the last digits, where z = gamma ln q is small too', () => {
    for (const q of [0.3, 1 + 1e-9, 1.1, 3, 1e6]) {
      for (const z of [1e-300, 1e-12, 1e-7, 9.9e-6, 1.01e-5, 1e-3, 0.5, 1.99, 2.01, 30]) {
        for (const gamma of [z / Math.log(q), -z / Math.log(q)]) {
          const exact = DIGITS_60.deformedLog(DIGITS_60.fromNumber(q), DIGITS_60.fromNumber(gamma));
          expect(relativeError(double.deformedLog(q, gamma), exact), `q ${q}, gamma ${gamma}`).toBeLessThan(
            2e-14,
          );
        }
      }
    }
  });
});

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

describe('logarithms', () => {
  const wide = decimalArithmetic(60);
  const exponent = fc.double({ min: -20_000, max: 20_000, noNaN: true });
  const number = fc.tuple(exponent, fc.constantFrom(1, -1));
  type Operation = 'add' | 'multiply' | 'divide' | 'power' | 'deformedLog' | 'powerGap';
  const shape = fc.double({ min: -2, max: 2, noNaN: true });
  /** Nearer to zero the decimals of e^x hold less of x than x does. */
  const away = exponent.filter((ln) => ln === 0 || Math.abs(ln) > 1e-20);

  /** The same number in both arithmetics. */
  const both = ([ln, sign]: readonly [number, number]) => {
    const size = wide.exp(wide.fromNumber(ln));
    return [{ sign, ln }, sign < 0 ? wide.negate(size) : size] as const;
  };

  /** How far the logarithms are apart, as a part of what rounding of the inputs makes them differ by. */
  function apart(got: Logarithmic, exact: ReturnType<typeof wide.add>, scale: number): number {
    const sign = Math.sign(wide.compare(exact, wide.fromNumber(0)));
    if (sign !== got.sign) return Number.POSITIVE_INFINITY;
    if (sign === 0) return 0;
    const ln = wide.ln(sign < 0 ? wide.negate(exact) : exact);
    return Math.abs(wide.toNumber(wide.add(ln, wide.fromNumber(-got.ln)))) / (1e-15 * scale);
  }

  test.each<Operation>(['add', 'multiply', 'divide'])('%s as decimals do, far beyond doubles', (name) => {
    const property = fc.property(number, number, (one, other) => {
      const [[x, wideX], [y, wideY]] = [both(one), both(other)];
      const cancels = name === 'add' && one[1] !== other[1];
      if (cancels && Math.abs(one[0] - other[0]) < 1) return;
      const scale = 10 + Math.abs(one[0]) + Math.abs(other[0]);
      expect(apart(logarithmic[name](x, y), wide[name](wideX, wideY), scale)).toBeLessThan(1);
    });
    fc.assert(property, { numRuns: 400, seed });
  });

  test.each<Operation>(['power', 'deformedLog', 'powerGap'])('%s as decimals do', (name) => {
    const property = fc.property(away, shape, (ln, g) => {
      const [[x, wideX], y] = [both([ln, 1]), logarithmic.fromNumber(g)];
      const got = logarithmic[name](x, y);
      expect(apart(got, wide[name](wideX, wide.fromNumber(g)), 100 + Math.abs(ln) * 4)).toBeLessThan(1);
    });
    fc.assert(property, { numRuns: 200, seed });
  });

  test('a number next to one is known as well as its distance from it', () => {
    const tiny = { sign: 1, ln: -1000 };
    const near = logarithmic.add(logarithmic.fromNumber(1), logarithmic.fromNumber(1e-12));
    expect(near.ln).toBeCloseTo(1e-12, 24);
    expect(logarithmic.add(logarithmic.fromNumber(1), tiny)).toEqual({ sign: 1, ln: 0 });
    expect(logarithmic.deformedLog(near, logarithmic.fromNumber(0)).ln).toBeCloseTo(Math.log(1e-12), 9);
  });

  test.each([
    [0, 1, 5_000],
    [0, 1, -5_000],
    [-1, -1, -5_000],
    [0, 1, 2],
  ] as const)("Lambert's W, branch %i, of %i e^%i gives its argument back", (branch, sign, ln) => {
    const w = logarithmic.lambertW(branch, { sign, ln });
    expect(logarithmic.multiply(w, logarithmic.exp(w)).sign).toBe(sign);
    expect(logarithmic.multiply(w, logarithmic.exp(w)).ln).toBeCloseTo(ln, 9);
  });

  test('zero to a power is zero, one or beyond all numbers', () => {
    const zero = logarithmic.fromNumber(0);
    for (const y of [2, 3, 0.5]) expect(logarithmic.power(zero, logarithmic.fromNumber(y))).toEqual(zero);
    expect(logarithmic.power(zero, zero)).toEqual(logarithmic.fromNumber(1));
    for (const y of [-1, -2, -0.5]) {
      expect(logarithmic.power(zero, logarithmic.fromNumber(y))).toEqual({
        sign: 1,
        ln: Number.POSITIVE_INFINITY,
      });
    }
  });

  test('what has no value has none', () => {
    const { ln, power, fromNumber, deformedLog, divide, lambertW } = logarithmic;
    const zero = fromNumber(0);
    for (const none of [
      ln(fromNumber(-2)),
      power(fromNumber(-2), fromNumber(0.5)),
      deformedLog(fromNumber(-1), fromNumber(1)),
      divide(zero, zero),
      lambertW(-1, fromNumber(2)),
      lambertW(0, { sign: -1, ln: 900 }),
    ])
      expect(none.sign).toBeNaN();
    expect(ln(zero)).toMatchObject({ sign: -1, ln: Number.POSITIVE_INFINITY });
  });
});

test('a rational enters each arithmetic as the nearest number', () => {
  const third = rational(1, 3);
  expect(double.fromRational(third)).toBe(1 / 3);
  expect(relativeError(1 / 3, DIGITS_60.fromRational(third))).toBeLessThan(2 ** -53);
  expect(double.fromRational(rational(1n, 10n ** 23n))).toBe(1e-23);
});
