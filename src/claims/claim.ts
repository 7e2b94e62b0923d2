/**
 * Claims: what somebody asserts, stated formally, with the hypotheses as values from which the sampler draws, so that what
 * is tested is what is stated. A verdict is computed from the outcomes of the checks; nobody types one.
 */
import type { Written } from '../derive/argument.ts';
import type { Model } from '../economics/model.ts';
import type { Values } from '../economics/parameters.ts';
import type { VariantId } from '../economics/variants/registry.ts';
import type { At, Sold } from './pool.ts';

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
  /** Whether a firm at its optimum satisfies it; absent where the question has no meaning without it. */
  readonly admits?: (point: At, sold: Sold) => boolean;
  /** Where firms that break it are found, if not where the check draws: beyond the box, or in the box as drawn. */
  readonly beyond?: 'wide' | 'as-drawn';
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
  /** What was found besides, in sentences. */
  readonly notes: readonly string[];
  /** The first few firms that failed: where the search for the simplest begins. */
  readonly starts?: readonly Values[];
}

export interface CheckRun {
  readonly seed: number;
  readonly runs: number;
  /** What the draws must satisfy. */
  readonly hypotheses?: readonly Hypothesis[];
  /** One of them that must fail instead. */
  readonly without?: Hypothesis;
  /** Called with the share done, 0 to 1. */
  readonly progress?: (done: number) => void;
}

/**
 * What a check decides about the claim. `holds` is asserted for all that the hypotheses allow; `law` asks whether the law
 * found is the one claimed; `figure` whether a number comes out; `tight` whether a bound is attained up to a constant;
 * `elsewhere` whether the claim also holds where a hypothesis fails; `instead` vouches for what is true in the claim's place.
 */
export type CheckRole = 'holds' | 'law' | 'figure' | 'tight' | 'elsewhere' | 'instead';

/** The answer at one firm: null where the question does not apply to it. */
export interface Put {
  readonly answer: boolean | null;
  readonly found: string;
}

export interface Check {
  readonly role: CheckRole;
  readonly name: string;
  readonly question: string;
  /** The hypothesis without which an `elsewhere` check asks. */
  readonly drops?: string;
  run(options: CheckRun): CheckOutcome;
  /** Whether hypotheses can be dropped by drawing firms that break them. */
  readonly drawn?: boolean;
  /** The question put to one firm. */
  readonly put?: (values: Values, hypotheses: readonly Hypothesis[]) => Put;
  /** The model of the firm, where the question can be put to one. */
  readonly variant?: string;
}

/** A law as it is shown. */
export interface LawText {
  readonly text: string;
  readonly tex: string;
}

/** What stands behind a claim: derivations, and the engines' tables, by the ids of the graph. */
export type Source = Written | string;

/** A claim put to a model: the questions to ask, or why none makes sense. */
export type Judged =
  | {
      readonly kind: 'checks';
      readonly checks: readonly Check[];
      /** The law of that model which stands in the claim's place, or bears it out. */
      readonly law?: (run: CheckRun) => string | null;
    }
  | { readonly kind: 'not-applicable'; readonly reason: string };

export interface Claim {
  readonly id: ClaimId;
  readonly reading: string;
  readonly statement: string;
  readonly source: string;
  readonly variant: VariantId;
  readonly hypotheses: readonly Hypothesis[];
  /** Numbers that the claim rests on besides the model's parameters. */
  readonly constants?: Readonly<Record<string, number>>;
  /** The derivations and tables it rests on; the first derivation proves it or yields the law that stands in its place. */
  readonly uses: readonly Source[];
  /** The exact law: a result of the first derivation by name, or a text made by the engine. */
  readonly law: string | (() => LawText | null) | null;
  readonly checks: readonly Check[];
  /** The claim put to another model; where it is missing the claim is about its own variant alone. */
  readonly under?: (model: Model) => Judged;
}
