import { CLAIM_IDS, type Claim, type ClaimId } from '../src/claims/claim.ts';
import { bestSalesClaim } from './best-sales/claim.ts';
import { dataBoundSpendClaims } from './data-bound-spend-falls-with-data-efficiency/claim.ts';
import { dataEfficiencyClaims } from './data-efficiency-raises-spend/claim.ts';
import { efficientRayClaim } from './efficient-ray/claim.ts';
import { substitutionClaims } from './elasticity-of-substitution/claim.ts';
import { fixedThresholdClaims } from './fixed-threshold-is-load-bearing/claim.ts';
import { overspendingClaims } from './industry-overspends-when-data-bound/claim.ts';
import { nearLinearClaims } from './near-linear/claim.ts';
import { parameterEfficiencyClaims } from './parameter-efficiency-lowers-all/claim.ts';
import { subQuadraticClaims } from './sub-quadratic/claim.ts';
import { theorem1Limit, theorem1Uniform } from './theorem-1/claim.ts';
import { theorem2Limit, theorem2Uniform } from './theorem-2/claim.ts';
import { theorem3Claim } from './theorem-3/claim.ts';
import { trend411, trend466, trend759, trendBreakeven } from './trends/claims.ts';

/** Every claim, in each of its readings: total, so that an id without a claim does not compile. */
export const CLAIMS: Readonly<Record<ClaimId, readonly Claim[]>> = {
  'best-sales': [bestSalesClaim],
  'efficient-ray': [efficientRayClaim],
  'theorem-1': [theorem1Limit, theorem1Uniform],
  'theorem-2': [theorem2Limit, theorem2Uniform],
  'theorem-3': [theorem3Claim],
  'near-linear': nearLinearClaims,
  'sub-quadratic': subQuadraticClaims,
  'data-efficiency-raises-spend': dataEfficiencyClaims,
  'parameter-efficiency-lowers-all': parameterEfficiencyClaims,
  'data-bound-spend-falls-with-data-efficiency': dataBoundSpendClaims,
  'elasticity-of-substitution': substitutionClaims,
  'trend-4.11': trend411,
  'trend-breakeven': trendBreakeven,
  'trend-7.59': trend759,
  'trend-4.66': trend466,
  'industry-overspends-when-data-bound': overspendingClaims,
  'fixed-threshold-is-load-bearing': fixedThresholdClaims,
};

/** The claims of the ids named, in the ledger's order; all of them where none is named. */
export const claimsOf = (ids: readonly ClaimId[] = CLAIM_IDS): readonly Claim[] =>
  CLAIM_IDS.filter((id) => ids.includes(id)).flatMap((id) => CLAIMS[id]);
