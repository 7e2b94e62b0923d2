/**
 * Firms whose best choice is known by hand, through the fast solver and the referee; and why a model is no geometric
 * program. Profit is written in the letters of the baseline.
 *
 *   powers    G = ω t^(1/2) n^(1/4) d^(1/8) less n, d and t: at the optimum n = G/4, d = G/8, t = G/2, so that
 *             G^(1/8) = ω 2^(-11/8), G = ω^8/2^11.
 *   kinked    G = ω t^(1/2) min(n, d)^(1/4) less n, 2 d and t: n = d, 3 n = G/4, t = G/2, G = ω^4/48.
 *   threshold G = ω t^(1/2) n/(1 + n) less n and t: gain over costs is at most ω/4, at n = t = 1; with t at its best the
 *             profit ω²/4 n²/(1 + n)² - n has its highest point where ω²/2 n = (1 + n)³.
 */
import { describe, expect, test } from 'vitest';
import type { Model } from '../../src/economics/model.ts';
import type { Values } from '../../src/economics/parameters.ts';
import { VARIANTS } from '../../src/economics/variants/registry.ts';
import { parse } from '../../src/kernel/parse.ts';
import { one } from '../../src/kernel/term.ts';
import { geometricOf } from '../../src/numerics/fast/geometric.ts';
import { FastSolver, KINDS } from '../../src/numerics/fast/solver.ts';
import { optimise } from '../../src/numerics/optimise.ts';
import { firm } from './firms.ts';
import { sampleFor } from './samples.ts';

const at = (model: Model, changes: Values): Values => sampleFor(model, changes);

const POWERS = 'omega*t^(1/2)*n^(1/4)*d^(1/8) - n - d - t';
const KINKED = 'omega*t^(1/2)*min(n, d)^(1/4) - n - 2*d - t';
const THRESHOLD = 'omega*t^(1/2)*n/(1 + n) - n - t';

const near = (value: number | undefined, exact: number): void =>
  expect(Math.abs((value as number) / exact - 1)).toBeLessThan(1e-9);

describe('powers', () => {
  const model = firm(POWERS, VARIANTS.baseline, { dataSpend: parse('d', VARIANTS.baseline.symbols) });
  const omega = Float64Array.from([2, 3, 10]);
  const solver = new FastSolver(model);
  const columns = { ...at(model, {}), omega };
  const answers = solver.solve(columns, 3);

  test('n, d, t and profit', () => {
    expect(solver.refusal).toBeNull();
    expect(solver.isTied).toBe(false);
    expect([...answers.kind].map((kind) => KINDS[kind])).toEqual(['optimum', 'optimum', 'optimum']);
    expect(answers.refereed.size).toBe(0);
    for (const [row, value] of omega.entries()) {
      const gain = value ** 8 / 2 ** 11;
      near(answers.n[row], gain / 4);
      near(answers.d[row], gain / 8);
      near(answers.t[row], gain / 2);
      near(answers.profit[row], gain / 8);
      near(answers.revenue[row], gain);
      near(answers.trainingSpend[row], gain / 4);
      expect(answers.residual[row]).toBeLessThan(1e-9);
      expect(answers.bound[row]).toBe(0);
    }
  });

  test('the referee says the same', () => {
    const found = optimise(model, at(model, { omega: 3 }));
    expect(found.kind).toBe('optimum');
    if (found.kind !== 'optimum') return;
    for (const name of ['n', 'd', 't', 'profit'] as const) near(found[name], answers[name][1] as number);
    near(found.elasticities?.['n/omega'], 8);
  });

  test('all grow with the eighth power of ω', () => {
    const found = solver.elasticities(columns, 3, answers);
    for (const name of ['n/omega', 'd/omega', 't/omega', 'C_train/omega'])
      for (const row of omega.keys()) near(found[name]?.[row], 8);
    expect(found['n/E']?.every((value) => value === 0)).toBe(true);
  });
});

