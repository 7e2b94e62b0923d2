/**
 * Newton's method on the conditions of a geometric program, for a block of rows at a time. What happens to a row depends on
 * no other row: every row takes the same instructions, and one that is done stands still.
 */
import { type Geometric, inputOf } from './geometric.ts';
import { BLOCK, Program } from './program.ts';
import { Stepper } from './stepper.ts';

/** Where a letter starts that has no start of its own. */
const ANYWHERE = 33;

type Columns = Float64Array;

/** What an optimum is written into: a row of each. */
export interface Optima
  extends Readonly<
    Record<'n' | 'd' | 't' | 'profit' | 'revenue' | 'trainingSpend' | 'residual' | 'reached', Columns>
  > {
  /** Which of inference, training and data costs most at the margin, 0 to 2; 255 where that is not known. */
  readonly largest: Uint8Array;
}

/** Where it is not known which cost is the largest at the margin. */
const NONE = 255;

/** Nodes that are wanted at the solution, in the order in which they are read. */
const wantedAtEnd = ({
  conditions,
  share,
  potentialShare,
  gain,
  revenue,
  trainingSpend,
  quantities,
  marginals,
  reached,
}: Geometric) => [
  ...conditions,
  share,
  potentialShare,
  gain,
  revenue,
  trainingSpend,
  quantities.n,
  quantities.d,
  quantities.t,
  reached,
  ...(marginals ?? []),
];

const wantedAtStart = ({ start, bounds }: Geometric) => [
  ...start,
  ...bounds.filter((bound) => bound !== null),
];

/** The potential's share of costs is positive where anything sells, and only there. */
const wantedInBody = ({ conditions, jacobian, height, potentialShare }: Geometric) => [
  potentialShare,
  ...conditions,
  ...jacobian.flat(),
  ...(height ? [height] : []),
];

export class Newton {
  /** 1 where a row has come to its end. */
  readonly converged = new Uint8Array(BLOCK);
  readonly share: Columns;
  readonly potentialShare: Columns;
  private readonly program: Program;
  private readonly end: readonly Columns[];
  private readonly y: readonly Columns[];
  private readonly before: readonly Columns[];
  private readonly start: readonly Columns[];
  private readonly bounds: readonly (Columns | null)[];
  private readonly F: readonly Columns[];
  private readonly J: readonly Columns[];
  private readonly height: Columns | null;
  private readonly last = new Float64Array(BLOCK);
  private readonly stepper: Stepper;
  private readonly size: number;
  private readonly hasMarginals: boolean;

  /** `isHeld` says which letters stay at their bounds. */
  constructor(
    model: Geometric,
    private readonly isHeld: readonly boolean[],
  ) {
    const { graph, solved, conditions, jacobian, height } = model;
    this.size = solved.length;
    this.hasMarginals = model.marginals !== null;
    const moving = solved.map(inputOf);
    const program = new Program(graph, {
      moving,
      start: wantedAtStart(model),
      body: wantedInBody(model),
      end: wantedAtEnd(model),
    });
    this.program = program;
    this.end = wantedAtEnd(model).map(program.read);
    this.share = this.end[this.size] as Columns;
    this.potentialShare = this.end[this.size + 1] as Columns;
    this.y = moving.map((name) => program.input(name) as Columns);
    this.before = solved.map(() => new Float64Array(BLOCK));
    this.start = model.start.map(program.read);
    this.bounds = model.bounds.map((bound) => bound && program.read(bound));
    this.F = conditions.map(program.read);
    this.J = jacobian.flat().map(program.read);
    this.height = height && program.read(height);
    this.stepper = new Stepper(this.size, isHeld, height !== null);
  }

  /** Instructions that an iteration takes. */
  get length(): number {
    return this.program.length;
  }

  /** The column of a parameter, to be written before a block is solved; null where nothing reads it. */
  input = (name: string): Columns | null => this.program.input(name);

  /** Says which parameters vary from row to row, the others being written. */
  prepare = (varying: readonly string[]): void => this.program.prepare(new Set(varying));

