/** In which direction a term moves with one of its letters, the others fixed, as its form shows it. */
import type { Context } from './facts.ts';
import { OptimandError } from './issues.ts';
import { tidy } from './normal/equal.ts';
import { signOf } from './sign.ts';
import { call, isZeroTerm, multiply, negate, subtract, symbolsOf, type Term } from './term.ts';

/** 1: it rises or stays; -1: it falls or stays; 0: the letter does not stand in it. Null: its form does not show it. */
export type Direction = 1 | -1 | 0 | null;

/** Functions that rise with their first argument, whatever the others. */
const RISING: readonly string[] = ['ln', 'exp', 'deformed_log'];
const EXTREMES: readonly string[] = ['min', 'max'];

/** The tidied term; null where it has no normal form, of which nothing is shown then. */
function tidyOrNull(term: Term, context: Context): Term | null {
  try {
    return tidy(term, context);
  } catch (error) {
    if (error instanceof OptimandError) return null;
    throw error;
  }
}

/** Whether a term is shown to be zero. */
function isNothing(term: Term, context: Context): boolean {
  const found = tidyOrNull(term, context);
  return found !== null && isZeroTerm(found);
}

/** The one direction of all that move, of which there is one at least. */
function together(directions: readonly Direction[]): Direction {
  const [only = null, more] = new Set(directions.filter((one) => one !== 0));
  return more === undefined ? only : null;
}

const turned = (direction: Direction, sign: 1 | -1): Direction =>
  direction === null ? null : ((direction * sign) as Direction);

/** 1 where a value is known not to be negative, -1 where it is known not to be positive. */
function side(term: Term, context: Context): 1 | -1 | null {
  const sign = signOf(term, context);
  if (sign === 'positive' || sign === 'non-negative' || sign === 'zero') return 1;
  if (sign === 'negative' || sign === 'non-positive') return -1;
  if (term.kind === 'sum') return sideOfSum(term, context);
  if (term.kind !== 'product') return null;
  const sides = term.factors.map((one) => side(one, context));
  if (sides.includes(null)) return null;
  return sides.filter((one) => one === -1).length % 2 === 0 ? 1 : -1;
}

/** Of 1 - exp(A), which is against that of A, of x - min(x, y), which is not negative, and of sums of which all parts are on one side. */
function sideOfSum(sum: Term & { readonly kind: 'sum' }, context: Context): 1 | -1 | null {
  const A = fadingOf(sum, context);
  if (A) return turned(side(A, context), -1) as 1 | -1 | null;
  if (isBeyondLeast(sum.terms, context)) return 1;
  if (isBeyondLeast(sum.terms.map(negate), context)) return -1;
  const sides = new Set(sum.terms.map((one) => side(one, context)));
  const [only = null, more] = sides;
  return more === undefined ? only : null;
}

/** Whether one of two terms is the least of several, taken away from one of those. */
function isBeyondLeast(terms: readonly Term[], context: Context): boolean {
  if (terms.length !== 2) return false;
  return terms.some((one, i) => {
    const least = tidyOrNull(negate(one), context);
    const other = terms[1 - i] as Term;
    return (
      least?.kind === 'call' &&
      least.name === 'min' &&
      least.args.some((arg) => isNothing(subtract(arg, other), context))
    );
  });
}

function ofProduct(factors: readonly Term[], x: string, context: Context): Direction {
  const sides = factors.map((one) => side(one, context));
  const directions = factors.map((one) => directionOf(one, x, context));
  // Of each factor's own movement, the sign of the others decides what becomes of it.
  return together(
    directions.map((direction, i) => {
      if (direction === 0) return 0;
      const others = sides.filter((_, j) => j !== i);
      if (others.includes(null)) return null;
      return turned(direction, others.filter((one) => one === -1).length % 2 === 0 ? 1 : -1);
    }),
  );
}

/** A of 1 - exp(A), where a term is that. */
function fadingOf(term: Term, context: Context): Term | null {
  if (term.kind !== 'sum') return null;
  const called = term.terms.flatMap((one) => (one.kind === 'product' ? one.factors : [one]));
  const [argument] = called.flatMap((one) => (one.kind === 'call' && one.name === 'exp' ? one.args : []));
  const isFading = argument && isNothing(subtract(term, subtract(1, call('exp', argument))), context);
  return isFading ? argument : null;
}

/**
 * P (1 - exp(A)) where P A is k whatever the letter is: k (1 - exp(A))/A, and (1 - exp(A))/A falls as A rises, since exp is convex.
 * So a store P that is used up at a share of 1/P of what is left gives more, the larger it is.
 */
function ofFading(factors: readonly Term[], x: string, context: Context): Direction {
  for (const [i, factor] of factors.entries()) {
    const A = fadingOf(factor, context);
    if (!A) continue;
    const k = tidyOrNull(multiply(...factors.filter((_, j) => j !== i), A), context);
    if (!k || symbolsOf(k).includes(x)) continue;
    const sign = side(k, context);
    if (sign !== null) return turned(directionOf(A, x, context), sign === 1 ? -1 : 1);
  }
  return null;
}

function ofPower(base: Term, exponent: Term, x: string, context: Context): Direction {
  if (symbolsOf(exponent).includes(x) || side(base, context) !== 1) return null;
  const sign = side(exponent, context);
  return sign === null ? null : turned(directionOf(base, x, context), sign);
}

export function directionOf(term: Term, x: string, context: Context): Direction {
  if (!symbolsOf(term).includes(x)) return 0;
  switch (term.kind) {
    case 'number':
    case 'symbol':
      return 1;
    case 'sum':
      return together(term.terms.map((one) => directionOf(one, x, context)));
    case 'product':
      return ofProduct(term.factors, x, context) ?? ofFading(term.factors, x, context);
    case 'power':
      return ofPower(term.base, term.exponent, x, context);
    case 'call': {
      if (EXTREMES.includes(term.name)) return together(term.args.map((one) => directionOf(one, x, context)));
      const [first, ...rest] = term.args;
      const isShown = RISING.includes(term.name) && !rest.some((one) => symbolsOf(one).includes(x));
      return isShown ? directionOf(first as Term, x, context) : null;
    }
  }
}
