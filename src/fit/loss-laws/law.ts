/**
 * Loss laws: what a run's loss is said to be, from its parameters and tokens. A law is fitted in logarithms: the formula
 * predicts ln L, and positive constants are fitted by their logarithms, so that none can turn negative on the way.
 */
import type { Term } from '../../kernel/term.ts';
import type { Formula } from '../formula.ts';
import type { Vector } from '../vectors.ts';

/** One training run. Tokens count every time a token is trained on; unique tokens count it once. */
export interface Run {
  readonly params: number;
  readonly tokens: number;
  readonly uniqueTokens: number | null;
  /** Nats per token. */
  readonly loss: number;
}

/** A constant of the law as it is written, from those that are fitted. */
export interface Letter {
  readonly name: string;
  readonly meaning: string;
  readonly unit: string;
  readonly from: Term;
}

export interface LossLaw {
  readonly id: string;
  readonly statement: string;
  readonly source: string;
  /** Whether a run must say how many of its tokens are unique. */
  readonly needsUniqueTokens: boolean;
  /** Whether 1/(L - E0) is a quality of parameters and tokens alone, from the letters A, B, E0, alpha and beta. */
  readonly isQuality: boolean;
  /** Predicts ln L. */
  readonly formula: Formula;
  /** The formula's columns of a run. */
  columnsOf(run: Run): Vector;
  /** For each fitted parameter the values that starts are made of, after Hoffmann et al. 2022, appendix D.3. */
  readonly grid: Readonly<Record<string, readonly number[]>>;
  readonly letters: readonly Letter[];
}
