/** Data that are repeated, as unique data grow: first they are used up, then they are ample, and a law knows its side of d = U. */
import { describe, expect, it } from 'vitest';
import { laws } from '../../src/report/laws.ts';
import { optimize } from '../../src/report/optimize.ts';
import { FIRM } from '../support/firm.ts';

const { E, ...ANY } = { ...FIRM, Rstar: 15.39 };
const ENTRY = ['stay-out', 'break-even'];

const optimumAt = (params: Readonly<Record<string, number>>) => {
  const [row] = optimize(params, { variant: 'repeated-data' }).rows;
  if (!row || !('regime' in row)) throw new Error('no answer');
  const { d = Number.NaN, n = Number.NaN } = (row.optimum ?? {}) as { d?: number; n?: number };
  return { regime: row.regime, times: d / (params.U ?? Number.NaN), n };
};

describe('laws of repeated data in U', () => {
  it('have data that are used up before data that are ample, in every case of the signs', () => {
    const { cases, regimes } = laws('repeated-data', { in: 'U' }).result;
    expect(cases.length).toBeGreaterThan(5);
    cases.forEach((_, index) => {
      const own = regimes.filter((one) => one.case === index && !ENTRY.includes(one.name));
      const names = own.map(({ name }) => name);
      const used = names.lastIndexOf('saturated');
      expect(used).toBeGreaterThan(-1);
      expect(names.slice(0, used)).toEqual(Array.from({ length: used }, () => 'saturated'));
      expect(names.length).toBeGreaterThan(used + 1);
      // Ample data: what is chosen does not answer to U, which is all that is known to be enough.
      for (const { exponents, edges } of own.slice(used + 1)) {
        expect([exponents.n?.text, exponents.d?.text, exponents.t?.text]).toEqual(['0', '0', '0']);
        expect(edges.map(({ side, source }) => [side, source])).toContainEqual(['lower', 'kink']);
      }
      // Repetitions add U Rstar at most, so that size, which follows effective data, goes like U^(beta/alpha).
      for (const { exponents } of own.slice(0, used + 1)) expect(exponents.n?.text).toBe('beta/alpha');
    });
  });

  it('end at the last unique token, whether or not the next regime has begun, and say so', () => {
    const { result, warnings } = laws('repeated-data', { in: 'U', set: { ...ANY, E } });
    const own = result.regimes.filter(({ name }) => !ENTRY.includes(name));
    expect(own.map(({ name }) => name)).toEqual(['saturated', 'training-dominated']);
    const [used, ample] = own.map(({ from, to }) => ({ from: from?.value ?? 0, to: to?.value ?? 1 / 0 }));
    if (!used || !ample) throw new Error('two regimes');
    // d = U (1 + Rstar ln(U_1/U)): how much the first part counts is a matter of Rstar, and the regime ends before it counts for nothing.
    expect(own[0]?.exponents).toMatchObject({ d: null, C_train: null });
    expect(optimumAt({ ...ANY, E, U: used.to / 100 })).toMatchObject({ regime: 'saturated' });
    // Ample from where the best data are the unique ones: at d = U.
    const free = optimumAt({ ...ANY, E, U: ample.from * 2 });
    expect(free.times).toBeGreaterThan(1 / 3);
    expect(free.times).toBeLessThan(1 / 2);
    expect(optimumAt({ ...ANY, E, U: ample.from * 1.5 }).n / free.n).toBeCloseTo(1, 9);
    expect(optimumAt({ ...ANY, E, U: ample.from / 3 }).times).toBeGreaterThan(1);
    expect(used.to).toBeLessThan(ample.from / 2);
    expect(warnings).toContainEqual(
      expect.stringMatching(/^between U = 4\.85e15 and U = 5\.05e16 no law is listed/),
    );
  });

  it('in E as well: nothing is said to hold while tokens are repeated a few times', () => {
    const { result, warnings } = laws('repeated-data', { set: { ...ANY, U: 1e14 } });
    const own = result.regimes.filter(({ name }) => !ENTRY.includes(name));
    expect(own.map(({ name }) => name)).toEqual(['inference-dominated', 'saturated']);
    const [end, start] = [own[0]?.to?.value ?? 0, own[1]?.from?.value ?? 0];
    expect(optimumAt({ ...ANY, U: 1e14, E: end }).times).toBeCloseTo(1, 0);
    const between = optimumAt({ ...ANY, U: 1e14, E: Math.sqrt(end * start) });
    expect(between.times).toBeGreaterThan(2);
    expect(between.times).toBeLessThan(ANY.Rstar);
    expect(warnings).toContainEqual(expect.stringMatching(/^between E = 3\.69e15 and E = 2\.49e16 no law/));
  });

  it('no gap is told where one law begins at the end of another', () => {
    expect(laws('baseline', { set: ANY_OF_BASELINE }).warnings.join()).not.toContain('no law is listed');
  });
});

const { Rstar: _, ...ANY_OF_BASELINE } = ANY;
