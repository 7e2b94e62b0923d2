/** Questions put to the referee draw by draw: what counts, what fails, and what is said, one firm at a time and of a pool. */
import { describe, expect, test } from 'vitest';
import { bestSales } from '../../derivations/02-best-sales.ts';
import { asserted, type Pointwise, pointwise, resultHolds, witnessOf } from '../../src/claims/checks.ts';
import type { CheckRun, Hypothesis } from '../../src/claims/claim.ts';
import { farPool, poolOf, soldIn } from '../../src/claims/pool.ts';
import { modelOf } from '../../src/economics/variants/registry.ts';
import { FIRM } from '../support/firm.ts';

const baseline = modelOf('baseline');
const RUN: CheckRun = { seed: 11, runs: 48 };
const sold = soldIn(poolOf(baseline, RUN.seed, RUN.runs));
const gammas = sold.map(({ values }) => values.gamma ?? 0);
const negative: Hypothesis = {
  name: 'falls',
  statement: 'gamma < 0',
  stated: false,
  admits: ({ gamma = 0 }) => gamma < 0,
};
const steep: Hypothesis = {
  name: 'steep',
  statement: 'alpha > 0',
  stated: true,
  admits: ({ alpha = 0 }) => alpha > 0,
};
const bare: Hypothesis = { name: 'bare', statement: 'without a test', stated: true };

const ask = (rest: Partial<Pointwise> = {}): Pointwise => ({
  role: 'holds',
  name: 'a name',
  question: 'is gamma at most zero?',
  model: baseline,
  off: ({ gamma = 0 }) => gamma,
  tolerance: 0,
  say: ({ gamma = 0 }, off, one) => `gamma ${gamma}, off ${off}, E ${one.values.E}`,
  asserts: 'gamma is not positive',
  ...rest,
});

describe('put to a pool', () => {
  test('the firms are of both kinds', () => {
    expect(gammas.filter((gamma) => gamma > 0).length).toBeGreaterThan(2);
    expect(gammas.filter((gamma) => gamma < 0).length).toBeGreaterThan(2);
  });

  test('every firm that sells counts, the first that fails is told, two of them are kept', () => {
    const failing = sold.filter(({ values }) => (values.gamma ?? 0) > 0);
    const [first] = failing;
    const found = pointwise(ask()).run(RUN);
    expect(found).toEqual({
      kind: 'sampled',
      name: 'a name',
      question: 'is gamma at most zero?',
      passed: false,
      draws: sold.length,
      failures: failing.length,
      worst: Math.max(...gammas),
      witness: {
        variant: 'baseline',
        params: first?.values,
        found: `gamma ${first?.values.gamma}, off ${first?.values.gamma}, E ${first?.values.E}`,
      },
      notes: [],
      starts: failing.slice(0, 2).map(({ values }) => values),
    });
  });

  test('what passes vouches for its sentence; what is exactly at the tolerance passes', () => {
    const found = pointwise(ask({ off: () => 0.5, tolerance: 0.5 })).run(RUN);
    expect(found).toMatchObject({ passed: true, failures: 0, worst: 0.5, witness: null, starts: [] });
    expect(found.notes).toEqual(['gamma is not positive']);
    const { asserts: _, ...silent } = ask({ off: () => 0 });
    expect(pointwise(silent).run(RUN).notes).toEqual([]);
  });

  test('what is no number fails, without end', () => {
    const found = pointwise(ask({ off: () => Number.NaN })).run(RUN);
    expect(found).toMatchObject({ passed: false, failures: sold.length, worst: Number.POSITIVE_INFINITY });
  });

  test('firms to which the question does not apply do not count; of none nothing passes', () => {
    const some = pointwise(ask({ where: ({ gamma = 0 }) => gamma < 0 })).run(RUN);
    expect(some).toMatchObject({ passed: true, draws: gammas.filter((gamma) => gamma < 0).length });
    const none = pointwise(ask({ where: () => false })).run(RUN);
    expect(none).toMatchObject({ passed: false, draws: 0, failures: 0, worst: 0, notes: [] });
  });

  test('hypotheses confine it; the one that is dropped must fail', () => {
    const under = pointwise(ask()).run({ ...RUN, hypotheses: [steep, negative, bare] });
    expect(under).toMatchObject({ passed: true, draws: gammas.filter((gamma) => gamma < 0).length });
    const without = pointwise(ask()).run({ ...RUN, hypotheses: [steep, negative, bare], without: negative });
    expect(without).toMatchObject({ passed: false, draws: gammas.filter((gamma) => gamma >= 0).length });
    const never = pointwise(ask()).run({ ...RUN, hypotheses: [steep, negative], without: steep });
    expect(never.draws).toBe(0);
  });

  test('a hypothesis broken beyond the box, or in it, has its firms from there', () => {
    const wide: Hypothesis = { ...negative, beyond: 'wide' };
    const drawn: Hypothesis = { ...negative, beyond: 'as-drawn' };
    const of = (without: Hypothesis, pool?: Pointwise['pool']) =>
      pointwise(ask(pool ? { pool } : {})).run({ ...RUN, hypotheses: [without], without }).witness?.params;
    const [plain, beyond] = [of(negative), of(wide)];
    expect(plain).toEqual(sold.find(({ values }) => (values.gamma ?? 0) > 0)?.values);
    expect(beyond).toBeDefined();
    expect(beyond).not.toEqual(plain);
    expect(of(drawn, farPool)).toEqual(plain);
    expect(of(negative, farPool)).not.toEqual(plain);
  });
});

