/**
 * Builds where the build is missing or older than what it is made of. npm prepares a checkout again whenever it runs a command
 * from it, and a build that stands must not be taken away from under that command.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = [
  'src',
  'derivations',
  'proofs',
  'esbuild.config.mjs',
  'tsconfig.json',
  'tsconfig.build.json',
  'package.json',
];
const BUILT = ['dist/cli.js', 'dist/types/src/index.d.ts'];

const newest = (path) => {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(...readdirSync(path).map((name) => newest(join(path, name))), 0);
};

const oldestBuilt = Math.min(...BUILT.map((path) => (existsSync(path) ? statSync(path).mtimeMs : 0)));
if (oldestBuilt < Math.max(...SOURCES.map(newest))) {
  const { status } = spawnSync('npm', ['run', 'build'], { stdio: 'inherit' });
  process.exit(status ?? 1);
}
