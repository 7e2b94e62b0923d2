/** From outcomes to verdicts: each is reachable, and a failed check never gives holds. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growingE, roundFirm } from '../../proofs/families.ts';
import { CLAIMS, claimsOf } from '../../proofs/registry.ts';
import { computed } from '../../src/claims/checks.ts';
import {
  type Check,
  type CheckOutcome,
  type CheckRole,
  type CheckRun,
  CLAIM_IDS,
  type Claim,
  type Hypothesis,
  type Witness,
} from '../../src/claims/claim.ts';
import { alongFamily } from '../../src/claims/family.ts';
import { droppedAll, verdictOf } from '../../src/claims/verdict.ts';
import { verifyClaim } from '../../src/claims/verify.ts';
import { baseline } from '../../src/economics/variants/baseline.ts';

const witness = (found: string): Witness => ({ variant: 'baseline', params: { E: 1 }, found });
const outcome = (kind: 'passed' | 'failed' | 'open' | 'empty', found = kind): CheckOutcome => ({
  kind: 'sampled',
  name: found,
  question: '?',
  worst: 0,
  draws: kind === 'empty' ? 0 : 10,
  passed: kind === 'passed',
  failures: kind === 'failed' ? 1 : 0,
  witness: kind === 'failed' ? witness(found) : null,
  notes: [],
});
const answer = (role: CheckRole, kind: 'passed' | 'failed' | 'open' | 'empty') => ({
  check: { role },
  outcome: outcome(kind),
});

describe('verdictOf', () => {
  it.each([
    ['holds', [answer('holds', 'passed')]],
    ['holds', [answer('holds', 'passed'), answer('tight', 'passed'), answer('elsewhere', 'passed')]],
    ['refuted', [answer('holds', 'failed')]],
    ['refuted', [answer('holds', 'passed'), answer('holds', 'failed'), answer('tight', 'failed')]],
    ['refuted', [answer('holds', 'failed'), answer('holds', 'open')]],
    ['bound-not-tight', [answer('holds', 'passed'), answer('tight', 'failed')]],
    ['bound-not-tight', [answer('holds', 'passed'), answer('tight', 'failed'), answer('tight', 'open')]],
    [
      'bound-not-tight',
      [answer('holds', 'passed'), answer('tight', 'failed'), answer('elsewhere', 'failed')],
    ],
    ['holds-on-domain', [answer('holds', 'passed'), answer('elsewhere', 'failed')]],
    ['other-law', [answer('law', 'failed'), answer('tight', 'failed')]],
    ['other-law', [answer('holds', 'passed'), answer('law', 'failed')]],
    ['not-reproduced', [answer('figure', 'failed')]],
    ['not-reproduced', [answer('figure', 'failed'), answer('law', 'failed'), answer('elsewhere', 'failed')]],
    ['refuted', [answer('holds', 'failed'), answer('figure', 'failed'), answer('law', 'failed')]],
    ['holds', [answer('figure', 'passed')]],
    ['holds', [answer('law', 'passed'), answer('instead', 'failed')]],
    ['undecided', [answer('instead', 'passed')]],
    ['undecided', [answer('figure', 'open'), answer('law', 'failed')]],
    ['undecided', []],
    ['undecided', [answer('tight', 'passed')]],
    ['undecided', [answer('holds', 'empty')]],
    ['undecided', [answer('holds', 'passed'), answer('holds', 'open')]],
    ['undecided', [answer('holds', 'open'), answer('tight', 'failed')]],
    ['undecided', [answer('holds', 'passed'), answer('tight', 'open')]],
    ['undecided', [answer('holds', 'passed'), answer('elsewhere', 'empty')]],
  ] as const)('%s', (verdict, answers) => {
    expect(verdictOf(answers)).toBe(verdict);
  });

  it('never says holds where a check failed or was left open, in whatever order', () => {
    const one = fc.record({
      role: fc.constantFrom('holds', 'law', 'figure', 'tight', 'elsewhere'),
      kind: fc.constantFrom('passed', 'failed', 'open', 'empty'),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 8 }), (list) => {
        const answers = list.map(({ role, kind }) => answer(role, kind));
        const verdict = verdictOf(answers);
        if (verdict === 'holds') expect(list.every(({ kind }) => kind === 'passed')).toBe(true);
        if (list.some(({ role, kind }) => role === 'holds' && kind === 'failed'))
          expect(verdict).toBe('refuted');
        expect(verdictOf([...answers].reverse())).toBe(verdict);
      }),
      { numRuns: 2000, seed: 20260514 },
    );
  });
});

const claimOf = (...checks: readonly Check[]): Claim => ({
  id: 'best-sales',
  reading: 'test',
  statement: '?',
  source: 'test',
  variant: 'baseline',
  hypotheses: [],
  uses: [],
  law: null,
  checks,
});
const check = (role: CheckRole, kind: 'passed' | 'failed'): Check => ({
  role,
  name: role,
  question: '?',
  run: () => ({ ...outcome(kind), witness: kind === 'failed' ? witness(role) : null }),
});

describe('what dropping a hypothesis does', () => {
  const hypothesis = {
    name: 'h',
    statement: 'h holds',
    stated: true,
    admits: () => true,
  } as unknown as Hypothesis;
  const claim = { hypotheses: [hypothesis] } as unknown as Claim;
  const run = {} as CheckRun;
  /** A check that met so many firms which break the hypothesis, and failed for so many of them. */
  const met = (draws: number, failures: number, more: Partial<Check> = {}): Check =>
    ({
      name: 'own',
      role: 'holds',
      drawn: true,
      run: (asked: CheckRun) => {
        expect(asked.without).toBe(hypothesis);
        return { ...outcome(failures > 0 ? 'failed' : 'passed'), name: 'own', draws, failures };
      },
      ...more,
    }) as unknown as Check;
  const rowOf = (checks: readonly Check[], answers: readonly unknown[] = [], about = claim) =>
    droppedAll(about, checks, answers as Parameters<typeof droppedAll>[2], run);

  it.each([
    [20, 0, false],
    [19, 0, null],
    [0, 0, null],
    [1, 1, true],
    [500, 3, true],
  ] as const)('%i firms that break it, %i failures: needed %s', (draws, failures, needed) => {
    const { rows, extra } = rowOf([met(draws, failures)]);
    expect(rows).toMatchObject([{ name: 'h', needed, dropped: draws === 0 ? null : { draws, failures } }]);
    expect(extra.map(({ check, outcome: { name } }) => [check.role, check.drops, name])).toEqual(
      draws === 0 ? [] : [['elsewhere', 'h', 'own, without h']],
    );
  });

  it('says nothing where the claim fails with all its hypotheses', () => {
    const { rows, extra } = rowOf([met(500, 0)], [answer('holds', 'failed')]);
    expect(rows).toMatchObject([{ needed: null, dropped: null }]);
    expect(extra).toEqual([]);
  });

  it('asks the claim itself and no other check, and only where firms are drawn', () => {
    for (const more of [{ role: 'figure' }, { drawn: undefined }] as Partial<Check>[])
      expect(rowOf([met(500, 1, more)]).rows).toMatchObject([{ needed: null, dropped: null }]);
    expect(rowOf([met(500, 1, { role: 'law' })]).rows).toMatchObject([{ needed: true }]);
    const fixed = { hypotheses: [{ ...hypothesis, admits: undefined }] } as unknown as Claim;
    expect(rowOf([met(500, 1)], [], fixed).rows).toMatchObject([{ needed: null }]);
  });

  it('counts what a check written for it found', () => {
    const written = {
      check: { role: 'elsewhere', drops: 'h' },
      outcome: { ...outcome('failed'), draws: 30 },
    };
    expect(rowOf([], [written]).rows).toMatchObject([{ needed: true, dropped: { draws: 30, failures: 1 } }]);
    const other = { ...written, check: { role: 'elsewhere', drops: 'g' } };
    expect(rowOf([], [other]).rows).toMatchObject([{ needed: null, dropped: null }]);
  });
});

