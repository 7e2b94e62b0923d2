/** Claims put to their checks, made by hand: the whole row of the ledger, with its words, for every verdict. */
import { describe, expect, test } from 'vitest';
import { bestSales } from '../../derivations/02-best-sales.ts';
import { computed } from '../../src/claims/checks.ts';
import type { Check, CheckOutcome, CheckRole, Claim, Hypothesis, Witness } from '../../src/claims/claim.ts';
import { alongFamily } from '../../src/claims/family.ts';
import { droppedAll, verdictOf, weighed } from '../../src/claims/verdict.ts';
import { replayOf, usesOf, verify, verifyClaim } from '../../src/claims/verify.ts';
import { modelOf } from '../../src/economics/variants/registry.ts';
import { FIRM } from '../support/firm.ts';
import { expectGolden } from '../support/goldens.ts';
import { roundedText } from '../support/rounded.ts';

const RUN = { seed: 3, runs: 8 };
const witness = (found: string): Witness => ({
  variant: 'baseline',
  params: { E: 1.5e18, gamma: -0.25, delta: 1e-21 },
  found,
});

/** A check of which the outcome is given. */
const given = (
  role: CheckRole,
  kind: 'passed' | 'failed' | 'open',
  rest: Partial<Check> = {},
  outcome: Partial<CheckOutcome> = {},
): Check => ({
  role,
  name: `${role}, ${kind}`,
  question: `asked of ${role}`,
  ...rest,
  run: () => ({
    kind: 'sampled',
    name: `${role}, ${kind}`,
    question: `asked of ${role}`,
    draws: 24,
    failures: kind === 'failed' ? 2 : 0,
    worst: kind === 'failed' ? 0.5 : 1e-12,
    passed: kind === 'passed',
    witness: kind === 'failed' ? witness(`off at ${role}`) : null,
    notes: kind === 'passed' ? [`so says ${role}`] : [],
    ...outcome,
  }),
});

const stated: Hypothesis = { name: 'given', statement: 'as the source has it', stated: true };
const added: Hypothesis = {
  name: 'ours',
  statement: 'gamma < 0',
  stated: false,
  admits: ({ gamma = 0 }) => gamma < 0,
};

const claim = (checks: readonly Check[], rest: Partial<Claim> = {}): Claim => ({
  id: 'best-sales',
  reading: 'by hand',
  statement: 'a claim by hand',
  source: 'this test',
  variant: 'baseline',
  hypotheses: [stated, added],
  uses: [],
  law: null,
  checks,
  ...rest,
});

const CLAIMS: Readonly<Record<string, Claim>> = {
  true: claim([given('holds', 'passed'), given('tight', 'passed'), given('instead', 'passed')]),
  'true, by a derivation': claim([given('holds', 'passed')], {
    uses: ['laws/baseline', bestSales],
    law: 'sales',
    constants: { c: 2 },
  }),
  'true, with a law of its own': claim([given('holds', 'passed')], {
    law: () => ({ text: 'n ~ E', tex: 'n \\sim E' }),
    uses: [bestSales],
  }),
  'without its law': claim([given('holds', 'passed')], { law: () => null }),
  'of a result that is none': claim([given('holds', 'passed')], {
    uses: [bestSales],
    law: 'nothing of the kind',
  }),
  false: claim([given('holds', 'failed'), given('tight', 'failed')]),
  'false at a firm that can be made simpler': claim([
    given('holds', 'failed'),
    given(
      'holds',
      'failed',
      {
        put: ({ gamma = 0 }, own) => ({
          answer: gamma >= 0,
          found: `gamma = ${gamma}, ${own.length} supposed`,
        }),
      },
      {
        starts: [
          { gamma: -0.37, E: 1.234e18 },
          { gamma: 1, E: 1 },
        ],
      },
    ),
  ]),
  'false at a firm that cannot': claim([
    given('holds', 'failed', { put: () => ({ answer: true, found: 'true' }) }),
  ]),
  'with another law': claim([given('law', 'failed')]),
  'of another figure': claim([given('figure', 'failed', {}, { kind: 'computed' })]),
  slack: claim([given('holds', 'passed'), given('tight', 'failed')]),
  'on a domain': claim([
    given('holds', 'passed'),
    given('elsewhere', 'failed', {
      drops: 'ours',
      put: (_, own) => ({ answer: false, found: own.map(({ name }) => name).join() }),
    }),
  ]),
  'where a hypothesis of the source fails': claim([
    given('holds', 'passed'),
    given('elsewhere', 'failed', { drops: 'given' }),
  ]),
  open: claim([given('holds', 'open')]),
  'of nothing': claim([given('instead', 'passed')]),
};

