/** The pieces of a report about one model on as many threads as there are processors. */
import type { PieceAnswer, PieceTask, PieceWorker } from '../report/subject/pieces.ts';
import type { Described } from './model.ts';
import { threadPool } from './thread-pool.ts';
import { workerFile } from './worker-file.ts';

/** What takes longer has no answer in most cases: it is stopped, and the report says so. */
const LONGEST_SECONDS = 240;

export interface ReportPool {
  readonly worker: PieceWorker;
  readonly close: () => Promise<void>;
}

/** Threads for one model; a piece that takes too long, or whose thread stops, is missing with that reason. */
export function reportPool(
  described: Described,
  seconds = LONGEST_SECONDS,
  file = workerFile('report-worker'),
): ReportPool {
  const { run, close } = threadPool<{ described: Described; task: PieceTask }, PieceAnswer>(file, seconds);
  const worker = async (task: PieceTask): Promise<PieceAnswer> => {
    const piece = await run({ described, task });
    switch (piece.kind) {
      case 'answer':
        return piece.answer;
      case 'late':
        return { found: null, missing: `it was not found within ${seconds} seconds, and was stopped` };
      case 'stopped':
        return { found: null, missing: `the thread that looked for it stopped (${piece.error.message})` };
    }
  };
  return { worker: worker as PieceWorker, close };
}
