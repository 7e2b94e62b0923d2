/** What is assumed besides the declared domains: facts about terms, each with the reason for assuming it. */
import type { SymbolTable } from './symbols.ts';
import type { Term } from './term.ts';

export interface Fact {
  readonly term: Term;
  readonly is: 'positive' | 'negative' | 'non-negative' | 'non-positive' | 'non-zero' | 'zero';
  readonly because: string;
}

/** Everything an engine may use about the letters in a term. */
export interface Context {
  readonly symbols: SymbolTable;
  readonly facts: readonly Fact[];
}

export const assuming = (context: Context, ...facts: readonly Fact[]): Context => ({
  symbols: context.symbols,
  facts: [...context.facts, ...facts],
});
