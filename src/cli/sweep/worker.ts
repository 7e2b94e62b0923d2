/** The thread of a sweep: a task comes in, its rows go out as bytes. */
import { type Piece, pieceMaker, type Span, type SweepTask } from './job.ts';

let known: { readonly key: string; readonly make: (span: Span) => Piece } | null = null;

export default async function work({ job, from, to }: SweepTask): Promise<Piece> {
  const key = JSON.stringify(job);
  if (known?.key !== key) known = { key, make: await pieceMaker(job) };
  return known.make({ from, to });
}
