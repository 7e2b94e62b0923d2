/**
 * A model: the symbolic profit of one choice of blocks, with the letters and assumptions it rests on. It is all that the
 * derivations and the numerical referee share.
 */
import type { Context, Fact } from '../kernel/facts.ts';
import { type Declaration, joinTables, type SymbolTable, symbolTable } from '../kernel/symbols.ts';
import { subtract, symbol, type Term } from '../kernel/term.ts';
import type { Blocks, Limit } from './block.ts';
import { q, VARIABLES } from './symbols.ts';

export interface Model {
  readonly id: string;
  readonly title: string;
  readonly blocks: Blocks;
  readonly variables: readonly ['n', 'd', 't'];
  /** Parameters that must be given a value, in the order in which the blocks bring them. */
  readonly parameters: readonly Declaration[];
  readonly symbols: SymbolTable;
  readonly facts: readonly Fact[];
  readonly quality: Term;
  readonly trainingSpend: Term;
  readonly inferenceSpend: Term;
  readonly revenue: Term;
  /** Dollars, defined for all positive n, d, t: adoption is zero below the lowest threshold. */
  readonly profit: Term;
  readonly limits: readonly Limit[];
}

/** The model that the blocks make together. */
export function compose(id: string, title: string, blocks: Blocks): Model {
  const all = [blocks.quality, blocks.adoption, blocks.market, blocks.cost, blocks.constraint];
  const declared = symbolTable(...all.flatMap((block) => block.parameters));
  const [n, d, t] = [symbol('n'), symbol('d'), symbol('t')];
  const quality = blocks.quality.build(n, d);
  const revenue = blocks.market.revenue(blocks.adoption.everywhere(quality), t);
  const trainingSpend = blocks.cost.training(n, d);
  const inferenceSpend = blocks.cost.inference(n, t);
  return {
    id,
    title,
    blocks,
    variables: ['n', 'd', 't'],
    parameters: [...declared.values()],
    symbols: joinTables(symbolTable(...VARIABLES, q), declared),
    facts: all.flatMap((block) => block.facts),
    quality,
    trainingSpend,
    inferenceSpend,
    revenue,
    profit: subtract(subtract(revenue, trainingSpend), inferenceSpend),
    limits: blocks.constraint.limits(),
  };
}

export const contextOf = (model: Model): Context => ({ symbols: model.symbols, facts: model.facts });
