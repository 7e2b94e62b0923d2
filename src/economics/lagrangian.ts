/**
 * The first-order conditions of a problem as labelled sums of monomials: x ∂Λ/∂x of the Lagrangian
 *
 *     Λ = f - Σ λ_j (left_j - right_j)   for a maximum,      Λ = -f - Σ λ_j (left_j - right_j)   for a minimum,
 *
 * each λ_j > 0, with the constraints that bind. In an equilibrium it is one player's, the others' amounts given (`symmetry.ts`). A constraint stated with ≤ gives systems in which it binds and systems in
 * which it does not; one stated with = binds on the side on which every condition has something to gain and something to
 * pay, for only there can its multiplier be positive.
 *
 * Whether a solution is an optimum is told once for all of them, in logarithms of the variables (`convex.ts`): where the
 * objective is a geometric program's and each binding constraint is a sum of positive monomials below one monomial.
 */
import type { Problem as Conditions, Equation, Guard, Summand } from '../asymptotics/problem.ts';
import type { Context } from '../kernel/facts.ts';
import { tidy } from '../kernel/normal/equal.ts';
import { normalise } from '../kernel/normal/normalise.ts';
import { signOfSummand } from '../kernel/normal/power.ts';
import { signOf } from '../kernel/sign.ts';
import { joinTables, POSITIVE, symbolTable } from '../kernel/symbols.ts';
import { add, divide, multiply, negate, substitute, subtract, symbol, type Term } from '../kernel/term.ts';
import { type Branch, branchesOf } from './branches.ts';
import { areLinear, isConvex, sidesOf } from './convex.ts';
import { settled } from './model.ts';
import { Monomials } from './monomials.ts';
import { type Constraint, contextOfProblem, type Problem } from './problem.ts';
import { alongRay, rayOf } from './ray.ts';
import { atSymmetry, auxiliariesAt } from './symmetry.ts';

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
  /** What is chosen, but for what follows along a ray. */
  readonly variables: readonly string[];
  /** A term on this side of what is piecewise, along the ray, others' amounts as they are. */
  readonly read: (value: Term) => Term;
  /** The same where all do the same. */
  readonly settled: (value: Term) => Term;
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

function conditionOn(variable: string, parts: readonly Summand[], setting: Setting): Equation {
  const { problem, variables, monomials } = setting;
  const bySource = new Map<string, Term[]>();
  for (const { source, term } of parts) {
    const found = monomials.derivative(term, variable).map((part) => part.term);
    if (found.length > 0) bySource.set(source, [...(bySource.get(source) ?? []), ...found]);
  }
  const summands = [...bySource].flatMap(([source, terms]) =>
    atSymmetry(source, monomials.reduced(terms), problem, isOwnConvex(setting) ? [] : variables, monomials),
  );
  return { name: variable, summands };
}

const labelled = (source: string, value: Term, { monomials }: Setting): readonly Summand[] =>
  monomials.collected(value).map((term) => ({ source, term }));

