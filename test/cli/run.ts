/**
 * The command line as users have it: the bundle, built once for all test files of a process. A run is warm: the modules stay loaded
 * between runs, in a thread of their own, which saves most of the time; `fresh` starts a process, as users do.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createSyncFn } from 'synckit';
import { afterAll } from 'vitest';
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
  /** The same in a process of its own. */
  readonly fresh: (...args: readonly string[]) => Run;
  readonly file: (name: string, text: string) => string;
}

let built: string | null = null;

/** The bundle, in a folder that goes with the process. */
function distribution(): string {
  if (built !== null) return built;
  const above = mkdtempSync(join(tmpdir(), 'optimand-dist-'));
  process.on('exit', () => rmSync(above, { recursive: true, force: true }));
  const dist = join(above, 'dist');
  const build = spawnSync(process.execPath, ['esbuild.config.mjs', dist], { cwd: root, encoding: 'utf8' });
  if (build.status !== 0) throw new Error(build.stderr);
  writeFileSync(join(dist, 'package.json'), '{"type":"module"}');
  symlinkSync(join(root, 'node_modules'), join(dist, 'node_modules'));
  built = dist;
  return dist;
}

type Warm = (file: string, args: readonly string[], input: string) => Promise<Run>;
const warm = createSyncFn<Warm>(join(import.meta.dirname, 'warm-worker.mjs'));

/** Runs with a folder as the working folder, which threads share with the process. */
function within<T>(folder: string, run: () => T): T {
  const before = process.cwd();
  process.chdir(folder);
  try {
    return run();
  } finally {
    process.chdir(before);
  }
}

/** Builds before the tests of a file and cleans up after them. */
export function bench(): Bench {
  const folder = mkdtempSync(join(tmpdir(), 'optimand-'));
  const dist = distribution();
  const cli = join(dist, 'cli.js');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const fed = (input: string, ...args: readonly string[]): Run =>
    within(folder, () => warm(pathToFileURL(cli).href, args, input));
  const fresh = (...args: readonly string[]): Run => {
    const run = spawnSync(process.execPath, [cli, ...args], {
      cwd: folder,
      encoding: 'utf8',
      input: '',
      maxBuffer: 1 << 28,
    });
    return { status: run.status, out: run.stdout, err: run.stderr };
  };
  return {
    folder,
    dist,
    fed,
    fresh,
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
