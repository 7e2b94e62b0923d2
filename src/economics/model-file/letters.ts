/** The letters of a model file: the toolkit's own, those that the file declares, and what it defines some of them to be. */
import { fail, OptimandError, sentence } from '../../kernel/issues.ts';
import { parse } from '../../kernel/parse.ts';
import { compareRational, type Rational, rationalFromNumber } from '../../kernel/rational.ts';
import { nearest } from '../../kernel/suggest.ts';
import {
  type Declaration,
  type Domain,
  joinTables,
  POSITIVE,
  REAL,
  type SymbolTable,
} from '../../kernel/symbols.ts';
import { isNumber, number, substitute, symbolsOf, type Term } from '../../kernel/term.ts';
import { UNDECLARED, unitsWith } from '../../kernel/units.ts';
import { PARAMETERS } from '../symbols.ts';
import { checkName, checkTex, texOfName } from './names.ts';
import type { DomainEntry, ModelFile, SymbolEntry } from './schema.ts';
import { below, wrong } from './shape.ts';

/** What a formula, or anything else of the kernel, says of a part of the file, told with its place. */
export function at<T>(place: string, ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof OptimandError) || error.issue.code === 'model') throw error;
    return fail({ code: 'model', path: place, says: sentence(error.issue) });
  }
}

/** A formula in these letters, or a number. @throws OptimandError about the place. */
export const read = (value: string | number, symbols: SymbolTable, place: string): Term =>
  typeof value === 'number' ? number(rationalFromNumber(value)) : at(place, () => parse(value, symbols));

function exact(value: string | number, place: string): Rational {
  const found = read(value, new Map(), place);
  return isNumber(found) ? found.value : wrong(place, 'this is no exact number', 'write it as 0.5 or "1/3"');
}

function domainOf(entry: SymbolEntry['domain'], place: string): Domain {
  if (entry === undefined || entry === 'positive') return POSITIVE;
  if (entry === 'real') return REAL;
  const end = (open: keyof DomainEntry, closed: keyof DomainEntry) => {
    const [x, y] = [entry[open], entry[closed]] as readonly (string | number | undefined)[];
    if (x !== undefined && y !== undefined)
      wrong(place, `"${open}" and "${closed}" are both given`, 'give one of them');
    if (x !== undefined) return { at: exact(x, below(place, open)), open: true };
    return y === undefined ? undefined : { at: exact(y, below(place, closed)), open: false };
  };
  const [lower, upper] = [end('above', 'atLeast'), end('below', 'atMost')];
  if (lower && upper) {
    const order = compareRational(lower.at, upper.at);
    if (order > 0 || (order === 0 && (lower.open || upper.open)))
      wrong(place, 'no number lies in this domain', 'give a lower end below the upper one');
  }
  return {
    ...(lower ? { lower } : {}),
    ...(upper ? { upper } : {}),
    ...(entry.integer ? { integer: true as const } : {}),
  };
}

/** A symbol without unit is a shape where nothing says otherwise: it may stand in exponents. */
export function declarationOf(entry: SymbolEntry, place: string, check = checkName): Declaration {
  check(entry.name, place);
  const { name, meaning, source = 'the model file' } = entry;
  const role = entry.role ?? ((entry.unit ?? '1') === '1' ? 'shape' : 'quantity');
  const unit = entry.unit ?? (role === 'shape' ? '1' : UNDECLARED);
  if (role === 'shape' && unit !== '1')
    wrong(below(place, 'role'), `a shape has no unit, and this one has ${unit}`, 'make it a quantity');
  if (entry.tex !== undefined) checkTex(entry.tex, below(place, 'tex'));
  const domain = domainOf(entry.domain, below(place, 'domain'));
  const isPositive =
    domain.lower !== undefined && compareRational(domain.lower.at, { num: 0n, den: 1n }) >= 0;
  if (role === 'quantity' && !isPositive)
    wrong(
      below(place, 'domain'),
      'a quantity is the base of powers and must not be negative',
      'give it a domain from 0 on, or the role of a shape',
    );
  return { name, tex: entry.tex ?? texOfName(name), meaning, unit, domain, role, source };
}

/** Letters by name, those of the toolkit first; a letter that the file declares takes the place of one that the toolkit has. */
export function lettersOf(
  { symbols = [], units = [] }: Pick<ModelFile, 'symbols' | 'units'>,
  known: SymbolTable = PARAMETERS,
  check = checkName,
): SymbolTable {
  const own = new Map<string, Declaration>();
  for (const [i, entry] of symbols.entries()) {
    const place = below('/symbols', i);
    const declared = declarationOf(entry, place, check);
    if (own.has(declared.name))
      wrong(below(place, 'name'), `"${declared.name}" is declared twice`, 'choose another name');
    own.set(declared.name, declared);
  }
  const all = joinTables(known, own);
  const book = unitsWith({ symbols: all, facts: [] }, units);
  for (const [i, { unit }] of symbols.entries())
    if (unit !== undefined) at(below(below('/symbols', i), 'unit'), () => book.check(unit));
  return all;
}

/** Parameters with the terms that are put in for them, none of which holds another of them. */
export type Definitions = Readonly<Record<string, Term>>;

interface Defined {
  readonly place: string;
  readonly value: string | number;
}

/** Every definition of the file by the letter it is for, with its place. */
function definitionsIn({ define = {}, blocks = [] }: ModelFile): ReadonlyMap<string, Defined> {
  const found = new Map<string, Defined>();
  const take = (name: string, value: string | number, place: string): void => {
    if (found.has(name)) wrong(place, `"${name}" is defined twice`, 'define it once');
    found.set(name, { value, place });
  };
  for (const [name, value] of Object.entries(define)) take(name, value, below('/define', name));
  for (const [i, entry] of blocks.entries()) {
    if (typeof entry === 'string' || !('block' in entry)) continue;
    const place = below(below('/blocks', i), 'parameters');
    for (const [name, value] of Object.entries(entry.parameters ?? {})) take(name, value, below(place, name));
  }
  return found;
}

/** @throws OptimandError for an unknown letter, and for definitions that use each other. */
export function definitionsOf(file: ModelFile, letters: SymbolTable): Definitions {
  const found = definitionsIn(file);
  const known = [...letters.keys()];
  const opened = new Map<string, Term>();
  const open = (name: string, before: readonly string[]): Term => {
    const done = opened.get(name);
    if (done) return done;
    const { value, place } = found.get(name) as Defined;
    if (before.includes(name)) {
      const circle = [...before.slice(before.indexOf(name)), name].join(' -> ');
      return wrong(place, `definitions use each other: ${circle}`, 'define one of them without the others');
    }
    const term = read(value, letters, place);
    const needed = symbolsOf(term).filter((own) => found.has(own));
    const put = Object.fromEntries(needed.map((own) => [own, open(own, [...before, name])]));
    const whole = substitute(term, put);
    opened.set(name, whole);
    return whole;
  };
  for (const [name, { place }] of found) {
    if (!letters.has(name))
      at(place, () => fail({ code: 'unknown-symbol', name, known, suggestion: nearest(name, known) }));
    open(name, []);
  }
  return Object.fromEntries(opened);
}
