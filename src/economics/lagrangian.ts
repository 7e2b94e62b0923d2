/**
 * The first-order conditions of a problem as labelled sums of monomials: x ∂Λ/∂x of the Lagrangian
 *
 *     Λ = f - Σ λ_j (left_j - right_j)   for a maximum,      Λ = -f - Σ λ_j (left_j - right_j)   for a minimum,
 *
 * each λ_j > 0, with the constraints that bind (`binding.ts`). In an equilibrium it is one player's, the others' amounts given
 * (`symmetry.ts`). A constraint stated with ≤ gives systems in which it binds and systems in which it does not; one stated
 * with = binds on the side on which every condition has something to gain and something to pay, for only there can its
 * multiplier be positive.
 *
 * Whether a solution is an optimum is told once for all of them, in logarithms of the variables (`convex.ts`): where the
 * objective is a geometric program's and each binding constraint is a sum of positive monomials below one monomial.
 */
import type { Problem as Conditions, Equation, Guard, Summand } from '../asymptotics/problem.ts';
import { assuming, type Context, type Fact } from '../kernel/facts.ts';
import { tidy } from '../kernel/normal/equal.ts';
import { normalise } from '../kernel/normal/normalise.ts';
import { signOfSummand } from '../kernel/normal/power.ts';
import { signOf } from '../kernel/sign.ts';
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
import { type Binding, waysOf } from './binding.ts';
import { type Branch, branchesOf } from './branches.ts';
import { areLinear, isConvex, sidesOf } from './convex.ts';
import { byDistances, contextByDistances } from './distances.ts';
import { settled } from './model.ts';
import { type Part as Acting, joinLogarithms, Monomials } from './monomials.ts';
import { asLogarithm } from './power-less-constant.ts';
import type { Constraint, Part, Problem } from './problem.ts';
import { alongRay, rayOf } from './ray.ts';
import { atSymmetry, auxiliariesAt } from './symmetry.ts';

/** The label of a cost that grows because ever more of a variable is needed for the same. */
export const SATURATED = 'saturated';

/** A system of conditions, and why its solutions are not known to be optima; null where they are. */
export interface System {
  readonly binding: readonly Binding[];
  readonly conditions: Conditions;
  readonly fault: string | null;
}

interface Setting {
  readonly problem: Problem;
  /** The parts of the objective as they are read, others' amounts as they are, and where all do the same. */
  readonly parts: readonly ReadPart[];
  readonly branch: Branch;
  readonly monomials: Monomials;
  /** What is chosen, but for what follows along a ray. */
  readonly variables: readonly string[];
  /** A term on this side of what is piecewise, along the ray, others' amounts as they are. */
  readonly read: (value: Term) => Term;
  /** The same where all do the same. */
  readonly settled: (value: Term) => Term;
}

interface ReadPart extends Omit<Part, 'term'> {
  readonly own: Term;
  readonly shared: Term;
}

/** Up for what is maximised. */
const turn = ({ kind }: Problem, value: Term): Term => (kind === 'minimum' ? negate(value) : value);

/** What a derivative acts through tells some costs apart: of what hardly helps any more. */
function sourceThrough(source: string, { term, through }: Acting, { monomials, branch }: Setting): string {
  const atom = monomials.atoms.find(({ name }) => name === through);
  const isSaturating = atom?.argument.kind === 'symbol' && atom.argument.name in branch.edges;
  return isSaturating && signOf(term, monomials.context) !== 'positive' ? SATURATED : source;
}

function conditionOn(variable: string, parts: readonly Summand[], setting: Setting): Equation {
  const { problem, variables, monomials } = setting;
  const bySource = new Map<string, Term[]>();
  for (const { source, term } of parts) {
    for (const acting of monomials.derivative(term, variable)) {
      const own = sourceThrough(source, acting, setting);
      bySource.set(own, [...(bySource.get(own) ?? []), acting.term]);
    }
  }
  const seen = isOwnConvex(setting) ? [] : variables;
  const summands = [...bySource].flatMap(([source, terms]) =>
    atSymmetry(source, monomials.reduced(terms), problem, seen, monomials),
  );
  return { name: variable, summands };
}

