/** The command line as users have it: the bundle, built once for a test file into a folder of its own. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { TYPICAL } from '../numerics/reference.ts';

const root = join(import.meta.dirname, '../..');

export interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Bench {
  /** A folder for the files of the tests, and the working folder of every run. */
  readonly folder: string;
  readonly dist: string;
  readonly optimand: (...args: readonly string[]) => Run;
  /** The same with text on standard input. */
  readonly fed: (input: string, ...args: readonly string[]) => Run;
  readonly file: (name: string, text: string) => string;
}

/** Builds before the tests of a file and cleans up after them. */
export function bench(): Bench {
  const folder = mkdtempSync(join(tmpdir(), 'optimand-'));
  const dist = join(folder, 'dist');
  beforeAll(() => {
    const build = spawnSync(process.execPath, ['esbuild.config.mjs', dist], { cwd: root, encoding: 'utf8' });
    if (build.status !== 0) throw new Error(build.stderr);
    writeFileSync(join(dist, 'package.json'), '{"type":"module"}');
    symlinkSync(join(root, 'node_modules'), join(dist, 'node_modules'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const fed = (input: string, ...args: readonly string[]): Run => {
    const command = [join(dist, 'cli.js'), ...args];
    const run = spawnSync(process.execPath, command, {
      cwd: folder,
      encoding: 'utf8',
      input,
      maxBuffer: 1 << 28,
    });
    return { status: run.status, out: run.stdout, err: run.stderr };
  };
  return {
    folder,
    dist,
    fed,
    optimand: (...args) => fed('', ...args),
    file: (name, text) => {
      const path = join(folder, name);
      writeFileSync(path, text);
      return path;
    },
  };
}

/** A point as --set takes it, some values changed or (with null) left out. */
export function setting(changes: Readonly<Record<string, string | number | null>> = {}): string {
  const values = { ...TYPICAL, ...changes };
  return Object.entries(values)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}=${value}`)
    .join(',');
}
