/** Newton's method on the conditions of a geometric program, for a block of rows at a time, and what stands at its end. */
import { runnerOf } from './carrier.ts';
import type { Geometric } from './geometric.ts';
import { inputOf } from './graph.ts';
import { BLOCK } from './program.ts';
import type { Runner, Starts } from './runner.ts';
import type { Stages } from './stages.ts';

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

/** What is worked out of a geometric program when. */
export function stagesOf(model: Geometric): Stages {
  const { graph, solved, start, bounds, conditions, settled, jacobian, height, room, opening } = model;
  const { potentialShare, share, gain, revenue, trainingSpend, quantities, marginals, reached } = model;
  return {
    moving: solved.map(inputOf),
    start: [...start, ...bounds.filter((bound) => bound !== null)],
    body: [opening, ...(room ? [room] : []), ...conditions, ...jacobian.flat(), ...(height ? [height] : [])],
    end: [
      share,
      potentialShare,
      opening,
      revenue,
      graph.exp(trainingSpend),
      graph.exp(quantities.n),
      graph.exp(quantities.d),
      graph.exp(quantities.t),
      graph.multiply(graph.exp(gain), graph.subtract(graph.number(1), share)),
      reached,
      ...(marginals ?? [reached, reached, reached]),
      ...settled,
      ...conditions,
      ...solved.map((letter) => graph.input(inputOf(letter))),
      ...bounds.map((bound) => bound ?? graph.number(Number.POSITIVE_INFINITY)),
    ],
  };
}

/** Where what is wanted at the end stands: in the order of the stage, the last three as many as there are letters. */
const [SHARE, POTENTIAL_SHARE, OPENING, REVENUE, SPEND, N, D, T, PROFIT, REACHED, MARGINALS] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
];
const SETTLED = MARGINALS + 3;

export class Newton {
  /** 1 where a row has come to its end. */
  readonly converged = new Uint8Array(BLOCK);
  private readonly runner: Runner;
  private readonly out: Float64Array;
  /** Numbers a row of `out`. */
  private readonly width: number;
  private readonly size: number;
  private readonly settled: number;
  private readonly conditions: number;
  private readonly hasBounds: boolean;
  private readonly hasMarginals: boolean;

  /** `isHeld` says which letters stay at their bounds. `isWritten` is false for the tape even where the program is written out. */
  constructor(
    model: Geometric,
    private readonly isHeld: readonly boolean[],
    isWritten = true,
  ) {
    this.size = model.solved.length;
    this.settled = model.settled.length;
    this.conditions = SETTLED + this.settled;
    this.hasBounds = model.bounds.some((bound) => bound !== null);
    this.hasMarginals = model.marginals !== null;
    const stages = stagesOf(model);
    this.runner = runnerOf({ model, stages, isHeld }, isWritten);
    this.out = this.runner.out;
    this.width = stages.end.length;
  }

  /** Takes the parameters: columns of those that vary from row to row, and one number for all rows of the others. */
  prepare = (columns: Readonly<Record<string, Columns | number>>): void => this.runner.prepare(columns);

  /** Solves these rows of the columns, no more than a block, from the points given or from the model's own start. */
  solve(rows: Int32Array, maxSteps: number, from: Starts = []): void {
    this.runner.take(rows);
    this.runner.solve(maxSteps, from, this.converged);
  }

  /** Costs as a share of the gain, of a seller and of the potential. */
  shareAt(i: number): number {
    return this.out[i * this.width + SHARE] as number;
  }

  potentialShareAt(i: number): number {
    return this.out[i * this.width + POTENTIAL_SHARE] as number;
  }

  /** The largest condition of what is not held; not a number where one is not. */
  residualAt(i: number): number {
    const { out, isHeld, settled, size } = this;
    let at = i * this.width + SETTLED;
    let most = 0;
    for (let j = 0; j < settled; j++, at++) most = Math.max(most, Math.abs(out[at] as number));
    for (let j = 0; j < size; j++, at++) {
      if (!isHeld[j]) most = Math.max(most, Math.abs(out[at] as number));
    }
    return most;
  }

  private letterAt(i: number, j: number): number {
    return this.out[i * this.width + this.conditions + this.size + j] as number;
  }

  pointAt = (i: number): number[] => this.isHeld.map((_, j) => this.letterAt(i, j));

  /** The largest of the letters' logarithms in size. */
  farthestAt(i: number): number {
    let most = 0;
    for (let j = 0; j < this.size; j++) most = Math.max(most, Math.abs(this.letterAt(i, j)));
    return most;
  }

  /** Whether anything sells at the row's end. */
  sellsAt(i: number): boolean {
    const opening = this.out[i * this.width + OPENING] as number;
    return opening > 0 && opening < Number.POSITIVE_INFINITY;
  }

  /** How far the letters exceed their bounds, in logarithms, at the most. */
  excessAt(i: number): number {
    let most = Number.NEGATIVE_INFINITY;
    if (!this.hasBounds) return most;
    const { out, width, conditions, size } = this;
    for (let j = 0; j < size; j++) {
      const bound = out[i * width + conditions + 2 * size + j] as number;
      most = Math.max(most, this.letterAt(i, j) - bound);
    }
    return most;
  }

  /** Whether what is held would rather be more. */
  pullsUp(i: number): boolean {
    const { out, width, conditions } = this;
    return this.isHeld.every((held, j) => !held || (out[i * width + conditions + j] as number) <= 0);
  }

  /** The optimum as quantities, with the residual that it has. */
  write(i: number, row: number, optima: Optima, residual: number): void {
    const { out } = this;
    const at = i * this.width;
    optima.revenue[row] = out[at + REVENUE] as number;
    optima.trainingSpend[row] = out[at + SPEND] as number;
    optima.n[row] = out[at + N] as number;
    optima.d[row] = out[at + D] as number;
    optima.t[row] = out[at + T] as number;
    optima.profit[row] = out[at + PROFIT] as number;
    optima.reached[row] = out[at + REACHED] as number;
    optima.residual[row] = residual;
    optima.largest[row] = this.hasMarginals ? this.largestAt(at + MARGINALS) : NONE;
  }

  /** The first of the largest of the marginal costs, which stand from `at` on. */
  private largestAt(at: number): number {
    const { out } = this;
    const [inference, training, data] = [out[at] as number, out[at + 1] as number, out[at + 2] as number];
    if (inference >= training) return inference >= data ? 0 : 2;
    return training >= data ? 1 : 2;
  }
}
