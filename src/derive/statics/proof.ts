/** What shows that a response has a sign. */
import type { Fact } from '../../kernel/facts.ts';
import type { Term } from '../../kernel/term.ts';
import type { ChartLetter } from './chart.ts';

export type KnownSign = '+' | '-' | '0';

export interface Proof {
  readonly sign: KnownSign;
  /** Summands of one sign, whose sum has the response's sign. */
  readonly summands: readonly Term[];
  /** Letters that stand for positive expressions in the summands, each in those before it. */
  readonly chart: readonly ChartLetter[];
  /** What besides positive letters makes them so. */
  readonly uses: readonly string[];
  /** What must hold besides; empty where the sign holds throughout the case. */
  readonly conditions: readonly Fact[];
}
