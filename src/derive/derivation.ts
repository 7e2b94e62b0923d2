/** A derivation as data: the steps of an argument, each with its rule, what it came from and what it assumed. */
import type { Context, Fact } from '../kernel/facts.ts';
import type { SymbolTable } from '../kernel/symbols.ts';
import type { Term } from '../kernel/term.ts';
import type { Relation } from './relation.ts';
import type { RuleName } from './rules.ts';

/** Text and LaTeX for what is no term: an integral sign, a set. */
export interface Display {
  readonly text: string;
  readonly tex: string;
}

/** What an equation is left open for: a letter that no method solves it for, and what was tried. */
export interface Open {
  readonly unknown: string;
  readonly tried: readonly string[];
}

export interface Step {
  readonly index: number;
  readonly rule: RuleName;
  /** How the rule was carried out, e.g. the solver's method. */
  readonly method: string | null;
  readonly words: string;
  readonly relation: Relation | null;
  /** Shown on the left in place of the relation's left side. */
  readonly display: Display | null;
  /** Where the relation determines a letter without a closed form. */
  readonly open: Open | null;
  readonly from: readonly number[];
  /** Equations put in that are no steps, such as gamma = -1. */
  readonly puts: readonly Relation[];
  /** What was in force where the step was taken. */
  readonly facts: readonly Fact[];
  /** The letters in force there, and what they stand for. */
  readonly symbols: SymbolTable;
  readonly assumes: readonly Fact[];
}

/** A derivative that the derivation took, kept so that other engines can take it too. */
export interface DerivativeTaken {
  readonly of: Term;
  readonly by: string;
  readonly result: Term;
}

export interface Result {
  readonly relation: Relation;
  readonly step: number;
  /** What must hold for it. */
  readonly domain: readonly Fact[];
  readonly title: string;
}

export interface Derivation<Name extends string = string> {
  readonly id: string;
  readonly title: string;
  readonly statement: string;
  readonly source: string;
  readonly variant: string;
  /** Names of the parameters of the model that it is about. */
  readonly parameters: readonly string[];
  /** Whether its results speak of one point, so that a letter which one of them determines may be put into the others. */
  readonly onePoint: boolean;
  readonly uses: readonly string[];
  readonly steps: readonly Step[];
  readonly results: Readonly<Record<Name, Result>>;
  readonly symbols: SymbolTable;
  readonly context: Context;
  readonly derivatives: readonly DerivativeTaken[];
}
