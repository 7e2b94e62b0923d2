/**
 * Products in LaTeX. Signs are pulled out, factors with negative exponents go under the fraction, and letters stand side
 * by side; only two numbers need a dot between them.
 */
import { ONE, type Rational } from '../rational.ts';
import { isNumber, power, type Term } from '../term.ts';
import { decimalText, numberPiece } from './numbers.ts';
import { orderFactors } from './order.ts';
import { atLevel, LEVEL, type Piece, type Style } from './piece.ts';
import type { Printer } from './printer.ts';
import { asReciprocal } from './sign.ts';

interface Fraction {
  readonly coefficient: Rational;
  readonly top: readonly Term[];
  readonly bottom: readonly Term[];
}

type Below = {
  readonly factor: Term;
  readonly base: Term;
  readonly exponent: Term;
  readonly numeric: boolean;
};

/**
 * Whether reciprocals stay on the line as powers: a q^{-γ} under a bar of its own reads worse than on the line, and so
 * does a sum to a symbolic power; anything that needs the bar anyway takes the others along.
 */
function stayOnLine(below: readonly Below[], top: readonly Term[], coefficient: Rational): boolean {
  if (below.some(({ numeric }) => numeric) || (coefficient.den !== 1n && decimalText(coefficient) === null))
    return false;
  return top.length === 0 || below.every(({ base }) => base.kind === 'sum');
}

/** The factors of a product without a minus sign, sorted into what stands above and below the bar. */
function splitFraction(factors: readonly Term[]): Fraction {
  let coefficient: Rational = ONE;
  const top: Term[] = [];
  const below: Below[] = [];
  for (const factor of factors) {
    const reciprocal = asReciprocal(factor);
    if (isNumber(factor)) coefficient = factor.value;
    else if (reciprocal) below.push({ factor, ...reciprocal });
    else top.push(factor);
  }
  if (stayOnLine(below, top, coefficient)) {
    return { coefficient, top: [...top, ...below.map(({ factor }) => factor)], bottom: [] };
  }
  return { coefficient, top, bottom: below.map(({ base, exponent }) => power(base, exponent)) };
}

const isLetterOrNumber = (tex: string): boolean => /^(?:[\d.]+|[a-zA-Z])$/.test(tex);
const isCommandOrNumber = (tex: string): boolean => /^(?:[\d.]+|\\[a-zA-Z]+)$/.test(tex);

/** Side by side as a person types it: 6nd, 2\delta, a n^{\alpha}, and a dot between numbers. */
function juxtapose(texts: readonly string[]): string {
  if (texts.every(isLetterOrNumber) && texts.filter((tex) => /^\d/.test(tex)).length < 2)
    return texts.join('');
  return texts
    .map((tex, i) => {
      const before = texts[i - 1];
      if (before === undefined) return tex;
      if (/^\d/.test(tex)) return ` \\cdot ${tex}`;
      return tex.startsWith('\\') && isCommandOrNumber(before) ? tex : ` ${tex}`;
    })
    .join('');
}

/** Factors side by side. */
function row(coefficient: Rational, factors: readonly Term[], style: Style, printer: Printer): Piece {
  const isOne = coefficient.num === 1n && coefficient.den === 1n;
  const ordered = orderFactors(factors, printer.symbols);
  const numbers = isOne && ordered.length > 0 ? [] : [numberPiece(coefficient, style)];
  const [only, ...more] = ordered;
  if (only && numbers.length === 0 && more.length === 0) return printer.lay(only, style);
  const pieces = ordered.map((factor) => {
    const piece = printer.lay(factor, style);
    return atLevel(piece, factor.kind === 'call' ? LEVEL.call : LEVEL.power);
  });
  const [open, closed] = [pieces.filter((piece) => piece.openEnd), pieces.filter((piece) => !piece.openEnd)];
  const all = [...numbers, ...closed, ...open];
  const [first, ...rest] = all;
  if (first && rest.length === 0) return first;
  return {
    tex: juxtapose(all.map(({ tex }) => tex)),
    level: LEVEL.product,
    tall: all.some(({ tall }) => tall),
    openEnd: all.at(-1)?.openEnd ?? false,
  };
}

const isLong = (piece: Piece): boolean => piece.tex.length > 48;

/** top/bottom, as a bar or a solidus. */
function quotient(top: Piece, bottom: Piece, style: Style): Piece {
  const bar = style === 'display' || (style === 'inner' && (isLong(top) || isLong(bottom)));
  if (bar) return { tex: `\\frac{${top.tex}}{${bottom.tex}}`, level: LEVEL.call, tall: true, block: true };
  const above = atLevel(top, top.openEnd ? LEVEL.atom : LEVEL.product);
  const under = atLevel(bottom, LEVEL.power);
  return { tex: `${above.tex}/${under.tex}`, level: LEVEL.product, tall: above.tall || under.tall };
}

/** A product without a minus sign. */
export function productPiece(factors: readonly Term[], style: Style, printer: Printer): Piece {
  const { coefficient, top, bottom } = splitFraction(factors);
  const decimal = decimalText(coefficient) !== null;
  const under = decimal ? ONE : { num: coefficient.den, den: 1n };
  const over = decimal ? coefficient : { num: coefficient.num, den: 1n };
  if (bottom.length === 0 && under.num === 1n) return row(over, top, style, printer);
  const inner: Style = style === 'display' ? 'inner' : style;
  return quotient(row(over, top, inner, printer), row(under, bottom, inner, printer), style);
}
