/**
 * Problems: an objective, variables, constraints and a kind. Profit maximisation is one; the classics (`classics/`) and
 * users' own are others. Conditions, laws, statics and the referee read problems and know nothing else of what they are
 * about: what a term stands for is told by the label that its part carries.
 *
 * A constraint's multiplier is the worth of one unit more on its right side, in units of the objective, positive where that
 * helps: it raises a maximum, it lowers a minimum. One that is stated with ≤ is therefore never negative, and zero where it
 * does not bind.
 */
import type { Context, Fact } from '../kernel/facts.ts';
import {
  type Declaration,
  joinTables,
  NON_NEGATIVE,
  type SymbolTable,
  symbolTable,
} from '../kernel/symbols.ts';
import { add, isZeroTerm, negate, symbol, type Term } from '../kernel/term.ts';
import type { Rivals } from './block.ts';
import type { Model } from './model.ts';
import type { Range } from './range.ts';
import { profit as PROFIT, C_train as SPEND } from './symbols.ts';

/** A signed summand of the objective, with the name of what it stands for. */
export interface Part {
  readonly source: string;
  readonly term: Term;
  /** Monomials in which nothing varies but these stand for something else. */
  readonly apart?: { readonly source: string; readonly holding: readonly string[] };
}

/** The objective where it is smooth and the optimum lies, by parts in a letter that is one logarithm where its value is one. */
export interface Inside {
  readonly letter: string;
  readonly value: Term;
  /** What is piecewise in it. */
  readonly piecewise: Term;
  readonly parts: readonly Part[];
}

/** left ≤ right, or left = right; both sides have the same unit. */
export interface Constraint {
  /** Also the name of the regime in which it is what holds the telling variable back. */
  readonly id: string;
  readonly left: Term;
  readonly relation: '<=' | '=';
  readonly right: Term;
  readonly meaning: string;
  /** The letter of the multiplier, with the unit and the meaning of a shadow price. */
  readonly multiplier: Declaration;
  /**
   * In conditions the multiplier is what a relative increase of the right side is worth, counted at the variable that moves
   * with the left one, a variable.
   */
  readonly relative?: true;
}

/** Something that is reported: a term in variables and parameters, by a letter of its own or by a variable's. */
export interface Quantity {
  readonly letter: Declaration;
  readonly term: Term;
}

/** A parameter that matters only by how far it lies above a term: laws are powers of that distance. */
export interface Distance {
  readonly parameter: string;
  readonly above: Term;
  /** The letter of the distance, which is positive. */
  readonly letter: Declaration;
}

export type ProblemKind = 'maximum' | 'minimum' | 'equilibrium';

export interface Problem {
  readonly id: string;
  readonly title: string;
  /** The problem in a sentence. */
  readonly meaning: string;
  readonly source: string;
  readonly kind: ProblemKind;
  /** The name of the quantity that is the objective. */
  readonly objectiveName: string;
  readonly objective: Term;
  /** The summands of the objective. */
  readonly parts: readonly Part[];
  /** What conditions are taken of, where that is not the parts as they stand. */
  readonly inside?: Inside;
  /** What is chosen; positive. */
  readonly variables: readonly Declaration[];
  /** What must be given a value. */
  readonly parameters: readonly Declaration[];
  /** Letters that are not chosen, with their values in the parameters. */
  readonly given: Readonly<Record<string, Term>>;
  /** Letters of others like oneself, taken as given, with their values where all do the same. */
  readonly rivals: Readonly<Record<string, Term>>;
  readonly constraints: readonly Constraint[];
  readonly symbols: SymbolTable;
  readonly facts: readonly Fact[];
  /** What is reported, the variables and the objective among them. */
  readonly quantities: readonly Quantity[];
  readonly distances: readonly Distance[];
  /** Where parameters realistically lie, by name: what samples are drawn from. */
  readonly ranges: Readonly<Record<string, Range>>;
  /** Numbers that are taken where none are given. */
  readonly set: Readonly<Record<string, number>>;
  /** The variable by whose condition a regime is told. */
  readonly telling: string;
  /** Names of regimes by the label that dominates there; `<label>-dominated` for the others. */
  readonly regimes: Readonly<Record<string, string>>;
}

