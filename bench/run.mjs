/**
 * Benchmarks: ratios of whole processes, measured in one run with the commands interleaved, so that a drift of the machine's
 * speed falls on all of them. Prints one table and writes out/bench.json. Nothing here passes or fails.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { build } from 'esbuild';

const ROUNDS = 9;
const python = ['python3', '/usr/bin/python3'].find((p) => spawnSync(p, ['-c', 'import sympy']).status === 0);

const commands = {
  node: [process.execPath, ['-e', '0']],
  '--version': [process.execPath, ['dist/cli.js', '--version']],
  '--help': [process.execPath, ['dist/cli.js', '--help']],
  'derive baseline --format tex': [
    process.execPath,
    ['dist/cli.js', 'derive', 'baseline', '--format', 'tex'],
  ],
  'import of the whole of mathjs': [
    process.execPath,
    ['--input-type=module', '-e', "await import('mathjs')"],
  ],
  ...(python ? { 'SymPy, the same steps': [python, ['bench/derive_sympy.py']] } : {}),
};

if (!python) console.error('SymPy is not installed (Debian: python3-sympy): its row is left out.');

const time = ([command, args]) => {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(command, args);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${stderr}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
};

const samples = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
for (let round = 0; round <= ROUNDS; round++) {
  for (const [name, command] of Object.entries(commands)) {
    const ms = time(command);
    if (round > 0) samples[name].push(ms);
  }
}

const median = (values) => values.toSorted((x, y) => x - y)[Math.floor(values.length / 2)];
const reference = python ? 'SymPy, the same steps' : 'node';
const rows = Object.entries(samples).map(([name, values]) => ({
  name,
  medianMs: Math.round(median(values)),
  overNodeMs: Math.round(median(values) - median(samples.node)),
  ratio: Number((median(values) / median(samples[reference])).toFixed(3)),
}));
console.table(
  Object.fromEntries(
    rows.map(({ name, medianMs, overNodeMs, ratio }) => [
      name,
      { 'median ms': medianMs, 'over bare node, ms': overNodeMs, [`ratio to ${reference}`]: ratio },
    ]),
  ),
);
mkdirSync('out', { recursive: true });
await build({
  entryPoints: ['bench/optima.ts'],
  outfile: 'out/bench-optima.mjs',
  bundle: true,
  platform: 'node',
  format: 'esm',
  banner: { js: "import { createRequire as of } from 'node:module';const require = of(import.meta.url);" },
  logLevel: 'error',
});
const optima = spawnSync(process.execPath, ['out/bench-optima.mjs'], {
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'inherit'],
});
if (optima.status !== 0) throw new Error('bench/optima.ts failed');
const solved = JSON.parse(optima.stdout);
const brent = solved.find(({ name }) => name.startsWith('SciPy'));
const hand = solved.find(({ name }) => name.startsWith('hand'));
console.table(
  Object.fromEntries(
    solved.map(({ name, microseconds }) => [
      name,
      {
        'µs an optimum': microseconds,
        'times as fast as SciPy': brent ? Number((brent.microseconds / microseconds).toFixed(1)) : null,
        'time over hand-written Newton': Number((microseconds / hand.microseconds).toFixed(2)),
      },
    ]),
  ),
);
writeFileSync(
  'out/bench.json',
  `${JSON.stringify({ rounds: ROUNDS, node: process.version, cpu: cpus()[0]?.model, cores: cpus().length, rows, optima: solved }, null, 2)}\n`,
);
