/** The threads of the command line, bundled once for all test files of a process that run it from source. */
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { threadsIn } from '../../src/cli/worker-file.ts';

const root = join(import.meta.dirname, '../..');

const THREADS = {
  'check-worker': 'check-worker',
  'report-worker': 'report-worker',
  'sweep-worker': 'sweep/worker',
  'calibrate-worker': 'calibrate/worker',
  'fit-worker': 'fit/worker',
};

let built = false;

/** Makes threads start: a bundled file of each kind, which goes with the process. */
export async function withThreads(): Promise<void> {
  if (built) return;
  const folder = mkdtempSync(join(tmpdir(), 'optimand-threads-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  await build({
    entryPoints: Object.fromEntries(
      Object.entries(THREADS).map(([name, path]) => [name, join(root, 'src/cli', `${path}.ts`)]),
    ),
    outdir: folder,
    bundle: true,
    splitting: true,
    external: ['tinypool'],
    platform: 'node',
    target: 'node20',
    format: 'esm',
    banner: {
      js: "import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);",
    },
    logLevel: 'warning',
  });
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  symlinkSync(join(root, 'data'), join(folder, 'data'));
  threadsIn(folder);
  built = true;
}
