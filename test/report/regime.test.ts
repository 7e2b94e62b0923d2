/** The regime rule, against the shares of marginal cost as theory states them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Values } from '../../src/economics/parameters.ts';
import { baseline } from '../../src/economics/variants/baseline.ts';
import { dataBound } from '../../src/economics/variants/data-bound.ts';
import { VARIANTS } from '../../src/economics/variants/registry.ts';
import { optimise } from '../../src/numerics/optimise.ts';
import type { Optimum } from '../../src/numerics/outcome.ts';
import { laws } from '../../src/report/laws.ts';
import { model } from '../../src/report/model.ts';
import { optimize } from '../../src/report/optimize.ts';
import { regimeOf } from '../../src/report/regime.ts';
import { sweep } from '../../src/report/sweep/rows.ts';
import { sampleFor } from '../numerics/samples.ts';

const VALUES = { alpha: 0.3, beta: 0.4, gamma: 0, a: 1e-3, b: 1e-4, omega: 1e-5, delta: 1e-21, E: 1e18 };

const optimum = (changes: Partial<Optimum>): Optimum => ({
  kind: 'optimum',
  n: 1e10,
  d: 1e12,
  t: 1e15,
  profit: 1e9,
  revenue: 1e10,
  trainingSpend: 1e8,
  residual: 0,
  active: { kink: true, limits: [] },
  warnings: [],
  work: { evaluations: 0, iterations: 0 },
  ...changes,
});

test('inference-dominated exactly where t exceeds 3kd, with k = 1 + alpha/beta', () => {
  const k = 1 + VALUES.alpha / VALUES.beta;
  fc.assert(
    fc.property(
      fc.double({ min: 1e9, max: 1e15, noNaN: true }),
      fc.double({ min: -6, max: 6, noNaN: true }),
      (d, factor) => {
        fc.pre(Math.abs(factor) > 1e-6);
        const t = 3 * k * d * Math.exp(factor);
        const expected = factor > 0 ? 'inference-dominated' : 'training-dominated';
        expect(regimeOf(baseline, VALUES, optimum({ d, t }))).toBe(expected);
      },
    ),
    { numRuns: 300, seed: 20260514 },
  );
});

test('a limit on data comes before the margin, the margin before the shares', () => {
  const slim = { profit: 1e7, revenue: 1.01e9 };
  expect(
    regimeOf(dataBound, { ...VALUES, D: 1e12 }, optimum({ ...slim, active: { kink: true, limits: ['d'] } })),
  ).toBe('data-bound');
  expect(regimeOf(baseline, VALUES, optimum(slim))).toBe('break-even');
  expect(regimeOf(baseline, VALUES, optimum({ profit: 1.02e7, revenue: 1.01e9, t: 1e12 }))).toBe(
    'training-dominated',
  );
});

test('off the kink, data do not move with size at the margin: t against 3d', () => {
  const smooth = { active: { kink: false, limits: [] }, d: 1e12 };
  expect(regimeOf(baseline, VALUES, optimum({ ...smooth, t: 3.01e12 }))).toBe('inference-dominated');
  expect(regimeOf(baseline, VALUES, optimum({ ...smooth, t: 2.99e12 }))).toBe('training-dominated');
});

test('bought data count by what they cost as size grows: alpha/beta of the bill', () => {
  const model = VARIANTS['data-cost'];
  const [n, d, t] = [1e10, 1e12, 1e12];
  const training = ((6 * n * d) / VALUES.E) * (1 + VALUES.alpha / VALUES.beta);
  const price = training / (d * (VALUES.alpha / VALUES.beta));
  for (const [factor, expected] of [
    [0.99, 'training-dominated'],
    [1.01, 'data-cost'],
  ] as const) {
    expect(regimeOf(model, { ...VALUES, c_d: price * factor }, optimum({ n, d, t }))).toBe(expected);
  }
});

test('saturated where nine tenths are reached of what can be had', () => {
  const hill = VARIANTS['hill-adoption'];
  const at = (q: number) => optimum({ n: (q / VALUES.a) ** (1 / VALUES.alpha), d: 1e30 });
  const values = { ...VALUES, h: 2 };
  expect([2.9, 3.1].map((q) => regimeOf(hill, values, at(q)) === 'saturated')).toEqual([false, true]);
  const repeated = VARIANTS['repeated-data'];
  const stock = { ...VALUES, U: 1e10, Rstar: 15.39 };
  const epochs = 1 + 15.39 * Math.log(10);
  const after = (factor: number) => optimum({ d: 1e10 * epochs * factor });
  expect([0.99, 1.01].map((k) => regimeOf(repeated, stock, after(k)) === 'saturated')).toEqual([false, true]);
  expect(regimeOf(repeated, stock, optimum({ d: 1e9 }))).toBe('inference-dominated');
});

test.each(Object.keys(VARIANTS))('%s: an optimum of the referee has a regime', (id) => {
  const model = VARIANTS[id as keyof typeof VARIANTS];
  const values = sampleFor(model);
  const found = optimise(model, values);
  if (found.kind !== 'optimum') throw new Error(found.kind);
  expect(['inference-dominated', 'training-dominated', 'data-bound', 'data-cost', 'saturated']).toContain(
    regimeOf(model, values, found),
  );
});

describe('limits of a firm of one’s own', () => {
  const limited = (limits: Readonly<Record<string, string>>, set: Values) =>
    model({
      id: 'limited',
      symbols: Object.keys(set).map((name) => ({ name, meaning: 'the most there is', role: 'quantity' })),
      blocks: [{ limits }],
      set: { ...VALUES, alpha: 0.34, beta: 0.28, gamma: -0.5, a: 0.004, b: 0.0016, ...set },
    });

  test.each([
    ['size-bound', limited({ n: 'N' }, { N: 1e10 })],
    ['sales-bound', limited({ t: 'T_max' }, { T_max: 1e14 })],
    ['sales-bound', limited({ t: 'T_max', n: 'N' }, { T_max: 1e14, N: 1e10 })],
    ['size-bound', limited({ n: 'N', t: 'T_max' }, { T_max: 1e14, N: 1e10 })],
  ] as const)('%s: by laws, optimize and sweep alike', (name, firm) => {
    const { E, ...set } = firm.own.set;
    const at = 1e19;
    const [answer] = optimize(firm, { set: { E: at } }).rows;
    expect(answer && 'regime' in answer ? answer.regime : null).toBe(name);
    expect(laws(firm, { in: 'E', set }).result.regimes.at(-1)?.name).toBe(name);
    const [row] = sweep(firm, { grid: `E=${at}:${10 * at}:2log` });
    expect(row?.regime).toBe(name);
  });
});
