/** In which direction a term moves with one of its letters, the others fixed, as its form shows it. */
import type { Context } from './facts.ts';
import { signOf } from './sign.ts';
import { number, symbolsOf, type Term } from './term.ts';

/** 1: it rises or stays; -1: it falls or stays; 0: the letter does not stand in it. Null: its form does not show it. */
export type Direction = 1 | -1 | 0 | null;

/** Functions that rise with their first argument, whatever the others. */
const RISING: readonly string[] = ['ln', 'exp', 'deformed_log'];
const EXTREMES: readonly string[] = ['min', 'max'];

/** The one direction of all that move. */
function together(directions: readonly Direction[]): Direction {
  const moving = new Set(directions.filter((one) => one !== 0));
  if (moving.size === 0) return 0;
  const [only = null, more] = moving;
  return more === undefined ? only : null;
}

const turned = (direction: Direction, sign: 1 | -1): Direction =>
  direction === null || direction === 0 || sign === 1 ? direction : direction === 1 ? -1 : 1;

/** 1 where a value is known not to be negative, -1 where it is known not to be positive. */
function side(term: Term, context: Context): 1 | -1 | null {
  const sign = signOf(term, context);
  if (sign === 'positive' || sign === 'non-negative' || sign === 'zero') return 1;
  return sign === 'negative' || sign === 'non-positive' ? -1 : null;
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

function ofPower(base: Term, exponent: Term, x: string, context: Context): Direction {
  if (symbolsOf(exponent).includes(x) || side(base, context) !== 1) return null;
  const sign = side(exponent, context);
  return sign === null ? null : turned(directionOf(base, x, context), sign);
}

export function directionOf(term: Term, x: string, context: Context): Direction {
  if (!symbolsOf(term).includes(x)) return 0;
  switch (term.kind) {
    case 'number':
      return 0;
    case 'symbol':
      return 1;
    case 'sum':
      return together(term.terms.map((one) => directionOf(one, x, context)));
    case 'product':
      return ofProduct(term.factors, x, context);
    case 'power':
      return ofPower(term.base, term.exponent, x, context);
    case 'call': {
      if (EXTREMES.includes(term.name)) return together(term.args.map((one) => directionOf(one, x, context)));
      const [first = number({ num: 0n, den: 1n }), ...rest] = term.args;
      const isShown = RISING.includes(term.name) && !rest.some((one) => symbolsOf(one).includes(x));
      return isShown ? directionOf(first, x, context) : null;
    }
  }
}
