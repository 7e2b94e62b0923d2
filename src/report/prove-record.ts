/** What was proved, kept beside the proofs so that a build without Coq can say it, and found out when it is stale. */
import type { Theorem } from '../../proofs/coq/statement.ts';
import { statementsFile, theorems } from '../../proofs/coq/theorems.ts';
import { type ProofRecord, proofRecord } from '../../proofs/proved.ts';
import { refuse } from '../kernel/issues.ts';
import { canonicalJson } from './canonical.ts';
import type { Proofs } from './prove.ts';
import { fingerprint, type Source } from './prove-sources.ts';

export const recordOf = ({ coq, theorems: proved }: Proofs, sources: readonly Source[]): ProofRecord => ({
  coq,
  fingerprint: fingerprint(sources, statementsFile()),
  theorems: proved.map(({ name, file, claims, says, hypotheses, axioms }) => ({
    name,
    file,
    claims,
    says,
    hypotheses,
    axioms,
  })),
});

/** Whether the record is of these proofs; another version of Coq makes no difference. */
export const isRecorded = (proofs: Proofs, sources: readonly Source[]): boolean =>
  canonicalJson({ ...recordOf(proofs, sources), coq: '' }) === canonicalJson({ ...proofRecord(), coq: '' });

/** The theorems that bear on any of the claims. @throws where there is none. */
export function bearingOn(ids: readonly string[]): readonly Theorem[] {
  const found = theorems().filter(({ claims }) => claims.some(({ id }) => ids.includes(id)));
  return found.length > 0
    ? found
    : refuse(
        'no theorem is proved',
        `the claims ${ids.join(', ')}`,
        'name others, or none for every theorem',
      );
}
