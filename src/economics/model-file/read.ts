/**
 * A model from data: a variant of the toolkit, blocks put on it by name or written as formulas, letters with their domains,
 * definitions, assumptions and numbers. The model that comes out is one like any other: nothing that reads models can tell.
 */
import type { Fact } from '../../kernel/facts.ts';
import { shown } from '../../kernel/issues.ts';
import { rationalToNumber } from '../../kernel/rational.ts';
import { nearest } from '../../kernel/suggest.ts';
import { type Declaration, domainText, inDomain, type SymbolTable } from '../../kernel/symbols.ts';
import { isNumber, number, subtract, symbolsOf, type Term } from '../../kernel/term.ts';
import type { Blocks, VariantBlock } from '../block.ts';
import { clashOf, combine } from '../combine.ts';
import { compose, type Model, type Own } from '../model.ts';
import { baselineBlocks } from '../variants/baseline.ts';
import { blocksIn, checkTogether, VARIANT_IDS } from '../variants/registry.ts';
import { assumptionsOf } from './assume.ts';
import { blocksOf, type Reading } from './blocks.ts';
import { withDefinitions } from './define.ts';
import { at, type Definitions, definitionsOf, lettersOf } from './letters.ts';
import { rangesOf, valuesOf } from './numbers.ts';
import { checkAssumed, type Judging, requireNonNegative } from './positive.ts';
import { type ModelFile, modelFile } from './schema.ts';
import { below, checkShape, wrong } from './shape.ts';
import { checkUnits } from './units.ts';

/** Regimes that a model may call by other names. */
export const NAMED_REGIMES = [
  ...['stay-out', 'break-even', 'inference-dominated', 'training-dominated', 'data-bound'],
  ...['data-cost', 'saturated', 'size-bound', 'sales-bound'],
] as const;

function checkId({ id }: ModelFile): void {
  if (VARIANT_IDS.some((known) => known === id))
    wrong('/id', `"${id}" is a variant of the toolkit`, 'choose another id');
}

/** A definition must leave its letter what the letter is declared to be. */
function checkDefinitions(file: ModelFile, definitions: Definitions, judging: Judging): void {
  for (const [name, value] of Object.entries(definitions)) {
    const place = Object.hasOwn(file.define ?? {}, name) ? below('/define', name) : '/blocks';
    const domain = judging.letters.get(name)?.domain ?? {};
    const must = `${name} must be ${domainText(domain)}`;
    if (isNumber(value)) {
      const given = rationalToNumber(value.value);
      if (!inDomain(given, domain)) wrong(place, `${name} = ${given} is not allowed`, must);
      continue;
    }
    if (domain.integer)
      wrong(place, `${name} is a whole number and cannot stand for a formula`, 'give it a number');
    const { lower, upper } = domain;
    const what = (side: string): string => `what ${name} must be ${side}`;
    if (lower)
      requireNonNegative(what('above its least value'), subtract(value, number(lower.at)), judging, place);
    if (upper)
      requireNonNegative(what('below its greatest value'), subtract(number(upper.at), value), judging, place);
  }
}

/** The blocks of the base, of the file and of whoever adds some, no two of which clash. */
function allBlocks(
  file: ModelFile,
  added: readonly VariantBlock[],
  reading: Reading,
): readonly VariantBlock[] {
  const all = [...at('/base', () => together(blocksIn(file.base ?? 'baseline')))];
  for (const [i, entry] of (file.blocks ?? []).entries()) {
    const place = below('/blocks', i);
    for (const block of blocksOf(entry, place, reading)) {
      const clash = all.map((before) => clashOf(before, block)).find((why) => why !== null);
      if (clash) wrong(place, clash, 'leave one of them out');
      all.push(block);
    }
  }
  return together([...all, ...added]);
}

function together(blocks: readonly VariantBlock[]): readonly VariantBlock[] {
  checkTogether(blocks);
  return blocks;
}

/** A letter that the file declares must not be one that a block of the toolkit brings with another meaning. */
function checkLetters({ symbols = [] }: ModelFile, blocks: Blocks, letters: SymbolTable): void {
  for (const block of Object.values(blocks)) {
    for (const { name, meaning } of (block.parameters as readonly Declaration[]).filter(
      (own) => letters.get(own.name) !== own,
    )) {
      const index = symbols.findIndex((entry) => entry.name === name);
      wrong(
        below(below('/symbols', index), 'name'),
        `"${name}" is ${meaning} already, in ${block.id}`,
        'choose another name',
      );
    }
  }
}

