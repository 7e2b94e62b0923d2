/** What a step needs before it may be recorded: questions to the engine, answered no where it does not know. */

import { expandAbbreviations } from '../kernel/abbreviations.ts';
import { elasticity, rawDerivative } from '../kernel/differentiate.ts';
import type { Context, Fact } from '../kernel/facts.ts';
import { areEqual, isZero, tidy } from '../kernel/normal/equal.ts';
import { isNonZero, proportion, signOf } from '../kernel/sign.ts';
import { type Declaration, POSITIVE } from '../kernel/symbols.ts';
import {
  divide,
  multiply,
  negate,
  number,
  substitute,
  subtract,
  symbolsOf,
  type Term,
  zero,
} from '../kernel/term.ts';
import { posynomialFault } from '../solve/posynomial.ts';
import { gap, type Relation, type RelationSign, relationFact } from './relation.ts';

/** Whether the assumptions decide that the fact is true. */
export function isKnown(fact: Fact, context: Context): boolean {
  if (fact.is === 'zero') return isZero(fact.term, context);
  if (fact.is === 'non-zero') return isNonZero(fact.term, context) === 'yes';
  const sign = signOf(fact.term, context);
  if (sign === fact.is) return true;
  return (
    (fact.is === 'non-negative' && (sign === 'positive' || sign === 'zero')) ||
    (fact.is === 'non-positive' && (sign === 'negative' || sign === 'zero'))
  );
}

/** Whether the relation follows: an equation by the normal form, an inequality by signs. */
export function follows(r: Relation, context: Context): boolean {
  const fact = relationFact(r, '');
  return fact ? isKnown(fact, context) : r.sign === '=' && areEqual(r.left, r.right, context);
}

/** Whether the assumptions decide that the fact is false. */
export function isRefuted(fact: Fact, context: Context): boolean {
  const sign = signOf(fact.term, context);
  const against = {
    positive: ['negative', 'non-positive', 'zero'],
    negative: ['positive', 'non-negative', 'zero'],
    'non-negative': ['negative'],
    'non-positive': ['positive'],
    zero: ['positive', 'negative'],
    'non-zero': ['zero'],
  } as const;
  return against[fact.is].some((other) => other === sign);
}

/** Whether two facts say the same: one term is a positive multiple of the other, or any multiple where both are zero. */
export function sameFact(x: Fact, y: Fact, context: Context): boolean {
  if (x.is !== y.is) return false;
  if (areEqual(x.term, y.term, context)) return true;
  const factor = proportion(x.term, y.term, context);
  return (
    factor !== null &&
    (x.is === 'zero' || x.is === 'non-zero'
      ? isNonZero(factor, context) === 'yes'
      : signOf(factor, context) === 'positive')
  );
}

/** Whether the definition lies in the domain that the letter is declared with. */
export function fitsDomain(
  { domain }: Omit<Declaration, 'definition'>,
  definition: Term,
  context: Context,
): boolean {
  const { lower, upper } = domain;
  const is = (open: boolean): Fact['is'] => (open ? 'positive' : 'non-negative');
  const above =
    !lower ||
    isKnown({ term: subtract(definition, number(lower.at)), is: is(lower.open), because: '' }, context);
  const below =
    !upper ||
    isKnown({ term: subtract(number(upper.at), definition), is: is(upper.open), because: '' }, context);
  return above && below;
}

/**
 * Whether the term rises with the variable everywhere, not only where the facts about the variable hold: those are dropped,
 * because an inequality is carried from one value of the variable to another.
 */
export function risesEverywhere(value: Term, variable: string, context: Context): boolean {
  const free = context.facts.filter(
    ({ term }) => !symbolsOf(expandAbbreviations(term, context.symbols)).includes(variable),
  );
  const anywhere: Context = { symbols: context.symbols, facts: free };
  return signOf(tidy(rawDerivative(value, variable), anywhere), anywhere) === 'positive';
}

const isFree = (value: Term, name: string, context: Context): boolean =>
  !symbolsOf(expandAbbreviations(value, context.symbols)).includes(name);

/** Whether dropped/kept is a power of the variable that vanishes as it grows: a constant negative elasticity, no less. */
export function vanishesAgainst(dropped: Term, kept: Term, variable: string, context: Context): boolean {
  const ratio = tidy(expandAbbreviations(divide(dropped, kept), context.symbols), context);
  const slope = tidy(elasticity(ratio, variable, context), context);
  return isFree(slope, variable, context) && signOf(slope, context) === 'negative';
}

/** Whether the term is a power of the letter times what is free of it, so that a factor near 1 in the letter is one in the term. */
export function isPowerOf(value: Term, letter: string, context: Context): boolean {
  return (
    !symbolsOf(value).includes(letter) ||
    !symbolsOf(tidy(elasticity(value, letter, context), context)).includes(letter)
  );
}

/** left - right as a quantity that the relation says is positive or non-negative; null where it says neither. */
const upward = (r: Relation): Term | null =>
  r.sign === '>' || r.sign === '>=' ? gap(r) : r.sign === '<' || r.sign === '<=' ? negate(gap(r)) : null;
const isStrict = (sign: RelationSign): boolean => sign === '<' || sign === '>';

/** Whether `next` is the inequality with one side of the equation put in place of the other. */
export function replaces(
  next: Relation,
  inequality: Relation,
  equality: Relation,
  context: Context,
): boolean {
  const [after, before] = [upward(next), upward(inequality)];
  if (!after || !before || equality.sign !== '=' || (isStrict(next.sign) && !isStrict(inequality.sign)))
    return false;
  const off = subtract(after, before);
  return [1, -1].some((c) => isZero(subtract(off, multiply(c, gap(equality))), context));
}

/**
 * Why the term is not known to be strictly convex in the logarithms of the variables, or null; the letters in `mayVanish`
 * are tried both positive and zero, for a summand that vanishes takes its exponents with it.
 */
export function convexityFault(
  value: Term,
  variables: readonly string[],
  mayVanish: readonly string[],
  context: Context,
): string | null {
  const positive = new Map(context.symbols);
  for (const name of mayVanish) {
    const declared = positive.get(name);
    if (declared) positive.set(name, { ...declared, domain: POSITIVE });
  }
  const whole = posynomialFault(value, variables, { symbols: positive, facts: context.facts });
  const without = substitute(value, Object.fromEntries(mayVanish.map((name) => [name, zero])));
  return whole ?? (mayVanish.length > 0 ? posynomialFault(without, variables, context) : null);
}
