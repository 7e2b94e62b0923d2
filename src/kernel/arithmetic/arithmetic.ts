/**
 * What numbers a term can be evaluated in: doubles, dual numbers for gradients, decimals of any precision. A term is
 * compiled once for an arithmetic; nothing else knows how a number is represented.
 */
import type { Rational } from '../rational.ts';

export interface Arithmetic<T> {
  readonly name: string;
  fromRational(value: Rational): T;
  fromNumber(value: number): T;
  toNumber(value: T): number;
  add(x: T, y: T): T;
  negate(x: T): T;
  multiply(x: T, y: T): T;
  divide(x: T, y: T): T;
  /** x^y for x > 0; for an integer y also for negative x. */
  power(x: T, y: T): T;
  ln(x: T): T;
  exp(x: T): T;
  /** ∫_1^x s^-(1+g) ds = (1 - x^-g)/g, and ln x at g = 0, without cancellation near g = 0. */
  deformedLog(x: T, g: T): T;
  /** 1 - x^-g, without cancellation near x^-g = 1 in the value nor elsewhere in its slope. */
  powerGap(x: T, g: T): T;
  /** The real branch 0 or -1 of the solution w of w e^w = x. */
  lambertW(branch: 0 | -1, x: T): T;
  /** Negative, zero or positive as x is below, equal to or above y. */
  compare(x: T, y: T): number;
  /** Whether x is zero in every part of it; where absent, toNumber decides. */
  isZero?(x: T): boolean;
}
