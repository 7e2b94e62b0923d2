/**
 * `sweep`: optima at the points of a grid or a quasi-random design. A sweep is a plan, which says what row i is, and any
 * range of its rows can be worked out by itself: by any worker, on any machine, with the same answer to the bit.
 */
import type { Model } from '../../economics/model.ts';
import { tapeOf } from '../../kernel/tape.ts';
import { symbolsOf } from '../../kernel/term.ts';
import { type Answers, type Columns, FastSolver, KINDS } from '../../numerics/fast/solver.ts';
import { regimeOfRow } from '../regime-of-row.ts';
import { REGIMES } from '../schemas/optimize.ts';
import { rowsOf } from './axes.ts';
import { elasticityColumns, elasticityNames } from './elasticities.ts';
import { checkPlan, type SweepPlan, sweptAt } from './points.ts';

/** What became of a row: as the referee's outcomes, or a combination that the model's assumptions do not allow. */
const OUTCOMES = [...KINDS, 'not-allowed'] as const;
const NOT_ALLOWED = OUTCOMES.indexOf('not-allowed');
const OPTIMUM = OUTCOMES.indexOf('optimum');

/** Index for a cell that is empty. */
const EMPTY = 255;

/** A column of a table: numbers (not a number is an empty cell), or indices into names. */
export type SweptColumn =
  | { readonly name: string; readonly kind: 'number'; readonly values: Float64Array }
  | {
      readonly name: string;
      readonly kind: 'name';
      readonly values: Uint8Array;
      readonly names: readonly string[];
    };

export interface Swept {
  readonly rows: number;
  readonly columns: readonly SweptColumn[];
  /** Rows by outcome, in the order in which the outcomes are listed. */
  readonly counts: readonly number[];
  /** Rows that the referee answered. */
  readonly refereed: number;
}

const MEASURED = ['n', 'd', 't', 'profit', 'C_train', 'regime', 'residual'] as const;

/** A sweep ready to give any of its rows. */
export interface Sweeper {
  readonly rows: number;
  /** Names of the columns, in order. */
  readonly columns: readonly string[];
  /** What may become of a row. */
  readonly outcomes: readonly string[];
  /** The optima of rows from (and with) `from` to (and without) `to`. */
  solve(from: number, to: number): Swept;
}

/** A sweep of a firm. */
export class Sweep implements Sweeper {
  readonly rows: number;
  readonly columns: readonly string[];
  readonly outcomes = OUTCOMES;
  /** As the model calls them. */
  private readonly regimes: readonly string[];
  private readonly solver: FastSolver;
  private readonly allowed: (
    columns: Readonly<Record<string, Float64Array | number>>,
    rows: number,
  ) => Uint8Array;

  /** @throws OptimandError about a parameter that is missing, unknown, given twice or out of its domain. */
  constructor(
    private readonly model: Model,
    private readonly plan: SweepPlan,
  ) {
    checkPlan(model, plan);
    this.rows = rowsOf(plan.axes, plan.design);
    const swept = plan.axes.map(({ name }) => name);
    this.columns = [...swept, 'outcome', ...MEASURED, ...elasticityNames(model, plan)];
    this.regimes = REGIMES.map((name) => model.own.regimes[name] ?? name);
    this.solver = new FastSolver(model);
    this.allowed = allowedBy(model);
  }

  solve(from: number, to: number): Swept {
    const { axes, set, hold } = this.plan;
    const rows = to - from;
    const swept = sweptAt(this.plan, this.model, from, to);
    const columns: Record<string, Float64Array | number> = { ...set };
    for (const [j, { name }] of axes.entries()) columns[name] = swept[j] as Float64Array;
    if (hold === 'rho') putRho(columns, rows);
    const allowed = this.allowed(columns, rows);
    const { answers, places, kept } = this.answer(columns, allowed, rows);
    const own: SweptColumn[] = axes.map(({ name }, j) => ({
      name,
      kind: 'number',
      values: swept[j] as Float64Array,
    }));
    const table = this.table(own, answers, places, columns, rows);
    const solved = { solver: this.solver, answers, columns: kept };
    const more = elasticityColumns(this.model, this.plan, solved, places);
    return { ...table, columns: [...table.columns, ...more] };
  }

