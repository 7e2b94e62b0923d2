/**
 * Building blocks of a profit function. A model is one block of each kind; a variant replaces some. A block says which
 * parameters it brings and builds its term from the terms of the blocks before it, so blocks compose.
 */
import type { Fact } from '../kernel/facts.ts';
import type { Declaration } from '../kernel/symbols.ts';
import type { Term } from '../kernel/term.ts';

export type BlockKind = 'quality' | 'adoption' | 'market' | 'cost' | 'constraint';

interface BlockBase<Kind extends BlockKind> {
  readonly kind: Kind;
  readonly id: string;
  readonly meaning: string;
  readonly source: string;
  readonly parameters: readonly Declaration[];
  readonly facts: readonly Fact[];
}

/** q(n, d). */
export interface QualityBlock extends BlockBase<'quality'> {
  build(n: Term, d: Term): Term;
}

/** f(q): `onSale` where somebody buys, and `everywhere`, which is zero below the lowest threshold. */
export interface AdoptionBlock extends BlockBase<'adoption'> {
  onSale(q: Term): Term;
  everywhere(q: Term): Term;
}

/** Price per token and revenue, in dollars, given adoption f and sales t. */
export interface MarketBlock extends BlockBase<'market'> {
  price(f: Term, t: Term): Term;
  revenue(f: Term, t: Term): Term;
}

/** Dollars spent on training and on inference. */
export interface CostBlock extends BlockBase<'cost'> {
  training(n: Term, d: Term): Term;
  inference(n: Term, t: Term): Term;
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
