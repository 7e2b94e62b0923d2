import { lambertW } from '../../engines/lambert-w.ts';
import { rationalToNumber } from '../rational.ts';
import type { Arithmetic } from './arithmetic.ts';

/**
 * (1 - x^-g)/g with L = ln x: a series where z = g L is small (there z may even be subnormal), expm1 elsewhere. Where |z|
 * is large nothing cancels, and the power itself carries no rounding of z into the exponent.
 */
export function deformedLog(x: number, g: number): number {
  const L = Math.log(x);
  if (g === 0) return L;
  const z = g * L;
  if (Math.abs(z) < 1e-5) return L * (1 - (z / 2) * (1 - (z / 3) * (1 - z / 4)));
  return Math.abs(z) < 2 ? -Math.expm1(-z) / g : (1 - x ** -g) / g;
}

/** Ordinary doubles. */
export const double: Arithmetic<number> = {
  name: 'double',
  fromRational: rationalToNumber,
  fromNumber: (value) => value,
  toNumber: (value) => value,
  add: (x, y) => x + y,
  negate: (x) => -x,
  multiply: (x, y) => x * y,
  divide: (x, y) => x / y,
  power: (x, y) => x ** y,
  ln: Math.log,
  exp: Math.exp,
  deformedLog,
  powerGap: (x, g) => g * deformedLog(x, g),
  lambertW,
  compare: (x, y) => x - y,
};
