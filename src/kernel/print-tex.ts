/** Terms as LaTeX that a person would have written; what is printed parses back to an equal term (src/report/latex-gate.ts). */
import { FUNCTIONS } from './functions/registry.ts';
import { fail } from './issues.ts';
import type { SymbolTable } from './symbols.ts';
import { isNumber, type Term } from './term.ts';
import { orderSummands } from './tex/order.ts';
import { atLevel, LEVEL, type Piece, type Style, type TexArgument } from './tex/piece.ts';
import type { Printer } from './tex/printer.ts';
import { productPiece } from './tex/product.ts';
import { asReciprocal, pullSign } from './tex/sign.ts';

export interface TexOptions {
  /** Names of the symbols to be printed with a star, e.g. `n^{\ast}` for the optimal n. */
  readonly starred?: ReadonlySet<string>;
  /** LaTeX of numbers to be put in for symbols, e.g. `7.2 \times 10^{17}`; everything else stays where it stands. */
  readonly numbers?: ReadonlyMap<string, string>;
}

/** A letter's LaTeX: one that already carries a superscript, a prime or an argument takes an exponent in parentheses. */
function pieceOfLetter(tex: string): Piece {
  const isBracketed = /^\([^()]*\)$/.test(tex);
  return { tex, level: !isBracketed && /[\^')|]/.test(tex) ? LEVEL.power : LEVEL.atom, tall: false };
}

/** A number written for a letter holds together as it would anywhere: -2 as a sum does, 3 \times 10^{5} as a product. */
function pieceOfNumber(tex: string): Piece {
  const level = tex.startsWith('-') ? LEVEL.sum : /^[\d.]+$/.test(tex) ? LEVEL.atom : LEVEL.product;
  return { tex, level, tall: false };
}

function letterOf(name: string, symbols: SymbolTable, { starred, numbers }: TexOptions): Piece {
  const declaration = symbols.get(name);
  if (!declaration)
    return fail({ code: 'unknown-symbol', name, known: [...symbols.keys()], suggestion: null });
  const number = numbers?.get(name);
  if (number !== undefined) return pieceOfNumber(number);
  const piece = pieceOfLetter(declaration.tex);
  if (!starred?.has(name)) return piece;
  return { tex: `${atLevel(piece, LEVEL.atom).tex}^{\\ast}`, level: LEVEL.power, tall: false };
}

/** A summand with its sign apart. */
interface Signed {
  readonly negative: boolean;
  readonly piece: Piece;
}

function signedPiece(term: Term, style: Style, printer: Printer): Signed {
  const { negative, size } = pullSign(term);
  return { negative, piece: atLevel(printer.lay(size, style), LEVEL.product) };
}

const summands = (terms: readonly Term[], style: Style, printer: Printer): Signed[] =>
  orderSummands(terms, printer.symbols).map((part) => signedPiece(part, style, printer));

const joinSummands = (parts: readonly Signed[], isFirst: boolean): string =>
  parts
    .map(({ negative, piece }, i) => {
      const sign = isFirst && i === 0 ? (negative ? '-' : '') : negative ? ' - ' : ' + ';
      return `${sign}${piece.tex}`;
    })
    .join('')
    .trimStart();

/** Whether some fractions of a sum have a bar and others a solidus. */
const isMixed = (parts: readonly Signed[]): boolean =>
  parts.some(({ piece }) => piece.tex.includes('\\frac')) &&
  parts.some(({ piece }) => /^[^^]*\//.test(piece.tex));

function sumPiece(terms: readonly Term[], style: Style, printer: Printer): Piece {
  const set = summands(terms, style, printer);
  const parts = style === 'inner' && isMixed(set) ? summands(terms, 'display', printer) : set;
  const line = joinSummands(parts, true);
  return {
    tex: style === 'script' ? line.replace(/ ([+-]) /g, '$1') : line,
    level: LEVEL.sum,
    tall: parts.some(({ piece }) => piece.tall),
  };
}

const isHalf = (term: Term): boolean => isNumber(term) && term.value.num === 1n && term.value.den === 2n;

function powerPiece(base: Term, exponent: Term, style: Style, printer: Printer): Piece {
  if (isHalf(exponent)) {
    const inner = printer.lay(base, style);
    return { tex: `\\sqrt{${inner.tex}}`, level: LEVEL.power, tall: inner.tall, block: true };
  }
  const under = atLevel(printer.lay(base, style), LEVEL.atom);
  const over = printer.lay(exponent, 'script');
  const isBracketed = under.tex.endsWith(')');
  return {
    tex: `${under.tex}^{${over.tex}}`,
    level: LEVEL.power,
    tall: under.tall || (isBracketed && !isNumber(exponent)),
  };
}

function argumentOf(term: Term, style: Style, printer: Printer): TexArgument {
  const piece = printer.lay(term, style);
  const simple = piece.level === LEVEL.atom || piece.block === true;
  return { tex: piece.tex, script: printer.lay(term, 'script').tex, tall: piece.tall, simple };
}

function callPiece(term: Extract<Term, { kind: 'call' }>, style: Style, printer: Printer): Piece {
  const args = term.args.map((part) => argumentOf(part, style, printer));
  const tex = FUNCTIONS[term.name].tex(args);
  const openEnd = args.some((arg) => tex.endsWith(` ${arg.tex}`));
  const tall = args.some((arg) => arg.tall && tex.includes(arg.tex));
  return { tex, level: LEVEL.call, tall, openEnd };
}

function layOut(term: Term, style: Style, printer: Printer): Piece {
  const { negative, size } = pullSign(term);
  if (negative && term.kind !== 'sum') {
    const piece = atLevel(layOut(size, style, printer), LEVEL.product);
    return { ...piece, tex: `-${piece.tex}`, level: LEVEL.sum };
  }
  switch (size.kind) {
    case 'number':
      return productPiece([size], style, printer);
    case 'symbol':
      return printer.letter(size.name);
    case 'sum':
      return sumPiece(term.kind === 'sum' ? term.terms : size.terms, style, printer);
    case 'product':
      return productPiece(size.factors, style, printer);
    case 'power':
      return asReciprocal(size)?.isNumeric
        ? productPiece([size], style, printer)
        : powerPiece(size.base, size.exponent, style, printer);
    case 'call':
      return asReciprocal(size) ? productPiece([size], style, printer) : callPiece(size, style, printer);
  }
}

/** The printer keeps what it has laid out: a part is asked for in several styles by several neighbours. */
function printerFor(symbols: SymbolTable, options: TexOptions): Printer {
  const laid = new WeakMap<Term, Partial<Record<Style, Piece>>>();
  const printer: Printer = {
    symbols,
    letter: (name) => letterOf(name, symbols, options),
    lay: (term, style) => {
      const pieces = laid.get(term) ?? {};
      laid.set(term, pieces);
      pieces[style] ??= layOut(term, style, printer);
      return pieces[style];
    },
  };
  return printer;
}

/**
 * The term as LaTeX for KaTeX and for LaTeX with amsmath.
 * @throws OptimandError for a symbol that the table does not declare.
 */
export const printTex = (term: Term, symbols: SymbolTable, options: TexOptions = {}): string =>
  layOut(term, 'display', printerFor(symbols, options)).tex;

/** About how many characters wide the LaTeX is set. */
export const texWidth = (tex: string): number =>
  tex
    .replace(/\\(?:left|right|,|;|!|quad)/g, '')
    .replace(/\\[a-zA-Z]+/g, 'x')
    .replace(/[{}^_\s]/g, '').length;

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
  if (term.kind !== 'sum') return [layOut(term, 'display', printer).tex];
  const lines: Signed[][] = [];
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
