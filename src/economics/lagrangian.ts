/**
 * The first-order conditions of a problem as labelled sums of monomials: x ∂Λ/∂x of the Lagrangian
 *
 *     Λ = f - Σ λ_j (left_j - right_j)   for a maximum,      Λ = -f - Σ λ_j (left_j - right_j)   for a minimum,
 *
 * each λ_j > 0, with the constraints that bind. A constraint stated with ≤ gives systems in which it binds and systems in
 * which it does not; one stated with = binds on the side on which every condition has something to gain and something to
 * pay, for only there can its multiplier be positive.
 *
 * Whether a solution is an optimum is told once for all of them, in logarithms of the variables (a geometric program): the
 * objective of a minimum is a sum of positive monomials, that of a maximum one positive monomial less such a sum, and each
 * binding constraint a sum of positive monomials below one monomial. Then what is at least as good as a level is a convex
 * set, and a solution of the conditions is the optimum, the only one. Source: Boyd, Kim, Vandenberghe & Hassibi, A tutorial
 * on geometric programming, 2007.
 */
import type { Problem as Conditions, Equation, Guard, Summand } from '../asymptotics/problem.ts';
import type { Context } from '../kernel/facts.ts';
import { tidy } from '../kernel/normal/equal.ts';
import { normalise } from '../kernel/normal/normalise.ts';
import { signOfSummand } from '../kernel/normal/power.ts';
import { signOf } from '../kernel/sign.ts';
import { joinTables, POSITIVE, symbolTable } from '../kernel/symbols.ts';
import {
  add,
  divide,
  multiply,
  negate,
  substitute,
  subtract,
  symbol,
  symbolsOf,
  type Term,
} from '../kernel/term.ts';
import { type Branch, branchesOf } from './branches.ts';
import { Monomials } from './monomials.ts';
import { type Constraint, contextOfProblem, type Problem } from './problem.ts';

/** A constraint that binds, turned so that its multiplier is positive: excess = left - right, or right - left. */
export interface Binding {
  readonly constraint: Constraint;
  readonly excess: Term;
  /** 1 where more of the right side helps, -1 where less does. */
  readonly side: 1 | -1;
}

/** A system of conditions, and why its solutions are not known to be optima; null where they are. */
export interface System {
  readonly binding: readonly Binding[];
  readonly conditions: Conditions;
  readonly fault: string | null;
}

interface Setting {
  readonly problem: Problem;
  readonly branch: Branch;
  readonly monomials: Monomials;
  readonly read: (value: Term) => Term;
}

/** Every way of choosing which constraints bind, and on which side where they are equations. */
function waysOf(constraints: readonly Constraint[]): readonly (readonly Binding[])[] {
  return constraints.reduce<readonly (readonly Binding[])[]>(
    (ways, constraint) => {
      const { left, right, relation } = constraint;
      const below: Binding = { constraint, excess: subtract(left, right), side: 1 };
      const above: Binding = { constraint, excess: subtract(right, left), side: -1 };
      return ways.flatMap((way) =>
        relation === '<='
          ? [way, [...way, below]]
          : [
              [...way, below],
              [...way, above],
            ],
      );
    },
    [[]],
  );
}

/** The problem's terms with each parameter that matters by a distance alone written as that distance. */
export function byDistances(problem: Problem): (value: Term) => Term {
  const put = Object.fromEntries(
    problem.distances.map(({ parameter, above, letter }) => [parameter, add(above, symbol(letter.name))]),
  );
  return (value) => substitute(value, put);
}

/** The context of the conditions: a multiplier stands in them where its constraint binds, turned so that it is positive. */
export function contextOfConditions(problem: Problem): Context {
  const { symbols, facts } = contextOfProblem(problem);
  const prices = problem.constraints.map(({ multiplier }) => ({ ...multiplier, domain: POSITIVE }));
  return { symbols: joinTables(symbols, symbolTable(...prices)), facts };
}

/** The context of the conditions in which distances are letters. */
export function contextByDistances(problem: Problem): Context {
  const { symbols, facts } = contextOfConditions(problem);
  const put = byDistances(problem);
  return {
    symbols: joinTables(symbols, symbolTable(...problem.distances.map(({ letter }) => letter))),
    facts: facts.map((fact) => ({ ...fact, term: put(fact.term) })),
  };
}

/** Up for what is maximised. */
const turn = ({ kind }: Problem, value: Term): Term => (kind === 'minimum' ? negate(value) : value);

function conditionOn(variable: string, parts: readonly Summand[], { monomials }: Setting): Equation {
  const bySource = new Map<string, Term[]>();
  for (const { source, term } of parts) {
    const found = monomials.derivative(term, variable).map((part) => part.term);
    if (found.length > 0) bySource.set(source, [...(bySource.get(source) ?? []), ...found]);
  }
  const summands = [...bySource].flatMap(([source, terms]) =>
    monomials.reduced(terms).map((term) => ({ source, term })),
  );
  return { name: variable, summands };
}

const labelled = (source: string, value: Term, { monomials, read }: Setting): readonly Summand[] =>
  monomials.collected(read(value)).map((term) => ({ source, term }));

/** Each summand of a constraint under a name of its own: which of them dominates tells regimes apart. */
const equationOf = ({ constraint, excess }: Binding, { monomials, read }: Setting): Equation => ({
  name: constraint.id,
  summands: monomials
    .collected(read(excess))
    .map((term, i) => ({ source: `${constraint.id} ${i + 1}`, term })),
});

/** Whether some condition has gains alone or costs alone, so that nothing solves it. */
function isOneSided({ summands }: Equation, context: Context): boolean {
  const signs = summands.flatMap(({ term }) =>
    normalise(term, context).map((own) => signOfSummand(own, context)),
  );
  return signs.every((sign) => sign === 'positive') || signs.every((sign) => sign === 'negative');
}

