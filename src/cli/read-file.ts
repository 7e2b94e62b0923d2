/** A text file that a flag names. */
import { readFile } from 'node:fs/promises';
import { fail } from '../kernel/issues.ts';
import { reasonOf } from './write-file.ts';

/** The sentence on a file that cannot be read; `would` says what to give instead. */
export function cannotRead(path: string, error: unknown, would: string): never {
  const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  return fail({ code: 'file', path, what: missing ? 'there is no such file' : reasonOf(error), would });
}

/** What the file holds. @throws OptimandError where it cannot be read. */
export async function textOfFile(path: string, would: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    return cannotRead(path, error, would);
  }
}
