/**
 * The first-order conditions of a model as sums of monomials, each labelled by what it stands for: the gain, the slope of
 * demand, training, inference, data that are bought, a limit. Laws and regimes are read off these labels, so a model with
 * another block has other laws without a word about it elsewhere.
 *
 * Where quality is the smaller of two things (`min`), both are equal at an optimum as long as n and d each cost something:
 * the scarcer one alone counts, and the other can be cut back to it. On that ray d is a function of n, and one condition
 * along the ray stands for both. A limit v ≤ bound gives two systems: the limit slack, or binding with a multiplier, which
 * counts as one more cost of v.
 */
import type { Atom, Equation, Guard, Problem, Summand } from '../asymptotics/problem.ts';
import { rawDerivative } from '../kernel/differentiate.ts';
import type { Context } from '../kernel/facts.ts';
import { refuse } from '../kernel/issues.ts';
import { normalKey } from '../kernel/normal/data.ts';
import { tidy } from '../kernel/normal/equal.ts';
import { normalise } from '../kernel/normal/normalise.ts';
import { normalTerm } from '../kernel/normal/to-term.ts';
import { isPositive } from '../kernel/sign.ts';
import {
  add,
  divide,
  mapParts,
  multiply,
  negate,
  parts,
  substitute,
  subtract,
  symbol,
  symbolsOf,
  type Term,
} from '../kernel/term.ts';
import { solve } from '../solve/solve.ts';
import type { Limit } from './block.ts';
import { contextOf, type Model, settled } from './model.ts';

const MULTIPLIER = 'mu';
const BOUND = { n: 'size-bound', d: 'data-bound', t: 'sales-bound' } as const;
const NAMES = {
  ...Object.fromEntries(Object.values(BOUND).map((name) => [name, name])),
  'data-cost': 'data-cost',
};

const depends = (value: Term, names: readonly string[]): boolean =>
  symbolsOf(value).some((name) => names.includes(name));

/** What replaces a variable because the optimum lies on the kink of quality; nothing where quality has none. */
function rayOf(model: Model, context: Context): Readonly<Record<string, Term>> {
  const { quality } = model;
  if (quality.kind !== 'call' || quality.name !== 'min') return {};
  const [left, right, more] = quality.args;
  const costs = add(model.trainingSpend, model.inferenceSpend);
  const costly = ['n', 'd'].every((name) => isPositive(rawDerivative(costs, name), context) === 'yes');
  const outcome = left && right && !more ? solve(subtract(left, right), 'd', context) : null;
  if (outcome?.kind !== 'solved' || !costly) {
    return refuse(
      'the kink of quality is not known to be the optimum',
      `the conditions of ${model.id}`,
      'give both variables a cost',
    );
  }
  return { d: outcome.roots[0].value };
}

/** Quality on the ray: the first of the two things that are equal there. */
const qualityAlong = ({ quality }: Model, ray: Readonly<Record<string, Term>>): Term =>
  quality.kind === 'call' && quality.name === 'min'
    ? substitute(quality.args[0] as Term, ray)
    : substitute(quality, ray);

const hasDeformedLog = (value: Term): boolean =>
  (value.kind === 'call' && value.name === 'deformed_log') || parts(value).some(hasDeformedLog);

/** A cost of d alone is the price of data; what else training costs depends on n too. */
const costSource = (base: string, term: Term): string =>
  base === 'training' && !depends(term, ['n']) ? 'data-cost' : base;

/** Profit as labelled summands in n, d, t, before the ray is put in. */
function profitParts(model: Model, quality: Term, context: Context): readonly Summand[] {
  const [n, d, t] = [symbol('n'), symbol('d'), model.given.t ?? symbol('t')];
  const { market, adoption, cost } = model.blocks;
  const split = (value: Term): Term[] => normalise(value, context).map((summand) => normalTerm([summand]));
  const revenue = split(market.revenue(adoption.onSale(quality), t)).map((term) => ({
    source: hasDeformedLog(term) || depends(term, ['n', 'd']) ? 'revenue' : 'demand',
    term,
  }));
  const costs = (base: string, value: Term): Summand[] =>
    split(value).map((term) => ({ source: costSource(base, term), term: negate(term) }));
  return [
    ...revenue,
    ...costs('training', cost.training(n, d)),
    ...costs('inference', cost.inference(n, t)),
    ...costs('data-cost', model.dataSpend),
  ];
}

