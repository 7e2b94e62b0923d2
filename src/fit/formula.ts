/** Residuals and their derivatives from a formula: the derivatives are taken symbolically, once. */
import { rawDerivative } from '../kernel/differentiate.ts';
import { type Tape, tapeOf } from '../kernel/tape.ts';
import type { Term } from '../kernel/term.ts';
import type { LeastSquaresProblem } from './damped-step.ts';
import type { Vector } from './vectors.ts';

export interface Formula {
  /** What is fitted, in the parameters and the columns. */
  readonly value: Term;
  /**
   * Another value for the rows in which `gap` is positive. Value and slope of the two must agree where it is zero, or the
   * descent has a kink to fall over.
   */
  readonly beyond?: { readonly gap: Term; readonly value: Term };
  readonly parameters: readonly string[];
  /** Letters that are given, and not fitted. */
  readonly constants?: Readonly<Record<string, number>>;
  readonly columns: readonly string[];
}

/** Rows of data: the columns' values in the formula's order, and what was observed. */
export interface Observations {
  readonly rows: readonly Vector[];
  readonly observed: Vector;
}

/** A value and its derivatives in the parameters. */
function tapesOf(
  value: Term,
  { parameters }: Formula,
  inputs: readonly string[],
): { value: Tape; slopes: Tape } {
  return {
    value: tapeOf([value], inputs),
    slopes: tapeOf(
      parameters.map((name) => rawDerivative(value, name)),
      inputs,
    ),
  };
}

/** The formula fitted to the observations: residuals are fitted less observed. */
export function formulaProblem(formula: Formula, { rows, observed }: Observations): LeastSquaresProblem {
  const constants = Object.entries(formula.constants ?? {});
  const inputs = [...formula.parameters, ...constants.map(([name]) => name), ...formula.columns];
  const own = tapesOf(formula.value, formula, inputs);
  const gap = formula.beyond && tapeOf([formula.beyond.gap], inputs);
  const beyond = formula.beyond && tapesOf(formula.beyond.value, formula, inputs);
  const columns = formula.columns.map((_, j) => Float64Array.from(rows, (row) => row[j] as number));
  const given = constants.map(([, value]) => value);
  const along = (tape: Tape, p: Vector): Float64Array[] =>
    tape.run([...p, ...given, ...columns], rows.length);
  /** What a tape gives a row, by the piece in which the row lies. */
  const chosen = (of: 'value' | 'slopes', p: Vector): ((i: number) => number[]) => {
    const here = along(own[of], p);
    const [gaps] = gap ? along(gap, p) : [];
    const there = beyond && gaps ? along(beyond[of], p) : here;
    return (i) => ((gaps?.[i] ?? 0) > 0 ? there : here).map((column) => column[i] as number);
  };
  return {
    observed,
    residuals: (p) => {
      const at = chosen('value', p);
      return observed.map((seen, i) => (at(i)[0] as number) - seen);
    },
    jacobian: (p) => {
      const at = chosen('slopes', p);
      return observed.map((_, i) => at(i));
    },
  };
}
