/**
 * Mutation testing by a sample: `npm run mutate:sample -- --folder kernel --draws 80 --seed 1` draws mutants of a folder at random, each
 * as likely as any other, and runs with each the tests that import its file, the nearest first, until one fails. Mutants of what
 * runs when a module is loaded are tried like all others, since every test file starts a process of its own. `--survivors` tries
 * again those that the last run left. Results are kept in test/mutation/results; `npm run mutate:table` writes them to docs/trust.md.
 */
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
    seed: { type: 'string', default: '20260514' },
    /** Seconds of tests, as they run without a mutant, that one mutant may meet. */
    seconds: { type: 'string', default: '20' },
    survivors: { type: 'boolean', default: false },
  },
});
if (!values.folder) throw new Error('name a folder, as in --folder kernel');

const root = fileURLToPath(new URL('../..', import.meta.url));
const results = join(root, 'test/mutation/results', `${values.folder}.json`);

/** Numbers in [0, 1) by a seed (mulberry32). */
function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** So many of a list, each as likely as any other. */
function drawn(all, count, seed) {
  const random = generator(seed);
  const rest = [...all];
  for (let i = 0; i < Math.min(count, rest.length); i++) {
    const j = i + Math.floor(random() * (rest.length - i));
    [rest[i], rest[j]] = [rest[j], rest[i]];
  }
  return rest.slice(0, count);
}

const texts = new Map();
/** A source as it stood when the run began. */
function sourceOf(file) {
  if (!texts.has(file)) texts.set(file, readFileSync(join(root, file), 'utf8'));
  return texts.get(file);
}
const short = (text) => text.replace(/\s+/g, ' ').slice(0, 120);

/** Tests that one mutant meets at most. */
const MOST = 8;

/** What becomes of a mutant, and by which test. */
async function tried(place, testsOf, mutant) {
  const source = sourceOf(mutant.file);
  const tests = [];
  let left = Number(values.seconds);
  for (const test of testsOf(mutant.file)) {
    if (tests.length === MOST || left < 1) break;
    const usual = await place.usual(test);
    if (usual > left) continue;
    left -= usual;
    const { outcome } = await place.changed(mutant.file, mutated(source, mutant), () => place.run(test));
    if (outcome !== 'passed') return { outcome: outcome === 'failed' ? 'killed' : 'timeout', by: test };
    tests.push(test);
  }
  const reached = await place.changed(mutant.file, probed(source, mutant), async () => {
    for (const test of tests) {
      await place.run(test);
      if (place.wasReached()) return true;
    }
    return false;
  });
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
const open = new Set(
  (kept?.tried ?? []).filter(isOpen).map((one) => key({ ...one, replacement: one.replacement })),
);
const sample = values.survivors
  ? described.filter((mutant) => open.has(key({ ...mutant, replacement: mutant.short })))
  : drawn(described, Number(values.draws), Number(values.seed));

const place = await bench(root, join(root, 'reports', `mutants-${values.folder}`));
const testsOf = testsBySource(root);
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
  const found = await tried(place, testsOf, mutant);
  done.push({ file, line, kind, original, replacement: mutant.short, ...found });
  console.log(
    `${done.length}/${sample.length} ${found.outcome.padEnd(11)} ${file}:${line} ${original} -> ${mutant.short} ${found.by ?? ''}`,
  );
  write();
}
await place.close();
