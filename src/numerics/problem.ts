/**
 * The problem of a firm made ready for numbers: profit, its split and its kinks, compiled once, in doubles and in dual numbers. Points
 * are logarithms of the variables, in the problem's order (n, d, t); theta holds the parameters, in the problem's order.
 *
 * Where several sellers answer one another, gain and loss as terms keep the letters of the rest of the industry, since
 * conditions differentiate them with those fixed; everything compiled has them at the symmetric point.
 */
import { type Model, settled } from '../economics/model.ts';
import type { Values } from '../economics/parameters.ts';
import { contextOfProblem, problemOfFirm, type Problem as Stated } from '../economics/problem.ts';
import { C_train as SPEND } from '../economics/symbols.ts';
import type { Arithmetic } from '../kernel/arithmetic/arithmetic.ts';
import { double } from '../kernel/arithmetic/double.ts';
import { type Dual, dual } from '../kernel/arithmetic/dual.ts';
import { type Compiled, compile } from '../kernel/compile.ts';
import { fail } from '../kernel/issues.ts';
import { type Term, zero } from '../kernel/term.ts';
import { type Choice, type Kink, kinksOf, pieceOf } from './kinks.ts';
import { type Goal, type KKT, kktOf, type System } from './kkt.ts';
import type { Quantities } from './outcome.ts';
import { splitProfit } from './split.ts';

export type Point = readonly number[];

/** Which pieces hold: one choice a kink, and the limits (by their index) that bind. */
export interface ActiveSet {
  readonly choices: readonly Choice[];
  readonly binding: readonly number[];
}

/** Gain, loss and gates as functions of [n, d, t, ...theta] in dual numbers over an arithmetic. */
export interface Lifted<T> {
  readonly on: Arithmetic<T>;
  readonly gain: Compiled<Dual<T>>;
  readonly loss: Compiled<Dual<T>>;
  readonly gates: readonly Compiled<Dual<T>>[];
}

/** A letter and the term that it stands for. */
export interface Named {
  readonly name: string;
  readonly value: Term;
}

export interface Problem {
  readonly variables: readonly string[];
  readonly parameters: readonly string[];
  /** Those of n, d, t that are not chosen, as terms in the parameters. */
  readonly given: readonly Named[];
  /** Letters of the rest of the industry, as terms in variables and parameters. */
  readonly rivals: readonly Named[];
  /** One seller's own problem, the letters of the rest of the industry its last parameters; null for a maximum. */
  readonly reply: Problem | null;
  readonly profit: Term;
  readonly gain: Term;
  readonly loss: Term;
  readonly trainingSpend: Term;
  readonly revenue: Term;
  readonly kinks: readonly Kink[];
  readonly limits: readonly { readonly index: number; readonly bound: Term; readonly name: string }[];
  /** Functions of [n, d, t, ...theta]; the bounds and what is given are functions of theta. */
  readonly inDoubles: {
    readonly profit: Compiled<number>;
    readonly gain: Compiled<number>;
    readonly loss: Compiled<number>;
    readonly revenue: Compiled<number>;
    readonly trainingSpend: Compiled<number>;
    readonly given: readonly Compiled<number>[];
    readonly bounds: readonly Compiled<number>[];
    readonly kinkArguments: readonly (readonly Compiled<number>[])[];
  };
  readonly inDuals: Lifted<number>;
  /** The same in dual numbers over another arithmetic. */
  lift<T>(on: Arithmetic<T>): Lifted<T>;
  /** The conditions of an active set in doubles, compiled on first use. */
  kkt(goal: Goal, active: ActiveSet): KKT<number>;
}

/** The system of conditions of one active set. */
export const systemOf = (problem: Problem, goal: Goal, active: ActiveSet): System => ({
  goal,
  variables: problem.variables,
  parameters: problem.parameters,
  rivals: problem.rivals,
  piece: pieceOf(problem.gain, problem.loss, problem.kinks, active.choices),
  limits: active.binding.map((k) => problem.limits[k] as Problem['limits'][number]),
});

/** Limits of single variables, by the variable's place. */
function limitsOf({ constraints, variables }: Stated): Problem['limits'] {
  return constraints.flatMap(({ left, right }) => {
    const index = variables.findIndex(({ name }) => left.kind === 'symbol' && left.name === name);
    return index < 0 ? [] : [{ index, bound: right, name: variables[index]?.name ?? '' }];
  });
}

