/**
 * The domain of the kernel's limits as a predicate, which shares nothing with the engine but the term: values with 120
 * digits at growing points say whether the term is real there and whether the arguments of its exponentials settle.
 */
import type { Arithmetic } from '../../src/kernel/arithmetic/arithmetic.ts';
import { decimalArithmetic } from '../../src/kernel/arithmetic/decimal.ts';
import { evaluate } from '../../src/kernel/compile.ts';
import type { Context } from '../../src/kernel/facts.ts';
import { OptimandError } from '../../src/kernel/issues.ts';
import { moved, type Place } from '../../src/kernel/limits/index.ts';
import { whereLarge } from '../../src/kernel/limits/leading.ts';
import { tidy } from '../../src/kernel/normal/equal.ts';
import { samplePoints } from '../../src/kernel/sample.ts';
import { ln, multiply, parts, symbolsOf, type Term } from '../../src/kernel/term.ts';

type Side = Exclude<Place, { side: 'both' }>;
export const sidesOf = (place: Place): readonly Side[] =>
  place.kind === 'point' && place.side === 'both'
    ? [
        { ...place, side: 'above' },
        { ...place, side: 'below' },
      ]
    : [place as Side];

const precise = decimalArithmetic(120);
type Precise = typeof precise extends Arithmetic<infer T> ? T : never;
const LARGE = [4, 8, 16, 32].map((digits) =>
  precise.power(precise.fromNumber(10), precise.fromNumber(digits)),
);

/** The values of a term at growing points, the parameters at one point of their domain. */
function valuesOf(value: Term, x: string, at: Readonly<Record<string, number>>): Precise[] {
  const fixed = Object.fromEntries(Object.entries(at).map(([name, v]) => [name, precise.fromNumber(v)]));
  return LARGE.map((large) => evaluate(value, { ...fixed, [x]: large }, precise));
}

/** What values at growing points do; `unreal` where some are no real numbers, whatever the parameters are. */
type Trend = 'settles' | 'grows' | 'unreal';

function trendOf(value: Term, x: string, context: Context): Trend {
  const names = symbolsOf(value).filter((name) => name !== x);
  for (const at of samplePoints(names, context, names.length === 0 ? 1 : 8)) {
    const values = valuesOf(value, x, at);
    if (values.some((v) => Number.isNaN(precise.toNumber(v)))) continue;
    return stepsShrink(values) ? 'settles' : 'grows';
  }
  return 'unreal';
}

/** Each step is a good deal smaller than the one before. */
function stepsShrink(values: readonly Precise[]): boolean {
  const steps = values
    .slice(1)
    .map((v, i) => Math.abs(precise.toNumber(precise.add(v, precise.negate(values[i] as Precise)))));
  const [, before = 0, last = 0] = steps;
  return last < 1e-9 || last < 0.75 * before;
}

/** c ln v with a constant c: the exponent of the power v^c. */
const isMultipleOfLog = (exponent: Term, x: string): boolean => {
  const moving = (exponent.kind === 'product' ? exponent.factors : [exponent]).filter((part) =>
    symbolsOf(part).includes(x),
  );
  return moving.length === 1 && moving[0]?.kind === 'call' && moving[0].name === 'ln';
};

/** The exponents to base e of the exponentials in a term, inner ones first: of e^u and of b^u with x in u; powers are none. */
export function exponentsIn(value: Term, x: string): readonly Term[] {
  const inner = parts(value).flatMap((part) => exponentsIn(part, x));
  const own =
    value.kind === 'call' && value.name === 'exp'
      ? (value.args[0] as Term)
      : value.kind === 'power' && symbolsOf(value.exponent).includes(x)
        ? multiply(value.exponent, ln(value.base))
        : null;
  return own && symbolsOf(own).includes(x) && !isMultipleOfLog(own, x) ? [...inner, own] : inner;
}

/** The term as x grows, as it stands and from its normal form where it has one: x^(1/ln x) is e there. */
export function formsAtInfinity(value: Term, x: string, side: Side, context: Context): readonly Term[] {
  const there = moved(value, x, side);
  try {
    return [tidy(there, whereLarge(context, x)), there];
  } catch (error) {
    if (error instanceof OptimandError) return [there];
    throw error;
  }
}

function outsideAsItStands(there: Term, x: string, context: Context): string | null {
  for (const exponent of exponentsIn(there, x)) {
    const trend = trendOf(exponent, x, context);
    if (trend === 'grows') return 'an exponential of an unbounded argument';
    if (trend === 'unreal') return 'not real near the point';
  }
  return trendOf(there, x, context) === 'unreal' ? 'not real near the point' : null;
}

/** Why the term at the place lies outside the domain, or null where it or its normal form lies in it. */
export function outside(value: Term, x: string, place: Place, context: Context): string | null {
  for (const side of sidesOf(place)) {
    const found = formsAtInfinity(value, x, side, context).map((form) => outsideAsItStands(form, x, context));
    const [why] = found;
    if (why && !found.includes(null)) return why;
  }
  return null;
}
