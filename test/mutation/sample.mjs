/**
 * Mutation testing by a sample: `npm run mutate:sample -- --folder kernel --draws 80 --seed 1` draws mutants of a folder at random, each
 * as likely as any other, and runs with each the tests that import its file, the nearest first, until one fails. Mutants of what
 * runs when a module is loaded are tried like all others, since every test file starts a process of its own. A longer sample of the
 * same seed goes on from a shorter one; `--survivors` tries again those that are left. Results are kept in test/mutation/results;
 * `npm run mutate:table` writes them to docs/trust.md.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bench } from './bench.mjs';
import { mutantsOf, mutated, originalOf, probed, sourcesOf } from './mutants.mjs';
import { testsBySource } from './tests.mjs';

const { values } = parseArgs({
  options: {
    folder: { type: 'string' },
    draws: { type: 'string', default: '80' },
    seed: { type: 'string', default: '20261122' },
    /** Seconds of tests, as in times.json, that one mutant may meet. */
    seconds: { type: 'string', default: '16' },
    survivors: { type: 'boolean', default: false },
    /** The tier of the tests that are run. */
    tier: { type: 'string', default: 'quick' },
    /** One test file alone, however long it takes. */
    only: { type: 'string' },
  },
});
if (!values.folder) throw new Error('name a folder, as in --folder kernel');

process.env.OPTIMAND_TESTS = values.tier;
const root = fileURLToPath(new URL('../..', import.meta.url));
/** One record for each sample: a folder and a seed. */
const results = join(root, 'test/mutation/results', `${values.folder}-${values.seed}.json`);

/**
 * So many of a list, each as likely as any other: those of which the seed and the name have the lowest digests. A change of one source
 * leaves the draws among the others as they are.
 */
function drawn(all, count, seed) {
  const times = new Map();
  const ranked = all.map((mutant) => {
    const name = JSON.stringify([mutant.file, mutant.kind, mutant.original, mutant.replacement]);
    times.set(name, (times.get(name) ?? 0) + 1);
    const rank = createHash('sha256')
      .update(`${seed} ${name} ${times.get(name)}`)
      .digest('hex');
    return { mutant, rank };
  });
  return ranked
    .sort((one, other) => (one.rank < other.rank ? -1 : 1))
    .slice(0, count)
    .map(({ mutant }) => mutant);
}

const texts = new Map();
/** A source as it stood when the run began. */
function sourceOf(file) {
  if (!texts.has(file)) texts.set(file, readFileSync(join(root, file), 'utf8'));
  return texts.get(file);
}
const short = (text) => text.replace(/\s+/g, ' ').slice(0, 120);

/** Seconds of test files in the quick tier: the more of two runs, since a file that comes first does what others find done. */
const TIMES = JSON.parse(readFileSync(join(root, 'test/mutation/times.json'), 'utf8'));
const secondsOf = (test) => TIMES[test] ?? 3;
/** Tests that one mutant meets at most. */
const MOST = 8;

/** Whether any of the tests reaches the place of a mutant in the sound source. */
const reaches = (place, tests, mutant) =>
  place.changed(mutant.file, probed(sourceOf(mutant.file), mutant), async () => {
    for (const test of tests) {
      await place.run(test);
      if (place.wasReached()) return true;
    }
    return false;
  });

/** What becomes of a mutant, and by which test. */
async function tried(place, testsOf, mutant) {
  const { text, tells } = mutated(sourceOf(mutant.file), mutant);
  const tests = [];
  let [left, reached] = [Number(values.seconds), false];
  for (const test of values.only ? [values.only] : testsOf(mutant.file)) {
    if (tests.length === MOST || left < 1) break;
    const takes = values.only ? 0 : secondsOf(test);
    if (takes > left) continue;
    if (!(await place.isSound(test))) continue;
    left -= takes;
    const outcome = await place.changed(mutant.file, text, () => place.run(test));
    if (outcome !== 'passed') return { outcome: outcome === 'failed' ? 'killed' : 'timeout', by: test };
    reached ||= place.wasReached();
    tests.push(test);
  }
  if (!tells) reached = await reaches(place, tests, mutant);
  return { outcome: reached ? 'survived' : 'not reached', tests };
}

const all = await mutantsOf(root, sourcesOf(root, values.folder));
const kept = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : null;
const key = ({ file, line, kind, replacement, original }) =>
  JSON.stringify([file, line, kind, replacement, original]);
const described = all.map((mutant) => {
  const original = short(originalOf(sourceOf(mutant.file), mutant));
  return { ...mutant, original, short: short(mutant.replacement) };
});
const isOpen = ({ outcome }) => outcome === 'survived' || outcome === 'not reached';
/** What became of a mutant when it was drawn: tests written for it say nothing about those that were not. */
const firstOf = new Map((kept?.tried ?? []).map((one) => [key(one), one.first ?? one.outcome]));
const open = new Set(
  (kept?.tried ?? []).filter(isOpen).map((one) => key({ ...one, replacement: one.replacement })),
);
const sample = values.survivors
  ? described.filter((mutant) => open.has(key({ ...mutant, replacement: mutant.short })))
  : drawn(described, Number(values.draws), Number(values.seed));

const place = await bench(root, join(root, 'reports', `mutants-${values.folder}-${values.seed}`), secondsOf);
const testsOf = testsBySource(root, secondsOf);
/** What the record holds of this sample already. */
const known = new Map((values.survivors ? [] : (kept?.tried ?? [])).map((one) => [key(one), one]));
const done = [];
const write = () => {
  const again = new Set(done.map(key));
  const record = values.survivors
    ? { ...kept, tried: [...kept.tried.filter((one) => !again.has(key(one))), ...done] }
    : { folder: values.folder, mutants: all.length, seed: Number(values.seed), tried: done };
  mkdirSync(join(results, '..'), { recursive: true });
  writeFileSync(results, `${JSON.stringify(record, null, 1)}\n`);
};
for (const mutant of sample) {
  const { file, line, kind, original } = mutant;
  const own = { file, line, kind, original, replacement: mutant.short };
  const before = known.get(key(own));
  const found = before ?? (await tried(place, testsOf, mutant));
  const first = values.survivors ? { first: firstOf.get(key(own)) } : {};
  done.push({ ...own, ...found, ...first });
  if (before) continue;
  console.log(
    `${done.length}/${sample.length} ${found.outcome.padEnd(11)} ${file}:${line} ${original} -> ${mutant.short} ${found.by ?? ''}`,
  );
  write();
}
await place.close();
