/** Which tests meet a source file, those that import it most directly first. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, normalize } from 'node:path';

/** What a file imports of ours when it runs: types are erased, and dynamic imports count. */
function importsOf(root, file) {
  const text = readFileSync(join(root, file), 'utf8');
  const found = [
    ...text.matchAll(/^(?:import|export) (?!type\b)[^;]*?from '(\.[^']+\.ts)'/gms),
    ...text.matchAll(/import\('(\.[^']+\.ts)'\)/g),
  ];
  return found.map(([, path]) => normalize(join(file, '..', path)));
}

/** Steps from a test to every source that it imports, directly or by others. */
function distancesFrom(test, importsFrom) {
  const distances = new Map([[test, 0]]);
  for (const [file, distance] of distances) {
    for (const next of importsFrom(file)) if (!distances.has(next)) distances.set(next, distance + 1);
  }
  return distances;
}

/** Tests that run what is built, or a browser, or every page of the documentation, rather than the source: they take long. */
const LEFT_OUT = /\/web\/|docs\.test|add-a-variant|action\.test|test\/(guides|layers|readme)/;

/** `seconds` is about how long a test file takes. */
export function testsBySource(root, seconds) {
  const known = new Map();
  const importsFrom = (file) => {
    if (!known.has(file)) known.set(file, importsOf(root, file));
    return known.get(file);
  };
  const tests = readdirSync(join(root, 'test'), { recursive: true })
    .map((name) => join('test', name))
    .filter((name) => name.endsWith('.test.ts') && !LEFT_OUT.test(name))
    .map((test) => ({ test, distances: distancesFrom(test, importsFrom) }));
  const stem = (path) => basename(path).replace(/(\.test)?\.ts$/, '');
  const folder = (path) => path.split('/')[path.startsWith('derivations') ? 0 : 1];
  /** Namesakes first, then by steps, those of the same folder before others, and of these the short ones. */
  return (source) =>
    tests
      .filter(({ distances }) => distances.has(source))
      .map(({ test, distances }) => ({
        test,
        steps:
          distances.get(source) -
          (stem(test) === stem(source) ? 10 : 0) -
          (folder(test) === folder(source) ? 0.5 : 0),
      }))
      .sort((one, other) => one.steps - other.steps || seconds(one.test) - seconds(other.test))
      .map(({ test }) => test);
}
