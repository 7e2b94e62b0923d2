/** What the page and its worker say to each other. */
import type { PutRow } from '../src/claims/put.ts';
import type { Growth } from '../src/figures/growth.ts';
import type { LawRegimeJson } from '../src/report/schemas/laws.ts';
import type { OptimizeAnswer } from '../src/report/schemas/optimize.ts';
import type { State } from './state.ts';

/** A parameter as the page shows it. */
export interface Control {
  readonly name: string;
  readonly tex: string;
  readonly meaning: string;
  readonly unit: string;
  readonly domain: string;
  readonly scale: 'log' | 'linear';
  readonly low: number;
  readonly high: number;
  readonly value: number;
}

export interface VariantControls {
  readonly id: string;
  readonly title: string;
  readonly controls: readonly Control[];
}

/** Questions, and the answer to each. */
export interface Answers {
  variants: readonly VariantControls[];
  /** The controls of a model of one's own. */
  own: VariantControls;
  optimum: Optimum;
  laws: readonly LawRegimeJson[];
  growth: Growth;
  claims: readonly PutRow[];
}
export type Question = keyof Answers;

export interface Optimum {
  /** Values as read; of a parameter whose text cannot be read, none. */
  readonly values: Readonly<Record<string, number>>;
  /** Sentences by parameter. */
  readonly errors: Readonly<Record<string, string>>;
  readonly answer: OptimizeAnswer | null;
  readonly warnings: readonly string[];
}

export interface Asked {
  readonly id: number;
  readonly question: Question;
  readonly state: State | null;
}

export type Told =
  | { readonly id: number; readonly question: Question; readonly answer: Answers[Question] }
  | { readonly id: number; readonly question: Question; readonly refusal: string };
