/** The thread of a fit: a piece of its work comes in, what it gives goes out. */
import { type FitJob, type FitPiece, type FitTask, pieceOf } from '../../fit/fit-job.ts';

export interface ThreadTask {
  readonly job: FitJob;
  readonly task: FitTask;
}

export default function work({ job, task }: ThreadTask): FitPiece {
  return pieceOf(job, task);
}
