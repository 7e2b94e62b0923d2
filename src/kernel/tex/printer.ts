/** What every part of the LaTeX printer is given: the letters, and the way back to the printer for inner terms. */
import type { SymbolTable } from '../symbols.ts';
import type { Term } from '../term.ts';
import type { Piece, Style } from './piece.ts';

export interface Printer {
  readonly symbols: SymbolTable;
  /** The LaTeX of a symbol, with its star where it has one. */
  letter(name: string): Piece;
  /** Any term laid out. */
  lay(term: Term, style: Style): Piece;
}
