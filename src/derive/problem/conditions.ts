/**
 * The problem, its Lagrangian, the first-order conditions and the multipliers:
 *
 *     Λ = f - Σ λ_j (left_j - right_j)   for a maximum,      Λ = f + Σ λ_j (left_j - right_j)   for a minimum,
 *
 * with λ_j the worth of one unit more on the right side. In an equilibrium the objective is one player's, what the others do given
 * until the slope is taken. Gains stand on the left of a condition and costs on the right.
 */

import type { Binding } from '../../economics/binding.ts';
import type { System } from '../../economics/lagrangian.ts';
import type { Problem } from '../../economics/problem.ts';
import type { Ray } from '../../economics/ray.ts';
import { rawDerivative } from '../../kernel/differentiate.ts';
import { tidy } from '../../kernel/normal/equal.ts';
import { normalise } from '../../kernel/normal/normalise.ts';
import { normalTerm } from '../../kernel/normal/to-term.ts';
import { signOf } from '../../kernel/sign.ts';
import { add, multiply, negate, substitute, subtract, type Term, zero } from '../../kernel/term.ts';
import { UNDECLARED } from '../../kernel/units.ts';
import type { Argument, Line } from '../argument.ts';
import type { Derivation } from '../derivation.ts';
import { equation, relation } from '../relation.ts';
import { isOfCostsAlone } from './gain.ts';
import { aboutProblem, atSymmetry, letterOf, objectiveLetter, rayIn, sym } from './write.ts';

/** What the constraints cost at their multipliers, as it stands in the Lagrangian of a maximum. */
const priced = (binding: readonly Binding[]): Term =>
  add(
    ...binding.map(({ constraint: { left, right, multiplier } }) =>
      multiply(multiplier.name, subtract(left, right)),
    ),
  );

/** The choice of constraints that bind, as assumptions, which results carry; where each is an equation there is no choice. */
export function chosen(arg: Argument, { constraints }: Problem, system: System): ReadonlyMap<string, Line> {
  const lines = new Map<string, Line>();
  for (const constraint of constraints.filter((one) => one.relation === '<=')) {
    const { id, left, right, meaning } = constraint;
    const binds = system.binding.some((one) => one.constraint === constraint);
    const words = binds
      ? `Here it binds: ${meaning}.`
      : 'Here it does not bind, so one unit more is worth nothing.';
    const line = arg.assume(words, binds ? equation(left, right) : relation(left, '<', right));
    if (binds) lines.set(id, line);
  }
  return lines;
}

/** The constraints as they stand, and as they bind. */
function constraintLines(arg: Argument, problem: Problem, system: System): readonly Line[] {
  const stated = problem.constraints.map(({ meaning, left, right, relation: sign }) =>
    arg.model(`${sentenceOf(meaning)}.`, relation(left, sign, right)),
  );
  const assumed = chosen(arg, problem, system);
  return problem.constraints.flatMap(({ id, meaning, relation: sign }, i) => {
    const line = sign === '=' ? stated[i] : assumed.get(id);
    if (!line) return [];
    arg.result(id, sentenceOf(meaning), atSymmetry(arg, problem, line));
    return [line];
  });
}

const sentenceOf = (meaning: string): string => `${meaning.charAt(0).toUpperCase()}${meaning.slice(1)}`;

/** A sum split into the terms known to be positive and, turned round, those known to be negative; null where one is neither. */
function sidesOf(value: Term, { context }: Argument): { readonly up: Term; readonly down: Term } | null {
  const terms = normalise(value, context).map((summand) => normalTerm([summand]));
  const signs = terms.map((term) => signOf(term, context));
  if (signs.some((sign) => sign !== 'positive' && sign !== 'negative')) return null;
  return {
    up: tidy(add(zero, ...terms.filter((_, i) => signs[i] === 'positive')), context),
    down: tidy(negate(add(zero, ...terms.filter((_, i) => signs[i] === 'negative'))), context),
  };
}

/** The first-order condition in a variable: what one unit more brings against what it costs. */
function condition(arg: Argument, problem: Problem, lagrangian: Line, name: string, tex: string): void {
  const slope = letterOf(
    problem,
    `Lambda_${name}`,
    `\\Lambda_{${tex}}`,
    '1',
    `slope of the Lagrangian in ${name}`,
  );
  arg.declare(slope);
  const raw = tidy(rawDerivative(arg.opened(lagrangian.right, name), name), arg.context);
  const steeper = arg.differentiate(`A little more of ${name}.`, lagrangian, name, sym(slope), raw);
  const own = arg.stationary('At an interior optimum the slope vanishes.', steeper);
  const shared = atSymmetry(arg, problem, own);
  const stationary =
    shared === own
      ? own
      : arg.rewrite('Like terms collected.', shared, { left: tidy(shared.left, arg.context) });
  const turned = problem.kind === 'minimum' ? negate(stationary.left) : stationary.left;
  const sides = sidesOf(turned, arg);
  const line = sides
    ? arg.rearrange('Gain on the left, cost on the right.', stationary, equation(sides.up, sides.down))
    : stationary;
  arg.result(`first-order-${name}`, `First-order condition in ${name}`, line);
}

