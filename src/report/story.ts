/** A derivation as a reader meets it: a sequence of blocks that every renderer sets in its own way. */
import type { Derivation, Result, Step } from '../derive/derivation.ts';
import type { Relation } from '../derive/relation.ts';
import { relationOf, starredOf } from './derivation-json.ts';
import { explain } from './explain.ts';
import {
  factAsRelation,
  factHolds,
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

function resultBlock(derivation: Derivation, name: string, result: Result, options: StoryOptions): Block {
  const setting = { symbols: derivation.symbols, values: options.values };
  const relation = relationOf(derivation, result);
  const starred = relation ? starredOf(relation) : new Set<string>();
  const outside = result.domain.some((fact) => factHolds(fact, setting) === false);
  return {
    kind: 'result',
    name,
    title: inlineParts(result.title, setting.symbols),
    step: options.steps ? result.step + 1 : null,
    formula: relation && { relation, look: { starred }, label: `eq:${derivation.id}:${name}` },
    domain: factParts(result.domain, setting),
    explanation: relation && !outside ? explain(relation, setting.values, setting.symbols, starred) : null,
    outside,
  };
}

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
      ...Object.entries(results).map(([name, result]) => resultBlock(derivation, name, result, options)),
    ]),
  };
}
