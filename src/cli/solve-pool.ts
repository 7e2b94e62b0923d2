/** Optima of many firms on as many threads as there are processors. The answers do not depend on how the work is shared out. */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker as Thread } from 'node:worker_threads';
import type { Values } from '../economics/parameters.ts';
import type { Chosen, SolveAll } from '../report/calibrate.ts';

/** What a thread is asked: firms of one variant. */
export interface SolveTask {
  readonly variant: string;
  readonly firms: readonly (Values | null)[];
}

const CHUNK = 64;

function workerFile(): string {
  const found = ['./solve-worker.js', '../solve-worker.js']
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((path) => existsSync(path));
  if (found === undefined) throw new Error('solve-worker.js is missing from the build');
  return found;
}

const answerOf = (thread: Thread, task: SolveTask): Promise<readonly Chosen[]> =>
  new Promise((resolve, reject) => {
    const told = (answer: readonly Chosen[]): void => {
      thread.off('error', failed);
      resolve(answer);
    };
    const failed = (error: unknown): void => {
      thread.off('message', told);
      reject(error instanceof Error ? error : new Error('a thread stopped'));
    };
    thread.once('message', told).once('error', failed);
    thread.postMessage(task);
  });

export const solveOnThreads: SolveAll = async (variant, firms, progress) => {
  const chunks = Array.from({ length: Math.ceil(firms.length / CHUNK) }, (_, i) =>
    firms.slice(i * CHUNK, (i + 1) * CHUNK),
  );
  const answers: (readonly Chosen[])[] = [];
  const waiting = [...chunks.entries()];
  let done = 0;
  const work = async (): Promise<void> => {
    const thread = new Thread(workerFile());
    try {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        answers[next[0]] = await answerOf(thread, { variant, firms: next[1] });
        progress(++done / chunks.length);
      }
    } finally {
      await thread.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), chunks.length) }, work));
  return answers.flat();
};
