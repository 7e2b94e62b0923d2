/** Verbs that share their work among threads: the same answers as without. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { calibrated } from '../../src/cli/calibrate/threads.ts';
import { optimand, recorder } from '../support/commands.ts';
import { withThreads } from '../support/threads.ts';

beforeAll(withThreads);

const { folder } = recorder('threads');

const FIRM = 'alpha=0.34,beta=0.28,a=0.004,b=0.0016,omega=1e-5,delta=1e-21,gamma=-0.1';
const RUNS = [
  'data/training-runs/gadre_overtraining_runs.csv',
  '--columns',
  'loss=loss_c4_val',
  '--where',
  'train_dataset=c4_original',
];

test('a sweep', async () => {
  const [alone, shared] = ['alone.csv', 'shared.csv'].map((name) => join(folder, name)) as [string, string];
  const sweep = ['sweep', '--set', FIRM, '--grid', 'E=1e16:1e20:9000log'];
  const ended = (
    await Promise.all([
      optimand(...sweep, '--workers', '1', '--out', alone),
      optimand(...sweep, '--workers', '2', '--out', shared),
    ])
  ).map(({ status, err }) => [status, err]);
  expect(ended).toEqual([
    [0, ''],
    [0, ''],
  ]);
  expect(readFileSync(shared, 'utf8')).toBe(readFileSync(alone, 'utf8'));
});

test('a sweep that cannot be made in the thread says why', async () => {
  const { status, err } = await optimand(
    ...['sweep', '--model', join(folder, 'gone.json'), '--grid', 'E=1e16:1e20:9000log', '--workers', '2'],
  );
  expect([status, err]).toEqual([
    2,
    expect.stringMatching(/^optimand: \S*gone\.json: there is no such file; name a JSON file/),
  ]);
});

test('a fit', async () => {
  const fit = ['fit', ...RUNS, '--starts', '2', '--bootstrap', '2', '--workers'];
  const [alone, shared] = [await optimand(...fit, '1'), await optimand(...fit, '2')];
  expect(shared).toEqual(alone);
  expect(alone.status).toBe(0);
});

test('a calibration tells how far it is', async () => {
  const told: number[] = [];
  await calibrated('paper', { draws: 8, seed: 1, workers: 1, progress: (done) => told.push(done) });
  expect(told.at(-1)).toBe(1);
  expect(told.every((done, i) => done > (told[i - 1] ?? 0))).toBe(true);
});
