/** The work of a fit shared among threads. What each piece gives does not depend on who does it. */
import { poolOf } from '../../engines/tinypool.ts';
import { alone, type FitPiece, type FitWorker } from '../../fit/fit-job.ts';
import { workerFile } from '../worker-file.ts';
import type { ThreadTask } from './worker.ts';

interface Threads {
  readonly worker: FitWorker;
  readonly close: () => Promise<void>;
}

/** So many threads; none of their own where one is enough. */
export function threadsOf(workers: number): Threads {
  if (workers === 1) return { worker: alone, close: async () => {} };
  const pool = poolOf<ThreadTask, FitPiece>(workerFile('fit-worker'), workers);
  return {
    worker: (job, tasks, done) =>
      Promise.all(
        tasks.map(async (task) => {
          const piece = await pool.run({ job, task });
          done();
          return piece;
        }),
      ),
    close: pool.close,
  };
}
