/**
 * Products in LaTeX. Signs are pulled out, factors with negative exponents go under the fraction, and letters stand side
 * by side; only two numbers need a dot between them.
 */
import { multiplyRational, ONE, type Rational } from '../rational.ts';
import { isNumber, negate, power, type Term } from '../term.ts';
import { numberPiece, splitCoefficient } from './numbers.ts';
import { orderFactors } from './order.ts';
import { atLevel, LEVEL, type Piece, type Style, texWidth } from './piece.ts';
import type { Printer } from './printer.ts';
import { asReciprocal, type Reciprocal } from './sign.ts';

interface Fraction {
  readonly coefficient: Rational;
  readonly top: readonly Term[];
  readonly bottom: readonly Term[];
}

type Below = Reciprocal & { readonly factor: Term };

const needsBar = (coefficient: Rational): boolean => splitCoefficient(coefficient).under.num !== 1n;

/**
 * Whether reciprocals stay on the line as powers: a q^{-γ} under a bar of its own reads worse than on the line, and so
 * does a sum or fraction to a symbolic power; anything that needs the bar anyway takes the others along.
 */
function stayOnLine(below: readonly Below[], top: readonly Term[], coefficient: Rational): boolean {
  if (needsBar(coefficient) || below.some(({ isNumeric }) => isNumeric)) return false;
  return top.length === 0 || below.every(({ base }) => base.kind !== 'symbol');
}

interface Parts {
  coefficient: Rational;
  readonly top: Term[];
  readonly below: Below[];
}

/** Sorts factors into those above and below the bar; what divides by a product divides by each of its factors. */
function sortFactors(factors: readonly Term[], parts: Parts): void {
  for (const factor of factors) {
    const reciprocal = asReciprocal(factor);
    if (isNumber(factor)) parts.coefficient = multiplyRational(parts.coefficient, factor.value);
    else if (!reciprocal) parts.top.push(factor);
    else if (reciprocal.divisor.kind === 'product') {
      sortFactors(reciprocal.divisor.factors.map(reciprocalOf), parts);
    } else parts.below.push({ factor, ...reciprocal });
  }
}

const reciprocalOf = (factor: Term): Term =>
  factor.kind === 'power' ? power(factor.base, negate(factor.exponent)) : power(factor, -1);

/** The factors of a product without a minus sign, sorted into what stands above and below the bar. */
function splitFraction(factors: readonly Term[]): Fraction {
  const parts: Parts = { coefficient: ONE, top: [], below: [] };
  sortFactors(factors, parts);
  const { coefficient, top, below } = parts;
  if (stayOnLine(below, top, coefficient)) {
    return { coefficient, top: [...top, ...below.map(({ factor }) => factor)], bottom: [] };
  }
  return { coefficient, top, bottom: below.map(({ divisor }) => divisor) };
}

const isLetterOrNumber = (tex: string): boolean => /^(?:[\d.]+|[a-zA-Z])$/.test(tex);
const startsWithNumber = (tex: string): boolean => /^[\d.]/.test(tex);
const isCommandOrNumber = (tex: string): boolean => /^(?:[\d.]+|\\[a-zA-Z]+)$/.test(tex);

/** Side by side as a person types it: 6nd, 2\delta, a n^{\alpha}, and a dot between numbers. */
function juxtapose(texts: readonly string[]): string {
  if (texts.every(isLetterOrNumber) && texts.filter(startsWithNumber).length < 2) return texts.join('');
  return texts
    .map((tex, i) => {
      const before = texts[i - 1];
      if (before === undefined) return tex;
      if (startsWithNumber(tex)) return ` \\cdot ${tex}`;
      return tex.startsWith('\\') && isCommandOrNumber(before) ? tex : ` ${tex}`;
    })
    .join('');
}

