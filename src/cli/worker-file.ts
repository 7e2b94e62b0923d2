/** Where the threads of the command line find their code. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

let bundled: string | null = null;

/** Says in which folder threads are bundled, where the program itself is run from source. */
export function threadsIn(folder: string): void {
  bundled = folder;
}

/** The file of a kind of thread, beside the bundle or one folder above a chunk of it. */
export function workerFile(name: string): string {
  const beside = [`./${name}.js`, `../${name}.js`].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  const found = [...beside, ...(bundled === null ? [] : [join(bundled, `${name}.js`)])].find((path) =>
    existsSync(path),
  );
  if (found === undefined) throw new Error(`${name}.js is missing from the build`);
  return found;
}
