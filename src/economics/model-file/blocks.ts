/** The blocks of a model file: those of the toolkit by name, and those that formulas make. */
import type { Sign } from '../../kernel/functions/function.ts';
import { isNegated } from '../../kernel/print-text.ts';
import { isInteger } from '../../kernel/rational.ts';
import { signOf } from '../../kernel/sign.ts';
import { type Declaration, joinTables, type SymbolTable, symbolTable } from '../../kernel/symbols.ts';
import {
  add,
  call,
  divide,
  isNumber,
  isZeroTerm,
  mapParts,
  multiply,
  parts,
  power,
  sameTerm,
  substitute,
  subtract,
  symbol,
  symbolsOf,
  type Term,
  zero,
} from '../../kernel/term.ts';
import type { BlockKind, Limit, VariantBlock } from '../block.ts';
import { d, f, n, q, t, tOthers } from '../symbols.ts';
import { namedBlock } from '../variants/registry.ts';
import { at, type Definitions, read } from './letters.ts';
import { type Judging, sellsEverywhere, VARIABLES } from './positive.ts';
import type { BLOCK_ENTRIES, BlockEntry, BlockEntryKind } from './schema.ts';
import { below, wrong } from './shape.ts';

/** What formulas are read and judged with: the parameters, and what stands for some of them. */
export interface Reading extends Judging {
  readonly definitions: Definitions;
}

const isLogarithm = (term: Term): boolean =>
  (term.kind === 'call' && (term.name === 'ln' || term.name === 'deformed_log')) ||
  parts(term).some(isLogarithm);

const NOT_NEGATIVE: readonly Sign[] = ['positive', 'non-negative', 'zero'];

/** Whether a power may be positive where its base is negative: an even one, or one that is a whole number and not told. */
const mayBeEven = (exponent: Term, letters: SymbolTable): boolean =>
  isNumber(exponent)
    ? isInteger(exponent.value) && exponent.value.num % 2n === 0n
    : symbolsOf(exponent).some((name) => letters.get(name)?.domain.integer);

/** Whether the summand is a logarithm, or a power of one that is not even, times what is known not to be negative. */
function isPositiveWithIt(summand: Term, { letters, facts }: Reading): boolean {
  const factors = summand.kind === 'product' ? summand.factors : [summand];
  const [first, ...others] = factors.filter(isLogarithm);
  const inside = first?.kind === 'power' && !mayBeEven(first.exponent, letters) ? first.base : first;
  const context = { symbols: joinTables(letters, VARIABLES), facts };
  return (
    inside?.kind === 'call' &&
    others.length === 0 &&
    !parts(inside).some(isLogarithm) &&
    factors.every((one) => one === first || NOT_NEGATIVE.includes(signOf(one, context)))
  );
}

/** Logarithms are positive where the whole is, if all else in it is taken off the one summand that holds them. */
function holdsOpenLogarithms(term: Term, reading: Reading): boolean {
  if (!isLogarithm(term)) return false;
  const summands = term.kind === 'sum' ? term.terms : [term];
  const [own, more] = summands.filter(isLogarithm);
  return (
    !own ||
    more !== undefined ||
    !isPositiveWithIt(own, reading) ||
    !summands.every((s) => s === own || isNegated(s))
  );
}

type Entry<Kind extends BlockEntryKind> = Extract<BlockEntry, { readonly [K in Kind]: unknown }>;

/** A formula of a block, in variables of its own and the parameters. */
const formula = (
  text: string,
  variables: readonly Declaration[],
  { letters, definitions }: Reading,
  place: string,
): Term => substitute(read(text, joinTables(letters, symbolTable(...variables)), place), definitions);

/** What every block written as formulas has: the parameters in its formulas among them, in the order of the letters. */
function base<Kind extends BlockKind>(
  kind: Kind,
  entry: { readonly title?: string; readonly meaning?: string; readonly source?: string },
  said: string,
  terms: readonly Term[],
  reading: Reading,
) {
  const used = new Set(terms.flatMap(symbolsOf));
  return {
    kind,
    id: `own-${kind}`,
    title: entry.title ?? `Own ${kind}`,
    meaning: entry.meaning ?? said,
    source: entry.source ?? 'the model file',
    parameters: [...reading.letters.values()].filter(({ name }) => used.has(name)),
    facts: [],
    ranges: {},
    ...(terms.some((term) => holdsOpenLogarithms(term, reading)) && { openLogarithms: true as const }),
  };
}

