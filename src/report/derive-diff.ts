/** What changes between two variants: blocks, parameters, conditions one by one, and laws regime by regime. */
import type { Derivation, Result } from '../derive/derivation.ts';
import { PART_IDS, PARTS } from '../derive/firm/registry.ts';
import { equation } from '../derive/relation.ts';
import type { Model } from '../economics/model.ts';
import type { Problem } from '../economics/problem.ts';
import { expandAbbreviations } from '../kernel/abbreviations.ts';
import type { Context } from '../kernel/facts.ts';
import { fail, OptimandError, sentence } from '../kernel/issues.ts';
import { areEqual } from '../kernel/normal/equal.ts';
import { printText } from '../kernel/print-text.ts';
import { joinTables } from '../kernel/symbols.ts';
import { symbol, symbolsOf } from '../kernel/term.ts';
import type { Subject } from './check/observe.ts';
import { relationOf } from './derivation-json.ts';
import { factJson, relationJson, type Values } from './expression.ts';
import type { AnyLaws } from './laws-story.ts';
import { problemAsked } from './problem/ask.ts';
import { problemDerivations } from './problem/derive.ts';
import { anyLaws } from './problem/laws.ts';
import type { ConditionDiff, DeriveDiff, DiffStatus, LawChange, RegimeDiff } from './schemas/derive-diff.ts';
import type { RelationJson } from './schemas/expression.ts';
import type { LawRegimeJson } from './schemas/laws.ts';
import { growingOf } from './subject/pieces.ts';
import { type Asked, variantOf } from './variant.ts';

type AnyRegime = LawRegimeJson<string>;

interface Named {
  readonly part: string;
  readonly name: string;
  readonly result: Result;
  readonly derivation: Derivation;
}

/** What the conditions and closed forms of a firm, or of another problem, are called and say. */
const derivationsIn = (subject: Subject): readonly Derivation[] => {
  const problem = problemAsked(subject);
  return problem ? problemDerivations(problem) : PART_IDS.flatMap((id) => PARTS[id](subject as Model));
};

