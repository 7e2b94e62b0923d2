/**
 * What is recorded of a variant: entries, each a line of `derivations/laws.json` and one thing that a change of the model
 * could change. An entry stands at a place that names it, and holds values as text; those that are formulas are compared
 * as mathematics, the others as words.
 */
import type { Fact } from '../../kernel/facts.ts';
import type { SymbolTable } from '../../kernel/symbols.ts';

/** What the entries of each kind say. */
export const ENTRY_KINDS = {
  condition: 'a first-order condition, its terms on one side',
  law: 'exponent, power of the logarithm and constant of one quantity in one regime',
  ends: 'where a regime begins and ends, and what it needs beyond its case',
  order: 'the regimes of a case in the order in which they are met',
  signs: 'the signs of the responses of all quantities to one parameter',
  verdict: 'the verdict on a claim',
  refused: 'what the engine does not answer, with the reason',
  skipped: 'what took too long when the record was written, and is not tried against it',
} as const;
export type EntryKind = keyof typeof ENTRY_KINDS;

/** Values that are formulas, by name; all others are words. */
const FORMULAS: readonly string[] = ['zero', 'exponent', 'logPower', 'constant', 'from', 'to'];
export const isFormula = (name: string): boolean => FORMULAS.includes(name);

export interface Entry {
  /** Parts from the variant down, joined by ` / `: baseline / laws in E / gamma < 0 / data-bound / n. */
  readonly at: string;
  readonly kind: EntryKind;
  readonly values: Readonly<Record<string, string>>;
}

/** An entry as found, with what its formulas are read and compared with. */
export interface FoundEntry extends Entry {
  readonly symbols: SymbolTable;
  readonly facts: readonly Fact[];
}

export const place = (...parts: readonly string[]): string => parts.join(' / ');

/** Whether the entry says that something has no answer. */
export const isOpen = ({ kind, values }: Entry): boolean =>
  kind === 'refused' ||
  kind === 'skipped' ||
  values.undecided !== undefined ||
  values.verdict === 'undecided';
