/** The scaling laws of a model as one of its parameters grows, found by the engine from the model's conditions. */
import { type Case, caseOf } from '../asymptotics/cases.ts';
import { lawsOf } from '../asymptotics/index.ts';
import type { Laws } from '../asymptotics/law.ts';
import type { Problem, Summand } from '../asymptotics/problem.ts';
import { conditionsOf } from '../economics/conditions.ts';
import { contextOf, type Model } from '../economics/model.ts';
import type { Context, Fact } from '../kernel/facts.ts';
import { fail, OptimandError } from '../kernel/issues.ts';
import { directionOf } from '../kernel/monotone.ts';
import { nearest } from '../kernel/suggest.ts';
import { type Declaration, joinTables, POSITIVE, symbolTable } from '../kernel/symbols.ts';
import {
  divide,
  multiply,
  negate,
  power,
  substitute,
  subtract,
  symbol,
  symbolsOf,
  type Term,
} from '../kernel/term.ts';

export interface LawOptions {
  /** What stays fixed beside the other parameters as a grows: `b` where nothing is said. */
  readonly hold?: 'b' | 'rho';
  /** Parameters to be taken as functions of others, e.g. { beta: alpha }. */
  readonly assume?: Readonly<Record<string, Term>>;
  /** Facts about the parameters that narrow the cases, e.g. gamma negative. */
  readonly given?: readonly Fact[];
  /** Numbers for parameters: only the cases of the signs in which these lie are worked out. */
  readonly at?: Readonly<Record<string, number>>;
}

const RHO: Declaration = {
  name: 'rho',
  tex: '\\rho',
  meaning: '(a/b)^(1/alpha); with alpha = beta the tokens per parameter on the efficient ray',
  unit: 'token^(beta/alpha)/parameter',
  domain: POSITIVE,
  role: 'quantity',
  source: 'Hao & Merrill 2026',
};

/** b in terms of a and rho. */
const B_FROM_RHO = multiply('a', power('rho', negate('alpha')));
/** rho in terms of a and b, to give it a value. */
export const RHO_FROM_B = power(divide('a', 'b'), divide(1, 'alpha'));

/** Whether a model has the letters of rho = (a/b)^(1/alpha). */
const hasRho = (model: Model): boolean =>
  ['a', 'b', 'alpha'].every((name) => model.parameters.some((declared) => declared.name === name));

const mapProblem = (problem: Problem, context: Context, change: (value: Term) => Term): Problem => {
  const summands = (list: readonly Summand[]): Summand[] =>
    list.map(({ source, term, own }) => ({ source, term: change(term), ...(own && { own }) }));
  return {
    ...problem,
    context,
    equations: problem.equations.map(({ name, summands: own }) => ({ name, summands: summands(own) })),
    atoms: problem.atoms.map((atom) => ({
      ...atom,
      argument: change(atom.argument),
      shape: change(atom.shape),
    })),
    guards: problem.guards.map((guard) => ({ ...guard, ratio: change(guard.ratio) })),
    objective: summands(problem.objective),
    quantities: Object.fromEntries(
      Object.entries(problem.quantities).map(([name, value]) => [name, change(value)]),
    ),
  };
};

/** The case in which the assumed equalities hold. */
function startOf(context: Context, { assume = {}, given = [], at = {} }: LawOptions): Case {
  const start = caseOf(context);
  const assumed = Object.entries(assume).map(
    ([name, value]): Fact => ({ term: subtract(symbol(name), value), is: 'zero', because: 'assumed' }),
  );
  const facts = [...context.facts, ...given].map((fact) => ({
    ...fact,
    term: substitute(fact.term, assume),
  }));
  return {
    ...start,
    at,
    context: { symbols: context.symbols, facts },
    assumed: [...assumed, ...given],
    fixed: assume,
  };
}

/** @throws OptimandError where no law in this parameter exists, with the reason. */
export function checkGrowing(model: Model, growing: string): void {
  const known = [...model.parameters.map(({ name }) => name), ...(hasRho(model) ? ['rho'] : [])];
  if (!known.includes(growing)) {
    fail({ code: 'unknown-symbol', name: growing, known, suggestion: nearest(growing, known) });
  }
  const declared = model.parameters.find(({ name }) => name === growing);
  if (declared?.domain.integer) {
    fail({
      code: 'usage',
      what: `${growing} is a whole number, and laws are for a parameter that grows continuously`,
      would: `give ${growing} a value and ask for another letter`,
    });
  }
  if (declared?.role === 'shape') {
    const others = known.filter((name) => model.symbols.get(name)?.role !== 'shape');
    fail({
      code: 'usage',
      what: `${growing} stands in exponents, so that no quantity is a power of it`,
      would: `ask for one of ${others.join(', ')}`,
    });
  }
}

/** Whether profit is known to rise or fall with a parameter, whatever is chosen, and what may be chosen stays as it is. */
export function profitTrend(
  model: Pick<Model, 'limits' | 'profit'>,
  growing: string,
  context: Context,
): 'rises' | 'falls' | null {
  if (model.limits.some(({ bound }) => symbolsOf(bound).includes(growing))) return null;
  const direction = directionOf(model.profit, growing, context);
  return direction === 1 ? 'rises' : direction === -1 ? 'falls' : null;
}

/** The same of the best profit, which moves with it. Not for several sellers, whose rivals move along. */
function trendOf(
  { kind, limits, profit }: Model,
  growing: string,
  context: Context,
  change: (value: Term) => Term,
): Problem['trend'] | null {
  if (kind !== 'maximum') return null;
  const changed = limits.map((limit) => ({ ...limit, bound: change(limit.bound) }));
  return profitTrend({ limits: changed, profit: change(profit) }, growing, context);
}

/**
 * The laws of a model as `growing` grows, the other parameters fixed: b among them, unless rho is held or is what grows.
 * @throws OptimandError where the model has no such parameter, or one of which no quantity is a power.
 */
export function lawsOfModel(model: Model, growing: string, options: LawOptions = {}): Laws {
  checkGrowing(model, growing);
  const throughRho = options.hold === 'rho' || growing === 'rho';
  const own = contextOf(model);
  const context = throughRho ? { ...own, symbols: joinTables(own.symbols, symbolTable(RHO)) } : own;
  const change = (value: Term): Term => (throughRho ? substitute(value, { b: B_FROM_RHO }) : value);
  const start = startOf(context, options);
  try {
    const trend = trendOf(model, growing, context, change);
    const problems = conditionsOf(model).map((problem) => ({
      ...mapProblem(problem, context, change),
      ...(trend && { trend }),
    }));
    return lawsOf(problems, growing, start);
  } catch (error) {
    if (!(error instanceof OptimandError) || error.issue.code !== 'refused') throw error;
    return undecided(growing, start, error.message.replace(/\.$/, ''));
  }
}

/** No laws, and what they would need. */
const undecided = (growing: string, { assumed, fixed }: Case, needs: string): Laws => ({
  growing,
  cases: [{ assumed, fixed, witness: null, regimes: [], unbounded: false, undecided: [needs] }],
});
