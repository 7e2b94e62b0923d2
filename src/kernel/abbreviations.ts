/** Letters that stand for terms, and what they stand for. */
import type { SymbolTable } from './symbols.ts';
import { substitute, symbolsOf, type Term } from './term.ts';

/**
 * The term with abbreviations replaced by what they stand for, through all levels: all of them, or those alone that depend
 * on the symbol `on`, which is what a derivative or a solution in that symbol needs.
 */
export function expandAbbreviations(term: Term, symbols: SymbolTable, on?: string): Term {
  const replacements: Record<string, Term> = {};
  for (const name of symbolsOf(term)) {
    const definition = symbols.get(name)?.definition;
    const expanded = definition && expandAbbreviations(definition, symbols, on);
    if (expanded && (on === undefined || symbolsOf(expanded).includes(on))) replacements[name] = expanded;
  }
  return Object.keys(replacements).length > 0 ? substitute(term, replacements) : term;
}
