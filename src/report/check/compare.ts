/**
 * What is found against what is recorded, entry by entry. Formulas are compared as mathematics: one that is equal and reads
 * otherwise is no change, and is told apart.
 */
import { OptimandError } from '../../kernel/issues.ts';
import { areEqual } from '../../kernel/normal/equal.ts';
import { parse } from '../../kernel/parse.ts';
import { printTex } from '../../kernel/print-tex.ts';
import type { SymbolTable } from '../../kernel/symbols.ts';
import type { ChangeJson, ChangeKind, ValueChangeJson } from '../schemas/check.ts';
import { type Entry, type EntryKind, type FoundEntry, isFormula, isOpen } from './entry.ts';

/** The change of an entry of each kind whose values differ. */
const CHANGED: Readonly<Record<EntryKind, ChangeKind>> = {
  condition: 'other-condition',
  law: 'other-constant',
  ends: 'other-ends',
  order: 'other-order',
  signs: 'other-signs',
  verdict: 'other-verdict',
  refused: 'other-refusal',
  skipped: 'other-refusal',
};

/** Values of a law that make it another law, where a constant alone does not. */
const LAW_VALUES: readonly string[] = ['exponent', 'logPower'];

/** The answer of a reader that refuses what has no meaning, or null. */
function orNull<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch (error) {
    if (error instanceof OptimandError) return null;
    throw error;
  }
}

const texOf = (text: string, symbols: SymbolTable): string | null =>
  orNull(() => printTex(parse(text, symbols), symbols));

/** Whether the recorded formula is the one found, under what is assumed of its letters. */
function isEqual(was: string, is: string, { symbols, facts }: FoundEntry): boolean {
  const ask = (): boolean => areEqual(parse(was, symbols), parse(is, symbols), { symbols, facts });
  return orNull(ask) === true;
}

/** A value missing on one side counts as its own kind of nothing: a logarithm's power that is not written is 0. */
const MISSING: Readonly<Record<string, string>> = { logPower: '0' };

const shown = (name: string, text: string | undefined, symbols: SymbolTable): ValueChangeJson['is'] =>
  text === undefined ? null : { text, tex: isFormula(name) ? texOf(text, symbols) : null };

type Difference = 'same' | 'printed-differently' | readonly ValueChangeJson[];

function differenceOf(was: Entry, is: FoundEntry): Difference {
  const names = [...new Set([...Object.keys(was.values), ...Object.keys(is.values)])].sort();
  const unlike = names.filter((name) => was.values[name] !== is.values[name]);
  if (unlike.length === 0) return 'same';
  const changed = unlike.filter((name) => {
    const [old, now] = [was.values[name] ?? MISSING[name], is.values[name] ?? MISSING[name]];
    return !(isFormula(name) && old !== undefined && now !== undefined && isEqual(old, now, is));
  });
  if (changed.length === 0) return 'printed-differently';
  return changed.map((name) => ({
    name,
    was: shown(name, was.values[name], is.symbols),
    is: shown(name, is.values[name], is.symbols),
  }));
}

function changeOf(was: Entry, is: FoundEntry, values: readonly ValueChangeJson[]): ChangeKind {
  if (is.values.verdict === 'not-applicable') return 'not-applicable';
  if (is.kind === 'law' && values.some(({ name }) => LAW_VALUES.includes(name))) return 'other-law';
  return was.kind === is.kind ? CHANGED[is.kind] : isOpen(is) ? 'refused' : 'answered';
}

/** What stands only on one side, as a change: its own values, with nothing opposite. */
function oneSided(entry: Entry, change: 'new' | 'gone', symbols: SymbolTable, entries: number): ChangeJson {
  const values = Object.entries(entry.values).map(([name, text]): ValueChangeJson => {
    const value = shown(name, text, symbols);
    return { name, was: change === 'gone' ? value : null, is: change === 'new' ? value : null };
  });
  return { at: entry.at, change, entries, values };
}

const parts = (at: string): readonly string[] => at.split(' / ');
/** The place of which an entry is a part: the case of a law, else the piece of work. */
const placesAbove = (at: string): readonly string[] =>
  [2, 3].map((length) => parts(at).slice(0, length).join(' / '));

