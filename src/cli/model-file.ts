/** Models in files: read, made, and asked for again in the same words. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Model } from '../economics/model.ts';
import type { Problem } from '../economics/problem.ts';
import { fail, OptimandError } from '../kernel/issues.ts';
import { cannotRead } from './read-file.ts';
import { reasonOf } from './write-file.ts';

/** A model is a page of formulas: a longer file is another one. */
const LONGEST = 1_000_000;
const WOULD = 'name a JSON file as docs/models.md describes it';

async function textIn(path: string): Promise<string> {
  try {
    const { size } = await stat(path);
    if (size > LONGEST) {
      const what = `it has ${size} bytes, more than the ${LONGEST} that a model may have`;
      return fail({ code: 'file', path, what, would: WOULD });
    }
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof OptimandError) throw error;
    return cannotRead(path, error, WOULD);
  }
}

function json(text: string, path: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const said = error instanceof Error ? error.message.replace(/[^\x20-\x7e]/g, '?').slice(0, 120) : '';
    return fail({ code: 'file', path, what: `it is not JSON (${said})`, would: WOULD });
  }
}

/** What the file holds. @throws OptimandError where it cannot be read, is too long, or is no JSON. */
const dataIn = async (path: string): Promise<unknown> => json(await textIn(path), path);

const quoted = (path: string): string =>
  /^[\w./-]+$/.test(path) ? path : `'${path.replace(/'/g, "'\\''")}'`;

/** What goes wrong with the data of a file, told with the file. */
function inFile<T>(path: string, ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof OptimandError) || error.issue.code !== 'model') throw error;
    throw new OptimandError({ ...error.issue, file: path });
  }
}

/**
 * The model that the data of a file describe, with blocks put on it.
 * @throws OptimandError with the file and the place in it of what does not do.
 */
async function modelOfData(data: unknown, path: string, blocks: readonly string[]): Promise<Model> {
  const [{ modelFrom }, { namedBlock }] = await Promise.all([
    import('../economics/model-file/read.ts'),
    import('../economics/variants/registry.ts'),
  ]);
  const call = callOfFile({ path, blocks });
  const model = inFile(path, () => modelFrom(data, blocks.map(namedBlock)));
  return { ...model, own: { ...model.own, call } };
}

/** What a file holds, as another thread may be told it. */
export interface FileData {
  readonly data: unknown;
  readonly path: string;
  readonly blocks: readonly string[];
}

/** How a command line asks for what a file describes. */
export const callOfFile = ({ path, blocks }: Pick<FileData, 'path' | 'blocks'>): string =>
  [`--model ${quoted(path)}`, ...blocks.map((block) => `--with ${block}`)].join(' ');

/** The file with what it holds. @throws OptimandError where it cannot be read, is too long, or is no JSON. */
export const readModelFile = async (path: string, blocks: readonly string[]): Promise<FileData> => ({
  data: await dataIn(path),
  path,
  blocks,
});

/** The firm, or the problem of another kind, that a file describes. @throws OptimandError about the file and the place. */
export const subjectInFile = ({ data, path, blocks }: FileData): Promise<Model | Problem> =>
  subjectOfData(data, path, blocks);

async function subjectOfData(
  data: unknown,
  path: string,
  blocks: readonly string[],
): Promise<Model | Problem> {
  const { describesProblem, problemFrom } = await import('../economics/model-file/problem.ts');
  if (!describesProblem(data)) return modelOfData(data, path, blocks);
  if (blocks.length > 0) {
    const what = 'it describes no firm, and --with puts blocks on firms';
    fail({ code: 'file', path, what, would: 'leave out --with' });
  }
  return inFile(path, () => problemFrom(data));
}

interface OwnModels {
  readonly isFolder: boolean;
  readonly models: readonly { readonly variant: string; readonly data: unknown }[];
}

const isRecord = (name: string): boolean => /(?:^|\.)laws\.json$/.test(name);

/** The files of models in a folder, by name; or the one file. */
async function filesAt(
  path: string,
): Promise<Pick<OwnModels, 'isFolder'> & { readonly files: readonly string[] }> {
  const isFolder = (await stat(path).catch(() => null))?.isDirectory() ?? false;
  if (!isFolder) return { isFolder, files: [path] };
  const names = await readdir(path).catch((error: unknown) =>
    fail({ code: 'file', path, what: reasonOf(error), would: WOULD }),
  );
  const files = names
    .filter((name) => name.endsWith('.json') && !isRecord(name))
    .sort()
    .map((name) => join(path, name));
  return files.length > 0
    ? { isFolder, files }
    : fail({ code: 'file', path, what: 'the folder holds no model (*.json)', would: WOULD });
}

/** The models in a file or a folder, each read and checked. @throws OptimandError about the first that does not do. */
export async function modelsAt(path: string): Promise<OwnModels> {
  const { isFolder, files } = await filesAt(path);
  const found = new Map<string, { readonly data: unknown; readonly file: string }>();
  for (const file of files) {
    const data = await dataIn(file);
    const { id } = await subjectOfData(data, file, []);
    const before = found.get(id);
    if (before) {
      const what = `the model "${id}" stands in ${before.file} too`;
      fail({ code: 'file', path: file, what, would: 'give each model an id of its own' });
    }
    found.set(id, { data, file });
  }
  return { isFolder, models: [...found].map(([variant, { data }]) => ({ variant, data })) };
}
