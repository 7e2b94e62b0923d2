/** What a balance is, as data. */
import type { Fact } from '../kernel/facts.ts';
import type { Ratio } from '../kernel/ratio.ts';
import type { Term } from '../kernel/term.ts';
import type { Piece, Prepared } from './pieces.ts';

/** One end of a window: where the named term catches up. `at` is null where no closed form was found. */
export interface Bound {
  readonly side: 'lower' | 'upper';
  readonly source: string;
  /** The condition whose term it is, or null for a guard. */
  readonly equation: string | null;
  /** The term, where it is one of a condition's: others of the condition may stand for the same thing. */
  readonly piece?: Piece;
  readonly at: Term | null;
  /** The branch whose conditions hold beyond it, where there is one. */
  readonly beyond?: string;
}

/** Slow logarithms that grow: the argument's exponent in the growing parameter, never zero, its sign, and the argument itself. */
export type Growth = Readonly<
  Record<string, { readonly exponent: Ratio; readonly rate: 1 | -1; readonly argument: Term }>
>;

/** The terms that dominate one condition; `group` holds all that are of one order with them. */
export interface Dominant {
  readonly equation: string;
  readonly plus: Piece;
  readonly minus: Piece;
  readonly group: readonly Piece[];
}

export interface Balance {
  readonly prepared: Prepared;
  readonly dominant: readonly Dominant[];
  /** The unknowns, in the parameters and the slow logarithms. */
  readonly values: Readonly<Record<string, Term>>;
  readonly growth: Growth;
  /** Atoms that are constants here, at their exact values. */
  readonly exactAtoms: Readonly<Record<string, Term>>;
  /** Their elasticities in their arguments, by the letters that stand for them, where these are numbers of the exponents. */
  readonly slopes: Readonly<Record<string, Term>>;
  /** Terms of one order in the growing parameter have been left out, so that constants are near their values and no more. */
  readonly isRough: boolean;
  readonly bounds: readonly Bound[];
  /** What must hold of the other parameters. */
  readonly conditions: readonly Fact[];
}
