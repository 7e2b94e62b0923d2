/**
 * What carries Newton's method out on a block of rows. What happens to a row depends on no other row, and it is the same
 * operations whoever carries them out: `Blocks` takes every row through an instruction at a time, one that is done standing
 * still; `Rows` takes a row at a time through code that is written out.
 */
import type { Geometric } from './geometric.ts';
import { inputOf, type Node } from './graph.ts';
import { BLOCK, Program } from './program.ts';
import type { Script, Written } from './script.ts';
import type { Stages } from './stages.ts';
import { isStepKept, LAST_STEP, LESS, LONGEST_STEP, MORE, ROUNDING, Stepper } from './stepper.ts';

type Columns = Float64Array;
/** Where rows start, one entry a letter; the model's own start where there is none. */
export type Starts = readonly (readonly number[] | null)[];

/** Where a letter starts that has no start of its own. */
const ANYWHERE = 33;

export interface Task {
  readonly model: Geometric;
  readonly stages: Stages;
  /** Which letters stay at their bounds. */
  readonly isHeld: readonly boolean[];
}

export interface Runner {
  /** Values of the stage `end` at the solution: the first row's, the second row's and so on. */
  readonly out: Float64Array;
  /** The column of a parameter, to be written before a block is solved; null where nothing reads it. */
  input(name: string): Columns | null;
  /** Says which parameters vary from row to row, the others being written. */
  prepare(varying: readonly string[]): void;
  /** Solves the rows of the block whose parameters are written; 1 in `converged` where a row has come to its end. */
  solve(rows: number, maxSteps: number, from: Starts, converged: Uint8Array): void;
}

const stepperOf = ({ model, isHeld }: Task): Stepper =>
  new Stepper(model.solved.length, isHeld, model.height !== null);

export class Blocks implements Runner {
  readonly out: Float64Array;
  private readonly program: Program;
  private readonly y: readonly Columns[];
  private readonly starts: readonly Columns[];
  private readonly before: readonly Columns[];
  private readonly F: readonly Columns[];
  private readonly J: readonly Columns[];
  private readonly height: Columns | null;
  private readonly room: Columns | null;
  private readonly opening: Columns;
  private readonly last = new Float64Array(BLOCK);
  private readonly stepper: Stepper;
  private readonly end: readonly Columns[];

  constructor(task: Task) {
    const { model, stages, isHeld } = task;
    const program = new Program(model.graph, stages);
    this.program = program;
    this.end = stages.end.map(program.read);
    this.out = new Float64Array(BLOCK * stages.end.length);
    this.y = stages.moving.map((name) => program.input(name) as Columns);
    this.before = model.solved.map(() => new Float64Array(BLOCK));
    this.starts = model.start.map((start, j) => program.read((isHeld[j] && model.bounds[j]) || start));
    this.F = model.conditions.map(program.read);
    this.J = model.jacobian.flat().map(program.read);
    this.height = model.height && program.read(model.height);
    this.room = model.room && program.read(model.room);
    this.opening = program.read(model.opening);
    this.stepper = stepperOf(task);
  }

  input = (name: string): Columns | null => this.program.input(name);
  prepare = (varying: readonly string[]): void => this.program.prepare(new Set(varying));

  solve(rows: number, maxSteps: number, from: Starts, converged: Uint8Array): void {
    const { program, end, out } = this;
    program.runRow(rows);
    converged.fill(0);
    for (const [j, column] of this.y.entries()) {
      const own = this.starts[j] as Columns;
      for (let i = 0; i < rows; i++) {
        const value = from[i]?.[j] ?? (own[i] as number);
        column[i] = Number.isFinite(value) ? value : ANYWHERE;
      }
    }
    this.iterate(rows, maxSteps, converged);
    program.runEnd(rows);
    for (const [k, column] of end.entries()) {
      for (let i = 0; i < rows; i++) out[i * end.length + k] = column[i] as number;
    }
  }

