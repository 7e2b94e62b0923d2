/** Laws at gamma = 0 where nothing grows: the level of adoption is a Lambert W, held against the referee. */
import { expect, test } from 'vitest';
import { laws } from '../../src/report/laws.ts';
import { optimize } from '../../src/report/optimize.ts';
import { FIRM } from '../support/firm.ts';

const { E: _, ...REST } = { ...FIRM, gamma: 0 };

/** 1 + 1e-6, at which the last powers of a regime are gone. */
const DIGITS = 6;

test('data-cost, E to infinity: data cost all that is paid for size, and every choice has a limit', () => {
  const set = { ...REST, c_d: 1e-9 };
  const { result, warnings } = laws('data-cost', { set });
  const last = result.regimes.at(-1);
  expect(last?.name).toBe('data-cost');
  expect(last?.to).toBeNull();
  expect(warnings.join()).not.toContain('no law is listed');
  const before = result.regimes.at(-2);
  expect(before?.to?.value).toBeCloseTo(last?.from?.value ?? 0, 0);
  const [row] = optimize({ ...set, E: 1e40 }, { variant: 'data-cost' }).rows;
  const best = row && 'produces' in row ? row.optimum : null;
  for (const name of ['n', 'd', 't', 'profit'] as const) {
    expect(last?.exponents[name]).toMatchObject({ value: 0 });
    expect((last?.constants[name]?.value ?? 0) / (best?.[name] ?? Number.NaN)).toBeCloseTo(1, DIGITS);
  }
  expect(last?.exponents.C_train).toMatchObject({ value: -1 });
});

test('data-cost: where data are too dear for any level of quality there is no such regime', () => {
  const { regimes } = laws('data-cost', { set: { ...REST, c_d: 1e9 } }).result;
  expect(regimes.map(({ name }) => name)).not.toContain('data-cost');
});

test('baseline in delta: nothing is undecided, for training never outweighs the gain where inference takes all of revenue', () => {
  const { cases, regimes } = laws('baseline', { in: 'delta', set: { gamma: 0 } }).result;
  expect(cases.flatMap(({ undecided }) => undecided).join()).not.toMatch(
    /leading coefficients|critical point/,
  );
  expect(regimes.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['inference-dominated', 'training-dominated']),
  );
});

test('repeated-data in U: ample data have the regime in which training dominates, as for any other gamma', () => {
  const set = { ...REST, E: 1e18, Rstar: 15.39 };
  const last = laws('repeated-data', { in: 'U', set }).result.regimes.at(-1);
  expect(last?.name).toBe('training-dominated');
  const [row] = optimize({ ...set, U: 1e19 }, { variant: 'repeated-data' }).rows;
  expect(row && 'regime' in row ? row.regime : '').toBe('training-dominated');
});
