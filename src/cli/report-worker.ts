/** The thread in which `report` does a piece of its work: a task comes in, what is found goes out. */
import { parentPort } from 'node:worker_threads';
import { type PieceTask, type PieceWorker, pieceWorkerOn } from '../report/subject/pieces.ts';
import { type Described, modelDescribed } from './model.ts';

let known: Promise<PieceWorker> | null = null;

parentPort?.on('message', async ({ described, task }: { described: Described; task: PieceTask }) => {
  known ??= modelDescribed(described).then(pieceWorkerOn);
  parentPort?.postMessage(await (await known)(task));
});