describe('powers, d limited to D', () => {
  const model = firm(POWERS, VARIANTS['data-bound']);
  const solver = new FastSolver(model);
  // At ω = 4 the best d is 4; with d = 1 the gain is (ω/2)^4 = 16.
  const columns = { ...at(model, { omega: 4 }), D: Float64Array.from([1, 100, 4]) };
  const answers = solver.solve(columns, 3);

  test('binds where the best d is beyond it, and where it is the best d the referee decides', () => {
    expect([...answers.kind].map((kind) => KINDS[kind])).toEqual(['optimum', 'optimum', 'optimum']);
    expect([...answers.bound].slice(0, 2)).toEqual([1, 0]);
    expect([...answers.refereed.keys()]).toEqual([2]);
    for (const [name, values] of Object.entries({
      n: [4, 8, 8],
      d: [1, 4, 4],
      t: [8, 16, 16],
      profit: [3, 4, 4],
    }))
      for (const [row, value] of values.entries()) near(answers[name as 'n'][row], value);
  });

  test('elasticities are those of the side', () => {
    const found = solver.elasticities(columns, 3, answers);
    // Held, G = ω t^(1/2) n^(1/4) D^(1/8) grows with ω^4 and D^(1/2); free, with ω^8.
    near(found['n/D']?.[0], 1 / 2);
    near(found['d/D']?.[0], 1);
    near(found['n/omega']?.[0], 4);
    expect(found['d/omega']?.[0]).toBeCloseTo(0, 9);
    expect(found['n/D']?.[1]).toBeCloseTo(0, 9);
    near(found['n/omega']?.[1], 8);
    near(found['C_train/omega']?.[0], 4);
    near(found['C_train/omega']?.[1], 8);
  });
});

describe('a kink', () => {
  const model = firm(KINKED);
  const solver = new FastSolver(model);
  const answers = solver.solve(at(model, { omega: 12 }), 1);
  test('along which d follows n', () => {
    expect(solver.isTied).toBe(true);
    const gain = 12 ** 4 / 48;
    near(answers.n[0], gain / 12);
    near(answers.d[0], gain / 12);
    near(answers.t[0], gain / 2);
    near(answers.profit[0], gain / 4);
    const found = optimise(model, at(model, { omega: 12 }));
    expect(found).toMatchObject({ kind: 'optimum', active: { kink: true, limits: [] } });
    if (found.kind === 'optimum') near(found.n, gain / 12);
  });
});

describe('a threshold', () => {
  const model = firm(THRESHOLD, VARIANTS.baseline, { variables: ['n', 't'], given: { d: one } });
  const omega = Float64Array.from([3, 3.999, 4.001, 5, 4]);
  const solver = new FastSolver(model);
  const answers = solver.solve({ ...at(model, {}), omega }, omega.length);

  test('below which nothing is made', () => {
    expect(solver.refusal).toBeNull();
    const kinds = [...answers.kind].map((kind) => KINDS[kind]);
    expect(kinds.slice(0, 4)).toEqual(['stay-out', 'stay-out', 'optimum', 'optimum']);
    expect([...answers.refereed.keys()]).toEqual([4]);
    for (const row of [0, 1])
      for (const name of ['n', 't', 'profit'] as const) expect(answers[name][row]).toBeNaN();
    for (const row of [2, 3]) {
      const [w, n] = [omega[row] as number, answers.n[row] as number];
      expect(n).toBeGreaterThan(1);
      near((w ** 2 / 2) * n, (1 + n) ** 3);
      near(answers.t[row], ((w * n) / (2 * (1 + n))) ** 2);
      near(answers.d[row], 1);
    }
  });

  test('and by how much costs exceed the gain at best: ω/4 - 1', () => {
    for (const value of [1, 3, 3.999]) {
      const found = optimise(model, at(model, { omega: value }));
      expect(found).toMatchObject({ kind: 'stay-out', reason: 'costs-exceed-gain' });
      if (found.kind === 'stay-out') near(found.bestMargin, value / 4 - 1);
    }
    expect(Object.keys(solver.elasticities({ ...at(model, {}), omega }, 5, answers))).toContain('n/omega');
    const found = solver.elasticities({ ...at(model, {}), omega }, 5, answers);
    expect(found['n/omega']?.[0]).toBeNaN();
    expect(found['n/omega']?.[3]).toBeGreaterThan(0);
  });
});

