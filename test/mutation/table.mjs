/** What became of the mutants, from test/mutation/results and the reasons beside it, written into docs/trust.md. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeBetweenMarks } from '../support/marked.mjs';

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

/** Whether no test could tell the mutant from the source, by what was found out about it by hand. Those count as left. */
const changesNothing = (one) => reasonOf(one)?.startsWith('changes nothing') ?? false;

const folders = readdirSync(join(here, 'results'))
  .filter((name) => name.endsWith('.json'))
  .map((name) => json(join('results', name)))
  .sort((x, y) => x.folder.localeCompare(y.folder) || x.seed - y.seed);

/** Of each folder the last sample: the sources of those before may have changed. */
const latest = new Map(folders.map((one) => [one.folder, one]));

const rowOf = ({ folder, mutants, seed, tried }) => {
  const count = (outcome) => tried.filter((one) => (one.first ?? one.outcome) === outcome).length;
  const [killed, late, survived, unreached] = ['killed', 'timeout', 'survived', 'not reached'].map(count);
  const noticed = killed + late;
  const [low, high] = wilson(noticed, tried.length);
  const since = tried.filter((one) => one.first && one.outcome !== one.first).length;
  const same = tried.filter((one) => isLeft(one) && changesNothing(one)).length;
  return `| ${[folder, mutants, tried.length, seed, killed, late, survived, unreached, same, `${percent(noticed / tried.length)} % (${percent(low)} to ${percent(high)})`, since].join(' | ')} |`;
};

/**
 * What is noticed of all mutants, and its interval with 95 %: shares of the folders, of each the last sample, weighed by how many
 * mutants they have.
 */
function overall() {
  const whole = [...latest.values()].reduce((sum, { mutants }) => sum + mutants, 0);
  let [share, variance] = [0, 0];
  for (const { mutants, tried } of latest.values()) {
    const noticed = tried.filter((one) => !isLeft({ outcome: one.first ?? one.outcome })).length;
    // One noticed and one left more: no sample is so good that nothing is uncertain.
    const own = (noticed + 1) / (tried.length + 2);
    share += (mutants / whole) * (noticed / tried.length);
    variance += (mutants / whole) ** 2 * ((own * (1 - own)) / tried.length);
  }
  const half = 1.959964 * Math.sqrt(variance);
  return `Of all ${whole} mutants, by the last sample of each folder, each folder weighed by its mutants: ${percent(share)} % are noticed (${percent(share - half)} to ${percent(share + half)}).`;
}

/**
 * Of each folder its last two samples together, which are of nearly the same sources: what is noticed of the first of them has grown
 * with the tests written since, so the share is too low rather than too high.
 */
function together() {
  const shares = [...latest.keys()].map((folder) => {
    const tried = folders
      .filter((one) => one.folder === folder)
      .slice(-2)
      .flatMap((one) => one.tried);
    const noticed = tried.filter((one) => !isLeft({ outcome: one.first ?? one.outcome })).length;
    const [low, high] = wilson(noticed, tried.length);
    return `${folder} ${percent(noticed / tried.length)} % of ${tried.length} (${percent(low)} to ${percent(high)})`;
  });
  return `By the last two samples of a folder together, as each was when it was drawn: ${shares.join(', ')}.`;
}

const isLeft = ({ outcome }) => outcome === 'survived' || outcome === 'not reached';
const left = [...latest.values()].flatMap(({ tried }) => tried).filter(isLeft);
const text = [
  '| folder | mutants | drawn | seed | killed | out of time | survived | not reached | of these change nothing | noticed (95 %) | since then, by new tests or all laws |',
  '|---|---|---|---|---|---|---|---|---|---|---|',
  ...folders.map(rowOf),
  '',
  overall(),
  '',
  together(),
  '',
  left.length === 0 ? 'None is left.' : 'Left of the last samples, each with its reason where it has one:',
  '',
  ...left.map(
    (one) =>
      `- \`${one.file}\` line ${one.line}, ${one.outcome}: ${code(one.original)} → ${code(one.replacement)}: ${reasonOf(one) ?? 'open'}.`,
  ),
].join('\n');

writeBetweenMarks(page, 'mutants', text);
