/** What the engine is given: conditions as sums of labelled monomials, and the quantities whose laws are asked for. */
import type { Context } from '../kernel/facts.ts';
import type { Term } from '../kernel/term.ts';

/** A signed monomial in the unknowns, the parameters and the atoms, with the name of what it stands for in the model. */
export interface Summand {
  readonly source: string;
  readonly term: Term;
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
}

/** A value that must stay below 1 for the problem's conditions to be the right ones; `source` takes over where it does not. */
export interface Guard {
  readonly source: string;
  readonly ratio: Term;
}

/** One system of conditions. Several of them (a limit free, a limit binding) make up a model. */
export interface Problem {
  readonly context: Context;
  /** Unknowns over which a maximum is sought, then multipliers; one equation each. */
  readonly variables: readonly string[];
  readonly multipliers: readonly string[];
  readonly equations: readonly Equation[];
  readonly atoms: readonly Atom[];
  readonly guards: readonly Guard[];
  /** What is maximised, as summands. */
  readonly objective: readonly Summand[];
  /** Monomials in the unknowns whose laws are asked for, by name. */
  readonly quantities: Readonly<Record<string, Term>>;
  /** The condition by which a regime is told, and the name of the regime in which each cost balances the gain there. */
  readonly tellingEquation: string;
  readonly names: Readonly<Record<string, string>>;
}

/** The unknowns of a problem, variables first. */
export const unknownsOf = (problem: Problem): readonly string[] => [
  ...problem.variables,
  ...problem.multipliers,
];
