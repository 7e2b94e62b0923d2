/**
 * The record as a file: one entry a line, in the order of the registries, each with a digest of itself. What a person changes
 * by hand, what is cut off and what an older tool wrote is noticed, and named with its place.
 */
import { createHash } from 'node:crypto';
import { fail } from '../../kernel/issues.ts';
import { ENTRY_KINDS, type Entry, type EntryKind } from './entry.ts';

/** Rises when the meaning of an entry changes, so that an older record would be misread. */
export const RECORD_VERSION = 1;

const sorted = (values: Entry['values']): Entry['values'] =>
  Object.fromEntries(Object.entries(values).sort(([x], [y]) => (x < y ? -1 : 1)));

const digestOf = ({ at, kind, values }: Entry): string =>
  createHash('sha256')
    .update(JSON.stringify([at, kind, sorted(values)]))
    .digest('hex')
    .slice(0, 8);

const lineOf = ({ at, kind, values }: Entry): string =>
  JSON.stringify({ at, kind, ...sorted(values), digest: digestOf({ at, kind, values }) });

/** The file's text, byte for byte the same for the same entries. */
export function recordText(entries: readonly Entry[]): string {
  const head = [`"schemaVersion": ${RECORD_VERSION},`, `"count": ${entries.length},`, '"entries": ['];
  return `{\n${head.join('\n')}\n${entries.map(lineOf).join(',\n')}\n]\n}\n`;
}

const UPDATE = 'run optimand check --update';

function refuseRecord(path: string, what: string, would = UPDATE): never {
  return fail({ code: 'file', path, what, would });
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isKind = (value: unknown): value is EntryKind =>
  typeof value === 'string' && Object.hasOwn(ENTRY_KINDS, value);

/** The file's head stands on its first four lines, an entry on each of the next. */
const LINES_BEFORE = 4;

function entryOf(value: unknown, index: number, path: string): Entry {
  const line = `line ${index + LINES_BEFORE + 1}`;
  if (!isObject(value)) refuseRecord(path, `${line} holds no entry`);
  const { at, kind, digest, ...values } = value;
  const isText = Object.values(values).every((text) => typeof text === 'string');
  if (typeof at !== 'string' || !isKind(kind) || !isText) refuseRecord(path, `${line} holds no entry`);
  const entry = { at, kind, values: values as Entry['values'] };
  if (digest !== digestOf(entry))
    refuseRecord(
      path,
      `${line} was changed by hand: "${at}" does not fit its digest`,
      `undo that, or ${UPDATE}`,
    );
  return entry;
}

/** Everything the text says, checked. @throws OptimandError naming what is wrong and where. */
export function readRecord(text: string, path: string): readonly Entry[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    const isWhole = text.trimEnd().endsWith('}');
    const said = error instanceof Error ? error.message.replace(/[^\x20-\x7e]/g, '?').slice(0, 80) : '';
    return refuseRecord(
      path,
      isWhole ? `it is no JSON (${said})` : `it is cut short after line ${text.trimEnd().split('\n').length}`,
      'restore it from the repository, or run optimand check --update',
    );
  }
  if (!isObject(parsed) || !Array.isArray(parsed.entries))
    return refuseRecord(path, 'it is no record of laws');
  const { schemaVersion, count, entries } = parsed;
  if (schemaVersion !== RECORD_VERSION) {
    const age = typeof schemaVersion === 'number' && schemaVersion > RECORD_VERSION ? 'a newer' : 'an older';
    return refuseRecord(
      path,
      `it was written by ${age} tool (schemaVersion ${JSON.stringify(schemaVersion) ?? 'missing'}, not ${RECORD_VERSION})`,
    );
  }
  const read = entries.map((value, index) => entryOf(value, index, path));
  const places = new Set<string>();
  for (const { at } of read) {
    if (places.has(at)) refuseRecord(path, `"${at}" stands in it twice`, `undo that, or ${UPDATE}`);
    places.add(at);
  }
  if (count !== read.length)
    refuseRecord(
      path,
      `it holds ${read.length} entries and says ${JSON.stringify(count)}`,
      `restore it, or ${UPDATE}`,
    );
  return read;
}
