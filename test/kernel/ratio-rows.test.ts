/** Ratios of letters never met before, so that nothing is known of a result before it is asked for; each row by hand. */
import { describe, expect, test } from 'vitest';
import { ONE_POLYNOMIAL, type Polynomial, polynomialKey } from '../../src/kernel/polynomial.ts';
import {
  addRatios,
  compareRatios,
  constantRatio,
  divideRatios,
  equalRatios,
  integerRatio,
  invertRatio,
  isOneRatio,
  multiplyRatios,
  negateRatio,
  ONE_RATIO,
  powerRatio,
  type Ratio,
  ratio,
  ratioKey,
  subtractRatios,
  symbolRatio,
  ZERO_RATIO,
} from '../../src/kernel/ratio.ts';
import { rational } from '../../src/kernel/rational.ts';

let met = 0;
/** Two letters, the first before the second in the order of names. */
const fresh = (): { a: Ratio; b: Ratio; A: string; B: string } => {
  met += 1;
  const [A, B] = [`a_${met}`, `b_${met}`];
  return { a: symbolRatio(A), b: symbolRatio(B), A, B };
};
const fraction = (num: number, den: number): Ratio => constantRatio(rational(num, den));
const [two, half] = [integerRatio(2), fraction(1, 2)];

describe('the one form of', () => {
  test('sums over one denominator and over two', () => {
    const { a, b, A, B } = fresh();
    expect(ratioKey(addRatios(a, b))).toBe(`1*${A}+1*${B}`);
    expect(ratioKey(addRatios(divideRatios(a, b), invertRatio(b)))).toBe(`(1*${A}+1*)/(1*${B})`);
    expect(ratioKey(addRatios(invertRatio(a), invertRatio(b)))).toBe(`(1*${A}+1*${B})/(1*${A}*${B})`);
    expect(ratioKey(subtractRatios(addRatios(a, b), b))).toBe(`1*${A}`);
    expect(subtractRatios(divideRatios(a, b), divideRatios(a, b))).toEqual(ZERO_RATIO);
  });

  test('products and quotients, cancelled', () => {
    const { a, b, A, B } = fresh();
    const [sum, gap] = [addRatios(a, b), subtractRatios(a, b)];
    expect(ratioKey(multiplyRatios(a, b))).toBe(`1*${A}*${B}`);
    expect(ratioKey(multiplyRatios(divideRatios(a, b), b))).toBe(`1*${A}`);
    expect(ratioKey(divideRatios(multiplyRatios(sum, gap), sum))).toBe(`1*${A}+-1*${B}`);
    // The first coefficient below is 1: a/(2 a + 2 b) is (a/2)/(a + b).
    expect(ratioKey(divideRatios(a, multiplyRatios(two, sum)))).toBe(`(1/2*${A})/(1*${A}+1*${B})`);
    expect(ratioKey(invertRatio(negateRatio(multiplyRatios(two, a))))).toBe(`(-1/2*)/(1*${A})`);
    expect(ratioKey(divideRatios(a, two))).toBe(`1/2*${A}`);
  });

  test('powers', () => {
    const { a, b, A, B } = fresh();
    expect(ratioKey(powerRatio(divideRatios(a, b), -2n))).toBe(`(1*${B}^2)/(1*${A}^2)`);
    expect(ratioKey(powerRatio(divideRatios(a, b), 3n))).toBe(`(1*${A}^3)/(1*${B}^3)`);
    expect(powerRatio(half, -3n)).toEqual(integerRatio(8));
    expect(powerRatio(ONE_RATIO, 10n ** 12n)).toEqual(ONE_RATIO);
  });

  test('numbers has one object below, and zero is one object: products and keys know them again', () => {
    const { a } = fresh();
    const numbers = [
      addRatios(fraction(2, 3), half),
      multiplyRatios(fraction(2, 3), half),
      powerRatio(half, 2n),
    ];
    expect(numbers).toEqual([fraction(7, 6), fraction(1, 3), fraction(1, 4)]);
    for (const { den } of numbers) expect(den).toBe(ONE_POLYNOMIAL);
    expect(ratio([], a.num)).toBe(ZERO_RATIO);
  });
});

test('zero added and one multiplied leave the other the object that it is', () => {
  const { a, b } = fresh();
  const x: Ratio = { num: a.num, den: b.num };
  for (const same of [
    addRatios(ZERO_RATIO, x),
    addRatios(x, ZERO_RATIO),
    multiplyRatios(ONE_RATIO, x),
    multiplyRatios(x, ONE_RATIO),
  ])
    expect(same).toBe(x);
});

test('a result that was found before is found again as the same object, others met meanwhile', () => {
  const { a, b } = fresh();
  const results = (): readonly Ratio[] => [divideRatios(a, b), addRatios(a, b), multiplyRatios(a, b)];
  const first = results();
  for (const [i, again] of results().entries()) expect(again).toBe(first[i]);
});

describe('questions', () => {
  test('of equality, of being one, and of order', () => {
    const { a, b } = fresh();
    const x = divideRatios(a, b);
    const rows: readonly (readonly [Ratio, Ratio, -1 | 0 | 1])[] = [
      [x, divideRatios(a, b), 0],
      [x, a, -1],
      [a, b, 1],
      [x, divideRatios(a, addRatios(b, ONE_RATIO)), 1],
      [half, fraction(1, 3), 1],
      [fraction(-1, 2), ZERO_RATIO, -1],
    ];
    for (const [left, right, order] of rows) {
      expect(compareRatios(left, right)).toBe(order);
      expect(equalRatios(left, right)).toBe(order === 0);
      expect(equalRatios(right, left)).toBe(order === 0);
    }
    const asked = [ONE_RATIO, fraction(3, 3), two, half, ZERO_RATIO, a, divideRatios(x, x)];
    expect(asked.map(isOneRatio)).toEqual([true, true, false, false, false, false, true]);
  });
});

describe('the largest powers of numbers: as many digits in base 2 as 200 000', () => {
  test.each([
    ['2', integerRatio(2), 100_000n],
    ['1/2', half, 100_000n],
    ['-4', integerRatio(-4), 66_666n],
  ])('of %s', (_text, base, most) => {
    expect(powerRatio(base, most).num).toHaveLength(1);
    const sentence = (times: bigint) =>
      `a power with exponent ${times} is too large to carry out in the normal form; use a smaller exponent`;
    expect(() => powerRatio(base, most + 1n)).toThrow(sentence(most + 1n));
    expect(() => powerRatio(base, -most - 1n)).toThrow(sentence(-most - 1n));
  });

  test('and no ratio has a denominator zero', () => {
    const none: Polynomial = [];
    const sentence = 'a rational function has denominator zero';
    expect(() => ratio(fresh().a.num, none)).toThrow(sentence);
    expect(() => invertRatio(ZERO_RATIO)).toThrow(sentence);
    expect(polynomialKey(none)).toBe('0');
  });
});
