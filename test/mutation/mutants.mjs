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
  if (!FOLDERS.includes(folder)) throw new Error(`known are ${FOLDERS.join(', ')}`);
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

/** Every folder of which there are mutants. */
export const FOLDERS = [...Object.keys(PLACES), 'others'];

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
export function originalOf(text, mutant) {
  const { start, end } = spanOf(text, mutant);
  return text.slice(start, end);
}

/** Operators of which the replacement may bind less than what it replaces. */
const OPERATORS = ['ArithmeticOperator', 'LogicalOperator', 'EqualityOperator'];

/** Where a mutant begins and ends in its source. */
export const spanOf = (text, { location }) => ({
  start: offsetOf(text, location.start),
  end: offsetOf(text, location.end),
});

/** The text with the mutant. */
export function mutated(text, mutant) {
  const { start, end } = spanOf(text, mutant);
  const replacement = OPERATORS.includes(mutant.kind) ? `(${mutant.replacement})` : mutant.replacement;
  return text.slice(0, start) + replacement + text.slice(end);
}
