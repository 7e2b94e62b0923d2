/**
 * Terms are plain data: a tree of numbers, symbols, sums, products, powers and calls of registered functions.
 * The builders here only flatten and fold the trivial (x + 0, 1·x, x^1); meaning-changing work is the normal form's.
 */
import type { FunctionName } from './functions/names.ts';
import {
  addRational,
  bitsOfRational,
  isOneRational,
  isZeroRational,
  MINUS_ONE,
  multiplyRational,
  ONE,
  powerRational,
  type Rational,
  rational,
  ZERO,
} from './rational.ts';

export type Term =
  | { readonly kind: 'number'; readonly value: Rational }
  | { readonly kind: 'symbol'; readonly name: string }
  | { readonly kind: 'sum'; readonly terms: readonly Term[] }
  | { readonly kind: 'product'; readonly factors: readonly Term[] }
  | { readonly kind: 'power'; readonly base: Term; readonly exponent: Term }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly args: readonly Term[] };

/** What the builders accept where a term is meant: a term, an integer or rational, or a symbol's name. */
export type Termlike = Term | number | bigint | string;

export const number = (value: Rational): Term => ({ kind: 'number', value });
export const symbol = (name: string): Term => ({ kind: 'symbol', name });
export const fraction = (num: number | bigint, den: number | bigint): Term => number(rational(num, den));
export const zero: Term = number(ZERO);
export const one: Term = number(ONE);

/** A term from a term, an integer, or a symbol's name. */
export function term(value: Termlike): Term {
  if (typeof value === 'string') return symbol(value);
  if (typeof value === 'object') return value;
  return number(rational(value));
}

export const isNumber = (value: Term): value is Extract<Term, { kind: 'number' }> => value.kind === 'number';
export const isZeroTerm = (value: Term): boolean => isNumber(value) && isZeroRational(value.value);
export const isOneTerm = (value: Term): boolean => isNumber(value) && isOneRational(value.value);

/** The sum, nested sums flattened and numbers folded into one at the end. */
export function add(...values: readonly Termlike[]): Term {
  let constant = ZERO;
  const terms: Term[] = [];
  const take = (value: Term): void => {
    if (isNumber(value)) constant = addRational(constant, value.value);
    else if (value.kind === 'sum') value.terms.forEach(take);
    else terms.push(value);
  };
  for (const value of values) take(term(value));
  if (!isZeroRational(constant)) terms.push(number(constant));
  const [only] = terms;
  if (!only) return zero;
  return terms.length === 1 ? only : { kind: 'sum', terms };
}

/** The product, nested products flattened and numbers folded into one at the front. */
export function multiply(...values: readonly Termlike[]): Term {
  let constant = ONE;
  const factors: Term[] = [];
  const take = (value: Term): void => {
    if (isNumber(value)) constant = multiplyRational(constant, value.value);
    else if (value.kind === 'product') value.factors.forEach(take);
    else factors.push(value);
  };
  for (const value of values) take(term(value));
  if (isZeroRational(constant)) return zero;
  if (!isOneRational(constant)) factors.unshift(number(constant));
  const [only] = factors;
  if (!only) return one;
  return factors.length === 1 ? only : { kind: 'product', factors };
}

/** Whether a power of a number has few enough digits to be written out; powers of powers would outgrow any memory. */
const isShort = (base: Rational, exponent: bigint): boolean =>
  exponent < 4096n &&
  exponent > -4096n &&
  bitsOfRational(base) * (exponent < 0n ? -exponent : exponent) < 65_536n;

/** base^exponent. Only x^0, x^1, 1^x and short integer powers of non-zero numbers are folded. */
export function power(base: Termlike, exponent: Termlike): Term {
  const [b, e] = [term(base), term(exponent)];
  if (isZeroTerm(e) && !isZeroTerm(b)) return one;
  if (isOneTerm(e) || isOneTerm(b)) return b;
  if (
    isNumber(b) &&
    isNumber(e) &&
    e.value.den === 1n &&
    !isZeroRational(b.value) &&
    isShort(b.value, e.value.num)
  ) {
    return number(powerRational(b.value, e.value.num));
  }
  return { kind: 'power', base: b, exponent: e };
}

export const negate = (value: Termlike): Term => multiply(number(MINUS_ONE), value);
export const subtract = (left: Termlike, right: Termlike): Term => add(left, negate(term(right)));
export const divide = (left: Termlike, right: Termlike): Term => multiply(left, power(right, -1));
export const squareRoot = (value: Termlike): Term => power(value, fraction(1, 2));
export const call = (name: FunctionName, ...args: readonly Termlike[]): Term => ({
  kind: 'call',
  name,
  args: args.map(term),
});
export const ln = (value: Termlike): Term => call('ln', value);

/** The parts of a term, in order; a term is its kind, its own data and these. */
export function parts(value: Term): readonly Term[] {
  switch (value.kind) {
    case 'number':
    case 'symbol':
      return [];
    case 'sum':
      return value.terms;
    case 'product':
      return value.factors;
    case 'power':
      return [value.base, value.exponent];
    case 'call':
      return value.args;
  }
}

/** The same term with each of its parts replaced; the very same object where no part changes. */
export function mapParts(value: Term, change: (part: Term) => Term): Term {
  const before = parts(value);
  const after = before.map(change);
  return after.every((part, i) => part === before[i]) ? value : withParts(value, after);
}

/** A term of the same kind with other parts. */
function withParts(value: Term, after: readonly Term[]): Term {
  switch (value.kind) {
    case 'number':
    case 'symbol':
      return value;
    case 'sum':
      return add(...after);
    case 'product':
      return multiply(...after);
    case 'power':
      return power(...(after as [Term, Term]));
    case 'call':
      return { kind: 'call', name: value.name, args: after };
  }
}

const symbolsIn = new WeakMap<Term, readonly string[]>();

/** Names of the symbols that occur, sorted. */
export function symbolsOf(value: Term): readonly string[] {
  const known = symbolsIn.get(value) ?? findSymbols(value);
  symbolsIn.set(value, known);
  return known;
}

function findSymbols(value: Term): readonly string[] {
  const names = new Set<string>();
  const visit = (part: Term): void => {
    if (part.kind === 'symbol') names.add(part.name);
    parts(part).forEach(visit);
  };
  visit(value);
  return [...names].sort();
}

/** Whether the two terms are the same tree; for equality of value ask the normal form. */
export function sameTerm(left: Term, right: Term): boolean {
  if (left === right) return true;
  if (left.kind !== right.kind) return false;
  if (left.kind === 'number' && right.kind === 'number') {
    return left.value.num === right.value.num && left.value.den === right.value.den;
  }
  if (left.kind === 'symbol' && right.kind === 'symbol') return left.name === right.name;
  if (left.kind === 'call' && right.kind === 'call' && left.name !== right.name) return false;
  const [ours, theirs] = [parts(left), parts(right)];
  return ours.length === theirs.length && ours.every((part, i) => sameTerm(part, theirs[i] as Term));
}

/** The term with each named symbol replaced by a term, all at once. */
export function substitute(value: Term, replacements: Readonly<Record<string, Termlike>>): Term {
  if (value.kind === 'symbol') {
    const replacement = Object.hasOwn(replacements, value.name) ? replacements[value.name] : undefined;
    return replacement === undefined ? value : term(replacement);
  }
  return mapParts(value, (part) => substitute(part, replacements));
}