/** Entries on one side only; a whole case or piece of work that is missing on the other side is one change. */
function missing(
  own: readonly Entry[],
  other: readonly Entry[],
  change: 'new' | 'gone',
  symbolsFor: (entry: Entry) => SymbolTable,
): readonly ChangeJson[] {
  const there = new Set(other.map(({ at }) => at));
  const placesThere = new Set(other.flatMap(({ at }) => placesAbove(at)));
  const groups = new Map<string, Entry[]>();
  for (const entry of own) {
    if (there.has(entry.at)) continue;
    const place = placesAbove(entry.at).find((above) => !placesThere.has(above)) ?? entry.at;
    groups.set(place, [...(groups.get(place) ?? []), entry]);
  }
  return [...groups].map(([at, [first, ...more]]) => {
    const entry = first as Entry;
    return {
      ...oneSided(entry, change, symbolsFor(entry), 1 + more.length),
      at: more.length > 0 ? at : entry.at,
    };
  });
}

/** A piece of work that is refused on one side and answered on the other. */
function turned(
  was: readonly Entry[],
  found: readonly FoundEntry[],
  symbolsFor: (entry: Entry) => SymbolTable,
): readonly ChangeJson[] {
  const under = (list: readonly Entry[], at: string): number =>
    list.filter((one) => one.at.startsWith(`${at} / `)).length;
  const of = (own: readonly Entry[], other: readonly Entry[], change: 'refused' | 'answered'): ChangeJson[] =>
    own
      .filter((entry) => isOpen(entry) && under(other, entry.at) > 0)
      .map((entry) => ({
        ...oneSided(entry, change === 'refused' ? 'new' : 'gone', symbolsFor(entry), under(other, entry.at)),
        change,
      }));
  return [...of(found, was, 'refused'), ...of(was, found, 'answered')];
}

export interface Comparison {
  readonly changed: readonly ChangeJson[];
  /** What had no answer in the record and has one. */
  readonly fixed: readonly ChangeJson[];
  /** What has no answer, as recorded. */
  readonly stillOpen: readonly Entry[];
  readonly printedDifferently: readonly string[];
  readonly same: number;
}

/** Every difference between the record and what is found, in the order of what is found, then of the record. */
export function compare(recorded: readonly Entry[], found: readonly FoundEntry[]): Comparison {
  const [before, after] = [
    new Map(recorded.map((one) => [one.at, one])),
    new Map(found.map((one) => [one.at, one])),
  ];
  const tables = new Map(found.map(({ at, symbols }) => [parts(at)[0], symbols]));
  const symbolsFor = ({ at }: Entry): SymbolTable =>
    after.get(at)?.symbols ?? tables.get(parts(at)[0]) ?? new Map();
  const turns = turned(recorded, found, symbolsFor);
  const isUnderTurn = ({ at }: Entry): boolean =>
    turns.some((turn) => at === turn.at || at.startsWith(`${turn.at} / `));
  const [was, is] = [recorded.filter((e) => !isUnderTurn(e)), found.filter((e) => !isUnderTurn(e))];

  const changed: ChangeJson[] = [...turns];
  const printedDifferently: string[] = [];
  let same = 0;
  for (const entry of is) {
    const old = before.get(entry.at);
    if (!old) continue;
    const difference = differenceOf(old, entry);
    if (difference === 'same') same++;
    else if (difference === 'printed-differently') printedDifferently.push(entry.at);
    else
      changed.push({
        at: entry.at,
        change: changeOf(old, entry, difference),
        entries: 1,
        values: [...difference],
      });
  }
  changed.push(...missing(is, was, 'new', symbolsFor), ...missing(was, is, 'gone', symbolsFor));

  const isFixed = ({ at }: ChangeJson): boolean => {
    const [old, now] = [before.get(at), after.get(at)];
    return (
      old !== undefined &&
      isOpen(old) &&
      (now ? !isOpen(now) : found.some((e) => e.at.startsWith(`${at} / `)))
    );
  };
  return {
    changed: changed.filter((change) => !isFixed(change)),
    fixed: changed.filter(isFixed),
    stillOpen: is.filter((entry) => {
      const old = before.get(entry.at);
      return isOpen(entry) && old !== undefined && isOpen(old);
    }),
    printedDifferently,
    same,
  };
}
