/** The steps that the optimisers share, each by itself: linear equations, Newton, cuts, draws from a range. */
import { describe, expect, test } from 'vitest';
import { decimalArithmetic } from '../../src/kernel/arithmetic/decimal.ts';
import { double } from '../../src/kernel/arithmetic/double.ts';
import type { Dual } from '../../src/kernel/arithmetic/dual.ts';
import { type Cut, dot, localise } from '../../src/numerics/ellipsoid.ts';
import type { Differentiable } from '../../src/numerics/kkt.ts';
import { solveLinear } from '../../src/numerics/linear-solve.ts';
import { newton } from '../../src/numerics/newton.ts';
import { drawBox, uniformFrom, within } from '../../src/numerics/pool.ts';
import { rootBetween } from '../../src/numerics/root.ts';

describe('linear equations', () => {
  test('of three unknowns: x = 1, y = -2, z = 3', () => {
    const A = [
      [2, 1, -1],
      [4, 2, 1],
      [-1, 1, 2],
    ];
    const b = [-3, 3, 3];
    expect(solveLinear(double, A, b)).toEqual([1, -2, 3]);
    // Neither is changed.
    expect(A[0]).toEqual([2, 1, -1]);
    expect(b).toEqual([-3, 3, 3]);
    expect(solveLinear(double, [[4]], [2])).toEqual([0.5]);
    expect(solveLinear(double, [], [])).toEqual([]);
  });

  test('the pivot is the strongest in its own row, so that rows may be scaled', () => {
    // x + y = 2, 1e-17 x + y = 1: the second row first would lose x.
    for (const scale of [1, 1e20, 1e-20]) {
      const found = solveLinear(
        double,
        [
          [1e-17 * scale, scale],
          [1, 1],
        ],
        [scale, 2],
      );
      expect(found?.[0]).toBeCloseTo(1, 12);
      expect(found?.[1]).toBeCloseTo(1, 12);
    }
  });

  test('none where one row is another, or not a number', () => {
    expect(
      solveLinear(
        double,
        [
          [1, 2, 3],
          [2, 4, 6],
          [0, 1, 1],
        ],
        [1, 2, 3],
      ),
    ).toBeNull();
    expect(solveLinear(double, [[Number.NaN]], [1])).toBeNull();
  });

  test('with 40 digits', () => {
    const on = decimalArithmetic(40);
    const [x] = solveLinear(on, [[on.fromNumber(3)]], [on.fromNumber(1)]) ?? [];
    expect(x && on.toNumber(on.add(on.multiply(x, on.fromNumber(3)), on.fromNumber(-1)))).toBeLessThan(1e-39);
  });
});

describe("Newton's method", () => {
  /** One condition in one unknown, its slope given by hand. */
  const condition = (f: (z: number) => number, slope: (z: number) => number) => {
    const at = (z: readonly number[]): number[] => z.map(f);
    const lifted = (z: readonly Dual<number>[]): Dual<number>[] =>
      z.map(({ value, slope: own }) => ({ value: f(value), slope: slope(value) * own }));
    const kkt: Differentiable<number> & { system: { variables: readonly string[] } } = {
      on: double,
      residual: at,
      lifted,
      system: { variables: ['z'] },
    };
    return (start: number, maxSteps = 60) => newton(kkt, [start], [], { tolerance: 1e-14, maxSteps });
  };
  const square = condition(
    (z) => z * z - 2,
    (z) => 2 * z,
  );

  test('finds a root, and says in how many steps', () => {
    const { z, converged, steps, residual } = square(1.5);
    expect(converged).toBe(true);
    expect(z[0]).toBeCloseTo(Math.SQRT2, 14);
    expect(steps).toBeLessThan(8);
    expect(residual).toBeLessThan(1e-14);
  });

  test('a step is at most three long', () => {
    const line = condition(
      (z) => z - 10,
      () => 1,
    );
    expect(line(0, 1)).toEqual({ z: [3], converged: false, steps: 1, residual: 7 });
    expect(line(0, 2)).toMatchObject({ z: [6], residual: 4 });
    expect(line(8, 1)).toMatchObject({ z: [10], converged: false });
    expect(line(0)).toMatchObject({ z: [10], converged: true, residual: 0, steps: 5 });
  });

  test('gives up where the slope is zero, where nothing is a number, and where it does not settle', () => {
    expect(square(0)).toEqual({ z: [0], converged: false, steps: 1, residual: 2 });
    const none = condition(
      () => Number.NaN,
      () => 1,
    );
    expect(none(1)).toEqual({ z: [1], converged: false, steps: 1, residual: Number.POSITIVE_INFINITY });
    // e^z has no root: every step is one to the left, and after the fourteenth it is given up.
    const endless = condition(Math.exp, Math.exp);
    expect(endless(0)).toMatchObject({ z: [-14], converged: false, steps: 15 });
  });
});

