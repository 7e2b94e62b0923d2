/**
 * The order in which a reader expects factors and summands. Factors: number, Greek letters, shape parameters and sums of
 * them, Latin constants, Latin variables, powers with symbolic exponents, other powers and sums, functions. Sums of shape
 * parameters ascend (1 + αγ); other sums keep the order in which they were built, with a positive summand in front.
 */
import { signRational } from '../rational.ts';
import type { SymbolTable } from '../symbols.ts';
import { isNumber, symbolsOf, type Term } from '../term.ts';
import { pullSign } from './sign.ts';

/** Letters that usually vary, written after those that usually stand for constants; in this order. */
const VARYING = ['x', 'y', 'n', 'd', 't', 'q', 'f'];

const GREEK =
  /^\|?\\(?:alpha|beta|gamma|delta|(?:var)?epsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|upsilon|phi|chi|psi|omega|Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Phi|Psi|Omega)\b/;

const isShape = (term: Term, symbols: SymbolTable): boolean =>
  symbolsOf(term).every((name) => symbols.get(name)?.role === 'shape');

/** Rank of a symbol among the factors of a product. */
function symbolRank(name: string, symbols: SymbolTable): number {
  const declaration = symbols.get(name);
  const tex = declaration?.tex ?? '';
  if (tex.endsWith(')')) return 8;
  const greek = GREEK.test(tex);
  if (declaration?.role === 'shape') return greek ? 3 : 4;
  if (greek) return 2;
  return VARYING.includes(name) ? 7 : 6;
}

function factorRank(factor: Term, symbols: SymbolTable): number {
  switch (factor.kind) {
    case 'number':
      return 0;
    case 'symbol':
      return symbolRank(factor.name, symbols);
    case 'power':
      if (isNumber(factor.base)) return 1;
      if (factor.base.kind === 'symbol')
        return isNumber(factor.exponent) ? symbolRank(factor.base.name, symbols) : 8;
      return factor.base.kind === 'sum' ? (isShape(factor, symbols) ? 5 : 10) : 9;
    case 'sum':
      return isShape(factor, symbols) ? 5 : 10;
    case 'product':
      return 9;
    case 'call':
      return 11;
  }
}

/** Place of the first symbol of a factor: varying letters in their own order, the others as the table declares them. */
function letterPlace(factor: Term, symbols: SymbolTable): number {
  const [first = ''] = symbolsOf(factor.kind === 'power' ? factor.base : factor);
  const place = VARYING.indexOf(first);
  return place >= 0 ? 10_000 + place : [...symbols.keys()].indexOf(first);
}

/** The factors in the order in which they are written; equals keep their order. */
export function orderFactors(factors: readonly Term[], symbols: SymbolTable): Term[] {
  return factors
    .map((factor) => ({ factor, rank: factorRank(factor, symbols), place: letterPlace(factor, symbols) }))
    .sort((x, y) => x.rank - y.rank || (x.rank < 9 ? x.place - y.place : 0))
    .map(({ factor }) => factor);
}

/** Number of symbol factors, counted with whole-number powers. */
function degree(term: Term): number {
  switch (term.kind) {
    case 'number':
      return 0;
    case 'symbol':
    case 'call':
      return 1;
    case 'sum':
      return Math.max(...term.terms.map(degree));
    case 'product':
      return term.factors.reduce((total, factor) => total + degree(factor), 0);
    case 'power':
      return isNumber(term.exponent)
        ? degree(term.base) * Number(term.exponent.value.num)
        : degree(term.base);
  }
}

/** The summands in the order in which they are written. */
export function orderSummands(terms: readonly Term[], symbols: SymbolTable): Term[] {
  const constant = terms.filter(isNumber);
  const others = terms.filter((part) => !isNumber(part));
  if (others.every((part) => isShape(part, symbols))) others.sort((x, y) => degree(x) - degree(y));
  const isFirst =
    constant.every(({ value }) => signRational(value) > 0) || terms.every((part) => pullSign(part).negative);
  const ordered = isFirst ? [...constant, ...others] : [...others, ...constant];
  const front = ordered.findIndex((part) => !pullSign(part).negative);
  return front > 0 ? [...ordered.splice(front, 1), ...ordered] : ordered;
}
