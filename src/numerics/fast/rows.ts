/** Newton's method on one row after the other, through code that is written out. */
import { inputOf, type Node } from './graph.ts';
import { BLOCK } from './program.ts';
import { ANYWHERE, type Runner, type Starts, stepperOf, type Task } from './runner.ts';
import type { Script, Written } from './script.ts';
import { isStepKept, LAST_STEP, LESS, LONGEST_STEP, MORE, ROUNDING, type Stepper } from './stepper.ts';

type Columns = Float64Array;

export class Rows implements Runner {
  readonly out: Float64Array;
  private readonly r: Float64Array;
  private readonly width: number;
  /** Registers of the parameters. */
  private readonly inputs: ReadonlyMap<string, number>;
  /** The rows that were taken. */
  private taken: Int32Array = new Int32Array(0);
  /** The columns of parameters that vary, and where they go. */
  private columns: readonly Columns[] = [];
  private slots = new Int32Array(0);
  private readonly at: Readonly<Record<'y' | 'start' | 'F' | 'J', Int32Array>>;
  private readonly height: number;
  private readonly room: number;
  private readonly opening: number;
  private readonly stepper: Stepper;
  private readonly isOne: boolean;

  constructor(
    task: Task,
    { slots, registers }: Script,
    private readonly written: Written,
  ) {
    const { model, stages, isHeld } = task;
    const slot = (node: Node | null): number => (node && slots.get(node)) ?? -1;
    const r = new Float64Array(registers);
    for (const [node, own] of slots) if (node.operation === 'number') r[own] = node.constant;
    const named = [...slots].filter(([{ operation, moves }]) => operation === 'input' && !moves);
    this.inputs = new Map(named.map(([{ name }, own]) => [name, own]));
    this.r = r;
    this.width = stages.end.length;
    this.out = new Float64Array(BLOCK * this.width);
    this.at = {
      y: Int32Array.from(model.solved, (letter) => slot(model.graph.input(inputOf(letter)))),
      start: Int32Array.from(model.start, (start, j) => slot((isHeld[j] && model.bounds[j]) || start)),
      F: Int32Array.from(model.conditions, slot),
      J: Int32Array.from(model.jacobian.flat(), slot),
    };
    this.height = slot(model.height);
    this.room = slot(model.room);
    this.opening = slot(model.opening);
    this.stepper = stepperOf(task);
    this.isOne = isHeld.length === 1 && !isHeld[0] && model.height === null;
  }

  prepare(columns: Readonly<Record<string, Columns | number>>): void {
    const read = Object.entries(columns).flatMap(([name, column]) => {
      const slot = this.inputs.get(name);
      return slot === undefined ? [] : [{ column, slot }];
    });
    const varying = read.flatMap(({ column, slot }) =>
      typeof column === 'number' ? [] : [{ column, slot }],
    );
    this.columns = varying.map(({ column }) => column);
    this.slots = Int32Array.from(varying, ({ slot }) => slot);
    for (const { column, slot } of read) if (typeof column === 'number') this.r[slot] = column;
  }

  take(rows: Int32Array): void {
    this.taken = rows;
  }

  solve(maxSteps: number, from: Starts, converged: Uint8Array): void {
    if (this.isOne) {
      this.solveOne(maxSteps, from, converged);
      return;
    }
    const { r, out, width, written, columns, slots, taken } = this;
    for (let i = 0; i < taken.length; i++) {
      const at = taken[i] as number;
      for (let k = 0; k < slots.length; k++) r[slots[k] as number] = (columns[k] as Columns)[at] as number;
      written.row(r);
      this.place(from.length > i ? (from[i] ?? null) : null);
      converged[i] = this.iterate(maxSteps) ? 1 : 0;
      written.end(r, out, i * width);
    }
  }

  /** Puts the row at its start. */
  private place(from: readonly number[] | null): void {
    const { r, at, stepper } = this;
    for (let j = 0; j < at.y.length; j++) {
      const value = from?.[j] ?? (r[at.start[j] as number] as number);
      const y = Number.isFinite(value) ? value : ANYWHERE;
      r[at.y[j] as number] = y;
      stepper.y[j] = y;
    }
    stepper.last = Number.POSITIVE_INFINITY;
  }

  /** Rows of one free letter whose condition alone is to fall: as the stepper's, without its arrays. */
  private solveOne(maxSteps: number, from: Starts, converged: Uint8Array): void {
    const { r, out, width, columns, slots, opening, room, taken } = this;
    const { row, body, end } = this.written;
    const { y, start, F, J } = this.at;
    const [at, first, f, slope] = [y[0] as number, start[0] as number, F[0] as number, J[0] as number];
    for (let i = 0; i < taken.length; i++) {
      const own = taken[i] as number;
      for (let k = 0; k < slots.length; k++) r[slots[k] as number] = (columns[k] as Columns)[own] as number;
      row(r);
      const given = i < from.length ? from[i] : null;
      const begin = given ? (given[0] as number) : (r[first] as number);
      let place = Number.isFinite(begin) ? begin : ANYWHERE;
      r[at] = place;
      let last = Number.POSITIVE_INFINITY;
      let before = place;
      let isDone = false;
      for (let step = 0; step < maxSteps && !isDone; step++) {
        body(r);
        const value = r[f] as number;
        const height = (r[opening] as number) > 0 ? Math.abs(value) : Number.NaN;
        if (isStepKept(height, last, ROUNDING.conditions)) {
          last = height;
          const move = -value / (r[slope] as number);
          const length = Math.abs(move);
          if (!(length < Number.POSITIVE_INFINITY)) continue;
          before = place;
          place += length > LONGEST_STEP ? (LONGEST_STEP / length) * move : move;
          isDone = length <= LAST_STEP;
        } else if (last < Number.POSITIVE_INFINITY) place = (place + before) / 2;
        else place += room >= 0 && (r[room] as number) < 0 ? LESS : MORE;
        r[at] = place;
      }
      converged[i] = isDone ? 1 : 0;
      end(r, out, i * width);
    }
  }

  private iterate(maxSteps: number): boolean {
    const { r, at, written, stepper } = this;
    const size = at.y.length;
    for (let step = 0; step < maxSteps; step++) {
      written.body(r);
      for (let j = 0; j < size; j++) stepper.F[j] = r[at.F[j] as number] as number;
      for (let k = 0; k < size * size; k++) stepper.J[k] = r[at.J[k] as number] as number;
      if (this.height >= 0) stepper.height = r[this.height] as number;
      stepper.sells = (r[this.opening] as number) > 0;
      stepper.isTooLarge = this.room >= 0 && (r[this.room] as number) < 0;
      const isLast = stepper.advance();
      for (let j = 0; j < size; j++) r[at.y[j] as number] = stepper.y[j] as number;
      if (isLast) return true;
    }
    return false;
  }
}
