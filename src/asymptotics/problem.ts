/** What the engine is given: conditions as sums of labelled monomials, and the quantities whose laws are asked for. */
import type { Context } from '../kernel/facts.ts';
import type { Term } from '../kernel/term.ts';

/** A signed monomial in the unknowns, the parameters and the atoms, with the name of what it stands for in the model. */
export interface Summand {
  readonly source: string;
  readonly term: Term;
  /**
   * Exponents of variables as the one who chooses them sees them, where others' amounts have been put in for letters that
   * he takes as given; the term's own exponents elsewhere.
   */
  readonly own?: Readonly<Record<string, Term>>;
}

/** Σ summands = 0. It is `unknown · ∂/∂unknown` of what is maximised wherever it bears an unknown's name. */
export interface Equation {
  readonly name: string;
  readonly summands: readonly Summand[];
}

/** A positive symbol that stands for deformed_log(argument, shape), the argument a monomial in the unknowns. */
export interface Atom {
  readonly name: string;
  readonly argument: Term;
  readonly shape: Term;
  /** What lies below argument = 1, and the branch whose conditions hold there, if any. */
  readonly edge: string;
  readonly beyond?: string;
}

/** A positive symbol that stands for a sum of monomials in the unknowns, in auxiliary ones only if they come before it. */
export interface Auxiliary {
  readonly name: string;
  readonly summands: readonly Summand[];
}

/**
 * A value that must stay below 1 for the problem's conditions to be the right ones. Where it does not, a regime in which
 * `source` dominates takes over, or the problem of the branch `beyond`.
 */
export interface Guard {
  readonly source: string;
  readonly ratio: Term;
  readonly beyond?: string;
}

/** One system of conditions. Several of them (a limit free, a limit binding) make up a model. */
export interface Problem {
  readonly context: Context;
  /** Which pieces of what is piecewise these conditions are for; the empty text where nothing is. */
  readonly branch: string;
  /** Unknowns over which a maximum is sought, then multipliers; one equation each. */
  readonly variables: readonly string[];
  readonly multipliers: readonly string[];
  /** Unknowns that are sums of monomials in the others. */
  readonly auxiliaries: readonly Auxiliary[];
  readonly equations: readonly Equation[];
  readonly atoms: readonly Atom[];
  readonly guards: readonly Guard[];
  /** What is maximised, as summands. */
  readonly objective: readonly Summand[];
  /** Whether a negative objective is an answer, since nobody can stay out; where it is not, profit has to be positive. */
  readonly acceptsLoss?: true;
  /** Whether several choose, each answering the others: what one of them gets then moves with the others' answers as well. */
  readonly hasRivals?: true;
  /** Whether what is maximised is known to rise or fall with the growing parameter, whatever is chosen. */
  readonly trend?: 'rises' | 'falls';
  /** Sums of monomials in the unknowns whose laws are asked for, by name. */
  readonly quantities: Readonly<Record<string, Term>>;
  /** The condition by which a regime is told, and the name of the regime in which each cost balances the gain there. */
  readonly tellingEquation: string;
  readonly names: Readonly<Record<string, string>>;
}

/** The unknowns of a problem, variables first. */
export const unknownsOf = (problem: Problem): readonly string[] => [
  ...problem.variables,
  ...problem.auxiliaries.map(({ name }) => name),
  ...problem.multipliers,
];
