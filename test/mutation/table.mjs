/** What became of the mutants, from test/mutation/results and the reasons beside it, written into docs/trust.md. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const page = join(here, '../../docs/trust.md');
const json = (name) => JSON.parse(readFileSync(join(here, name), 'utf8'));

/** Wilson's interval of a share, with 95 %. */
export function wilson(count, of) {
  const z = 1.959964;
  const share = count / of;
  const middle = (share + z ** 2 / (2 * of)) / (1 + z ** 2 / of);
  const half = (z / (1 + z ** 2 / of)) * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  return [middle - half, middle + half];
}

const percent = (x) => (100 * x).toFixed(0);
const code = (text) => `\`${text.replaceAll('|', '\\|').replaceAll('`', "'")}\``;

const reasons = json('reasons.json');
const reasonOf = ({ file, original, replacement }) =>
  reasons.find((one) => one.file === file && one.original === original && one.replacement === replacement)
    ?.why;

const folders = readdirSync(join(here, 'results'))
  .filter((name) => name.endsWith('.json'))
  .map((name) => json(join('results', name)));

const rowOf = ({ folder, mutants, seed, tried }) => {
  const count = (outcome) => tried.filter((one) => (one.first ?? one.outcome) === outcome).length;
  const [killed, late, survived, unreached] = ['killed', 'timeout', 'survived', 'not reached'].map(count);
  const noticed = killed + late;
  const [low, high] = wilson(noticed, tried.length);
  const since = tried.filter((one) => one.first && one.outcome !== one.first).length;
  return `| ${[folder, mutants, tried.length, seed, killed, late, survived, unreached, `${percent(noticed / tried.length)} % (${percent(low)} to ${percent(high)})`, since].join(' | ')} |`;
};

const all = folders.flatMap(({ tried }) => tried);
const left = all.filter(({ outcome }) => outcome === 'survived' || outcome === 'not reached');
const text = [
  '| folder | mutants | drawn | seed | killed | out of time | survived | not reached | noticed (95 %) | since then, by new tests |',
  '|---|---|---|---|---|---|---|---|---|---|',
  ...folders.map(rowOf),
  '',
  left.length === 0 ? 'None is left.' : 'Left, each with its reason where it has one:',
  '',
  ...left.map(
    (one) =>
      `- \`${one.file}\` line ${one.line}, ${one.outcome}: ${code(one.original)} → ${code(one.replacement)}: ${reasonOf(one) ?? 'open'}.`,
  ),
].join('\n');

const before = readFileSync(page, 'utf8');
const [begin, end] = ['<!-- mutants -->', '<!-- end of mutants -->'];
if (!before.includes(begin) || !before.includes(end)) throw new Error(`docs/trust.md has no ${begin}`);
writeFileSync(
  page,
  `${before.slice(0, before.indexOf(begin) + begin.length)}\n\n${text}\n\n${before.slice(before.indexOf(end))}`,
);
