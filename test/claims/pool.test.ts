/** Firms that claims are put to: where each pool draws them, the same for the same seed. */
import { expect, test } from 'vitest';
import {
  farLargeMarketPool,
  farPool,
  largeMarketPool,
  numbersAt,
  type Pool,
  plainPool,
  poolOf,
  soldAt,
  soldIn,
} from '../../src/claims/pool.ts';
import { modelOf } from '../../src/economics/variants/registry.ts';
import { expectGolden } from '../support/goldens.ts';
import { roundedText } from '../support/rounded.ts';

const baseline = modelOf('baseline');
const POOLS: Readonly<Record<string, Pool>> = { plainPool, largeMarketPool, farLargeMarketPool, farPool };

test('as a file to be read', () => {
  const drawn = Object.entries(POOLS).flatMap(([name, pool]) =>
    (['box', 'wide'] as const).map((scope) => {
      const firms = pool(baseline, 11, 8, scope);
      const shown = firms.slice(0, 2).map(({ values, outcome }) => ({ values, outcome: outcome.kind }));
      return [`${name}, ${scope}`, firms.length, soldIn(firms).length, shown] as const;
    }),
  );
  expectGolden('claims/pool.json', roundedText(drawn));
});

test.each(Object.entries(POOLS))('%s: kept by model, seed, number and scope', (_, pool) => {
  const firms = pool(baseline, 11, 8, 'box');
  expect(pool(baseline, 11, 8, 'box')).toBe(firms);
  for (const other of [
    pool(baseline, 12, 8, 'box'),
    pool(baseline, 11, 4, 'box'),
    pool(baseline, 11, 8, 'wide'),
  ])
    expect(other).not.toBe(firms);
  expect(pool(modelOf('data-bound'), 11, 8, 'box')).not.toBe(firms);
});

test('two models of one name have two pools', () => {
  const { id } = baseline;
  const other = { ...modelOf('fixed-demand'), id };
  for (const pool of Object.values(POOLS)) {
    const [one, two] = [pool(baseline, 13, 4, 'box'), pool(other, 13, 4, 'box')];
    expect(two[0]?.values).toHaveProperty('T');
    expect(one[0]?.values).not.toHaveProperty('T');
  }
});

test('the plain pool is the box itself', () => {
  expect(plainPool(baseline, 11, 8, 'box')).toBe(poolOf(baseline, 11, 8));
});

test('numbers at an optimum are those of the model', () => {
  const values = {
    alpha: 0.34,
    beta: 0.28,
    gamma: -1,
    a: 0.004,
    b: 0.0016,
    omega: 1e-5,
    delta: 1e-21,
    E: 1e18,
  };
  const sold = soldAt(baseline, values);
  if (!sold) throw new Error('the firm does not sell');
  const at = numbersAt(baseline, sold);
  const { n = 0, d = 0, t = 0, q = 0 } = at;
  expect(at.C).toBeCloseTo((6 * n * d) / 1e18, 6);
  expect(q).toBeCloseTo(Math.min(0.004 * n ** 0.34, 0.0016 * d ** 0.28), 9);
  expect(at.f).toBeCloseTo(q - 1, 9);
  const profit = 1e-5 * t * (q - 1) - 1e-21 * t ** 2 - (6 * n * d + 2 * n * t) / 1e18;
  expect((at.pi ?? 0) / profit).toBeCloseTo(1, 9);
  expect(soldAt(baseline, { ...values, E: 1 })).toBeNull();
});
