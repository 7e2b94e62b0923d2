import { describe, expect, it } from 'vitest';
import { VARIANTS } from '../../src/economics/variants/registry.ts';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { localise } from '../../src/numerics/ellipsoid.ts';
import { solveLinear } from '../../src/numerics/linear-solve.ts';
import { optimise } from '../../src/numerics/optimise.ts';
import { refereePool } from '../../src/numerics/pool.ts';
import { inputsAt, problemOf, thetaOf } from '../../src/numerics/problem.ts';
import { TYPICAL } from './reference.ts';

describe('linear equations', () => {
  it('are solved with rows of very different size', () => {
    const x = solveLinear(
      double,
      [
        [1e-20, 1, 0],
        [1, 1, 1],
        [0, 1e15, -1e15],
      ],
      [1, 2, 0],
    );
    expect(x?.map((value) => Math.round(value * 1e9) / 1e9)).toEqual([0, 1, 1]);
  });
  it('are refused where they are singular', () => {
    expect(
      solveLinear(
        double,
        [
          [1, 2],
          [2, 4],
        ],
        [1, 2],
      ),
    ).toBeNull();
    expect(
      solveLinear(
        double,
        [
          [0, 0],
          [0, 0],
        ],
        [1, 2],
      ),
    ).toBeNull();
  });
});

describe('the ellipsoid method', () => {
  it('finds the maximum of a kinked concave function from far away', () => {
    const goal = [3, -7, 50];
    const steep = [1, 1e-3, 20];
    let best = Number.NEGATIVE_INFINITY;
    const { ended, centre } = localise(
      [0, 0, 0],
      200,
      (x) => {
        const value = -x.reduce((sum, part, i) => sum + (steep[i] ?? 0) * Math.abs(part - (goal[i] ?? 0)), 0);
        const direction = x.map((part, i) => (steep[i] ?? 0) * Math.sign((goal[i] ?? 0) - part));
        best = Math.max(best, value);
        return { direction, depth: best - value, bounds: true };
      },
      1e-9,
      4000,
    );
    expect(['within-tolerance', 'empty', 'point']).toContain(ended);
    for (const [i, part] of centre.entries()) expect(part).toBeCloseTo(goal[i] ?? 0, 5);
  });

  it('says so where no point satisfies the cuts', () => {
    const { ended } = localise(
      [0, 0],
      10,
      ([x = 0]) => ({ direction: [x < 1 ? 1 : -1, 0], depth: 0, bounds: false }),
      1e-12,
      4000,
    );
    expect(ended).toBe('empty');
  });
});

describe('the optimum against brute force, which knows nothing of convexity', () => {
  const pool = refereePool(VARIANTS.baseline, 7, 8, { elasticities: false });
  it.each(pool.map((entry, i) => [i, entry] as const))('draw %i of seed 7', (_, { values, outcome }) => {
    const problem = problemOf(VARIANTS.baseline);
    const theta = thetaOf(problem, values);
    let best = 0;
    for (let n = 12; n < 45; n += 1) {
      for (let d = 15; d < 50; d += 1) {
        for (let t = 15; t < 55; t += 0.5)
          best = Math.max(best, problem.inDoubles.profit(inputsAt([n, d, t], theta)));
      }
    }
    if (outcome.kind === 'optimum') expect(best).toBeLessThanOrEqual(outcome.profit);
    else expect([outcome.kind, best]).toEqual(['stay-out', 0]);
  });
});

describe('outcomes that are no optimum', () => {
  it('unbounded: quality outgrows both costs', () => {
    const values = { ...TYPICAL, alpha: 1.01, beta: 1.01, gamma: -1 };
    expect(optimise(VARIANTS.baseline, values).kind).toBe('unbounded');
  });
  it('an optimum out of range is not called unbounded', () => {
    expect(optimise(VARIANTS.baseline, { ...TYPICAL, E: 1e300 })).toMatchObject({
      kind: 'unsolved',
      tried: ['search far out: the optimum lies beyond the range of doubles'],
    });
  });
  it('stay-out where costs overflow', () => {
    expect(optimise(VARIANTS.baseline, { ...TYPICAL, E: 1e-300 })).toMatchObject({
      kind: 'stay-out',
      bestMargin: -1,
    });
  });
  it('a missing parameter is named', () => {
    const { E: _, ...rest } = TYPICAL;
    expect(() => optimise(VARIANTS.baseline, rest)).toThrow(/\bE\b/);
  });
});
