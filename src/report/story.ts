/** A derivation as a reader meets it: a sequence of blocks that every renderer sets in its own way. */
import type { Derivation, Open, Result, Step } from '../derive/derivation.ts';
import { equation, type Relation } from '../derive/relation.ts';
import type { FunctionName } from '../kernel/functions/names.ts';
import { FUNCTIONS } from '../kernel/functions/registry.ts';
import { printTex } from '../kernel/print-tex.ts';
import { printText } from '../kernel/print-text.ts';
import { type Declaration, joinTables, REAL, symbolTable } from '../kernel/symbols.ts';
import { call, parts, symbol, symbolsOf, type Term } from '../kernel/term.ts';
import { openOf, relationOf, starredOf } from './derivation-json.ts';
import { explain } from './explain.ts';
import {
  factAsRelation,
  factHolds,
  numberOf,
  type RelationLook,
  relationJson,
  type Setting,
  type Values,
} from './expression.ts';
import { type Inline, inlineParts } from './inline.ts';
import type { Explanation } from './schemas/derive.ts';

/** A displayed formula, not yet printed: each renderer prints it in one way only. */
export interface Formula {
  readonly relation: Relation;
  readonly look: RelationLook;
  readonly label: string;
}

export type Block =
  | { readonly kind: 'title'; readonly id: string; readonly words: readonly Inline[] }
  | { readonly kind: 'prose'; readonly words: readonly Inline[] }
  | { readonly kind: 'source'; readonly source: string; readonly uses: readonly string[] }
  | { readonly kind: 'heading'; readonly text: string }
  | {
      readonly kind: 'step';
      readonly number: number;
      readonly words: readonly Inline[];
      readonly formula: Formula | null;
      readonly reason: readonly Inline[];
    }
  | {
      readonly kind: 'result';
      readonly name: string;
      readonly title: readonly Inline[];
      readonly step: number | null;
      readonly formula: Formula | null;
      /** What the formula is left open for, in words; empty where it is closed. */
      readonly open: readonly Inline[];
      readonly domain: readonly Inline[];
      readonly explanation: Explanation | null;
      readonly outside: boolean;
    };

export interface Story {
  readonly derivation: Derivation;
  readonly blocks: readonly Block[];
}

export interface StoryOptions {
  readonly steps: boolean;
  readonly values: Values;
}

/** The values that are known, and which of them were given. */
interface Known extends StoryOptions {
  readonly given: Values;
}

const words = (text: string): Inline => ({ kind: 'words', text });

/** Parts with something between them. */
function joined(parts: readonly Inline[], between: string): readonly Inline[] {
  return parts.flatMap((part, i) => (i === 0 ? [part] : [words(between), part]));
}

/** The facts of a list as formulas, each once. */
function factParts(facts: Result['domain'], setting: Setting): readonly Inline[] {
  const seen = new Map<string, Inline>();
  for (const fact of facts) {
    const { text, tex } = relationJson(factAsRelation(fact), setting);
    seen.set(text, { kind: 'formula', text, tex });
  }
  return joined([...seen.values()], ', ');
}

function reasonOf(step: Step, setting: Setting): readonly Inline[] {
  const from = step.from.map((index) => `(${index + 1})`).join(', ');
  const method = step.method ? ` (${step.method})` : '';
  const assumed = step.rule === 'assume' ? [] : factParts(step.assumes, setting);
  return [
    ...inlineParts(`${step.rule}${method}`, setting.symbols),
    ...(from ? [words(`, from ${from}`)] : []),
    ...(assumed.length > 0 ? [words(', assuming '), ...assumed] : []),
  ];
}

function stepBlock(step: Step, id: string, setting: Setting): Block {
  const number = step.index + 1;
  const label = `eq:${id}:${number}`;
  return {
    kind: 'step',
    number,
    words: inlineParts(step.words, setting.symbols),
    formula: step.relation && { relation: step.relation, look: { display: step.display }, label },
    reason: reasonOf(step, setting),
  };
}

/** The letter that a result determines with the values given, if it is a letter alone and not given itself. */
function determined(result: Result, setting: Setting): Values {
  const { left, sign, right } = result.relation;
  const value = numberOf(right, setting);
  return sign === '=' && left.kind === 'symbol' && value !== null && !Object.hasOwn(setting.values, left.name)
    ? { [left.name]: value }
    : {};
}

const isOutside = (result: Result, setting: Setting): boolean =>
  result.domain.some((fact) => factHolds(fact, setting) === false);

const isParameter = ({ parameters }: Derivation, letter: string): boolean => parameters.includes(letter);

/** The values, with what the results of a derivation about one point determine from them, one from another. */
function completed(derivation: Derivation, values: Values): Values {
  let known = values;
  if (!derivation.onePoint) return known;
  for (const _ of Object.values(derivation.results)) {
    for (const result of Object.values(derivation.results)) {
      const letters = Object.entries(determined(result, { symbols: derivation.symbols, values: known }));
      // A parameter that a result determines is an answer about it, not a value at which the others are asked.
      const found = {
        ...known,
        ...Object.fromEntries(letters.filter(([letter]) => !isParameter(derivation, letter))),
      };
      if (!isOutside(result, { symbols: derivation.symbols, values: found })) known = found;
    }
  }
  return known;
}

const openParts = (open: Open | null, { symbols }: Setting): readonly Inline[] =>
  open ? inlineParts(`not solved for ${open.unknown}; tried: ${open.tried.join('; ')}`, symbols) : [];

