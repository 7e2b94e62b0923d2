/** The rows of a sweep worked out by threads and written in order. */
import { poolOf } from '../../engines/tinypool.ts';
import { workerFile } from '../worker-file.ts';
import { type Piece, pieceMaker, type Span, type SweepJob, type SweepTask, spansOf } from './job.ts';

/** Pieces under way or waiting to be written, a thread: enough to keep it busy, few enough to keep memory flat. */
const AHEAD = 2;

/** Hands over every piece of the rows, in order, whichever thread makes it and whenever. */
export async function eachPiece(
  job: SweepJob,
  span: Span,
  workers: number,
  take: (piece: Piece) => void,
): Promise<void> {
  const spans = [...spansOf(span, job.format)];
  if (workers === 1 || spans.length < 2) {
    const make = await pieceMaker(job);
    for (const one of spans) take(make(one));
    return;
  }
  const pool = poolOf<SweepTask, Piece>(workerFile('sweep-worker'), Math.min(workers, spans.length));
  try {
    const pending: Promise<Piece>[] = [];
    for (let next = 0; next < spans.length || pending.length > 0; ) {
      while (next < spans.length && pending.length < AHEAD * workers) {
        const task = pool.run({ job, ...(spans[next++] as Span) });
        // A failure is met when the piece's turn comes; until then it is nobody's surprise.
        task.catch(() => {});
        pending.push(task);
      }
      take(await (pending.shift() as Promise<Piece>));
    }
  } finally {
    await pool.close();
  }
}
