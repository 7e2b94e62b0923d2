/**
 * The first-order conditions of a model as sums of monomials, each labelled by what it stands for: the gain, the slope of
 * demand, training, inference, data that are bought, a limit. Laws and regimes are read off these labels, so a model with
 * another block has other laws without a word about it elsewhere. Sums under a power and logarithms get names of their own
 * (`monomials.ts`), and what is piecewise is taken apart (`branches.ts`).
 *
 * Where quality is the smaller of two things (`min`), both are equal at an optimum as long as n and d each cost something:
 * the scarcer one alone counts, and the other can be cut back to it. On that ray one of the two is a function of the other,
 * and one condition along the ray stands for both. A limit v ≤ bound gives two systems: the limit slack, or binding with a
 * multiplier, which counts as one more cost of v; several limits give one for each choice of those that bind.
 *
 * In an equilibrium each seller's own profit is differentiated with the others' amounts given (`symmetry.ts`).
 */
import type { Equation, Guard, Problem, Summand } from '../asymptotics/problem.ts';
import { rawDerivative } from '../kernel/differentiate.ts';
import { refuse } from '../kernel/issues.ts';
import { normalise } from '../kernel/normal/normalise.ts';
import { normalTerm } from '../kernel/normal/to-term.ts';
import { isPositive } from '../kernel/sign.ts';
import { add, divide, negate, substitute, subtract, symbol, symbolsOf, type Term } from '../kernel/term.ts';
import { solve } from '../solve/solve.ts';
import type { Limit } from './block.ts';
import { type Branch, branchesOf } from './branches.ts';
import { isConvex } from './convex.ts';
import { contextOf, type Model, settled } from './model.ts';
import { joinLogarithms, Monomials } from './monomials.ts';
import { asLogarithm } from './power-less-constant.ts';
import { subsetsOf } from './subsets.ts';
import { atSymmetry, auxiliariesAt } from './symmetry.ts';

const MULTIPLIER = 'mu';
const BOUND = { n: 'size-bound', d: 'data-bound', t: 'sales-bound' } as const;
/** A cost that grows because ever more of a variable is needed for the same. */
const SATURATED = 'saturated';
const NAMES = {
  ...Object.fromEntries(Object.values(BOUND).map((name) => [name, name])),
  'data-cost': 'data-cost',
  [SATURATED]: SATURATED,
};

const depends = (value: Term, names: readonly string[]): boolean =>
  symbolsOf(value).some((name) => names.includes(name));

interface Setting {
  readonly model: Model;
  readonly branch: Branch;
  readonly monomials: Monomials;
  readonly variables: readonly string[];
  /** What is put in for n, d and t: a variable on the ray, an exponential's logarithm, what is given. */
  readonly put: (value: Term) => Term;
  readonly profit: readonly Summand[];
}

/** The variable that the kink of quality makes a function of the others, and quality along it. */
interface Ray {
  readonly replaced: Readonly<Record<string, Term>>;
  readonly quality: Term;
}

const noRay = (model: Model, would: string) =>
  refuse('the kink of quality is not known to be the optimum', `the conditions of ${model.id}`, would);

/** Both sides of the kink are monomials after `named`; the variable is chosen that one power determines. */
function rayOf(model: Model, branch: Branch, monomials: Monomials): Ray {
  const quality = branch.read(model.quality);
  if (quality.kind !== 'call' || quality.name !== 'min') return { replaced: {}, quality };
  const costs = add(model.trainingSpend, model.inferenceSpend);
  const costly = ['n', 'd'].every(
    (name) => isPositive(rawDerivative(costs, name), contextOf(model)) === 'yes',
  );
  if (!costly) return noRay(model, 'give both variables a cost');
  const [left, right, more] = quality.args.map((side) => monomials.named(side));
  if (!left || !right || more) return noRay(model, 'take the smaller of two things');
  for (const [name, other] of [
    ['d', left],
    ['n', right],
  ] as const) {
    const outcome = solve(subtract(left, right), name, monomials.context);
    if (outcome.kind !== 'solved' || !monomials.depends(symbol(name)) || outcome.roots.length > 1) continue;
    return { replaced: { [name]: outcome.roots[0].value }, quality: other };
  }
  return noRay(model, 'make one of the two sides a power');
}

/** A cost of d alone is the price of data; what else training costs depends on n too. */
const costSource = (base: string, term: Term): string =>
  base === 'training' && !depends(term, ['n']) ? 'data-cost' : base;

/** Profit as labelled monomials. */
function profitParts(
  { model, branch, monomials, put }: Omit<Setting, 'profit'>,
  quality: Term,
): readonly Summand[] {
  const [n, d, t] = [symbol('n'), symbol('d'), symbol('t')];
  const { market, adoption, cost } = model.blocks;
  const read = (value: Term): Term => put(branch.read(value));
  const depends = (part: Term): boolean => monomials.depends(part);
  const onSale = asLogarithm(read(adoption.onSale(quality)), depends, monomials.context);
  const adopted = joinLogarithms(onSale, depends);
  const isGain = (term: Term): boolean =>
    symbolsOf(term).some((name) => name !== 't' && monomials.depends(symbol(name)));
  const revenue = monomials
    .collected(put(market.revenue(adopted, t)))
    .map((term) => ({ source: isGain(term) ? 'revenue' : 'demand', term }));
  const costs = (base: string, value: Term): Summand[] => {
    const parts = normalise(value, contextOf(model)).map((summand) => normalTerm([summand]));
    return parts.flatMap((part) =>
      monomials.collected(read(part)).map((term) => ({ source: costSource(base, part), term: negate(term) })),
    );
  };
  return [
    ...revenue,
    ...costs('training', cost.training(n, d)),
    ...costs('inference', cost.inference(n, t)),
    ...costs('data-cost', model.dataSpend),
  ];
}

