/** Text in the order of the LaTeX: 1 + alpha*gamma, and no minus in front where a plus can stand there. */
import { printText } from '../kernel/print-text.ts';
import type { SymbolTable } from '../kernel/symbols.ts';
import type { Term } from '../kernel/term.ts';
import { orderSummands } from '../kernel/tex/order.ts';

/** The same term with its sums in reading order; nothing is folded, since folding would order them anew. */
function inReadingOrder(term: Term, symbols: SymbolTable): Term {
  const within = (part: Term): Term => inReadingOrder(part, symbols);
  switch (term.kind) {
    case 'number':
    case 'symbol':
      return term;
    case 'sum':
      return { kind: 'sum', terms: orderSummands(term.terms.map(within), symbols) };
    case 'product':
      return { kind: 'product', factors: term.factors.map(within) };
    case 'power':
      return { kind: 'power', base: within(term.base), exponent: within(term.exponent) };
    case 'call':
      return { kind: 'call', name: term.name, args: term.args.map(within) };
  }
}

/** The term as text that the toolkit reads back, its sums in reading order. */
export const readingText = (term: Term, symbols: SymbolTable): string =>
  printText(inReadingOrder(term, symbols));
