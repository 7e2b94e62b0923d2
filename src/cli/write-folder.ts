/** Folders filled with files of our own, each written whole. */
import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fail } from '../kernel/issues.ts';
import { reasonOf, writeWhole } from './write-file.ts';

const WOULD = 'name a folder that can be written to';

/** A file by its path inside the folder. */
export interface FolderFile {
  readonly path: string;
  readonly data: string | Uint8Array;
}

/** Level by level: Node's own recursion does not end in a file system that makes no folders. */
function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

/** Makes the folder, before any work. @throws OptimandError where it cannot be made or written to. */
export function checkFolder(folder: string): void {
  try {
    makeFolder(resolve(folder));
    accessSync(folder, constants.W_OK);
  } catch (error) {
    const isFile = statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false;
    fail({
      code: 'file',
      path: folder,
      what: isFile ? 'it is a file' : `it cannot be written to: ${reasonOf(error)}`,
      would: WOULD,
    });
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
