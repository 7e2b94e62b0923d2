/** The conditions at break-even as linear equations in the amounts that stand in them: revenue, its marginal gain, each cost. */
import type { Context } from '../kernel/facts.ts';
import {
  addRatios,
  divideRatios,
  isZeroRatio,
  multiplyRatios,
  type Ratio,
  subtractRatios,
  ZERO_RATIO,
} from '../kernel/ratio.ts';
import { shapeRatio } from '../kernel/shape.ts';
import type { Term } from '../kernel/term.ts';
import type { Piece } from './pieces.ts';
import { ratioOf } from './scale.ts';

/** Σ_j entries[j] · columns[j] = 0. */
export type Row = readonly Ratio[];

export interface Amounts {
  readonly columns: readonly Term[];
  readonly rows: readonly Row[];
}

/** The equations over the amounts in them; two amounts that differ by a number of the exponents are one. */
export function amountsOf(equations: readonly (readonly Piece[])[], context: Context): Amounts {
  const columns: Term[] = [];
  const entries = equations.map((pieces) => {
    const row: Ratio[] = [];
    for (const { exact } of pieces) {
      let index = columns.findIndex((column) => shapeRatio(ratioOf(exact, column, context), context));
      if (index < 0) index = columns.push(exact) - 1;
      const weight = shapeRatio(ratioOf(exact, columns[index] as Term, context), context) as Ratio;
      row[index] = addRatios(row[index] ?? ZERO_RATIO, weight);
    }
    return row;
  });
  return { columns, rows: entries.map((row) => columns.map((_, j) => row[j] ?? ZERO_RATIO)) };
}

const minus = (row: Row, times: Ratio, other: Row): Row =>
  row.map((value, j) => subtractRatios(value, multiplyRatios(times, other[j] as Ratio)));

/** Rows in which, one after another, the columns have been eliminated; what is left of each is a consequence of all. */
export function eliminateColumns(rows: readonly Row[], columns: readonly number[]): readonly Row[] {
  let rest = [...rows];
  for (const column of columns) {
    const index = rest.findIndex((row) => !isZeroRatio(row[column] as Ratio));
    const pivot = rest[index];
    if (!pivot) continue;
    rest = rest
      .filter((_, i) => i !== index)
      .map((row) => minus(row, divideRatios(row[column] as Ratio, pivot[column] as Ratio), pivot));
  }
  return rest;
}
