/**
 * The work of a fit in pieces that can be done anywhere and in any order: plain data in, plain data out. What a piece gives
 * depends on its numbers alone, so that a fit is the same bytes however many threads share it.
 */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { LeastSquaresProblem } from './damped-step.ts';
import { formulaProblem } from './formula.ts';
import { bestOf, huberMinima } from './huber.ts';
import { withFixed } from './loss-laws/fixed.ts';
import type { LossLaw, Run } from './loss-laws/law.ts';
import { LOSS_LAWS, type LossLawId } from './loss-laws/registry.ts';
import type { Minimum } from './minimise.ts';
import type { Vector } from './vectors.ts';

export interface FitJob {
  readonly law: LossLawId;
  /** Constants that are given, by the names of the law's letters. */
  readonly fixed: Readonly<Record<string, number>>;
  readonly runs: readonly Run[];
  readonly delta: number;
  readonly seed: number;
}

/** The starts or the draws from (and with) `from` to (and without) `to`. */
export type FitTask = { readonly from: number; readonly to: number } & (
  | { readonly kind: 'starts' }
  | { readonly kind: 'draws'; readonly best: Vector }
);

/** For starts the minimum below each, for draws the parameters fitted to each. */
export type FitPiece = readonly (Minimum | null)[];

/** Does pieces of a job, and hands them back in the order of the tasks. `done` is called once for every piece. */
export type FitWorker = (
  job: FitJob,
  tasks: readonly FitTask[],
  done: () => void,
) => Promise<readonly FitPiece[]>;

/** Starts and draws of a piece. */
const PIECE = { starts: 5, draws: 4 } as const;

export const lawOf = ({ law, fixed }: Pick<FitJob, 'law' | 'fixed'>): LossLaw =>
  withFixed(LOSS_LAWS[law], fixed);

export const problemOf = (law: LossLaw, runs: readonly Run[]): LeastSquaresProblem =>
  formulaProblem(law.formula, {
    rows: runs.map((run) => law.columnsOf(run)),
    observed: runs.map(({ loss }) => Math.log(loss)),
  });

/** The first `count` starts drawn from the grid, the same for the same seed. */
function startsOf(law: LossLaw, count: number, seed: number): Vector[] {
  const generator = xoroshiro128plus(seed);
  return Array.from({ length: count }, () =>
    law.formula.parameters.map((name) => {
      const values = law.grid[name] as Vector;
      return values[uniformInt(generator, 0, values.length - 1)] as number;
    }),
  );
}

const LARGEST = 2 ** 31 - 1;

/** A seed of its own for every draw. */
function seedsOf(count: number, seed: number): number[] {
  const generator = xoroshiro128plus(seed + 1);
  return Array.from({ length: count }, () => uniformInt(generator, 0, LARGEST));
}

/** The fit to runs drawn with replacement, from the best fit and from two other starts. */
function drawn(law: LossLaw, { runs, delta, seed }: FitJob, best: Vector, own: number): Minimum | null {
  const generator = xoroshiro128plus(own);
  const again = runs.map(() => runs[uniformInt(generator, 0, runs.length - 1)] as Run);
  const minima = huberMinima(problemOf(law, again), delta, [best, ...startsOf(law, 2, seed + 2)]);
  const found = bestOf(minima, delta, runs.length);
  return minima.find((minimum) => minimum?.value === found?.loss) ?? null;
}

/** A piece of the work, done here. */
export function pieceOf(job: FitJob, task: FitTask): FitPiece {
  const law = lawOf(job);
  const { from, to } = task;
  if (task.kind === 'draws')
    return seedsOf(to, job.seed)
      .slice(from)
      .map((own) => drawn(law, job, task.best, own));
  return huberMinima(problemOf(law, job.runs), job.delta, startsOf(law, to, job.seed).slice(from));
}

/** The tasks of so many starts, or of so many draws about the best fit. */
export function tasksOf(count: number, best: Vector | null): readonly FitTask[] {
  const size = best ? PIECE.draws : PIECE.starts;
  return Array.from({ length: Math.ceil(count / size) }, (_, i) => {
    const span = { from: i * size, to: Math.min(count, (i + 1) * size) };
    return best ? { kind: 'draws', best, ...span } : { kind: 'starts', ...span };
  });
}

/** One piece after another, in this thread. */
export const alone: FitWorker = async (job, tasks, done) =>
  tasks.map((task) => {
    const piece = pieceOf(job, task);
    done();
    return piece;
  });
