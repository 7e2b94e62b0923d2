/** The thread in which `check` does a piece of its work: a task comes in, its entries go out. */
import { parentPort } from 'node:worker_threads';
import { type Task, workerOn } from '../report/check/check.ts';

const work = workerOn();
parentPort?.on('message', async (task: Task) => parentPort?.postMessage(await work(task)));
