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

const CALL = 'globalThis.placeIsReached?.()';

/** Something in the mutant's place, which first tells that it is reached; null where no call can stand there. */
function telling(mutant, inside) {
  if (mutant.kind === 'BlockStatement') return `{ ${CALL}; ${inside.slice(1)}`;
  if (/^(case|default)\b/.test(inside)) return inside.replace(/:/, `: ${CALL};`);
  return `(${CALL}, ${inside})`;
}

/** A method that is called after a comma has lost what it belongs to, and a text behind a tag is not a text. */
const KEEPS_QUIET = ['OptionalChaining', 'MethodExpression'];
const isTagged = (text, { location }) => /[\w)\]]$/.test(text.slice(0, offsetOf(text, location.start)));

/** The text with the mutant, and whether that tells when its place is reached. */
export function mutated(text, mutant) {
  const quiet = KEEPS_QUIET.includes(mutant.kind) || isTagged(text, mutant);
  const plain = OPERATORS.includes(mutant.kind) ? `(${mutant.replacement})` : mutant.replacement;
  return { text: put(text, mutant, quiet ? plain : telling(mutant, mutant.replacement)), tells: !quiet };
}

/** The sound text, which tells when the place of the mutant is reached. */
export const probed = (text, mutant) => put(text, mutant, telling(mutant, originalOf(text, mutant)));
