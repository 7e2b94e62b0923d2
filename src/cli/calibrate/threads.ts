/** A calibration shared among threads. What a firm does does not depend on who works it out. */
import { poolOf } from '../../engines/tinypool.ts';
import {
  type CalibrateOptions,
  type Chosen,
  calibrationOf,
  chosenBy,
  type Firm,
  piecesOf,
} from '../../report/calibrate.ts';
import type { CalibrateResult } from '../../report/schemas/calibrate.ts';
import { workerFile } from '../worker-file.ts';
import type { CalibrateTask } from './worker.ts';

export interface ThreadedOptions extends CalibrateOptions {
  readonly workers: number;
  /** Called with the share done, 0 to 1. */
  readonly progress: (done: number) => void;
}

/** Fewer firms are solved before a second thread has begun. */
const WORTH_THREADS = 10_000;

async function byThreads(
  scenario: string,
  firms: readonly Firm[],
  { workers, progress }: ThreadedOptions,
): Promise<readonly Chosen[]> {
  const pool = poolOf<CalibrateTask, readonly Chosen[]>(workerFile('calibrate-worker'), workers);
  const pieces = piecesOf(firms);
  let done = 0;
  const work = pieces.map(async (piece) => {
    const chosen = await pool.run({ scenario, firms: piece });
    done += 1;
    progress(done / pieces.length);
    return chosen;
  });
  return Promise.all(work)
    .then((all) => all.flat())
    .finally(pool.close);
}

/** The scenario's optimum with intervals and sensitivities. @throws OptimandError as `calibrate` does */
export async function calibrated(name: string, options: ThreadedOptions): Promise<CalibrateResult> {
  const { scenario, firms, resultOf } = calibrationOf(name, options);
  const alone = options.workers === 1 || firms.length < WORTH_THREADS;
  return resultOf(
    alone ? chosenBy(scenario.model, firms, options.progress) : await byThreads(name, firms, options),
  );
}