describe('put to one firm', () => {
  const values = { ...FIRM, gamma: -0.4 };
  const put = (question: Pointwise, at = values, hypotheses: readonly Hypothesis[] = []) =>
    pointwise(question).put?.(at, hypotheses);

  test('answers, or says why there is no answer', () => {
    expect(put(ask())).toEqual({ answer: true, found: 'gamma -0.4, off -0.4, E 1000000000000000000' });
    expect(put(ask({ tolerance: -0.4 }))?.answer).toBe(true);
    expect(put(ask({ tolerance: -0.41 }))?.answer).toBe(false);
    expect(put(ask(), { ...values, E: 1 })).toEqual({
      answer: null,
      found: 'the firm does not sell at these values',
    });
    expect(put(ask(), { ...values, gamma: 0.3 }, [bare, steep, negative])).toEqual({
      answer: null,
      found: 'not so here: gamma < 0',
    });
    expect(put(ask(), values, [bare, steep, negative])?.answer).toBe(true);
    expect(put(ask({ where: () => false }))).toEqual({
      answer: null,
      found: 'the question does not apply here',
    });
    expect(put(ask({ where: () => true }))?.answer).toBe(true);
  });

  test('a question about E without end is one about the limit', () => {
    const turning = (by: number) =>
      ask({ pool: farPool, off: ({ E = 0 }) => (E > 1e30 ? by : 0), say: () => 'said' });
    expect(put(turning(0.002))).toEqual({
      answer: null,
      found: 'the question is about E without end; farther out the answer is another one',
    });
    expect(put(turning(0.0005))).toEqual({ answer: true, found: 'said' });
    expect(put({ ...turning(0.002), pool: poolOf as never })).toEqual({ answer: true, found: 'said' });
  });
});

test('what a check is, besides its answer', () => {
  const plain = pointwise(ask());
  expect(plain).toMatchObject({
    role: 'holds',
    name: 'a name',
    question: 'is gamma at most zero?',
    drawn: true,
    variant: 'baseline',
  });
  expect('drops' in plain).toBe(false);
  expect(pointwise(ask({ drops: 'falls' })).drops).toBe('falls');
  expect(witnessOf(baseline, { E: 1 }, 'so')).toEqual({ variant: 'baseline', params: { E: 1 }, found: 'so' });
  expect([asserted('so', true), asserted('so', false), asserted(undefined, true)]).toEqual([['so'], [], []]);
});

test('a derived result is held against the referee', () => {
  const about = {
    role: 'holds',
    name: 'sales',
    question: '?',
    model: baseline,
    derivation: () => bestSales(),
    result: 'sales',
  } as const;
  const found = resultHolds({ ...about, tolerance: 1e-6 }).run(RUN);
  expect(found).toMatchObject({ passed: true, draws: sold.length, failures: 0 });
  expect(found.worst).toBeGreaterThan(0);
  const strict = resultHolds({ ...about, tolerance: -1 }).run(RUN);
  expect(strict.failures).toBe(sold.length);
  expect(strict.witness?.found).toMatch(/^sales: left \d\S*, right \d\S*, off by \d\.\d\de[-+]\d+$/);
});
