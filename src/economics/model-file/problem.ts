/** A problem from data: an objective of labelled summands, what is chosen, and constraints with their multipliers. */

import type { Fact } from '../../kernel/facts.ts';
import type { Sign } from '../../kernel/functions/function.ts';
import { shown } from '../../kernel/issues.ts';
import { signOf } from '../../kernel/sign.ts';
import { nearest } from '../../kernel/suggest.ts';
import {
  type Declaration,
  type Domain,
  joinTables,
  NON_NEGATIVE,
  POSITIVE,
  REAL,
  type SymbolTable,
  symbolTable,
} from '../../kernel/symbols.ts';
import { symbolsOf, type Term } from '../../kernel/term.ts';
import type { Rivals } from '../block.ts';
import { CLASSIC_IDS } from '../classics/registry.ts';
import { type Constraint, type Problem, type Quantity, stateProblem } from '../problem.ts';
import { VARIANT_IDS } from '../variants/registry.ts';
import { assumptionsOf } from './assume.ts';
import { declarationOf, lettersOf, read } from './letters.ts';
import { checkPlainName } from './names.ts';
import { rangesOf, valuesOf } from './numbers.ts';
import { checkAssumed } from './positive.ts';
import { type ProblemFile, problemFile } from './schema.ts';
import { below, checkShape, wrong } from './shape.ts';
import { withUnits } from './units.ts';

type Entry = ProblemFile['variables'][number];

/** A letter that is a quantity of this domain; none that stands in `taken` already. */
function letterOf(entry: Entry, place: string, taken: Map<string, string>, domain = REAL): Declaration {
  const { name, meaning, unit, tex } = entry;
  const plain = declarationOf(
    { name, meaning, role: 'quantity', ...(unit !== undefined && { unit }), ...(tex && { tex }) },
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
  /** Parameters, variables, and what the others do. */
  readonly all: SymbolTable;
  readonly taken: Map<string, string>;
}

/** What a sign says of where a value lies. */
const domainOf = (sign: Sign): Domain =>
  sign === 'positive' ? POSITIVE : sign === 'non-negative' ? NON_NEGATIVE : REAL;

/** @throws OptimandError where the kind and the letters of others do not go together. */
function checkKind({ kind, others }: ProblemFile): void {
  if (kind === 'equilibrium' && others === undefined)
    wrong(
      '',
      'an equilibrium is between players, and "others" is missing',
      'give the letters of what the others do, or make it a maximum',
    );
  if (kind !== 'equilibrium' && others !== undefined)
    wrong(
      '/others',
      `a ${kind} has one player, who meets no others`,
      'leave it out, or make it an equilibrium',
    );
}

/** What the others do, by letters of its own, with its value where all do the same. */
function othersOf(
  { others = [] }: ProblemFile,
  { all, taken }: Letters,
  facts: readonly Fact[],
): readonly Rivals[] {
  return others.map((entry, i) => {
    const place = below('/others', i);
    const letter = letterOf(entry, place, taken);
    const formula = below(place, 'formula');
    const atSymmetry = read(entry.formula, all, formula);
    return {
      letter: { ...letter, domain: domainOf(signOf(atSymmetry, { symbols: all, facts })) },
      atSymmetry,
    };
  });
}

/** @throws OptimandError for a letter of the others that does not count, or does not follow what they choose. */
function checkOthers(
  others: readonly Rivals[],
  variables: readonly Declaration[],
  terms: readonly Term[],
): void {
  const used = new Set(terms.flatMap(symbolsOf));
  for (const [i, { letter, atSymmetry }] of others.entries()) {
    const place = below('/others', i);
    if (!used.has(letter.name))
      wrong(
        below(place, 'name'),
        `${letter.name}, which the others choose, stands nowhere in the problem`,
        'leave it out, or let it count',
      );
    const chosen = symbolsOf(atSymmetry).filter((name) => variables.some((one) => one.name === name));
    if (chosen.length === 0)
      wrong(
        below(place, 'formula'),
        `${letter.name} is what the others choose, and its formula holds no variable`,
        'write it in what one chooses oneself, for at symmetry all choose the same; what nobody chooses is a symbol',
      );
  }
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
  const whose = kind === 'equilibrium' ? ', of each player with what the others do given' : '';
  return `the ${which} ${objective.meaning}, ${sum}${within && `, with ${within}`}${whose}`;
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
    ...named(file.others, '/others'),
    ...named(file.quantities, '/quantities'),
  ])
    if (brought.has(name) || /^(?:amount_\d+|(?:phi|theta)_f(?:_\w+)?)$/.test(name))
      wrong(place, `"${name}" is a letter of the derivations`, 'choose another name');
}

/** @throws OptimandError for a regime that is named after nothing in the problem. */
function checkRegimes({ regimes = {}, objective, constraints = [] }: ProblemFile): void {
  const known = [...Object.keys(objective.parts), ...constraints.map(({ id }) => id)];
  for (const name of Object.keys(regimes)) {
    if (known.includes(name)) continue;
    const guess = nearest(name, known);
    const would = guess ? `did you mean "${guess}"?` : `known are ${known.join(', ')}`;
    wrong(
      below('/regimes', name),
      `"${shown(name)}" is no summand of the objective and no constraint`,
      would,
    );
  }
}

/**
 * The problem that the data describe.
 * @throws OptimandError with the place, as a JSON pointer, of the first thing that does not do.
 */
export function problemFrom(data: unknown): Problem {
  checkShape(data, problemFile, '');
  const file = data as ProblemFile;
  checkKind(file);
  if ([...VARIANT_IDS, ...CLASSIC_IDS].some((known) => known === file.id))
    wrong('/id', `"${file.id}" is a model of the toolkit`, 'choose another id');
  const parameters = lettersOf(file, new Map(), checkPlainName);
  const taken = new Map([...parameters.values()].map(({ name, meaning }) => [name, meaning]));
  const variables = file.variables.map((entry, i) => letterOf(entry, below('/variables', i), taken));
  const objective = letterOf(file.objective, '/objective', taken, REAL);
  const chosen: Letters = { all: joinTables(parameters, symbolTable(...variables)), taken };
  const facts = assumptionsOf(file, parameters, {});
  const others = othersOf(file, chosen, facts);
  const letters = { all: joinTables(chosen.all, symbolTable(...others.map(({ letter }) => letter))), taken };
  const parts = Object.entries(file.objective.parts).map(([source, text]) => ({
    source,
    term: read(text, letters.all, below('/objective/parts', source)),
  }));
  checkRegimes(file);
  if (parts.length === 0) wrong('/objective/parts', 'the objective is empty', 'give it a summand');
  const constraints = constraintsOf(file, letters);
  const terms = [
    ...parts.map(({ term }) => term),
    ...constraints.flatMap(({ left, right }) => [left, right]),
  ];
  checkKnown(terms, variables, '/variables');
  checkOthers(others, variables, terms);
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
    facts,
    others,
    set: valuesOf(file, own, {}),
    ranges: rangesOf(file, own, {}),
    regimes: file.regimes ?? {},
    also: quantitiesOf(file, letters),
  });
  checkLetters(file, problem);
  checkAssumed(facts, problem.set);
  return withUnits(file, problem);
}

/** Whether data are meant to describe a problem rather than a firm. */
export const describesProblem = (data: unknown): boolean =>
  typeof data === 'object' &&
  data !== null &&
  !Array.isArray(data) &&
  (Object.hasOwn(data, 'objective') || Object.hasOwn(data, 'kind'));
