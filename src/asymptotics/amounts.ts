/**
 * Truncated conditions as linear equations in the *amounts* that stand in them: revenue, its part that size brings, each
 * cost. Amounts that differ by a number of the exponents are one column; an auxiliary equation s = m_1 + m_2 joins in as
 * X s = X m_1 + X m_2, X such that these are amounts too. Where the equations leave one amount free in each connected set,
 * every other is a number times it, and unknowns follow from equations of two terms, linear in logarithms.
 */
import type { Context } from '../kernel/facts.ts';
import { tidy } from '../kernel/normal/equal.ts';
import { ratioTerm } from '../kernel/normal/to-term.ts';
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
} from '../kernel/ratio.ts';
import { flipSign, shapeRatio, signOfRatio } from '../kernel/shape.ts';
import { signOf } from '../kernel/sign.ts';
import { divide, multiply, subtract, type Term } from '../kernel/term.ts';
import { solveSystem } from '../solve/system.ts';
import { needSign } from './cases.ts';
import type { Elimination } from './eliminate.ts';
import { ratioOf } from './scale.ts';

/** Signed monomials whose sum is zero. */
type Sum = readonly Term[];

class Columns {
  readonly amounts: Term[] = [];
  constructor(private readonly context: Context) {}

  /** The column of a monomial and the number of the exponents that it is of its amount. */
  find(value: Term): { readonly index: number; readonly weight: Ratio } | null {
    for (const [index, amount] of this.amounts.entries()) {
      const weight = shapeRatio(ratioOf(value, amount, this.context), this.context);
      if (weight) return { index, weight };
    }
    return null;
  }

  row(sum: Sum): Ratio[] {
    const row: Ratio[] = [];
    for (const value of sum) {
      const found = this.find(value) ?? { index: this.amounts.push(value) - 1, weight: ONE_RATIO };
      row[found.index] = addRatios(row[found.index] ?? ZERO_RATIO, found.weight);
    }
    return row;
  }
}

/** The auxiliary sum times the monomial by which most of its terms become amounts that are there already. */
function scaled(sum: Sum, columns: Columns, context: Context): Sum {
  let best: { readonly sum: Sum; readonly met: number } = { sum, met: 0 };
  for (const amount of columns.amounts) {
    for (const value of sum) {
      const factor = divide(amount, value);
      const own = sum.map((part) => tidy(multiply(factor, part), context));
      const met = own.filter((part) => columns.find(part)).length;
      if (met > best.met) best = { sum: own, met };
    }
  }
  return best.sum;
}

/** Row echelon form, each pivot 1 and alone in its column. @throws SignNeeded where no pivot is known not to vanish. */
function reduce(rows: readonly (readonly Ratio[])[], width: number, context: Context): Ratio[][] {
  const rest = rows.map((row) => Array.from({ length: width }, (_, j) => row[j] ?? ZERO_RATIO));
  const done: Ratio[][] = [];
  for (let column = 0; column < width; column++) {
    const candidates = rest.filter((row) => !isZeroRatio(row[column] as Ratio));
    const known = candidates.find((row) =>
      ['positive', 'negative'].includes(signOfRatio(row[column] as Ratio, context)),
    );
    const pivot = known ?? candidates[0];
    if (!pivot) continue;
    if (!known) needSign(pivot[column] as Ratio, context);
    rest.splice(rest.indexOf(pivot), 1);
    const lead = pivot[column] as Ratio;
    const unit = pivot.map((value) => divideRatios(value, lead));
    for (const row of [...rest, ...done]) {
      const times = row[column] as Ratio;
      unit.forEach((value, j) => {
        row[j] = subtractRatios(row[j] as Ratio, multiplyRatios(times, value));
      });
    }
    done.push(unit);
  }
  return done;
}

/**
 * Solves every sum = 0 for the positive unknowns, or null where the amounts do not determine one another.
 * @throws SignNeeded where the sign of a number of the exponents decides and is open.
 */
export function solveAmounts(
  sums: readonly Sum[],
  auxiliary: readonly Sum[],
  unknowns: readonly string[],
  context: Context,
): Elimination | null {
  const columns = new Columns(context);
  const pairs: Term[] = [];
  const rows = sums.map((sum) => columns.row(sum));
  for (const sum of auxiliary) {
    const [first, second, more] = sum;
    if (first && second && !more) pairs.push(tidy(subtract(first, multiply(-1, second)), context));
    else rows.push(columns.row(scaled(sum, columns, context)));
  }
  const { amounts } = columns;
  for (const row of reduce(rows, amounts.length, context)) {
    const [pivot = 0, free, more] = [...row.keys()].filter((j) => !isZeroRatio(row[j] as Ratio));
    if (more !== undefined) return null;
    if (free === undefined) return { kind: 'none', why: 'an amount that is kept would have to vanish' };
    const times = negateRatio(row[free] as Ratio);
    const own = ratioOf(amounts[pivot] as Term, amounts[free] as Term, context);
    // A quotient of two monomials is positive or negative for all values of the unknowns.
    if (signOf(own, context) === flipSign(needSign(times, context)))
      return { kind: 'none', why: 'an amount that is kept would have to be negative' };
    pairs.push(tidy(subtract(own, ratioTerm(times)), context));
  }
  return solvePairs(pairs, unknowns, context);
}

/**
 * The positive unknowns of equations of two terms each as products of powers, or null where these do not determine them. A pair of
 * one sign has no positive solution. @throws SignNeeded
 */
export function solvePairs(
  pairs: readonly Term[],
  unknowns: readonly string[],
  context: Context,
): Elimination | null {
  const outcome = solveSystem(pairs, unknowns, context);
  if (outcome.kind === 'none') return outcome;
  if (outcome.kind === 'unsolved') return null;
  for (const { term } of outcome.conditions) needSign(shapeRatio(term, context) as Ratio, context);
  return outcome;
}
