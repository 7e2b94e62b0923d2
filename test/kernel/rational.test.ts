import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addRational,
  compareRational,
  divideRational,
  equalRational,
  floorRational,
  isZeroRational,
  multiplyRational,
  ONE,
  powerRational,
  type Rational,
  rational,
  rationalFromDecimal,
  rationalFromNumber,
  rationalText,
  rationalToNumber,
  subtractRational,
  ZERO,
} from '../../src/kernel/rational.ts';

const seed = 20260514;
const runs = { numRuns: 1000, seed };
const anyRational = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
  .map(([n, d]) => rational(n, d));
const isReduced = ({ num, den }: Rational): boolean =>
  den > 0n && equalRational(rational(num, den), { num, den });

describe('rational numbers are a field', () => {
  test('sums and products are associative, commutative, distributive and reduced', () => {
    fc.assert(
      fc.property(anyRational, anyRational, anyRational, (x, y, z) => {
        expect(addRational(addRational(x, y), z)).toEqual(addRational(x, addRational(y, z)));
        expect(multiplyRational(x, addRational(y, z))).toEqual(
          addRational(multiplyRational(x, y), multiplyRational(x, z)),
        );
        expect(addRational(x, y)).toEqual(addRational(y, x));
        expect(subtractRational(x, x)).toEqual(ZERO);
        if (!isZeroRational(y)) expect(multiplyRational(divideRational(x, y), y)).toEqual(x);
        expect(isReduced(addRational(x, multiplyRational(y, z)))).toBe(true);
      }),
      runs,
    );
  });

  test('powers add, and the order is that of the numbers', () => {
    fc.assert(
      fc.property(
        anyRational,
        fc.integer({ min: -9, max: 9 }),
        fc.integer({ min: -9, max: 9 }),
        (x, a, b) => {
          if (isZeroRational(x)) return;
          expect(multiplyRational(powerRational(x, BigInt(a)), powerRational(x, BigInt(b)))).toEqual(
            powerRational(x, BigInt(a + b)),
          );
        },
      ),
      runs,
    );
    fc.assert(
      fc.property(anyRational, (x) => {
        const floor = rational(floorRational(x));
        expect(compareRational(floor, x)).toBeLessThanOrEqual(0);
        expect(compareRational(x, addRational(floor, ONE))).toBe(-1);
      }),
      runs,
    );
  });
});

describe('rationals, decimals and doubles', () => {
  test('every finite double comes back from its decimal', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(rationalToNumber(rationalFromNumber(value))).toBe(value === 0 ? 0 : value);
      }),
      { numRuns: 5000, seed },
    );
  });

  test.each([
    '1e-23',
    '1e23',
    '-1.7976931348623157e308',
    '5e-324',
    '2.2250738585072014e-308',
    '123456789012345678901234567890',
    '0.1',
    '6.02e-23',
  ])('the double nearest to %s is the one that JavaScript reads', (text) => {
    const value = rationalFromDecimal(text);
    expect(value && rationalToNumber(value)).toBe(Number(text));
  });

  test('what is just beyond the middle of two doubles is rounded away from it', () => {
    const [middle, much] = [2n ** 53n + 1n, 10n ** 30n];
    const near = (by: bigint) => rationalToNumber(rational(middle * much + by, much));
    expect([near(-1n), near(0n), near(1n)]).toEqual([2 ** 53, 2 ** 53, 2 ** 53 + 2]);
    const below = (by: bigint) => rationalToNumber(rational(-middle * much - by, much));
    expect([below(-1n), below(0n), below(1n)]).toEqual([-(2 ** 53), -(2 ** 53), -(2 ** 53) - 2]);
  });

  test('far outside the range of doubles: zero and infinity', () => {
    expect(rationalToNumber(rational(1n, 10n ** 400n))).toBe(0);
    expect(rationalToNumber(rational(-(10n ** 400n)))).toBe(Number.NEGATIVE_INFINITY);
    expect(rationalToNumber(rational(10n ** 400n, 10n ** 399n))).toBe(10);
  });

  test('what is no decimal is none', () => {
    for (const text of ['', '.', '1e', 'e5', '1.2.3', '0x10', 'NaN', '1e99999'])
      expect(rationalFromDecimal(text)).toBeNull();
    expect(() => rationalFromNumber(Number.NaN)).toThrow(RangeError);
    expect(() => rational(1n, 0n)).toThrow(RangeError);
    expect(rationalText(rational(-6, 4))).toBe('-3/2');
  });
});
