/** Shards of a sweep made one: the same bytes as the sweep in one run, whatever the number and size of the shards. */
import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { parquetOf, readParquet } from '../../engines/parquet.ts';
import { fail } from '../../kernel/issues.ts';
import type { SweepManifest } from '../../report/schemas/sweep.ts';
import { csvHeader } from '../../report/sweep/text.ts';
import { PART, parquetColumn } from './job.ts';
import { formatOf, isWhole, openStore, readManifest } from './store.ts';

/** Bytes of text copied at a time. */
const BUFFER = 1 << 20;
const NAMES = ['outcome', 'regime'];

interface Shard {
  readonly path: string;
  readonly manifest: SweepManifest;
}

function shardAt(path: string): Shard {
  const manifest = readManifest(path, formatOf(path));
  if (!manifest)
    return fail({
      code: 'file',
      path,
      what: 'no manifest stands beside it',
      would: 'give what sweep --shard wrote',
    });
  if (!isWhole(manifest)) {
    const what = `it stops at row ${manifest.done} of ${manifest.to}`;
    fail({ code: 'file', path, what, would: 'finish it with --resume' });
  }
  return { path, manifest };
}

/** The shards in order. @throws OptimandError where they are of different sweeps, overlap, or leave rows out. */
function inOrder(paths: readonly string[]): readonly Shard[] {
  const shards = paths
    .map(shardAt)
    .sort((x, y) => x.manifest.from - y.manifest.from || x.manifest.to - y.manifest.to);
  let next = 0;
  for (const { path, manifest } of shards) {
    if (manifest.fingerprint !== shards[0]?.manifest.fingerprint)
      fail({ code: 'file', path, what: 'it is of another sweep', would: 'join the shards of one sweep' });
    if (manifest.from !== next) {
      const what =
        manifest.from > next
          ? `rows ${next} to ${manifest.from - 1} are in no shard`
          : `rows from ${manifest.from} on stand in two shards`;
      fail({ code: 'file', path, what, would: 'give every shard once' });
    }
    next = manifest.to;
  }
  const rows = shards[0]?.manifest.rows ?? 0;
  if (next !== rows)
    fail({
      code: 'usage',
      what: `rows ${next} to ${rows - 1} are in no shard`,
      would: 'give every shard once',
    });
  return shards;
}

type Take = (bytes: Uint8Array, from: number, to: number) => void;

/** A text's bytes after its header, a buffer at a time; its rows count with the last. */
function copyText({ path, manifest }: Shard, header: string, take: Take): void {
  const file = openSync(path, 'r');
  try {
    const { from, to, bytes } = manifest;
    for (let at = Buffer.byteLength(header); at < bytes; ) {
      const buffer = Buffer.alloc(Math.min(BUFFER, bytes - at));
      const read = readSync(file, buffer, 0, buffer.length, at);
      if (read === 0)
        fail({ code: 'file', path, what: 'it is shorter than its manifest says', would: 'make it again' });
      at += read;
      take(buffer.subarray(0, read), from, at < bytes ? from : to);
    }
  } finally {
    closeSync(file);
  }
}

type Row = Readonly<Record<string, unknown>>;

const encode = (rows: readonly Row[], columns: readonly string[]): Uint8Array =>
  parquetOf(
    columns.map((name) =>
      parquetColumn(
        name,
        rows.map((row) => (row[name] ?? null) as number | string | null),
        NAMES.includes(name),
      ),
    ),
  );

/** Parts cut anew at the multiples of their size. */
async function recut(shards: readonly Shard[], take: Take): Promise<void> {
  let held: Row[] = [];
  let from = 0;
  const columns = shards[0]?.manifest.columns ?? [];
  for (const { path, manifest } of shards) {
    for (const part of manifest.parts) {
      held = held.concat(await readParquet(join(path, part.file)));
      while (held.length >= PART) {
        take(encode(held.slice(0, PART), columns), from, from + PART);
        held = held.slice(PART);
        from += PART;
      }
    }
  }
  if (held.length > 0) take(encode(held, columns), from, from + held.length);
}

/** Joins shards into `out`. @throws OptimandError where they are no whole. */
export async function joinShards(paths: readonly string[], out: string): Promise<SweepManifest> {
  const shards = inOrder(paths);
  const first = shards[0]?.manifest;
  if (!first) return fail({ code: 'usage', what: '--join is given no shards', would: 'name their files' });
  if (formatOf(out) !== first.format)
    fail({ code: 'file', path: out, what: `the shards are ${first.format}`, would: 'give it their ending' });
  const outcomes: Record<string, number> = {};
  for (const { manifest } of shards) {
    for (const [name, count] of Object.entries(manifest.outcomes))
      outcomes[name] = (outcomes[name] ?? 0) + count;
  }
  const refereed = shards.reduce((sum, { manifest }) => sum + manifest.refereed, 0);
  const fresh: SweepManifest = {
    ...first,
    from: 0,
    to: first.rows,
    done: 0,
    bytes: 0,
    parts: [],
    outcomes,
    refereed,
  };
  const header = first.format === 'csv' ? csvHeader(first.columns) : '';
  const store = openStore(out, fresh, { names: [], header, partRows: PART, resume: false });
  const take: Take = (bytes, from, to) => store.write({ bytes, from, to, counts: [], refereed: 0 });
  if (first.format === 'parquet') await recut(shards, take);
  else for (const shard of shards) copyText(shard, header, take);
  store.close();
  return store.manifest;
}
