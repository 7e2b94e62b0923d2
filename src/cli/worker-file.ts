/** Where the threads of the command line find their code. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The file of a kind of thread, beside the bundle or one folder above a chunk of it. */
export function workerFile(name: string): string {
  const found = [`./${name}.js`, `../${name}.js`]
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((path) => existsSync(path));
  if (found === undefined) throw new Error(`${name}.js is missing from the build`);
  return found;
}
