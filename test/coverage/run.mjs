/**
 * Coverage by file: `npm run coverage` runs `npm test` and holds every source against test/coverage/thresholds.json: `every` is
 * asked of each file, `whole` of the folders whose every branch matters, and `elsewhere` names files that other runs reach, each with
 * its reason. Ends with 1 where a file falls below, and writes the figures into docs/trust.md.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { every, whole, elsewhere } = JSON.parse(
  readFileSync(join(root, 'test/coverage/thresholds.json'), 'utf8'),
);

const { status } = spawnSync(
  'npm',
  ['test', '--', '--coverage.enabled', '--coverage.reporter=json-summary'],
  { cwd: root, stdio: 'inherit' },
);
if (status !== 0) process.exit(status ?? 1);

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
  .filter(({ found }) => found.statements.total > 0)
  .map(({ file, found }) => {
    const special = Object.keys(whole).find((folder) => file.startsWith(folder));
    return { file, found, special, least: special ? whole[special] : every };
  });

const isBelow = ({ found, least }) => MEASURES.some((measure) => found[measure].pct < least[measure]);
const below = rows.filter(isBelow);
const unexplained = below.filter(({ file }) => !Object.hasOwn(elsewhere, file));
const outdated = Object.keys(elsewhere).filter((file) => !below.some((row) => row.file === file));

const share = (parts) => {
  const [covered, total] = ['covered', 'total'].map((name) =>
    parts.reduce((sum, part) => sum + part[name], 0),
  );
  return total === 0 ? 'none' : `${((100 * covered) / total).toFixed(1)} % of ${total}`;
};
const lineOf = (name, parts) =>
  `| ${[name, parts.length, ...MEASURES.map((measure) => share(parts.map(({ found }) => found[measure])))].join(' | ')} |`;
const folders = [...new Set(rows.map(({ file }) => folderOf(file)))].sort();
const percent = ({ found }) => MEASURES.map((measure) => `${found[measure].pct} %`).join(', ');
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
  `Below ${MEASURES.map((measure) => `${every[measure]} % of ${measure}`).join(' or ')} in the quick tier, each with what reaches it:`,
  '',
  ...below.map((row) => `- \`${row.file}\` (${percent(row)}): ${elsewhere[row.file] ?? 'no reason'}.`),
].join('\n');
const page = join(root, 'docs/trust.md');
const before = readFileSync(page, 'utf8');
const [begin, end] = ['<!-- coverage -->', '<!-- end of coverage -->'];
if (!before.includes(begin) || !before.includes(end)) throw new Error(`docs/trust.md has no ${begin}`);
writeFileSync(
  page,
  `${before.slice(0, before.indexOf(begin) + begin.length)}\n\n${text}\n\n${before.slice(before.indexOf(end))}`,
);

for (const { file, found, least } of unexplained)
  for (const measure of MEASURES.filter((one) => found[one].pct < least[one]))
    console.error(`${file}: ${found[measure].pct} % of ${measure}, ${least[measure]} % are asked for`);
for (const file of outdated) console.error(`${file}: named in elsewhere, but not below its threshold`);
process.exit(unexplained.length + outdated.length > 0 ? 1 : 0);