function multiplierLines(arg: Argument, { binding }: System, lagrangian: Line): void {
  for (const { constraint, side } of binding) {
    const { multiplier } = constraint;
    const [sign, more] = side === 1 ? (['>', 'more'] as const) : (['<', 'less'] as const);
    const words = `One unit ${more} on the right side helps: each condition has something to gain and something to pay only so. The multiplier is the ${multiplier.meaning}${multiplier.unit === UNDECLARED ? '' : `, in ${multiplier.unit}`}.`;
    const line = arg.therefore(words, [lagrangian], relation(sym(multiplier), sign, 0));
    arg.result(`multiplier-${multiplier.name}`, `Shadow price: ${multiplier.meaning}`, line);
  }
}

/** Why a solution of the conditions is the optimum, or that this is not known. */
function sufficiency(arg: Argument, problem: Problem, system: System, from: readonly Line[]): void {
  const { kind } = problem;
  const { fault } = system;
  const isShared = kind === 'equilibrium';
  const isAnyLevel = kind === 'minimum' || isOfCostsAlone(problem, system);
  const given = isShared ? ', with what the others do given,' : '';
  const so = isShared ? 'is the best reply to itself, and so an equilibrium' : `is the ${kind}`;
  const words =
    fault === null
      ? `In logarithms of the variables${given} what is allowed and what is at least as good as any ${isAnyLevel ? 'level' : 'positive level'} are convex sets, each a sum of positive monomials below one monomial (a geometric program); so a solution of the conditions${isAnyLevel ? '' : ' at which the objective, what does not depend on the variables left out, is positive'} ${so}.`
      : `Whether a solution is the ${kind} is not shown: ${fault}.`;
  const which = isAnyLevel ? 'A solution of the conditions' : 'Each solution with a positive objective';
  const what = isShared ? 'an equilibrium' : `the ${kind}`;
  const title = fault === null ? `${which} is ${what}` : 'Not shown to be enough';
  arg.result('enough', title, arg.therefore(words, from));
}

/** The objective, and how a term is written in the variables that do not follow. */
type Reduced = readonly [Line, (value: Term) => Term];

/** The ray on which nothing is in excess, solved for the variable that follows, and the objective along it. */
function alongRay(arg: Argument, { sides, follows, along }: Ray, goal: Line): Reduced {
  const words =
    'Each of the two has a variable of its own that costs something: what is in excess could be cut back without loss, so that at an optimum both are equal.';
  const equal = arg.therefore(words, [goal], equation(...sides));
  arg.result('ray', 'Nothing is in excess', equal);
  const root = arg.solve(`Solved for ${follows}.`, equal, follows);
  arg.result(`ray-${follows}`, `${follows} along the ray`, root);
  const onRay = arg.substitute('The objective along the ray.', goal, root);
  const put = (value: Term): Term => substitute(value, { [follows]: root.right });
  const there = put(along === sides[0] ? sides[1] : sides[0]);
  return [arg.resolveWithin('Both are equal there, so either is the smaller.', onRay, along, there), put];
}

/** The problem and its first-order conditions, one derivation for each choice of the constraints that bind. */
export const problemConditions = (problem: Problem): readonly Derivation[] =>
  aboutProblem(
    problem,
    {
      id: 'conditions',
      title: 'The problem and its first-order conditions',
      statement: `The problem: ${problem.meaning}. Every interior optimum satisfies these conditions.`,
      uses: [],
    },
    (arg, system) => {
      const objective = objectiveLetter(problem);
      const goal = arg.model(
        problem.kind === 'equilibrium'
          ? 'What each of them wants to be greatest, what the others do given.'
          : `What is to be ${problem.kind === 'minimum' ? 'least' : 'greatest'}.`,
        equation(sym(objective), problem.objective),
      );
      arg.result('objective', `The ${objective.meaning}`, goal);
      const bounds = constraintLines(arg, problem, system);
      const Lambda = letterOf(problem, 'Lambda', '\\Lambda', objective.unit, 'the Lagrangian');
      arg.declare(Lambda);
      const ray = rayIn(problem);
      const [own, put]: Reduced = ray ? alongRay(arg, ray, goal) : [goal, (value) => value];
      const total = put(priced(system.binding));
      const value = problem.kind === 'minimum' ? add(own.right, total) : subtract(own.right, total);
      const words =
        system.binding.length > 0
          ? 'The Lagrangian: the objective, and what goes beyond the constraints at its price.'
          : 'Nothing binds: the Lagrangian is the objective.';
      const lagrangian = arg.let(words, equation(sym(Lambda), value), [own, ...bounds]);
      arg.result('lagrangian', 'Lagrangian', lagrangian);
      for (const { name, tex } of problem.variables.filter((one) => one.name !== ray?.follows))
        condition(arg, problem, lagrangian, name, tex);
      multiplierLines(arg, system, lagrangian);
      sufficiency(arg, problem, system, [goal, ...bounds]);
    },
  );
