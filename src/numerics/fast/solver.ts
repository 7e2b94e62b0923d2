/**
 * Optima by the million. Every row is answered by Newton's method on the geometric program of the model and certified:
 *
 *   optimum    the conditions hold to 1e-9 and there is a profit beyond rounding; then the point is the one optimum,
 *              since ln gain is concave and costs are products of powers (`geometric.ts`);
 *   stay-out   the highest ln gain - ln costs, which is concave, is below zero beyond rounding.
 *
 * A row of which neither is certain goes to the referee, and so does every row of a model that is no geometric program.
 * The answer to a row depends on its own numbers alone.
 */
import type { Model } from '../../economics/model.ts';
import type { Values } from '../../economics/parameters.ts';
import { isScaled } from '../elasticities.ts';
import { optimise } from '../optimise.ts';
import type { Outcome } from '../outcome.ts';
import { type Elasticities, elasticitiesOf, elasticityOf, OF } from './elasticities.ts';
import { type Geometric, geometricOf } from './geometric.ts';
import { Newton, type Optima } from './newton.ts';
import { BLOCK } from './program.ts';

export const KINDS = ['optimum', 'stay-out', 'unbounded', 'unsolved'] as const;
const [OPTIMUM, STAY_OUT] = [0, 1];
/** In place of a kind: neither optimum nor staying out is certain. */
export const IN_DOUBT = 255;

/** Numbers a row, or one number for all rows. */
export type Column = Float64Array | number;
export type Columns = Readonly<Record<string, Column>>;

const QUANTITIES = ['n', 'd', 't', 'profit', 'revenue', 'trainingSpend', 'residual'] as const;

/** One entry a row; quantities are not numbers where nothing is produced or profit is unbounded. */
export interface Answers extends Optima {
  /** Index into KINDS. */
  readonly kind: Uint8Array;
  /** 1 where a limit binds. */
  readonly bound: Uint8Array;
  /** What the referee said of the rows that it answered. */
  readonly refereed: ReadonlyMap<number, Outcome>;
}

/** Largest condition of a certified optimum, and of a certified highest surplus. */
const RESIDUAL = 1e-9;
/** Costs as a share of the gain are known to be below or above 1 when they are by this. */
const MARGIN = 1e-9;
/** An optimum as near to a limit, in logarithms, may or may not be held by it. */
const NEAR_LIMIT = 1e-8;
/** Logarithms beyond which a double is no longer exact about products of two variables. */
const LARGEST = 300;
const STEPS = { first: 12, surplus: 80, again: 60 };

/** The rows that a stage is about, with its letters at their bounds or not. */
interface Pass {
  readonly profit: Newton;
  readonly surplus: Newton;
}

/** Fields named one by one: objects put together from lists of names are slow to write into. */
function newAnswers(rows: number): Answers {
  const empty = (): Float64Array => new Float64Array(rows).fill(Number.NaN);
  return {
    n: empty(),
    d: empty(),
    t: empty(),
    profit: empty(),
    revenue: empty(),
    trainingSpend: empty(),
    residual: empty(),
    reached: empty(),
    largest: new Uint8Array(rows).fill(IN_DOUBT),
    kind: new Uint8Array(rows).fill(IN_DOUBT),
    bound: new Uint8Array(rows),
    refereed: new Map(),
  };
}

const at = (column: Column, row: number): number =>
  typeof column === 'number' ? column : (column[row] as number);

/** The parameters that there are elasticities against, where their values are not zero. */
export const scaledOf = ({ parameters }: Pick<Model, 'parameters'>): readonly string[] =>
  parameters.flatMap((declared) => (isScaled(declared, 1) ? [declared.name] : []));

export class FastSolver {
  /** Why the model is no geometric program; null where it is one. */
  readonly refusal: string | null;
  /** Whether one letter follows the others along a kink. */
  readonly isTied: boolean = false;
  private readonly free: Pass | null = null;
  private readonly held: Pass | null = null;
  private readonly names: readonly string[];
  private readonly slopes: { free?: Elasticities | null; held?: Elasticities | null } = {};
  /** Whether what is held alone says whether anything sells. */
  private readonly sellsByHeld: boolean = false;

