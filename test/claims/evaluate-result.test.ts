/** Results of derivations as functions of a point, and how far a relation is from true. */
import { describe, expect, test } from 'vitest';
import { bestSales } from '../../derivations/02-best-sales.ts';
import { evaluator, residual } from '../../src/claims/evaluate-result.ts';
import type { RelationSign } from '../../src/derive/relation.ts';
import { orSentence } from '../support/terms.ts';

describe('the sides of a result', () => {
  test('are numbers at a point, abbreviations written out', () => {
    const at = evaluator(bestSales(), 'sales');
    const found = at({ n: 3, t: 2, E: 4, omega: 5, delta: 0.25, f: 1 });
    expect(found.sign).toBe('=');
    expect(found.left).toBe(2);
    expect(found.right).toBeCloseTo((5 * 1 - (2 * 3) / 4) / (2 * 0.25), 12);
  });

  test('are refused of no result, and without a value', () => {
    expect(orSentence(() => evaluator(bestSales(), 'nothing'))).toBe(
      'there is no result nothing in the derivation best-sales; name one of its results.',
    );
    expect(
      orSentence(() => evaluator(bestSales(), 'sales')({ t: 1, n: 1, E: 1, omega: 1, f: 1 }).right),
    ).toBe('no value for delta in the evaluation of a result; add it to the point.');
  });
});

describe('how far a relation is from true', () => {
  const cases: readonly (readonly [number, RelationSign, number, number])[] = [
    [2, '=', 2, 0],
    [3, '=', 2, 1 / 3],
    [2, '=', 3, 1 / 3],
    [-2, '=', 2, 2],
    [0, '=', 0, 0],
    [3, '~', 2, 1 / 3],
    [2, '<', 3, 0],
    [3, '<', 2, 1 / 3],
    [2, '<=', 2, 0],
    [3, '<=', 2, 1 / 3],
    [3, '>', 2, 0],
    [2, '>', 3, 1 / 3],
    [2, '>=', 2, 0],
    [2, '>=', 3, 1 / 3],
    [2, '!=', 3, 0],
    [2, '!=', 2, 1],
    [1, '<', Infinity, 0],
    [Infinity, '<', 1, Infinity],
    [1, '>', Infinity, Infinity],
    [Infinity, '>', 1, 0],
    [-Infinity, '<=', 1, 0],
    [Infinity, '>=', 1, 0],
    [1, '=', Infinity, Infinity],
    [1, '!=', Infinity, 0],
  ];
  test.each(cases)('%d %s %d: %d', (left, sign, right, off) => {
    expect(residual({ left, sign, right })).toBeCloseTo(off, 12);
  });

  test('is no number where a side is none', () => {
    expect(residual({ left: Number.NaN, sign: '=', right: 1 })).toBeNaN();
    expect(residual({ left: Number.NaN, sign: '<', right: Infinity })).toBeNaN();
    expect(residual({ left: 1, sign: '=', right: Number.NaN })).toBeNaN();
  });
});
