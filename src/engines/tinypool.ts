/** Worker threads, behind tinypool. */
import { Tinypool } from 'tinypool';

export interface Pool<Task, Result> {
  run(task: Task): Promise<Result>;
  close(): Promise<void>;
}

/** `workers` threads that run the default export of a module. */
export function poolOf<Task, Result>(file: string, workers: number): Pool<Task, Result> {
  const pool = new Tinypool({
    filename: file,
    runtime: 'worker_threads',
    minThreads: workers,
    maxThreads: workers,
    // Threads only compute: their own output streams are of no use.
    trackUnmanagedFds: false,
  });
  return {
    run: (task) => pool.run(task) as Promise<Result>,
    close: () => pool.destroy(),
  };
}
