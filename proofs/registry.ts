import { CLAIM_IDS, type Claim, type ClaimId } from '../src/claims/claim.ts';
import { bestSalesClaim } from './best-sales/claim.ts';
import { efficientRayClaim } from './efficient-ray/claim.ts';
import { theorem1Limit, theorem1Uniform } from './theorem-1/claim.ts';
import { theorem2Limit, theorem2Uniform } from './theorem-2/claim.ts';
import { theorem3Claim } from './theorem-3/claim.ts';
import { unjudged } from './unjudged.ts';

/** Every claim, in each of its readings: total, so that an id without a claim does not compile. */
export const CLAIMS: Readonly<Record<ClaimId, readonly Claim[]>> = {
  'best-sales': [bestSalesClaim],
  'efficient-ray': [efficientRayClaim],
  'theorem-1': [theorem1Limit, theorem1Uniform],
  'theorem-2': [theorem2Limit, theorem2Uniform],
  'theorem-3': [theorem3Claim],
  ...unjudged,
};

/** The claims of the ids named, in the ledger's order; all of them where none is named. */
export const claimsOf = (ids: readonly ClaimId[] = CLAIM_IDS): readonly Claim[] =>
  CLAIM_IDS.filter((id) => ids.includes(id)).flatMap((id) => CLAIMS[id]);
