/** Doubles, dual numbers and decimals case by case, against values worked out by hand. */
import { describe, expect, test } from 'vitest';
import { type Decimal, decimals } from '../../src/engines/decimal.ts';
import { decimalArithmetic } from '../../src/kernel/arithmetic/decimal.ts';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { dual } from '../../src/kernel/arithmetic/dual.ts';
import { rational } from '../../src/kernel/rational.ts';

const { E, LN2 } = Math;

describe('doubles', () => {
  test.each([
    ['at shape 0, next to zero', double.deformedLog(0, 0), Number.NEGATIVE_INFINITY],
    [
      'at shape 0, beyond all numbers',
      double.deformedLog(Number.POSITIVE_INFINITY, 0),
      Number.POSITIVE_INFINITY,
    ],
    // z = g ln x = 2e-316 has few digits left, and the value is ln x to all of them.
    ['where z is below the smallest normal double', double.deformedLog(1 + 2 ** -52, 1e-300), 2 ** -52],
    // Of e², where z = 2g, it is (1 - e^-z)/g.
    ['at shape 4e-6', double.deformedLog(E ** 2, 4e-6), -Math.expm1(-8e-6) / 4e-6],
    ['at shape -4e-6', double.deformedLog(E ** 2, -4e-6), Math.expm1(8e-6) / 4e-6],
    ['at shape 5e-4', double.deformedLog(E ** 2, 5e-4), -Math.expm1(-1e-3) / 5e-4],
    // (10^100 - 1)/100 and (10^200 - 1)/200: the exponent is taken as it is, not through z.
    ['at shape -100', double.deformedLog(10, -100), 1e98],
    ['at shape -200', double.deformedLog(10, -200), 5e197],
    ['1 - 2^-3', double.powerGap(2, 3), 0.875],
  ])('deformed logarithm %s', (_text, got, exact) => {
    expect(got === exact || Math.abs(got / exact - 1) <= 2 ** -51).toBe(true);
  });
});

describe('dual numbers: the value and its slope', () => {
  const duals = dual(double);
  const at = (value: number, slope = 0) => ({ value, slope });
  /** (z e^-z - (1 - e^-z))/z², the slope of the deformed logarithm of e in its shape z. */
  const inShape = (z: number): number => (z * Math.exp(-z) + Math.expm1(-z)) / (z * z);
  test.each([
    ['5', duals.fromNumber(5), 5, 0],
    ['-3/4', duals.fromRational(rational(-3, 4)), -0.75, 0],
    ['(2 + 3t) + (5 - t)', duals.add(at(2, 3), at(5, -1)), 7, 2],
    ['(2 + 3t) (5 - t)', duals.multiply(at(2, 3), at(5, -1)), 10, 13],
    ['(2 + 3t)/(4 - t)', duals.divide(at(2, 3), at(4, -1)), 0.5, 0.875],
    ['-(2 + 3t)', duals.negate(at(2, 3)), -2, -3],
    ['e^(1 + 2t)', duals.exp(at(1, 2)), E, 2 * E],
    ['ln(2 + 3t)', duals.ln(at(2, 3)), LN2, 1.5],
    ['2^(3 + t)', duals.power(at(2), at(3, 1)), 8, 8 * LN2],
    ['(-2 + t)^3', duals.power(at(-2, 1), at(3)), -8, 12],
    ['(2 + t)^(3 + t)', duals.power(at(2, 1), at(3, 1)), 8, 12 + 8 * LN2],
    ['ln_1(2 + t)', duals.deformedLog(at(2, 1), at(1)), 0.5, 0.25],
    ['ln_t(e)', duals.deformedLog(at(E), at(0, 1)), 1, -0.5],
    ['ln_(1/4 + t)(e)', duals.deformedLog(at(E), at(0.25, 1)), 4 - 4 * Math.exp(-0.25), inShape(0.25)],
    ['ln_(-2/5 + t)(e)', duals.deformedLog(at(E), at(-0.4, 1)), (Math.exp(0.4) - 1) / 0.4, inShape(-0.4)],
    ['ln_(30 + t)(e)', duals.deformedLog(at(E), at(30, 1)), (1 - Math.exp(-30)) / 30, inShape(30)],
    ['ln_(1 + t)(e)', duals.deformedLog(at(E), at(1, 1)), 1 - 1 / E, 2 / E - 1],
    ['ln_(1 + t)(e + t)', duals.deformedLog(at(E, 1), at(1, 1)), 1 - 1 / E, 2 / E - 1 + E ** -2],
    ['1 - (2 + t)^-1', duals.powerGap(at(2, 1), at(1)), 0.5, 0.25],
    ['1 - e^-(1 + t)', duals.powerGap(at(E), at(1, 1)), 1 - 1 / E, 1 / E],
    ['W_0(e + t)', duals.lambertW(0, at(E, 1)), 1, 1 / (2 * E)],
    ['W_-1(-2/e² + t)', duals.lambertW(-1, at(-2 * E ** -2, 1)), -2, -(E ** 2)],
  ])('%s', (_text, got, value, slope) => {
    expect(got.value).toBeCloseTo(value, 14);
    expect(got.slope).toBeCloseTo(slope, 12);
  });

  test('are compared by their values, and are zero where all of them is', () => {
    expect(duals.toNumber(at(2, 5))).toBe(2);
    expect(duals.compare(at(2, 5), at(3, -1))).toBeLessThan(0);
    expect(duals.compare(at(2, 5), at(2, -1))).toBe(0);
    expect([at(0), at(0, 1), at(1)].map((x) => duals.isZero?.(x))).toEqual([true, false, false]);
    expect(duals.name).toBe('dual double');
  });
});

