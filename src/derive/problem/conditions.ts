/**
 * The problem, its Lagrangian, the first-order conditions and the multipliers:
 *
 *     Λ = f - Σ λ_j (left_j - right_j)   for a maximum,      Λ = f + Σ λ_j (left_j - right_j)   for a minimum,
 *
 * with λ_j the worth of one unit more on the right side. Gains stand on the left of a condition and costs on the right.
 */
import type { Binding, System } from '../../economics/lagrangian.ts';
import type { Problem } from '../../economics/problem.ts';
import { rawDerivative } from '../../kernel/differentiate.ts';
import { tidy } from '../../kernel/normal/equal.ts';
import { signOf } from '../../kernel/sign.ts';
import { add, multiply, negate, subtract, type Term, zero } from '../../kernel/term.ts';
import type { Argument, Line } from '../argument.ts';
import type { Derivation } from '../derivation.ts';
import { equation, relation } from '../relation.ts';
import { aboutProblem, letterOf, objectiveLetter, sym } from './write.ts';

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
    arg.result(id, sentenceOf(meaning), line);
    return [line];
  });
}

const sentenceOf = (meaning: string): string => `${meaning.charAt(0).toUpperCase()}${meaning.slice(1)}`;

/** A sum split into the terms known to be positive and, turned round, those known to be negative; null where one is neither. */
function sidesOf(value: Term, { context }: Argument): { readonly up: Term; readonly down: Term } | null {
  const whole = tidy(value, context);
  const terms = whole.kind === 'sum' ? whole.terms : [whole];
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
  const stationary = arg.stationary('At an interior optimum the slope vanishes.', steeper);
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
    const words = `One unit ${more} on the right side helps: each condition has something to gain and something to pay only so. The multiplier is the ${multiplier.meaning}, in ${multiplier.unit}.`;
    const line = arg.therefore(words, [lagrangian], relation(sym(multiplier), sign, 0));
    arg.result(`multiplier-${multiplier.name}`, `Shadow price: ${multiplier.meaning}`, line);
  }
}

/** Why a solution of the conditions is the optimum, or that this is not known. */
function sufficiency(arg: Argument, { kind }: Problem, { fault }: System, from: readonly Line[]): void {
  const words =
    fault === null
      ? `In logarithms of the variables, what is allowed and what is at least as good as any ${kind === 'minimum' ? 'level' : 'positive level'} are convex sets, each a sum of positive monomials below one monomial (a geometric program); so a solution of the conditions${kind === 'minimum' ? '' : ' at which the objective, what does not depend on the variables left out, is positive'} is the ${kind}.`
      : `Whether a solution is the ${kind} is not shown: ${fault}.`;
  const which = kind === 'minimum' ? 'A solution of the conditions' : 'A solution with a positive objective';
  const title = fault === null ? `${which} is the ${kind}` : 'Not shown to be enough';
  arg.result('enough', title, arg.therefore(words, from));
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
        `What is to be ${problem.kind === 'minimum' ? 'least' : 'greatest'}.`,
        equation(sym(objective), problem.objective),
      );
      arg.result('objective', `The ${objective.meaning}`, goal);
      const bounds = constraintLines(arg, problem, system);
      const Lambda = letterOf(problem, 'Lambda', '\\Lambda', objective.unit, 'the Lagrangian');
      arg.declare(Lambda);
      const total = priced(system.binding);
      const value = problem.kind === 'minimum' ? add(goal.right, total) : subtract(goal.right, total);
      const words =
        system.binding.length > 0
          ? 'The Lagrangian: the objective, and what goes beyond the constraints at its price.'
          : 'Nothing binds: the Lagrangian is the objective.';
      const lagrangian = arg.let(words, equation(sym(Lambda), value), [goal, ...bounds]);
      arg.result('lagrangian', 'Lagrangian', lagrangian);
      for (const { name, tex } of problem.variables) condition(arg, problem, lagrangian, name, tex);
      multiplierLines(arg, system, lagrangian);
      sufficiency(arg, problem, system, [goal, ...bounds]);
    },
  );