  /** Answers of the rows that are allowed, where each row's answer stands, and the columns of these rows. */
  private answer(
    columns: Readonly<Record<string, Float64Array | number>>,
    allowed: Uint8Array,
    rows: number,
  ): { answers: Answers; places: Int32Array; kept: Columns } {
    const places = new Int32Array(rows).fill(-1);
    let count = 0;
    for (let i = 0; i < rows; i++) if (allowed[i]) places[i] = count++;
    if (count === rows) return { answers: this.solver.solve(columns, rows), places, kept: columns };
    const kept = Object.fromEntries(
      Object.entries(columns).map(([name, column]) => [
        name,
        typeof column === 'number' ? column : column.filter((_, i) => allowed[i] === 1),
      ]),
    );
    return { answers: this.solver.solve(kept, count), places, kept };
  }

  private table(
    own: readonly SweptColumn[],
    answers: Answers,
    places: Int32Array,
    columns: Readonly<Record<string, Float64Array | number>>,
    rows: number,
  ): Swept {
    const outcome = new Uint8Array(rows).fill(NOT_ALLOWED);
    const regime = new Uint8Array(rows).fill(EMPTY);
    const counts = OUTCOMES.map(() => 0);
    const sources = {
      n: answers.n,
      d: answers.d,
      t: answers.t,
      profit: answers.profit,
      C_train: answers.trainingSpend,
      residual: answers.residual,
    };
    const measured = Object.fromEntries(
      Object.keys(sources).map((name) => [name, new Float64Array(rows).fill(Number.NaN)]),
    );
    for (let i = 0; i < rows; i++) {
      const place = places[i] as number;
      if (place >= 0) outcome[i] = answers.kind[place] as number;
      counts[outcome[i] as number] = (counts[outcome[i] as number] ?? 0) + 1;
      if (outcome[i] !== OPTIMUM) {
        if (OUTCOMES[outcome[i] as number] === 'stay-out') regime[i] = REGIMES.indexOf('stay-out');
        continue;
      }
      for (const [name, source] of Object.entries(sources)) {
        (measured[name] as Float64Array)[i] = source[place] as number;
      }
      regime[i] = REGIMES.indexOf(regimeOfRow(this.model, this.solver, answers, place, columns, i));
    }
    const cells = MEASURED.map(
      (name): SweptColumn =>
        name === 'regime'
          ? { name, kind: 'name', values: regime, names: this.regimes }
          : { name, kind: 'number', values: measured[name] as Float64Array },
    );
    const outcomes: SweptColumn = { name: 'outcome', kind: 'name', values: outcome, names: OUTCOMES };
    return { rows, columns: [...own, outcomes, ...cells], counts, refereed: answers.refereed.size };
  }
}

/** b = a rho^-alpha where rho is given in its place. */
function putRho(columns: Record<string, Float64Array | number>, rows: number): void {
  const at = (column: Float64Array | number | undefined, i: number): number =>
    typeof column === 'object' ? (column[i] as number) : (column ?? Number.NaN);
  const { a, alpha, rho } = columns;
  columns.b = Float64Array.from({ length: rows }, (_, i) => at(a, i) * at(rho, i) ** -at(alpha, i));
  delete columns.rho;
}

/** Which rows the standing assumptions on parameters allow. */
function allowedBy(model: Model): Sweep['allowed'] {
  const names = model.parameters.map(({ name }) => name);
  const facts = model.facts.filter(({ term }) => symbolsOf(term).every((name) => names.includes(name)));
  const tape = tapeOf(
    facts.map(({ term }) => term),
    names,
  );
  return (columns, rows) => {
    const values = tape.run(
      names.map((name) => columns[name] as Float64Array | number),
      rows,
    );
    const allowed = new Uint8Array(rows).fill(1);
    for (const [k, { is }] of facts.entries()) {
      const own = values[k] as Float64Array;
      for (let i = 0; i < rows; i++) if (!holds(own[i] as number, is)) allowed[i] = 0;
    }
    return allowed;
  };
}

function holds(value: number, is: Model['facts'][number]['is']): boolean {
  switch (is) {
    case 'positive':
      return value > 0;
    case 'negative':
      return value < 0;
    case 'non-negative':
      return value >= 0;
    case 'non-positive':
      return value <= 0;
    case 'zero':
      return value === 0;
    case 'non-zero':
      return value !== 0;
  }
}
