/**
 * Benchmarks: medians of runs taken in turn, so that a drift of the machine's speed falls on all of them, and their ratios.
 * Writes out/bench.json and prints one table; nothing in it passes or fails. `--record` keeps the results in
 * bench/results.json, in the tables of docs/speed.md and in docs/figures/speed.svg. `--long` times `reproduce` and
 * `npm test` too, once each.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { isBrowser, pageTimes } from './page.mjs';
import { judge, table } from './tables.mjs';

const [isRecorded, isLong] = ['--record', '--long'].map((flag) => process.argv.includes(flag));
const ROUNDS = 5;
const pythonWith = (module) =>
  ['python3', '/usr/bin/python3'].find((p) => spawnSync(p, ['-c', `import ${module}`]).status === 0);
const sympy = pythonWith('sympy');
const scipy = pythonWith('scipy');
const median = (values) => values.toSorted((x, y) => x - y)[Math.floor(values.length / 2)];
const rounded = (value) => Number(value.toPrecision(4));
const tell = (what) => console.error(`${what} …`);

function run(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${stderr}`);
  return stdout;
}

/** What bash says of a command: seconds from start to end, in user code and in the system, its threads included. */
const TIMED = 'TIMEFORMAT="%R %U %S"; time "$0" "$@" > /dev/null 2> /dev/null';

/** Milliseconds that whole processes take, of a clock and of a processor, in turn; a first round is not counted. */
function processes(commands, rounds) {
  const samples = Object.fromEntries(
    Object.keys(commands).map((name) => [name, { clock: [], processor: [] }]),
  );
  for (let round = 0; round <= rounds; round++) {
    for (const [name, command] of Object.entries(commands)) {
      const { status, stderr } = spawnSync('bash', ['-c', TIMED, ...command], { encoding: 'utf8' });
      if (status !== 0) throw new Error(`${command.join(' ')} failed`);
      const [clock, user, system] = stderr.trim().split(/\s+/).map(Number);
      if (round > 0) {
        samples[name].clock.push(1000 * clock);
        samples[name].processor.push(1000 * (user + system));
      }
    }
  }
  return Object.entries(samples).map(([name, { clock, processor }]) => ({
    name,
    milliseconds: rounded(median(processor)),
    clock: rounded(median(clock)),
  }));
}

mkdirSync('out', { recursive: true });
async function bundled(name) {
  const outfile = `out/bench-${name}.mjs`;
  await build({
    entryPoints: [`bench/${name}.ts`],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: {
      js: "import { createRequire as requireFor } from 'node:module';const require = requireFor(import.meta.url);",
    },
    logLevel: 'error',
  });
  return outfile;
}
const inProcess = async (name) => JSON.parse(run(process.execPath, [await bundled(name)]));

const node = process.execPath;
const cli = (...args) => [node, 'dist/cli.js', ...args];
const FIRM = 'alpha=0.34,beta=0.28,a=0.004,b=0.0016,omega=1e-5,delta=1e-21';

