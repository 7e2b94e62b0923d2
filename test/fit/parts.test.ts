/** The arithmetic of fits, worked out by hand: quantiles, pieces of work, growth of a few amounts and indices of a few answers. */
import { describe, expect, test } from 'vitest';
import { tasksOf } from '../../src/fit/fit-job.ts';
import { type Dated, growthOf, levelAt } from '../../src/fit/growth.ts';
import { quantile } from '../../src/fit/quantile.ts';
import { designOf, sobolIndices } from '../../src/fit/sensitivity.ts';
import { allFinite, applied, column, dot, norm, plus, scaled, times } from '../../src/fit/vectors.ts';
import { orSentence } from '../support/terms.ts';

test.each([
  [[4, 1, 3, 2], 0, 1],
  [[4, 1, 3, 2], 1, 4],
  [[4, 1, 3, 2], 0.5, 2.5],
  [[4, 1, 3, 2], 0.25, 1.75],
  [[10, 20, 30], 0.75, 25],
  [[10, 9, 100], 0.5, 10],
  [[7], 0.3, 7],
])('of %j the share %f lies below %f', (sample, share, value) => {
  const before = [...sample];
  expect(quantile(sample, share)).toBe(value);
  expect(sample).toEqual(before);
});

test('sums over lists', () => {
  const [x, y] = [
    [3, 4],
    [1, -2],
  ];
  expect([dot(x, y), norm(x)]).toEqual([-5, 5]);
  expect([plus(x, y), plus(x, y, -1), plus(x, y, 2), scaled(x, 3), times(x, y)]).toEqual([
    [4, 2],
    [2, 6],
    [5, 0],
    [9, 12],
    [3, -8],
  ]);
  expect([applied([x, y], [1, 10]), column([x, y], 1)]).toEqual([
    [43, -19],
    [4, -2],
  ]);
  expect([
    allFinite(x),
    allFinite([1, Number.NaN]),
    allFinite([Number.POSITIVE_INFINITY]),
    allFinite([]),
  ]).toEqual([true, false, false, true]);
});

describe('the work of a fit in pieces', () => {
  const spans = (count: number, best: readonly number[] | null) =>
    tasksOf(count, best).map(({ kind, from, to }) => `${kind} ${from} to ${to}`);
  test('five starts, or four draws, a piece, and the last as many as are left', () => {
    expect(spans(12, null)).toEqual(['starts 0 to 5', 'starts 5 to 10', 'starts 10 to 12']);
    expect(spans(5, null)).toEqual(['starts 0 to 5']);
    expect(spans(9, [1])).toEqual(['draws 0 to 4', 'draws 4 to 8', 'draws 8 to 9']);
    expect(spans(0, null)).toEqual([]);
  });
  test('draws begin at the best fit', () => {
    expect(tasksOf(4, [1, 2])).toEqual([{ kind: 'draws', best: [1, 2], from: 0, to: 4 }]);
    expect(tasksOf(1, null)).toEqual([{ kind: 'starts', from: 0, to: 1 }]);
  });
});

describe('growth', () => {
  const NONE = { draws: 0, seed: 1, of: 'the test' };
  /** Their logarithms are 0, 3 and 0 at -1, 0 and 1 about the middle. */
  const HILL: readonly Dated[] = [
    [2020, 1],
    [2021, Math.exp(3)],
    [2022, 1],
  ];
  test('without draws is the line alone', () => {
    const growth = growthOf(HILL, NONE);
    expect(growth).toMatchObject({ points: 3, from: 2020, to: 2022, middle: 2021, draws: 0, lines: [] });
    for (const value of [growth.value, growth.low, growth.high]) expect(value).toBeCloseTo(1, 12);
    // Off the line by -1, 2 and -1: the squares sum to 6, over one degree of freedom.
    expect(growth.scatter).toBeCloseTo(Math.sqrt(6), 12);
    const level = levelAt(growth, 2030);
    for (const value of Object.values(level)) expect(value).toBeCloseTo(Math.E, 12);
  });
  test('ends are those of nine draws in ten', () => {
    const growth = growthOf(HILL, { ...NONE, draws: 40 });
    const slopes = growth.lines.map(({ slope }) => slope);
    expect(slopes).toHaveLength(40);
    expect(growth.low).toBeCloseTo(Math.exp(quantile(slopes, 0.05)), 12);
    expect(growth.high).toBeCloseTo(Math.exp(quantile(slopes, 0.95)), 12);
    const [ends, levels] = [levelAt(growth, 2021), growth.lines.map(({ intercept }) => Math.exp(intercept))];
    expect(ends.low).toBeCloseTo(quantile(levels, 0.05), 12);
    expect(ends.high).toBeCloseTo(quantile(levels, 0.95), 12);
  });
  test('of one amount is refused', () => {
    expect(orSentence(() => growthOf([[2020, 1]], NONE))).toBe(
      'a trend cannot be told from 1 amount in the test; give at least 3 of different dates.',
    );
  });
});

describe('indices of sensitivity', () => {
  // About the mean 11/4 the variance of 1, 2, 3 and 5 is 35/16.
  const ANSWERS = { A: [1, 2], B: [3, 5], mixed: [[3, 2]] };
  test('of two rows', () => {
    const { indices, rows } = sobolIndices(ANSWERS, 1);
    expect(rows).toBe(2);
    // First: (1/4 * 2 + 9/4 * 0)/2 = 1/4. Total: half of (4 + 0)/2 = 1.
    expect(indices[0]?.first.value).toBeCloseTo(4 / 35, 12);
    expect(indices[0]?.total.value).toBeCloseTo(16 / 35, 12);
  });
  test('of one row have no spread', () => {
    const { indices } = sobolIndices({ A: [1], B: [3], mixed: [[3]] }, 1);
    const two = { value: 2, low: 2, high: 2 };
    expect(indices).toEqual([{ first: two, total: two }]);
  });
  test('are nothing where nothing varies', () => {
    const none = { value: 0, low: 0, high: 0 };
    expect(sobolIndices({ A: [4, 4], B: [4, 4], mixed: [[4, 4]] }, 1).indices).toEqual([
      { first: none, total: none },
    ]);
  });
  test('a row is left out where any answer of it is missing', () => {
    const gap = (changes: object) => sobolIndices({ ...ANSWERS, ...changes }, 1).rows;
    expect(gap({ A: [1, Number.NaN] })).toBe(1);
    expect(gap({ B: [Number.POSITIVE_INFINITY, 5] })).toBe(1);
    expect(
      gap({
        mixed: [
          [3, 2],
          [Number.NaN, Number.NaN],
        ],
      }),
    ).toBe(0);
  });
  test('each input of a sample alone comes from the other sample', () => {
    const { A, B, mixed } = designOf(3, 4, 9);
    expect([A, B].map((rows) => rows.map((row) => row.length))).toEqual([
      [3, 3, 3, 3],
      [3, 3, 3, 3],
    ]);
    for (const [i, rows] of mixed.entries())
      for (const [j, row] of rows.entries())
        expect(row).toEqual((A[j] ?? []).map((share, k) => (k === i ? B[j]?.[k] : share)));
    const all = [...A, ...B].flat();
    expect(new Set(all).size).toBe(24);
    expect(all.every((share) => share >= 0 && share < 1)).toBe(true);
    expect(designOf(3, 4, 9)).toEqual({ A, B, mixed });
    expect(designOf(3, 4, 8).A).not.toEqual(A);
  });
});
