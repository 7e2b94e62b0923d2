/** Growth of dated amounts: what was put in comes out, and intervals cover it. */
import { expect, it } from 'vitest';
import { type Dated, growthOf, levelAt } from '../../src/fit/growth.ts';
import { orSentence } from '../support/terms.ts';

const OPTIONS = { draws: 200, seed: 1, of: 'the test' };

/** Amounts that grow threefold a year, with an error that repeats. */
const noisy = (shift: number): Dated[] =>
  Array.from({ length: 40 }, (_, i) => [
    2016 + i / 4,
    5 * 3 ** (i / 4) * Math.exp(Math.sin(12.9898 * (i + shift))),
  ]);

it('is exact where amounts lie on the line', () => {
  const growth = growthOf(
    [
      [2019.5, 2],
      [2020.5, 6],
      [2022.5, 54],
    ],
    OPTIONS,
  );
  expect(growth.value).toBeCloseTo(3, 12);
  expect(growth.low).toBeCloseTo(3, 10);
  expect(growth.scatter).toBeLessThan(1e-12);
  expect(levelAt(growth, 2021.5).value).toBeCloseTo(18, 9);
});
it('has intervals that cover the truth about as often as they say', () => {
  const covered = Array.from({ length: 60 }, (_, k) => growthOf(noisy(97 * k), { ...OPTIONS, seed: k }));
  const share = covered.filter(({ low, high }) => low <= 3 && 3 <= high).length / covered.length;
  expect(share).toBeGreaterThan(0.75);
  expect(covered.every(({ low, value, high }) => low < value && value < high)).toBe(true);
});
it('is the same for the same seed, and another for another', () => {
  expect(growthOf(noisy(0), OPTIONS)).toEqual(growthOf(noisy(0), OPTIONS));
  expect(growthOf(noisy(0), { ...OPTIONS, seed: 2 }).low).not.toBe(growthOf(noisy(0), OPTIONS).low);
});
it.each([
  [
    [
      [2020, 1],
      [2021, 2],
    ],
    'a trend cannot be told from 2 amounts in the test; give at least 3 of different dates.',
  ],
  [
    [
      [2020, 1],
      [2020, 2],
      [2020, 4],
    ],
    'a trend cannot be told from amounts of one day in the test; give at least 3 of different dates.',
  ],
] as const)('refuses %j', (amounts, sentence) => {
  expect(orSentence(() => growthOf(amounts, OPTIONS))).toBe(sentence);
});