/** Everything in the blocks in which a parameter can occur. */
function termsOf(model: Model): readonly Term[] {
  const { profit, price, quality, given, rivals, limits, trainingSpend } = model;
  const bounds = limits.map(({ bound }) => bound);
  return [
    profit,
    price,
    quality,
    trainingSpend,
    ...Object.values(given),
    ...Object.values(rivals),
    ...bounds,
  ];
}

/** The blocks without parameters that no formula holds, and without assumptions about letters that are not there. */
function pruned(blocks: Blocks, used: ReadonlySet<string>): Blocks {
  const one = <B extends Blocks[keyof Blocks]>(block: B): B => ({
    ...block,
    parameters: block.parameters.filter(({ name }) => used.has(name)),
    facts: about(block.facts, used),
  });
  const { quality, adoption, market, cost, constraint } = blocks;
  return {
    quality: one(quality),
    adoption: one(adoption),
    market: one(market),
    cost: one(cost),
    constraint: one(constraint),
  };
}

const about = (facts: readonly Fact[], names: ReadonlySet<string>): readonly Fact[] =>
  facts.filter(({ term }) => symbolsOf(term).every((name) => names.has(name)));

/** What must not be negative for the numbers and the conditions to mean what they say. */
function checkSigns(model: Model, judging: Judging, file: ModelFile): void {
  /** Where the file gives it, or a part of it; its base where it does not. */
  const own = (key: string, part?: string): string => {
    const i = (file.blocks ?? []).findIndex(
      (entry) => typeof entry === 'object' && Object.hasOwn(entry, key),
    );
    if (i < 0) return '/base';
    const place = below(below('/blocks', i), key);
    return part === undefined ? place : below(place, part);
  };
  requireNonNegative('quality', model.quality, judging, own('quality'));
  for (const value of Object.values(model.given))
    requireNonNegative('sales', value, judging, own('price').replace(/price$/, 'sales'));
  requireNonNegative('training cost', model.trainingSpend, judging, own('cost', 'training'));
  requireNonNegative('inference cost', model.inferenceSpend, judging, own('cost', 'inference'));
  requireNonNegative('the cost of data', model.dataSpend, judging, own('cost', 'data'));
  for (const { variable, bound } of model.limits)
    requireNonNegative(`the limit on ${variable}`, bound, judging, own('limits', variable));
}

function regimesOf({ regimes = {} }: ModelFile): Readonly<Record<string, string>> {
  for (const name of Object.keys(regimes)) {
    if (NAMED_REGIMES.some((known) => known === name)) continue;
    const guess = nearest(name, NAMED_REGIMES);
    const would = guess ? `did you mean "${guess}"?` : `known are ${NAMED_REGIMES.join(', ')}`;
    wrong(below('/regimes', name), `"${shown(name)}" is no regime`, would);
  }
  return regimes;
}

/** What is given cannot be limited too. */
function checkLimits({ limits, variables }: Model): void {
  const idle = limits.find(({ variable }) => !variables.includes(variable));
  if (idle)
    wrong(
      '/blocks',
      `${idle.variable} is fixed and limited at once`,
      'leave out the limit on it, or what fixes it',
    );
}

/**
 * The model that the data describe, with blocks of the toolkit put on it besides.
 * @throws OptimandError with the place, as a JSON pointer, of the first thing that does not do.
 */
export function modelFrom(data: unknown, added: readonly VariantBlock[] = []): Model {
  checkShape(data, modelFile, '');
  const file = data as ModelFile;
  checkId(file);
  const letters = lettersOf(file);
  const definitions = definitionsOf(file, letters);
  const assumed = assumptionsOf(file, letters, definitions);
  const judging: Judging = { letters, facts: assumed, set: file.set ?? {}, ranges: {} };
  const reading: Reading = { ...judging, definitions };
  const all = allBlocks(file, added, reading);
  const blocks = withDefinitions(combine(baselineBlocks, all), definitions, letters);
  checkLetters(file, blocks, letters);
  const id = [file.id, ...added.map((block) => block.id)].join('+');
  const title = [file.title ?? file.id, ...added.map((block) => block.title)].join(' + ');
  const whole = compose(id, title, blocks);
  checkLimits(whole);
  const used = new Set(termsOf(whole).flatMap(symbolsOf));
  const parameters = whole.parameters.filter(({ name }) => used.has(name));
  const own: Own = {
    set: valuesOf(file, parameters, definitions),
    ranges: rangesOf(file, parameters, definitions),
    regimes: regimesOf(file),
    facts: about(assumed, used),
  };
  const model = compose(id, title, pruned(blocks, used), own);
  const known: Judging = { letters, facts: model.facts, set: own.set, ranges: own.ranges };
  checkDefinitions(file, definitions, known);
  checkSigns(model, known, file);
  checkAssumed(model.facts, own.set);
  checkUnits(file, letters);
  return model;
}
