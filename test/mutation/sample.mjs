/**
 * Mutation testing by a sample: `npm run mutate:sample -- --folder kernel --draws 80 --seed 1` draws mutants of a folder at random, each
 * as likely as any other; `--folder all` as many of each folder. Every test file is run once to see which of the places it reaches; then
 * each mutant meets the tests that reach it, the nearest first, until one fails. Mutants of what runs when a module is loaded are
 * tried like all others, since every test file starts a process of its own. A longer sample of the same seed goes on from a shorter
 * one; `--survivors` tries again those that are left. Results are kept in test/mutation/results; `npm run mutate:table` writes them to
 * docs/trust.md.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { crew } from './crew.mjs';
import { described, drawn, keyOf } from './draw.mjs';
import { FOLDERS, mutated, spanOf } from './mutants.mjs';
import { probed } from './probes.mjs';
import { stepsBetween, testFiles } from './tests.mjs';

const { values } = parseArgs({
  options: {
    /** One folder, several with commas, or all. */
    folder: { type: 'string' },
    /** How many of each folder, and of some of them others, as in 40,kernel=20,others=80. */
    draws: { type: 'string', default: '80' },
    seed: { type: 'string', default: '20261122' },
    /** Seconds of tests that one mutant may meet. */
    seconds: { type: 'string', default: '25' },
    survivors: { type: 'boolean', default: false },
    /** The tier of the tests that are run. */
    tier: { type: 'string', default: 'quick' },
    /** One test file alone, however long it takes. */
    only: { type: 'string' },
    workers: { type: 'string', default: String(availableParallelism()) },
  },
});
if (!values.folder) throw new Error(`name a folder, as in --folder kernel; known are ${FOLDERS.join(', ')}`);

process.env.OPTIMAND_TESTS = values.tier;
const root = fileURLToPath(new URL('../..', import.meta.url));
const seed = Number(values.seed);
const resultsOf = (folder) => join(root, 'test/mutation/results', `${folder}-${seed}.json`);
const isOpen = ({ outcome }) => outcome === 'survived' || outcome === 'not reached';
const WIDTH = 11;

/** How many are drawn of a folder. */
function countOf(folder) {
  const asked = values.draws.split(',');
  const own = asked.find((one) => one.startsWith(`${folder}=`));
  return Number(own ? own.split('=')[1] : (asked.find((one) => !one.includes('=')) ?? 0));
}

/** The sample of a folder: its mutants in the order in which they are drawn, and what is known of them. */
async function sampleOf(folder) {
  const all = await described(root, folder);
  const path = resultsOf(folder);
  const kept = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : { tried: [] };
  const known = new Map(kept.tried.map((one) => [keyOf(one), one]));
  const isLeft = ({ own }) => known.has(keyOf(own)) && isOpen(known.get(keyOf(own)));
  const sample = values.survivors ? all.filter(isLeft) : drawn(all, countOf(folder), seed);
  return { folder, mutants: all.length, kept, sample, known, found: new Map() };
}

const isNew = ({ known }, { own }) => values.survivors || !known.has(keyOf(own));
const folders = values.folder === 'all' ? FOLDERS : values.folder.split(',');
const samples = [];
for (const folder of folders) samples.push(await sampleOf(folder));
/** What is asked for: of each folder the same share at any time. */
const asked = samples
  .flatMap((of) =>
    of.sample
      .map((one, i) => ({ ...one, of, at: (i + 1) / of.sample.length }))
      .filter((one) => isNew(of, one)),
  )
  .sort((x, y) => x.at - y.at)
  .map((one, number) => ({ ...one, number }));

/** Writes what is known of a folder's sample: of one that was cut short those before the first that is not known. */
function write({ folder, mutants, kept, sample, known, found }) {
  const path = resultsOf(folder);
  mkdirSync(join(path, '..'), { recursive: true });
  if (values.survivors) {
    const tried = kept.tried.map((one) => {
      const again = found.get(keyOf(one));
      // What became of it when it was drawn: tests written for it say nothing about those that were not.
      return again ? { ...again, first: one.first ?? one.outcome } : one;
    });
    writeFileSync(path, `${JSON.stringify({ ...kept, tried }, null, 1)}\n`);
    return;
  }
  const all = sample.map(({ own }) => found.get(keyOf(own)) ?? known.get(keyOf(own)));
  const end = all.indexOf(undefined);
  const tried = end === -1 ? all : all.slice(0, end);
  writeFileSync(path, `${JSON.stringify({ folder, mutants, seed, tried }, null, 1)}\n`);
}

let done = 0;
function record({ own, of }, outcome) {
  const told = { ...own, ...outcome };
  of.found.set(keyOf(own), told);
  done += 1;
  const { file, line, original, replacement } = own;
  console.log(
    `${done}/${asked.length} ${told.outcome.padEnd(WIDTH)} ${file}:${line} ${original} -> ${replacement} ${told.by ?? ''}`,
  );
  write(of);
}

/** Sources in which the places of all mutants that are asked for tell when they are reached. */
function probedSources() {
  const texts = {};
  const everywhere = [];
  for (const file of new Set(asked.map(({ own }) => own.file))) {
    const mutants = asked.filter(({ own }) => own.file === file);
    const places = mutants.map(({ mutant, text, number }) => ({ ...spanOf(text, mutant), number }));
    const { text, without } = probed(mutants[0].text, places);
    texts[file] = text;
    everywhere.push(...without);
  }
  return { texts, everywhere };
}

/** Of every test file how long it takes and what it reaches; those that fail without any mutant are left out. */
async function surveyed(hands) {
  const { texts, everywhere } = probedSources();
  await hands.all({ put: texts });
  const survey = [];
  const tests = values.only ? [values.only] : testFiles(root);
  let count = 0;
  await hands.each(
    tests,
    (test) => ({ test }),
    (test, { outcome, took, reached }) => {
      count += 1;
      if (outcome === 'passed')
        survey.push({ test, seconds: took, reached: new Set([...reached, ...everywhere]) });
      else console.log(`left out, since it does not pass here: ${test}`);
      if (count % 20 === 0) console.log(`looked at ${count} of ${tests.length} test files`);
    },
  );
  await hands.all({ restore: Object.keys(texts) });
  return survey;
}

/** The tests that a mutant meets: those that reach it, the nearest first, of equally near ones the shortest, within the time. */
function testsFor(survey, steps, { own, number }) {
  const near = survey
    .filter(({ reached }) => reached.has(number))
    .map((one) => ({ ...one, steps: steps(one.test, own.file) }))
    .sort((x, y) => x.steps - y.steps || x.seconds - y.seconds);
  let left = values.only ? Number.POSITIVE_INFINITY : Number(values.seconds);
  return near
    .filter(({ seconds }) => {
      if (seconds > left) return false;
      left -= seconds;
      return true;
    })
    .map(({ test, seconds }) => ({ test, seconds }));
}

const copies = join(root, 'reports', 'mutants');
rmSync(copies, { recursive: true, force: true });
const hands = await crew(root, copies, Number(values.workers));
const survey = await surveyed(hands);
const steps = stepsBetween(root);
const reachedByAny = (one) => survey.some(({ reached }) => reached.has(one.number));
for (const one of asked.filter((each) => !reachedByAny(each)))
  record(one, { outcome: 'not reached', tests: [] });
await hands.each(
  asked.filter(reachedByAny),
  (one) => ({
    mutant: { file: one.own.file, text: mutated(one.text, one.mutant), tests: testsFor(survey, steps, one) },
  }),
  record,
);
hands.close();
