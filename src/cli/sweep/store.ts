/**
 * Rows of a sweep on disk, with the manifest that says how far they go. Rows are written before the manifest counts them, so
 * that whatever a killed run leaves beyond its count is cut off when it goes on: nothing is lost and nothing doubled.
 */
import {
  closeSync,
  existsSync,
  fdatasyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fail } from '../../kernel/issues.ts';
import { canonicalJson } from '../../report/canonical.ts';
import type { SweepManifest } from '../../report/schemas/sweep.ts';
import { reasonOf } from '../write-file.ts';
import type { Piece, SweepFormat } from './job.ts';

/** Rows between two counts of the manifest, as far as text goes. */
const COUNTED = 65_536;

const refuse = (path: string, what: string, would: string): never =>
  fail({ code: 'file', path, what, would });

/** The format that a name asks for. @throws OptimandError for a name that asks for none. */
export function formatOf(path: string): SweepFormat {
  switch (extname(path).toLowerCase()) {
    case '.csv':
      return 'csv';
    case '.jsonl':
    case '.ndjson':
      return 'jsonl';
    case '.parquet':
      return 'parquet';
    default:
      return refuse(
        path,
        'its name does not say how to write rows',
        'end it in .csv, .jsonl or .parquet (a folder)',
      );
  }
}

export const manifestPath = (out: string, format: SweepFormat): string =>
  format === 'parquet' ? join(out, 'manifest.json') : `${out}.manifest.json`;

/** The manifest beside rows, or null where there is none. @throws OptimandError where it is none of ours. */
export function readManifest(out: string, format: SweepFormat): SweepManifest | null {
  const path = manifestPath(out, format);
  if (!existsSync(path)) return null;
  try {
    const found = JSON.parse(readFileSync(path, 'utf8')) as SweepManifest;
    if (typeof found.fingerprint === 'string' && Number.isSafeInteger(found.done)) return found;
  } catch {
    // What is no JSON is no manifest either.
  }
  return refuse(path, 'it is no manifest of a sweep', 'remove it, or write somewhere else');
}

/** Whether every row of a manifest is written. */
export const isWhole = ({ done, to }: SweepManifest): boolean => done === to;

function writeWhole(path: string, bytes: string | Uint8Array): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, bytes);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

export interface Store {
  readonly manifest: SweepManifest;
  write(piece: Piece): void;
  close(): void;
}

const counted = (
  manifest: SweepManifest,
  { to, counts, refereed }: Piece,
  names: readonly string[],
): void => {
  manifest.done = to;
  manifest.refereed += refereed;
  for (const [k, name] of names.entries()) {
    manifest.outcomes[name] = (manifest.outcomes[name] ?? 0) + (counts[k] ?? 0);
  }
};

/** Text in one file. */
function textStore(out: string, manifest: SweepManifest, names: readonly string[], header: string): Store {
  const isNew = manifest.done === manifest.from;
  const file = openSync(out, isNew ? 'w' : 'r+');
  if (isNew) manifest.bytes = Buffer.byteLength(header);
  ftruncateSync(file, isNew ? 0 : manifest.bytes);
  if (isNew) writeSync(file, header, 0);
  const count = (): void => {
    fdatasyncSync(file);
    writeWhole(manifestPath(out, manifest.format), canonicalJson(manifest));
  };
  count();
  let uncounted = 0;
  return {
    manifest,
    write: (piece) => {
      for (let at = 0; at < piece.bytes.length; )
        at += writeSync(file, piece.bytes, at, piece.bytes.length - at, manifest.bytes + at);
      manifest.bytes += piece.bytes.length;
      counted(manifest, piece, names);
      uncounted += piece.to - piece.from;
      if (uncounted < COUNTED && !isWhole(manifest)) return;
      uncounted = 0;
      count();
    },
    close: () => {
      count();
      closeSync(file);
    },
  };
}

const PART_NAME = /^part-\d{6}\.parquet$/;

/** Parquet in files of a fixed number of rows. */
function partStore(out: string, manifest: SweepManifest, names: readonly string[], size: number): Store {
  mkdirSync(out, { recursive: true });
  const kept = new Set(manifest.parts.map(({ file }) => file));
  for (const name of readdirSync(out)) {
    if ((PART_NAME.test(name) && !kept.has(name)) || name.endsWith('.tmp')) rmSync(join(out, name));
  }
  const count = (): void => writeWhole(manifestPath(out, 'parquet'), canonicalJson(manifest));
  count();
  return {
    manifest,
    write: (piece) => {
      const file = `part-${String(Math.floor(piece.from / size)).padStart(6, '0')}.parquet`;
      writeWhole(join(out, file), piece.bytes);
      manifest.parts.push({ file, from: piece.from, to: piece.to });
      manifest.bytes += piece.bytes.length;
      counted(manifest, piece, names);
      count();
    },
    close: count,
  };
}

/** The store, in which a disk that takes no more is one sentence. What the manifest counts stays, and a later run goes on from it. */
function inWords(out: string, { manifest, write, close }: Store): Store {
  const said = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      refuse(
        out,
        `it cannot be written: ${reasonOf(error)}`,
        `make room and add --resume to go on after row ${manifest.done}`,
      );
    }
  };
  return { manifest, write: (piece) => said(() => write(piece)), close: () => said(close) };
}

/** Makes sure that what stands at the path may give way. */
function checkPath(out: string, format: SweepFormat): void {
  const folder = dirname(out);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    refuse(
      out,
      `it cannot be written: ${existsSync(folder) ? 'a part of the path is not a folder' : 'the folder does not exist'}`,
      'name a place in a folder that can be written to',
    );
  const there = statSync(out, { throwIfNoEntry: false });
  if (!there) return;
  if (format !== 'parquet') {
    if (!there.isFile()) refuse(out, 'it exists and is not a file', 'choose another name');
    return;
  }
  if (!there.isDirectory()) refuse(out, 'it exists and is not a folder', 'choose another name');
  const others = readdirSync(out).filter(
    (name) => !PART_NAME.test(name) && name !== 'manifest.json' && !name.endsWith('.tmp'),
  );
  if (others.length > 0) refuse(out, `it holds other things (${others[0]})`, 'name a folder of its own');
}

export interface StoreOptions {
  readonly names: readonly string[];
  readonly header: string;
  readonly partRows: number;
  readonly resume: boolean;
}

/**
 * The rows at a path, new or, with `resume`, as a run before has left them.
 * @throws OptimandError where something else stands there, or a run that is not over and is not to be resumed.
 */
export function openStore(out: string, fresh: SweepManifest, options: StoreOptions): Store {
  checkPath(out, fresh.format);
  try {
    const found = readManifest(out, fresh.format);
    const isSame =
      found?.fingerprint === fresh.fingerprint && found.from === fresh.from && found.to === fresh.to;
    if (options.resume && found && !isSame) {
      return refuse(out, 'it holds rows of another sweep', 'leave --resume out and choose another name');
    }
    if (!options.resume && found && !isWhole(found)) {
      return refuse(
        out,
        `a sweep stopped there at row ${found.done} of ${found.to}`,
        'add --resume, or remove it',
      );
    }
    const manifest = options.resume && found && existsSync(out) ? found : fresh;
    return inWords(
      out,
      fresh.format === 'parquet'
        ? partStore(out, manifest, options.names, options.partRows)
        : textStore(out, manifest, options.names, options.header),
    );
  } catch (error) {
    if (error instanceof Error && 'issue' in error) throw error;
    return refuse(out, `it cannot be written: ${reasonOf(error)}`, 'name a place that can be written to');
  }
}