test.each(Object.entries(CLAIMS))('a claim that is %s', (name, own) => {
  expectGolden(`claims/verify/${name.replaceAll(/,? /g, '-')}.json`, roundedText(verifyClaim(own, RUN)));
});

describe('what is asked', () => {
  test('is asked under the hypotheses, without the one that a check drops', () => {
    const seen: (readonly string[])[] = [];
    const asking = (role: CheckRole, drops?: string): Check => {
      const check = given(role, 'passed', drops === undefined ? {} : { drops });
      return {
        ...check,
        run: (run) => {
          seen.push([...(run.hypotheses ?? []).map(({ name }) => name), String(run.seed), String(run.runs)]);
          return check.run(run);
        },
      };
    };
    verifyClaim(claim([asking('holds'), asking('elsewhere', 'ours')]), RUN);
    expect(seen).toEqual([
      ['given', 'ours', '3', '8'],
      ['given', '3', '8'],
    ]);
  });

  test('of several claims in order, with the share done', () => {
    const told: number[] = [];
    const rows = verify([claim([given('holds', 'passed')]), claim([given('holds', 'failed')])], {
      ...RUN,
      progress: (done) => told.push(done),
    });
    expect(rows.map(({ verdict }) => verdict)).toEqual(['holds', 'refuted']);
    expect(told).toEqual([0.5, 1]);
  });

  test('is replayed by a command line with every digit', () => {
    const at = (params: Readonly<Record<string, number>>) =>
      replayOf({ id: 'best-sales' }, { ...witness('x'), params });
    expect(at({ x: 0, y: 1e-4, z: 9.9e-5 })).toBe(
      'optimand verify best-sales --variant baseline --set x=0,y=0.0001,z=9.9e-5',
    );
    expect(at({ x: 999999, y: 1e6, z: -1234567 })).toBe(
      'optimand verify best-sales --variant baseline --set x=999999,y=1e6,z=-1.234567e6',
    );
    expect(replayOf({ id: 'best-sales' }, witness('x'), '--model own.json')).toBe(
      'optimand verify best-sales --model own.json --set E=1.5e18,gamma=-0.25,delta=1e-21',
    );
    expect(usesOf(claim([], { uses: ['laws/baseline', bestSales] }))).toEqual([
      'laws/baseline',
      'derivation/best-sales',
    ]);
  });
});

describe('a dropped hypothesis', () => {
  const baseline = modelOf('baseline');
  const drawn = (draws: number, failures: number, role: CheckRole = 'holds'): Check => ({
    ...given(role, 'passed', { drawn: true, variant: baseline.id }),
    run: (run) => ({
      ...given(role, 'passed').run(run),
      draws: run.without ? draws : 24,
      failures: run.without ? failures : 0,
      passed: !run.without,
    }),
  });
  const rowsOf = (...checks: readonly Check[]) => {
    const own = claim(checks);
    const answers = own.checks.map((check) => ({
      check,
      outcome: check.run({ ...RUN, hypotheses: own.hypotheses }),
    }));
    const { rows, extra } = droppedAll(own, own.checks, answers, RUN);
    return {
      row: rows[1],
      first: rows[0],
      names: extra.map(({ check, outcome }) => [check.role, check.drops, outcome.name]),
    };
  };

  test('is needed where one firm fails, not needed where twenty do not, and else open', () => {
    expect(rowsOf(drawn(20, 0)).row).toEqual({
      name: 'ours',
      statement: 'gamma < 0',
      stated: false,
      needed: false,
      dropped: { draws: 20, failures: 0 },
    });
    expect(rowsOf(drawn(19, 0)).row).toMatchObject({ needed: null, dropped: { draws: 19, failures: 0 } });
    expect(rowsOf(drawn(1, 1)).row).toMatchObject({ needed: true, dropped: { draws: 1, failures: 1 } });
    expect(rowsOf(drawn(0, 0)).row).toMatchObject({ needed: null, dropped: null });
  });

  test('is asked of what holds and of laws alone, and of the most draws', () => {
    expect(rowsOf(drawn(5, 0), drawn(30, 0)).row).toMatchObject({
      needed: false,
      dropped: { draws: 30, failures: 0 },
    });
    expect(rowsOf(drawn(5, 2), drawn(30, 1)).row).toMatchObject({
      needed: true,
      dropped: { draws: 30, failures: 2 },
    });
    expect(rowsOf(drawn(30, 0, 'law')).row).toMatchObject({ needed: false });
    expect(rowsOf(given('holds', 'passed'), drawn(30, 0, 'tight')).row).toMatchObject({
      needed: null,
      dropped: null,
    });
    expect(
      rowsOf(given('holds', 'passed'), given('elsewhere', 'failed', { drops: 'ours' })).row,
    ).toMatchObject({ needed: true, dropped: { draws: 24, failures: 2 } });
    expect(
      rowsOf(given('holds', 'passed'), given('elsewhere', 'failed', { drops: 'given' })).row,
    ).toMatchObject({ needed: null });
    expect(rowsOf(drawn(20, 0)).names).toEqual([['elsewhere', 'ours', 'holds, passed, without ours']]);
    expect(rowsOf(drawn(20, 0)).first).toMatchObject({
      name: 'given',
      stated: true,
      needed: null,
      dropped: null,
    });
  });

  test('keeps what each check is, besides its role', () => {
    const own = claim([
      { ...drawn(20, 0), name: 'one', variant: 'baseline' },
      { ...drawn(20, 1), name: 'two', variant: 'data-bound' },
    ]);
    const { extra } = droppedAll(own, own.checks, [], RUN);
    expect(extra.map(({ check }) => [check.role, check.drops, check.variant])).toEqual([
      ['elsewhere', 'ours', 'baseline'],
      ['elsewhere', 'ours', 'data-bound'],
    ]);
  });

  test('says nothing where the claim fails with it', () => {
    expect(rowsOf(given('holds', 'failed'), drawn(30, 3)).row).toEqual({
      name: 'ours',
      statement: 'gamma < 0',
      stated: false,
      needed: null,
      dropped: null,
    });
    expect(rowsOf(given('law', 'failed'), drawn(30, 0)).row).toMatchObject({ needed: false });
  });

  test('counts for the verdict where it was added here', () => {
    const own = claim([]);
    const answers = (['given', 'ours', undefined] as const).map((drops) => {
      const check = given('elsewhere', 'failed', drops === undefined ? {} : { drops });
      return { check, outcome: check.run(RUN) };
    });
    expect(weighed(own, answers).map(({ check }) => check.drops)).toEqual(['ours', undefined]);
    const holds = given('holds', 'passed', { drops: 'given' });
    expect(weighed(own, [{ check: holds, outcome: holds.run(RUN) }])).toHaveLength(1);
    expect(verdictOf(weighed(own, answers.slice(0, 1)))).toBe('undecided');
  });
});

