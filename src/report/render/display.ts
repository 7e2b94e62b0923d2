/** Displayed formulas as LaTeX, long right sides broken over lines. */
import { printEquationTex } from '../../kernel/print-tex.ts';
import type { SymbolTable } from '../../kernel/symbols.ts';
import { leftTex } from '../expression.ts';
import type { Formula } from '../story.ts';

/** Characters beyond which a displayed formula is broken, as wide as the text block of an article. */
const BREAK_AT = 72;

/** The rows of a formula as an aligned environment takes them, with alignment marks. */
export function rowsOf({ relation, look }: Formula, symbols: SymbolTable): string {
  const left = { tex: leftTex(relation, symbols, look) };
  return printEquationTex({ left, relation: relation.sign, right: relation.right }, symbols, {
    breakAt: BREAK_AT,
    aligned: true,
  });
}

/** The formula for a display of its own: in one line, or aligned in several. */
export function displayTex(formula: Formula, symbols: SymbolTable): string {
  const rows = rowsOf(formula, symbols);
  return rows.includes('\\\\') ? `\\begin{aligned}\n${rows}\n\\end{aligned}` : rows.replace('&', '');
}