function coldStarts() {
  const verbs = [...run(node, ['dist/cli.js', '--help']).matchAll(/^ {2}([a-z]+) \[/gm)].map(
    ([, verb]) => verb,
  );
  const helps = verbs.map((verb) => [`${verb} --help`, cli(verb, '--help')]);
  return processes(
    {
      'bare Node': [node, '-e', '0'],
      '--version': cli('--version'),
      '--help': cli('--help'),
      ...Object.fromEntries(helps),
      'optimize, one firm': cli('optimize', '--set', `${FIRM},gamma=0,E=1e18`),
      'sweep, nine firms': cli('sweep', '--grid', 'E=1e16:1e18:3log,gamma=-1:1:3', '--set', FIRM),
      claims: cli('claims'),
      'derive baseline --format tex': cli('derive', 'baseline', '--format', 'tex'),
      'import of the whole of mathjs': [node, '--input-type=module', '-e', "await import('mathjs')"],
      ...(sympy ? { 'SymPy, the same steps': [sympy, 'bench/derive_sympy.py'] } : {}),
    },
    ROUNDS,
  );
}

/** One worker and two in turn, and one worker with ever more points. */
function sweeps() {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const sweep = (points, workers) =>
    cli(
      ...['sweep', '--grid', `E=1e15:1e20:${points / 100}log,gamma=-1:1:100`, '--set', FIRM],
      ...['--workers', String(workers), '--out', join(folder, `${points}-${workers}.csv`), '--quiet'],
    );
  const measured = processes(
    {
      '1000 points, one worker': sweep(1e3, 1),
      '10,000 points, one worker': sweep(1e4, 1),
      '100,000 points, one worker': sweep(1e5, 1),
      '1,000,000 points, one worker': sweep(1e6, 1),
      '1,000,000 points, two workers': sweep(1e6, 2),
    },
    3,
  );
  rmSync(folder, { recursive: true });
  return measured;
}

/** Blocks put on a model one after the other. */
const BLOCKS = ['baseline', 'data-cost', 'split-efficiency', 'rival', 'endogenous-threshold', 'data-bound'];

/** Each in a process of its own, three times. */
async function symbolic() {
  const file = await bundled('symbolic');
  const asked = [
    ...JSON.parse(run(node, [file, 'list'])).map((id) => [`laws in E: ${id}`, 'laws', id]),
    ...BLOCKS.map((_, i) => BLOCKS.slice(0, i + 1).join('+')).map((id) => [`derive: ${id}`, 'derive', id]),
  ];
  const samples = asked.map(() => []);
  for (let round = 0; round < 3; round++) {
    for (const [k, [, what, id]] of asked.entries()) samples[k].push(Number(run(node, [file, what, id])));
  }
  return asked.map(([name], k) => ({ name, milliseconds: rounded(median(samples[k])) }));
}

/** Bytes of the interactive page over the wire, with its fonts and without. */
function pageSizes() {
  const page = readFileSync('dist/web/index.html', 'utf8');
  const size = (text) => gzipSync(text, { level: 9 }).length;
  return { whole: size(page), withoutFonts: size(page.replace(/data:font\/woff2;base64,[^)"']*/g, '')) };
}

const once = (name, command, args) => {
  tell(name);
  const start = Date.now();
  const { status } = spawnSync(command, args, { stdio: 'ignore' });
  return { name, seconds: Math.round((Date.now() - start) / 1000), status };
};

if (!isBrowser) console.error('Chromium is not installed: the page is not timed.');
if (!sympy) console.error('SymPy is not installed (Debian: python3-sympy): its row is left out.');
const known = existsSync('bench/results.json') ? JSON.parse(readFileSync('bench/results.json', 'utf8')) : {};
/** The parts that `--only=optima,starts` names are measured, the others are as recorded. */
const only = process.argv
  .find((arg) => arg.startsWith('--only='))
  ?.slice('--only='.length)
  .split(',');
async function part(name, measure) {
  if (only && !only.includes(name)) return known[name];
  tell(name);
  return await measure();
}
const results = {
  machine: { cpu: cpus()[0]?.model, cores: cpus().length, load: loadavg().map((value) => rounded(value)) },
  versions: {
    node: process.version,
    sympy: sympy ? run(sympy, ['-c', 'import sympy; print(sympy.__version__)']).trim() : null,
    scipy: scipy ? run(scipy, ['-c', 'import scipy; print(scipy.__version__)']).trim() : null,
  },
  optima: await part('optima', () => inProcess('optima')),
  evaluators: await part('evaluators', () => inProcess('evaluators')),
  starts: await part('starts', coldStarts),
  sweeps: await part('sweeps', sweeps),
  symbolic: await part('symbolic', symbolic),
  page: pageSizes(),
  answers: await part('answers', () => inProcess('answers')),
  browser: await part('browser', () => pageTimes('dist/web/index.html')),
  whole: isLong
    ? [once('reproduce', 'npm', ['run', 'reproduce']), once('npm test', 'npm', ['test'])]
    : (known.whole ?? []),
};
const text = `${JSON.stringify(results, null, 2)}\n`;
writeFileSync('out/bench.json', text);
console.log(table(results));
console.log(judge(results));
if (isRecorded) {
  writeFileSync('bench/results.json', text);
  const page = readFileSync('docs/speed.md', 'utf8')
    .replace(
      /(<!-- measured -->\n)[\s\S]*?(<!-- end -->)/,
      (_, open, close) => `${open}${table(results)}\n${close}`,
    )
    .replace(
      /(<!-- targets -->\n)[\s\S]*?(<!-- end -->)/,
      (_, open, close) => `${open}${judge(results)}\n${close}`,
    );
  writeFileSync('docs/speed.md', page);
  run(node, [await bundled('draw')]);
}
