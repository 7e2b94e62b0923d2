/** The mutants of a folder, as Stryker makes them, and a source text with one of them in place. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';

const quiet = { isDebugEnabled: () => false, debug() {}, info() {}, warn() {} };
const OPTIONS = { plugins: null, ignorers: [], excludedMutations: [], noHeader: false };

/** Folders of which the arithmetic and the arguments are judged by themselves; `derivations` are the machinery of arguments and they. */
const PLACES = {
  kernel: ['src/kernel'],
  solve: ['src/solve'],
  asymptotics: ['src/asymptotics'],
  derivations: ['src/derive', 'derivations'],
  numerics: ['src/numerics'],
  claims: ['src/claims'],
};

const inside = (place) => (name) => name.startsWith(`${place}/`);

/** Sources by folder; `others` is whatever stands in none of the folders above. What the program itself prints is left out. */
export function sourcesOf(root, folder) {
  if (folder !== 'others' && !PLACES[folder])
    throw new Error(`known are ${Object.keys(PLACES).join(', ')} and others`);
  const named = Object.values(PLACES).flat();
  const belongs = (name) =>
    folder === 'others'
      ? !named.some((place) => inside(place)(name))
      : PLACES[folder].some((place) => inside(place)(name));
  return ['src', 'derivations']
    .flatMap((place) => readdirSync(join(root, place), { recursive: true }).map((name) => join(place, name)))
    .filter((name) => name.endsWith('.ts') && !name.includes('/written/') && belongs(name))
    .sort();
}

/** Every mutant of the files: where it stands, what kind it is and what stands there instead. */
export async function mutantsOf(root, files) {
  const { mutants } = await new Instrumenter(quiet).instrument(
    files.map((name) => ({ name, mutate: true, content: readFileSync(join(root, name), 'utf8') })),
    OPTIONS,
  );
  return mutants.map(({ fileName, mutatorName, replacement, location }) => ({
    file: fileName,
    kind: mutatorName,
    line: location.start.line + 1,
    location,
    replacement,
  }));
}

const offsetOf = (text, { line, column }) => {
  let at = 0;
  for (let i = 0; i < line; i++) at = text.indexOf('\n', at) + 1;
  return at + column;
};

/** What the mutant replaces. */
export function originalOf(text, { location }) {
  return text.slice(offsetOf(text, location.start), offsetOf(text, location.end));
}

const put = (text, { location }, inside) =>
  text.slice(0, offsetOf(text, location.start)) + inside + text.slice(offsetOf(text, location.end));

/** Operators of which the replacement may bind less than what it replaces. */
const OPERATORS = ['ArithmeticOperator', 'LogicalOperator', 'EqualityOperator'];

export const mutated = (text, mutant) =>
  put(text, mutant, OPERATORS.includes(mutant.kind) ? `(${mutant.replacement})` : mutant.replacement);

/** The same text, which tells when the place of the mutant is reached; null where no call can stand there. */
export function probed(text, mutant) {
  const original = originalOf(text, mutant);
  const call = 'globalThis.placeIsReached?.()';
  if (mutant.kind === 'BlockStatement') return put(text, mutant, `{ ${call}; ${original.slice(1)}`);
  if (/^(case|default)\b/.test(original)) return put(text, mutant, original.replace(/:/, `: ${call};`));
  return put(text, mutant, `(${call}, ${original})`);
}
