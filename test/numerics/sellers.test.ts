/**
 * Sellers by hand: omega t n^(1/2) - n t - delta t (t + s) - E. The best n is omega^2/4, which leaves P = n a unit, and of
 * P t - delta t (t + s) - E the best t = (P/delta - s)/2, which leaves delta t^2 - E. All m alike: t = P/(delta (m + 1)). One
 * breaks even with t = (E/delta)^(1/2) where the others sell S = P/delta - 2 t, and there is an equilibrium where (m - 1) t is
 * no more than that.
 */
import { describe, expect, test } from 'vitest';
import { VARIANTS } from '../../src/economics/variants/registry.ts';
import { one } from '../../src/kernel/term.ts';
import { equilibrium, roomForAll } from '../../src/numerics/equilibrium.ts';
import { optimise } from '../../src/numerics/optimise.ts';
import { Meter } from '../../src/numerics/outcome.ts';
import { type Problem, problemOf, quantitiesAt, systemOf, thetaOf } from '../../src/numerics/problem.ts';
import { orSentence } from '../support/terms.ts';
import { firm } from './firms.ts';
import { sampleFor } from './samples.ts';

const SELLER = firm('omega*t*n^(1/2) - n*t - delta*t^2 - delta*t*t_others - E', VARIANTS.cournot, {
  variables: ['n', 't'],
  given: { d: one },
  rivals: VARIANTS.cournot.rivals,
});
const at = (E: number, m: number) => ({ ...sampleFor(SELLER), omega: Math.sqrt(40), delta: 1, E, m });
const problem = problemOf(SELLER);
const roomAt = (E: number, m: number) =>
  roomForAll(problem, problem.reply as Problem, thetaOf(problem, at(E, m)), new Meter());

describe('sellers with a fixed cost', () => {
  test.each([
    [1, 3, Math.log(8 / 2)],
    [4, 3, Math.log(6 / 4)],
    [1, 9, 0],
    [7, 3, Math.log((10 - 2 * Math.sqrt(7)) / (2 * Math.sqrt(7)))],
    [1, 1, Number.POSITIVE_INFINITY],
    [26, 3, Number.NaN],
  ])('E = %d, m = %d: room for all of %d', (E, m, room) => {
    const found = roomAt(E, m);
    if (Number.isFinite(room)) expect(found).toBeCloseTo(room, 9);
    else expect(found).toBe(room);
  });

  test('an equilibrium where there is room', () => {
    const found = optimise(SELLER, at(1, 3));
    expect(found).toMatchObject({ kind: 'optimum', active: { kink: false, limits: [] } });
    if (found.kind !== 'optimum') return;
    expect([found.n, found.d, found.t, found.profit].map((value) => value.toFixed(9))).toEqual([
      '10.000000000',
      '1.000000000',
      '2.500000000',
      '5.250000000',
    ]);
    expect(found.elasticities?.['t/omega']).toBeCloseTo(2, 9);
    expect(found.elasticities?.['t/delta']).toBeCloseTo(-1, 9);
    expect(found.elasticities?.['t/E']).toBeCloseTo(0, 9);
  });

  test('none where there is not: by how much costs exceed what is earned when one more would just break even', () => {
    const t = Math.sqrt(7);
    // At t = 7^(1/2) and 2 t by the others 20 t comes in, and 10 t + t^2 + 2 t^2 + 7 = 10 t + 28 goes out.
    const found = optimise(SELLER, at(7, 3));
    expect(found).toMatchObject({ kind: 'stay-out', reason: 'costs-exceed-gain' });
    if (found.kind === 'stay-out') expect(found.bestMargin).toBeCloseTo((20 * t) / (10 * t + 28) - 1, 9);
  });

  test('none where not even one seller alone pays', () => {
    const found = optimise(SELLER, at(26, 3));
    expect(found).toMatchObject({ kind: 'stay-out', reason: 'costs-exceed-gain' });
    // Alone omega t n^(1/2) over n t + t^2 + 26 is greatest at t^2 = 26 and n = 2 t, where it is omega/(2 n^(1/2)).
    if (found.kind === 'stay-out')
      expect(found.bestMargin).toBeCloseTo(Math.sqrt(40) / (2 * Math.sqrt(2 * Math.sqrt(26))) - 1, 9);
  });

  test('there must be one letter of the others', () => {
    for (const rivals of [[], [...problem.rivals, ...problem.rivals]]) {
      const other = { ...problem, rivals };
      const ask = () => equilibrium(other, problem.reply as Problem, thetaOf(problem, at(1, 3)), new Meter());
      expect(ask).toThrow(new RangeError('an equilibrium in one letter of the industry'));
    }
  });
});

describe('a problem made ready for numbers', () => {
  test('one seller’s own problem has what the others sell as its last parameter', () => {
    expect(problem.parameters).not.toContain('t_others');
    expect(problem.reply?.parameters).toEqual([...problem.parameters, 't_others']);
    expect(problem.reply?.reply).toBeNull();
    expect(problem.rivals.map(({ name }) => name)).toEqual(['t_others']);
    expect(problemOf(VARIANTS.baseline).reply).toBeNull();
  });

  test('is made once a model, and its conditions once an active set', () => {
    expect(problemOf(SELLER)).toBe(problem);
    const active = { choices: [], binding: [] };
    expect(problem.kkt('profit', active)).toBe(problem.kkt('profit', { ...active }));
    expect(problem.kkt('profit', active)).not.toBe(problem.kkt('surplus', active));
    expect(systemOf(problem, 'surplus', active)).toMatchObject({
      goal: 'surplus',
      variables: ['n', 't'],
      limits: [],
    });
  });

  test('limits are those of single variables, in their places', () => {
    const limited = problemOf(VARIANTS['data-bound']);
    expect(limited.limits).toMatchObject([{ index: limited.variables.indexOf('d'), name: 'd' }]);
    const values = { ...sampleFor(VARIANTS['data-bound']), D: 5 };
    expect(limited.inDoubles.bounds.map((bound) => bound(thetaOf(limited, values)))).toEqual([5]);
    expect(systemOf(limited, 'profit', { choices: [], binding: [] }).limits).toEqual([]);
    expect(problem.limits).toEqual([]);
  });

  test('quantities are those that are chosen and those that are given', () => {
    const theta = thetaOf(problem, at(1, 3));
    expect(quantitiesAt(problem, [0, Math.log(4)], theta)).toEqual({ n: 1, t: expect.closeTo(4, 12), d: 1 });
  });

  test('a parameter without a value is refused', () => {
    const { omega: _, ...others } = at(1, 3);
    expect(orSentence(() => thetaOf(problem, others))).toMatch(/omega/);
  });
});
