/**
 * One of those who try mutants side by side, each a process with a copy of the project (bench.mjs). Is told `{ put }`, texts that from then
 * on stand in place of sources; `{ test }`, a test file to be run; or `{ mutant: { file, text, tests } }`, a source with a mutant and the tests
 * to be run until one fails.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bench } from './bench.mjs';

const [root, folder] = process.argv.slice(2);
const place = await bench(root, folder);

/** What becomes of a mutant, and by which test. */
async function tried({ file, text, tests }) {
  return place.changed({ [file]: text }, async () => {
    for (const { test, seconds } of tests) {
      const { outcome } = await place.run(test, seconds);
      if (outcome !== 'passed') return { outcome: outcome === 'failed' ? 'killed' : 'timeout', by: test };
    }
    return { outcome: 'survived', tests: tests.map(({ test }) => test) };
  });
}

const sound = (file) => readFileSync(join(root, file), 'utf8');

process.on('message', async ({ put, restore, test, mutant, close }) => {
  if (put) place.put(put);
  if (restore) place.put(Object.fromEntries(restore.map((file) => [file, sound(file)])));
  if (test) process.send(await place.run(test));
  else if (mutant) process.send(await tried(mutant));
  else if (!close) process.send({});
  if (close) {
    await place.close();
    process.exit(0);
  }
});
process.send({});
