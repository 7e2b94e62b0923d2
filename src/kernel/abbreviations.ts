/** Letters that stand for terms, and what they stand for. */
import type { SymbolTable } from './symbols.ts';
import { substitute, symbolsOf, type Term } from './term.ts';

/**
 * The term with abbreviations replaced by what they stand for, through all levels: all of them, or those alone that depend
 * on the symbol `on`, which is what a derivative or a solution in that symbol needs.
 */
export function expandAbbreviations(term: Term, symbols: SymbolTable, on?: string): Term {
  if (on !== undefined) return expandAfresh(term, symbols, on);
  const kept = expandedIn.get(symbols) ?? new WeakMap<Term, Term>();
  expandedIn.set(symbols, kept);
  const expanded = kept.get(term) ?? expandAfresh(term, symbols);
  kept.set(term, expanded);
  return expanded;
}

/** Terms already expanded, for as long as their symbols and they are: one term is expanded to one object. */
const expandedIn = new WeakMap<SymbolTable, WeakMap<Term, Term>>();

function expandAfresh(term: Term, symbols: SymbolTable, on?: string): Term {
  const replacements: Record<string, Term> = {};
  for (const name of symbolsOf(term)) {
    const definition = symbols.get(name)?.definition;
    const expanded = definition && expandAbbreviations(definition, symbols, on);
    if (expanded && (on === undefined || symbolsOf(expanded).includes(on))) replacements[name] = expanded;
  }
  return Object.keys(replacements).length > 0 ? substitute(term, replacements) : term;
}
