/**
 * The conditions of an optimum of a program (Karush, Kuhn and Tucker), in logarithms x of the variables:
 *
 *     ± ∂F/∂x_i = Σ_j m_j ∂e_j/∂x_i      for every variable,        e_j = 0      for every constraint that binds,
 *
 * with F the logarithm of the objective where that is positive, else the objective itself, and e_j the excess of the
 * constraint. Unknowns are x and the m_j.
 *
 * In an equilibrium what the others do is held fixed in these derivatives, which are one player's own, and follows the choice
 * everywhere else.
 */
import type { Arithmetic } from '../../kernel/arithmetic/arithmetic.ts';
import { dual } from '../../kernel/arithmetic/dual.ts';
import { compile } from '../../kernel/compile.ts';
import { ln, type Term } from '../../kernel/term.ts';
import { type Conditions, type Differentiable, seeded } from '../kkt.ts';
import type { Held, Program } from './program.ts';

/** What Newton's method and elasticities need of conditions. */
export interface ProgramConditions<T> extends Differentiable<T> {
  readonly system: { readonly variables: readonly string[] };
}

function over<U>(
  program: Program,
  binding: readonly Held[],
  isLog: boolean,
  u: Arithmetic<U>,
  others: readonly Term[],
): Conditions<U> {
  const { variables, parameters, objective, better } = program;
  const inputs = [...variables, ...parameters];
  const own = inputs.slice(0, inputs.length - others.length);
  const theirs = others.map((value) => compile(value, own, u));
  const lifted = dual(u);
  const goal = compile(isLog ? ln(objective) : objective, inputs, lifted);
  const excesses = binding.map(({ excess }) => compile(excess, inputs, lifted));
  const count = variables.length;
  return (z, theta) => {
    const chosen = [...z.slice(0, count).map(u.exp), ...theta];
    const point = [...chosen, ...theirs.map((value) => value(chosen))];
    const multipliers = z.slice(count);
    const stationary = variables.map((_, i) => {
      const moving = seeded(u, point, i, point[i] as U);
      const { slope } = goal(moving);
      const start = better === 1 ? slope : u.negate(slope);
      return excesses.reduce(
        (sum, excess, j) => u.add(sum, u.negate(u.multiply(multipliers[j] as U, excess(moving).slope))),
        start,
      );
    });
    const still = seeded(u, point, -1, u.fromNumber(0));
    return [...stationary, ...excesses.map((excess) => excess(still).value)];
  };
}

/**
 * The conditions with these constraints binding. `others`: what the last parameters of the program are where all do the same;
 * they are then no parameters of the conditions.
 */
export const programConditions = <T>(
  program: Program,
  binding: readonly Held[],
  isLog: boolean,
  on: Arithmetic<T>,
  others: readonly Term[] = [],
): ProgramConditions<T> => ({
  on,
  system: { variables: program.variables },
  residual: over(program, binding, isLog, on, others),
  lifted: over(program, binding, isLog, dual(on), others),
});
