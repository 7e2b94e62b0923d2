/**
 * What carries Newton's method out on a block of rows. What happens to a row depends on no other row, and it is the same
 * operations whoever carries them out: `Blocks` takes every row through an instruction at a time, one that is done standing
 * still; `Rows` takes a row at a time through code that is written out.
 */
import type { Geometric } from './geometric.ts';
import type { Stages } from './stages.ts';
import { Stepper } from './stepper.ts';

type Columns = Float64Array;
/** Where rows start, one entry a letter; the model's own start where there is none. */
export type Starts = readonly (readonly number[] | null)[];

/** Where a letter starts that has no start of its own. */
export const ANYWHERE = 33;

export interface Task {
  readonly model: Geometric;
  readonly stages: Stages;
  /** Which letters stay at their bounds. */
  readonly isHeld: readonly boolean[];
}

export interface Runner {
  /** Values of the stage `end` at the solution: the first row's, the second row's and so on. */
  readonly out: Float64Array;
  /** Takes the parameters: columns of those that vary from row to row, by name, and one number for all rows of the others. */
  prepare(columns: Readonly<Record<string, Columns | number>>): void;
  /** Takes these rows of the columns, no more than a block, for what follows. */
  take(rows: Int32Array): void;
  /** Solves the rows that were taken; 1 in `converged` where a row has come to its end. */
  solve(maxSteps: number, from: Starts, converged: Uint8Array): void;
}

export const stepperOf = ({ model, isHeld }: Task): Stepper =>
  new Stepper(model.solved.length, isHeld, model.height !== null);
