/** The work of `check` on as many threads as there are processors. */
import { skippedEntry, type Task, type Worker } from '../report/check/check.ts';
import type { FoundEntry } from '../report/check/entry.ts';
import { threadPool } from './thread-pool.ts';
import { workerFile } from './worker-file.ts';

/** Far beyond what any piece of the work takes that has an answer: one that takes longer is stopped. */
const LONGEST_SECONDS = 240;

export interface CheckPool {
  readonly worker: Worker;
  readonly close: () => Promise<void>;
}

/** Threads that do one piece of work at a time each, in the order in which it is asked for. */
export function checkPool(): CheckPool {
  const { run, close } = threadPool<Task, readonly FoundEntry[]>(workerFile('check-worker'), LONGEST_SECONDS);
  const worker: Worker = async (task) => {
    const piece = await run(task);
    if (piece.kind === 'stopped') throw piece.error;
    return piece.kind === 'late' ? [skippedEntry(task, LONGEST_SECONDS)] : piece.answer;
  };
  return { worker, close };
}
