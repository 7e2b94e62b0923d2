/** How a value scales: the power with which a symbol stands in it, and whether it is a number once exponents are given. */
import type { Context } from '../kernel/facts.ts';
import { OptimandError } from '../kernel/issues.ts';
import type { Summand as NormalSummand } from '../kernel/normal/data.ts';
import { normalise } from '../kernel/normal/normalise.ts';
import { normalTerm, ratioTerm } from '../kernel/normal/to-term.ts';
import { equalRatios, type Ratio, ZERO_RATIO } from '../kernel/ratio.ts';
import { isShape } from '../kernel/shape.ts';
import { divide, multiply, power, symbol, symbolsOf, type Term } from '../kernel/term.ts';
import { hides } from '../solve/powers-of.ts';

/** What a step finds, or null where the normal form refuses it. */
export function orNull<T>(step: () => T): T | null {
  try {
    return step();
  } catch (error) {
    if (error instanceof OptimandError) return null;
    throw error;
  }
}

/** The exponent of a symbol in one summand, or null where it also stands inside something else. */
export function exponentIn({ factors }: NormalSummand, name: string): Ratio | null {
  let exponent = ZERO_RATIO;
  for (const factor of factors) {
    if (factor.base.kind === 'symbol' && factor.base.name === name) exponent = factor.exponent;
    else if (hides(factor.base, name)) return null;
  }
  return exponent;
}

/** The one exponent p with value = (something free of the symbol) · symbol^p, or null where there is none. */
export function exponentOf(value: Term, name: string, context: Context): Ratio | null {
  const normal = normalise(value, context);
  const [first, ...rest] = normal.map((summand) => exponentIn(summand, name));
  if (!first || rest.some((other) => !other || !equalRatios(first, other))) return null;
  return first;
}

/** The value with symbol^p divided out. */
export const without = (value: Term, name: string, exponent: Ratio, context: Context): Term =>
  normalTerm(normalise(divide(value, power(symbol(name), ratioTerm(exponent))), context));

/** Whether the value is a number as soon as the shape parameters are. */
export const isShapeConstant = (value: Term, context: Context): boolean =>
  symbolsOf(normalTerm(normalise(value, context))).every((name) => isShape(name, context));

/** The value split into its normal summands as terms. */
export const summandsOf = (value: Term, context: Context): readonly Term[] =>
  normalise(value, context).map((summand) => normalTerm([summand]));

/** x/y as one tidy term. */
export const ratioOf = (x: Term, y: Term, context: Context): Term =>
  normalTerm(normalise(multiply(x, power(y, -1)), context));