function qualityOf(entry: Entry<'quality'>, place: string, reading: Reading): readonly VariantBlock[] {
  const term = formula(entry.quality, [n, d], reading, below(place, 'quality'));
  const build = (size: Term, data: Term): Term => substitute(term, { n: size, d: data });
  return [{ ...base('quality', entry, `quality is ${entry.quality}`, [term], reading), build }];
}

/** The term where somebody buys: what a max holds above zero is above zero there. */
const whereSold = (term: Term): Term => {
  const inner = mapParts(term, whereSold);
  if (inner.kind !== 'call' || inner.name !== 'max') return inner;
  const [value, more] = inner.args.filter((arg) => !isZeroTerm(arg));
  return value && !more && inner.args.length > 1 ? value : inner;
};

/**
 * Nobody buys where the formula is negative; where it never is, it holds for every quality. A formula may say so itself with
 * max(0, ...), which is left out where somebody buys.
 */
function adoptionOf(entry: Entry<'adoption'>, place: string, reading: Reading): readonly VariantBlock[] {
  const own = below(place, 'adoption');
  const term = formula(entry.adoption, [q], reading, own);
  const sold = whereSold(term);
  const onSale = (quality: Term): Term => substitute(sold, { q: quality });
  const whole = sellsEverywhere(term, reading, own) ? term : call('max', 0, term);
  const everywhere = (quality: Term): Term => substitute(whole, { q: quality });
  const ceiling =
    entry.ceiling === undefined ? undefined : formula(entry.ceiling, [], reading, below(place, 'ceiling'));
  const terms = [sold, ceiling ?? zero];
  return [
    {
      ...base('adoption', entry, `adoption is ${entry.adoption}`, terms, reading),
      onSale,
      everywhere,
      ...(ceiling && { reached: (quality: Term) => divide(onSale(quality), ceiling) }),
    },
  ];
}

/** One summand of the price times sales, which stand where a reader looks for them: after the parameters. */
function timesSales(summand: Term, sales: Term, varies: (term: Term) => boolean): Term {
  const factors = summand.kind === 'product' ? summand.factors : [summand];
  const own = factors.findIndex((factor) => sameTerm(factor, sales));
  if (own >= 0) return multiply(...factors.with(own, power(sales, 2)));
  const first = factors.findIndex(varies);
  const before = first < 0 ? factors.length : first;
  return multiply(...factors.slice(0, before), sales, ...factors.slice(before));
}

/** Dollars for t tokens, summand by summand. */
function forSales(price: Term, adopted: Term, sales: Term): Term {
  const isAdopted = (term: Term): boolean => sameTerm(term, adopted) || parts(term).some(isAdopted);
  const varies = (term: Term): boolean => isAdopted(term) || symbolsOf(term).includes(tOthers.name);
  const summands = price.kind === 'sum' ? price.terms : [price];
  return add(...summands.map((term) => timesSales(term, sales, varies)));
}

/** A price in quality itself needs no adoption: quality then stands where adoption does. */
const qualityItself = (reading: Reading): VariantBlock => ({
  ...base('adoption', {}, 'the price is one for quality itself', [], reading),
  id: 'quality-itself',
  onSale: (quality) => quality,
  everywhere: (quality) => quality,
});

function marketOf(entry: Entry<'price'>, place: string, reading: Reading): readonly VariantBlock[] {
  const own = below(place, 'price');
  const [sellers, sales] = (['sellers', 'sales'] as const).map((key) => {
    const text = entry[key];
    return text === undefined ? undefined : formula(text, [], reading, below(place, key));
  });
  const term = formula(entry.price, [q, f, t, ...(sellers ? [tOthers] : [])], reading, own);
  const used = symbolsOf(term);
  const isInQuality = used.includes('q');
  if (isInQuality && used.includes('f'))
    wrong(own, 'the price is in q and in f', 'write it in one of them: f is the adoption that q buys');
  if (!isInQuality && !used.includes('f'))
    wrong(own, 'the price depends on neither f nor q', 'let quality count, or nothing would be trained');
  const price = (adopted: Term, sold: Term): Term => substitute(term, { f: adopted, q: adopted, t: sold });
  const market: VariantBlock = {
    ...base('market', entry, `the price is ${entry.price}`, [term, sellers ?? zero, sales ?? zero], reading),
    price,
    revenue: (adopted, sold) => forSales(price(adopted, sold), adopted, sold),
    ...(sales ? { sales } : {}),
    ...(sellers
      ? { rivals: [{ letter: tOthers, atSymmetry: multiply(subtract(sellers, 1), symbol('t')) }] }
      : {}),
  };
  return isInQuality ? [qualityItself(reading), market] : [market];
}