  private iterate(rows: number, maxSteps: number, converged: Uint8Array): void {
    this.last.fill(Number.POSITIVE_INFINITY);
    for (let step = 0, running = rows; step < maxSteps && running > 0; step++) {
      this.program.runBody(rows);
      running = 0;
      for (let i = 0; i < rows; i++) {
        if (converged[i]) continue;
        if (this.advance(i)) converged[i] = 1;
        else running++;
      }
    }
  }

  /** One step of row i. */
  private advance(i: number): boolean {
    const { stepper } = this;
    const size = this.y.length;
    for (let j = 0; j < size; j++) {
      stepper.y[j] = (this.y[j] as Columns)[i] as number;
      stepper.before[j] = (this.before[j] as Columns)[i] as number;
      stepper.F[j] = (this.F[j] as Columns)[i] as number;
    }
    for (let k = 0; k < size * size; k++) stepper.J[k] = (this.J[k] as Columns)[i] as number;
    if (this.height) stepper.height = this.height[i] as number;
    stepper.sells = (this.opening[i] as number) > 0;
    stepper.isTooLarge = this.room !== null && (this.room[i] as number) < 0;
    stepper.last = this.last[i] as number;
    const isLast = stepper.advance();
    this.last[i] = stepper.last;
    for (let j = 0; j < size; j++) {
      (this.y[j] as Columns)[i] = stepper.y[j] as number;
      (this.before[j] as Columns)[i] = stepper.before[j] as number;
    }
    return isLast;
  }
}

interface Input {
  readonly column: Columns;
  readonly slot: number;
}

export class Rows implements Runner {
  readonly out: Float64Array;
  private readonly r: Float64Array;
  private readonly width: number;
  private readonly inputs: ReadonlyMap<string, Input>;
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
    this.inputs = new Map(
      named.map(([{ name }, own]) => [name, { column: new Float64Array(BLOCK), slot: own }]),
    );
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

  input = (name: string): Columns | null => this.inputs.get(name)?.column ?? null;

  prepare(varying: readonly string[]): void {
    const isVarying = (name: string): boolean => varying.includes(name);
    const read = [...this.inputs].flatMap(([name, input]) => (isVarying(name) ? [input] : []));
    this.columns = read.map(({ column }) => column);
    this.slots = Int32Array.from(read, ({ slot }) => slot);
    for (const [name, { column, slot }] of this.inputs) {
      if (!isVarying(name)) this.r[slot] = column[0] as number;
    }
  }

  solve(rows: number, maxSteps: number, from: Starts, converged: Uint8Array): void {
    const { r, out, width, written, columns, slots } = this;
    for (let i = 0; i < rows; i++) {
      for (let k = 0; k < slots.length; k++) r[slots[k] as number] = (columns[k] as Columns)[i] as number;
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

  /** The steps of one free letter whose conditions alone are to fall: as the stepper's, without its arrays. */
  private iterateOne(maxSteps: number): boolean {
    const { r, written, opening, room } = this;
    const [at, f, j] = [this.at.y[0] as number, this.at.F[0] as number, this.at.J[0] as number];
    let last = Number.POSITIVE_INFINITY;
    let before = 0;
    let y = r[at] as number;
    for (let step = 0; step < maxSteps; step++) {
      written.body(r);
      const F = r[f] as number;
      const height = (r[opening] as number) > 0 ? Math.abs(F) : Number.NaN;
      if (!isStepKept(height, last, ROUNDING.conditions)) {
        y =
          last < Number.POSITIVE_INFINITY
            ? (y + before) / 2
            : y + (room >= 0 && (r[room] as number) < 0 ? LESS : MORE);
        r[at] = y;
        continue;
      }
      last = height;
      const move = -F / (r[j] as number);
      const length = Math.abs(move);
      if (!(length < Number.POSITIVE_INFINITY)) continue;
      before = y;
      y += length > LONGEST_STEP ? (LONGEST_STEP / length) * move : move;
      r[at] = y;
      if (length <= LAST_STEP) return true;
    }
    return false;
  }

  private iterate(maxSteps: number): boolean {
    const { r, at, written, stepper } = this;
    if (this.isOne) return this.iterateOne(maxSteps);
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
