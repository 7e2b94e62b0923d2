/**
 * A model: the symbolic profit of one choice of blocks, with the letters and assumptions it rests on. It is all that the
 * derivations and the numerical referee share.
 */
import type { Context, Fact } from '../kernel/facts.ts';
import { type Declaration, joinTables, type SymbolTable, symbolTable } from '../kernel/symbols.ts';
import { substitute, subtract, symbol, type Term, zero } from '../kernel/term.ts';
import type { Blocks, Limit } from './block.ts';
import type { Range } from './range.ts';
import { q, VARIABLES } from './symbols.ts';

export interface Model {
  readonly id: string;
  readonly title: string;
  readonly blocks: Blocks;
  /**
   * `maximum`: profit is maximised over the variables. `equilibrium`: several sellers alike each maximise their own profit,
   * the letters of `rivals` taken as given; first-order conditions are taken first, and `rivals` put in afterwards.
   */
  readonly kind: 'maximum' | 'equilibrium';
  /** Those of n, d, t that are chosen. */
  readonly variables: readonly string[];
  /** Those of n, d, t that are not chosen, with their values in the parameters. */
  readonly given: Readonly<Record<string, Term>>;
  /** Letters of the rest of the industry, with their values where all sellers do the same. None for a maximum. */
  readonly rivals: Readonly<Record<string, Term>>;
  /** Parameters that must be given a value, in the order in which the blocks bring them. */
  readonly parameters: readonly Declaration[];
  readonly symbols: SymbolTable;
  readonly facts: readonly Fact[];
  readonly quality: Term;
  /** Dollars per token, at adoption as it is everywhere. */
  readonly price: Term;
  /** Dollars of compute for training: 6 n d / E. */
  readonly trainingSpend: Term;
  readonly inferenceSpend: Term;
  /** Dollars paid for data; zero where they are free. */
  readonly dataSpend: Term;
  readonly revenue: Term;
  /** Dollars, defined for all positive n, d, t: adoption is zero below the lowest threshold. Of one seller. */
  readonly profit: Term;
  readonly limits: readonly Limit[];
  /** Shares, 0 to 1, that are reached of what can be had at most of data or of adoption. */
  readonly reached: readonly Term[];
  readonly own: Own;
}

/** What a model given as data says besides its blocks; nothing of a variant of the toolkit. */
export interface Own {
  /** Numbers that are taken where none are given. */
  readonly set: Readonly<Record<string, number>>;
  /** Where its parameters realistically lie, beyond what the toolkit knows of its own. */
  readonly ranges: Readonly<Record<string, Range>>;
  /** What its regimes are called, by their names in the toolkit. */
  readonly regimes: Readonly<Record<string, string>>;
  /** What is assumed beyond what its blocks assume. */
  readonly facts: readonly Fact[];
  /** How a command line asks for it, where its id does not. */
  readonly call?: string;
}

const NOTHING: Own = { set: {}, ranges: {}, regimes: {}, facts: [] };

/** How a command line asks for the model. */
export const callOf = ({ id, own }: Model): string => own.call ?? id;

/** The model that the blocks make together. */
export function compose(id: string, title: string, blocks: Blocks, own: Own = NOTHING): Model {
  const all = [blocks.quality, blocks.adoption, blocks.market, blocks.cost, blocks.constraint];
  const declared = symbolTable(...all.flatMap((block) => block.parameters));
  const { sales, rivals = [] } = blocks.market;
  const [n, d, t] = [symbol('n'), symbol('d'), sales ?? symbol('t')];
  const quality = blocks.quality.build(n, d);
  const adopted = blocks.adoption.everywhere(quality);
  const revenue = blocks.market.revenue(adopted, t);
  const trainingSpend = blocks.cost.training(n, d);
  const inferenceSpend = blocks.cost.inference(n, t);
  const dataSpend = blocks.cost.data?.(d) ?? zero;
  return {
    id,
    title,
    blocks,
    kind: rivals.length > 0 ? 'equilibrium' : 'maximum',
    variables: sales ? ['n', 'd'] : ['n', 'd', 't'],
    given: sales ? { t: sales } : {},
    rivals: Object.fromEntries(rivals.map(({ letter, atSymmetry }) => [letter.name, atSymmetry])),
    parameters: [...declared.values()],
    symbols: joinTables(
      symbolTable(...VARIABLES, q),
      declared,
      symbolTable(...rivals.map(({ letter }) => letter)),
    ),
    facts: [...all.flatMap((block) => block.facts), ...own.facts],
    quality,
    price: blocks.market.price(adopted, t),
    trainingSpend,
    inferenceSpend,
    dataSpend,
    revenue,
    profit: subtract(subtract(subtract(revenue, trainingSpend), inferenceSpend), dataSpend),
    limits: blocks.constraint.limits(),
    reached: [blocks.quality.reached?.(n, d), blocks.adoption.reached?.(quality)].filter(
      (share) => share !== undefined,
    ),
    own,
  };
}

export const contextOf = (model: Model): Context => ({ symbols: model.symbols, facts: model.facts });

/** A term of the model with what is not chosen put in: the rest of the industry at symmetry, then sales that are fixed. */
export const settled = (model: Pick<Model, 'rivals' | 'given'>, value: Term): Term =>
  substitute(substitute(value, model.rivals), model.given);
