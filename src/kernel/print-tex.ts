/** Terms as LaTeX that a person would have written; what is printed parses back to an equal term (src/report/latex-gate.ts). */
import type { SymbolTable } from './symbols.ts';
import type { Term } from './term.ts';
import { joinSummands, printerFor, type SignedPiece, summands, type TexOptions } from './tex/layout.ts';
import { texWidth } from './tex/piece.ts';

export type { TexOptions } from './tex/layout.ts';
export { texWidth } from './tex/piece.ts';

/**
 * The term as LaTeX for KaTeX and for LaTeX with amsmath.
 * @throws OptimandError for a symbol that the table does not declare.
 */
export const printTex = (term: Term, symbols: SymbolTable, options: TexOptions = {}): string =>
  printerFor(symbols, options).lay(term, 'display').tex;

/**
 * The term as lines of an `aligned` environment, broken between summands wherever a line would be wider than `breakAt`;
 * each line after the first begins with its sign. One line where the term is no sum or is short enough.
 */
export function printTexLines(
  term: Term,
  symbols: SymbolTable,
  breakAt: number,
  options: TexOptions = {},
): string[] {
  const printer = printerFor(symbols, options);
  if (term.kind !== 'sum') return [printer.lay(term, 'display').tex];
  const lines: SignedPiece[][] = [];
  for (const part of summands(term.terms, 'display', printer)) {
    const last = lines.at(-1);
    if (last && texWidth(joinSummands([...last, part], lines.length === 1)) <= breakAt) last.push(part);
    else lines.push([part]);
  }
  return lines.map((line, i) => joinSummands(line, i === 0));
}

/** What may stand between two sides. */
export type Relation = '=' | '!=' | '<' | '>' | '<=' | '>=' | '~' | 'in';
const RELATION_TEX: Readonly<Record<Relation, string>> = {
  '=': '=',
  '!=': '\\ne',
  '<': '<',
  '>': '>',
  '<=': '\\le',
  '>=': '\\ge',
  '~': '\\sim',
  in: '\\in',
};

export interface EquationTex {
  readonly left: Term | { readonly tex: string };
  readonly relation: Relation;
  readonly right: Term | { readonly tex: string };
}

export interface EquationOptions extends TexOptions {
  /** Width in characters beyond which the right side goes on to the next line of an `aligned` environment. */
  readonly breakAt?: number;
  /** Whether to put alignment marks before the relation, for the rows of an `align` environment. */
  readonly aligned?: boolean;
}

/** Left, relation and right as LaTeX; several lines, joined by `\\`, where the right side is broken. */
export function printEquationTex(
  equation: EquationTex,
  symbols: SymbolTable,
  options: EquationOptions = {},
): string {
  const side = (value: Term | { readonly tex: string }): string =>
    'tex' in value ? value.tex : printTex(value, symbols, options);
  const mark = options.aligned ? '&' : '';
  const left = side(equation.left);
  const head = `${left} ${mark}${RELATION_TEX[equation.relation]} `;
  const { right } = equation;
  if (options.breakAt === undefined || 'tex' in right) return `${head}${side(right)}`;
  const [first = '', ...more] = printTexLines(right, symbols, options.breakAt - texWidth(left), options);
  if (more.length === 0) return `${head}${first}`;
  return [`${head}${first}`, ...more.map((line) => (mark ? `&\\quad ${line}` : line))].join(' \\\\\n');
}
