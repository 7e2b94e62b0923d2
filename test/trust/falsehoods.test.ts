/** Hundreds of false claims through the ledger, and their true twins. */
import { expect, test } from 'vitest';
import { provedFor } from '../../proofs/proved.ts';
import type { Verdict } from '../../src/claims/claim.ts';
import { poolOf, soldIn } from '../../src/claims/pool.ts';
import type { ClaimRow } from '../../src/claims/row.ts';
import { verifyClaim } from '../../src/claims/verify.ts';
import type { Model } from '../../src/economics/model.ts';
import { baseline } from '../../src/economics/variants/baseline.ts';
import { byTier } from '../support/tier.ts';
import {
  falseBounds,
  falseElasticities,
  falseIdentities,
  falseSigns,
  responses,
  type Seeded,
  trueBounds,
  trueElasticities,
  trueIdentities,
  trueSigns,
} from './falsehoods.ts';

const RUN = { seed: 20260514, runs: 60 };
const soldBy = (model: Model) => soldIn(poolOf(model, RUN.seed, RUN.runs));
const HOLDING: readonly Verdict[] = ['holds', 'holds-on-domain', 'bound-not-tight'];

interface Judged extends Seeded {
  readonly row: ClaimRow;
}
/** One in so many is judged, spread over all; the long run judges all of them. */
const EVERY = byTier(24, 8, 1);
const picked = (seeded: readonly Seeded[]): Seeded[] => seeded.filter((_, i) => i % EVERY === 0);
const judge = (seeded: readonly Seeded[]): Judged[] =>
  picked(seeded).map((own) => ({ ...own, row: verifyClaim(own.claim, RUN) }));
const share = (all: readonly Judged[], keep: (own: Judged) => boolean): number =>
  all.filter(keep).length / all.length;
const named = (all: readonly Judged[]): string[] => all.map(({ row }) => `${row.reading}: ${row.verdict}`);

/** Whether the witness, put to the claim's question once more, shows it false. */
function replays({ claim, row }: Judged): boolean {
  const [check] = claim.checks;
  return row.witness !== null && check?.put?.(row.witness.params, claim.hypotheses).answer === false;
}

const found = responses(soldBy(baseline));
const untrue: readonly Seeded[] = [
  ...falseIdentities(soldBy),
  ...falseBounds(soldBy),
  ...falseSigns(found),
  ...falseElasticities(),
];
const twins: readonly Seeded[] = [
  ...trueIdentities(),
  ...trueBounds(),
  ...trueSigns(found),
  ...trueElasticities(),
];
const falsehoods = judge(untrue);
const truths = judge(twins);

test('at least 300 false claims: none holds in any way', () => {
  console.info(
    `${falsehoods.length} of ${untrue.length} false claims judged, ${truths.length} of ${twins.length} true ones`,
  );
  expect(untrue.length).toBeGreaterThanOrEqual(300);
  expect(twins.length).toBeGreaterThanOrEqual(300);
  expect(named(falsehoods.filter(({ row }) => HOLDING.includes(row.verdict)))).toEqual([]);
});

test('none of them is proved', () => {
  expect(falsehoods.filter(({ row }) => row.evidence.proved !== null)).toEqual([]);
  expect(untrue.filter(({ claim }) => provedFor(claim.id, claim.reading) !== null)).toEqual([]);
});

test('at least nine in ten are refuted, with a witness that replays', () => {
  const refuted = share(falsehoods, (own) => own.row.verdict === 'refuted' && replays(own));
  console.info(`refuted with a witness that replays: ${(100 * refuted).toFixed(1)} %`);
  expect(refuted).toBeGreaterThanOrEqual(0.9);
});

test('of their true twins at least nine in ten are not left undecided, and none is refuted', () => {
  expect(named(truths.filter(({ row }) => row.verdict === 'refuted'))).toEqual([]);
  expect(share(truths, ({ row }) => row.verdict !== 'undecided')).toBeGreaterThanOrEqual(0.9);
});

test('every kind of falsehood is there', () => {
  const kinds = untrue.map(({ kind }) => kind.replace(/ \d$/, ''));
  for (const kind of ['exponent', 'sign', 'constant', 'missing hypothesis', 'swapped', 'FLOP for dollars']) {
    expect(kinds).toContain(kind);
  }
});