/** Parts of the cost that are given take the place of those that are there. */
function costOf(entry: Entry<'cost'>, place: string, reading: Reading): readonly VariantBlock[] {
  const within = below(place, 'cost');
  const part = (key: 'training' | 'inference' | 'data', variables: readonly Declaration[]) => {
    const text = entry.cost[key];
    return text === undefined ? undefined : formula(text, variables, reading, below(within, key));
  };
  const [training, inference, data] = [
    part('training', [n, d]),
    part('inference', [n, t]),
    part('data', [d]),
  ];
  const terms = [training, inference, data].filter((term) => term !== undefined);
  if (terms.length === 0) wrong(within, 'no cost is given', 'give training, inference or data');
  const parts = {
    ...(training && { training: (size: Term, tokens: Term) => substitute(training, { n: size, d: tokens }) }),
    ...(inference && { inference: (size: Term, sold: Term) => substitute(inference, { n: size, t: sold }) }),
    ...(data && { data: (tokens: Term) => substitute(data, { d: tokens }) }),
  };
  const said = Object.entries(entry.cost).map(([key, text]) => `${key} costs ${text}`);
  const common = base('cost', entry, said.join(', '), terms, reading);
  const { training: trained, inference: served } = parts;
  return trained && served
    ? [{ ...common, ...parts, training: trained, inference: served }]
    : [{ ...common, changes: 'result', wrap: () => parts }];
}

function limitsOf(entry: Entry<'limits'>, place: string, reading: Reading): readonly VariantBlock[] {
  const within = below(place, 'limits');
  const limits = Object.entries(entry.limits).map(
    ([variable, text]): Limit => ({
      variable: variable as Limit['variable'],
      bound: formula(text, [], reading, below(within, variable)),
    }),
  );
  if (limits.length === 0) wrong(within, 'no limit is given', 'give n, d or t');
  const said = Object.entries(entry.limits).map(([variable, text]) => `at most ${text} of ${variable}`);
  const common = base(
    'constraint',
    entry,
    said.join(', '),
    limits.map(({ bound }) => bound),
    reading,
  );
  return [{ ...common, limits: () => limits }];
}

function byName(name: string, parameters: readonly string[], place: string): readonly VariantBlock[] {
  const block = at(place, () => namedBlock(name));
  const own = block.parameters.map((declared) => declared.name);
  for (const given of parameters) {
    if (own.includes(given)) continue;
    wrong(
      below(below(place, 'parameters'), given),
      `"${given}" is no parameter of ${name}`,
      own.length > 0 ? `it has ${own.join(', ')}` : 'it has none; put others under "define"',
    );
  }
  return [block];
}

type Readers = {
  readonly [Kind in keyof typeof BLOCK_ENTRIES]: (
    entry: Entry<Kind>,
    place: string,
    reading: Reading,
  ) => readonly VariantBlock[];
};

const READERS: Readers = {
  block: (entry, place) => byName(entry.block, Object.keys(entry.parameters ?? {}), place),
  quality: qualityOf,
  adoption: adoptionOf,
  price: marketOf,
  cost: costOf,
  limits: limitsOf,
};

/** The blocks that one entry of the file stands for. @throws OptimandError about its place. */
export function blocksOf(entry: BlockEntry, place: string, reading: Reading): readonly VariantBlock[] {
  if (typeof entry === 'string') return byName(entry, [], place);
  const kind = (Object.keys(READERS) as BlockEntryKind[]).find((name) => Object.hasOwn(entry, name));
  const reader = READERS[kind ?? 'block'] as (
    own: BlockEntry,
    where: string,
    how: Reading,
  ) => readonly VariantBlock[];
  return reader(entry, place, reading);
}