/** What a derivative acts through tells some costs apart: data that hardly help any more. */
function sourceThrough(source: string, through: string | null, { monomials, branch }: Setting): string {
  const atom = monomials.atoms.find(({ name }) => name === through);
  const isSaturating = atom?.argument.kind === 'symbol' && atom.argument.name in branch.edges;
  return isSaturating && source !== 'revenue' ? SATURATED : source;
}

/** variable · ∂profit/∂variable, source by source. */
function conditionOn(variable: string, setting: Setting): Equation {
  const { profit, monomials, model, variables } = setting;
  const bySource = new Map<string, Term[]>();
  for (const { source, term } of profit) {
    for (const { term: part, through } of monomials.derivative(term, variable)) {
      const own = sourceThrough(source, through, setting);
      bySource.set(own, [...(bySource.get(own) ?? []), part]);
    }
  }
  const isPlain = isConvex(
    profit.map(({ term }) => term),
    false,
    variables,
    monomials,
  );
  const seen = isPlain ? [] : variables;
  const summands = [...bySource].flatMap(([source, terms]) =>
    atSymmetry(source, monomials.reduced(terms), model, seen, monomials),
  );
  return { name: variable, summands };
}

/** The system in which no limit binds. */
function freeProblem(setting: Setting, limits: readonly Limit[]): Problem {
  const { model, branch, monomials, variables, put, profit } = setting;
  const equations = variables.map((variable) => conditionOn(variable, setting));
  const along = (value: Term): Term => add(...monomials.collected(put(branch.read(value))));
  const sources = [...new Set(profit.map(({ source }) => source))];
  const objective = sources.flatMap((source) => {
    const own = profit.filter((summand) => summand.source === source).map(({ term }) => settled(model, term));
    return monomials.reduced(own).map((term) => ({ source, term }));
  });
  const quantities = {
    n: along(symbol('n')),
    d: along(symbol('d')),
    t: along(symbol('t')),
    C_train: along(model.trainingSpend),
  };
  const guards: Guard[] = limits.flatMap(({ variable, bound }) =>
    monomials
      .collected(put(branch.read(symbol(variable))))
      .map((term) => ({ source: BOUND[variable], ratio: divide(term, bound) })),
  );
  const ends = branch.guards.map((guard) => ({ ...guard, ratio: along(guard.ratio) }));
  return {
    context: monomials.context,
    branch: branch.id,
    variables,
    multipliers: [],
    auxiliaries: auxiliariesAt(model, monomials),
    equations,
    atoms: monomials.atoms,
    guards: [...guards, ...ends],
    objective,
    quantities,
    tellingEquation: tellingOf(variables),
    names: NAMES,
  };
}

/** The condition on size, or on what stands for it along the ray. */
const tellingOf = (variables: readonly string[]): string =>
  variables.find((name) => name === 'n') ?? variables.find((name) => name !== 't') ?? 'n';

/** The letter of a limit's multiplier. */
const multiplierOf = ({ variable }: Limit, { limits }: Model): string =>
  limits.length > 1 ? `${MULTIPLIER}_${variable}` : MULTIPLIER;

/** The system in which one limit more binds: its multiplier is one more cost of the variable that it holds. */
function boundProblem(free: Problem, limit: Limit, setting: Setting): Problem {
  const { model, variables, monomials, branch, put } = setting;
  const { variable, bound } = limit;
  const multiplier = multiplierOf(limit, model);
  const value = monomials.collected(put(branch.read(symbol(variable))));
  const held = variables.find((name) => value.some((term) => depends(term, [name]))) ?? variable;
  const source = BOUND[variable];
  const equations = free.equations.map((equation) =>
    equation.name === held
      ? { ...equation, summands: [...equation.summands, { source, term: negate(symbol(multiplier)) }] }
      : equation,
  );
  const binding: Equation = {
    name: source,
    summands: [...value.map((term) => ({ source: variable, term })), { source, term: negate(bound) }],
  };
  return {
    ...free,
    multipliers: [...free.multipliers, multiplier],
    equations: [...equations, binding],
    guards: free.guards.filter((guard) => guard.source !== source),
    tellingEquation: free.multipliers.length === 0 ? held : free.tellingEquation,
  };
}

function problemsOf(model: Model, branch: Branch): readonly Problem[] {
  const monomials = new Monomials(branch.context, branch.variables, branch.edges);
  const ray = rayOf(model, branch, monomials);
  const variables = branch.variables.filter((name) => !(name in ray.replaced));
  const put = (value: Term): Term => substitute(substitute(value, ray.replaced), model.given);
  const start = { model, branch, monomials, variables, put };
  const setting: Setting = { ...start, profit: profitParts(start, ray.quality) };
  const free = freeProblem(setting, model.limits);
  return subsetsOf(model.limits)
    .filter((binding) => binding.length <= variables.length)
    .map((binding) => binding.reduce((problem, limit) => boundProblem(problem, limit, setting), free));
}

/**
 * The systems of first-order conditions of a model: branch by branch of what is piecewise, first with every limit slack,
 * then with each choice of limits binding.
 * @throws OptimandError where quality has a kink that is not known to be the optimum, or something is no sum of monomials.
 */
export function conditionsOf(model: Model): readonly Problem[] {
  const values = [model.quality, model.trainingSpend, model.inferenceSpend, model.dataSpend];
  return branchesOf(values, model.variables, contextOf(model)).flatMap((branch) => problemsOf(model, branch));
}
