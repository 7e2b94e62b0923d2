/** Curves on which a sign turns, against surfaces solved by hand, and how a turn is found. */
import { describe, expect, test } from 'vitest';
import { curvesOf, turning } from '../../src/claims/statics-draw.ts';
import { pointsOf } from '../../src/derive/statics/points.ts';
import { problemOf } from '../../src/derive/statics/problem.ts';
import { settingsOf } from '../../src/derive/statics/setting.ts';
import { modelOf } from '../../src/economics/variants/registry.ts';
import type { Polynomial } from '../../src/kernel/polynomial.ts';

const [interior, limited] = settingsOf(modelOf('data-bound')).map(problemOf);
if (!interior || !limited) throw new Error('data-bound has two places');

/** Terms such as ['2', 'S'] or ['-3', 'alpha', 'C']. */
const sum = (...terms: readonly (readonly [string, ...string[]])[]): Polynomial =>
  terms.map(([coefficient, ...names]) => ({
    monomial: names.map((name): [string, number] => [name, 1]),
    coefficient: { num: BigInt(coefficient), den: 1n },
  }));
const curves = (numerator: Polynomial, problem = interior) =>
  curvesOf({ response: { numerator } } as Parameters<typeof curvesOf>[0], problem);

const six = (value: number): number => Number(value.toPrecision(6));
const GRID = Array.from({ length: 17 }, (_, i) => 10 ** (-3 + (6 * i) / 16));
/** What stands over the grid, from a least value of the first amount on, up to a thousand times the unit. */
const over = (second: (first: number) => number, least = 0): readonly (readonly [number, number])[] =>
  GRID.filter((first) => first >= least && second(first) <= 1e3).map((first) => [
    six(first),
    six(second(first)),
  ]);

describe('a surface as curves', () => {
  test('in the plane of two amounts relative to the first, for three shapes', () => {
    const found = curves(sum(['1', 'S'], ['-3', 'C'], ['-2', 'I']));
    expect(found).toEqual(
      Array.from({ length: 3 }, () => ({ at: {}, axes: ['I/C', 'S/C'], points: over((I) => 3 + 2 * I) })),
    );
    expect(found[0]?.points).toHaveLength(16);
  });

  test('only where the firm makes a profit', () => {
    const found = curves(sum(['5', 'S'], ['-2', 'C'], ['-2', 'I']));
    // S = 2 (C + I)/5 is more than C from I = 3 C/2 on.
    for (const { points } of found) expect(points).toEqual(over((I) => 0.4 + 0.4 * I, 1.5));
    // Of what is below the least of all nothing is left, and no curve.
    expect(curves(sum(['2000', 'S'], ['-1', 'C'], ['-1', 'I']))).toEqual([]);
  });

  test('with exponents of each shape, and other letters held where an optimum may lie', () => {
    const [{ theta = 0 } = {}] = pointsOf(interior);
    const found = curves(sum(['1', 'alpha', 'S'], ['-1', 'C'], ['-1', 'theta', 'I']));
    const points = over((I) => (1 + theta * I) / 0.34);
    expect(found.map(({ at }) => at)).toEqual(
      Array.from({ length: 3 }, () => ({ alpha: 0.34, theta: six(theta) })),
    );
    for (const one of found) expect(one.points).toEqual(points);
    const turned = curves(sum(['1', 'S'], ['-3', 'C'], ['2', 'gamma', 'I']));
    expect(turned.map(({ at }) => at.gamma)).toEqual([-0.5, 0, 0.5]);
    expect(turned.map((one) => one.points)).toEqual(
      [-0.5, 0, 0.5].map((gamma) => over((I) => 3 - 2 * gamma * I).filter(([, S]) => S > 1)),
    );
  });

  test('of more amounts the first two are drawn, of fewer nothing', () => {
    const [{ S = 0 } = {}] = pointsOf(interior);
    const [first] = curves(sum(['-1', 'C'], ['1', 'I'], ['-1', 'G'], ['-1', 'S']));
    expect(first).toEqual({ at: { S: six(S) }, axes: ['G/C', 'I/C'], points: over((G) => 1 + G + S) });
    expect(curves(sum(['1', 'S'], ['-2', 'C'], ['-1', 'alpha']))).toEqual([]);
    expect(curves(sum(['1', 'S']))).toEqual([]);
  });

  test('what a binding limit is worth is an amount too', () => {
    const [first] = curves(sum(['1', 'X'], ['-1', 'C'], ['-1', 'I']), limited);
    expect(first).toEqual({ at: {}, axes: ['I/C', 'X/C'], points: over((I) => 1 + I) });
    expect(curves(sum(['1', 'X'], ['-1', 'C'], ['-1', 'I']), interior)).toEqual([]);
  });

  test('nothing where no optimum may lie', () => {
    const nowhere = {
      ...interior,
      known: [{ polynomial: sum(['-1', 'C']), because: 'by hand', strict: true }],
    };
    expect(curves(sum(['1', 'S'], ['-3', 'C'], ['-2', 'I']), nowhere)).toEqual([]);
  });
});

describe('a turn', () => {
  const everywhere = () => true;

  test.each([
    ['up', (x: number) => x - 2, 2],
    ['down', (x: number) => 2 - x, 2],
    ['the first of two', (x: number) => (x - 2) * (x - 20), 2],
    ['from zero on', (x: number) => (x > 1.5 ? 1 : 0), 1.5],
    ['to zero', (x: number) => (x < 1.5 ? 1 : 0), 1.5],
    ['near the end', (x: number) => x - 990, 990],
    ['near the beginning', (x: number) => x - 0.00101, 0.00101],
  ] as const)('%s', (_, side, at) => {
    expect(turning(side, everywhere)).toBeCloseTo(at, 9);
  });

  test('none where there is none between a thousandth and a thousand', () => {
    for (const side of [() => 1, () => 0, () => -1, (x: number) => x - 1010, (x: number) => x - 0.00099])
      expect(turning(side, everywhere)).toBeNull();
  });

  test('only between values that an optimum can have', () => {
    const side = (x: number) => (x - 2) * (x - 20);
    expect(
      turning(
        (x) => x - 2,
        (x) => x >= 2,
      ),
    ).toBeNull();
    expect(
      turning(
        (x) => x - 2,
        (x) => x <= 2,
      ),
    ).toBeNull();
    expect(turning(side, (x) => x > 5)).toBeCloseTo(20, 9);
    expect(turning(side, (x) => x < 5)).toBeCloseTo(2, 9);
    expect(turning(side, () => false)).toBeNull();
  });
});
