/**
 * Bundles the three entry points into dist/. Code splitting keeps every dynamic import a file of its own,
 * so that a command pays for the heavy engines only where it uses them.
 */
import { chmodSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

const entryPoints = { cli: 'src/cli/main.ts', index: 'src/index.ts', reproduce: 'src/cli/reproduce.ts' };

/** Bundled CommonJS packages call `require` for Node's own modules, which an ES module does not have. */
const requireForCommonJs =
  "import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);";

rmSync('dist', { recursive: true, force: true });
await build({
  entryPoints,
  outdir: 'dist',
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  chunkNames: 'chunks/[name]-[hash]',
  banner: { js: requireForCommonJs },
  legalComments: 'external',
  logLevel: 'warning',
});
chmodSync('dist/cli.js', 0o755);