test('an answer computed once', () => {
  const ask = (off: number, tolerance: number) =>
    computed('figure', 'a figure', 'is it so?', () => ({ off, tolerance })).run(RUN);
  expect(ask(0.1, 0.1)).toEqual({
    kind: 'computed',
    name: 'a figure',
    question: 'is it so?',
    passed: true,
    draws: 1,
    failures: 0,
    worst: 0.1,
    witness: null,
    notes: [],
  });
  expect(ask(0.2, 0.1)).toMatchObject({ passed: false, failures: 1, worst: 0.2 });
  expect(ask(Number.NaN, 0.1).passed).toBe(false);
  const told = computed('figure', 'a figure', 'is it so?', () => ({
    off: 0,
    tolerance: 0,
    draws: 7,
    notes: ['so'],
  })).run(RUN);
  expect(told).toMatchObject({ draws: 7, notes: ['so'], passed: true });
});

describe('along a family of firms', () => {
  const model = modelOf('baseline');
  const start = { ...FIRM, gamma: -0.4 };
  const family = (power: number, asks: 'stays-bounded' | 'stays-away-from-zero', rest = {}) =>
    alongFamily({
      role: 'tight',
      name: 'followed',
      question: 'does it stay?',
      model,
      start,
      at: (values, x) => ({ ...values, E: (values.E ?? 0) * x }),
      steps: [1, 10, 100, 1000],
      ratio: ({ E = 0 }) => (E / 1e18) ** power,
      asks,
      asserts: 'it stays',
      ...rest,
    });

  test.each([
    ['stays-bounded', 0, true, 0],
    ['stays-bounded', 0.5, false, 1],
    ['stays-bounded', -0.5, true, 0],
    ['stays-away-from-zero', 0, true, 0],
    ['stays-away-from-zero', 0.5, true, 0],
    ['stays-away-from-zero', -0.5, false, 1],
  ] as const)('what %s, as x^%d', (asks, power, passed, failures) => {
    const found = family(power, asks).run(RUN);
    expect(found).toMatchObject({
      kind: 'followed',
      name: 'followed',
      question: 'does it stay?',
      passed,
      failures,
      draws: 4,
    });
    expect(found.worst).toBeCloseTo(Math.abs(power), 9);
    expect(found.notes).toEqual(passed ? ['it stays'] : []);
    expect(found.witness).toEqual(
      failures === 0
        ? null
        : {
            variant: 'baseline',
            params: start,
            found: `ratio ${(1000 ** power).toPrecision(4)} at x = 1000, 1.000 at x = 1; local exponent ${power.toFixed(4)} in x`,
          },
    );
  });

  test('growth that dies away is neither level nor an escape', () => {
    const slow = family(0, 'stays-bounded', {
      ratio: ({ E = 0 }: Readonly<Record<string, number>>) => 2 - 1 / (E / 1e18) ** 0.5,
    });
    expect(slow.run(RUN)).toMatchObject({ passed: false, failures: 0, witness: null, notes: [] });
  });

  test('what is nearly level is level, and growth must keep half of its slope to escape', () => {
    // Slopes by the three steps of ten: the exponent of the ratio in x.
    const along = (first: number, second: number, third: number) =>
      family(0, 'stays-bounded', {
        ratio: ({ E = 0 }: Readonly<Record<string, number>>) => {
          const step = Math.round(Math.log10(E / 1e18));
          return 10 ** ([0, first, first + second, first + second + third][step] ?? Number.NaN);
        },
      }).run(RUN);
    expect(along(0.3, 0.3, 0.0009)).toMatchObject({ passed: true, failures: 0 });
    expect(along(0.3, 0.3, 0.0011)).toMatchObject({ passed: false, failures: 0 });
    expect(along(0.3, 0.3, 0.14)).toMatchObject({ passed: false, failures: 0 });
    expect(along(0.3, 0.3, 0.16)).toMatchObject({ passed: false, failures: 1 });
    expect(along(0.3, 0.003, 0.0016)).toMatchObject({ passed: false, failures: 1 });
    expect(along(0.3, 0.4, -0.2)).toMatchObject({ passed: true, failures: 0 });
    expect(along(0.3, 0.4, -0.2).worst).toBeCloseTo(0.2, 9);
    const two = family(0.5, 'stays-bounded', { steps: [1, 10] }).run(RUN);
    expect(two).toMatchObject({ draws: 2, failures: 1, passed: false });
  });

  test('put to one firm, under hypotheses', () => {
    const check = family(0.5, 'stays-bounded', { drops: 'ours' });
    expect([check.role, check.variant, check.drops]).toEqual(['tight', 'baseline', 'ours']);
    expect(check.put?.(start, [])?.answer).toBe(false);
    expect(family(0, 'stays-bounded').put?.(start, [added])?.answer).toBe(true);
    expect(family(0, 'stays-bounded').put?.({ ...start, gamma: 0.5 }, [added])).toEqual({
      answer: null,
      found: 'not so here: gamma < 0',
    });
    expect(family(0, 'stays-bounded').put?.(start, [stated, added])?.answer).toBe(true);
    expect(check.put?.({ ...start, E: 1 }, [stated, added])).toEqual({
      answer: null,
      found: 'no optimum on the family',
    });
    expect(check.put?.({ ...start, E: 1 }, [])).toEqual({ answer: null, found: 'no optimum on the family' });
    expect('drops' in family(0, 'stays-bounded')).toBe(false);
  });

  test('is not asked of a firm that it is not about', () => {
    const about = (values: Readonly<Record<string, number>>) => values.gamma === -0.4;
    const check = family(0.5, 'stays-bounded', { about });
    expect(check.put?.(start, [])?.answer).toBe(false);
    expect(check.put?.({ ...start, gamma: -0.5 }, [])).toEqual({
      answer: null,
      found: 'the question does not apply here',
    });
  });

  test('of which a part does not sell decides nothing', () => {
    const part = family(0.5, 'stays-bounded', {
      at: (values: Readonly<Record<string, number>>, x: number) => ({
        ...values,
        E: x < 100 ? 1 : (values.E ?? 0) * x,
      }),
    });
    expect(part.run(RUN)).toMatchObject({ draws: 2, failures: 0, passed: false, witness: null });
    expect(family(0, 'stays-bounded', { steps: [1] }).run(RUN)).toMatchObject({
      draws: 1,
      failures: 0,
      passed: false,
    });
  });
});

test.each([
  ['=', '='],
  ['!=', '\\neq'],
  ['<', '<'],
  ['<=', '\\leq'],
  ['>', '>'],
  ['>=', '\\geq'],
  ['~', '\\sim'],
] as const)('a law with %s', (sign, tex) => {
  const own = bestSales();
  const { sales } = own.results;
  if (!sales) throw new Error('there is a result');
  const results = { ...own.results, sales: { ...sales, relation: { ...sales.relation, sign } } };
  const written = Object.assign(() => ({ ...own, results }), { variant: bestSales.variant, uses: [] });
  const { law } = verifyClaim(claim([given('holds', 'passed')], { uses: [written], law: 'sales' }), RUN);
  expect(law?.text).toBe(`t ${sign} (omega*f - 2*n/E)/(2*delta)`);
  expect(law?.tex.startsWith(`t ${tex} `)).toBe(true);
});
