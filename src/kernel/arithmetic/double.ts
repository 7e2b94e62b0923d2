import { lambertW } from '../../engines/lambert-w.ts';
import { rationalToNumber } from '../rational.ts';
import type { Arithmetic } from './arithmetic.ts';

/** (1 - e^(-g L))/g: series where g L is small (there g L may even be subnormal), expm1 elsewhere. */
export function deformedLogOf(L: number, g: number): number {
  const z = g * L;
  if (Math.abs(z) < 1e-5) return L * (1 - (z / 2) * (1 - (z / 3) * (1 - z / 4)));
  return -Math.expm1(-z) / g;
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
  deformedLog: (x, g) => deformedLogOf(Math.log(x), g),
  lambertW,
  compare: (x, y) => x - y,
};
