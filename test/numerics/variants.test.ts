/** The referee on every variant and on compositions, doubted by points that it did not choose. */

import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import { type Model, settled } from '../../src/economics/model.ts';
import type { Values } from '../../src/economics/parameters.ts';
import { modelOf, VARIANT_IDS, VARIANTS } from '../../src/economics/variants/registry.ts';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { compile, evaluate } from '../../src/kernel/compile.ts';
import { substitute } from '../../src/kernel/term.ts';
import { optimise } from '../../src/numerics/optimise.ts';
import type { Optimum } from '../../src/numerics/outcome.ts';
import { refereePool } from '../../src/numerics/pool.ts';
import { byTier } from '../support/tier.ts';
import { apart } from './reference.ts';
import { PAIRS, SAMPLE, sampleFor } from './samples.ts';

const SEED = 20260514;
const COUNT = byTier(8, 16, 300);
const POINTS = 400;

type Profit = (point: Readonly<Record<string, number>>) => number;

/** One seller's profit as a function of its own n, d, t, what the others sell fixed at the optimum's values. */
function ownProfit(model: Model, values: Values, { n, d, t }: Optimum): Profit {
  const at = { ...values, n, d, t };
  const others = Object.fromEntries(
    Object.entries(model.rivals).map(([name, value]) => [name, evaluate(value, at, double)]),
  );
  const term = substitute(model.profit, model.given);
  const names = [...Object.keys(at), ...Object.keys(others)];
  const profit = compile(term, names, double);
  return (point) => profit(names.map((name) => point[name] ?? at[name as 'n'] ?? others[name] ?? Number.NaN));
}

/** A point within the limits that brings more than the optimum does, beyond rounding; near it and far from it in turn. */
function betterPoint(model: Model, values: Values, found: Optimum): Readonly<Record<string, number>> | null {
  const generator = xoroshiro128plus(SEED);
  const profit = ownProfit(model, values, found);
  const most = profit(found as never) + 1e-11 * found.revenue;
  for (let k = 0; k < POINTS; k++) {
    const reach = 10 ** (-3 + (4 * (k % 10)) / 9);
    const point = Object.fromEntries(
      model.variables.map((name) => {
        const step = (2 * uniformFloat64(generator) - 1) * reach;
        return [name, found[name as 'n'] * Math.exp(step)];
      }),
    );
    for (const { variable, bound } of model.limits)
      point[variable] = Math.min(point[variable] ?? 0, evaluate(bound, values, double));
    if (profit(point) > most) return point;
  }
  return null;
}

/** What must hold of an optimum, by the model's own profit alone. */
function expectOptimum(model: Model, values: Values, found: Optimum): void {
  expect(found.residual).toBeLessThan(1e-10);
  expect(found.profit).toBeGreaterThan(0);
  const at = { ...values, n: found.n, d: found.d, t: found.t };
  const profit = evaluate(settled(model, model.profit), at, double);
  expect(Math.abs(profit - found.profit)).toBeLessThanOrEqual(1e-12 * found.revenue);
  for (const { variable, bound } of model.limits)
    expect(found[variable]).toBeLessThanOrEqual(evaluate(bound, values, double) * (1 + 1e-14));
  expect(betterPoint(model, values, found)).toBeNull();
}

describe.each(VARIANT_IDS)('%s: draws of the box, seed 20260514', (id) => {
  const model = VARIANTS[id];
  it('every draw is decided, no point near or far is better, and break-even is found', () => {
    const pool = refereePool(model, SEED, COUNT, { elasticities: false });
    for (const { values, outcome, breakEvenFactor } of pool) {
      expect(['optimum', 'stay-out'], JSON.stringify(values)).toContain(outcome.kind);
      if (outcome.kind === 'optimum') expectOptimum(model, values, outcome);
      if (breakEvenFactor !== null) expect(outcome.kind).toBe(breakEvenFactor > 1 ? 'optimum' : 'stay-out');
    }
    expect(pool.some(({ outcome }) => outcome.kind === 'optimum')).toBe(true);
  });
});

describe.each(PAIRS)('%s with %s', (first, second) => {
  it('has an optimum that nothing beats, or none that can be', () => {
    const model = modelOf(`${first}+${second}`);
    const values = sampleFor(model);
    const found = optimise(model, values);
    expect(['optimum', 'stay-out']).toContain(found.kind);
    if (found.kind === 'optimum') expectOptimum(model, values, found);
  });
});

