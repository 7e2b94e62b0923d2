/** Newton's method on all rows of a block at a time, an instruction of a tape after the other. */
import { BLOCK, Program } from './program.ts';
import { ANYWHERE, type Runner, type Starts, stepperOf, type Task } from './runner.ts';
import type { Stepper } from './stepper.ts';

type Columns = Float64Array;

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
  /** Columns of what varies, and the inputs into which rows of them are taken. */
  private varying: readonly (readonly [Columns, Columns])[] = [];
  private rows = 0;

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

  prepare(columns: Readonly<Record<string, Columns | number>>): void {
    const { program } = this;
    this.varying = Object.entries(columns).flatMap(([name, column]) => {
      const input = program.input(name);
      if (typeof column === 'number') input?.fill(column);
      return input && typeof column !== 'number' ? [[column, input] as const] : [];
    });
    program.prepare(new Set(Object.keys(columns).filter((name) => typeof columns[name] !== 'number')));
  }

  take(rows: Int32Array): void {
    this.rows = rows.length;
    for (const [column, input] of this.varying) {
      for (let i = 0; i < rows.length; i++) input[i] = column[rows[i] as number] as number;
    }
  }

  solve(maxSteps: number, from: Starts, converged: Uint8Array): void {
    const { program, end, out, rows } = this;
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
