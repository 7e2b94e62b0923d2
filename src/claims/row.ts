/** A row of the ledger: one claim in one reading, as JSON. */
import type { CheckOutcome, Verdict, Witness } from './claim.ts';

/** How well the verdict is known, each kind apart; null where there is none of it. */
export interface Evidence {
  readonly derived: string | null;
  readonly sampled: { readonly draws: number; readonly seed: number; readonly worst: number } | null;
  readonly rechecked: string | null;
  readonly proved: string | null;
}

export interface ClaimRow {
  readonly id: string;
  readonly reading: string;
  readonly statement: string;
  readonly source: string;
  readonly hypotheses: readonly {
    readonly name: string;
    readonly statement: string;
    readonly stated: boolean;
  }[];
  readonly verdict: Verdict;
  readonly domain: string;
  readonly law: { readonly text: string; readonly tex: string } | null;
  readonly evidence: Evidence;
  readonly witness: Witness | null;
  readonly replay: string | null;
  readonly checks: readonly CheckOutcome[];
}
