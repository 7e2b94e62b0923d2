/** What changes between two variants: blocks, parameters, conditions one by one, and laws regime by regime. */
import type { Derivation, Result } from '../derive/derivation.ts';
import { PART_IDS, PARTS } from '../derive/firm/registry.ts';
import { equation } from '../derive/relation.ts';
import type { Model } from '../economics/model.ts';
import { expandAbbreviations } from '../kernel/abbreviations.ts';
import type { Context } from '../kernel/facts.ts';
import { OptimandError, sentence } from '../kernel/issues.ts';
import { areEqual } from '../kernel/normal/equal.ts';
import { joinTables } from '../kernel/symbols.ts';
import { symbol, symbolsOf } from '../kernel/term.ts';
import { relationOf } from './derivation-json.ts';
import { factJson, relationJson, type Values } from './expression.ts';
import { laws } from './laws.ts';
import type { ConditionDiff, DeriveDiff, DiffStatus, LawChange, RegimeDiff } from './schemas/derive-diff.ts';
import type { RelationJson } from './schemas/expression.ts';
import { LAW_QUANTITIES, type LawRegimeJson, type LawsResult } from './schemas/laws.ts';
import { type Asked, variantOf } from './variant.ts';

interface Named {
  readonly part: string;
  readonly name: string;
  readonly result: Result;
  readonly derivation: Derivation;
}

const namedOf = (model: Model): readonly Named[] =>
  PART_IDS.flatMap((id) => PARTS[id](model)).flatMap((derivation) =>
    Object.entries(derivation.results).map(([name, result]) => ({
      part: derivation.id,
      name,
      result,
      derivation,
    })),
  );

/** The letters of a result that are abbreviations, each with what it stands for. */
function lettersOf({ derivation, result }: Named): Map<string, RelationJson> {
  const { left, right } = result.relation;
  const setting = { symbols: derivation.symbols, values: {} };
  const names = new Set([...symbolsOf(left), ...symbolsOf(right)]);
  const found = [...names].flatMap((name) => {
    const definition = derivation.symbols.get(name)?.definition;
    return definition ? [[name, relationJson(equation(symbol(name), definition), setting)] as const] : [];
  });
  return new Map(found);
}

/** The letters of the first that the second uses for something else. */
function apart(own: Named, other: Named | undefined): RelationJson[] {
  const theirs = other ? lettersOf(other) : new Map<string, RelationJson>();
  return [...lettersOf(own)].flatMap(([name, one]) => {
    const same = theirs.get(name);
    return same && same.text !== one.text ? [one] : [];
  });
}

const sideOf = (named: Named, other?: Named): NonNullable<ConditionDiff['a']> => {
  const { derivation, result } = named;
  const setting = { symbols: derivation.symbols, values: {} };
  const relation = relationOf(derivation, result);
  return {
    title: result.title,
    relation: relation && relationJson(relation, setting),
    domain: result.domain.map((fact) => factJson(fact, setting).text),
    letters: apart(named, other),
  };
};

/** Whether two results say the same with every letter written out, and under the same conditions. */
function areSame(a: Named, b: Named, facts: Context['facts']): boolean {
  const [left, right] = [sideOf(a), sideOf(b)];
  if (left.relation === null || right.relation === null)
    return left.relation === right.relation && a.result.title === b.result.title;
  const letters = joinTables(a.derivation.symbols, b.derivation.symbols);
  const symbols = new Map([...letters].map(([name, { definition: _, ...plain }]) => [name, plain]));
  const context: Context = { symbols, facts };
  const whole = (named: Named, side: 'left' | 'right') =>
    expandAbbreviations(named.result.relation[side], named.derivation.symbols);
  const sameSides = (['left', 'right'] as const).every((side) =>
    areEqual(whole(a, side), whole(b, side), context),
  );
  const sameDomain = left.domain.join('; ') === right.domain.join('; ');
  return a.result.relation.sign === b.result.relation.sign && sameSides && sameDomain;
}

const statusOf = (a: unknown, b: unknown, same: () => boolean): DiffStatus =>
  a === undefined ? 'only-in-b' : b === undefined ? 'only-in-a' : same() ? 'same' : 'changed';

function conditionsDiff(first: Model, second: Model): readonly ConditionDiff[] {
  const keyed = (model: Model): Map<string, Named> =>
    new Map(namedOf(model).map((named) => [`${named.part}/${named.name}`, named]));
  const [a, b] = [keyed(first), keyed(second)];
  return [...new Set([...a.keys(), ...b.keys()])].map((key) => {
    const [left, right] = [a.get(key), b.get(key)];
    const { part, name } = (left ?? right) as Named;
    const status = statusOf(left, right, () => areSame(left as Named, right as Named, first.facts));
    return {
      part,
      name,
      status,
      a: left ? sideOf(left, right) : null,
      b: right ? sideOf(right, left) : null,
    };
  });
}

