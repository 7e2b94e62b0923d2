/**
 * Signs of terms: answered from declared domains and stated facts, `unknown` where these leave it open. A step of a
 * derivation that needs a sign asks here and does not happen on `unknown`.
 */

import { expandAbbreviations } from './abbreviations.ts';
import type { Context, Fact } from './facts.ts';
import type { Sign } from './functions/function.ts';
import { FUNCTIONS } from './functions/registry.ts';
import { identityOf } from './identity.ts';
import { OptimandError } from './issues.ts';
import { addNormals, type Factor, type Normal, negateNormal, type Summand } from './normal/data.ts';
import { multiplyNormals } from './normal/multiply.ts';
import { normalise } from './normal/normalise.ts';
import { powerNormal, signOfNormal, signOfSummand } from './normal/power.ts';
import { normalTerm } from './normal/to-term.ts';
import { equalRatios, integerRatio } from './ratio.ts';
import { signRational } from './rational.ts';
import { basis, signOfDomain, signOfProduct, signOfSum } from './shape.ts';
import { isNumber, negate, subtract, type Term } from './term.ts';

export type Answer = 'yes' | 'no' | 'unknown';

const normaliseOrNull = (term: Term, context: Context): Normal | null => {
  try {
    return normalise(term, context);
  } catch (error) {
    if (error instanceof OptimandError) return null;
    throw error;
  }
};

const factsIn = new WeakMap<Context, Map<Fact, Normal | null>>();

/** The normal form of a fact's term, kept for as long as its context is. */
function normalOfFact(fact: Fact, context: Context): Normal | null {
  const reduced = basis(context);
  const kept = factsIn.get(reduced) ?? new Map<Fact, Normal | null>();
  factsIn.set(reduced, kept);
  const known = kept.get(fact);
  if (known !== undefined) return known;
  const value = normaliseOrNull(expandAbbreviations(fact.term, context.symbols), context);
  kept.set(fact, value);
  return value;
}

/** Sign by the structure of the term: domains, products, sums of one sign, positive bases of powers. */
function structuralSign(term: Term, context: Context): Sign {
  switch (term.kind) {
    case 'number':
      return (['negative', 'zero', 'positive'] as const)[signRational(term.value) + 1] as Sign;
    case 'symbol':
      return signOfDomain(context.symbols.get(term.name)?.domain ?? {});
    case 'sum':
      return signOfSum(term.terms.map((part) => signOf(part, context)));
    case 'product':
      return signOfProduct(term.factors.map((part) => signOf(part, context)));
    case 'power':
      return signOfPower(term.base, term.exponent, context);
    case 'call':
      return FUNCTIONS[term.name].sign(
        term.args.map((arg) => ({
          sign: () => signOf(arg, context),
          lessOne: () => signOf(subtract(arg, 1), context),
        })),
      );
  }
}

/** Before the base is multiplied out, in which a square is no longer seen. */
function signOfPower(base: Term, exponent: Term, context: Context): Sign {
  const sign = signOf(base, context);
  if (sign === 'positive') return 'positive';
  const whole = isNumber(exponent) && exponent.value.den === 1n ? exponent.value.num : null;
  if (whole === null) return 'unknown';
  const even = whole % 2n === 0n;
  if (sign === 'negative') return even ? 'positive' : 'negative';
  if (whole > 0n && sign !== 'unknown') return even ? 'non-negative' : sign;
  return whole > 0n && even ? 'non-negative' : 'unknown';
}

/** The sign of the term if it is a fact's term times something of known sign, or differs from it by something of known sign. */
function signFromFact(value: Normal, fact: Fact, context: Context): Sign {
  if (fact.is === 'non-zero') return 'unknown';
  const known = normalOfFact(fact, context);
  if (!known) return 'unknown';
  const scaled = quotientBySummand(value, known, context);
  if (scaled) return signOfProduct([fact.is, signOfSummand(scaled, context)]);
  // Where nothing cancels, the summands that leave the value's own sign open leave the difference's open too.
  const cancels = value.some((s) => known.some((r) => sameFactors(s.factors, r.factors)));
  return cancels
    ? signOfSum([fact.is, signOfNormal(addNormals(value, negateNormal(known)), context)])
    : 'unknown';
}

const sameFactors = (x: readonly Factor[], y: readonly Factor[]): boolean =>
  x.length === y.length &&
  x.every(
    ({ base, exponent }, i) =>
      base.key === y[i]?.base.key && equalRatios(exponent, y[i]?.exponent ?? exponent),
  );

/** The single summand c with value = c·known, or null. */
function quotientBySummand(value: Normal, known: Normal, context: Context): Summand | null {
  const [top, bottom] = [value[0], known[0]];
  if (!top || !bottom || value.length !== known.length) return null;
  const [only, ...more] = multiplyNormals([top], powerNormal([bottom], integerRatio(-1), context));
  if (!only || more.length > 0) return null;
  return addNormals(value, negateNormal(multiplyNormals(known, [only]))).length === 0 ? only : null;
}

const signsIn = new WeakMap<Context, Map<number, Sign>>();

/** The sign of a term under the context's domains and facts, kept for as long as the two are. */
export function signOf(term: Term, context: Context): Sign {
  const kept = signsIn.get(context) ?? new Map<number, Sign>();
  signsIn.set(context, kept);
  const identity = identityOf(term);
  const sign = kept.get(identity) ?? findSign(term, context);
  kept.set(identity, sign);
  return sign;
}

function findSign(term: Term, context: Context): Sign {
  const structural = structuralSign(term, context);
  if (structural !== 'unknown') return structural;
  const value = normaliseOrNull(expandAbbreviations(term, context.symbols), context);
  if (!value) return 'unknown';
  const direct = signOfNormal(value, context);
  if (direct !== 'unknown') return direct;
  for (const fact of context.facts) {
    const sign = signFromFact(value, fact, context);
    if (sign !== 'unknown') return sign;
  }
  return 'unknown';
}

export const isPositive = (term: Term, context: Context): Answer => {
  const sign = signOf(term, context);
  return sign === 'positive' ? 'yes' : sign === 'unknown' || sign === 'non-negative' ? 'unknown' : 'no';
};
export const isNegative = (term: Term, context: Context): Answer => isPositive(negate(term), context);
/** Whether x < y follows from the assumptions. */
export const isBelow = (x: Term, y: Term, context: Context): Answer => isPositive(subtract(y, x), context);

/** Whether the term is known to differ from zero: by its sign, or as a positive or negative multiple of a term assumed not zero. */
export function isNonZero(term: Term, context: Context): Answer {
  const sign = signOf(term, context);
  if (sign === 'positive' || sign === 'negative') return 'yes';
  if (sign === 'zero') return 'no';
  const value = normaliseOrNull(expandAbbreviations(term, context.symbols), context);
  const known = context.facts
    .filter(({ is }) => is === 'non-zero')
    .map((fact) => normalOfFact(fact, context));
  const matches =
    value &&
    known.some((fact) => {
      const scale = fact && quotientBySummand(value, fact, context);
      return scale && ['positive', 'negative'].includes(signOfSummand(scale, context));
    });
  return matches ? 'yes' : 'unknown';
}

/** The one product of powers c with x = c·y, where there is one, else null. */
export function proportion(x: Term, y: Term, context: Context): Term | null {
  const [top, bottom] = [normaliseOrNull(x, context), normaliseOrNull(y, context)];
  const scale = top && bottom && quotientBySummand(top, bottom, context);
  return scale ? normalTerm([scale]) : null;
}
