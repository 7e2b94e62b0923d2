/** Residuals and their derivatives from a formula: the derivatives are taken symbolically, once. */
import { rawDerivative } from '../kernel/differentiate.ts';
import { type Tape, tapeOf } from '../kernel/tape.ts';
import type { Term } from '../kernel/term.ts';
import type { LeastSquaresProblem } from './damped-step.ts';
import type { Vector } from './vectors.ts';

export interface Formula {
  /** What is fitted, in the parameters and the columns. */
  readonly value: Term;
  readonly parameters: readonly string[];
  readonly columns: readonly string[];
}

/** Rows of data: the columns' values in the formula's order, and what was observed. */
export interface Observations {
  readonly rows: readonly Vector[];
  readonly observed: Vector;
}

/** The formula fitted to the observations: residuals are fitted less observed. */
export function formulaProblem(formula: Formula, { rows, observed }: Observations): LeastSquaresProblem {
  const inputs = [...formula.parameters, ...formula.columns];
  const value = tapeOf([formula.value], inputs);
  const slopes = tapeOf(
    formula.parameters.map((name) => rawDerivative(formula.value, name)),
    inputs,
  );
  const columns = formula.columns.map((_, j) => Float64Array.from(rows, (row) => row[j] as number));
  const along = (tape: Tape, p: Vector): Float64Array[] => tape.run([...p, ...columns], rows.length);
  return {
    observed,
    residuals: (p) => {
      const [fitted] = along(value, p) as [Float64Array];
      return observed.map((seen, i) => (fitted[i] as number) - seen);
    },
    jacobian: (p) => {
      const found = along(slopes, p);
      return observed.map((_, i) => found.map((slope) => slope[i] as number));
    },
  };
}
