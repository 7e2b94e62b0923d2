/**
 * Whether a term is zero, decided: `zero` by the normal form, `non-zero` by a value that no rounding explains, else
 * `undecided`. Fractions of sums are brought to a common denominator before the question is asked.
 */
import { expandAbbreviations } from '../abbreviations.ts';
import { decimalArithmetic } from '../arithmetic/decimal.ts';
import { double } from '../arithmetic/double.ts';
import { evaluate } from '../compile.ts';
import type { Context } from '../facts.ts';
import { integerPart, integerRatio, type Ratio, ratioKey, subtractRatios } from '../ratio.ts';
import { samplePoints } from '../sample.ts';
import { divide, ln, mapParts, negate, power, subtract, symbolsOf, type Term } from '../term.ts';
import { type Base, collectSummands, type Normal, type Summand } from './data.ts';
import { multiplyNormals, powerOfNormal, productOfFactors } from './multiply.ts';
import { normalise } from './normalise.ts';
import { normalTerm } from './to-term.ts';

export type Verdict = 'zero' | 'non-zero' | 'undecided';

/** (1 - x^-g)/g for deformed_log(x, g) wherever g is not the constant zero: equal as functions, g = 0 by continuity. */
export function expandDeformedLogs(term: Term, context: Context): Term {
  const inner = mapParts(term, (part) => expandDeformedLogs(part, context));
  if (inner.kind !== 'call' || inner.name !== 'deformed_log') return inner;
  const [x, g] = inner.args as [Term, Term];
  return normalise(g, context).length === 0 ? ln(x) : divide(subtract(1, power(x, negate(g))), g);
}

/** A sum under a higher power than this is not multiplied out to see whether it cancels. */
const LARGEST_DIFFERENCE = 64n;

const firstSum = (value: Normal): Base | null => {
  for (const { factors } of value)
    for (const { base } of factors) if (base.kind === 'sum' && base.value.length > 1) return base;
  return null;
};

/** The summands by the class, modulo integers, of the exponent with which a base stands in them. */
function byClass(
  value: Normal,
  base: Base,
): Map<string, { summand: Summand; exponent: Ratio; whole: bigint }[]> {
  const classes = new Map<string, { summand: Summand; exponent: Ratio; whole: bigint }[]>();
  for (const summand of value) {
    const found = summand.factors.find((f) => f.base.key === base.key)?.exponent ?? integerRatio(0);
    const whole = integerPart(found);
    const key = ratioKey(subtractRatios(found, integerRatio(whole)));
    const rest: Summand = {
      coefficient: summand.coefficient,
      factors: summand.factors.filter((f) => f.base.key !== base.key),
    };
    classes.set(key, [...(classes.get(key) ?? []), { summand: rest, exponent: found, whole }]);
  }
  return classes;
}

/** Zero exactly where the value is: sums as bases are multiplied out, one after another, class by class. */
function vanishes(value: Normal): boolean {
  if (value.length === 0) return true;
  const base = firstSum(value);
  if (base?.kind !== 'sum') return false;
  for (const members of byClass(value, base).values()) {
    // Every class has a member.
    let least = (members[0] as (typeof members)[number]).whole;
    for (const { whole } of members) if (whole < least) least = whole;
    let total: Summand[] = [];
    for (const { summand, whole } of members) {
      if (whole - least > LARGEST_DIFFERENCE) return false;
      const grown = multiplyNormals(
        productOfFactors(summand.coefficient, summand.factors),
        powerOfNormal(base.value, whole - least),
      );
      total = [...total, ...grown];
    }
    if (!vanishes(collectSummands(total))) return false;
  }
  return true;
}

/** Whether the term is zero for all values that the context allows. */
export function zeroTest(term: Term, context: Context): Verdict {
  if (isZero(term, context)) return 'zero';
  return isClearlyNonZero(expandAbbreviations(term, context.symbols), context) ? 'non-zero' : 'undecided';
}

/** Whether the normal form makes the term zero: all that a step of a derivation asks, without the search for a counter-example. */
export function isZero(term: Term, context: Context): boolean {
  const expanded = expandAbbreviations(term, context.symbols);
  if (vanishes(normalise(expanded, context))) return true;
  const opened = expandDeformedLogs(expanded, context);
  return opened !== expanded && vanishes(normalise(opened, context));
}

const precise = decimalArithmetic(40);

/**
 * A value, at some point that the context allows, on which doubles and 40 digits agree. What is left of a cancellation
 * anywhere inside the term is rounding, which differs between the two by orders of magnitude.
 */
function isClearlyNonZero(term: Term, context: Context): boolean {
  for (const point of samplePoints(symbolsOf(term), context, 8)) {
    const rough = evaluate(term, point, double);
    if (!Number.isFinite(rough) || rough === 0) continue;
    const digits = Object.fromEntries(
      Object.entries(point).map(([name, value]) => [name, precise.fromNumber(value)]),
    );
    const exact = precise.toNumber(evaluate(term, digits, precise));
    if (Math.abs(exact - rough) <= 1e-3 * Math.abs(exact)) return true;
  }
  return false;
}

/** Whether the normal form makes the two equal. */
export const areEqual = (x: Term, y: Term, context: Context): boolean => isZero(subtract(x, y), context);

export const equalTerms = (x: Term, y: Term, context: Context): Verdict => zeroTest(subtract(x, y), context);

/** The term written from its normal form: like terms collected, powers gathered. */
export const tidy = (term: Term, context: Context): Term => normalTerm(normalise(term, context));
