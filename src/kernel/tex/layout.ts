/** Terms laid out as LaTeX: letters, sums, powers and calls here, products beside in product.ts. */
import { FUNCTIONS } from '../functions/registry.ts';
import { fail } from '../issues.ts';
import type { SymbolTable } from '../symbols.ts';
import { isNumber, type Term } from '../term.ts';
import { orderSummands } from './order.ts';
import { atLevel, LEVEL, type Piece, type Style, type TexArgument } from './piece.ts';
import type { Printer } from './printer.ts';
import { productPiece } from './product.ts';
import { asReciprocal, pullSign } from './sign.ts';

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
export interface SignedPiece {
  readonly negative: boolean;
  readonly piece: Piece;
}

function signedPiece(term: Term, style: Style, printer: Printer): SignedPiece {
  const { negative, size } = pullSign(term);
  return { negative, piece: atLevel(printer.lay(size, style), LEVEL.product) };
}

export const summands = (terms: readonly Term[], style: Style, printer: Printer): SignedPiece[] =>
  orderSummands(terms, printer.symbols).map((part) => signedPiece(part, style, printer));

export const joinSummands = (parts: readonly SignedPiece[], isFirst: boolean): string =>
  parts
    .map(({ negative, piece }, i) => {
      const sign = isFirst && i === 0 ? (negative ? '-' : '') : negative ? ' - ' : ' + ';
      return `${sign}${piece.tex}`;
    })
    .join('')
    .trimStart();

/** Whether some fractions of a sum have a bar and others a solidus. */
const isMixed = (parts: readonly SignedPiece[]): boolean =>
  parts.some(({ piece }) => piece.tex.includes('\\frac')) &&
  parts.some(({ piece }) => /^[^^]*\//.test(piece.tex));

function sumPiece(terms: readonly Term[], style: Style, printer: Printer): Piece {
  const set = summands(terms, style, printer);
  const parts = isMixed(set) ? summands(terms, 'display', printer) : set;
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
export function printerFor(symbols: SymbolTable, options: TexOptions): Printer {
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