/** Factors side by side. */
function row(coefficient: Rational, factors: readonly Term[], style: Style, printer: Printer): Piece {
  const isOne = coefficient.num === 1n && coefficient.den === 1n;
  const ordered = orderFactors(factors, printer.symbols);
  const numbers = isOne && ordered.length > 0 ? [] : [numberPiece(coefficient)];
  const [only, ...more] = ordered;
  if (only && numbers.length === 0 && more.length === 0) return printer.lay(only, style);
  const pieces = ordered.map((factor) => atLevel(printer.lay(factor, style), LEVEL.call));
  const [open, closed] = [pieces.filter((piece) => piece.openEnd), pieces.filter((piece) => !piece.openEnd)];
  const all = [...numbers, ...closed, ...open];
  const [first, ...rest] = all;
  if (first && rest.length === 0) return first;
  return {
    tex: juxtapose(all.map(({ tex }) => tex)),
    level: LEVEL.product,
    tall: all.some(({ tall }) => tall),
    openEnd: open.length > 0,
  };
}

/** Inside a fraction, the longest LaTeX over or under a solidus, and the longest in parentheses under one. */
const LONGEST_OVER = 48;
const LONGEST_UNDER = 14;

/** Whether a fraction inside a fraction reads better with a bar of its own. */
const deservesBar = (top: Piece, bottom: Piece): boolean =>
  Math.max(top.tex.length, bottom.tex.length) > LONGEST_OVER ||
  bottom.level === LEVEL.sum ||
  (bottom.level < LEVEL.power && bottom.tex.length > LONGEST_UNDER);

/** top/bottom, as a bar or a solidus. */
function quotient(top: Piece, bottom: Piece, style: Style): Piece {
  const bar = style === 'display' || (style === 'inner' && deservesBar(top, bottom));
  if (bar) return { tex: `\\frac{${top.tex}}{${bottom.tex}}`, level: LEVEL.call, tall: true, block: true };
  const above = atLevel(top, top.openEnd ? LEVEL.atom : LEVEL.product);
  const under = atLevel(bottom, LEVEL.power);
  return { tex: `${above.tex}/${under.tex}`, level: LEVEL.product, tall: above.tall || under.tall };
}

/** A function or root wider than this stands beside a fraction, not on top of it. */
const WIDEST_ON_TOP = 11;

const isRoot = (factor: Term): boolean =>
  factor.kind === 'power' && isNumber(factor.exponent) && factor.exponent.value.den === 2n;

/** Whether a factor is itself a bracket around fractions, which would have to shrink on top of another fraction. */
function holdsFraction(factor: Term, printer: Printer): boolean {
  const inside = factor.kind === 'power' ? factor.base : factor;
  if (inside.kind !== 'sum' && inside.kind !== 'product') return false;
  return printer.lay(inside, 'display').tex.includes('\\frac');
}

/** The factors above the bar, and those that stand beside the fraction because they read better there. */
function splitTop(
  { coefficient, top, bottom }: Fraction,
  printer: Printer,
): { above: Term[]; right: Term[] } {
  const hasBrackets = bottom.some((factor) => holdsFraction(factor, printer));
  const isLong = (factor: Term): boolean =>
    (factor.kind === 'call' || isRoot(factor)) &&
    texWidth(printer.lay(factor, 'display').tex) > WIDEST_ON_TOP;
  const isBeside = (factor: Term): boolean =>
    isLong(factor) || (!hasBrackets && holdsFraction(factor, printer));
  const above = top.filter((factor) => !isBeside(factor));
  const right = top.filter(isBeside);
  const isBare = above.length === 0 && splitCoefficient(coefficient).over.num === 1n;
  return isBare && !right.some(isLong) ? { above: [...top], right: [] } : { above, right };
}

/** A fraction with a product beside it. */
function beside(fraction: Piece, right: Piece): Piece {
  const least = atLevel(right, LEVEL.product);
  return { tex: juxtapose([fraction.tex, least.tex]), level: LEVEL.product, tall: true };
}

/** A product without a minus sign. */
export function productPiece(factors: readonly Term[], style: Style, printer: Printer): Piece {
  const parts = splitFraction(factors);
  const { coefficient, top, bottom } = parts;
  const { over, under } = splitCoefficient(coefficient);
  if (bottom.length === 0 && under.num === 1n) return row(over, top, style, printer);
  const inner: Style = style === 'display' ? 'inner' : style;
  const { above, right } = style === 'display' ? splitTop(parts, printer) : { above: top, right: [] };
  const fraction = quotient(row(over, above, inner, printer), row(under, bottom, inner, printer), style);
  return right.length > 0 ? beside(fraction, row(ONE, right, style, printer)) : fraction;
}