describe('a row', () => {
  it('shows the witness of the check that decided', () => {
    const row = verifyClaim(
      claimOf(check('elsewhere', 'failed'), check('tight', 'failed'), check('holds', 'failed')),
      { seed: 1, runs: 1 },
    );
    expect([row.verdict, row.witness?.found]).toEqual(['refuted', 'holds']);
    expect(row.replay).toBe('optimand verify best-sales --variant baseline --set E=1');
  });
  it('shows none where the claim holds', () => {
    expect(verifyClaim(claimOf(check('holds', 'passed')), { seed: 1, runs: 1 }).witness).toBeNull();
  });
  it('claims no draws for what was computed once', () => {
    const row = verifyClaim(claimOf(computed('holds', 'one', '?', () => ({ off: 0, tolerance: 0 }))), {
      seed: 1,
      runs: 1,
    });
    expect([row.verdict, row.evidence.sampled]).toEqual(['holds', null]);
  });
  it('takes a residual that is no number for a failure', () => {
    const row = verifyClaim(
      claimOf(computed('holds', 'nan', '?', () => ({ off: Number.NaN, tolerance: 1 }))),
      { seed: 1, runs: 1 },
    );
    expect(row.verdict).toBe('refuted');
  });
});

describe('a followed family', () => {
  const follow = (ratio: (x: number) => number, asks: 'stays-bounded' | 'stays-away-from-zero') =>
    alongFamily({
      role: 'holds',
      name: 'family',
      question: '?',
      model: baseline,
      start: roundFirm(0),
      at: growingE,
      steps: [1, 1e2, 1e4, 1e6],
      ratio: (p) => ratio((p.E ?? 0) / 1e18),
      asks,
    }).run({ seed: 1, runs: 1 });
  it.each([
    ['a constant', () => 3, true, 0],
    ['a power', (x: number) => x ** 0.1, false, 1],
    ['a logarithm', (x: number) => 20 + Math.log(x), false, 1],
    ['what converges quickly', (x: number) => 2 - x ** -1, true, 0],
    ['what may yet converge', (x: number) => 2 - x ** -0.2, false, 0],
  ] as const)('%s', (_, ratio, passed, failures) => {
    expect(follow(ratio, 'stays-bounded')).toMatchObject({ passed, failures });
    expect(follow((x) => 1 / ratio(x), 'stays-away-from-zero')).toMatchObject({ passed, failures });
  });
  it('is open where the firm stays out', () => {
    const found = alongFamily({
      role: 'holds',
      name: 'family',
      question: '?',
      model: baseline,
      start: roundFirm(0),
      at: (start, x) => ({ ...start, E: 1 / x }),
      steps: [1, 2],
      ratio: () => 1,
      asks: 'stays-bounded',
    }).run({ seed: 1, runs: 1 });
    expect(found).toMatchObject({ passed: false, failures: 0 });
  });
});

