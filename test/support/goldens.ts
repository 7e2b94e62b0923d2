/** Goldens are files a person can read. Under UPDATE_GOLDENS=1 they are rewritten, to be looked at before a commit. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../goldens');

/** Expects the text to be the golden of that name, a path below test/goldens. */
export function expectGolden(name: string, text: string): void {
  const path = join(folder, name);
  const ended = text.endsWith('\n') ? text : `${text}\n`;
  if (process.env.UPDATE_GOLDENS === '1') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, ended);
  }
  expect(existsSync(path), `${name} has no golden; run with UPDATE_GOLDENS=1 and look at it`).toBe(true);
  expect(ended).toBe(readFileSync(path, 'utf8'));
}

/** Names of the goldens in a folder below test/goldens, sorted. */
export const goldenNames = (under: string): readonly string[] => readdirSync(join(folder, under)).sort();