/** Each summand of a constraint under a name of its own: which of them dominates tells regimes apart. */
const equationOf = ({ constraint, excess }: Binding, { monomials, settled }: Setting): Equation => ({
  name: constraint.id,
  summands: monomials
    .collected(settled(excess))
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
const guardsOf = (slack: readonly Constraint[], { monomials, settled }: Setting): readonly Guard[] =>
  slack.flatMap(({ id, left, right }) =>
    monomials.collected(settled(left)).map((term) => ({ source: id, ratio: divide(term, settled(right)) })),
  );

/** Whether one's own objective is known to be convex in logarithms. */
const isOwnConvex = ({ problem, monomials, branch, read }: Setting): boolean =>
  isConvex(
    monomials.collected(read(problem.objective)),
    problem.kind === 'minimum',
    branch.variables,
    monomials,
  );

/** Why solutions of the conditions are not known to be optima. */
function faultOf(binding: readonly Binding[], setting: Setting): string | null {
  const { problem, monomials, branch, read } = setting;
  if (!isOwnConvex(setting)) return `the ${problem.objectiveName} is not known to be convex in logarithms`;
  for (const { constraint, excess } of binding) {
    const own = sidesOf(monomials.collected(read(excess)), monomials);
    const sign = own && signOf(own.still, monomials.context);
    const isPlain = own !== null && areLinear([...own.ups, ...own.downs], branch.variables, monomials);
    const isMonomial = isPlain && own.downs.length === 1 && (sign === 'zero' || sign === 'positive');
    const isNumber = isPlain && own.downs.length === 0 && sign === 'negative';
    if (!isMonomial && !isNumber) return `${constraint.id} is not known to be convex in logarithms`;
  }
  return null;
}

/** The name of a summand of a quantity. */
export const summandName = (quantity: string, index: number): string => `${quantity} ${index + 1}`;

/** Quantities other than the objective, and the summands of those that are sums: which is largest depends on the regime. */
function quantitiesOf(
  problem: Problem,
  { monomials, settled }: Setting,
): readonly (readonly [string, Term])[] {
  return problem.quantities.flatMap(({ letter: { name }, term }) => {
    if (name === problem.objectiveName) return [];
    const summands = monomials.collected(settled(term));
    const parts = summands.map((summand, i) => [summandName(name, i), summand] as const);
    return [[name, add(...summands)] as const, ...(parts.length > 1 ? parts : [])];
  });
}

/**
 * What the regimes of a system are called, by the label that costs most in the telling condition: all alike, by the first
 * inequality that binds, where one does. An equation binds everywhere, and tells nothing.
 */
function namesOf({ parts, constraints, regimes }: Problem, binding: readonly Binding[]) {
  const bound = binding.find(({ constraint }) => constraint.relation === '<=')?.constraint.id;
  const own = (id: string): string => regimes[id] ?? id;
  const labels = [...parts.map(({ source }) => source), ...constraints.map(({ id }) => id)];
  return bound === undefined
    ? { ...Object.fromEntries(constraints.map(({ id }) => [id, id])), ...regimes }
    : Object.fromEntries(labels.map((label) => [label, own(bound)]));
}

function systemOf(binding: readonly Binding[], setting: Setting): System | null {
  const { problem, branch, monomials, variables, read, settled } = setting;
  const parts = [
    ...problem.parts.flatMap(({ source, term }) => labelled(source, read(turn(problem, term)), setting)),
    ...binding.flatMap(({ constraint, excess }) =>
      labelled(constraint.id, read(negate(multiply(constraint.multiplier.name, excess))), setting),
    ),
  ];
  const conditions = variables.map((variable) => conditionOn(variable, parts, setting));
  if (conditions.some((condition) => isOneSided(condition, monomials.context))) return null;
  const multipliers = binding.map(({ constraint }) => constraint.multiplier.name);
  const slack = problem.constraints.filter(({ multiplier }) => !multipliers.includes(multiplier.name));
  const along = (value: Term): Term => add(...monomials.collected(settled(value)));
  const fault = faultOf(binding, setting);
  const own = {
    equations: [...conditions, ...binding.map((one) => equationOf(one, setting))],
    guards: [
      ...guardsOf(slack, setting),
      ...branch.guards.map((guard) => ({ ...guard, ratio: along(guard.ratio) })),
    ],
    objective: problem.parts.flatMap(({ source, term }) => labelled(source, settled(term), setting)),
    quantities: {
      ...Object.fromEntries(quantitiesOf(problem, setting)),
      ...Object.fromEntries(
        binding.map(({ constraint: { multiplier }, side }) => [
          multiplier.name,
          multiply(side, multiplier.name),
        ]),
      ),
    },
  };
  return {
    binding,
    fault,
    conditions: {
      ...own,
      context: monomials.context,
      branch: branch.id,
      variables,
      multipliers,
      auxiliaries: auxiliariesAt(problem, monomials),
      atoms: monomials.atoms,
      tellingEquation: tellingOf(problem, variables),
      names: namesOf(problem, binding),
    },
  };
}

/** The condition by which a regime is told, or where its variable follows another along a ray the first of those left. */
const tellingOf = ({ telling }: Problem, variables: readonly string[]): string =>
  variables.includes(telling) ? telling : (variables[0] ?? telling);

/** What the conditions on one side of what is piecewise are read with, no names given yet. */
function settingOf(problem: Problem, branch: Branch): Setting {
  const monomials = new Monomials(branch.context, branch.variables, branch.edges);
  const put = byDistances(problem);
  const onSide = (value: Term): Term => put(branch.read(value));
  const there: Problem = {
    ...problem,
    parts: problem.parts.map((part) => ({ ...part, term: onSide(part.term) })),
    constraints: problem.constraints.map((one) => ({
      ...one,
      left: onSide(one.left),
      right: onSide(one.right),
    })),
  };
  const ray = rayOf(there, branch.variables, branch.context, (side) => monomials.named(side));
  const along = alongRay(ray);
  const read = (value: Term): Term => along(onSide(value));
  const isShared = Object.keys(problem.rivals).length > 0;
  return {
    problem,
    branch,
    monomials,
    variables: branch.variables.filter((name) => name !== ray?.follows),
    read,
    // Others' amounts are put in on this side too: they are what one chooses there oneself.
    settled: isShared ? (value) => tidy(read(settled(problem, value)), branch.context) : read,
  };
}

/**
 * The systems of first-order conditions of a problem: branch by branch of what is piecewise, with every choice of the
 * constraints that bind.
 * @throws OptimandError where something is no sum of monomials.
 */
export function systemsOf(problem: Problem): readonly System[] {
  const names = problem.variables.map(({ name }) => name);
  const values = [problem.objective, ...problem.constraints.flatMap(({ left, right }) => [left, right])];
  return branchesOf(values, names, contextByDistances(problem)).flatMap((branch) =>
    waysOf(problem.constraints).flatMap((binding) => {
      const setting = settingOf(problem, branch);
      return binding.length > setting.variables.length ? [] : (systemOf(binding, setting) ?? []);
    }),
  );
}