describe('the registry of claims', () => {
  it('is total, and each claim stands under its own id', () => {
    expect(Object.keys(CLAIMS).sort()).toEqual([...CLAIM_IDS].sort());
    for (const id of CLAIM_IDS) {
      expect(CLAIMS[id].length).toBeGreaterThan(0);
      for (const claim of CLAIMS[id]) expect(claim.id).toBe(id);
    }
  });
  it('names a law that its derivation has, and its readings apart', () => {
    for (const claim of claimsOf())
      if (typeof claim.law === 'string') {
        const first = claim.uses.find((use) => typeof use !== 'string');
        expect(Object.keys(first?.().results ?? {})).toContain(claim.law);
      }
    for (const id of CLAIM_IDS)
      expect(new Set(CLAIMS[id].map(({ reading }) => reading)).size).toBe(CLAIMS[id].length);
  });
});

describe('a hypothesis that is dropped', () => {
  /** Whether it is called needed, where so many firms break it and so many of these the claim. */
  const dropped = (draws: number, failures: number) => {
    const [original] = CLAIMS['efficient-ray'];
    if (!original) throw new Error('no claim');
    const added = { name: 'added', statement: 'added', stated: false, admits: () => true };
    const check: Check = {
      role: 'holds',
      name: 'asked',
      question: '?',
      drawn: true,
      run: ({ without }) => {
        const [met, failed] = without ? [draws, failures] : [100, 0];
        return { ...outcome(failed > 0 ? 'failed' : 'passed'), draws: met, failures: failed };
      },
    };
    const claim: Claim = { ...original, hypotheses: [added], checks: [check] };
    return verifyClaim(claim, { seed: 1, runs: 1 }).hypotheses[0]?.needed;
  };
  it.each([
    [1, 0, null],
    [19, 0, null],
    [20, 0, false],
    [1, 1, true],
    [400, 1, true],
  ])('at %d firms with %d failures', (draws, failures, needed) => {
    expect(dropped(draws, failures)).toBe(needed);
  });
});
