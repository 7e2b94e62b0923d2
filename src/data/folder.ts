/** The folder `data/` of the package, wherever this module is run from. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fail } from '../kernel/issues.ts';

/** The nearest folder above this file that holds the data. */
function dataFolder(): string {
  const start = dirname(fileURLToPath(import.meta.url));
  for (let at = start; ; at = dirname(at)) {
    if (existsSync(join(at, 'data', 'published-trends.json'))) return join(at, 'data');
    if (at === dirname(at)) {
      const would = 'install the whole package';
      return fail({ code: 'file', path: 'data', what: 'the tables of facts are not here', would });
    }
  }
}

/** The text of a file below `data/`. */
export const dataText = (file: string): string => readFileSync(join(dataFolder(), file), 'utf8');