describe('the ellipsoid method', () => {
  const search = (oracle: (x: readonly number[]) => Cut, tolerance = 1e-9, steps = 4000) =>
    localise([0, 0], 10, oracle, tolerance, steps);

  test('ends within the tolerance of the highest point of -|x - 3| - |y + 2|', () => {
    const { ended, slack, centre, steps } = search(([x = 0, y = 0]) => ({
      direction: [x < 3 ? 1 : -1, y < -2 ? 1 : -1],
      depth: 0,
      bounds: true,
    }));
    expect(['within-tolerance', 'point']).toContain(ended);
    expect(slack).toBeLessThan(1e-9);
    expect(slack).toBeGreaterThan(0);
    expect(centre[0]).toBeCloseTo(3, 6);
    expect(centre[1]).toBeCloseTo(-2, 6);
    expect(steps).toBeLessThan(400);
  });

  test('says that nothing is left where a cut is deeper than the ball', () => {
    expect(search(() => ({ direction: [1, 0], depth: 10, bounds: true }))).toEqual({
      ended: 'empty',
      slack: 0,
      steps: 1,
      centre: [0, 0],
    });
  });

  test('takes a flat place, or no number, for a point', () => {
    for (const direction of [
      [0, 0],
      [Number.NaN, 1],
      [Number.POSITIVE_INFINITY, 0],
    ])
      expect(search(() => ({ direction, depth: 0, bounds: true }))).toMatchObject({
        ended: 'point',
        slack: 0,
        steps: 1,
      });
  });

  test('says when its steps run out', () => {
    const { ended, slack, steps } = search(
      ([x = 0]) => ({ direction: [3 - x, 1], depth: 0, bounds: true }),
      1e-9,
      5,
    );
    expect([ended, slack, steps]).toEqual(['out-of-steps', Number.POSITIVE_INFINITY, 5]);
  });

  test('a central cut of a disc of radius r leaves an ellipse around (r/3, 0)', () => {
    const centres: (readonly number[])[] = [];
    search(
      (x) => {
        centres.push([...x]);
        return { direction: [1, 0], depth: 0, bounds: true };
      },
      1e-9,
      2,
    );
    expect(centres[0]).toEqual([0, 0]);
    expect(centres[1]?.[0]).toBeCloseTo(10 / 3, 12);
    expect(centres[1]?.[1]).toBe(0);
    expect(dot([1, 2, 3], [4, 5, 6])).toBe(32);
  });

  test('a cut half way out leaves a smaller one: its middle is 2/3 out', () => {
    const centres: (readonly number[])[] = [];
    search(
      (x) => {
        centres.push([...x]);
        return { direction: [0, 2], depth: 10, bounds: true };
      },
      1e-9,
      2,
    );
    expect(centres[1]?.[1]).toBeCloseTo(20 / 3, 12);
  });
});

test('a root where a chord misses it often', () => {
  const f = (x: number): number => x ** 9 - 1e-3;
  const root = rootBetween(f, [
    { at: 0, value: f(0) },
    { at: 2, value: f(2) },
  ]);
  expect(root).toBeCloseTo(1e-3 ** (1 / 9), 13);
  expect(
    rootBetween(
      (x) => x - 1,
      [
        { at: 0, value: -1 },
        { at: 4, value: 3 },
      ],
    ),
  ).toBe(1);
});

describe('draws', () => {
  const range = (low: number, high: number, scale: 'whole' | 'linear' | 'log') =>
    within.bind(null, { low, high, scale, meaning: '' });
  test('from a range, evenly as it says', () => {
    expect([0, 0.25, 0.5, 0.99].map(range(2, 5, 'whole'))).toEqual([2, 3, 4, 5]);
    expect([0, 0.5, 1].map(range(-1, 2, 'linear'))).toEqual([-1, 0.5, 2]);
    expect(range(1e-4, 1e2, 'log')(0.5)).toBeCloseTo(0.1, 14);
    expect(range(1e-4, 1e2, 'log')(0)).toBe(1e-4);
  });

  test('are even, and the same for the same seed', () => {
    const [uniform, again] = [uniformFrom(7), uniformFrom(7)];
    const values = Array.from({ length: 2000 }, uniform);
    expect(values).toEqual(Array.from({ length: 2000 }, again));
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
    expect(Math.abs(values.reduce((sum, value) => sum + value, 0) / 2000 - 0.5)).toBeLessThan(0.03);
  });

  test('of firms: whole numbers of sellers, b from alpha and the tokens a parameter, some next to break-even', () => {
    const draws = drawBox(11, 400);
    for (const { values, breakEvenFactor } of draws) {
      expect(Number.isInteger(values.m)).toBe(true);
      const { alpha = 0, beta = 0, a = 0, b = 0 } = values;
      const [n1, d1] = [a ** (-1 / alpha), b ** (-1 / beta)];
      expect(n1 > 1e6 * (1 - 1e-9) && n1 < 1e9 * (1 + 1e-9)).toBe(true);
      expect(d1 / n1 > 1 - 1e-9 && d1 / n1 < 200 * (1 + 1e-9)).toBe(true);
      expect(values.gamma).toBeGreaterThanOrEqual(-1);
      expect(values.gamma).toBeLessThanOrEqual(2);
      expect(breakEvenFactor === null || (breakEvenFactor > 0.99 && breakEvenFactor < 1.6)).toBe(true);
    }
    const further = { E: { low: 1, high: 2, scale: 'linear', meaning: '' } } as const;
    const own = drawBox(11, 20, further);
    for (const [i, { values }] of own.entries()) {
      expect(values.E).toBeGreaterThanOrEqual(1);
      expect(values.E).toBeLessThan(2);
      expect({ ...values, E: 0 }).toEqual({ ...draws[i]?.values, E: 0 });
    }
    const next = draws.filter(({ breakEvenFactor }) => breakEvenFactor !== null).length / draws.length;
    expect(Math.abs(next - 0.15)).toBeLessThan(0.05);
    const tiny = draws
      .map(({ values }) => values.gamma as number)
      .filter((g) => g !== 0 && Math.abs(g) < 1e-3);
    expect(tiny.some((g) => g < 0) && tiny.some((g) => g > 0)).toBe(true);
  });
});
