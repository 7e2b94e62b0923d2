/** A problem from data: an objective of labelled summands, what is chosen, and constraints with their multipliers. */
import {
  type Declaration,
  joinTables,
  NON_NEGATIVE,
  REAL,
  type SymbolTable,
  symbolTable,
} from '../../kernel/symbols.ts';
import { symbolsOf, type Term } from '../../kernel/term.ts';
import { CLASSIC_IDS } from '../classics/registry.ts';
import { type Constraint, type Problem, type Quantity, stateProblem } from '../problem.ts';
import { VARIANT_IDS } from '../variants/registry.ts';
import { assumptionsOf } from './assume.ts';
import { declarationOf, lettersOf, read } from './letters.ts';
import { checkPlainName } from './names.ts';
import { rangesOf, valuesOf } from './numbers.ts';
import { type ProblemFile, problemFile } from './schema.ts';
import { below, checkShape, wrong } from './shape.ts';

type Entry = ProblemFile['variables'][number];

/** A letter that is a quantity of this domain; none that stands in `taken` already. */
function letterOf(entry: Entry, place: string, taken: Map<string, string>, domain = REAL): Declaration {
  const { name, meaning, unit = '1', tex } = entry;
  const plain = declarationOf(
    { name, meaning, unit, role: 'quantity', ...(tex && { tex }) },
    place,
    checkPlainName,
  );
  const before = taken.get(name);
  if (before !== undefined)
    wrong(below(place, 'name'), `"${name}" is ${before} already`, 'choose another name');
  taken.set(name, meaning);
  return { ...plain, domain: domain === REAL ? plain.domain : domain };
}

function checkKnown(terms: readonly Term[], variables: readonly Declaration[], place: string): void {
  const used = new Set(terms.flatMap(symbolsOf));
  const [idle] = variables.filter(({ name }) => !used.has(name));
  if (idle) wrong(place, `the variable ${idle.name} stands nowhere in the problem`, 'leave it out');
}

interface Letters {
  readonly all: SymbolTable;
  readonly taken: Map<string, string>;
}

function constraintsOf({ constraints = [] }: ProblemFile, { all, taken }: Letters): readonly Constraint[] {
  return constraints.map(({ id, left, relation, right, meaning, multiplier }, i) => {
    const place = below('/constraints', i);
    if (constraints.findIndex((other) => other.id === id) < i)
      wrong(below(place, 'id'), `"${id}" is a constraint already`, 'choose another id');
    const letter = letterOf(
      multiplier,
      below(place, 'multiplier'),
      taken,
      relation === '<=' ? NON_NEGATIVE : REAL,
    );
    return {
      id,
      left: read(left, all, below(place, 'left')),
      relation,
      right: read(right, all, below(place, 'right')),
      meaning: meaning ?? `the constraint ${id}`,
      multiplier: letter,
    };
  });
}

const quantitiesOf = ({ quantities = [] }: ProblemFile, { all, taken }: Letters): readonly Quantity[] =>
  quantities.map((entry, i) => {
    const place = below('/quantities', i);
    return { letter: letterOf(entry, place, taken), term: read(entry.formula, all, below(place, 'formula')) };
  });

/** The problem in a sentence, where the file has none. */
function sentenceOf({ kind, objective, constraints = [] }: ProblemFile): string {
  const sum = Object.values(objective.parts).join(' + ').replaceAll('+ -', '- ');
  const within = constraints.map(({ left, relation, right }) => `${left} ${relation} ${right}`).join(', ');
  const which = kind === 'minimum' ? 'least' : 'greatest';
  return `the ${which} ${objective.meaning}, ${sum}${within && `, with ${within}`}`;
}

/**
 * Letters that derivations, laws and signs bring: of a quantity its constant and its law, of a letter its logarithm, of a
 * multiplier its price, and of the amounts in the conditions.
 */
const broughtBy = ({ quantities, symbols, constraints }: Problem): ReadonlySet<string> =>
  new Set([
    ...[
      ...quantities.map(({ letter }) => letter),
      ...constraints.map(({ multiplier }) => multiplier),
    ].flatMap(({ name }) => [`c_${name}`, `${name}_0`]),
    ...[...symbols.keys()].map((name) => `ln_${name}`),
    ...constraints.map(({ multiplier }) => `price_${multiplier.name}`),
  ]);

/** @throws OptimandError where a letter of the file would be read as one of the engine's. */
function checkLetters(file: ProblemFile, problem: Problem): void {
  const brought = broughtBy(problem);
  const named = (list: readonly { readonly name: string }[] | undefined, place: string) =>
    (list ?? []).map(({ name }, i) => ({ name, place: below(below(place, i), 'name') }));
  for (const { name, place } of [
    ...named(file.symbols, '/symbols'),
    ...named(file.variables, '/variables'),
    ...named(file.quantities, '/quantities'),
  ])
    if (brought.has(name) || /^amount_\d+$/.test(name))
      wrong(place, `"${name}" is a letter of the derivations`, 'choose another name');
}

/**
 * The problem that the data describe.
 * @throws OptimandError with the place, as a JSON pointer, of the first thing that does not do.
 */
export function problemFrom(data: unknown): Problem {
  checkShape(data, problemFile, '');
  const file = data as ProblemFile;
  if ([...VARIANT_IDS, ...CLASSIC_IDS].some((known) => known === file.id))
    wrong('/id', `"${file.id}" is a model of the toolkit`, 'choose another id');
  const parameters = lettersOf(file, new Map(), checkPlainName);
  const taken = new Map([...parameters.values()].map(({ name, meaning }) => [name, meaning]));
  const variables = file.variables.map((entry, i) => letterOf(entry, below('/variables', i), taken));
  const objective = letterOf(file.objective, '/objective', taken, REAL);
  const letters: Letters = { all: joinTables(parameters, symbolTable(...variables)), taken };
  const parts = Object.entries(file.objective.parts).map(([source, text]) => ({
    source,
    term: read(text, letters.all, below('/objective/parts', source)),
  }));
  if (parts.length === 0) wrong('/objective/parts', 'the objective is empty', 'give it a summand');
  const constraints = constraintsOf(file, letters);
  const terms = [
    ...parts.map(({ term }) => term),
    ...constraints.flatMap(({ left, right }) => [left, right]),
  ];
  checkKnown(terms, variables, '/variables');
  const own = [...parameters.values()];
  const problem = stateProblem({
    id: file.id,
    title: file.title ?? file.id,
    meaning: file.meaning ?? sentenceOf(file),
    source: file.source ?? 'the model file',
    kind: file.kind,
    objective: { ...objective, domain: REAL },
    parts,
    variables,
    parameters: own,
    constraints,
    facts: assumptionsOf(file, parameters, {}),
    set: valuesOf(file, own, {}),
    ranges: rangesOf(file, own, {}),
    regimes: file.regimes ?? {},
    also: quantitiesOf(file, letters),
  });
  checkLetters(file, problem);
  return problem;
}

/** Whether data are meant to describe a problem rather than a firm. */
export const describesProblem = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && !Array.isArray(data) && Object.hasOwn(data, 'objective');