it('a point that is no optimum is noticed', () => {
  const model = VARIANTS.cournot;
  const values = sampleFor(model);
  const found = optimise(model, values);
  if (found.kind !== 'optimum') throw new Error(found.kind);
  expect(betterPoint(model, values, { ...found, t: found.t * 1.01 })).not.toBeNull();
  expect(betterPoint(model, values, { ...found, n: found.n * 1.01 })).not.toBeNull();
});

const optimumOf = (id: string, changes: Values = {}): Optimum => {
  const model = modelOf(id);
  const found = optimise(model, sampleFor(model, changes), { elasticities: false });
  if (found.kind !== 'optimum') throw new Error(`${id}: ${found.kind}`);
  return found;
};

describe('limits in which one variant is another', () => {
  it.each([
    ['cournot', { m: 1 }, 'baseline', {}, 1e-12],
    ['ces-quality', { r: 3000 }, 'baseline', {}, 1e-2],
    ['endogenous-threshold', { kappa: 0 }, 'baseline', {}, 1e-12],
    ['rival', { q0: 1 }, 'baseline', {}, 1e-12],
    ['data-cost', { c_d: 1e-30 }, 'baseline', {}, 1e-12],
    ['split-efficiency', { E_inf: SAMPLE.E ?? 0 }, 'baseline', {}, 1e-12],
    ['repeated-data', { U: 1e20 }, 'baseline', {}, 1e-12],
    ['repeated-data', { U: 1e12, Rstar: 1e-3 }, 'data-bound', { D: 1e12 }, 2e-2],
    ['data-bound', { D: 1e20 }, 'baseline', {}, 1e-12],
    ['cournot+data-cost', { m: 1 }, 'data-cost', {}, 1e-12],
    ['rival+endogenous-threshold', { kappa: 0 }, 'rival', {}, 1e-12],
  ] as const)('%s with %o is %s with %o', (id, changes, other, own, tolerance) => {
    const [one, two] = [optimumOf(id, changes), optimumOf(other, own)];
    for (const name of ['n', 't', 'profit'] as const)
      expect(apart(one[name], two[name]), name).toBeLessThan(tolerance);
  });

  it('two sellers sell more together and earn less together than one', () => {
    const [one, two] = [optimumOf('cournot', { m: 1 }), optimumOf('cournot', { m: 2 })];
    expect(2 * two.t).toBeGreaterThan(one.t);
    expect(two.t).toBeLessThan(one.t);
    expect(2 * two.profit).toBeLessThan(one.profit);
  });

  it('where too many sell, none makes a profit', () => {
    const model = VARIANTS.cournot;
    const found = optimise(model, sampleFor(model, { m: 100_000 }));
    expect(found.kind).toBe('stay-out');
    if (found.kind === 'stay-out') expect(found.bestMargin).toBeLessThan(0);
  });
});

describe('profit without end is decided by rates of growth, to the exponent at which it begins', () => {
  const at = (nu: number, id = 'network', changes: Values = {}): string => {
    const model = modelOf(id);
    return optimise(
      model,
      sampleFor(model, { alpha: 0.3, beta: 0.3, gamma: -1, b: 4.2e-4, delta: 8e-22, nu, ...changes }),
      { elasticities: false },
    ).kind;
  };
  it('network effects of 0.8, alpha = beta = 0.3 and gamma = -1', () => {
    expect(at(0.8)).toBe('unbounded');
  });
  it('from nu = 1 - alpha on, where the reduced profit outgrows training; a far optimum is not called unbounded', () => {
    expect([at(0.6), at(0.69), at(0.71)]).toEqual(['optimum', 'unsolved', 'unbounded']);
  });
  it('not where data, adoption or thresholds bound quality', () => {
    expect(at(0.8, 'network+data-bound')).toBe('optimum');
    expect(at(0.8, 'network+repeated-data', { U: 1e13 })).toBe('optimum');
    expect(at(0.8, 'network+hill-adoption')).toBe('optimum');
    expect(at(0.8, 'network+endogenous-threshold', { kappa: 0.6 })).toBe('optimum');
    expect(at(0.8, 'network+ces-quality')).toBe('unbounded');
  });
  it('as models shrink too: elastic demand for what nobody finds too poor', () => {
    const model = modelOf('constant-elasticity+hill-adoption');
    const changes = { alpha: 0.3, beta: 0.3, h: 1.5 };
    const kind = (epsilon: number) => optimise(model, sampleFor(model, { ...changes, epsilon })).kind;
    expect([kind(1.5), kind(3)]).toEqual(['optimum', 'unbounded']);
  });
});