/** Collects the deformed logarithms of the variables under names. */
class Atoms {
  readonly found = new Map<string, Atom>();
  private readonly variables: readonly string[];
  private readonly context: Context;
  constructor(variables: readonly string[], context: Context) {
    this.variables = variables;
    this.context = context;
  }
  /** The term with each of them replaced by its symbol. */
  replace(value: Term): Term {
    if (value.kind !== 'call' || value.name !== 'deformed_log') {
      return mapParts(value, (part) => this.replace(part));
    }
    const [argument, shape] = value.args as readonly [Term, Term];
    if (!depends(argument, this.variables)) return value;
    const key = normalKey(normalise(argument, this.context));
    const name = this.found.size === 0 ? 'f' : `f_${this.found.size + 1}`;
    const atom = this.found.get(key) ?? { name, argument: tidy(argument, this.context), shape };
    this.found.set(key, atom);
    return symbol(atom.name);
  }
}

interface Setting {
  readonly model: Model;
  readonly context: Context;
  readonly variables: readonly string[];
  readonly ray: Readonly<Record<string, Term>>;
  readonly profit: readonly Summand[];
  readonly atoms: Atoms;
}

/** The summands with like terms of one source collected, as when the rest of the industry has been put in. */
function gathered(summands: readonly Summand[], context: Context): readonly Summand[] {
  const sources = [...new Set(summands.map(({ source }) => source))];
  return sources.flatMap((source) => {
    const own = summands.filter((summand) => summand.source === source).map(({ term }) => term);
    return normalise(add(...own), context).map((summand) => ({ source, term: normalTerm([summand]) }));
  });
}

/** variable · ∂profit/∂variable, summand by summand, what rivals do put in after differentiating. */
function conditionOn(variable: string, { model, profit, context, atoms }: Setting): Equation {
  const summands = profit
    .filter(({ term }) => depends(term, [variable]))
    .map(({ source, term }) => ({
      source,
      term: settled(model, multiply(symbol(variable), rawDerivative(term, variable))),
    }));
  return {
    name: variable,
    summands: gathered(summands, context).map(({ source, term }) => ({ source, term: atoms.replace(term) })),
  };
}

/** The system in which no limit binds. */
function freeProblem(setting: Setting, limits: readonly Limit[]): Problem {
  const { model, context, variables, ray, profit, atoms } = setting;
  const equations = variables.map((variable) => conditionOn(variable, setting));
  const objective = gathered(
    profit.map(({ source, term }) => ({ source, term: settled(model, term) })),
    context,
  ).map(({ source, term }) => ({ source, term: atoms.replace(term) }));
  const along = (value: Term): Term => tidy(substitute(value, ray), context);
  const guards: Guard[] = limits.map(({ variable, bound }) => ({
    source: BOUND[variable],
    ratio: along(divide(symbol(variable), bound)),
  }));
  return {
    context,
    variables,
    multipliers: [],
    equations,
    atoms: [...atoms.found.values()],
    guards,
    objective,
    quantities: {
      n: symbol('n'),
      d: along(symbol('d')),
      t: along(settled(model, symbol('t'))),
      C_train: along(model.trainingSpend),
    },
    tellingEquation: 'n',
    names: NAMES,
  };
}

/** The system in which one limit binds: its multiplier is one more cost of the variable that it holds. */
function boundProblem(free: Problem, { variable, bound }: Limit, { ray, variables }: Setting): Problem {
  const held = variables.includes(variable) ? variable : 'n';
  const value = ray[variable] ?? symbol(variable);
  const source = BOUND[variable];
  const equations = free.equations.map((equation) =>
    equation.name === held
      ? { ...equation, summands: [...equation.summands, { source, term: negate(symbol(MULTIPLIER)) }] }
      : equation,
  );
  const limit: Equation = {
    name: source,
    summands: [
      { source: variable, term: value },
      { source, term: negate(bound) },
    ],
  };
  return {
    ...free,
    multipliers: [MULTIPLIER],
    equations: [...equations, limit],
    guards: free.guards.filter((guard) => guard.source !== source),
    tellingEquation: held,
  };
}

/**
 * The systems of first-order conditions of a model: first with every limit slack, then with each limit binding.
 * @throws OptimandError where quality has a kink that is not known to be the optimum.
 */
export function conditionsOf(model: Model): readonly Problem[] {
  const context = contextOf(model);
  const ray = rayOf(model, context);
  const variables = model.variables.filter((name) => !(name in ray));
  const quality = qualityAlong(model, ray);
  const profit = profitParts(model, quality, context).map(({ source, term }) => ({
    source,
    term: tidy(substitute(term, ray), context),
  }));
  const atoms = new Atoms(variables, context);
  const setting: Setting = { model, context, variables, ray, profit, atoms };
  const free = freeProblem(setting, model.limits);
  return [free, ...model.limits.map((limit) => boundProblem(free, limit, setting))];
}
