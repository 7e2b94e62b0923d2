/** Terms in the shape parameters alone: as rational functions, and with a sign that the assumptions decide or leave unknown. */
import { expandAbbreviations } from './abbreviations.ts';
import type { Context } from './facts.ts';
import type { Sign } from './functions/function.ts';
import {
  constantPolynomial,
  dividePolynomials,
  equalMonomials,
  isZeroPolynomial,
  type Monomial,
  negatePolynomial,
  type Polynomial,
  polynomialKey,
  scalePolynomial,
  subtractPolynomials,
  symbolPolynomial,
} from './polynomial.ts';
import { printText } from './print-text.ts';
import {
  addRatios,
  constantRatio,
  isZeroRatio,
  multiplyRatios,
  ONE_RATIO,
  powerRatio,
  type Ratio,
  ratioInteger,
  symbolRatio,
  ZERO_RATIO,
} from './ratio.ts';
import { divideRational, type Rational, rationalText, signRational } from './rational.ts';
import type { Domain, SymbolTable } from './symbols.ts';
import { symbolsOf, type Term } from './term.ts';

/** Largest integer power of a sum or coefficient that is multiplied out. */
const LARGEST_POWER = 64n;

export const isShape = (name: string, context: Context): boolean =>
  context.symbols.get(name)?.role === 'shape';

/** The term as a rational function of shape parameters, or null where it is none. */
export function shapeRatio(term: Term, context: Context): Ratio | null {
  switch (term.kind) {
    case 'number':
      return constantRatio(term.value);
    case 'symbol':
      return isShape(term.name, context) ? symbolRatio(term.name) : null;
    case 'sum':
      return combine(term.terms, context, ZERO_RATIO, addRatios);
    case 'product':
      return combine(term.factors, context, ONE_RATIO, multiplyRatios);
    case 'power': {
      const [base, exponent] = [shapeRatio(term.base, context), shapeRatio(term.exponent, context)];
      const whole = exponent && ratioInteger(exponent);
      if (!base || whole === null || whole > LARGEST_POWER || whole < -LARGEST_POWER) return null;
      return whole < 0n && isZeroRatio(base) ? null : powerRatio(base, whole);
    }
    case 'call':
      return null;
  }
}

function combine(
  terms: readonly Term[],
  context: Context,
  start: Ratio,
  join: (x: Ratio, y: Ratio) => Ratio,
): Ratio | null {
  let total = start;
  for (const part of terms) {
    const value = shapeRatio(part, context);
    if (!value) return null;
    total = join(total, value);
  }
  return total;
}

const FLIPPED: Readonly<Record<Sign, Sign>> = {
  positive: 'negative',
  'non-negative': 'non-positive',
  zero: 'zero',
  'non-positive': 'non-negative',
  negative: 'positive',
  unknown: 'unknown',
};
export const flipSign = (sign: Sign): Sign => FLIPPED[sign];

/** Sign of a product from the signs of its factors. */
export function signOfProduct(signs: readonly Sign[]): Sign {
  if (signs.includes('zero')) return 'zero';
  if (signs.includes('unknown')) return 'unknown';
  const negative = signs.filter((s) => s === 'negative' || s === 'non-positive').length % 2 === 1;
  const weak = signs.some((s) => s === 'non-negative' || s === 'non-positive');
  const positive: Sign = weak ? 'non-negative' : 'positive';
  return negative ? flipSign(positive) : positive;
}

/** Sign of a sum from the signs of its summands. */
export function signOfSum(signs: readonly Sign[]): Sign {
  const relevant = signs.filter((s) => s !== 'zero');
  if (relevant.length === 0) return 'zero';
  if (relevant.every((s) => s === 'positive' || s === 'non-negative'))
    return relevant.includes('positive') ? 'positive' : 'non-negative';
  if (relevant.every((s) => s === 'negative' || s === 'non-positive'))
    return relevant.includes('negative') ? 'negative' : 'non-positive';
  return 'unknown';
}

/** Sign of every value in a domain. */
export function signOfDomain({ lower, upper }: Domain): Sign {
  if (lower && signRational(lower.at) >= 0)
    return signRational(lower.at) > 0 || lower.open ? 'positive' : 'non-negative';
  if (upper && signRational(upper.at) <= 0)
    return signRational(upper.at) < 0 || upper.open ? 'negative' : 'non-positive';
  return 'unknown';
}

const signOfSymbol = (name: string, context: Context): Sign =>
  shapesOf(context).signs.get(name) ?? signFromDomainOrFact(name, context);

