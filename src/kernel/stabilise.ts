/**
 * A term rewritten so that differences of nearly equal powers are not taken: u - u x^-g is evaluated as u g ln_g(x), the
 * deformed logarithm having an algorithm of its own that keeps every digit down to g = 0, where it is ln x. A power of a sum
 * of powers, as in (x^-r + y^-r)^(-1/r), is rewritten so that no summand overflows.
 */
import { divideRational, equalRational, isInteger, negateRational, ONE, type Rational } from './rational.ts';
import {
  add,
  call,
  isNumber,
  ln,
  mapParts,
  multiply,
  negate,
  number,
  power,
  sameTerm,
  subtract,
  type Term,
} from './term.ts';

/** The number in front of a product and its other factors. */
function split(term: Term): { coefficient: Rational; factors: readonly Term[] } {
  if (isNumber(term)) return { coefficient: term.value, factors: [] };
  if (term.kind !== 'product') return { coefficient: ONE, factors: [term] };
  const coefficient = term.factors.find(isNumber)?.value ?? ONE;
  return { coefficient, factors: term.factors.filter((factor) => !isNumber(factor)) };
}

/** `from` less `taken`, one for one, or null where something taken is not there. */
function without(from: readonly Term[], taken: readonly Term[]): readonly Term[] | null {
  const left = [...from];
  for (const one of taken) {
    const index = left.findIndex((other) => sameTerm(other, one));
    if (index < 0) return null;
    left.splice(index, 1);
  }
  return left;
}

export type BrokenPower = Extract<Term, { kind: 'power' }>;

/** A power whose base is positive wherever it is real: its exponent is no whole number. */
export const isBroken = (term: Term): term is BrokenPower =>
  term.kind === 'power' && !(isNumber(term.exponent) && isInteger(term.exponent.value));

/** x and g where the product of the factors is x^-g, else null: e^y is e^-(-y). Several powers need a symbol that is in every exponent. */
function asOnePower(factors: readonly Term[]): { x: Term; g: Term } | null {
  const [only] = factors;
  if (only?.kind === 'call' && only.name === 'exp' && factors.length === 1)
    return { x: call('exp', 1), g: negate(only.args[0] as Term) };
  const powers = factors.filter(isBroken);
  const [first] = powers;
  if (!first || powers.length < factors.length) return null;
  if (powers.length === 1) return { x: first.base, g: negate(first.exponent) };
  for (const g of split(first.exponent).factors) {
    const rest = powers.map(({ exponent }) => without(split(exponent).factors, [g]));
    if (g.kind !== 'symbol' || rest.includes(null)) continue;
    const bases = powers.map(({ base, exponent }, i) =>
      power(
        base,
        multiply(number(negateRational(split(exponent).coefficient)), ...(rest[i] as readonly Term[])),
      ),
    );
    return { x: multiply(...bases), g };
  }
  return null;
}

/** u g ln_g(x) where the two summands are u and -u x^-g, else null. */
function asDeformedLog(left: Term, right: Term): Term | null {
  const [u, v] = [split(left), split(right)];
  if (!equalRational(u.coefficient, negateRational(v.coefficient))) return null;
  const powers = without(v.factors, u.factors);
  const found = powers && asOnePower(powers);
  return found
    ? cancel(multiply(number(u.coefficient), ...u.factors, found.g, call('deformed_log', found.x, found.g)))
    : null;
}

const isDeformedLog = (term: Term): term is Extract<Term, { kind: 'call' }> =>
  term.kind === 'call' && term.name === 'deformed_log';

/** A product as the rest times 1 - x^-g = g ln_g(x): where the factors of g stand beside the deformed logarithm. */
export interface GapProduct {
  readonly x: Term;
  readonly g: Term;
  readonly rest: Term;
}

/** The product with its first such difference taken out, or null where it holds none. */
export function gapIn(factors: readonly Term[]): GapProduct | null {
  for (const factor of factors) {
    if (!isDeformedLog(factor)) continue;
    const [x, g] = factor.args as readonly [Term, Term];
    const [shape, others] = [split(g), split(multiply(...factors.filter((other) => other !== factor)))];
    const rest = shape.factors.length > 0 ? without(others.factors, shape.factors) : null;
    if (rest) {
      const coefficient = divideRational(others.coefficient, shape.coefficient);
      return { x, g, rest: multiply(number(coefficient), ...rest) };
    }
  }
  return null;
}

/** The first pair of summands that is such a difference, replaced; then the next. */
function joinDifferences(terms: readonly Term[]): readonly Term[] {
  for (const [i, left] of terms.entries()) {
    for (const [j, right] of terms.entries()) {
      const joined = asDeformedLog(left, right);
      if (joined) return joinDifferences([...terms.filter((_, at) => at !== i && at !== j), joined]);
    }
  }
  return terms;
}

/** g ln_g(x)/g is ln_g(x), at g = 0 by continuity: factors of g are struck out above and below. */
function cancel(term: Term): Term {
  if (term.kind !== 'product') return term;
  const shapes = term.factors.filter(isDeformedLog).flatMap(({ args }) => split(args[1] as Term).factors);
  const isBelow = (factor: Term): factor is BrokenPower =>
    factor.kind === 'power' &&
    isNumber(factor.exponent) &&
    equalRational(factor.exponent.value, negateRational(ONE));
  const top = term.factors.filter((factor) => !isBelow(factor));
  let above: readonly Term[] = top;
  let below: readonly Term[] = term.factors
    .filter(isBelow)
    .flatMap(({ base }) => (base.kind === 'product' ? base.factors : [base]));
  for (const shape of shapes) {
    const [up, down] = [without(above, [shape]), without(below, [shape])];
    if (up && down) [above, below] = [up, down];
  }
  return above === top ? term : multiply(...above, power(multiply(...below), -1));
}

/**
 * (Σ x_i^y_i)^e with the largest summand taken out, so that nothing overflows where the y_i are large: with L_i = y_i ln x_i
 * and M the largest of them, exp(e (M + ln Σ exp(L_i - M))).
 */
function largestOut(powers: readonly BrokenPower[], exponent: Term): Term {
  const logarithms = powers.map(({ base, exponent: own }) => multiply(own, ln(base)));
  const largest = call('max', ...logarithms);
  const sum = add(...logarithms.map((one) => call('exp', subtract(one, largest))));
  return call('exp', multiply(exponent, add(largest, ln(sum))));
}

/** The term rewritten as the file says; equal in value wherever the term has one. */
export function stabilise(term: Term): Term {
  const inner = mapParts(term, stabilise);
  if (inner.kind === 'power' && inner.base.kind === 'sum' && inner.base.terms.every(isBroken)) {
    return largestOut(inner.base.terms, inner.exponent);
  }
  if (inner.kind === 'product') return cancel(inner);
  if (inner.kind !== 'sum') return inner;
  const joined = joinDifferences(inner.terms);
  return joined === inner.terms ? inner : add(...joined);
}
