/**
 * Comparative statics of a problem: how every quantity at the optimum moves with every parameter. The conditions are
 * Σ w_k P_k = 0 in positive amounts P_k, so that
 *
 *     Σ_y (Σ_k w_k P_k ∂ln P_k/∂ln y) d ln y = - Σ_k (w_k P_k ∂ln P_k/∂ln p + P_k ∂w_k/∂p) dp
 *
 * over variables and multipliers y: linear, and solved exactly. A response is then a rational function of the amounts left
 * free and of the exponents, and has a sign where all of its summands have one.
 */

import { core, signByCombination } from '../../asymptotics/polynomial-sign.ts';
import { contextOfConditions, type System, systemsOf } from '../../economics/lagrangian.ts';
import type { Problem } from '../../economics/problem.ts';
import type { Context } from '../../kernel/facts.ts';
import { refuse } from '../../kernel/issues.ts';
import type { Factor } from '../../kernel/normal/data.ts';
import { normalise } from '../../kernel/normal/normalise.ts';
import {
  addRatios,
  divideRatios,
  isZeroRatio,
  multiplyRatios,
  negateRatio,
  type Ratio,
  subtractRatios,
  ZERO_RATIO,
} from '../../kernel/ratio.ts';
import { signOfProduct, signOfRatio } from '../../kernel/shape.ts';
import { symbol, type Term } from '../../kernel/term.ts';
import { derivativeOfRatio } from '../statics/polynomials.ts';
import { Amounts, pushOf } from './amounts.ts';

export interface ProblemCell {
  readonly quantity: string;
  readonly parameter: string;
  /**
   * d ln quantity/d ln parameter, or for an exponent d ln quantity/d parameter, in amounts, exponents and logarithms; of a
   * multiplier that is negative, its change in units of its size.
   */
  readonly response: Ratio;
  /** Whether the quantity is negative, as the multiplier of a constraint is of which less helps. */
  readonly isNegative: boolean;
  /** What is shown; null where the summands do not all have one sign. */
  readonly sign: '+' | '-' | '0' | null;
}

export interface ProblemTable {
  readonly where: string;
  readonly system: System;
  readonly context: Context;
  /** The amounts left free, as terms. */
  readonly letters: readonly { readonly name: string; readonly term: Term }[];
  readonly cells: readonly ProblemCell[];
}

/** The solution of A x = b over rational functions; null where no pivot is left. */
function solveOver(A: readonly (readonly Ratio[])[], b: readonly Ratio[]): readonly Ratio[] | null {
  const rows = A.map((row, i) => [...row, b[i] ?? ZERO_RATIO]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    const at = rows.findIndex((row, i) => i >= column && !isZeroRatio(row[column] ?? ZERO_RATIO));
    const pivot = rows[at];
    if (!pivot) return null;
    [rows[at], rows[column]] = [rows[column] as Ratio[], pivot];
    const lead = pivot[column] as Ratio;
    const unit = pivot.map((value) => divideRatios(value, lead));
    rows[column] = unit;
    for (const [i, row] of rows.entries()) {
      const times = row[column] ?? ZERO_RATIO;
      if (i === column || isZeroRatio(times)) continue;
      rows[i] = row.map((value, j) => subtractRatios(value, multiplyRatios(times, unit[j] ?? ZERO_RATIO)));
    }
  }
  return rows.map((row) => row[size] ?? ZERO_RATIO);
}

const total = (all: readonly Ratio[]): Ratio => all.reduce(addRatios, ZERO_RATIO);

/** The sign of a rational function, its numerator's and denominator's as the facts decide them. */
function signIn(x: Ratio, context: Context): ProblemCell['sign'] {
  const own = signOfRatio(x, context);
  const parts = [x.num, x.den].map((part) => signByCombination(core(part, context), context) ?? 'unknown');
  const sign = ['positive', 'negative', 'zero'].includes(own) ? own : signOfProduct(parts);
  return sign === 'positive' ? '+' : sign === 'negative' ? '-' : sign === 'zero' ? '0' : null;
}

type Push = (factors: readonly Factor[]) => Ratio;