/** The sign of a letter: one that leaves zero out, or is zero, before one that does not. */
function signFromDomainOrFact(name: string, context: Context): Sign {
  const told = context.facts.flatMap(({ term, is }): readonly Sign[] =>
    term.kind === 'symbol' && term.name === name && is !== 'non-zero' ? [is] : [],
  );
  const signs = [signOfDomain(context.symbols.get(name)?.domain ?? {}), ...told];
  return (
    signs.find((sign) => ['positive', 'negative', 'zero'].includes(sign)) ??
    signs.find((sign) => sign !== 'unknown') ??
    'unknown'
  );
}

const signOfMonomial = (monomial: Monomial, context: Context): Sign =>
  signOfProduct(
    monomial.map(([name, exponent]) => {
      const sign = signOfSymbol(name, context);
      if (exponent % 2 === 1) return sign;
      return sign === 'positive' || sign === 'negative' ? 'positive' : 'non-negative';
    }),
  );

const signTermwise = (p: Polynomial, context: Context): Sign =>
  signOfSum(
    p.map((t) =>
      signOfProduct([
        signRational(t.coefficient) > 0 ? 'positive' : 'negative',
        signOfMonomial(t.monomial, context),
      ]),
    ),
  );

type KnownSign = { readonly polynomial: Polynomial; readonly strict: boolean };

const basisOf = new WeakMap<Context, Context>();
const basesIn = new WeakMap<SymbolTable, Context[]>();

/**
 * The context reduced to what normal forms depend on: its symbols and its facts about shape parameters. Contexts that differ
 * in other facts share one object, and with it everything that is kept by a context's identity.
 */
export function basis(context: Context): Context {
  const before = basisOf.get(context);
  if (before) return before;
  const facts = context.facts.filter(({ term }) =>
    symbolsOf(expandAbbreviations(term, context.symbols)).every((name) => isShape(name, context)),
  );
  const bases = basesIn.get(context.symbols) ?? [];
  const same = bases.find(
    (other) => other.facts.length === facts.length && other.facts.every((fact, i) => fact === facts[i]),
  );
  const found = same ?? { symbols: context.symbols, facts };
  if (!same) basesIn.set(context.symbols, [...bases, found]);
  basisOf.set(context, found);
  basisOf.set(found, found);
  return found;
}

/** What is assumed of the shape parameters. Contexts that assume the same share one, and what is kept by its identity. */
export interface Shapes {
  /** The shape parameters, as declared. */
  readonly names: readonly string[];
  /** Their signs, from domains and facts. */
  readonly signs: ReadonlyMap<string, Sign>;
  /** Polynomials known to be positive (strict) or non-negative, from the facts and from bounds of domains. */
  readonly known: readonly KnownSign[];
  /** Those among them that are positive. */
  readonly positive: readonly Polynomial[];
  /** Signs already found, by the key of the polynomial. */
  readonly found: Map<string, Sign>;
}

const shapesIn = new WeakMap<Context, Shapes>();
/** By all that they are made from, as text. Emptied when full, so memory is bounded. */
const shapesByText = new Map<string, Shapes>();
const MOST_SHAPES = 4000;

export function shapesOf(context: Context): Shapes {
  const before = shapesIn.get(context);
  if (before) return before;
  const reduced = basis(context);
  const text = textOfShapes(reduced);
  const same = shapesByText.get(text) ?? readShapes(reduced);
  if (shapesByText.size >= MOST_SHAPES) shapesByText.clear();
  shapesByText.set(text, same);
  shapesIn.set(context, same);
  shapesIn.set(reduced, same);
  return same;
}

/** Domains of the shape parameters and the facts about them, in order, abbreviations opened. */
function textOfShapes({ symbols, facts }: Context): string {
  const end = (at?: { readonly at: Rational; readonly open: boolean }): string =>
    at ? `${rationalText(at.at)}${at.open ? '' : '='}` : '';
  const domains = [...symbols.values()]
    .filter(({ role }) => role === 'shape')
    .map(
      ({ name, domain }) =>
        `${name}:${end(domain.lower)}..${end(domain.upper)}${domain.integer ? 'whole' : ''}`,
    );
  const said = facts.map(
    ({ term, is }) => `${printText(term)}|${printText(expandAbbreviations(term, symbols))}|${is}`,
  );
  return [...domains, ...said].join('\n');
}

function readShapes(context: Context): Shapes {
  const names = [...context.symbols.values()].filter(({ role }) => role === 'shape').map(({ name }) => name);
  const signs = new Map(names.map((name) => [name, signFromDomainOrFact(name, context)]));
  const start: Shapes = { names, signs, known: [], positive: [], found: new Map() };
  // Facts are read with the signs of the parameters alone.
  shapesIn.set(context, start);
  const known = readKnownSigns(context);
  const positive = known.filter(({ strict }) => strict).map(({ polynomial }) => polynomial);
  return { ...start, known, positive };
}