/** What sales bring, and what is spent on training, among what the problem says of a firm. */
const revenueOf = ({ parts }: Stated): Term => parts.find(({ source }) => source === 'revenue')?.term ?? zero;
const trainingSpendOf = ({ quantities }: Stated): Term =>
  quantities.find(({ letter }) => letter.name === SPEND.name)?.term ?? zero;

const namedOf = (terms: Readonly<Record<string, Term>>): readonly Named[] =>
  Object.entries(terms).map(([name, value]) => ({ name, value }));

/** The problem of one seller to whom the letters of the rest of the industry are parameters. */
function replyOf(stated: Stated): Problem | null {
  const letters = Object.keys(stated.rivals).flatMap((name) => stated.symbols.get(name) ?? []);
  if (letters.length === 0) return null;
  return build({ ...stated, kind: 'maximum', rivals: {}, parameters: [...stated.parameters, ...letters] });
}

function build(stated: Stated): Problem {
  const parameters = stated.parameters.map(({ name }) => name);
  const variables = stated.variables.map(({ name }) => name);
  const inputs = [...variables, ...parameters];
  const { objective } = stated;
  const [revenue, trainingSpend] = [revenueOf(stated), trainingSpendOf(stated)];
  const { gain, loss, gates } = splitProfit(objective, contextOfProblem(stated));
  const kinks = kinksOf(objective);
  const limits = limitsOf(stated);
  const plain = (term: Term): Compiled<number> => compile(settled(stated, term), inputs, double);
  const lift = <T>(on: Arithmetic<T>): Lifted<T> => {
    const over = dual(on);
    const inDuals = (term: Term): Compiled<Dual<T>> => compile(settled(stated, term), inputs, over);
    return { on, gain: inDuals(gain), loss: inDuals(loss), gates: gates.map(inDuals) };
  };
  const known = new Map<string, KKT<number>>();
  const problem: Problem = {
    variables,
    parameters,
    given: namedOf(stated.given),
    rivals: namedOf(stated.rivals),
    reply: replyOf(stated),
    profit: settled(stated, objective),
    gain,
    loss,
    trainingSpend,
    revenue: settled(stated, revenue),
    kinks,
    limits,
    inDoubles: {
      profit: plain(objective),
      gain: plain(gain),
      loss: plain(loss),
      revenue: plain(revenue),
      trainingSpend: plain(trainingSpend),
      given: Object.values(stated.given).map((value) => compile(value, parameters, double)),
      bounds: limits.map(({ bound }) => compile(bound, parameters, double)),
      kinkArguments: kinks.map((kink) => kink.args.map(plain)),
    },
    inDuals: lift(double),
    lift,
    kkt: (goal, active) => {
      const key = JSON.stringify([goal, active]);
      const found = known.get(key) ?? kktOf(systemOf(problem, goal, active), double);
      known.set(key, found);
      return found;
    },
  };
  return problem;
}

const problems = new WeakMap<Model, Problem>();

/** The problem of a model; the same object for the same model. */
export function problemOf(model: Model): Problem {
  const problem = problems.get(model) ?? build(problemOfFirm(model));
  problems.set(model, problem);
  return problem;
}

/** The parameters in the problem's order. @throws OptimandError where one has no value. */
export function thetaOf(problem: Problem, values: Values): number[] {
  return problem.parameters.map((name) => {
    const value = values[name];
    return value ?? fail({ code: 'missing', name, of: 'the referee', meaning: 'a parameter of the model' });
  });
}

/** [n, d, t, ...theta] at a point of logarithms. */
export const inputsAt = (x: Point, theta: readonly number[]): number[] => [...x.map(Math.exp), ...theta];

/** n, d and t at a point of logarithms, those that are given among them. */
export function quantitiesAt(problem: Problem, x: Point, theta: readonly number[]): Quantities {
  const chosen = problem.variables.map((name, i) => [name, Math.exp(x[i] ?? Number.NaN)]);
  const given = problem.given.map(({ name }, k) => [name, problem.inDoubles.given[k]?.(theta)]);
  return Object.fromEntries([...chosen, ...given]) as unknown as Quantities;
}
