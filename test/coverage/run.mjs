/**
 * Coverage by file of the folders whose every branch matters, by their own tests: `npm run coverage`. Ends with 1 where a file
 * falls below what test/coverage/thresholds.json asks, and writes the figures into docs/trust.md.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { tests, files } = JSON.parse(readFileSync(join(root, 'test/coverage/thresholds.json'), 'utf8'));
const patterns = Object.keys(files);

const { status } = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    ...tests,
    '--project=tests',
    '--coverage.enabled',
    '--coverage.reporter=json-summary',
    ...patterns.map((pattern) => `--coverage.include=${pattern}`),
  ],
  { cwd: root, stdio: 'inherit' },
);
if (status !== 0) process.exit(status ?? 1);

const { total: _, ...summary } = JSON.parse(
  readFileSync(join(root, 'coverage/coverage-summary.json'), 'utf8'),
);
const MEASURES = ['statements', 'branches', 'functions'];
const inside = (file, pattern) => file.startsWith(pattern.replace(/\*.*$/, ''));
const rows = Object.entries(summary).map(([path, found]) => {
  const file = relative(root, path);
  const pattern = patterns.find((one) => inside(file, one));
  return { file, found, least: files[pattern] };
});
const below = rows.flatMap(({ file, found, least }) =>
  MEASURES.filter((measure) => found[measure].pct < least[measure]).map(
    (measure) => `${file}: ${found[measure].pct} % of ${measure}, ${least[measure]} % are asked for`,
  ),
);

const table = [
  '| file | statements | branches | functions |',
  '|---|---|---|---|',
  ...rows.map(
    ({ file, found }) =>
      `| \`${file}\` | ${MEASURES.map((measure) => `${found[measure].covered} of ${found[measure].total}`).join(' | ')} |`,
  ),
].join('\n');
const page = join(root, 'docs/trust.md');
const text = readFileSync(page, 'utf8');
const [begin, end] = ['<!-- coverage -->', '<!-- end of coverage -->'];
if (!text.includes(begin) || !text.includes(end)) throw new Error(`docs/trust.md has no ${begin}`);
writeFileSync(
  page,
  `${text.slice(0, text.indexOf(begin) + begin.length)}\n\n${table}\n\n${text.slice(text.indexOf(end))}`,
);

for (const line of below) console.error(line);
process.exit(below.length > 0 ? 1 : 0);
