/** Derivatives, elasticities and implicit derivatives of terms. */
import { expandAbbreviations } from './abbreviations.ts';
import type { Context } from './facts.ts';
import { FUNCTIONS } from './functions/registry.ts';
import { refuse } from './issues.ts';
import { isZero, tidy } from './normal/equal.ts';
import {
  add,
  divide,
  isZeroTerm,
  ln,
  multiply,
  negate,
  one,
  power,
  subtract,
  symbol,
  type Term,
  zero,
} from './term.ts';

/**
 * The derivative of a term in a symbol, by the rules of the calculus, not simplified.
 * @throws OptimandError where the symbol stands inside min or max, which have kinks.
 */
export function rawDerivative(value: Term, name: string): Term {
  switch (value.kind) {
    case 'number':
      return zero;
    case 'symbol':
      return value.name === name ? one : zero;
    case 'sum':
      return add(...value.terms.map((part) => rawDerivative(part, name)));
    case 'product':
      return add(
        ...value.factors.map((factor, i) =>
          multiply(...value.factors.map((other, j) => (i === j ? rawDerivative(factor, name) : other))),
        ),
      );
    case 'power':
      return derivativeOfPower(value.base, value.exponent, name);
    case 'call':
      return derivativeOfCall(value, name);
  }
}

/** (u^v)' = v u^(v-1) u' + u^v ln(u) v'. */
function derivativeOfPower(base: Term, exponent: Term, name: string): Term {
  const [inBase, inExponent] = [rawDerivative(base, name), rawDerivative(exponent, name)];
  const first = isZeroTerm(inBase) ? zero : multiply(exponent, power(base, subtract(exponent, 1)), inBase);
  const second = isZeroTerm(inExponent) ? zero : multiply(power(base, exponent), ln(base), inExponent);
  return add(first, second);
}

function derivativeOfCall(value: Extract<Term, { kind: 'call' }>, name: string): Term {
  const pieces = value.args.map((arg, i) => {
    const inner = rawDerivative(arg, name);
    if (isZeroTerm(inner)) return zero;
    const outer = FUNCTIONS[value.name].partial(value.args, i);
    return outer
      ? multiply(outer, inner)
      : refuse(
          `${value.name} has no derivative in ${name}`,
          'differentiation',
          'resolve the kink first or hold that argument fixed',
        );
  });
  return add(...pieces);
}

/** The derivative, like terms collected; abbreviations that depend on the symbol are opened first. */
export const differentiate = (value: Term, name: string, context: Context): Term =>
  tidy(rawDerivative(expandAbbreviations(value, context.symbols, name), name), context);

/** d ln(value) / d ln(name). */
export function elasticity(value: Term, name: string, context: Context): Term {
  const opened = expandAbbreviations(value, context.symbols, name);
  return tidy(divide(multiply(symbol(name), rawDerivative(opened, name)), opened), context);
}

/**
 * dy/dx along the curve where `condition` stays zero: -(∂/∂x)/(∂/∂y).
 * @throws OptimandError where the condition does not depend on y.
 */
export function implicitDerivative(condition: Term, y: string, x: string, context: Context): Term {
  const inY = differentiate(condition, y, context);
  if (isZero(inY, context)) {
    refuse(
      `the condition does not depend on ${y}`,
      'implicit differentiation',
      `choose an unknown that occurs in it`,
    );
  }
  return negate(divide(differentiate(condition, x, context), inY));
}
