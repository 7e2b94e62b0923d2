/** The derivations of a variant: what `derive` prints, as data. */
import { DERIVATIONS } from '../../derivations/registry.ts';
import type { Written } from '../derive/argument.ts';
import type { Derivation } from '../derive/derivation.ts';
import { COVERED_BY, PART_IDS, PARTS, type PartId } from '../derive/firm/registry.ts';
import { contextOf, type Model } from '../economics/model.ts';
import type { Problem } from '../economics/problem.ts';
import { fail } from '../kernel/issues.ts';
import { printText } from '../kernel/print-text.ts';
import { nearest } from '../kernel/suggest.ts';
import { domainText, inDomain, joinTables, type SymbolTable } from '../kernel/symbols.ts';
import { derivationJson } from './derivation-json.ts';
import { factHolds, numberOf, type Values } from './expression.ts';
import { premisesOf } from './premises.ts';
import { checkProblemSet, problemAsked } from './problem/ask.ts';
import { problemDerivations } from './problem/derive.ts';
import type { DeriveResult } from './schemas/derive.ts';
import { type Asked, variantOf } from './variant.ts';

const withUses = (written: Written): readonly Written[] => [written, ...written.uses.flatMap(withUses)];

/** Every derivation, in the order of the argument. */
export const allDerivations = (): readonly Derivation[] => Object.values(DERIVATIONS).map((make) => make());

/**
 * The derivations of a variant: its problem and conditions, what is written about this very model and what that uses, and the
 * other parts of the argument that holds for every model. Written derivations take the place of a part that they cover.
 * @throws OptimandError for an unknown variant.
 */
export function derivationsOf(variant: Asked): readonly Derivation[] {
  const model = variantOf(variant);
  const all = Object.entries(DERIVATIONS);
  const own = all.filter(([, { variant: about }]) => about === model.id);
  const wanted = new Set(own.flatMap(([, made]) => withUses(made)));
  const written = all.filter(([, made]) => wanted.has(made));
  const [ownIds, ids] = [new Set(own.map(([id]) => id)), new Set<string>(written.map(([id]) => id))];
  const isCovered = (part: PartId): boolean =>
    ids.has(part) || (COVERED_BY[part]?.every((id) => ownIds.has(id)) ?? false);
  const [problem, ...others] = PART_IDS.map((part) => (isCovered(part) ? [] : PARTS[part](model)));
  return [...(problem ?? []), ...written.map(([, make]) => make()), ...others.flat()];
}

/** Letters that may be set: those of the model and of the derivations that are no abbreviation anywhere. */
function settable(model: Model, derivations: readonly Derivation[]): SymbolTable {
  const tables = derivations.map(({ symbols }) => symbols);
  const abbreviated = new Set(
    tables.flatMap((table) => [...table.values()].filter((d) => d.definition).map(({ name }) => name)),
  );
  return new Map([...joinTables(model.symbols, ...tables)].filter(([name]) => !abbreviated.has(name)));
}

/** The values as given, each known, in its domain, and not against the model's assumptions. */
export function checkSet(model: Model, derivations: readonly Derivation[], given: Values): Values {
  const symbols = settable(model, derivations);
  const known = [...symbols.keys()];
  for (const [name, value] of Object.entries(given)) {
    const declared = symbols.get(name);
    if (!declared) return fail({ code: 'unknown-symbol', name, known, suggestion: nearest(name, known) });
    if (inDomain(value, declared.domain)) continue;
    return fail({ code: 'bad-value', name, value: String(value), must: domainText(declared.domain) });
  }
  const setting = { symbols: model.symbols, values: given };
  for (const fact of contextOf(model).facts) {
    if (factHolds(fact, setting) !== false) continue;
    const value = String(numberOf(fact.term, setting));
    fail({ code: 'bad-value', name: printText(fact.term), value, must: fact.is });
  }
  return given;
}

export interface DeriveOptions {
  /** Numbers for some of the letters; expressions that they decide carry a value. */
  readonly set?: Values;
}

/** The derivations of a variant with the numbers set, checked: what every format is made from. */
export interface Prepared {
  readonly model: Model | Problem;
  readonly values: Values;
  readonly derivations: readonly Derivation[];
}

/** @throws OptimandError for an unknown variant or a value that its letter cannot have. */
export function prepare(variant: Asked = 'baseline', { set = {} }: DeriveOptions = {}): Prepared {
  const problem = problemAsked(variant);
  if (problem) {
    const values = checkProblemSet(problem, set);
    return { model: problem, values, derivations: problemDerivations(problem) };
  }
  const model = variantOf(variant);
  const derivations = derivationsOf(model);
  return { model, values: checkSet(model, derivations, set), derivations };
}

/** What has been prepared, as JSON. */
export const deriveResult = ({ model, values, derivations }: Prepared): DeriveResult => ({
  variant: model.id,
  set: { ...values },
  ...premisesOf(model, values),
  derivations: derivations.map((derivation) => derivationJson(derivation, values)),
});

/**
 * Conditions, closed forms and steps for a variant.
 * @throws OptimandError for an unknown variant or a value that its letter cannot have.
 */
export const derive = (variant: Asked = 'baseline', options: DeriveOptions = {}): DeriveResult =>
  deriveResult(prepare(variant, options));
