/** A claim put to another model, made by hand: the whole cell with its words. */
import { expect, test } from 'vitest';
import type { Check, CheckOutcome, CheckRole, Claim, Judged } from '../../src/claims/claim.ts';
import { switchboard, switchCell, switchColumn } from '../../src/claims/switchboard.ts';
import { modelOf } from '../../src/economics/variants/registry.ts';
import { fail, refuse } from '../../src/kernel/issues.ts';

const RUN = { seed: 3, runs: 8 };
const model = modelOf('data-bound');

const given = (role: CheckRole, failures: number, rest: Partial<CheckOutcome> = {}): Check => ({
  role,
  name: role,
  question: '?',
  run: () => ({
    kind: 'sampled',
    name: role,
    question: '?',
    draws: 10,
    failures,
    worst: 0,
    passed: failures === 0,
    witness: failures > 0 ? { variant: 'data-bound', params: { E: 2 }, found: 'so' } : null,
    notes: [],
    ...rest,
  }),
});

const claim = (under?: Claim['under']): Claim => ({
  id: 'best-sales',
  reading: 'by hand',
  statement: 'a claim by hand',
  source: 'this test',
  variant: 'baseline',
  hypotheses: [],
  uses: [],
  law: null,
  checks: [],
  ...(under ? { under } : {}),
});
const asking = (checks: readonly Check[], rest: object = {}): Claim =>
  claim((): Judged => ({ kind: 'checks', checks, ...rest }));

const PLACE = { id: 'best-sales', reading: 'by hand', variant: 'data-bound' };
const NOTHING = { law: null, draws: 0, trueAt: null, witness: null, replay: null };

test('a claim about its own variant alone, or that makes no sense here', () => {
  expect(switchCell(claim(), model, RUN)).toEqual({
    ...PLACE,
    ...NOTHING,
    verdict: 'not-applicable',
    found: 'the claim is about baseline alone',
  });
  const senseless = claim(() => ({ kind: 'not-applicable', reason: 'there is no price' }));
  expect(switchCell(senseless, model, RUN)).toEqual({
    ...PLACE,
    ...NOTHING,
    verdict: 'not-applicable',
    found: 'there is no price',
  });
});

test('a claim that holds, with its law, and how many firms bear it out', () => {
  const own = asking([given('holds', 0), given('elsewhere', 0, { draws: 7 })], { law: () => 'n ~ E' });
  expect(switchCell(own, model, RUN)).toEqual({
    ...PLACE,
    verdict: 'holds',
    law: 'n ~ E',
    found: '0 of 10 firms against it',
    draws: 10,
    trueAt: 7,
    witness: null,
    replay: null,
  });
});

test('a claim that fails is told by the check that decides, with its witness', () => {
  const own = asking([given('tight', 1), given('holds', 3, { draws: 12 }), given('instead', 4)]);
  expect(switchCell(own, model, RUN)).toEqual({
    ...PLACE,
    verdict: 'refuted',
    law: null,
    found: '3 of 12 firms against it',
    draws: 12,
    trueAt: 6,
    witness: { variant: 'data-bound', params: { E: 2 }, found: 'so' },
    replay: 'optimand verify best-sales --variant data-bound --set E=2',
  });
  const second = asking([given('holds', 0, { draws: 9 }), given('holds', 3, { draws: 12 })]);
  expect(switchCell(second, model, RUN)).toMatchObject({
    found: '3 of 12 firms against it',
    witness: { found: 'so' },
  });
  const silent = asking([given('holds', 1, { witness: null })]);
  expect(switchCell(silent, model, RUN)).toMatchObject({
    verdict: 'refuted',
    witness: null,
    replay: null,
    trueAt: null,
  });
});

test('notes take the place of the count, and nothing asked says nothing', () => {
  const noted = asking([
    given('holds', 0, { notes: ['first', 'second'] }),
    given('tight', 0, { notes: ['third'] }),
  ]);
  expect(switchCell(noted, model, RUN).found).toBe('first; second; third');
  expect(switchCell(asking([]), model, RUN)).toEqual({
    ...PLACE,
    ...NOTHING,
    verdict: 'undecided',
    found: '',
  });
});

test('a column: what cannot be asked of a model stays open, with the reason', () => {
  const told: number[] = [];
  const lost = claim(() => fail({ code: 'missing', name: 'T', at: 'here' } as never));
  const refused = claim(() => refuse('it is too large', 'here', 'make it smaller'));
  const column = switchColumn([asking([given('holds', 0)]), lost, refused], model, {
    ...RUN,
    progress: (done) => told.push(done),
  });
  expect(column.map(({ verdict, found }) => [verdict, found])).toEqual([
    ['holds', '0 of 10 firms against it'],
    ['undecided', 'the firms to which this is put have no value of T'],
    ['undecided', 'it is too large in here; make it smaller'],
  ]);
  expect(column[1]).toEqual({ ...PLACE, ...NOTHING, verdict: 'undecided', found: column[1]?.found });
  expect(told).toEqual([1 / 3, 2 / 3, 1]);
  const broken = claim(() => {
    throw new TypeError('a fault of ours');
  });
  expect(() => switchColumn([broken], model, RUN)).toThrow('a fault of ours');
});

test('the matrix goes variant by variant, with the share done', () => {
  const told: number[] = [];
  const cells = switchboard(
    [asking([given('holds', 0)]), claim()],
    { ...RUN, progress: (done) => told.push(done) },
    ['baseline', 'data-bound'],
  );
  expect(cells.map(({ variant, verdict }) => `${variant} ${verdict}`)).toEqual([
    'baseline holds',
    'baseline not-applicable',
    'data-bound holds',
    'data-bound not-applicable',
  ]);
  expect(told).toEqual([0.25, 0.5, 0.75, 1]);
});
