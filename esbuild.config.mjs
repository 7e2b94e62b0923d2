/**
 * Bundles the entry points into dist/. Code splitting keeps every dynamic import a file of its own,
 * so that a command pays for the heavy engines only where it uses them.
 */
import { chmodSync, cpSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { buildPage } from './web/build.mjs';

const entryPoints = {
  cli: 'src/cli/main.ts',
  index: 'src/index.ts',
  reproduce: 'src/cli/reproduce.ts',
  'check-worker': 'src/cli/check-worker.ts',
  'report-worker': 'src/cli/report-worker.ts',
  'sweep-worker': 'src/cli/sweep/worker.ts',
  'figure-worker': 'src/cli/reproduce/figure-worker.ts',
  'calibrate-worker': 'src/cli/calibrate/worker.ts',
  'fit-worker': 'src/cli/fit/worker.ts',
};

/** Bundled CommonJS packages call `require` for Node's own modules, which an ES module does not have. */
const requireForCommonJs =
  "import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);";

/** Tests build to a folder of their own. */
const outdir = process.argv[2] ?? 'dist';

rmSync(outdir, { recursive: true, force: true });
await build({
  entryPoints,
  outdir,
  bundle: true,
  // Finds the file of its own threads beside itself.
  external: ['tinypool'],
  splitting: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  chunkNames: 'chunks/[name]-[hash]',
  banner: { js: requireForCommonJs },
  legalComments: 'external',
  logLevel: 'warning',
});
chmodSync(join(outdir, 'cli.js'), 0o755);
/** Tables of facts and scenarios, which are read where they are needed. */
cpSync('data', join(outdir, 'data'), { recursive: true });

/** The JSON Schemas of the results, made from the same source as their types. */
const { outputFiles } = await build({
  entryPoints: ['src/report/schemas/registry.ts'],
  bundle: true,
  write: false,
  platform: 'node',
  format: 'esm',
});
const [schemas] = outputFiles;
const { SCHEMAS } = await import(
  `data:text/javascript;base64,${Buffer.from(schemas.contents).toString('base64')}`
);
mkdirSync(join(outdir, 'schemas'));
for (const [name, schema] of Object.entries(SCHEMAS)) {
  writeFileSync(join(outdir, 'schemas', `${name}.json`), `${JSON.stringify(schema, null, 2)}\n`);
}

await buildPage(join(outdir, 'web'));

/** `npx optimand` in a checkout finds the command where it looks for those of dependencies, without a cache of its own. */
const link = 'node_modules/.bin/optimand';
if (outdir === 'dist' && existsSync('node_modules/.bin')) {
  rmSync(link, { force: true });
  symlinkSync('../../dist/cli.js', link);
}
