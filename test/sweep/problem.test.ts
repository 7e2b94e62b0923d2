/** Sweeps of problems that are no firm, and of models with numbers of their own. */
import { describe, expect, it } from 'vitest';
import { model, optimize, problem, type SweepRow, sweep } from '../../src/index.ts';
import { optimize as optimizePoint } from '../../src/report/optimize.ts';
import { consumer, rationed } from '../problems/textbook.ts';
import { FIRM } from '../support/firm.ts';

const near = (value: unknown, expected: number): void =>
  expect(Math.abs((value as number) / expected - 1)).toBeLessThan(1e-9);

describe('a sweep of a problem', () => {
  it('has the textbook’s answer in every row, numbers of the file where none are given', () => {
    const rows = [...sweep(problem(consumer), { grid: 'u=0.2:0.8:3,p1=1:4:2', set: { m: 7 } })];
    expect(rows).toHaveLength(6);
    for (const { u, p1, outcome, x, y, regime } of rows) {
      expect([outcome, regime]).toEqual(['optimum', 'budget']);
      near(x, ((u as number) * 7) / (p1 as number));
      near(y, ((1 - (u as number)) * 7) / 3);
    }
  });

  it('says what optimize says, row by row, and what assumptions do not allow', () => {
    const own = problem(rationed);
    const rows = [...sweep(own, { grid: 'Kmax=100:10000:3log,a=0.2:0.8:3' })];
    const told = rows.map(({ outcome, K, mu, regime, Kmax, a }): unknown => {
      if (outcome === 'not-allowed') return expect((a as number) + 0.5).toBeGreaterThanOrEqual(1);
      const [row] = optimizePoint({ ...own.set, Kmax, a }, { variant: own }).rows;
      if (!row || 'error' in row || !('solved' in row)) throw new Error('no answer');
      return expect([K, mu, regime]).toEqual([
        row.optimum?.K,
        row.optimum?.mu ?? row.multipliers?.mu,
        row.regime,
      ]);
    });
    expect(told).toHaveLength(9);
    expect(new Set(rows.map(({ outcome }: SweepRow) => outcome))).toEqual(
      new Set(['optimum', 'not-allowed']),
    );
  });

  it('has elasticities where they are asked for', () => {
    const [row] = sweep(problem(consumer), { grid: 'm=10:20:2', elasticities: true });
    expect(row?.['x/p1']).toBeCloseTo(-1, 9);
    expect(row?.['U/p1']).toBeCloseTo(-0.3, 9);
    expect(Object.keys(row ?? {})).toContain('mu/m');
  });

  it('takes a classic by its id, at the points of a design', () => {
    const set = { A: 406.4, B: 410.7, alpha: 0.34, beta: 0.28, L_inf: 1.69 };
    const rows = [...sweep('compute-optimal', { grid: 'C=1e20:1e26:log', design: 'sobol:4', set })];
    for (const { C, n, d } of rows) near(6 * (n as number) * (d as number), C as number);
    expect(() => [...sweep('compute-optimal', { grid: 'C=1e20:1e26:3log' })]).toThrow(/needs A/);
    expect(() => [...sweep('compute-optimal', { grid: 'C=1:2:2', set, hold: 'rho' })]).toThrow(
      /rho is no letter/,
    );
  });
});

describe('a sweep of a model of one’s own', () => {
  const own = model({
    id: 'saturating',
    blocks: ['data-bound'],
    set: {
      ...FIRM,
      D: 1e13,
    },
    regimes: { 'data-bound': 'short of text' },
  });

  it('takes the numbers and the names of regimes that the model has', () => {
    const rows = [...sweep(own, { grid: 'E=1e17:1e19:3log' })];
    for (const { E, n, regime } of rows) {
      const [row] = optimize(own, { set: { E: E as number } }).rows;
      if (!row || 'error' in row || !('produces' in row)) throw new Error('no answer');
      near(n, row.optimum?.n ?? Number.NaN);
      expect(regime).toBe(row.regime);
    }
    expect(rows.some(({ regime }) => regime === 'short of text')).toBe(true);
  });
});
