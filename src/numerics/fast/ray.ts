/**
 * What stands between a model's profit and a smooth function of what is chosen: gates, which are open where anything sells,
 * and the kink of quality, along which one letter follows the others.
 */
import type { Model } from '../../economics/model.ts';
import { fail } from '../../kernel/issues.ts';
import {
  divide,
  isZeroTerm,
  mapParts,
  multiply,
  parts,
  power,
  sameTerm,
  symbolsOf,
  type Term,
} from '../../kernel/term.ts';
import { kinksOf } from '../kinks.ts';

/** Says why a model is no geometric program. */
export const no = (what: string): never =>
  fail({ code: 'refused', what, where: 'the fast solver', would: 'use the referee' });

/** max(0, x) is x where anything sells. */
export function opened(value: Term): Term {
  const inner = mapParts(value, opened);
  if (inner.kind !== 'call' || inner.name !== 'max') return inner;
  const others = inner.args.filter((part) => !isZeroTerm(part));
  return others.length === 1 && inner.args.length === 2 ? (others[0] as Term) : inner;
}

export const depends = (value: Term, names: readonly string[]): boolean =>
  symbolsOf(value).some((name) => names.includes(name));

/** The variable's value that makes the side equal to the target, where one power of it is all that the side has of it. */
export function inverse(side: Term, variable: string, target: Term): Term | null {
  if (side.kind === 'symbol') return side.name === variable ? target : null;
  if (side.kind === 'product') {
    const [with1, more] = side.factors.filter((factor) => depends(factor, [variable]));
    if (!with1 || more) return null;
    const rest = multiply(...side.factors.filter((factor) => factor !== with1));
    return inverse(with1, variable, divide(target, rest));
  }
  if (side.kind !== 'power' || depends(side.exponent, [variable])) return null;
  return inverse(side.base, variable, power(target, divide(1, side.exponent)));
}

export interface Ray {
  readonly letter: string;
  readonly value: Term;
  /** The kink, and what stands for it. */
  readonly kink: Term;
  readonly side: Term;
}

/** The letter that follows the others where the two sides of the kink are equal; null where there is no kink. */
export function rayOf(gain: Term, model: Model): Ray | null {
  const { variables, limits } = model;
  const kinks = kinksOf(gain).filter(
    ({ args }) => args.filter((part) => depends(part, variables)).length > 1,
  );
  const [kink, more] = kinks;
  if (!kink) return null;
  const [left, right] = kink.args as readonly [Term, Term];
  if (more || kink.args.length > 2 || kink.name !== 'min') return no('more than one kink');
  for (const [side, other] of [
    [left, right],
    [right, left],
  ] as const) {
    for (const letter of variables) {
      if (limits.some(({ variable }) => variable === letter) || depends(other, [letter])) continue;
      const value = inverse(side, letter, other);
      if (value && !depends(value, [letter])) return { letter, value, kink, side: other };
    }
  }
  return no('a kink of which no side is a power');
}

export const replaced = (value: Term, old: Term, by: Term): Term =>
  sameTerm(value, old) ? by : mapParts(value, (part) => replaced(part, old, by));

/** The first product of parameters and one power of the letter that is no more than a part of the value, or null. */
export function monomialIn(value: Term, letter: string, moving: readonly string[]): Term | null {
  for (const part of parts(value)) {
    const found = monomialIn(part, letter, moving);
    if (found) return found;
    const isIt =
      part.kind === 'product' &&
      part.factors.some((factor) => inverse(factor, letter, factor) !== null) &&
      moving.every((name) => name === letter || !depends(part, [name]));
    if (isIt && value.kind !== 'sum') return part;
  }
  return null;
}

/** What grows ever more slowly, min(v, c) + …, as it is where it is small. */
export const early = (value: Term): Term => {
  const small =
    value.kind === 'sum' && value.terms.find((part) => part.kind === 'call' && part.name === 'min');
  return small && small.kind === 'call' ? (small.args[0] as Term) : mapParts(value, early);
};
