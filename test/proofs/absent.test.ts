/** Where Coq or its library is missing `optimand prove` says what to install, and nothing is called proved. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bench, type Run } from '../cli/run.ts';

const { folder, dist: built } = bench();
const dist = join(folder, 'dist');
cpSync(built, dist, { recursive: true });
cpSync(join(import.meta.dirname, '../../proofs'), join(folder, 'proofs'), { recursive: true });

/** A run in an environment that differs. */
function within(environment: Readonly<Record<string, string>>, ...args: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(dist, 'cli.js'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
  return { status, out: stdout, err: stderr };
}

const compiler = 'coqc';
const where = spawnSync(compiler, ['-where'], { encoding: 'utf8' }).stdout?.trim() ?? '';

/** The library of the Coq that is installed, but for what users add to it. */
function withoutLibraries(): string {
  const home = join(folder, 'lib', 'coq');
  mkdirSync(join(home, 'user-contrib'), { recursive: true });
  for (const name of readdirSync(where))
    if (name !== 'user-contrib') symlinkSync(join(where, name), join(home, name));
  for (const name of readdirSync(join(where, '..')))
    if (name !== 'coq') symlinkSync(join(where, '..', name), join(folder, 'lib', name));
  return home;
}

const COMMANDS = ['prove', 'prove theorem-1 --update'];

describe('Coq is missing', () => {
  test.each(COMMANDS)('%s ends with 2 and one sentence', (command) => {
    const { status, out, err } = within({ PATH: join(folder, 'nothing') }, ...command.split(' '));
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(/^.*Coq is not installed.*`apt-get install coq libcoq-coquelicot`.*\n$/);
  });

  test('under --format json the envelope carries the error', () => {
    const { status, out } = within({ PATH: join(folder, 'nothing') }, 'prove', '--format', 'json');
    expect(status).toBe(2);
    const { error, result } = JSON.parse(out);
    expect(error).toMatchObject({ code: 'usage', message: expect.stringContaining('apt-get install') });
    expect(result).toBeUndefined();
  });
});

test.skipIf(where === '')('Coq is here, but not Coquelicot: it says which', () => {
  const { status, out, err } = within({ COQLIB: withoutLibraries() }, 'prove', 'theorem-1');
  expect(status).toBe(2);
  expect(out).toBe('');
  expect(err).toMatch(
    /Coq is here, but its library Coquelicot is not installed.*apt-get install coq libcoq-coquelicot/,
  );
});