function resultBlock(derivation: Derivation, name: string, result: Result, options: Known): Block {
  const { left } = result.relation;
  const own = left.kind === 'symbol' ? left.name : '';
  const others = Object.entries(options.values).filter(
    ([letter]) => letter !== own || Object.hasOwn(options.given, own),
  );
  const before = { symbols: derivation.symbols, values: Object.fromEntries(others) };
  const setting = {
    ...before,
    values: derivation.onePoint ? { ...before.values, ...determined(result, before) } : before.values,
  };
  const relation = relationOf(derivation, result);
  const starred = relation ? starredOf(relation) : new Set<string>();
  const outside = isOutside(result, setting);
  return {
    kind: 'result',
    name,
    title: inlineParts(result.title, setting.symbols),
    step: options.steps ? result.step + 1 : null,
    formula: relation && { relation, look: { starred }, label: `eq:${derivation.id}:${name}` },
    open: openParts(openOf(derivation, result), setting),
    domain: factParts(result.domain, setting),
    explanation: relation && !outside ? explain(relation, before.values, before.symbols, starred) : null,
    outside,
  };
}

/** The abbreviations that the results rest on, those they rest on in turn included, in the order in which they were defined. */
function lettersOf({ results, symbols }: Derivation): readonly Relation[] {
  const needed = new Set<string>();
  const need = (value: Term): void => {
    for (const name of symbolsOf(value)) {
      const definition = symbols.get(name)?.definition;
      if (!definition || needed.has(name)) continue;
      needed.add(name);
      need(definition);
    }
  };
  for (const { relation, domain } of Object.values(results)) {
    need(relation.left);
    need(relation.right);
    for (const { term } of domain) need(term);
  }
  return [...symbols.values()].flatMap(({ name, definition }) =>
    definition && needed.has(name) ? [equation(name, definition)] : [],
  );
}

/** Functions that need no introduction. */
const FAMILIAR: readonly FunctionName[] = ['ln', 'exp', 'min', 'max'];

/** The functions in a term that a reader may not know. */
const strangers = (value: Term): readonly FunctionName[] => [
  ...(value.kind === 'call' && !FAMILIAR.includes(value.name) ? [value.name] : []),
  ...parts(value).flatMap(strangers),
];

/** What the letters and the less known functions of the results stand for. */
function lettersBlock(derivation: Derivation, setting: Setting): readonly Block[] {
  const letters = lettersOf(derivation);
  const formulas = letters.map((relation): Inline => {
    const { text, tex } = relationJson(relation, setting);
    return { kind: 'formula', text, tex };
  });
  const shown = [...letters, ...Object.values(derivation.results).map(({ relation }) => relation)];
  const plain = joinTables(setting.symbols, symbolTable(...['x', 'g', 's', 'w'].map(plainLetter)));
  const names = new Set(shown.flatMap(({ left, right }) => [...strangers(left), ...strangers(right)]));
  const introduced = [...names].map((name) => {
    const args = ['x', 'g'].slice(0, FUNCTIONS[name].arity === 2 ? 2 : 1).map((letter) => symbol(letter));
    const value = call(name, ...args);
    const tex = printTex(value, plain);
    return [
      { kind: 'formula', text: printText(value), tex } as const,
      ...inlineParts(` is the ${FUNCTIONS[name].meaning}.`, plain),
    ];
  });
  const sentences = [
    ...(formulas.length > 0 ? [[words('Here '), ...joined(formulas, ', '), words('.')]] : []),
    ...introduced,
  ];
  return sentences.length === 0
    ? []
    : [{ kind: 'prose', words: sentences.flatMap((one, i) => (i === 0 ? one : [words(' '), ...one])) }];
}

const plainLetter = (name: string): Declaration => ({
  name,
  tex: name,
  meaning: 'a number',
  unit: '1',
  domain: REAL,
  role: 'quantity',
  source: 'notation',
});

/** The blocks with each line of an explanation shown where it first occurs, and not again. */
function withoutRepeats(blocks: readonly Block[]): readonly Block[] {
  const seen = new Set<string>();
  return blocks.map((block) => {
    if (block.kind !== 'result' || !block.explanation) return block;
    const { text, tex } = block.explanation;
    const isNew = text.map((line, i) => i === text.length - 1 || !seen.has(line));
    for (const line of text) seen.add(line);
    const explanation = { text: text.filter((_, i) => isNew[i]), tex: tex.filter((_, i) => isNew[i]) };
    return { ...block, explanation };
  });
}

/** Title, statement, source; the steps, where they are asked for; the results with the domain where each holds. */
export function storyOf(derivation: Derivation, options: StoryOptions): Story {
  const { id, title, statement, source, uses, steps, results, symbols } = derivation;
  const setting = { symbols, values: options.values };
  const known: Known = { ...options, given: options.values, values: completed(derivation, options.values) };
  const argument = (): readonly Block[] => [
    { kind: 'heading', text: 'Argument' },
    ...steps.map((step) => stepBlock(step, id, setting)),
  ];
  return {
    derivation,
    blocks: withoutRepeats([
      { kind: 'title', id, words: inlineParts(title, symbols) },
      { kind: 'prose', words: inlineParts(statement, symbols) },
      { kind: 'source', source, uses },
      ...(options.steps ? argument() : []),
      { kind: 'heading', text: 'Result' },
      ...lettersBlock(derivation, { symbols, values: {} }),
      ...Object.entries(results).map(([name, result]) => resultBlock(derivation, name, result, known)),
    ]),
  };
}