const labelled = (source: string, value: Term, { monomials }: Setting): readonly Summand[] =>
  monomials.collected(value).map((term) => ({ source, term }));

/** The monomials of a part, those told apart under their own label. */
function labelledPart({ source, apart }: ReadPart, value: Term, { monomials }: Setting): readonly Summand[] {
  const varies = (term: Term, but: readonly string[]): boolean =>
    symbolsOf(term).some((name) => !but.includes(name) && monomials.depends(symbol(name)));
  return monomials
    .collected(value)
    .map((term) => ({ source: apart && !varies(term, apart.holding) ? apart.source : source, term }));
}

/** Summands label by label, like ones collected. */
function byLabel(summands: readonly Summand[], { monomials }: Setting): readonly Summand[] {
  const sources = [...new Set(summands.map(({ source }) => source))];
  return sources.flatMap((source) =>
    monomials
      .reduced(summands.filter((one) => one.source === source).map(({ term }) => term))
      .map((term) => ({ source, term })),
  );
}

/** The variable that moves with a limited one: itself, or what it follows along a ray. */
function heldBy({ left }: Constraint, { monomials, variables, settled }: Setting): string {
  const value = monomials.collected(settled(left));
  const [own = ''] = symbolsOf(left);
  return variables.find((name) => value.some((term) => symbolsOf(term).includes(name))) ?? own;
}

/** The conditions with limits whose multipliers are relative: one more cost each of what moves with the limited variable. */
function withLimits(
  conditions: readonly Equation[],
  binding: readonly Binding[],
  setting: Setting,
): readonly Equation[] {
  const costs = binding
    .filter(({ constraint }) => constraint.relative)
    .map(({ constraint }) => ({
      held: heldBy(constraint, setting),
      source: constraint.id,
      term: negate(symbol(constraint.multiplier.name)),
    }));
  return conditions.map(({ name, summands }) => ({
    name,
    summands: [
      ...summands,
      ...costs.filter(({ held }) => held === name).map(({ source, term }) => ({ source, term })),
    ],
  }));
}