/** Constraints that are taken not to bind, as what must stay below 1. */
const guardsOf = (slack: readonly Constraint[], { monomials, read }: Setting): readonly Guard[] =>
  slack.flatMap(({ id, left, right }) =>
    monomials.collected(read(left)).map((term) => ({ source: id, ratio: divide(term, read(right)) })),
  );

/** The summands that depend on a variable, by sign, or why that is not known. */
function sides(value: Term, { problem, monomials, read }: Setting) {
  const { context } = monomials;
  const moving = monomials.collected(read(value)).filter((term) => monomials.depends(term));
  const isPlain = moving.every((term) =>
    symbolsOf(term).every((name) => !monomials.depends(symbol(name)) || isVariable(problem, name)),
  );
  if (!isPlain) return null;
  const signs = moving.map((term) => signOf(term, context));
  if (signs.some((sign) => sign !== 'positive' && sign !== 'negative')) return null;
  const still = monomials.collected(read(value)).filter((term) => !monomials.depends(term));
  return {
    ups: signs.filter((sign) => sign === 'positive').length,
    downs: signs.filter((sign) => sign === 'negative').length,
    still: tidy(add(...still), context),
  };
}

const isVariable = ({ variables }: Problem, name: string): boolean =>
  variables.some((variable) => variable.name === name);

/** Why solutions of the conditions are not known to be optima. */
function faultOf(binding: readonly Binding[], setting: Setting): string | null {
  const { problem, monomials } = setting;
  const objective = sides(problem.objective, setting);
  const isConvex =
    objective !== null && (problem.kind === 'minimum' ? objective.downs === 0 : objective.ups === 1);
  if (!isConvex) return `the ${problem.objectiveName} is not known to be convex in logarithms`;
  for (const { constraint, excess } of binding) {
    const own = sides(excess, setting);
    const sign = own && signOf(own.still, monomials.context);
    const isMonomial = own?.downs === 1 && (sign === 'zero' || sign === 'positive');
    const isNumber = own?.downs === 0 && sign === 'negative';
    if (!isMonomial && !isNumber) return `${constraint.id} is not known to be convex in logarithms`;
  }
  return null;
}

/** The name of a summand of a quantity. */
export const summandName = (quantity: string, index: number): string => `${quantity} ${index + 1}`;

/** Quantities other than the objective, and the summands of those that are sums: which is largest depends on the regime. */
function quantitiesOf(problem: Problem, { monomials, read }: Setting): readonly (readonly [string, Term])[] {
  return problem.quantities.flatMap(({ letter: { name }, term }) => {
    if (name === problem.objectiveName) return [];
    const summands = monomials.collected(read(term));
    const parts = summands.map((summand, i) => [summandName(name, i), summand] as const);
    return [[name, add(...summands)] as const, ...(parts.length > 1 ? parts : [])];
  });
}

function systemOf(binding: readonly Binding[], setting: Setting): System | null {
  const { problem, branch, monomials, read } = setting;
  const parts = [
    ...problem.parts.flatMap(({ source, term }) => labelled(source, turn(problem, term), setting)),
    ...binding.flatMap(({ constraint, excess }) =>
      labelled(constraint.id, negate(multiply(constraint.multiplier.name, excess)), setting),
    ),
  ];
  const conditions = branch.variables.map((variable) => conditionOn(variable, parts, setting));
  if (conditions.some((condition) => isOneSided(condition, monomials.context))) return null;
  const multipliers = binding.map(({ constraint }) => constraint.multiplier.name);
  const slack = problem.constraints.filter(({ multiplier }) => !multipliers.includes(multiplier.name));
  const along = (value: Term): Term => add(...monomials.collected(read(value)));
  return {
    binding,
    fault: faultOf(binding, setting),
    conditions: {
      context: monomials.context,
      branch: branch.id,
      variables: branch.variables,
      multipliers,
      auxiliaries: monomials.auxiliaries,
      equations: [...conditions, ...binding.map((one) => equationOf(one, setting))],
      atoms: monomials.atoms,
      guards: [
        ...guardsOf(slack, setting),
        ...branch.guards.map((guard) => ({ ...guard, ratio: along(guard.ratio) })),
      ],
      objective: problem.parts.flatMap(({ source, term }) => labelled(source, term, setting)),
      quantities: {
        ...Object.fromEntries(quantitiesOf(problem, setting)),
        ...Object.fromEntries(
          binding.map(({ constraint: { multiplier }, side }) => [
            multiplier.name,
            multiply(side, multiplier.name),
          ]),
        ),
      },
      tellingEquation: problem.telling,
      names: {
        ...Object.fromEntries(problem.constraints.map(({ id }) => [id, id])),
        ...problem.regimes,
      },
    },
  };
}

/**
 * The systems of first-order conditions of a problem: branch by branch of what is piecewise, with every choice of the
 * constraints that bind.
 * @throws OptimandError where something is no sum of monomials.
 */
export function systemsOf(problem: Problem): readonly System[] {
  const put = byDistances(problem);
  const names = problem.variables.map(({ name }) => name);
  const values = [problem.objective, ...problem.constraints.flatMap(({ left, right }) => [left, right])];
  return branchesOf(values, names, contextByDistances(problem)).flatMap((branch) =>
    waysOf(problem.constraints).flatMap((binding) => {
      const multipliers = binding.map(({ constraint }) => constraint.multiplier.name);
      const monomials = new Monomials(branch.context, branch.variables, branch.edges);
      const setting: Setting = { problem, branch, monomials, read: (value) => put(branch.read(value)) };
      return multipliers.length > branch.variables.length ? [] : (systemOf(binding, setting) ?? []);
    }),
  );
}
