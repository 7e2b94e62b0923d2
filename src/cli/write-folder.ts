/** Folders filled with files of our own, each written whole. */
import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fail, OptimandError } from '../kernel/issues.ts';
import { reasonOf, writeWhole } from './write-file.ts';

const WOULD = 'name a folder that can be written to';

/** A file by its path inside the folder. */
export interface FolderFile {
  readonly path: string;
  readonly data: string | Uint8Array;
}

/** Level by level: Node's own recursion does not end in a file system that makes no folders. @throws OptimandError at a file */
function makeFolder(folder: string): void {
  makeAbove(folder);
  const there = statSync(folder, { throwIfNoEntry: false });
  if (!there) mkdirSync(folder);
  else if (!there.isDirectory()) fail({ code: 'file', path: folder, what: 'it is a file', would: WOULD });
}

function makeAbove(folder: string): void {
  const above = dirname(folder);
  if (above !== folder) makeFolder(above);
}

/** Makes the folder, before any work. @throws OptimandError where it cannot be made or written to. */
export function checkFolder(folder: string): void {
  try {
    makeFolder(resolve(folder));
    accessSync(folder, constants.W_OK);
  } catch (error) {
    if (error instanceof OptimandError) throw error;
    fail({ code: 'file', path: folder, what: `it cannot be written to: ${reasonOf(error)}`, would: WOULD });
  }
}

/** Writes the files; those of the same names are replaced, others stay. */
export function fillFolder(folder: string, files: readonly FolderFile[]): void {
  for (const { path, data } of files) {
    const target = join(folder, path);
    checkFolder(dirname(target));
    writeWhole(target, data);
  }
}
