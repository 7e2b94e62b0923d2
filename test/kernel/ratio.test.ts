import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OptimandError } from '../../src/kernel/issues.ts';
import {
  addRatios,
  compareRatios,
  divideRatios,
  equalRatios,
  integerPart,
  integerRatio,
  isZeroRatio,
  multiplyRatios,
  negateRatio,
  ONE_RATIO,
  powerRatio,
  type Ratio,
  ratioInteger,
  ratioKey,
  subtractRatios,
  symbolRatio,
} from '../../src/kernel/ratio.ts';
import { shapeRatio } from '../../src/kernel/shape.ts';
import { CONTEXT, read } from '../support/terms.ts';

const runs = { numRuns: 1000, seed: 20260514 };
const leaf = fc.oneof(
  fc.constantFrom('alpha', 'beta', 'gamma').map(symbolRatio),
  fc.integer({ min: -4, max: 4 }).map(integerRatio),
);
const { ratio: anyRatio } = fc.letrec<{ ratio: Ratio }>((tie) => ({
  ratio: fc.oneof(
    { maxDepth: 2 },
    leaf,
    fc.tuple(tie('ratio'), tie('ratio')).map(([x, y]) => addRatios(x, y)),
    fc.tuple(tie('ratio'), tie('ratio')).map(([x, y]) => multiplyRatios(x, y)),
    fc.tuple(tie('ratio'), tie('ratio')).map(([x, y]) => (isZeroRatio(y) ? x : divideRatios(x, y))),
  ),
}));

describe('rational functions', () => {
  test('are a field with one representation each', () => {
    fc.assert(
      fc.property(anyRatio, anyRatio, anyRatio, (x, y, z) => {
        expect(ratioKey(multiplyRatios(x, addRatios(y, z)))).toBe(
          ratioKey(addRatios(multiplyRatios(x, y), multiplyRatios(x, z))),
        );
        expect(isZeroRatio(subtractRatios(x, x))).toBe(true);
        if (!isZeroRatio(y)) expect(equalRatios(multiplyRatios(divideRatios(x, y), y), x)).toBe(true);
      }),
      runs,
    );
  });

  test('the order is one, and kept by adding', () => {
    fc.assert(
      fc.property(anyRatio, anyRatio, anyRatio, (x, y, z) => {
        expect(compareRatios(x, y) + compareRatios(y, x)).toBe(0);
        expect(compareRatios(addRatios(x, z), addRatios(y, z))).toBe(compareRatios(x, y));
        if (compareRatios(x, y) > 0 && compareRatios(y, z) > 0) expect(compareRatios(x, z)).toBe(1);
      }),
      runs,
    );
  });

  test('integer parts: x less its own is the same for all x that differ by an integer', () => {
    fc.assert(
      fc.property(anyRatio, fc.integer({ min: -50, max: 50 }), (x, k) => {
        const shifted = addRatios(x, integerRatio(k));
        expect(integerPart(shifted) - integerPart(x)).toBe(BigInt(k));
        expect(ratioKey(subtractRatios(shifted, integerRatio(integerPart(shifted))))).toBe(
          ratioKey(subtractRatios(x, integerRatio(integerPart(x)))),
        );
      }),
      runs,
    );
    fc.assert(
      fc.property(anyRatio, anyRatio, (x, y) => {
        const [left, right] = [x, y].map((r) => ratioKey(subtractRatios(r, integerRatio(integerPart(r)))));
        expect(left === right).toBe(ratioInteger(subtractRatios(x, y)) !== null);
      }),
      runs,
    );
  });

  test('powers add; one too large to write down is refused at once', () => {
    fc.assert(
      fc.property(anyRatio, fc.integer({ min: -4, max: 4 }), fc.integer({ min: -4, max: 4 }), (x, a, b) => {
        if (isZeroRatio(x)) return;
        expect(ratioKey(multiplyRatios(powerRatio(x, BigInt(a)), powerRatio(x, BigInt(b))))).toBe(
          ratioKey(powerRatio(x, BigInt(a + b))),
        );
      }),
      runs,
    );
    expect(() => powerRatio(integerRatio(2), 10n ** 12n)).toThrow(OptimandError);
    expect(() => powerRatio(addRatios(ONE_RATIO, symbolRatio('alpha')), 5000n)).toThrow(OptimandError);
    expect(powerRatio(ONE_RATIO, 10n ** 12n)).toEqual(ONE_RATIO);
    expect(ratioKey(negateRatio(powerRatio(integerRatio(-1), 3n)))).toBe(ratioKey(ONE_RATIO));
  });
});

test('a term of shape parameters is a ratio; one without a value, or of other letters, is none', () => {
  expect(shapeRatio(read('(p - p)^2'), CONTEXT)).toEqual(shapeRatio(read('0'), CONTEXT));
  expect(shapeRatio(read('(p - p)^(-1)'), CONTEXT)).toBeNull();
  expect(shapeRatio(read('p*u'), CONTEXT)).toBeNull();
  expect(shapeRatio(read('p^s'), CONTEXT)).toBeNull();
  expect(shapeRatio(read('ln(p)'), CONTEXT)).toBeNull();
  expect(shapeRatio(read('(p + s)/(p*s)'), CONTEXT)).toEqual(shapeRatio(read('1/p + 1/s'), CONTEXT));
});
