/**
 * Claims: what somebody asserts, stated formally, with the hypotheses as values from which the sampler draws, so that what
 * is tested is what is stated. A verdict is computed from the outcomes of the checks; nobody types one.
 */
import type { Derivation } from '../derive/derivation.ts';

export const CLAIM_IDS = [
  'best-sales',
  'efficient-ray',
  'theorem-1',
  'theorem-2',
  'theorem-3',
  'near-linear',
  'sub-quadratic',
  'data-efficiency-raises-spend',
  'parameter-efficiency-lowers-all',
  'data-bound-spend-falls-with-data-efficiency',
  'elasticity-of-substitution',
  'trend-4.11',
  'trend-breakeven',
  'trend-7.59',
  'trend-4.66',
  'industry-overspends-when-data-bound',
  'fixed-threshold-is-load-bearing',
] as const;
export type ClaimId = (typeof CLAIM_IDS)[number];

/** What is true, as far as the checks reach. How well it is known is the evidence's to say. */
export type Verdict =
  | 'holds'
  | 'holds-on-domain'
  | 'bound-not-tight'
  | 'other-law'
  | 'refuted'
  | 'not-reproduced'
  | 'not-applicable'
  | 'undecided';

/** A named assumption of a claim. `stated` says whether the source states it or we had to add it. */
export interface Hypothesis {
  readonly name: string;
  readonly statement: string;
  readonly stated: boolean;
}

/** Parameter values that show a claim false, or a bound slack, and what was found there. */
export interface Witness {
  readonly variant: string;
  readonly params: Readonly<Record<string, number>>;
  readonly found: string;
}

/** One computed question: draws made, how many failed, the worst residual or ratio, and the first that failed. */
export interface CheckOutcome {
  /** Put to many draws, followed along a family, or computed once. */
  readonly kind: 'sampled' | 'followed' | 'computed';
  readonly name: string;
  readonly question: string;
  readonly passed: boolean;
  readonly draws: number;
  readonly failures: number;
  readonly worst: number;
  readonly witness: Witness | null;
}

export interface CheckRun {
  readonly seed: number;
  readonly runs: number;
  /** Called with the share done, 0 to 1. */
  readonly progress?: (done: number) => void;
}

/**
 * What a check decides about the claim: `holds` is asserted for all values that the hypotheses allow; `tight` asks whether a
 * bound is attained up to a constant; `elsewhere` asks whether the claim also holds where the added hypotheses fail.
 */
export type CheckRole = 'holds' | 'tight' | 'elsewhere';

export interface Check {
  readonly role: CheckRole;
  readonly name: string;
  readonly question: string;
  run(options: CheckRun): CheckOutcome;
}

export interface Claim {
  readonly id: ClaimId;
  readonly reading: string;
  readonly statement: string;
  readonly source: string;
  readonly variant: string;
  readonly hypotheses: readonly Hypothesis[];
  /** Where the claim is true, in words, given its verdict. */
  readonly domain: string;
  /** The derivation that proves it or yields the law that stands in its place. */
  readonly derivation: (() => Derivation) | null;
  /** The result of that derivation which is the exact law, by name. */
  readonly law: string | null;
  readonly checks: readonly Check[];
}
