/** Files written whole or not at all: into a temporary file beside the target, which is then renamed. */
import { accessSync, constants, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { fail } from '../kernel/issues.ts';

/** Endings that a file to be overwritten may have, by format. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  text: ['.txt', '.text', '.log'],
  md: ['.md', '.markdown'],
  tex: ['.tex'],
  html: ['.html', '.htm'],
  json: ['.json'],
  svg: ['.svg'],
};

const refuseFile = (path: string, what: string, would: string): never =>
  fail({ code: 'file', path, what, would });

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the file system is read-only',
  ENOENT: 'the folder does not exist',
  ENOTDIR: 'a part of the path is not a folder',
  EISDIR: 'it is a folder',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be larger than is allowed here',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long',
};

/** What went wrong with a file, in words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? `it cannot be used (${code || 'unknown error'})`;
}

/**
 * Makes sure before any work that the file can be written. A file that exists is overwritten only where its name ends as
 * the format's files do, so that a slip does not cost somebody else's file.
 */
export function checkWritable(path: string, format: string): void {
  const would = 'name a file in a folder that can be written to';
  try {
    const folder = dirname(path);
    if (!statSync(folder).isDirectory()) refuseFile(path, 'a part of the path is not a folder', would);
    accessSync(folder, constants.W_OK);
  } catch (error) {
    if (error instanceof Error && 'issue' in error) throw error;
    refuseFile(path, `it cannot be written: ${reasonOf(error)}`, would);
  }
  const there = statSync(path, { throwIfNoEntry: false });
  if (!there) return;
  if (!there.isFile()) refuseFile(path, 'it exists and is not a file', would);
  const endings = ENDINGS[format] ?? [];
  if (!endings.includes(extname(path).toLowerCase())) {
    refuseFile(
      path,
      `it exists and is no ${format} file`,
      `remove it, or choose a name that ends in ${endings.join(' or ')}`,
    );
  }
}

/** Writes all of it, or leaves everything as it was. */
export function writeWhole(path: string, data: string | Uint8Array): void {
  const temporary = join(dirname(path), `.${basename(path).slice(0, 100)}.${process.pid}.tmp`);
  try {
    writeFileSync(temporary, data, { flag: 'wx' });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    refuseFile(
      path,
      `it cannot be written: ${reasonOf(error)}`,
      'name a file in a folder that can be written to',
    );
  }
}
