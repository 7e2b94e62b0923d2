/** `sweep` as users have it: threads, files, a run that is killed, shards, and what is wrong. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { readParquet } from '../../src/engines/parquet.ts';
import { SCHEMAS } from '../../src/report/schemas/registry.ts';
import { misfits } from '../support/schema.ts';
import { byTier } from '../support/tier.ts';
import { bench, setting } from './run.ts';

const { folder, dist, optimand } = bench();
const SET = setting({ E: null, gamma: null });
const GRID = 'E=1e15:1e20:150log,gamma=-1:1:200';
const sweep = (...args: readonly string[]) => optimand('sweep', '--set', SET, '--grid', GRID, ...args);
const bytes = (name: string): Buffer => readFileSync(join(folder, name));

describe('one sweep', () => {
  test('is the same bytes with any number of threads, and in shards of any number and size', () => {
    for (const format of byTier(['csv'], ['csv', 'jsonl'])) {
      expect(sweep('--out', `one.${format}`, '--workers', '1')).toMatchObject({ status: 0, err: '' });
      expect(sweep('--out', `three.${format}`, '--workers', '3').status).toBe(0);
      expect(bytes(`three.${format}`).equals(bytes(`one.${format}`))).toBe(true);
      for (const of of format === 'csv' ? [1, 5] : [2]) {
        const shards = Array.from({ length: of }, (_, i) => {
          expect(sweep('--out', `s${i}.${format}`, '--shard', `${i + 1}/${of}`).status).toBe(0);
          return `s${i}.${format}`;
        });
        expect(optimand('sweep', '--join', ...shards.reverse(), '--out', `all.${format}`)).toMatchObject({
          status: 0,
          err: '',
        });
        expect(bytes(`all.${format}`).equals(bytes(`one.${format}`))).toBe(true);
        expect(bytes(`all.${format}.manifest.json`).equals(bytes(`one.${format}.manifest.json`))).toBe(true);
      }
    }
  }, 300_000);

  test('is the same in Parquet, joined from shards too', async () => {
    expect(sweep('--out', 'one.parquet').status).toBe(0);
    for (const i of [1, 2, 3]) expect(sweep('--out', `p${i}.parquet`, '--shard', `${i}/3`).status).toBe(0);
    expect(
      optimand('sweep', '--join', 'p1.parquet', 'p2.parquet', 'p3.parquet', '--out', 'all.parquet').status,
    ).toBe(0);
    for (const name of readdirSync(join(folder, 'one.parquet')))
      expect(bytes(join('all.parquet', name)).equals(bytes(join('one.parquet', name))), name).toBe(true);
    const rows = await readParquet(join(folder, 'one.parquet', 'part-000000.parquet'));
    const [header = '', ...lines] = bytes('one.csv').toString().trimEnd().split('\n');
    expect(rows).toHaveLength(lines.length);
    for (const at of [0, 777, 29_999]) {
      const cells = header.split(',').map((name) => String(rows[at]?.[name] ?? ''));
      expect(cells.join(',')).toBe(lines[at]);
    }
  }, 300_000);

  test('killed at any moment goes on with nothing lost and nothing doubled', async () => {
    const whole = bytes('one.csv');
    const args = ['sweep', '--set', SET, '--grid', GRID, '--out', 'cut.csv', '--workers', '2'];
    const child = spawn(process.execPath, [join(dist, 'cli.js'), ...args], { cwd: folder });
    const manifest = join(folder, 'cut.csv.manifest.json');
    for (
      let tries = 0;
      tries < 2000 && !(existsSync(manifest) && statSync(join(folder, 'cut.csv')).size > 1e5);
      tries++
    )
      await wait(5);
    child.kill('SIGKILL');
    await new Promise((resolve) => child.on('exit', resolve));
    const done = JSON.parse(readFileSync(manifest, 'utf8'));
    if (done.done < done.to) {
      expect(sweep('--out', 'cut.csv').err).toMatch(
        /a sweep stopped there at row \d+ of 30000; add --resume/,
      );
    }
    expect(sweep('--out', 'cut.csv', '--resume').status).toBe(0);
    expect(bytes('cut.csv').equals(whole)).toBe(true);
    expect(sweep('--out', 'cut.csv', '--resume').status).toBe(0);
    expect(bytes('cut.csv').equals(whole)).toBe(true);
  }, 120_000);

  test('what is missing from a shard is seen', () => {
    truncateSync(join(folder, 's1.csv'), 1000);
    const run = optimand('sweep', '--join', ...[0, 1, 2, 3, 4].map((i) => `s${i}.csv`), '--out', 'short.csv');
    expect(run).toMatchObject({ status: 2 });
    expect(run.err).toMatch(/shorter than its manifest says/);
    expect(optimand('sweep', '--join', 's0.csv', 's2.csv', '--out', 'x.csv').err).toMatch(
      /rows 6000 to 11999 are in no shard/,
    );
    expect(optimand('sweep', '--join', 's0.csv', 's0.csv', '--out', 'x.csv').err).toMatch(
      /stand in two shards/,
    );
  });

  test('tells of itself by its schema', () => {
    const run = sweep('--out', 'told.csv', '--format', 'json', '--shard', '1/150');
    const told = JSON.parse(run.out);
    expect(misfits(SCHEMAS.sweep, told)).toEqual([]);
    expect(told.result).toMatchObject({ rows: 30_000, from: 0, to: 200, done: 200 });
  });

  test('is printed where no place is named', () => {
    const run = optimand('sweep', 'cournot', '--set', SET, '--grid', 'E=1e16:1e18:3log,m=1:3:3,gamma=0:0:1');
    expect(run.status).toBe(0);
    expect(run.out.split('\n')).toHaveLength(11);
    const design = optimand(
      'sweep',
      '--set',
      SET,
      '--grid',
      'E=1e16:1e18:log,gamma=0:1',
      '--design',
      'sobol:8',
      '--format',
      'jsonl',
    );
    expect(
      design.out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).outcome),
    ).toHaveLength(8);
  });
});

describe('what is wrong is one sentence', () => {
  const GOOD = ['--set', SET] as const;
  test.each([
    ['no grid', [...GOOD], /nothing is said about what varies/],
    ['no count', [...GOOD, '--grid', 'E=1e16:1e18,gamma=0:1:2'], /low:high:count/],
    [
      'ends the wrong way round',
      [...GOOD, '--grid', 'E=1e18:1e16:3log,gamma=0:1:2'],
      /the smaller number first/,
    ],
    [
      'a logarithm of what is negative',
      [...GOOD, '--grid', 'E=1e16:1e18:2,gamma=-1:1:3log'],
      /positive numbers/,
    ],
    ['a letter that is none', [...GOOD, '--grid', 'F=1:2:3,E=1:2:3,gamma=0:1:2'], /"F" is not declared/],
    ['set and swept', [...GOOD, '--grid', 'E=1e16:1e18:2,gamma=0:1:2,a=1:2:3'], /a is set and swept/],
    ['out of its domain', [...GOOD, '--grid', 'E=1e16:1e18:2,gamma=-2:1:3'], /gamma = -2 is not allowed/],
    ['twice', [...GOOD, '--grid', 'E=1e16:1e18:2,E=1e16:1e18:2'], /stands twice/],
    ['a parameter missing', [...GOOD, '--grid', 'gamma=0:1:2'], /needs E/],
    ['too many', [...GOOD, '--grid', 'E=1:2:1e6'], /low:high:count/],
    ['far too many', [...GOOD, '--grid', 'E=1e16:1e18:9999999,gamma=0:1:9999999'], /more than/],
    [
      'too many to print',
      [...GOOD, '--grid', 'E=1e16:1e18:1000,gamma=0:1:1000'],
      /too many to print; add --out/,
    ],
    [
      'a design that is none',
      [...GOOD, '--grid', 'E=1e16:1e18,gamma=0:1', '--design', 'halton:5'],
      /sobol:N/,
    ],
    [
      'counts in a design',
      [...GOOD, '--grid', 'E=1e16:1e18:3,gamma=0:1', '--design', 'sobol:5'],
      /the design chooses/,
    ],
    ['a shard that is none', [...GOOD, '--grid', GRID, '--shard', '4/3'], /I from 1 to N/],
    [
      'a fraction of a seller',
      ['cournot', ...GOOD, '--grid', 'E=1e16:1e18:2,gamma=0:0:1,m=1:2:3'],
      /m = 1\.5 is not allowed/,
    ],
    ['an ending that says nothing', [...GOOD, '--grid', GRID, '--out', 'x.txt'], /end it in \.csv/],
    ['no folder', [...GOOD, '--grid', GRID, '--out', 'nowhere/x.csv'], /does not exist/],
    ['b set under rho', [...GOOD, '--grid', GRID, '--hold', 'rho'], /b is set while rho is held/],
    ['code', [...GOOD, '--grid', 'E=process.exit():1:2'], /the smaller number first/],
  ])('%s', (_, args, sentence) => {
    const run = optimand('sweep', ...args);
    expect(run).toMatchObject({ status: 2, out: '' });
    expect(run.err).toMatch(/^optimand: [^\n]+[.?]\n$/);
    expect(run.err).toMatch(sentence);
  });
});