describe('decimals', () => {
  const on = decimalArithmetic(60);
  const fine = decimals(200);
  const exact = decimals(60);
  const floor = fine.neg(fine.exp(fine.fromNumber(-1)));

  test.each([
    [0, '1e300'],
    [0, '1e400'],
    [0, '1e-400'],
    [0, '-1e-400'],
    [-1, '-1e-300'],
    [-1, '-1e-400'],
  ] as const)("Lambert's W, branch %i, of %s gives its argument back", (branch, text) => {
    const x = exact.fromText(text);
    const w = on.lambertW(branch, x);
    const back = fine.div(fine.mul(w, fine.exp(w)), x);
    // W of branch -1 loses as many digits as it has in front of the point.
    expect(Math.abs(fine.toNumber(fine.sub(back, fine.fromNumber(1))))).toBeLessThan(1e-55);
  });

  test('next to its branch point w + 1 is √(2e) times the root of the distance, of either sign; below is no number', () => {
    for (const branch of [0, -1] as const) {
      const distance = fine.fromText('1e-110');
      const w = on.lambertW(branch, fine.add(floor, distance));
      const above = fine.toNumber(fine.add(w, fine.fromNumber(1))) / 1e-55;
      expect(above).toBeCloseTo((branch === 0 ? 1 : -1) * Math.sqrt(2 * E), 3);
      expect(on.toNumber(on.lambertW(branch, fine.sub(floor, distance)))).toBeNaN();
      expect(on.toNumber(on.lambertW(branch, on.fromNumber(-1)))).toBeNaN();
      expect(on.toNumber(on.lambertW(branch, on.fromNumber(Number.NEGATIVE_INFINITY)))).toBeNaN();
    }
  });

  test('the branch point itself, to as many digits as are kept, is where both are -1', () => {
    const kept = decimals(2 * 60 + 10);
    const point = kept.neg(kept.exp(kept.fromNumber(-1)));
    for (const branch of [0, -1] as const) expect(on.toNumber(on.lambertW(branch, point))).toBe(-1);
  });

  // (1 - x^-g)/g by hand; at 1e-40 the quotient would lose 40 digits, at 1e50 a series would.
  const NEAR = `1.${'0'.repeat(39)}1`;
  test.each([
    ['1.5', '-1', '0.5'],
    ['1.6', '1', '0.375'],
    ['10', '1', '0.9'],
    ['10', '-1', '9'],
    ['10', '-2', '49.5'],
    ['0.1', '-1', '-0.9'],
    ['0.1', '2', '-49.5'],
    ['1e25', '4', `0.25`],
    [NEAR, '-1', '1e-40'],
    // 2 (√(1 + d) - 1) = d - d²/4 + …
    [NEAR, '-0.5', `9.${'9'.repeat(39)}75e-41`],
    ['1', '3', '0'],
  ])('the deformed logarithm of %s at %s is %s', (x, g, value) => {
    const [base, shape, hand] = [x, g, value].map((text) => exact.fromText(text)) as [
      Decimal,
      Decimal,
      Decimal,
    ];
    const apart = (got: Decimal, right: Decimal): number =>
      Math.abs(fine.toNumber(fine.sub(got, right))) / (Math.abs(fine.toNumber(right)) || 1);
    expect(apart(on.deformedLog(base, shape), hand)).toBeLessThan(1e-57);
    expect(apart(on.powerGap(base, shape), exact.mul(hand, shape))).toBeLessThan(1e-57);
  });

  test.each([
    [0, '0', 0],
    [-1, '0', Number.NEGATIVE_INFINITY],
    [-1, '0.5', Number.NaN],
    [-1, '1e-400', Number.NaN],
  ] as const)("Lambert's W, branch %i, of %s is %d", (branch, text, value) => {
    expect(on.toNumber(on.lambertW(branch, exact.fromText(text)))).toBe(value);
  });

  test('are named by their digits, and know zero', () => {
    expect(on.compare(on.multiply(on.fromRational(rational(1, 8)), on.fromNumber(8)), on.fromNumber(1))).toBe(
      0,
    );
    expect(on.name).toBe('decimal of 60 digits');
    expect([on.fromNumber(0), on.fromNumber(1e-300)].map((x) => on.isZero?.(x))).toEqual([true, false]);
  });
});
