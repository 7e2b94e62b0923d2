/** What the page and its workers say to each other. */
import type { Laws } from '../src/asymptotics/law.ts';
import type { PutRow } from '../src/claims/put.ts';
import type { Growth } from '../src/figures/growth.ts';
import type { Told as Answer } from '../src/report/optimize-at-once.ts';
import type { LawRegimeJson } from '../src/report/schemas/laws.ts';
import type { State } from './state.ts';

/** A parameter as the page shows it. */
export interface Control {
  readonly name: string;
  readonly tex: string;
  readonly meaning: string;
  readonly unit: string;
  readonly domain: string;
  /** Whether the form of the laws depends on its value. */
  readonly isShape: boolean;
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
  /** The optimum by the fast solver. */
  optimum: Optimum;
  /** The same in the words of the command line, by the referee. */
  referee: Optimum;
  /** Optima along E, without laws. */
  points: Growth;
  /** Laws with these numbers put in, break-even where it has a closed form; the laws themselves are known. */
  numbers: readonly LawRegimeJson[];
  /** Laws with these numbers put in, and themselves, for a worker that knows them not. */
  laws: { readonly regimes: readonly LawRegimeJson[]; readonly found: Laws };
  growth: Growth;
  claims: readonly PutRow[];
  /** Takes over laws that another worker has found. */
  remember: null;
}
export type Question = keyof Answers;

export interface Optimum {
  /** Values as read; of a parameter whose text cannot be read, none. */
  readonly values: Readonly<Record<string, number>>;
  /** Sentences by parameter. */
  readonly errors: Readonly<Record<string, string>>;
  readonly answer: Answer | null;
  readonly warnings: readonly string[];
}

export type Asked =
  | { readonly id: number; readonly question: Question; readonly state: State | null; readonly laws?: Laws }
  /** The question of that id is asked of a newer state: what is left of the answer may be left. */
  | { readonly overtaken: number };

export type Told =
  | { readonly id: number; readonly question: Question; readonly answer: Answers[Question] }
  | { readonly id: number; readonly question: Question; readonly refusal: string };