/** Each summand of a constraint under a name of its own: which of them dominates tells regimes apart. */
function equationOf({ constraint, excess }: Binding, { monomials, settled }: Setting): Equation {
  const { id, left, right, relative } = constraint;
  if (!relative)
    return {
      name: id,
      summands: monomials.collected(settled(excess)).map((term, i) => ({ source: `${id} ${i + 1}`, term })),
    };
  const [variable = ''] = symbolsOf(left);
  return {
    name: id,
    summands: [
      ...monomials.collected(settled(left)).map((term) => ({ source: variable, term })),
      { source: id, term: negate(settled(right)) },
    ],
  };
}

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
const isOwnConvex = ({ problem, parts, monomials, branch }: Setting): boolean =>
  isConvex(
    monomials.collected(add(...parts.map(({ own }) => own))),
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

/** Quantities other than the objective. */
function quantitiesOf(
  problem: Problem,
  { monomials, settled }: Setting,
): readonly (readonly [string, Term])[] {
  return problem.quantities.flatMap(({ letter: { name }, term }) => {
    if (name === problem.objectiveName) return [];
    return [[name, add(...monomials.collected(settled(term)))] as const];
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
  const { problem, parts, branch, monomials, variables, read, settled } = setting;
  const summands = [
    ...parts.flatMap((part) => labelledPart(part, turn(problem, part.own), setting)),
    ...binding
      .filter(({ constraint }) => !constraint.relative)
      .flatMap(({ constraint, excess }) =>
        labelled(constraint.id, read(negate(multiply(constraint.multiplier.name, excess))), setting),
      ),
  ];
  const free = variables.map((variable) => conditionOn(variable, summands, setting));
  const conditions = withLimits(free, binding, setting);
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
    objective: byLabel(
      parts.flatMap((part) => labelledPart(part, part.shared, setting)),
      setting,
    ),
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
      tellingEquation: tellingOf(binding, setting),
      names: namesOf(problem, binding),
      ...(Object.keys(problem.rivals).length > 0 && { hasRivals: true }),
    },
  };
}

/**
 * The condition by which a regime is told: of what a limit holds, where one with a relative multiplier binds; else of the
 * telling variable, or where that follows another along a ray, of the first of those left.
 */
function tellingOf(binding: readonly Binding[], setting: Setting): string {
  const { problem, variables } = setting;
  const [limit] = binding.filter(({ constraint }) => constraint.relative);
  if (limit) return heldBy(limit.constraint, setting);
  return variables.includes(problem.telling) ? problem.telling : (variables[0] ?? problem.telling);
}

/** What the conditions on one side of what is piecewise are read with, no names given yet. */
function settingOf(problem: Problem, branch: Branch): Setting {
  const monomials = new Monomials(branch.context, branch.variables, branch.edges);
  const put = byDistances(problem);
  const onSide = (value: Term): Term => put(branch.read(value));
  const { inside, given } = problem;
  const stated = inside?.parts ?? problem.parts;
  const whole = (value: Term): Term =>
    inside ? substitute(value, { [inside.letter]: inside.value }) : value;
  const there: Problem = {
    ...problem,
    parts: stated.map((part) => ({ ...part, term: onSide(whole(part.term)) })),
    constraints: problem.constraints.map((one) => ({
      ...one,
      left: onSide(one.left),
      right: onSide(one.right),
    })),
  };
  const beyond = Object.keys(branch.edges).map(
    (name): Fact => ({ term: subtract(name, 1), is: 'positive', because: 'this side begins where it is 1' }),
  );
  const ray = rayOf(there, branch.variables, assuming(branch.context, ...beyond), monomials);
  const along = alongRay(ray);
  const read = (value: Term): Term => substitute(along(onSide(value)), given);
  const isShared = Object.keys(problem.rivals).length > 0;
  // Others' amounts are put in on this side too: they are what one chooses there oneself.
  const shared = isShared ? (value: Term) => tidy(read(settled(problem, value)), branch.context) : read;
  const depends = (part: Term): boolean => monomials.depends(part);
  const letters = inside && {
    [inside.letter]: joinLogarithms(asLogarithm(read(inside.value), depends, monomials.context), depends),
  };
  const opened = (value: Term): Term => (letters ? substitute(value, letters) : value);
  return {
    problem,
    parts: stated.map(({ term, ...part }) => ({
      ...part,
      own: opened(read(term)),
      shared: opened(read(settled(problem, term))),
    })),
    branch,
    monomials,
    variables: branch.variables.filter((name) => name !== ray?.follows),
    read,
    settled: shared,
  };
}

/**
 * The systems of first-order conditions of a problem: branch by branch of what is piecewise, with every choice of the
 * constraints that bind.
 * @throws OptimandError where something is no sum of monomials.
 */
export function systemsOf(problem: Problem): readonly System[] {
  const names = problem.variables.map(({ name }) => name);
  const { inside, objective, constraints } = problem;
  const values = [
    ...(inside ? [inside.piecewise, ...inside.parts.map(({ term }) => term)] : [objective]),
    ...constraints.flatMap(({ left, right }) => [left, right]),
  ];
  return branchesOf(values, names, contextByDistances(problem)).flatMap((branch) =>
    waysOf(problem.constraints).flatMap((binding) => {
      const setting = settingOf(problem, branch);
      return binding.length > setting.variables.length ? [] : (systemOf(binding, setting) ?? []);
    }),
  );
}