  /** `isWritten` is false for the tape even where the model's programs are written out. */
  constructor(
    private readonly model: Model,
    isWritten = true,
  ) {
    this.names = model.parameters.map(({ name }) => name);
    const profit = geometricOf(model, 'profit');
    this.refusal = typeof profit === 'string' ? profit : null;
    if (typeof profit === 'string') return;
    // The goal makes no difference to whether there is a program.
    const surplus = geometricOf(model, 'surplus') as Geometric;
    this.isTied = profit.tied;
    const pass = (isHeld: (j: number) => boolean): Pass => {
      const of = (program: Geometric): Newton =>
        new Newton(
          program,
          program.solved.map((_, j) => isHeld(j)),
          isWritten,
        );
      return { profit: of(profit), surplus: of(surplus) };
    };
    this.free = pass(() => false);
    this.sellsByHeld = profit.solved.every((_, j) => profit.bounds[j] !== null || !profit.opens[j]);
    if (profit.bounds.some((bound) => bound !== null)) this.held = pass((j) => profit.bounds[j] !== null);
  }

  /** The optimum of every row. `columns` hold every parameter of the model, each within its domain. */
  solve(columns: Columns, rows: number): Answers {
    return this.referee(columns, rows, this.certify(columns, rows));
  }

  /** What is certain of every row, without the referee: IN_DOUBT where nothing is. */
  certify(columns: Columns, rows: number): Answers {
    const answers = newAnswers(rows);
    const { free, held } = this;
    if (free) {
      const all = new Int32Array(rows);
      for (let row = 0; row < rows; row++) all[row] = row;
      const bound = this.solveFree(free, columns, all, answers, false);
      if (held) this.solveFree(held, columns, Int32Array.from(bound), answers, true);
    }
    return answers;
  }

  /** Profit from the start; where that ends in doubt the surplus, and profit again from there. Rows beyond their limits. */
  private solveFree(
    pass: Pass,
    columns: Columns,
    all: Int32Array,
    answers: Answers,
    isHeld: boolean,
  ): number[] {
    const beyond: number[] = [];
    const hard: number[] = [];
    this.blocks(pass.profit, columns, all, (rows) => {
      pass.profit.solve(rows, STEPS.first);
      for (let i = 0; i < rows.length; i++) {
        const row = rows[i] as number;
        if (!this.accept(pass.profit, i, row, answers, isHeld, beyond)) hard.push(row);
      }
    });
    const again: number[] = [];
    const starts: (readonly number[] | null)[] = [];
    this.blocks(pass.surplus, columns, Int32Array.from(hard), (rows) => {
      pass.surplus.solve(rows, STEPS.surplus);
      for (const [i, row] of rows.entries()) {
        const verdict = this.bySurplus(pass.surplus, i, isHeld);
        if (verdict === 'none') answers.kind[row] = STAY_OUT;
        if (verdict === 'none' || verdict === 'doubt') continue;
        again.push(row);
        starts.push(verdict === 'some' ? pass.surplus.pointAt(i) : null);
      }
    });
    let from = 0;
    this.blocks(pass.profit, columns, Int32Array.from(again), (rows) => {
      pass.profit.solve(rows, STEPS.again, starts.slice(from, from + rows.length));
      from += rows.length;
      for (const [i, row] of rows.entries()) this.accept(pass.profit, i, row, answers, isHeld, beyond);
    });
    return beyond;
  }

  /** Whether there is a profit, none, neither for certain, or no highest surplus that was found. */
  private bySurplus(surplus: Newton, i: number, isHeld: boolean): 'some' | 'none' | 'doubt' | 'lost' {
    if (isHeld && this.sellsByHeld && !surplus.sellsAt(i)) return 'none';
    if (!surplus.sellsAt(i) || surplus.converged[i] === 0 || !(surplus.residualAt(i) < RESIDUAL))
      return 'lost';
    const share = surplus.potentialShareAt(i);
    if (share < 1 - MARGIN) return 'some';
    return share > 1 + MARGIN && (!isHeld || surplus.pullsUp(i)) ? 'none' : 'doubt';
  }

  /** Takes a certified answer; whether the row needs no more here. */
  private accept(
    newton: Newton,
    i: number,
    row: number,
    answers: Answers,
    isHeld: boolean,
    beyond: number[],
  ): boolean {
    const residual = newton.residualAt(i);
    if (newton.converged[i] === 0 || !(residual < RESIDUAL)) return false;
    if (!newton.sellsAt(i)) return false;
    const [share, potential] = [newton.shareAt(i), newton.potentialShareAt(i)];
    if (!(potential < 1 - MARGIN)) return false;
    if (share > 1 + MARGIN) answers.kind[row] = STAY_OUT;
    if (!(share < 1 - MARGIN)) return true;
    if (newton.farthestAt(i) > LARGEST) return true;
    const excess = isHeld ? 0 : newton.excessAt(i);
    if (isHeld ? !newton.pullsUp(i) : Math.abs(excess) < NEAR_LIMIT) return true;
    if (excess > 0) {
      beyond.push(row);
      return true;
    }
    answers.kind[row] = OPTIMUM;
    answers.bound[row] = isHeld ? 1 : 0;
    newton.write(i, row, answers, residual);
    return true;
  }

