/** What the referee answers of firms whose best choice, or why they have none, is known by hand. */
import { describe, expect, test } from 'vitest';
import type { Model } from '../../src/economics/model.ts';
import { VARIANTS } from '../../src/economics/variants/registry.ts';
import { OptimandError } from '../../src/kernel/issues.ts';
import { optimise } from '../../src/numerics/optimise.ts';
import { firm } from './firms.ts';
import { TYPICAL } from './reference.ts';
import { sampleFor } from './samples.ts';

const answer = (profit: string, omega: number, base?: Model, D = 1) => {
  const model = firm(profit, base);
  return optimise(model, sampleFor(model, { omega, D }));
};
const POWERS = 'omega*t^(1/2)*n^(1/4)*d^(1/8) - n - d - t';
const LINEAR = 'omega*t^(1/2)*n^(1/4)*d^(1/4) - n - d - t';

describe('a gain of degree 7/8 has an optimum, G = ω^8/2^11', () => {
  test('also where it is far out', () => {
    for (const omega of [1e-14, 1e-3, 1e12]) {
      const found = answer(POWERS, omega);
      expect(found.kind).toBe('optimum');
      if (found.kind !== 'optimum') continue;
      const gain = omega ** 8 / 2 ** 11;
      expect(found.n / (gain / 4)).toBeCloseTo(1, 9);
      expect(found.profit / (gain / 8)).toBeCloseTo(1, 9);
      expect(found.trainingSpend).toBe(found.n);
      expect(found.active).toEqual({ kink: false, limits: [] });
      expect(found.warnings).toEqual([]);
      expect(found.residual).toBeLessThan(1e-11);
    }
  });

  test('but beyond doubles none that is told', () => {
    for (const omega of [1e-60, 1e20, 1e60])
      expect(answer(POWERS, omega)).toMatchObject({
        kind: 'unsolved',
        tried: ['search far out: the optimum lies beyond the range of doubles'],
      });
  });
});

test('a gain of degree 7/4 outgrows costs of degree one', () => {
  const found = answer('omega*t*n^(1/2)*d^(1/4) - n - d - t', 1);
  expect(found.kind).toBe('unbounded');
  if (found.kind === 'unbounded') expect(found.profit).toBeGreaterThan(1e50);
});

describe('a gain of degree one, as its costs are', () => {
  test('is less than these wherever ω < 2 √2: at best t : n : d are 2 : 1 : 1', () => {
    const found = answer(LINEAR, 1);
    expect(found).toMatchObject({ kind: 'stay-out', reason: 'costs-exceed-gain' });
    if (found.kind === 'stay-out') expect(found.bestMargin).toBeCloseTo(1 / (2 * Math.SQRT2) - 1, 9);
  });

  test('or exceeds them without end, which no rate tells', () => {
    expect(answer(LINEAR, 10)).toMatchObject({
      kind: 'unsolved',
      tried: [
        'search far out: profit still rises where logarithms are 100,000',
        'rates of growth: on no ray does the gain outgrow every cost',
      ],
    });
  });
});

test('nothing sells where the price is nowhere positive: n + 1/n is 2 at least', () => {
  expect(answer('omega*t*max(0, 1 - n - 1/n)*d^(1/8) - n - d - t', 10)).toMatchObject({
    kind: 'stay-out',
    reason: 'nothing-sells',
    bestMargin: -1,
  });
});

describe('d limited to D, at ω = 4, where the best d is 4', () => {
  test('a limit that binds is named, and met to the bit', () => {
    const found = answer(POWERS, 4, VARIANTS['data-bound'], 1.1);
    expect(found).toMatchObject({ kind: 'optimum', d: 1.1, active: { kink: false, limits: ['d'] } });
  });

  test('one that does not is not', () => {
    const found = answer(POWERS, 4, VARIANTS['data-bound'], 5);
    expect(found).toMatchObject({ kind: 'optimum', active: { limits: [] }, warnings: [] });
  });

  test('where it starts to bind elasticities are one-sided in what moves it', () => {
    const found = answer(POWERS, 4, VARIANTS['data-bound'], 4);
    expect(found.kind).toBe('optimum');
    if (found.kind !== 'optimum') return;
    const oneSided = (name: string): string =>
      `elasticities in ${name} are one-sided: a constraint starts to bind here`;
    expect(found.warnings).toContain(oneSided('omega'));
    expect(found.warnings).toContain(oneSided('D'));
    expect(found.warnings).not.toContain(oneSided('E'));
  });
});

test('a parameter without a value is named', () => {
  const { E: _, ...rest } = TYPICAL;
  let issue: unknown = null;
  try {
    optimise(VARIANTS.baseline, rest);
  } catch (error) {
    if (error instanceof OptimandError) issue = error.issue;
  }
  expect(issue).toEqual({
    code: 'missing',
    name: 'E',
    of: 'the referee',
    meaning: 'a parameter of the model',
  });
});