const namedOf = (subject: Subject): readonly Named[] =>
  derivationsIn(subject).flatMap((derivation) =>
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

/** The letters of the first that the second uses for something else, but for one that the result itself is about. */
function apart(own: Named, other: Named | undefined): RelationJson[] {
  const theirs = other ? lettersOf(other) : new Map<string, RelationJson>();
  return [...lettersOf(own)].flatMap(([name, one]) => {
    const same = theirs.get(name);
    const isSaid = own.result.relation.left.kind === 'symbol' && own.result.relation.left.name === name;
    return same && same.text !== one.text && !isSaid ? [one] : [];
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

/** How the part about no binding constraint is told from the others, where there are others. */
const FREE = /-free$/;

function conditionsDiff(first: Subject, second: Subject): readonly ConditionDiff[] {
  const keyed = (subject: Subject): Map<string, Named> =>
    new Map(namedOf(subject).map((named) => [`${named.part.replace(FREE, '')}/${named.name}`, named]));
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
function entriesOf(regime: AnyRegime): Entries {
  const names = Object.keys(regime.exponents);
  const plain = (entry: Entry): Entry => entry && { text: entry.text, tex: entry.tex };
  return new Map([
    ...names.map((name) => [`exponent of ${name}`, plain(regime.exponents[name] ?? null)] as const),
    ...names.map((name) => [`logarithms in ${name}`, plain(regime.logPowers[name] ?? null)] as const),
    ...names.map((name) => [`constant of ${name}`, plain(regime.constants[name] ?? null)] as const),
    ['from', plain(regime.from)] as const,
    ['to', plain(regime.to)] as const,
  ]);
}

/** Regimes by the case they stand in, their name, and which of that name they are. */
function regimesBy({ cases, regimes }: AnyLaws): Map<string, AnyRegime> {
  const found = new Map<string, AnyRegime>();
  for (const regime of regimes as readonly AnyRegime[]) {
    const head = `${cases[regime.case]?.text ?? ''}\n${regime.name}`;
    const count = [...found.keys()].filter((key) => key.startsWith(`${head}\n`)).length;
    found.set(`${head}\n${count}`, regime);
  }
  return found;
}

function regimeDiff(key: string, a: AnyRegime | undefined, b: AnyRegime | undefined): RegimeDiff {
  const none: Entries = new Map();
  const [left, right] = [a ? entriesOf(a) : none, b ? entriesOf(b) : none];
  const changes = [...new Set([...left.keys(), ...right.keys()])].flatMap((what): readonly LawChange[] => {
    const [old, next] = [left.get(what) ?? null, right.get(what) ?? null];
    return old?.text === next?.text ? [] : [{ what, a: old, b: next }];
  });
  const [text = '', name = ''] = key.split('\n');
  return { case: text, name, status: statusOf(a, b, () => changes.length === 0), changes: [...changes] };
}

/** The parameter in which the laws of both are told: E of firms, else the last that both have. */
function growingIn(first: Subject, second: Subject): string | null {
  if (!problemAsked(first)) return 'E';
  const both = growingOf(first).filter((name) => growingOf(second).includes(name));
  return both.at(-1) ?? null;
}

/** The values that are parameters of the model. */
const ownValues = (model: Subject, values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).filter(([name]) => model.parameters.some((own) => own.name === name)),
  );

function lawsDiff(first: Subject, second: Subject, values: Values): NonNullable<DeriveDiff['laws']> {
  const growing = growingIn(first, second);
  if (growing === null)
    return {
      in: '',
      regimes: [],
      why: `${first.id} and ${second.id} have no parameter in common that may grow`,
    };
  try {
    const [a, b] = [first, second].map((model) =>
      regimesBy(anyLaws(model, { in: growing, set: ownValues(model, values) }).result),
    ) as [Map<string, AnyRegime>, Map<string, AnyRegime>];
    const keys = [...new Set([...a.keys(), ...b.keys()])];
    return { in: growing, regimes: keys.map((key) => regimeDiff(key, a.get(key), b.get(key))), why: null };
  } catch (error) {
    if (!(error instanceof OptimandError)) throw error;
    return { in: growing, regimes: [], why: sentence(error.issue) };
  }
}

const onlyIn = (own: Subject, other: Subject): string[] =>
  own.parameters.map(({ name }) => name).filter((name) => !other.parameters.some((one) => one.name === name));

export interface DiffOptions {
  /** Numbers for parameters, which narrow the cases of the laws. */
  readonly set?: Values;
  /** Whether laws are compared too: they take longer to find than conditions. */
  readonly laws?: boolean;
}

/** What two firms are made of, where it differs. */
function blocksDiff(first: Model, second: Model): DeriveDiff['blocks'] {
  const kinds = Object.keys(first.blocks) as (keyof Model['blocks'])[];
  return kinds
    .map((kind) => ({ kind, a: first.blocks[kind].meaning, b: second.blocks[kind].meaning }))
    .filter(({ a, b }) => a !== b);
}

const VERBS = {
  maximum: 'the greatest',
  minimum: 'the least',
  equilibrium: "each player's greatest",
} as const;

/** How a problem is stated: what is sought, the summands of the objective by their labels, and the constraints. */
const statedAs = (problem: Problem): ReadonlyMap<string, string> =>
  new Map([
    ['objective', `${VERBS[problem.kind]} ${problem.objectiveName}`],
    ...problem.parts.map(({ source, term }) => [`part ${source}`, printText(term)] as const),
    ...problem.constraints.map(
      ({ id, left, relation, right }) =>
        [`constraint ${id}`, `${printText(left)} ${relation} ${printText(right)}`] as const,
    ),
  ]);

/** What two problems are made of, where it differs. */
function partsDiff(first: Problem, second: Problem): DeriveDiff['blocks'] {
  const [a, b] = [statedAs(first), statedAs(second)];
  return [...new Set([...a.keys(), ...b.keys()])]
    .map((kind) => ({ kind, a: a.get(kind) ?? 'none', b: b.get(kind) ?? 'none' }))
    .filter((one) => one.a !== one.b);
}

/** The two as firms, or as problems of another kind. @throws OptimandError for one of each. */
function pairOf(from: Asked, to: Asked): readonly [Subject, Subject] {
  const [a, b] = [problemAsked(from), problemAsked(to)];
  if (a && b) return [a, b];
  if (!a && !b) return [variantOf(from), variantOf(to)];
  const [problem, firm] = a ? [a, variantOf(to)] : [b as Problem, variantOf(from)];
  return fail({
    code: 'usage',
    what: `${firm.id} is a firm and ${problem.id} is not: conditions on profit and conditions with multipliers go by other names, and no line of the one stands against one of the other`,
    would: 'compare two firms, or two problems of another kind',
  });
}

/**
 * What changes from one firm to another, or from one problem of another kind to another. Conditions are compared by value,
 * letters written out, and laws by their entries, regime by regime.
 * @throws OptimandError for an unknown variant, and for a firm against a problem of another kind.
 */
export function deriveDiff(from: Asked, to: Asked, options: DiffOptions = {}): DeriveDiff {
  const [first, second] = pairOf(from, to);
  const [a, b] = [problemAsked(first), problemAsked(second)];
  return {
    a: first.id,
    b: second.id,
    blocks: a && b ? partsDiff(a, b) : blocksDiff(first as Model, second as Model),
    parameters: { onlyInA: onlyIn(first, second), onlyInB: onlyIn(second, first) },
    conditions: [...conditionsDiff(first, second)],
    laws: options.laws === false ? null : lawsDiff(first, second, options.set ?? {}),
  };
}
