/** A row of the ledger: one claim in one reading, as JSON. */
import type { CheckOutcome, CheckRole, LawText, Verdict, Witness } from './claim.ts';

/** How well the verdict is known, each kind apart; null where there is none of it. */
export interface Evidence {
  readonly derived: string | null;
  readonly sampled: { readonly draws: number; readonly seed: number; readonly worst: number } | null;
  readonly rechecked: string | null;
  readonly proved: string | null;
}

/** A hypothesis, and what came of dropping it: firms that break it alone, and how many of them break the claim. */
export interface HypothesisRow {
  readonly name: string;
  readonly statement: string;
  readonly stated: boolean;
  /** Whether the claim fails without it; null where the question has no meaning without it, or was not put. */
  readonly needed: boolean | null;
  readonly dropped: { readonly draws: number; readonly failures: number } | null;
}

export interface CheckRow extends Omit<CheckOutcome, 'starts'> {
  readonly role: CheckRole;
}

export interface ClaimRow {
  readonly id: string;
  readonly reading: string;
  readonly statement: string;
  readonly source: string;
  readonly variant: string;
  readonly hypotheses: readonly HypothesisRow[];
  /** Parameters of the model that the claim is free in, and the numbers it rests on besides. */
  readonly parameters: readonly string[];
  readonly constants: Readonly<Record<string, number>>;
  /** Derivations and tables that it uses, by their ids in the graph. */
  readonly uses: readonly string[];
  readonly verdict: Verdict;
  readonly domain: string;
  /** What the checks found besides, in sentences. */
  readonly notes: readonly string[];
  readonly law: LawText | null;
  readonly evidence: Evidence;
  readonly witness: Witness | null;
  readonly replay: string | null;
  readonly checks: readonly CheckRow[];
}