describe('data that must exceed one token, limited to D', () => {
  // Held at d = D, G^(1/4) = (ω/2) (ln D)^(1/8), so that G = (ω/2)^4 (ln D)^(1/2).
  const model = firm('omega*t^(1/2)*n^(1/4)*max(0, ln(d))^(1/8) - n - d - t', VARIANTS['data-bound']);
  test('nothing is sold where D is too small, and the limit alone tells', () => {
    const answers = new FastSolver(model).solve(
      { ...at(model, { omega: 10 }), D: Float64Array.from([0.5, 2, 100, 0.9]) },
      4,
    );
    const kinds = [...answers.kind].map((kind) => KINDS[kind]);
    expect(kinds).toEqual(['stay-out', 'optimum', 'optimum', 'stay-out']);
    expect([...answers.bound]).toEqual([0, 1, 0, 0]);
    expect(answers.refereed.size).toBe(0);
    const gain = 625 * Math.sqrt(Math.log(2));
    near(answers.n[1], gain / 4);
    near(answers.d[1], 2);
    near(answers.profit[1], gain / 4 - 2);
    // Free, d has 1/(8 ln d) of the gain, and n/t is 1/2.
    const [n = 0, d = 0, t = 0] = [answers.n[2], answers.d[2], answers.t[2]];
    near(t, 2 * n);
    near(d * 8 * Math.log(d), 4 * n);
  });
});

describe('what is no geometric program is said', () => {
  test.each<readonly [string, string]>([
    ['omega*t - (n+d)^(1/2) - delta*t^2', 'a cost that is no product of powers'],
    ['omega*t*min(n,d)*min(n,t) - n - d - t^2', 'more than one kink'],
    ['omega*t*max(n,d) - n - d - t^2', 'more than one kink'],
    ['omega*t^(1/2)*min(n,d,t)^(1/4) - d - t', 'more than one kink'],
    ['omega*t*min(n+d,d+1)^(1/4) - n - d - t^3', 'a kink of which no side is a power'],
    ['omega*t^(1/2)*min(n,d)^(1/4) - d - t', 'a kink in n, which costs nothing'],
    ['omega*(t+n)/(t+d) - d - t', 'a gain whose logarithm may not be concave'],
  ])('%s: %s', (profit, why) => {
    const model = firm(profit);
    for (const goal of ['profit', 'surplus'] as const)
      expect(geometricOf(model, goal)).toBe(`${why} in the fast solver; use the referee.`);
    expect(new FastSolver(model).refusal).toBe(`${why} in the fast solver; use the referee.`);
  });

  test('of several sellers', () => {
    const rivals = VARIANTS.cournot.rivals;
    const cournot = (profit: string): Model => firm(profit, VARIANTS.cournot, { rivals });
    expect(geometricOf(cournot('omega*t*t_others*n^(1/4)*d^(1/4) - n - d - t^4'))).toBe(
      'a gain that depends on the rest of the industry in the fast solver; use the referee.',
    );
    // Of d t s half the exponent in ln t is one's own and none of that in ln d is another's, so no one share is right.
    expect(geometricOf(cournot('omega*t*n^(1/4)*d^(1/4) - n - d*t*t_others - t^4'))).toBe(
      'sellers whose conditions are those of no potential in the fast solver; use the referee.',
    );
    expect(typeof geometricOf(cournot('omega*t*n^(1/4)*d^(1/4) - n - d - t*t_others - t^4'))).toBe('object');
  });
});
