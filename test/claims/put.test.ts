/** Claims put to one firm, made by hand: which checks are asked, under which hypotheses, and what is told. */
import { describe, expect, test } from 'vitest';
import type { Check, Claim, Hypothesis, Judged } from '../../src/claims/claim.ts';
import { putClaims, putOneByOne } from '../../src/claims/put.ts';
import { modelOf } from '../../src/economics/variants/registry.ts';
import { FIRM } from '../support/firm.ts';
import { orSentence } from '../support/terms.ts';

const baseline = modelOf('baseline');
const hypotheses: readonly Hypothesis[] = [
  { name: 'given', statement: 'as the source has it', stated: true },
  { name: 'also', statement: 'as the source has it too', stated: true },
  { name: 'ours', statement: 'added here', stated: false },
];

/** A check that tells the firm's E and the hypotheses that it was put under. */
const check = (name: string, rest: Partial<Check> = {}): Check => ({
  role: 'holds',
  name,
  question: `asked of ${name}`,
  variant: 'baseline',
  put: ({ E }, own) => ({ answer: name !== 'false', found: `${E}: ${own.map((one) => one.name).join()}` }),
  run: () => {
    throw new Error('nothing is drawn');
  },
  ...rest,
});

const claim = (checks: readonly Check[], rest: Partial<Claim> = {}): Claim => ({
  id: 'best-sales',
  reading: 'by hand',
  statement: 'a claim by hand',
  source: 'this test',
  variant: 'baseline',
  hypotheses,
  uses: [],
  law: null,
  checks,
  ...rest,
});

const found = '1000000000000000000: given,also';
const row = (name: string, rest: object = {}) => ({
  id: 'best-sales',
  reading: 'by hand',
  check: name,
  role: 'holds',
  question: `asked of ${name}`,
  answer: true,
  found,
  ...rest,
});

describe('a claim put to a firm of its own model', () => {
  test('question by question, under the hypotheses of the source', () => {
    const own = claim([check('true'), check('false', { role: 'tight' })]);
    expect(putClaims([own, own], baseline, FIRM)).toEqual([
      row('true'),
      row('false', { role: 'tight', answer: false }),
      row('true'),
      row('false', { role: 'tight', answer: false }),
    ]);
  });

  test('without the hypothesis that a check drops', () => {
    const own = claim([check('one', { drops: 'given' }), check('two', { drops: 'ours' })]);
    expect(putClaims([own], baseline, FIRM).map((one) => one.found)).toEqual([
      '1000000000000000000: also',
      found,
    ]);
  });

  test('leaves out what cannot be put to a firm, and questions about other models', () => {
    const { put: _, ...drawn } = check('drawn');
    const { variant: __, ...free } = check('free');
    const other = check('other', { variant: 'data-bound' });
    expect(putClaims([claim([drawn, other, free, check('own')])], baseline, FIRM)).toEqual([row('own')]);
  });
});

describe('a claim put to a firm of another model', () => {
  const bound = modelOf('data-bound');
  const values = { ...FIRM, D: 1e13 };
  const other = check('other', { variant: 'data-bound' });
  const under = (judged: Judged) => claim([check('own')], { under: () => judged });

  test('is put as it is judged there', () => {
    const own = under({ kind: 'checks', checks: [other, check('own')] });
    expect(putClaims([own], bound, values)).toEqual([row('other')]);
    // At home its own checks are asked.
    expect(putClaims([own], baseline, FIRM)).toEqual([row('own')]);
  });

  test('has nothing to say where it makes no sense, or is about its own model alone', () => {
    expect(
      putClaims([under({ kind: 'not-applicable', reason: 'there is no price' })], bound, values),
    ).toEqual([]);
    expect(putClaims([claim([check('own')])], bound, values)).toEqual([]);
  });

  test("takes what the model sets by itself, and the firm's own values before it", () => {
    const set = { ...bound, own: { ...bound.own, set: { D: 1e13, E: 2e18 } } };
    const own = claim([other]);
    const { E: _, ...rest } = FIRM;
    expect(putClaims([own], set, rest).map((one) => one.found)).toEqual(['2000000000000000000: given,also']);
    expect(putClaims([own], set, FIRM).map((one) => one.found)).toEqual([found]);
  });
});

test('one by one, when they are asked for; a firm without a parameter is refused', () => {
  const asked: string[] = [];
  const noting = (name: string): Check =>
    check(name, {
      put: () => {
        asked.push(name);
        return { answer: null, found: 'noted' };
      },
    });
  const rows = putOneByOne([claim([noting('first'), noting('second')])], baseline, FIRM);
  expect(asked).toEqual([]);
  expect(rows.next().value).toEqual(row('first', { answer: null, found: 'noted' }));
  expect(asked).toEqual(['first']);
  const { E: _, ...rest } = FIRM;
  expect(orSentence(() => putClaims([claim([check('one')])], baseline, rest))).toMatch(/\bE\b/);
});
