/** The work of `check` on as many threads as there are processors. */
import { availableParallelism } from 'node:os';
import { Worker as Thread } from 'node:worker_threads';
import { skippedEntry, type Task, type Worker } from '../report/check/check.ts';
import type { FoundEntry } from '../report/check/entry.ts';
import { workerFile } from './worker-file.ts';

/** Far beyond what any piece of the work takes that has an answer: one that takes longer is stopped. */
const LONGEST_SECONDS = 240;

/** A piece of work done by a thread: its entries, or null where the time was up and the thread is stopped. */
function answerOf(thread: Thread, task: Task): Promise<readonly FoundEntry[] | null> {
  return new Promise((resolve, reject) => {
    const clock = setTimeout(() => {
      settle();
      thread.terminate().then(() => resolve(null), reject);
    }, 1000 * LONGEST_SECONDS);
    const told = (entries: readonly FoundEntry[]): void => {
      settle();
      resolve(entries);
    };
    const failed = (error: unknown): void => {
      settle();
      reject(error instanceof Error ? error : new Error('a thread of check stopped'));
    };
    const settle = (): void => {
      clearTimeout(clock);
      thread.off('message', told).off('error', failed).off('exit', failed);
    };
    thread.on('message', told).on('error', failed).on('exit', failed);
    thread.postMessage(task);
  });
}

export interface CheckPool {
  readonly worker: Worker;
  readonly close: () => Promise<void>;
}

/** Threads that do one piece of work at a time each, in the order in which it is asked for. */
export function checkPool(): CheckPool {
  const file = workerFile('check-worker');
  const idle: Thread[] = Array.from({ length: availableParallelism() }, () => new Thread(file));
  const waiting: ((thread: Thread) => void)[] = [];
  const take = (): Promise<Thread> => {
    const thread = idle.pop();
    return thread ? Promise.resolve(thread) : new Promise((resolve) => waiting.push(resolve));
  };
  const release = (thread: Thread): void => {
    const next = waiting.shift();
    if (next) next(thread);
    else idle.push(thread);
  };
  const worker: Worker = async (task) => {
    const thread = await take();
    const entries = await answerOf(thread, task);
    release(entries ? thread : new Thread(file));
    return entries ?? [skippedEntry(task, LONGEST_SECONDS)];
  };
  const close = async (): Promise<void> => {
    await Promise.all(idle.map((thread) => thread.terminate()));
  };
  return { worker, close };
}
