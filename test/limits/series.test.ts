/** Expansions in w = 1/x, by hand. */
import { describe, expect, test } from 'vitest';
import {
  addSeries,
  compose,
  multiplySeries,
  type Series,
  splitSeries,
} from '../../src/kernel/limits/series.ts';
import { NeedsMoreTerms } from '../../src/kernel/limits/undecided.ts';
import { printText } from '../../src/kernel/print-text.ts';
import { CONTEXT, read } from '../support/terms.ts';

/** c w^e for each `[c, e]`, and what is left out. */
const series = (terms: readonly (readonly [string, string])[], bound: string | null = null): Series => ({
  terms: terms.map(([coefficient, exponent]) => ({
    coefficient: read(coefficient),
    exponent: read(exponent),
  })),
  bound: bound === null ? null : read(bound),
});
const text = ({ terms, bound }: Series): string =>
  [
    ...terms.map(({ coefficient, exponent }) => `${printText(coefficient)} w^${printText(exponent)}`),
    ...(bound ? [`O(w^${printText(bound)})`] : []),
  ].join(' + ');

const precision = (most: number) => ({ context: CONTEXT, most });
const NOTHING = series([]);

describe('expansions', () => {
  const [short, long] = [
    series([['1', '0']], '2'),
    series(
      [
        ['p', '1'],
        ['1', '2'],
        ['1', '3'],
      ],
      '5',
    ),
  ];

  test('a sum is known as far as both are', () => {
    expect(text(addSeries([short, long], precision(8)))).toBe('1 w^0 + p w^1 + O(w^2)');
    expect(text(addSeries([long, short], precision(8)))).toBe('1 w^0 + p w^1 + O(w^2)');
    expect(text(addSeries([long, series([['-1', '2']])], precision(8)))).toBe('p w^1 + 1 w^3 + O(w^5)');
  });

  test('what is not kept is said to be left out', () => {
    expect(text(addSeries([long], precision(2)))).toBe('p w^1 + 1 w^2 + O(w^3)');
    expect(text(addSeries([long], precision(3)))).toBe('p w^1 + 1 w^2 + 1 w^3 + O(w^5)');
  });

  test('a product is known as far as the one times the largest of the other', () => {
    expect(text(multiplySeries(short, long, precision(8)))).toBe('p w^1 + 1 w^2 + O(w^3)');
    expect(text(multiplySeries(long, short, precision(8)))).toBe('p w^1 + 1 w^2 + O(w^3)');
    expect(text(multiplySeries(long, series([['2', '-1']]), precision(8)))).toBe(
      '2*p w^0 + 2 w^1 + 2 w^2 + O(w^4)',
    );
    expect(text(multiplySeries(long, NOTHING, precision(8)))).toBe('');
    expect(text(multiplySeries(NOTHING, long, precision(8)))).toBe('');
  });

  test('the largest term is taken out, and the rest is relative to it', () => {
    const { lead, rest } = splitSeries(
      series(
        [
          ['2', '1'],
          ['3', '3'],
        ],
        '4',
      ),
      precision(8),
    );
    expect(text({ terms: [lead], bound: null })).toBe('2 w^1');
    expect(text(rest)).toBe('3/2 w^2 + O(w^3)');
    expect(splitSeries(series([['2', '1']]), precision(8)).rest).toEqual(NOTHING);
    expect(() => splitSeries(series([], '4'), precision(8))).toThrow(NeedsMoreTerms);
  });

  test('a function of what is small is known to as many powers of it as are asked for', () => {
    const logarithm = ['0', '1', '-1/2', '1/3', '-1/4'].map(read);
    const w = series([['1', '1']]);
    expect(text(compose(logarithm, w, precision(2)))).toBe('1 w^1 + -1/2 w^2 + O(w^3)');
    expect(text(compose(logarithm, w, precision(9)))).toBe('1 w^1 + -1/2 w^2 + 1/3 w^3 + -1/4 w^4');
    // Every second power is missing, and the third is no longer asked for.
    const even = ['1', '0', '-1/2', '0', '1/24'].map(read);
    expect(text(compose(even, w, precision(2)))).toBe('1 w^0 + -1/2 w^2 + O(w^3)');
    expect(text(compose(even, w, precision(4)))).toBe('1 w^0 + -1/2 w^2 + 1/24 w^4');
    expect(text(compose(logarithm, NOTHING, precision(2)))).toBe('');
    expect(text(compose(['1', '1'].map(read), NOTHING, precision(1)))).toBe('1 w^0');
  });
});
