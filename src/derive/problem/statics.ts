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
import type { System } from '../../economics/lagrangian.ts';
import type { Problem } from '../../economics/problem.ts';
import type { Context } from '../../kernel/facts.ts';
import { refuse } from '../../kernel/issues.ts';
import { type Factor, factorsKey, type Summand } from '../../kernel/normal/data.ts';
import { normalise } from '../../kernel/normal/normalise.ts';
import { normalTerm } from '../../kernel/normal/to-term.ts';
import {
  addRatios,
  divideRatios,
  isZeroRatio,
  multiplyRatios,
  negateRatio,
  ONE_RATIO,
  type Ratio,
  subtractRatios,
  ZERO_RATIO,
} from '../../kernel/ratio.ts';
import { signOfProduct, signOfRatio } from '../../kernel/shape.ts';
import { add, divide, multiply, one, type Term } from '../../kernel/term.ts';
import { derivativeOfRatio } from '../statics/polynomials.ts';
import { Amounts, pushOf } from './amounts.ts';
import { systemsIn } from './write.ts';

/**
 * What a response is of: the logarithm of a quantity that is positive; the size of one that is negative, as the multiplier of
 * a constraint is of which less helps; the quantity itself, times something positive, where its sign is not known.
 */
export type Measure = 'logarithm' | 'size' | 'slope';

export interface ProblemCell {
  readonly quantity: string;
  readonly parameter: string;
  /** By ln parameter, or for an exponent by the parameter itself, in amounts, exponents and logarithms. */
  readonly response: Ratio;
  readonly measure: Measure;
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

const SIGNS = { positive: '+', negative: '-', zero: '0' } as const;

/** The sign of a rational function, its numerator's and denominator's as the facts decide them. */
function signIn(x: Ratio, context: Context): ProblemCell['sign'] {
  const own = signOfRatio(x, context);
  const parts = [x.num, x.den].map((part) => signByCombination(core(part, context), context) ?? 'unknown');
  const sign = ['positive', 'negative', 'zero'].includes(own) ? own : signOfProduct(parts);
  return SIGNS[sign as keyof typeof SIGNS] ?? null;
}

type Push = (factors: readonly Factor[]) => Ratio;

/** The monomial times which most summands of a sum are amounts of the conditions: what each is of the whole stays. */
function scaleOf(value: Term, { context, equations }: System['conditions']): Term {
  const summands = normalise(value, context);
  const amounts = equations.flatMap((equation) =>
    normalise(add(...equation.summands.map(({ term }) => term)), context),
  );
  const known = new Set(amounts.map(({ factors }) => factorsKey(factors)));
  const bare = ({ factors }: Summand): Term => normalTerm([{ coefficient: ONE_RATIO, factors }]);
  const metBy = (by: Term): number =>
    summands.filter((own) => {
      const [moved] = normalise(multiply(by, bare(own)), context);
      return moved && known.has(factorsKey(moved.factors));
    }).length;
  const scales = summands.flatMap((own) => amounts.map((amount) => divide(bare(amount), bare(own))));
  const best = scales.reduce<{ by: Term; met: number }>(
    (found, by) => (metBy(by) > found.met ? { by, met: metBy(by) } : found),
    { by: one, met: metBy(one) },
  );
  return best.by;
}

interface Movement {
  readonly measure: Measure;
  readonly by: (push: Push, slope: (weight: Ratio) => Ratio) => Ratio;
}

/** How a quantity moves: of a sum the summands' movements by what each is of the whole, whose sign need not be known. */
function movementOf(value: Term, amounts: Amounts, conditions: System['conditions']): Movement {
  const summands = normalise(value, amounts.context);
  const [first, more] = summands;
  if (!first) return refuse('a quantity that is zero', 'comparative statics', 'leave it out');
  if (!more) {
    const isNegative = signIn(first.coefficient, amounts.context) === '-';
    return {
      measure: isNegative ? 'size' : 'logarithm',
      by: (push, slope) => {
        const moved = addRatios(
          push(first.factors),
          divideRatios(slope(first.coefficient), first.coefficient),
        );
        return isNegative ? negateRatio(moved) : moved;
      },
    };
  }
  const by = scaleOf(value, conditions);
  const sizes = summands.map((own) => {
    const [scaled] = normalise(multiply(by, normalTerm([own])), amounts.context);
    return scaled ? multiplyRatios(scaled.coefficient, amounts.amount(scaled.factors).value) : ZERO_RATIO;
  });
  const whole = total(sizes);
  const sign = signIn(whole, amounts.context);
  return {
    measure: sign === '+' ? 'logarithm' : sign === '-' ? 'size' : 'slope',
    by: (push, slope) => {
      const moved = total(
        summands.map(({ factors, coefficient }, i) =>
          multiplyRatios(
            addRatios(push(factors), divideRatios(slope(coefficient), coefficient)),
            sizes[i] ?? ZERO_RATIO,
          ),
        ),
      );
      if (sign === '+') return divideRatios(moved, whole);
      return sign === '-' ? divideRatios(moved, negateRatio(whole)) : moved;
    },
  };
}

/** What is told of, in the letters of the system: along a ray, and where all do the same. */
function toldOf(problem: Problem, { conditions, binding }: System): readonly (readonly [string, Term])[] {
  const objective = add(...conditions.objective.map(({ term }) => term));
  const all = [
    ...problem.quantities.map(({ letter: { name } }) => name),
    ...binding.map(({ constraint }) => constraint.multiplier.name),
  ];
  return all.map((name) => {
    const own = name === problem.objectiveName ? objective : conditions.quantities[name];
    return [name, own as Term] as const;
  });
}

function tableOf(problem: Problem, system: System): ProblemTable {
  const { conditions } = system;
  const told = toldOf(problem, system);
  const sums = told
    .map(([, term]) => term)
    .filter((term) => normalise(term, conditions.context).length > 1)
    .map((term) =>
      add(
        ...normalise(multiply(scaleOf(term, conditions), term), conditions.context).map((own) =>
          normalTerm([own]),
        ),
      ),
    );
  const amounts = new Amounts(system, sums);
  const { context, rows, logarithms } = amounts;
  const pushBy = (factors: readonly Factor[], name: string): Ratio =>
    pushOf(factors, name, context, logarithms);
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
          multiplyRatios(multiplyRatios(weight, amount.value), pushBy(amount.factors, unknown)),
        ),
      ),
    ),
  );
  const cells = problem.parameters.flatMap(({ name: parameter }): ProblemCell[] => {
    const slope = slopeBy(parameter);
    const pushes = rows.map(({ row }) =>
      negateRatio(
        total(
          row.map(({ weight, amount }) =>
            addRatios(
              multiplyRatios(multiplyRatios(weight, amount.value), pushBy(amount.factors, parameter)),
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
        pushBy(factors, parameter),
        total(unknowns.map((unknown, i) => multiplyRatios(pushBy(factors, unknown), moved[i] ?? ZERO_RATIO))),
      );
    return told.flatMap(([quantity, term]): ProblemCell[] => {
      const { measure, by } = movementOf(term, amounts, conditions);
      const response = by(push, slope);
      return [{ quantity, parameter, response, measure, sign: signIn(response, context) }];
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
    KNOWN.get(problem) ?? systemsIn({ ...problem, distances: [] }).map((system) => tableOf(problem, system));
  KNOWN.set(problem, found);
  return found;
}
