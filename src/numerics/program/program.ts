/**
 * A problem made ready for numbers: objective, constraints and quantities compiled over whatever arithmetic is asked for.
 * Points are logarithms of the variables, in the problem's order; theta holds the parameters, in the problem's order.
 */

import type { Values } from '../../economics/parameters.ts';
import { type Constraint, contextOfProblem, type Problem } from '../../economics/problem.ts';
import type { Arithmetic } from '../../kernel/arithmetic/arithmetic.ts';
import { type Dual, dual } from '../../kernel/arithmetic/dual.ts';
import { type Compiled, compile } from '../../kernel/compile.ts';
import { fail } from '../../kernel/issues.ts';
import { isPositive } from '../../kernel/sign.ts';
import { add, divide, ln, negate, substitute, subtract, symbolsOf, type Term } from '../../kernel/term.ts';
import { splitProfit } from '../split.ts';
import { withoutKinks } from './kinks.ts';

/** A constraint as excess ≤ 0; one that is an equation is held from one side, on which it binds. */
export interface Held {
  readonly constraint: Constraint;
  /** ln left - ln right where both are known to be positive, else left - right; turned round for the other side. */
  readonly excess: Term;
  /** 1 where more of the right side gives room, -1 where it takes it. */
  readonly side: 1 | -1;
  /** What the excess falls by per unit of the right side: 1/right, or 1. */
  readonly perUnit: Term;
}

export interface Program {
  readonly problem: Problem;
  readonly variables: readonly string[];
  readonly parameters: readonly string[];
  /** 1 where more of the objective is better. */
  readonly better: 1 | -1;
  /** Of a maximum only what depends on the variables, for the best point is the same, and whether that is positive matters. */
  readonly objective: Term;
  /** What brings and what costs, for an objective that is one less the other; loss is zero where nothing costs. */
  readonly gain: Term;
  readonly loss: Term;
  readonly held: readonly Held[];
}

const settledIn =
  ({ given }: Problem) =>
  (value: Term): Term =>
    substitute(value, given);

function heldFrom(constraint: Constraint, side: 1 | -1, problem: Problem): Held {
  const settled = settledIn(problem);
  const [left, right] = [settled(constraint.left), settled(constraint.right)];
  const inLogarithms = [left, right].every((one) => isPositive(one, contextOfProblem(problem)) === 'yes');
  const excess = inLogarithms ? subtract(ln(left), ln(right)) : subtract(left, right);
  return {
    constraint,
    excess: side === 1 ? excess : negate(excess),
    side,
    perUnit: inLogarithms ? divide(1, right) : divide(right, right),
  };
}

/** Every choice of the side from which each equation is held. */
function sidesOf(problem: Problem): readonly (readonly Held[])[] {
  return problem.constraints.reduce<readonly (readonly Held[])[]>(
    (ways, constraint) =>
      ways.flatMap((way) => {
        const sides = constraint.relation === '<=' ? ([1] as const) : ([1, -1] as const);
        return sides.map((side) => [...way, heldFrom(constraint, side, problem)]);
      }),
    [[]],
  );
}

/** The summands that hold a variable. */
function movingIn(value: Term, { variables }: Problem): Term {
  const names = variables.map(({ name }) => name);
  const summands = value.kind === 'sum' ? value.terms : [value];
  return add(...summands.filter((term) => symbolsOf(term).some((name) => names.includes(name))));
}

/** The programs of a problem, one for each choice of the sides of its equations. */
export function programsOf(stated: Problem): readonly Program[] {
  const problem = withoutKinks(stated);
  const whole = settledIn(problem)(problem.objective);
  const objective = problem.kind === 'minimum' ? whole : movingIn(whole, problem);
  const { gain, loss } = splitProfit(objective, contextOfProblem(problem));
  return sidesOf(problem).map((held) => ({
    problem,
    variables: problem.variables.map(({ name }) => name),
    parameters: problem.parameters.map(({ name }) => name),
    better: problem.kind === 'minimum' ? -1 : 1,
    objective,
    gain,
    loss,
    held,
  }));
}

/** The parameters in the program's order. @throws OptimandError where one has no value. */
export const thetaIn = ({ parameters }: Program, values: Values): number[] =>
  parameters.map(
    (name) =>
      values[name] ??
      fail({ code: 'missing', name, of: 'the referee', meaning: 'a parameter of the problem' }),
  );

/** A term as a function of [...variables, ...theta] in dual numbers. */
export const inDuals = <T>(
  { variables, parameters }: Program,
  value: Term,
  on: Arithmetic<T>,
): Compiled<Dual<T>> => compile(value, [...variables, ...parameters], dual(on));
