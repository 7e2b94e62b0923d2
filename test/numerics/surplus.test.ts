/** What the search asks at a point and what it finds, by hand: gains of powers against n + d + t. */
import { describe, expect, test } from 'vitest';
import type { Model } from '../../src/economics/model.ts';
import { VARIANTS } from '../../src/economics/variants/registry.ts';
import { one } from '../../src/kernel/term.ts';
import { breakEven } from '../../src/numerics/break-even.ts';
import { problemOf, thetaOf } from '../../src/numerics/problem.ts';
import { logBoundsOf, middleOf, search, searchFar } from '../../src/numerics/search.ts';
import { surplusAt } from '../../src/numerics/surplus.ts';
import { firm } from './firms.ts';
import { sampleFor } from './samples.ts';

const POWERS = 'omega*t^(1/2)*n^(1/4)*d^(1/8) - n - d - t';
const GATED = 'omega*t^(1/2)*n^(1/4)*max(0, ln(d))^(1/8) - n - d - t';
const prepared = (profit: string, omega: number, base: Model = VARIANTS.baseline, D = 1) => {
  const model = firm(profit, base);
  const problem = problemOf(model);
  return { model, problem, theta: thetaOf(problem, sampleFor(model, { omega, D })) };
};
const NONE = Number.NEGATIVE_INFINITY;

describe('ln gain - ln(loss + base) at a point', () => {
  const { problem, theta } = prepared(POWERS, 8);
  const at = (x: readonly number[], lnBase = NONE) => surplusAt(problem.inDuals, x, theta, lnBase);

  test('n = d = t = 1, ω = 8: the gain is 8 and the loss 3', () => {
    const found = at([0, 0, 0]);
    expect(found.kind).toBe('sells');
    if (found.kind !== 'sells') return;
    expect(found.value).toBeCloseTo(Math.log(8 / 3), 14);
    expect(found.surplus).toBeCloseTo(Math.log(8 / 3), 14);
    expect(found.lnProfit).toBeCloseTo(Math.log(5), 14);
    for (const [i, power] of [1 / 4, 1 / 8, 1 / 2].entries())
      expect(found.gradient[i]).toBeCloseTo(power - 1 / 3, 14);
  });

  test('against a profit of 5 already found it is zero there', () => {
    const found = at([0, 0, 0], Math.log(5));
    if (found.kind !== 'sells') throw new Error(found.kind);
    expect(found.value).toBeCloseTo(0, 14);
    expect(found.surplus).toBeCloseTo(Math.log(8 / 3), 14);
    for (const [i, power] of [1 / 4, 1 / 8, 1 / 2].entries())
      expect(found.gradient[i]).toBeCloseTo(power - 1 / 8, 14);
  });

  test('without a profit its logarithm is none', () => {
    const found = at([10, 0, 0]);
    if (found.kind !== 'sells') throw new Error(found.kind);
    expect(found.lnProfit).toBe(NONE);
    expect(found.value).toBeLessThan(0);
  });

  test('numbers out of range are said', () => {
    expect(at([800, 0, 0])).toEqual({ kind: 'overflow' });
  });

  test('where a gate is shut it leads to where it opens: to more data', () => {
    const gated = prepared(GATED, 8);
    expect(surplusAt(gated.problem.inDuals, [0, -1, 0], gated.theta, NONE)).toEqual({
      kind: 'closed',
      gradient: [0, 1, 0],
    });
  });
});

describe('the search', () => {
  const options = { tolerance: 1e-12 };
  test('finds the highest profit: n = G/4, d = G/8, t = G/2 with G = ω^8/2^11', () => {
    const { problem, theta } = prepared(POWERS, 4);
    const found = search(problem, theta, options);
    for (const [i, value] of [8, 4, 16].entries()) expect(found.point?.[i]).toBeCloseTo(Math.log(value), 4);
    expect(found.lnProfit).toBeCloseTo(Math.log(4), 9);
    expect(found.surplus).toBeCloseTo(Math.log(8 / 7), 4);
    expect([found.atEdge, found.overflowed]).toEqual([false, false]);
    expect(found.localised.ended).toBe('within-tolerance');
  });

  test('or of the surplus, at less of everything: that has no end towards nothing', () => {
    const { problem, theta } = prepared(POWERS, 4);
    const found = search(problem, theta, { ...options, goal: 'surplus' });
    expect(found.atEdge).toBe(true);
    expect(found.surplus).toBeGreaterThan(1);
  });

  test('keeps to the limits', () => {
    const { problem, theta } = prepared(POWERS, 4, VARIANTS['data-bound']);
    expect(logBoundsOf(problem, theta)).toEqual([0]);
    const found = search(problem, theta, options);
    for (const [i, value] of [4, 1, 8].entries()) expect(found.point?.[i]).toBeCloseTo(Math.log(value), 4);
    expect(found.point?.[1]).toBeLessThanOrEqual(0);
    expect(found.lnProfit).toBeCloseTo(Math.log(3), 9);
  });

  test('says where its best point lies at the edge, and finds it far out', () => {
    const { problem, theta } = prepared(POWERS, 1e60);
    expect(search(problem, theta, options).atEdge).toBe(true);
    const far = searchFar(problem, theta);
    const gain = 8 * Math.log(1e60) - 11 * Math.log(2);
    expect(far.atEdge).toBe(false);
    expect(far.point?.[0]).toBeCloseTo(gain - Math.log(4), 0);
    expect(far.lnProfit).toBeCloseTo(gain - Math.log(8), 1);
    expect(middleOf(problem)).toEqual([35, 35, 35]);
  });

  test('finds nothing where nothing sells', () => {
    const { problem, theta } = prepared('omega*t*max(0, 1 - n - 1/n)*d^(1/8) - n - d - t', 10);
    expect(search(problem, theta, options)).toMatchObject({
      point: null,
      surplus: NONE,
      lnProfit: NONE,
      atEdge: false,
    });
  });
});

test('a firm with a gain of ω t^(1/2) n/(1 + n) against n + t breaks even at ω = 4', () => {
  const model = firm('omega*t^(1/2)*n/(1 + n) - n - t', VARIANTS.baseline, {
    variables: ['n', 't'],
    given: { d: one },
  });
  for (const omega of [0.5, 3, 50])
    expect(breakEven(model, sampleFor(model, { omega }), 'omega')).toBeCloseTo(4, 9);
});
