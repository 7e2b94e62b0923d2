/** Work in pieces on as many threads as there are processors, each piece stopped where it takes too long. */
import { availableParallelism } from 'node:os';
import { Worker as Thread } from 'node:worker_threads';

/** What became of a piece: its answer, that its time was up, or why its thread stopped. */
export type Piece<Answer> =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'late' }
  | { readonly kind: 'stopped'; readonly error: Error };

/** A piece of work done by a thread, which is stopped where the time is up. */
function pieceOf<Answer>(thread: Thread, task: unknown, seconds: number): Promise<Piece<Answer>> {
  return new Promise((resolve) => {
    const clock = setTimeout(() => {
      settle();
      void thread.terminate().then(() => resolve({ kind: 'late' }));
    }, 1000 * seconds);
    const told = (answer: Answer): void => {
      settle();
      resolve({ kind: 'answer', answer });
    };
    const failed = (said: unknown): void => {
      settle();
      resolve({ kind: 'stopped', error: said instanceof Error ? said : new Error('its thread stopped') });
    };
    const settle = (): void => {
      clearTimeout(clock);
      thread.off('message', told).off('error', failed).off('exit', failed);
    };
    thread.on('message', told).on('error', failed).on('exit', failed);
    thread.postMessage(task);
  });
}

export interface ThreadPool<Task, Answer> {
  readonly run: (task: Task) => Promise<Piece<Answer>>;
  readonly close: () => Promise<void>;
}

/** Threads that run a file, each doing one piece of work at a time, in the order in which it is asked for. */
export function threadPool<Task, Answer>(file: string, seconds: number): ThreadPool<Task, Answer> {
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
  const run = async (task: Task): Promise<Piece<Answer>> => {
    const thread = await take();
    const piece = await pieceOf<Answer>(thread, task, seconds);
    release(piece.kind === 'answer' ? thread : new Thread(file));
    return piece;
  };
  const close = async (): Promise<void> => {
    await Promise.all(idle.map((thread) => thread.terminate()));
  };
  return { run, close };
}