/** How the logarithm of a quantity moves: its summands' movements by what each is of the whole. */
function movementOf(value: Term, amounts: Amounts): (push: Push, slope: (weight: Ratio) => Ratio) => Ratio {
  const summands = normalise(value, amounts.context);
  const [first, more] = summands;
  if (!first) return refuse('a quantity that is zero', 'comparative statics', 'leave it out');
  if (!more) {
    return (push, slope) =>
      addRatios(push(first.factors), divideRatios(slope(first.coefficient), first.coefficient));
  }
  const sizes = summands.map(({ factors }) => amounts.amount(factors).value);
  const whole = total(
    summands.map(({ coefficient }, i) => multiplyRatios(coefficient, sizes[i] ?? ZERO_RATIO)),
  );
  return (push, slope) => {
    const moved = summands.map(({ factors, coefficient }, i) =>
      multiplyRatios(
        addRatios(multiplyRatios(coefficient, push(factors)), slope(coefficient)),
        sizes[i] ?? ZERO_RATIO,
      ),
    );
    return divideRatios(total(moved), whole);
  };
}

function tableOf(problem: Problem, system: System): ProblemTable {
  const own = contextOfConditions(problem);
  const sums = problem.quantities.map(({ term }) => term).filter((term) => normalise(term, own).length > 1);
  const amounts = new Amounts(system, own, sums);
  const { context, rows } = amounts;
  const unknowns = [...system.conditions.variables, ...system.conditions.multipliers];
  const isShape = (name: string): boolean => context.symbols.get(name)?.role === 'shape';
  const slopeBy =
    (name: string) =>
    (weight: Ratio): Ratio =>
      isShape(name) ? derivativeOfRatio(weight, name) : ZERO_RATIO;
  const matrix = rows.map(({ row }) =>
    unknowns.map((unknown) =>
      total(
        row.map(({ weight, amount }) =>
          multiplyRatios(multiplyRatios(weight, amount.value), pushOf(amount.factors, unknown, context)),
        ),
      ),
    ),
  );
  const told = [
    ...problem.quantities.map(({ letter, term }) => [letter.name, term] as const),
    ...system.binding.map(
      ({ constraint }) => [constraint.multiplier.name, symbol(constraint.multiplier.name)] as const,
    ),
  ].filter(
    ([name]) => !problem.parameters.some((one) => one.name === name && !problem.objectiveName.includes(name)),
  );
  const negative = system.binding
    .filter(({ side }) => side === -1)
    .map(({ constraint }) => constraint.multiplier.name);
  const cells = problem.parameters.flatMap(({ name: parameter }): ProblemCell[] => {
    const slope = slopeBy(parameter);
    const pushes = rows.map(({ row }) =>
      negateRatio(
        total(
          row.map(({ weight, amount }) =>
            addRatios(
              multiplyRatios(
                multiplyRatios(weight, amount.value),
                pushOf(amount.factors, parameter, context),
              ),
              multiplyRatios(slope(weight), amount.value),
            ),
          ),
        ),
      ),
    );
    const moved = solveOver(matrix, pushes);
    if (!moved)
      return refuse(
        'the conditions do not fix how the optimum moves',
        'comparative statics',
        'check that each variable matters',
      );
    const push = (factors: readonly Factor[]): Ratio =>
      addRatios(
        pushOf(factors, parameter, context),
        total(
          unknowns.map((unknown, i) =>
            multiplyRatios(pushOf(factors, unknown, context), moved[i] ?? ZERO_RATIO),
          ),
        ),
      );
    return told.flatMap(([quantity, term]): ProblemCell[] => {
      const moved = movementOf(term, amounts)(push, slope);
      const isNegative = negative.includes(quantity);
      const response = isNegative ? negateRatio(moved) : moved;
      return [{ quantity, parameter, response, isNegative, sign: signIn(response, context) }];
    });
  });
  return {
    where:
      system.binding
        .filter(({ constraint }) => constraint.relation === '<=')
        .map(({ constraint }) => constraint.id)
        .join(',') || 'interior',
    system,
    context,
    letters: amounts.left,
    cells,
  };
}

const KNOWN = new WeakMap<Problem, readonly ProblemTable[]>();

/**
 * The tables of a problem, one for each choice of the constraints that bind, the freest first.
 * @throws OptimandError where its conditions are no sums of monomials.
 */
export function problemTables(problem: Problem): readonly ProblemTable[] {
  const found =
    KNOWN.get(problem) ?? systemsOf({ ...problem, distances: [] }).map((system) => tableOf(problem, system));
  KNOWN.set(problem, found);
  return found;
}