/** What a problem is stated by; the rest follows. */
export interface Statement
  extends Pick<
      Problem,
      'id' | 'title' | 'meaning' | 'source' | 'kind' | 'parts' | 'variables' | 'parameters' | 'constraints'
    >,
    Partial<Pick<Problem, 'facts' | 'distances' | 'ranges' | 'set' | 'telling' | 'regimes'>> {
  /** The letter of the objective. */
  readonly objective: Declaration;
  /** Of an equilibrium: the letters of what the others do. */
  readonly others?: readonly Rivals[];
  /** What is reported besides the variables and the objective. */
  readonly also?: readonly Quantity[];
}

const own = (letter: Declaration): Quantity => ({ letter, term: symbol(letter.name) });

/** The problem that a statement makes; its variables and its objective are among the quantities. */
export function stateProblem({ objective, also = [], others = [], ...stated }: Statement): Problem {
  const { variables, parameters, constraints, parts } = stated;
  const total = add(...parts.map(({ term }) => term));
  const quantities = [...variables.map(own), { letter: objective, term: total }, ...also];
  return {
    facts: [],
    distances: [],
    ranges: {},
    set: {},
    regimes: {},
    telling: variables[0]?.name ?? '',
    ...stated,
    objectiveName: objective.name,
    objective: total,
    given: {},
    rivals: Object.fromEntries(others.map(({ letter, atSymmetry }) => [letter.name, atSymmetry])),
    quantities,
    symbols: joinTables(
      symbolTable(...others.map(({ letter }) => letter)),
      symbolTable(...quantities.map(({ letter }) => letter)),
      symbolTable(...constraints.map(({ multiplier }) => multiplier)),
      symbolTable(...variables, ...parameters),
    ),
  };
}

export const contextOfProblem = ({ symbols, facts }: Problem): Context => ({ symbols, facts });

const SHADOW: Declaration = {
  name: 'lambda',
  tex: '\\lambda',
  meaning: 'worth of one unit more of what is limited',
  unit: 'dollar/token',
  domain: NON_NEGATIVE,
  role: 'quantity',
  source: 'the multiplier of the limit',
};

/** What a firm's regime is called where a limit on this variable binds. */
export const BOUND = { n: 'size-bound', d: 'data-bound', t: 'sales-bound' } as const;

/** The problem of a firm: profit over what it chooses, within its limits. */
export function problemOfFirm(model: Model): Problem {
  const { id, title, kind, given, rivals, symbols, facts, parameters } = model;
  const letter = (name: string): Declaration[] => [symbols.get(name) ?? []].flat();
  return {
    id,
    title,
    meaning: Object.values(model.blocks)
      .map(({ meaning }) => meaning)
      .join('; '),
    source: Object.values(model.blocks)
      .map(({ source }) => source)
      .join('; '),
    kind,
    objectiveName: PROFIT.name,
    objective: model.profit,
    parts: [
      { source: 'revenue', term: model.revenue },
      { source: 'training', term: negate(model.trainingSpend) },
      { source: 'inference', term: negate(model.inferenceSpend) },
      { source: 'data-cost', term: negate(model.dataSpend) },
    ].filter(({ term }) => !isZeroTerm(term)),
    variables: model.variables.flatMap(letter),
    parameters,
    given,
    rivals,
    constraints: model.limits.map(({ variable, bound }) => ({
      id: BOUND[variable],
      left: symbol(variable),
      relation: '<=',
      right: bound,
      meaning: `${variable} is limited`,
      multiplier: SHADOW,
    })),
    symbols,
    facts,
    quantities: [
      ...['n', 'd', 't'].flatMap(letter).map(own),
      { letter: SPEND, term: model.trainingSpend },
      { letter: PROFIT, term: model.profit },
    ],
    distances: [],
    ranges: {},
    set: {},
    telling: 'n',
    regimes: {},
  };
}
