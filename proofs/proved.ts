/** What Coq last proved, as `optimand prove --update` recorded it. */
import type { Bearing } from './coq/statement.ts';
import kept from './proved.json' with { type: 'json' };

/** A theorem that Coq checked, and what it rests on. */
export interface ProvedRecord {
  readonly name: string;
  readonly file: string;
  readonly claims: readonly Bearing[];
  readonly says: string;
  readonly hypotheses: readonly string[];
  readonly axioms: readonly string[];
}

export interface ProofRecord {
  /** Version of Coq. */
  readonly coq: string;
  /** SHA-256 of the sources and the statements that were checked. */
  readonly fingerprint: string;
  readonly theorems: readonly ProvedRecord[];
}

export const proofRecord = (): ProofRecord => kept as unknown as ProofRecord;

/** The theorems that bear on a claim in one of its readings, by name; null where there is none. */
export function provedFor(id: string, reading: string): string | null {
  const names = proofRecord()
    .theorems.filter(({ claims }) => claims.some((claim) => claim.id === id && claim.reading === reading))
    .map(({ name }) => name);
  return names.length > 0 ? names.join(', ') : null;
}
