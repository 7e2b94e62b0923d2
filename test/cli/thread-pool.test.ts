/** Pieces of work on threads: one that takes too long is stopped and said to be missing, and the others are done. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { reportPool } from '../../src/cli/report-pool.ts';
import { threadPool } from '../../src/cli/thread-pool.ts';

const folder = mkdtempSync(join(tmpdir(), 'optimand-threads-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Answers a number with its double, never answers "late", and stops at "bad". */
const worker = join(folder, 'worker.mjs');
writeFileSync(
  worker,
  `import { parentPort } from 'node:worker_threads';
parentPort.on('message', (task) => {
  const what = task.task?.kind ?? task;
  if (what === 'bad' || what === 'numbers') throw new Error('out of reach');
  if (what === 'late' || what === 'statics') for (;;);
  parentPort.postMessage(typeof what === 'number' ? 2 * what : { found: [], missing: null });
});
`,
);

test.concurrent('answers come in their places, whatever becomes of the others', async () => {
  const { run, close } = threadPool<number | string, number>(worker, 6);
  const pieces = await Promise.all([1, 'late', 2, 'bad', 3].map(run));
  await close();
  expect(pieces.map(({ kind }) => kind)).toEqual(['answer', 'late', 'answer', 'stopped', 'answer']);
  expect(pieces.flatMap((piece) => (piece.kind === 'answer' ? [piece.answer] : []))).toEqual([2, 4, 6]);
});

test.concurrent('a piece of a report that is late, or whose thread stops, is missing with that reason', async () => {
  const { worker: ask, close } = reportPool('baseline', 6, worker);
  const task = { of: '', set: {}, seed: 1 };
  const [late, stopped, found] = await Promise.all([
    ask({ ...task, kind: 'statics' }),
    ask({ ...task, kind: 'numbers' }),
    ask({ ...task, kind: 'derivations' }),
  ]);
  await close();
  expect(late).toEqual({ found: null, missing: 'it was not found within 6 seconds, and was stopped' });
  expect(stopped.missing).toBe('the thread that looked for it stopped (out of reach)');
  expect(found).toEqual({ found: [], missing: null });
});
