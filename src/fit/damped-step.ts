/**
 * One step of a least-squares descent: damped, and bent to second order. In a narrow canyon a straight step leaves the
 * floor at once, while the bent one follows it.
 *
 * Source: Transtrum and Sethna, "Improvements to the Levenberg–Marquardt algorithm for nonlinear least-squares
 * minimization" (2012), geodesic acceleration.
 */
import { leastSquaresSolution } from '../engines/ml-matrix.ts';
import { allFinite, applied, dot, norm, plus, type Rows, scaled, times, type Vector } from './vectors.ts';

/** What is fitted: residuals (fitted less observed) and their derivatives, a row a residual, a column a parameter. */
export interface LeastSquaresProblem {
  readonly observed: Vector;
  /** Not finite where the parameters have no meaning. */
  residuals(parameters: Vector): number[];
  jacobian(parameters: Vector): number[][];
}

/** The residuals r and their Jacobian J at parameters p, and S = r·r. */
export interface Linearised {
  readonly p: Vector;
  readonly r: Vector;
  readonly J: Rows;
  readonly S: number;
}

export function linearisedAt(problem: LeastSquaresProblem, p: Vector): Linearised | null {
  if (!allFinite(p)) return null;
  const r = problem.residuals(p);
  if (!allFinite(r)) return null;
  const J = problem.jacobian(p);
  return J.every(allFinite) ? { p, r, J, S: dot(r, r) } : null;
}

/** The s that makes |J s - target|² + λ |scale s|² least; null where it is not determined. */
function dampedTowards(J: Rows, target: Vector, scale: Vector, lambda: number): number[] | null {
  const damping = scale.map((_, i) => scale.map((_, j) => (i === j ? Math.sqrt(lambda) : 0)));
  const measured = J.map((row) => row.map((value, j) => value / (scale[j] as number)));
  const step = leastSquaresSolution([...measured, ...damping], [...target, ...scale.map(() => 0)]);
  return step?.map((value, j) => value / (scale[j] as number)) ?? null;
}

export const dampedStep = ({ J, r }: Linearised, scale: Vector, lambda: number): number[] | null =>
  dampedTowards(J, scaled(r, -1), scale, lambda);

/** Share of the step at which its curvature is measured. */
const AHEAD = 0.1;
/** Twice the bend may be this share of the step; a larger one is not believed. */
const LARGEST_BEND = 0.75;

/** The second derivative of the residuals along the step, by a difference. */
function curvature(problem: LeastSquaresProblem, { p, r, J }: Linearised, step: Vector): number[] {
  const ahead = problem.residuals(plus(p, step, AHEAD));
  const slope = applied(J, step);
  return ahead.map((value, i) => (2 / AHEAD) * ((value - (r[i] as number)) / AHEAD - (slope[i] as number)));
}

export function bentStep(
  problem: LeastSquaresProblem,
  at: Linearised,
  scale: Vector,
  lambda: number,
): number[] | null {
  const step = dampedStep(at, scale, lambda);
  if (!step) return null;
  const second = curvature(problem, at, step);
  const bend = allFinite(second) ? dampedTowards(at.J, scaled(second, -1 / 2), scale, lambda) : null;
  const length = (x: Vector): number => norm(times(x, scale));
  return bend && 2 * length(bend) <= LARGEST_BEND * length(step) ? plus(step, bend) : step;
}