  /** The rows a block at a time, the parameters taken. */
  private blocks(newton: Newton, columns: Columns, rows: Int32Array, work: (rows: Int32Array) => void): void {
    if (rows.length === 0) return;
    newton.prepare(Object.fromEntries(this.names.map((name) => [name, columns[name] as Column])));
    for (let from = 0; from < rows.length; from += BLOCK) work(rows.subarray(from, from + BLOCK));
  }

  /**
   * Elasticities of the optima by name, `n/E` for d ln n/d ln E, against every scaled parameter, one entry a row: not a number
   * where there is no optimum or the parameter is zero. Where a limit is about to bind they are those of the side it is on.
   */
  elasticities(columns: Columns, rows: number, answers: Answers): Readonly<Record<string, Float64Array>> {
    const parameters = scaledOf(this.model);
    const into = Object.fromEntries(
      parameters.flatMap((name) =>
        OF.map((of) => [elasticityOf(of, name), new Float64Array(rows).fill(Number.NaN)]),
      ),
    );
    const value = (name: string, row: number): number => at(columns[name] as Column, row);
    const sides: readonly [number[], number[]] = [[], []];
    for (let row = 0; row < rows; row++) {
      if (answers.kind[row] !== OPTIMUM) continue;
      if (!answers.refereed.has(row)) sides[answers.bound[row] as 0 | 1].push(row);
      else this.byReferee(row, value, into);
    }
    const program = geometricOf(this.model, 'profit');
    for (const [isBound, own] of sides.entries()) {
      if (own.length === 0 || typeof program === 'string') continue;
      const graph = this.elasticitiesOn(isBound === 1, program, parameters);
      if (graph) graph.write(own, value, this.names, answers, into);
      else for (const row of own) this.byReferee(row, value, into);
    }
    for (const name of parameters) {
      for (let row = 0; row < rows; row++) {
        if (value(name, row) > 0) continue;
        for (const of of OF) (into[elasticityOf(of, name)] as Float64Array)[row] = Number.NaN;
      }
    }
    return into;
  }

  /** The program of elasticities, with limits binding or slack; null where there is none. */
  private elasticitiesOn(
    isBound: boolean,
    program: Geometric,
    parameters: readonly string[],
  ): Elasticities | null {
    const side = isBound ? 'held' : 'free';
    const known = this.slopes[side];
    if (known !== undefined) return known;
    const isHeld = program.bounds.map((bound) => isBound && bound !== null);
    const found = elasticitiesOf(program, isHeld, parameters);
    this.slopes[side] = found;
    return found;
  }

  /** The referee's elasticities of a row. */
  private byReferee(
    row: number,
    value: (name: string, row: number) => number,
    into: Readonly<Record<string, Float64Array>>,
  ): void {
    const found = optimise(
      this.model,
      Object.fromEntries(this.names.map((name) => [name, value(name, row)])),
    );
    if (found.kind !== 'optimum') return;
    for (const [name, elasticity] of Object.entries(found.elasticities ?? {})) {
      const column = into[name];
      if (column) column[row] = elasticity;
    }
  }

  /** Rows that are in doubt. */
  private referee(columns: Columns, rows: number, answers: Answers): Answers {
    if (!answers.kind.includes(IN_DOUBT)) return answers;
    const refereed = new Map<number, Outcome>();
    for (let row = 0; row < rows; row++) {
      if (answers.kind[row] !== IN_DOUBT) continue;
      const values: Values = Object.fromEntries(
        this.names.map((name) => [name, at(columns[name] as Column, row)]),
      );
      const found = optimise(this.model, values, { elasticities: false });
      refereed.set(row, found);
      answers.kind[row] = KINDS.indexOf(found.kind);
      if (found.kind !== 'optimum') continue;
      for (const name of QUANTITIES) answers[name][row] = found[name];
      answers.bound[row] = found.active.limits.length > 0 ? 1 : 0;
    }
    return { ...answers, refereed };
  }
}
