/** The test files, and how far each is from a source. */
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

/** Tests of the page, which drive a browser. */
const IN_BROWSER = /\/web\/(page|hostile)\.test/;

/** Steps of a test that does not import the source, and reaches it in a bundle or a process that it starts. */
const FAR = 9;

const stem = (path) => basename(path).replace(/(\.test)?\.ts$/, '');
const folder = (path) => path.split('/')[path.startsWith('derivations') ? 0 : 1];

export function testFiles(root) {
  return readdirSync(join(root, 'test'), { recursive: true })
    .map((name) => join('test', name))
    .filter((name) => name.endsWith('.test.ts') && !IN_BROWSER.test(name))
    .sort();
}

/** Steps from a test to a source: namesakes come first, then by imports, those of the same folder before others. */
export function stepsBetween(root) {
  const imports = new Map();
  const importsFrom = (file) => {
    if (!imports.has(file)) imports.set(file, importsOf(root, file));
    return imports.get(file);
  };
  const distances = new Map();
  return (test, source) => {
    if (!distances.has(test)) distances.set(test, distancesFrom(test, importsFrom));
    const steps = distances.get(test).get(source) ?? FAR;
    return steps - (stem(test) === stem(source) ? FAR : 0) - (folder(test) === folder(source) ? 0.5 : 0);
  };
}
