/**
 * Coverage by file: `npm run coverage` runs `npm test` and holds every source against test/coverage/thresholds.json. `every` is
 * asked of each file, `whole` of the folders whose every branch matters; a file named in `lower` has a floor of its own, what it had
 * when `npm run coverage -- --update` wrote it, less two points. Ends with 1 where a file falls below, and writes the figures into
 * docs/trust.md. `--last` looks at what the last run found.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeBetweenMarks } from '../support/marked.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const thresholds = join(root, 'test/coverage/thresholds.json');
const { every, whole, lower } = JSON.parse(readFileSync(thresholds, 'utf8'));
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { update: { type: 'boolean', default: false }, last: { type: 'boolean', default: false } },
});

if (!options.last) {
  const { status } = spawnSync(
    'npm',
    ['test', '--', '--coverage.enabled', '--coverage.reporter=json-summary', ...positionals],
    {
      cwd: root,
      stdio: 'inherit',
    },
  );
  if (status !== 0) process.exit(status ?? 1);
}

const { total: _, ...summary } = JSON.parse(
  readFileSync(join(root, 'coverage/coverage-summary.json'), 'utf8'),
);
const MEASURES = ['statements', 'branches', 'functions'];
const folderOf = (file) =>
  file
    .split('/')
    .slice(0, file.startsWith('src/') ? 2 : 1)
    .join('/');
const rows = Object.entries(summary)
  .map(([path, found]) => ({ file: relative(root, path), found }))
  .filter(({ file, found }) => !file.startsWith('test/') && found.statements.total > 0)
  .map(({ file, found }) => {
    const special = Object.keys(whole).find((folder) => file.startsWith(folder));
    return { file, found, special, least: special ? whole[special] : every };
  });

const isBelow = ({ found, least }) => MEASURES.some((measure) => found[measure].pct < least[measure]);
const low = rows.filter((row) => !row.special && isBelow(row));
const floorsOf = ({ found }) =>
  Object.fromEntries(MEASURES.map((measure) => [measure, Math.max(0, Math.floor(found[measure].pct) - 2)]));
if (options.update) {
  const own = Object.fromEntries(low.map((row) => [row.file, floorsOf(row)]));
  writeFileSync(thresholds, `${JSON.stringify({ every, whole, lower: own }, null, 1)}\n`);
}
const floors = options.update ? JSON.parse(readFileSync(thresholds, 'utf8')).lower : lower;
const below = rows.map((row) => ({ ...row, least: floors[row.file] ?? row.least })).filter(isBelow);
const outdated = Object.keys(floors).filter((file) => !rows.some((row) => row.file === file));

const share = (parts) => {
  const [covered, total] = ['covered', 'total'].map((name) =>
    parts.reduce((sum, part) => sum + part[name], 0),
  );
  return total === 0 ? 'none' : `${((100 * covered) / total).toFixed(1)} % of ${total}`;
};
const lineOf = (name, parts) =>
  `| ${[name, parts.length, ...MEASURES.map((measure) => share(parts.map(({ found }) => found[measure])))].join(' | ')} |`;
const folders = [...new Set(rows.map(({ file }) => folderOf(file)))].sort();
const text = [
  '| folder | files | statements | branches | functions |',
  '|---|---|---|---|---|',
  ...Object.keys(whole).map((folder) =>
    lineOf(
      `\`${folder}\``,
      rows.filter(({ special }) => special === folder),
    ),
  ),
  ...folders.map((folder) =>
    lineOf(
      `\`${folder}\``,
      rows.filter(({ file }) => folderOf(file) === folder),
    ),
  ),
  lineOf('all', rows),
  '',
  `${rows.length - low.length} of ${rows.length} files reach ${MEASURES.map((measure) => `${every[measure]} % of ${measure}`).join(', ')}. The other ${low.length} have floors of their own: most of what they do is done in other threads and processes, or by the whole tier alone.`,
].join('\n');
const page = join(root, 'docs/trust.md');
writeBetweenMarks(page, 'coverage', text);

for (const { file, found, least } of below)
  for (const measure of MEASURES.filter((one) => found[one].pct < least[one]))
    console.error(`${file}: ${found[measure].pct} % of ${measure}, ${least[measure]} % are asked for`);
for (const file of outdated) console.error(`${file} has a floor, and is no file that is measured`);
process.exit(below.length + outdated.length > 0 ? 1 : 0);
