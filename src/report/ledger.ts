/** The ledger of claims: as last computed, and computed anew. */

import kept from '../../proofs/ledger.json' with { type: 'json' };
import { CLAIM_IDS, type ClaimId } from '../claims/claim.ts';
import type { Graph } from '../claims/graph.ts';
import type { PutRow } from '../claims/put.ts';
import type { ClaimRow } from '../claims/row.ts';
import type { Values } from '../economics/parameters.ts';
import { fail } from '../kernel/issues.ts';
import { nearest } from '../kernel/suggest.ts';
import { type Asked, variantOf } from './variant.ts';
import { SCHEMA_VERSION, TOOL } from './version.ts';

/** The ledger as it is kept in `proofs/ledger.json`: the rows, and what computed them. */
export interface Ledger {
  readonly schemaVersion: number;
  readonly seed: number;
  readonly runs: number;
  readonly versions: Readonly<Record<string, string>>;
  readonly rows: readonly ClaimRow[];
}

/** A claim whose verdict is not the recorded one. */
export interface Change {
  readonly id: string;
  readonly reading: string;
  readonly recorded: string | null;
  readonly found: string | null;
}

const isClaimId = (id: string): id is ClaimId => CLAIM_IDS.some((known) => known === id);

/** The ids asked for, in the order of the ledger; all where none is. @throws OptimandError for an id that is none. */
export function claimIds(asked: readonly string[]): readonly ClaimId[] {
  for (const id of asked) {
    if (isClaimId(id)) continue;
    fail({ code: 'unknown-symbol', name: id, known: CLAIM_IDS, suggestion: nearest(id, CLAIM_IDS) });
  }
  return asked.length === 0 ? CLAIM_IDS : CLAIM_IDS.filter((id) => asked.includes(id));
}

/** The ledger as last computed. A schema test holds the file to its type. */
export const keptLedger = (): Ledger => kept as unknown as Ledger;

/** The rows of the ledger as last computed, for some claims or for all. */
export function claims(asked: readonly string[] = []): readonly ClaimRow[] {
  const wanted: readonly string[] = claimIds(asked);
  return keptLedger().rows.filter(({ id }) => wanted.includes(id));
}

export interface VerifyOptions {
  readonly seed?: number;
  readonly runs?: number;
  /** Called with the share done, 0 to 1. */
  readonly progress?: (done: number) => void;
}

/** The rows of the ledger computed anew, for some claims or for all. */
export async function verify(
  asked: readonly string[] = [],
  options: VerifyOptions = {},
): Promise<readonly ClaimRow[]> {
  const wanted = claimIds(asked);
  const [{ verify: run }, { CLAIMS }, { provedFor }] = await Promise.all([
    import('../claims/verify.ts'),
    import('../../proofs/registry.ts'),
    import('../../proofs/proved.ts'),
  ]);
  const { seed = keptLedger().seed, runs = keptLedger().runs, progress = () => {} } = options;
  const rows = run(
    wanted.flatMap((id) => CLAIMS[id]),
    { seed, runs, progress },
  );
  return rows.map((row) => ({
    ...row,
    evidence: { ...row.evidence, proved: provedFor(row.id, row.reading) },
  }));
}

/** The answers of claims at one firm of a model. @throws OptimandError for values that the model cannot have. */
export async function putToFirm(
  ids: readonly string[],
  asked: Asked,
  values: Values,
): Promise<readonly PutRow[]> {
  const wanted = claimIds(ids);
  const model = variantOf(asked);
  const [{ putClaims }, { CLAIMS }] = await Promise.all([
    import('../claims/put.ts'),
    import('../../proofs/registry.ts'),
  ]);
  return putClaims(
    wanted.flatMap((claim) => CLAIMS[claim]),
    model,
    values,
  );
}

/** What the rows rest on. */
export async function ledgerGraph(rows: readonly ClaimRow[]): Promise<Graph> {
  const [{ graphOf }, { DERIVATIONS }] = await Promise.all([
    import('../claims/graph.ts'),
    import('../../derivations/registry.ts'),
  ]);
  return graphOf(rows, Object.values(DERIVATIONS));
}

const keyOf = ({ id, reading }: Pick<ClaimRow, 'id' | 'reading'>): string => `${id}/${reading}`;

/** Where the verdicts found differ from the recorded ones, for the claims found. */
export function changesSince(recorded: readonly ClaimRow[], found: readonly ClaimRow[]): readonly Change[] {
  const ids = new Set(found.map(({ id }) => id));
  const before = new Map(recorded.filter(({ id }) => ids.has(id)).map((row) => [keyOf(row), row]));
  const after = new Map(found.map((row) => [keyOf(row), row]));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [old, now] = [before.get(key), after.get(key)];
    const row = now ?? old;
    if (!row || old?.verdict === now?.verdict) return [];
    return [
      { id: row.id, reading: row.reading, recorded: old?.verdict ?? null, found: now?.verdict ?? null },
    ];
  });
}

/** A ledger to be kept: rows with what computed them. */
export const ledgerOf = (rows: readonly ClaimRow[], seed: number, runs: number): Ledger => ({
  schemaVersion: SCHEMA_VERSION,
  seed,
  runs,
  versions: { [TOOL.name]: TOOL.version, node: process.versions.node.split('.')[0] ?? '' },
  rows,
});