type Entry = { readonly text: string; readonly tex: string } | null;
type Entries = ReadonlyMap<string, Entry>;

/** What a regime says, by name: exponents, logarithms, constants and where it begins and ends. */
function entriesOf(regime: LawRegimeJson): Entries {
  const plain = (entry: Entry): Entry => entry && { text: entry.text, tex: entry.tex };
  return new Map([
    ...LAW_QUANTITIES.map((name) => [`exponent of ${name}`, plain(regime.exponents[name])] as const),
    ...LAW_QUANTITIES.map((name) => [`logarithms in ${name}`, plain(regime.logPowers[name])] as const),
    ...LAW_QUANTITIES.map((name) => [`constant of ${name}`, plain(regime.constants[name])] as const),
    ['from', plain(regime.from)] as const,
    ['to', plain(regime.to)] as const,
  ]);
}

/** Regimes by the case they stand in, their name, and which of that name they are. */
function regimesBy({ cases, regimes }: LawsResult): Map<string, LawRegimeJson> {
  const found = new Map<string, LawRegimeJson>();
  for (const regime of regimes) {
    const head = `${cases[regime.case]?.text ?? ''}\n${regime.name}`;
    const count = [...found.keys()].filter((key) => key.startsWith(`${head}\n`)).length;
    found.set(`${head}\n${count}`, regime);
  }
  return found;
}

function regimeDiff(key: string, a: LawRegimeJson | undefined, b: LawRegimeJson | undefined): RegimeDiff {
  const none: Entries = new Map();
  const [left, right] = [a ? entriesOf(a) : none, b ? entriesOf(b) : none];
  const changes = [...new Set([...left.keys(), ...right.keys()])].flatMap((what): readonly LawChange[] => {
    const [old, next] = [left.get(what) ?? null, right.get(what) ?? null];
    return old?.text === next?.text ? [] : [{ what, a: old, b: next }];
  });
  const [text = '', name = ''] = key.split('\n');
  return { case: text, name, status: statusOf(a, b, () => changes.length === 0), changes: [...changes] };
}

const GROWING = 'E';

/** The values that are parameters of the model. */
const ownValues = (model: Model, values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).filter(([name]) => model.parameters.some((own) => own.name === name)),
  );

function lawsDiff(first: Model, second: Model, values: Values): NonNullable<DeriveDiff['laws']> {
  try {
    const [a, b] = [first, second].map((model) =>
      regimesBy(laws(model, { in: GROWING, set: ownValues(model, values) }).result),
    ) as [Map<string, LawRegimeJson>, Map<string, LawRegimeJson>];
    const keys = [...new Set([...a.keys(), ...b.keys()])];
    return { in: GROWING, regimes: keys.map((key) => regimeDiff(key, a.get(key), b.get(key))), why: null };
  } catch (error) {
    if (!(error instanceof OptimandError)) throw error;
    return { in: GROWING, regimes: [], why: sentence(error.issue) };
  }
}

const onlyIn = (own: Model, other: Model): string[] =>
  own.parameters.map(({ name }) => name).filter((name) => !other.parameters.some((one) => one.name === name));

export interface DiffOptions {
  /** Numbers for parameters, which narrow the cases of the laws. */
  readonly set?: Values;
  /** Whether laws are compared too: they take longer to find than conditions. */
  readonly laws?: boolean;
}

/**
 * What changes from one variant to another. Conditions are compared by value, letters written out, and laws by their
 * entries, regime by regime.
 * @throws OptimandError for an unknown variant.
 */
export function deriveDiff(from: Asked, to: Asked, options: DiffOptions = {}): DeriveDiff {
  const [first, second] = [variantOf(from), variantOf(to)];
  const kinds = Object.keys(first.blocks) as (keyof Model['blocks'])[];
  const blocks = kinds
    .map((kind) => ({ kind, a: first.blocks[kind].meaning, b: second.blocks[kind].meaning }))
    .filter(({ a, b }) => a !== b);
  return {
    a: first.id,
    b: second.id,
    blocks,
    parameters: { onlyInA: onlyIn(first, second), onlyInB: onlyIn(second, first) },
    conditions: [...conditionsDiff(first, second)],
    laws: options.laws === false ? null : lawsDiff(first, second, options.set ?? {}),
  };
}
