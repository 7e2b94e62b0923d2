/** What a run leaves behind that is killed, or that cannot write: the old file or the new one, and one sentence. */
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { buildSync } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { bench } from '../cli/run.ts';

const { folder, dist, fresh } = bench();
const root = join(import.meta.dirname, '../..');
const SET = 'alpha=0.34,beta=0.28,a=3e-3,b=1e-3,omega=1e-5,delta=1e-21,gamma=0';
const NOBODY = 65534;

interface Ended {
  readonly status: number | null;
  readonly err: string;
}

/** A run in a shell in which no file may grow beyond so many blocks of 1024 bytes: a full disk, to the program. */
function limited(blocks: number, ...args: readonly string[]): Ended {
  const command = `ulimit -f ${blocks}; exec "$0" "$@"`;
  const run = spawnSync('bash', ['-c', command, process.execPath, join(dist, 'cli.js'), ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status: run.status, err: run.stderr };
}

const sentence = (text: string): string => {
  expect(text).toMatch(/^optimand: [^\n]+\.\n$/);
  expect(text).not.toMatch(/its own code/);
  return text;
};

/** Half-written files beside the target: names that begin with a dot, or end in .tmp. */
const leftovers = (of: string): readonly string[] =>
  readdirSync(of).filter((name) => name.endsWith('.tmp') || name.startsWith('.'));

describe('a file that is written over and over', () => {
  // A run that is killed may leave its unfinished file behind, hidden beside the target.
  const apart = join(folder, 'apart');
  mkdirSync(apart);
  const [OLD, NEW] = ['a'.repeat(3_000_000), 'b'.repeat(3_000_000)];

  /** Writes the one and the other in turns until it is killed, whole or (to see that this test can fail) in place. */
  const writer = (how: string): string => `
    import { writeWhole } from './write-file.mjs';
    import { writeFileSync } from 'node:fs';
    const write = ${how};
    for (let i = 0; ; i++) write(process.argv[2], (i % 2 ? 'a' : 'b').repeat(3000000));`;

  async function killed(how: string, times: number): Promise<readonly string[]> {
    const script = join(apart, 'writer.mjs');
    const target = join(apart, 'target.txt');
    buildSync({
      entryPoints: [join(root, 'src/cli/write-file.ts')],
      outfile: join(apart, 'write-file.mjs'),
      bundle: true,
      platform: 'node',
      format: 'esm',
      logLevel: 'error',
    });
    writeFileSync(script, writer(how));
    const found: string[] = [];
    for (let i = 0; i < times; i++) {
      writeFileSync(target, OLD);
      const child = spawn(process.execPath, [script, target]);
      while (child.exitCode === null && readFileSync(target, 'utf8') === OLD) await wait(1);
      await wait((17 * i) % 40);
      child.kill('SIGKILL');
      await new Promise((resolve) => child.on('exit', resolve));
      const text = readFileSync(target, 'utf8');
      found.push(text === OLD ? 'old' : text === NEW ? 'new' : 'half');
    }
    return found;
  }

  test('is the old one or the new one whenever the run is killed', async () => {
    const found = await killed('writeWhole', 12);
    expect(found).not.toContain('half');
    expect(found.length).toBe(12);
  }, 120_000);

  test('a writer in place is caught', async () => {
    expect(
      await killed(
        '(path, text) => { for (let at = 0; at < 3e6; at += 1e4) writeFileSync(path, text.slice(0, at + 1e4)); }',
        4,
      ),
    ).toContain('half');
  }, 120_000);
});

describe('a disk that takes no more', () => {
  test('leaves the old file, and says so', () => {
    writeFileSync(join(folder, 'kept.html'), 'the old one');
    const { status, err } = limited(4, 'derive', '--format', 'html', '--out', 'kept.html');
    expect(status).toBe(2);
    expect(sentence(err)).toMatch(
      /kept.html: it cannot be written: the file would be larger than is allowed here/,
    );
    expect(readFileSync(join(folder, 'kept.html'), 'utf8')).toBe('the old one');
    expect(leftovers(folder)).toEqual([]);
  });

  test.runIf(existsSync('/dev/full'))('is one sentence on standard output too', () => {
    const run = spawnSync(
      'bash',
      ['-c', 'exec "$0" "$@" > /dev/full', process.execPath, join(dist, 'cli.js'), 'derive'],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    );
    expect(run.status).toBe(2);
    expect(sentence(run.stderr)).toMatch(/the disk is full/);
  });

  test('stops a sweep at a row from which it goes on', () => {
    const sweep = ['sweep', '--set', SET, '--grid', 'E=1e16:1e20:4000log', '--workers', '1', '--quiet'];
    const { status, err } = limited(64, ...sweep, '--out', 'full.csv');
    expect(status).toBe(2);
    expect(sentence(err)).toMatch(
      /full.csv: it cannot be written: .*; make room and add --resume to go on after row \d+/,
    );
    expect(fresh(...sweep, '--out', 'full.csv', '--resume').status).toBe(0);
    expect(fresh(...sweep, '--out', 'whole.csv').status).toBe(0);
    expect(readFileSync(join(folder, 'full.csv'), 'utf8')).toBe(
      readFileSync(join(folder, 'whole.csv'), 'utf8'),
    );
    expect(leftovers(folder)).toEqual([]);
  }, 120_000);
});

describe('a folder that nobody may write to', () => {
  const locked = join(folder, 'locked');
  mkdirSync(locked);
  writeFileSync(join(locked, 'old.md'), 'the old one');
  chmodSync(locked, 0o555);
  chmodSync(folder, 0o755);
  chmodSync(join(dist, '..'), 0o755);
  const owner = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

  test.each([
    ['a file', ['derive', '--format', 'md', '--out', 'old.md']],
    ['a new file', ['laws', '--out', 'new.txt']],
    ['a sweep', ['sweep', '--set', SET, '--grid', 'E=1e16:1e20:10log', '--out', 'x.csv']],
    ['a folder of Parquet', ['sweep', '--set', SET, '--grid', 'E=1e16:1e20:10log', '--out', 'x.parquet']],
    ['a report', ['report', '--out', 'report']],
  ])('%s is refused before any work', (_, args) => {
    const run = spawnSync(process.execPath, [join(dist, 'cli.js'), ...args], {
      cwd: locked,
      encoding: 'utf8',
      ...owner,
    });
    expect(run.status).toBe(2);
    expect(sentence(run.stderr)).toMatch(/permission is denied/);
    expect(readdirSync(locked)).toEqual(['old.md']);
    expect(statSync(join(locked, 'old.md')).size).toBe(11);
  });
});
