/** A sweep as a library function: its rows as plain objects. */
import type { Model } from '../../economics/model.ts';
import type { Values } from '../../economics/parameters.ts';
import type { Problem } from '../../economics/problem.ts';
import { DEFAULT_SEED } from '../version.ts';
import { readAxes, readDesign } from './axes.ts';
import { completed, sweeperOf, sweptSubject } from './sweeper.ts';

export interface SweepRequest {
  /** As for the command line: `E=1e16:1e20:200log,gamma=-1:1:41`. */
  readonly grid: string;
  /** `sobol:N`. */
  readonly design?: string;
  readonly set?: Values;
  readonly hold?: 'b' | 'rho';
  readonly seed?: number;
  /** Whether every row has its elasticities too, as `n/E` for d ln n/d ln E. */
  readonly elasticities?: boolean;
}

/** A row by the names of its columns; null where a cell is empty. */
export type SweepRow = Readonly<Record<string, number | string | null>>;

/** Rows held in memory at a time. */
const PIECE = 8192;

/** Every row of a sweep, in order. @throws OptimandError about what is wrong with what is asked for. */
export function* sweep(variant: string | Model | Problem, request: SweepRequest): Generator<SweepRow> {
  const { grid, set = {}, hold = 'b', seed = DEFAULT_SEED, elasticities = false } = request;
  const design = readDesign(request.design, seed);
  const subject = sweptSubject(variant);
  const more = elasticities ? ({ elasticities } as const) : {};
  const plan = completed(subject, { set, axes: readAxes([grid], design), design, hold, ...more });
  const whole = sweeperOf(subject, plan);
  for (let from = 0; from < whole.rows; from += PIECE) {
    const { rows, columns } = whole.solve(from, Math.min(whole.rows, from + PIECE));
    for (let row = 0; row < rows; row++) {
      yield Object.fromEntries(
        columns.map((column) => {
          if (column.kind === 'name')
            return [column.name, column.names[column.values[row] as number] ?? null];
          const value = column.values[row] as number;
          return [column.name, Number.isFinite(value) ? value : null];
        }),
      );
    }
  }
}
