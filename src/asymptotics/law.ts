/** The laws of a model, as data: what each regime is called, where it holds, and how every quantity scales in it. */
import type { Fact } from '../kernel/facts.ts';
import type { Term } from '../kernel/term.ts';
import type { Bound } from './dominant.ts';

/** quantity ~ constant · variable^exponent · ln(logBase)^logPower */
export interface Scaling {
  readonly exponent: Term;
  readonly logPower: Term;
  /** Null where it has no closed form. */
  readonly constant: Term | null;
}

/** The next term: quantity ~ leading · (1 + coefficient · x^exponent), the exponent negative. */
export interface Correction {
  /** When this one is the largest, where the assumptions leave it open. */
  readonly condition: readonly Fact[];
  readonly exponent: Term;
  /** By variable, in the parameters alone, null where that has no closed form; one that is missing has no term of this order. */
  readonly coefficients: Readonly<Record<string, Term | null>>;
  /** The term left out to which it belongs. */
  readonly source: string;
}

/** Which summands of one condition are of one order in a regime. */
export interface BalanceSummary {
  readonly condition: string;
  readonly gain: string;
  readonly against: string;
  readonly group: readonly string[];
}

/** Where a regime passes into another of its case. */
export interface Crossing {
  readonly side: Bound['side'];
  readonly other: number;
  /** Where the laws of the two agree; null where that has no closed form. */
  readonly at: Term | null;
}

/**
 * Break-even without a closed form in the parameters, along one of the quantities: where that has a given value at
 * break-even, the growing parameter and one parameter more have the values given, and so have sales. Adoption there, and the
 * amounts relative to the marginal gain, are letters of their own; each value may hold those before it.
 */
export interface Curve {
  readonly along: string;
  readonly parameter: string;
  readonly values: Readonly<Record<string, Term>>;
  /** The letters of the amounts, which have to be positive for the point to be one. */
  readonly shares: readonly string[];
}

export interface Regime {
  /** Tells the regime from the others of its case; null for what lies at the edge of the market. */
  readonly index: number | null;
  readonly name: string;
  /** What the parameters other than the growing one must satisfy. */
  readonly condition: readonly Fact[];
  /** Where the regime begins and ends in the growing parameter; null where it has no such end or none in closed form. */
  readonly from: Term | null;
  readonly to: Term | null;
  /** Whether a missing `from` or `to` stands for an end that exists but has no closed form. */
  readonly openEnds: readonly ('from' | 'to')[];
  /** Further bounds: those at which no other regime takes over, since beyond them the market is too small, and kinks. */
  readonly edges: readonly Bound[];
  /** Every bound at which a term that is left out catches up, and where the regime passes into another. */
  readonly bounds: readonly Bound[];
  readonly crossings: readonly Crossing[];
  /** The scale in which exponents are meant: the growing parameter, or its distance from break-even. */
  readonly variable: Term;
  /** What stands under the logarithms; null where no log power differs from zero. */
  readonly logBase: Term | null;
  /** What the growing parameter is measured against there, where that is not 1. */
  readonly logScale?: Term;
  /** One for each quantity that has a law here: a sum of parts of several orders has none where the regime ends before one is all that counts. */
  readonly scalings: Readonly<Record<string, Scaling>>;
  /** The balance solved exactly where it has a closed form, valid throughout the regime. */
  readonly closed: Readonly<Record<string, Term>> | null;
  readonly next: readonly Correction[];
  /** Of break-even where its point has no closed form. */
  readonly curve?: Curve;
  readonly balance: readonly BalanceSummary[];
}

/** Regimes at the edge of the market. */
const ENTRY: readonly string[] = ['stay-out', 'break-even'];

/** Whether a regime, by its name, is no law but the edge of the market. */
export const isEntry = ({ name }: { readonly name: string }): boolean => ENTRY.includes(name);

/** Whether the edge of the market at this place among the regimes of a case is that which the firm leaves by: it follows a law, or nothing is entered. */
export const isExit = (regimes: readonly { readonly name: string }[], place: number): boolean =>
  regimes[0]?.name !== 'stay-out' || regimes.slice(0, place).some((regime) => !isEntry(regime));

/** One case of the signs of exponents, with the regimes that the growing parameter meets in it, in order. */
export interface LawCase {
  readonly assumed: readonly Fact[];
  /** Parameters that the assumptions fix in terms of others. */
  readonly fixed: Readonly<Record<string, Term>>;
  /** Values of the exponents at which the case occurs, or null where none was met: it may be empty. */
  readonly witness: Readonly<Record<string, number>> | null;
  readonly regimes: readonly Regime[];
  /** Profit is known to grow without bound at fixed parameters; `false` also where that is not known. */
  readonly unbounded: boolean;
  /** What could not be decided, each with what it would need. */
  readonly undecided: readonly string[];
}

export interface Laws {
  readonly growing: string;
  readonly cases: readonly LawCase[];
}