function readKnownSigns(context: Context): readonly KnownSign[] {
  const known: KnownSign[] = [];
  for (const { term, is } of context.facts) {
    if (is === 'non-zero' || is === 'zero') continue;
    const up = is === 'positive' || is === 'non-negative';
    for (const form of [term, expandAbbreviations(term, context.symbols)]) {
      const value = shapeRatio(form, context);
      if (!value || signTermwise(value.den, context) !== 'positive') continue;
      known.push({
        polynomial: up ? value.num : negatePolynomial(value.num),
        strict: is === 'positive' || is === 'negative',
      });
    }
  }
  for (const { name, domain, role } of context.symbols.values()) {
    if (role !== 'shape') continue;
    const { lower, upper } = domain;
    const self = symbolPolynomial(name);
    if (lower && signRational(lower.at) !== 0)
      known.push({ polynomial: subtractPolynomials(self, constantPolynomial(lower.at)), strict: lower.open });
    if (upper)
      known.push({ polynomial: subtractPolynomials(constantPolynomial(upper.at), self), strict: upper.open });
  }
  // What is known to be positive is asked before the same, known not to be negative.
  return known
    .filter(({ polynomial }) => !isZeroPolynomial(polynomial))
    .sort((one, other) => Number(other.strict) - Number(one.strict));
}

/** p's sign where p is a known polynomial times one of known sign, or a known one plus one of the same sign. */
function signFromKnown(p: Polynomial, { polynomial, strict }: KnownSign, context: Context): Sign {
  const quotient = dividePolynomials(p, polynomial);
  if (quotient) {
    const sign = signOfProduct([strict ? 'positive' : 'non-negative', signTermwise(quotient, context)]);
    if (sign !== 'unknown') return sign;
  }
  for (const target of p) {
    const match = polynomial.find((t) => equalMonomials(t.monomial, target.monomial));
    if (!match) continue;
    const weight = divideRational(target.coefficient, match.coefficient);
    const rest = signTermwise(subtractPolynomials(p, scalePolynomial(polynomial, weight)), context);
    const weighted: Sign =
      signRational(weight) > 0
        ? strict
          ? 'positive'
          : 'non-negative'
        : strict
          ? 'negative'
          : 'non-positive';
    const sign = signOfSum([rest, weighted]);
    if (sign !== 'unknown') return sign;
  }
  return 'unknown';
}

/** Sign of a polynomial in the shape parameters, `unknown` where the assumptions leave it open. */
export function signOfPolynomial(p: Polynomial, context: Context): Sign {
  if (isZeroPolynomial(p)) return 'zero';
  const termwise = signTermwise(p, context);
  if (termwise !== 'unknown') return termwise;
  const { known, found } = shapesOf(context);
  const key = polynomialKey(p);
  const before = found.get(key);
  if (before) return before;
  const sign = signFromAll(p, known, context);
  found.set(key, sign);
  return sign;
}

function signFromAll(p: Polynomial, known: readonly KnownSign[], context: Context): Sign {
  const { rest, sign: factor } = withoutKnown(p, known, context);
  const left = rest === p ? 'unknown' : signTermwise(rest, context);
  if (left !== 'unknown') return signOfProduct([factor, left]);
  for (const one of known) {
    const sign = signFromKnown(rest, one, context);
    if (sign !== 'unknown') return signOfProduct([factor, sign]);
  }
  return 'unknown';
}

/** What is left of p once polynomials of known sign are divided out as often as they go, and the sign of these together. */
function withoutKnown(
  p: Polynomial,
  known: readonly KnownSign[],
  context: Context,
): { readonly rest: Polynomial; readonly sign: Sign } {
  let rest = p;
  const signs: Sign[] = [];
  for (const { polynomial, strict } of known) {
    if (polynomial.length < 2) continue;
    for (let next = dividePolynomials(rest, polynomial); next; next = dividePolynomials(rest, polynomial)) {
      if (isZeroPolynomial(next) || signTermwise(rest, context) !== 'unknown') break;
      signs.push(strict ? 'positive' : 'non-negative');
      rest = next;
    }
  }
  return { rest, sign: signOfProduct(signs) };
}

/** Sign of a rational function of the shape parameters. Its denominator is not zero wherever the function is defined. */
export function signOfRatio(x: Ratio, context: Context): Sign {
  const bottom = signOfPolynomial(x.den, context);
  const nonZeroBottom: Sign =
    bottom === 'non-negative' ? 'positive' : bottom === 'non-positive' ? 'negative' : bottom;
  return signOfProduct([signOfPolynomial(x.num, context), nonZeroBottom]);
}

/** Shape polynomials that the facts and domains make positive. */
export const knownPositive = (context: Context): readonly Polynomial[] => shapesOf(context).positive;
