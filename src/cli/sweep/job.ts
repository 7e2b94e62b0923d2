/** A sweep as plain data that threads and manifests can carry, and the rows of it as bytes. */
import { createHash } from 'node:crypto';
import type { Model } from '../../economics/model.ts';
import type { Problem } from '../../economics/problem.ts';
import { parquetOf } from '../../engines/parquet.ts';
import type { SweepPlan } from '../../report/sweep/points.ts';
import type { Swept, SweptColumn } from '../../report/sweep/sweep.ts';
import { sweeperOf, sweptSubject } from '../../report/sweep/sweeper.ts';
import { csvOf, jsonlOf } from '../../report/sweep/text.ts';

export type SweepFormat = 'csv' | 'jsonl' | 'parquet';

/** Where a model is to be had: by its id, or by the file that it stands in and the blocks put on it. */
export type ModelSource =
  | { readonly kind: 'variant'; readonly id: string }
  | { readonly kind: 'file'; readonly path: string; readonly blocks: readonly string[] };

export interface SweepJob {
  readonly source: ModelSource;
  readonly plan: SweepPlan;
  readonly format: SweepFormat;
}

/** Rows of a piece of text: what a thread does at a time. Pieces are cut at its multiples. */
export const PIECE = 8192;
/** Rows of a Parquet file, cut at its multiples. */
export const PART = 262_144;

/** Rows from (and with) `from` to (and without) `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface SweepTask extends Span {
  readonly job: SweepJob;
}

export interface Piece extends Span {
  readonly bytes: Uint8Array;
  readonly counts: readonly number[];
  readonly refereed: number;
}

async function subjectFrom(source: ModelSource): Promise<Model | Problem> {
  if (source.kind === 'variant') return sweptSubject(source.id);
  const { readModelFile, subjectInFile } = await import('../model-file.ts');
  return subjectInFile(await readModelFile(source.path, source.blocks));
}

/** What is sought and within what, the assumptions, the plan and the format: what must be equal for rows to belong together. */
export function fingerprintOf(subject: Model | Problem, plan: SweepPlan, format: SweepFormat): string {
  const [goal, limits] =
    'profit' in subject ? [subject.profit, subject.limits] : [subject.objective, subject.constraints];
  const text = JSON.stringify(
    [subject.id, goal, subject.facts, limits, subject.parameters, plan, format],
    (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value),
  );
  return createHash('sha256').update(text).digest('hex');
}

const cellsOf = (column: SweptColumn): (number | string | null)[] =>
  column.kind === 'name'
    ? Array.from(column.values, (index) => column.names[index] ?? null)
    : Array.from(column.values, (value) => (Number.isFinite(value) ? value : null));

export const parquetColumn = (name: string, data: readonly (number | string | null)[], isName: boolean) => ({
  name,
  type: isName ? ('STRING' as const) : ('DOUBLE' as const),
  data,
});

function bytesOf(swept: Swept, format: SweepFormat): Uint8Array {
  if (format === 'parquet') {
    return parquetOf(
      swept.columns.map((column) => parquetColumn(column.name, cellsOf(column), column.kind === 'name')),
    );
  }
  return Buffer.from(format === 'csv' ? csvOf(swept) : jsonlOf(swept));
}

/** A sweep ready to give any of its rows. */
export async function pieceMaker(job: SweepJob): Promise<(span: Span) => Piece> {
  const sweep = sweeperOf(await subjectFrom(job.source), job.plan);
  return ({ from, to }) => {
    const swept = sweep.solve(from, to);
    const { counts, refereed } = swept;
    return { from, to, bytes: bytesOf(swept, job.format), counts, refereed };
  };
}

/** The pieces of the rows, in order. */
export function* spansOf({ from, to }: Span, format: SweepFormat): Generator<Span> {
  const size = format === 'parquet' ? PART : PIECE;
  for (let at = from; at < to; ) {
    const end = Math.min(to, (Math.floor(at / size) + 1) * size);
    yield { from: at, to: end };
    at = end;
  }
}
