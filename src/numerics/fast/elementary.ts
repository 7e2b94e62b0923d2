/** Functions of doubles that keep their digits where the plain formula would not. */

/** g/(e^(g u) - 1), 1/u at g = 0: the elasticity of the deformed logarithm of e^u. */
export function deformedShare(u: number, g: number): number {
  const gap = Math.expm1(g * u);
  return gap === 0 || g === 0 ? 1 / u : g / gap;
}

/** ln(1 + e^x) */
export const softplus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

/** 1/(1 + e^-x) */
export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** ln(e^x + e^y) */
export const sumOfExponentials = (x: number, y: number): number =>
  Math.max(x, y) + Math.log1p(Math.exp(-Math.abs(x - y)));
