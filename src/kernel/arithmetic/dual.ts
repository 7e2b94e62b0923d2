/**
 * Dual numbers over any arithmetic: a value and its derivative along one direction, exact to rounding.
 * Nested (duals of duals) they give second derivatives. Source: Griewank & Walther, Evaluating Derivatives, 2008, §3.1.
 */
import { MINUS_ONE, type Rational, rational } from '../rational.ts';
import type { Arithmetic } from './arithmetic.ts';

export type Dual<T> = { readonly value: T; readonly slope: T };

const SHAPE_TERMS = 40;

/**
 * Coefficients of φ(z) = (z e^-z - (1 - e^-z))/z² = Σ (-1)^(k+1) (k+1)/(k+2)! z^k, with which the derivative of the
 * deformed logarithm in its shape g is L² φ(g L), L = ln x. For |z| < 1/2 the rest after 40 terms is below 1e-60.
 */
function shapeSeries(): readonly Rational[] {
  let factorial = 1n;
  return Array.from({ length: SHAPE_TERMS }, (_, k) => {
    factorial *= BigInt(k + 2);
    return rational(k % 2 === 0 ? -(k + 1) : k + 1, factorial);
  });
}

export function dual<T>(base: Arithmetic<T>): Arithmetic<Dual<T>> {
  const zero = base.fromNumber(0);
  const one = base.fromNumber(1);
  const series = shapeSeries().map((coefficient) => base.fromRational(coefficient));
  const constant = (value: T): Dual<T> => ({ value, slope: zero });
  // A slope whose value vanishes may still have a slope of its own, so every part of it is asked.
  const isZero = (x: T): boolean => (base.isZero ? base.isZero(x) : base.toNumber(x) === 0);
  const chain = (value: T, ...pieces: readonly (readonly [T, () => T])[]): Dual<T> => {
    let slope = zero;
    for (const [inner, outer] of pieces)
      if (!isZero(inner)) slope = base.add(slope, base.multiply(outer(), inner));
    return { value, slope };
  };
  return {
    name: `dual ${base.name}`,
    fromRational: (value) => constant(base.fromRational(value)),
    fromNumber: (value) => constant(base.fromNumber(value)),
    toNumber: (x) => base.toNumber(x.value),
    add: (x, y) => ({ value: base.add(x.value, y.value), slope: base.add(x.slope, y.slope) }),
    negate: (x) => ({ value: base.negate(x.value), slope: base.negate(x.slope) }),
    multiply: (x, y) => ({
      value: base.multiply(x.value, y.value),
      slope: base.add(base.multiply(x.slope, y.value), base.multiply(x.value, y.slope)),
    }),
    divide: (x, y) => {
      const value = base.divide(x.value, y.value);
      return {
        value,
        slope: base.divide(base.add(x.slope, base.negate(base.multiply(value, y.slope))), y.value),
      };
    },
    power: (x, y) => {
      const value = base.power(x.value, y.value);
      const minusOne = base.fromRational(MINUS_ONE);
      return chain(
        value,
        [x.slope, () => base.multiply(y.value, base.power(x.value, base.add(y.value, minusOne)))],
        [y.slope, () => base.multiply(value, base.ln(x.value))],
      );
    },
    ln: (x) => ({ value: base.ln(x.value), slope: base.divide(x.slope, x.value) }),
    exp: (x) => {
      const value = base.exp(x.value);
      return { value, slope: base.multiply(value, x.slope) };
    },
    deformedLog: (x, g) => {
      const value = base.deformedLog(x.value, g.value);
      const decay = (): T => base.power(x.value, base.negate(g.value));
      const inShape = (): T => {
        const L = base.ln(x.value);
        const z = base.multiply(g.value, L);
        if (Math.abs(base.toNumber(z)) < 0.5) {
          const sum = series.reduceRight((total, coefficient) =>
            base.add(base.multiply(total, z), coefficient),
          );
          return base.multiply(base.multiply(L, L), sum);
        }
        return base.divide(base.add(base.multiply(L, decay()), base.negate(value)), g.value);
      };
      return chain(value, [x.slope, () => base.divide(decay(), x.value)], [g.slope, inShape]);
    },
    powerGap: (x, g) => {
      const decay = (): T => base.power(x.value, base.negate(g.value));
      return chain(
        base.powerGap(x.value, g.value),
        [x.slope, () => base.divide(base.multiply(g.value, decay()), x.value)],
        [g.slope, () => base.multiply(base.ln(x.value), decay())],
      );
    },
    lambertW: (branch, x) => {
      const w = base.lambertW(branch, x.value);
      return chain(w, [x.slope, () => base.divide(one, base.multiply(base.exp(w), base.add(one, w)))]);
    },
    compare: (x, y) => base.compare(x.value, y.value),
    isZero: (x) => isZero(x.value) && isZero(x.slope),
  };
}
