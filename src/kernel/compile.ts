/**
 * Terms as functions. A term becomes a tree of closures over one arithmetic; no text is ever made into code.
 * Differences such as (1 - x^-g)/g are evaluated as the deformed logarithm, so nothing cancels near g = 0.
 */
import type { Arithmetic } from './arithmetic/arithmetic.ts';
import { FUNCTIONS } from './functions/registry.ts';
import { fail } from './issues.ts';
import { type GapProduct, gapIn, stabilise } from './stabilise.ts';
import { isNumber, isOneTerm, symbolsOf, type Term } from './term.ts';

/** Takes values in the order of the inputs with which the term was compiled. */
export type Compiled<T> = (values: readonly T[]) => T;

function build<T>(term: Term, inputs: readonly string[], arithmetic: Arithmetic<T>): Compiled<T> {
  switch (term.kind) {
    case 'number': {
      const value = arithmetic.fromRational(term.value);
      return () => value;
    }
    case 'symbol': {
      const index = inputs.indexOf(term.name);
      return (values) => values[index] as T;
    }
    case 'sum':
      return fold(
        term.terms.map((part) => build(part, inputs, arithmetic)),
        arithmetic.add,
      );
    case 'product':
      return productOf(term.factors, inputs, arithmetic);
    case 'power':
      return powerOf(term.base, term.exponent, inputs, arithmetic);
    case 'call': {
      const args = term.args.map((part) => build(part, inputs, arithmetic));
      const record = FUNCTIONS[term.name];
      return (values) =>
        record.evaluate(
          arithmetic,
          args.map((arg) => arg(values)),
        );
    }
  }
}

function fold<T>(pieces: readonly Compiled<T>[], join: (x: T, y: T) => T): Compiled<T> {
  const [first, second, ...rest] = pieces;
  if (!first) throw new RangeError('a sum or product without parts');
  if (!second) return first;
  if (rest.length === 0) return (values) => join(first(values), second(values));
  return (values) => pieces.slice(1).reduce((total, piece) => join(total, piece(values)), first(values));
}

/** Factors with exponent -1 divide; the others multiply. */
function productOf<T>(
  factors: readonly Term[],
  inputs: readonly string[],
  arithmetic: Arithmetic<T>,
): Compiled<T> {
  const gap = gapIn(factors);
  if (gap) return gapOf(gap, inputs, arithmetic);
  const isDivisor = (f: Term): f is Extract<Term, { kind: 'power' }> =>
    f.kind === 'power' && isNumber(f.exponent) && f.exponent.value.num === -1n && f.exponent.value.den === 1n;
  const divisors = factors.filter(isDivisor).map((f) => build(f.base, inputs, arithmetic));
  const others = factors.filter((f) => !isDivisor(f)).map((f) => build(f, inputs, arithmetic));
  const unit = arithmetic.fromNumber(1);
  const top = others.length > 0 ? fold(others, arithmetic.multiply) : () => unit;
  if (divisors.length === 0) return top;
  const bottom = fold(divisors, arithmetic.multiply);
  return (values) => arithmetic.divide(top(values), bottom(values));
}

function gapOf<T>(
  { x, g, rest }: GapProduct,
  inputs: readonly string[],
  arithmetic: Arithmetic<T>,
): Compiled<T> {
  const [base, shape] = [build(x, inputs, arithmetic), build(g, inputs, arithmetic)];
  const gap: Compiled<T> = (values) => arithmetic.powerGap(base(values), shape(values));
  if (isOneTerm(rest)) return gap;
  const others = build(rest, inputs, arithmetic);
  return (values) => arithmetic.multiply(others(values), gap(values));
}

function powerOf<T>(
  base: Term,
  exponent: Term,
  inputs: readonly string[],
  arithmetic: Arithmetic<T>,
): Compiled<T> {
  const b = build(base, inputs, arithmetic);
  if (isNumber(exponent) && exponent.value.num === -1n && exponent.value.den === 1n) {
    const unit = arithmetic.fromNumber(1);
    return (values) => arithmetic.divide(unit, b(values));
  }
  const e = build(exponent, inputs, arithmetic);
  return (values) => arithmetic.power(b(values), e(values));
}

/**
 * The term as a function of the inputs, in the order given.
 * @throws OptimandError where the term holds a symbol that is not among them.
 */
export function compile<T>(term: Term, inputs: readonly string[], arithmetic: Arithmetic<T>): Compiled<T> {
  for (const name of symbolsOf(term)) {
    if (!inputs.includes(name)) fail({ code: 'unknown-symbol', name, known: inputs, suggestion: null });
  }
  return build(stabilise(term), inputs, arithmetic);
}

/** The term's value at named values. @throws OptimandError where a symbol has no value. */
export function evaluate<T>(term: Term, values: Readonly<Record<string, T>>, arithmetic: Arithmetic<T>): T {
  const names = Object.keys(values);
  return compile(term, names, arithmetic)(names.map((name) => values[name] as T));
}
