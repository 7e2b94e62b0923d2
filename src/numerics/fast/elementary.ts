/** Functions of doubles that keep their digits where the plain formula would not. */

/** Where 1 - e^-w has lost no more than a digit's half. */
const PLAIN = 0.7;

/** (1 - e^(-g u))/g, u at g = 0, with e^(-g u) given: the deformed logarithm of e^u. */
export function deformed(u: number, g: number, e: number): number {
  const w = g * u;
  if (w > PLAIN || w < -PLAIN) return (1 - e) / g;
  return w === 0 ? u : -Math.expm1(-w) / g;
}

/** ln(1 + e^x) */
export const softplus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

/** 1/(1 + e^-x) */
export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** ln(e^x + e^y) */
export const sumOfExponentials = (x: number, y: number): number =>
  Math.max(x, y) + Math.log1p(Math.exp(-Math.abs(x - y)));
