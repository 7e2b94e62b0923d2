/** The thread that looks for optima: firms of a variant come in, what they choose goes out. */
import { parentPort } from 'node:worker_threads';
import { modelOf } from '../economics/variants/registry.ts';
import { chosenAt } from '../report/calibrate.ts';
import type { SolveTask } from './solve-pool.ts';

parentPort?.on('message', ({ variant, firms }: SolveTask) => {
  const model = modelOf(variant);
  parentPort?.postMessage(firms.map((values) => chosenAt(model, values)));
});
