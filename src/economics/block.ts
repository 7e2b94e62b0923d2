/**
 * Building blocks of a profit function. A model is one block of each kind. A variant adds a block of one of two sorts:
 * one that replaces the block of its kind, or one that wraps whatever block of its kind is there. A block says which
 * parameters it brings and builds its term from the terms of the blocks before it, so blocks compose.
 */
import type { Fact } from '../kernel/facts.ts';
import type { Declaration } from '../kernel/symbols.ts';
import type { Term } from '../kernel/term.ts';
import type { Range } from './range.ts';

export type BlockKind = 'quality' | 'adoption' | 'market' | 'cost' | 'constraint';

interface BlockBase<Kind extends BlockKind> {
  readonly kind: Kind;
  readonly id: string;
  readonly meaning: string;
  readonly source: string;
  readonly parameters: readonly Declaration[];
  readonly facts: readonly Fact[];
  /** Whether it holds logarithms that may be negative where the firm sells, so that no sign rests on theirs. */
  readonly openLogarithms?: true;
}

/** q(n, d). */
export interface QualityBlock extends BlockBase<'quality'> {
  build(n: Term, d: Term): Term;
  /** The share, 0 to 1, that is reached of a ceiling which more data approach; none where there is no ceiling. */
  reached?(n: Term, d: Term): Term;
}

/** f(q): `onSale` where somebody buys, and `everywhere`, which is zero below the lowest threshold. */
export interface AdoptionBlock extends BlockBase<'adoption'> {
  onSale(q: Term): Term;
  everywhere(q: Term): Term;
  /** The share, 0 to 1, that is reached of a ceiling which better quality approaches; none where none is meant. */
  reached?(q: Term): Term;
}

/** A letter of the rest of the industry, which a seller takes as given, with its value where all sellers do the same. */
export interface Rivals {
  readonly letter: Declaration;
  /** Its value at the symmetric point, in n, d, t and the parameters. */
  readonly atSymmetry: Term;
}

/** Price per token and revenue, in dollars, given adoption f and sales t. */
export interface MarketBlock extends BlockBase<'market'> {
  price(f: Term, t: Term): Term;
  revenue(f: Term, t: Term): Term;
  /** Sales where the market fixes them: then t is no variable. A term in the parameters. */
  readonly sales?: Term;
  /** What the price depends on besides one's own sales, where there are several sellers. */
  readonly rivals?: readonly Rivals[];
}

/** Dollars spent on training, on inference, and on data where they are bought. */
export interface CostBlock extends BlockBase<'cost'> {
  training(n: Term, d: Term): Term;
  inference(n: Term, t: Term): Term;
  data?(d: Term): Term;
}

/** Upper limits on variables. */
export interface ConstraintBlock extends BlockBase<'constraint'> {
  limits(): readonly Limit[];
}

/** variable ≤ bound. */
export interface Limit {
  readonly variable: 'n' | 'd' | 't';
  readonly bound: Term;
}

export interface Blocks {
  readonly quality: QualityBlock;
  readonly adoption: AdoptionBlock;
  readonly market: MarketBlock;
  readonly cost: CostBlock;
  readonly constraint: ConstraintBlock;
}

/** A block that stands for itself. */
export type WholeBlock = Blocks[BlockKind];

/**
 * A block that changes the block of its kind: either what that is given (its `argument`) or what comes out of it (its
 * `result`). Results are changed before arguments, whatever the order asked for, so that g(f) and f(h) make g(f(h)).
 */
export interface WrappingBlock<Kind extends BlockKind> extends BlockBase<Kind> {
  readonly changes: 'argument' | 'result';
  wrap(inner: Blocks[Kind]): Partial<Blocks[Kind]>;
}

export type AnyWrappingBlock = { readonly [Kind in BlockKind]: WrappingBlock<Kind> }[BlockKind];

/** What a variant adds to the baseline. */
export type VariantBlock = (WholeBlock | AnyWrappingBlock) & {
  readonly title: string;
  /** Where the parameters that it brings realistically lie. */
  readonly ranges: Readonly<Record<string, Range>>;
};

export const isWrapping = (block: WholeBlock | AnyWrappingBlock): block is AnyWrappingBlock =>
  'wrap' in block;