  /** Solves the rows of the block whose parameters are written, from the points given or from the model's own start. */
  solve(rows: number, maxSteps: number, from: readonly (readonly number[] | null)[] = []): void {
    const { program, converged } = this;
    program.runRow(rows);
    converged.fill(0);
    for (let j = 0; j < this.size; j++) {
      const column = this.y[j] as Columns;
      const own = (this.isHeld[j] ? this.bounds[j] : this.start[j]) as Columns;
      for (let i = 0; i < rows; i++) {
        const value = from[i]?.[j] ?? (own[i] as number);
        column[i] = Number.isFinite(value) ? value : ANYWHERE;
      }
    }
    this.iterate(rows, maxSteps);
    program.runEnd(rows);
  }

  private iterate(rows: number, maxSteps: number): void {
    this.last.fill(Number.POSITIVE_INFINITY);
    for (let step = 0, running = rows; step < maxSteps && running > 0; step++) {
      this.program.runBody(rows);
      running = 0;
      for (let i = 0; i < rows; i++) {
        if (this.converged[i]) continue;
        if (this.advance(i)) this.converged[i] = 1;
        else running++;
      }
    }
  }

  /** One step of row i. */
  private advance(i: number): boolean {
    const { stepper, size } = this;
    for (let j = 0; j < size; j++) {
      stepper.y[j] = (this.y[j] as Columns)[i] as number;
      stepper.before[j] = (this.before[j] as Columns)[i] as number;
      stepper.F[j] = (this.F[j] as Columns)[i] as number;
    }
    for (let k = 0; k < size * size; k++) stepper.J[k] = (this.J[k] as Columns)[i] as number;
    if (this.height) stepper.height = this.height[i] as number;
    stepper.sells = (this.potentialShare[i] as number) > 0;
    stepper.last = this.last[i] as number;
    const isLast = stepper.advance();
    this.last[i] = stepper.last;
    for (let j = 0; j < size; j++) {
      (this.y[j] as Columns)[i] = stepper.y[j] as number;
      (this.before[j] as Columns)[i] = stepper.before[j] as number;
    }
    return isLast;
  }

  /** The largest condition of what is not held. */
  residualAt(i: number): number {
    let most = 0;
    for (let j = 0; j < this.size; j++) {
      const size = Math.abs((this.end[j] as Columns)[i] as number);
      if (!this.isHeld[j] && !(size <= most)) most = size;
    }
    return most;
  }

  pointAt = (i: number): number[] => this.y.map((column) => column[i] as number);

  /** Whether anything sells at the row's end: ln gain is no number where nothing does. */
  sellsAt = (i: number): boolean => Number.isFinite((this.end[this.size + 2] as Columns)[i]);

  /** How far the letters exceed their bounds, in logarithms, at the most. */
  excessAt(i: number): number {
    let most = Number.NEGATIVE_INFINITY;
    for (let j = 0; j < this.size; j++) {
      const bound = this.bounds[j];
      if (bound) most = Math.max(most, ((this.y[j] as Columns)[i] as number) - (bound[i] as number));
    }
    return most;
  }

  /** Whether what is held would rather be more. */
  pullsUp = (i: number): boolean =>
    this.isHeld.every((held, j) => !held || ((this.end[j] as Columns)[i] as number) <= 0);

  /** The optimum as quantities. */
  write(i: number, row: number, optima: Optima): void {
    const at = (k: number): number => (this.end[this.size + k] as Columns)[i] as number;
    optima.n[row] = Math.exp(at(5));
    optima.d[row] = Math.exp(at(6));
    optima.t[row] = Math.exp(at(7));
    optima.profit[row] = Math.exp(at(2)) * (1 - at(0));
    optima.revenue[row] = at(3);
    optima.trainingSpend[row] = Math.exp(at(4));
    optima.residual[row] = this.residualAt(i);
    optima.reached[row] = at(8);
    optima.largest[row] = this.hasMarginals
      ? at(9) >= at(10)
        ? at(9) >= at(11)
          ? 0
          : 2
        : at(10) >= at(11)
          ? 1
          : 2
      : NONE;
  }
}
