/**
 * Nonlinear least squares by Levenberg and Marquardt. Three ways to measure the length of a step are tried, with and
 * without the bend of `damped-step.ts`, and the lowest sum of squares wins: on the certified problems of NIST no single
 * way reaches the answer from every start.
 *
 * A descent that ends is not yet a fit. `converged` says that the residuals are perpendicular to every direction in which
 * the parameters could move, to rounding, and that each parameter is held by the data.
 *
 * Sources: Moré, "The Levenberg–Marquardt algorithm: implementation and theory" (1978); Nielsen, "Damping parameter in
 * Marquardt's method" (1999) for the damping's growth; Bates and Watts, Nonlinear Regression Analysis (1988) for the
 * cosine as a measure of convergence.
 */
import { inverseGram, singularValues } from '../engines/ml-matrix.ts';
import {
  bentStep,
  dampedStep,
  type LeastSquaresProblem,
  type Linearised,
  linearisedAt,
} from './damped-step.ts';
import { applied, column, dot, norm, plus, times, type Vector } from './vectors.ts';

export interface LeastSquaresFit {
  readonly parameters: Vector;
  readonly sumOfSquares: number;
  readonly converged: boolean;
  /** Largest cosine between the residuals and a column of the Jacobian; 0 where they vanish to rounding. */
  readonly cosine: number;
  /** Of the Jacobian with its columns scaled to length 1. */
  readonly condition: number;
  readonly steps: number;
  /** Standard deviations of the parameters from the linearised covariance; null where the fit has not converged. */
  readonly deviations: Vector | null;
}

const MOST_STEPS = 3000;
const MOST_POLISHING_STEPS = 30;
/** Residuals whose cosines with all columns are smaller are perpendicular to them, to rounding. */
const PERPENDICULAR = 1e-9;
/** Residuals this small against what is observed vanish, to rounding. */
const VANISHING = 1e-13;
/** A scaled Jacobian with a larger condition number leaves some parameter to chance. */
const ILL_CONDITIONED = 1e13;
/** A descent stands still after this many steps in a row that gain less than rounding. */
const STANDSTILL = 20;
const ROUNDING = 1e-15;

type Measure = 'running-columns' | 'columns' | 'relative';
const MEASURES: readonly Measure[] = ['running-columns', 'columns', 'relative'];

const positiveOr = (value: number, otherwise: number): number => (value > 0 ? value : otherwise);

/** The weight of each parameter in the length of a step. */
function weights({ J, p }: Linearised, before: Vector | null, measure: Measure): number[] {
  return p.map((value, j) => {
    if (measure === 'relative') return 1 / Math.max(Math.abs(value), 1e-8);
    const length = positiveOr(norm(column(J, j)), 1);
    return measure === 'running-columns' && before ? Math.max(length, before[j] as number) : length;
  });
}

interface Descent {
  readonly end: Linearised;
  readonly steps: number;
}

/** Steps that lower the sum of squares until none does. */
function descend(problem: LeastSquaresProblem, start: Linearised, measure: Measure, bends: boolean): Descent {
  let state = start;
  let scale: number[] | null = null;
  let [lambda, growth, steps, standing] = [1e-2, 2, 0, 0];
  while (steps < MOST_STEPS && state.S > 0 && standing <= STANDSTILL && lambda < 1e60) {
    steps++;
    scale = weights(state, scale, measure);
    const step = bends ? bentStep(problem, state, scale, lambda) : dampedStep(state, scale, lambda);
    const next = step && linearisedAt(problem, plus(state.p, step));
    if (!step || !next || next.S >= state.S) {
      [lambda, growth] = [lambda * growth, Math.min(2 * growth, 1e8)];
      continue;
    }
    const foretold = state.S - dot(foreseen(state, step), foreseen(state, step));
    const gain = foretold > 0 ? (state.S - next.S) / foretold : 0;
    [lambda, growth] = [Math.max(1e-300, lambda * Math.max(1 / 10, 1 - (2 * gain - 1) ** 3)), 2];
    standing = state.S - next.S <= ROUNDING * state.S ? standing + 1 : 0;
    state = next;
  }
  return { end: state, steps };
}

/** The residuals after a step, were they linear. */
const foreseen = ({ r, J }: Linearised, step: Vector): number[] => plus(r, applied(J, step));

/** Undamped steps down to the floor that rounding sets: they end when they no longer shrink. */
function polished(problem: LeastSquaresProblem, from: Linearised): Linearised {
  let state = from;
  let last = Number.POSITIVE_INFINITY;
  for (let k = 0; k < MOST_POLISHING_STEPS; k++) {
    const scale = weights(state, null, 'columns');
    const step = dampedStep(state, scale, 0);
    const next = step && linearisedAt(problem, plus(state.p, step));
    if (!next || next.S > state.S * (1 + 1e-9)) return state;
    const size = norm(times(step, scale));
    if (!(size < last)) return state;
    [state, last] = [next, size];
  }
  return state;
}

/** Whether a change of each parameter by as much as itself, or by 1, moves the fit by more than rounding. */
const areHeld = ({ J, p }: Linearised, observed: Vector): boolean =>
  p.every((value, j) => norm(column(J, j)) * Math.max(1, Math.abs(value)) > VANISHING * norm(observed));

function cosineOf({ r, J, p }: Linearised): number {
  const size = norm(r);
  const cosines = p.map((_, j) => {
    const along = column(J, j);
    return Math.abs(dot(along, r)) / positiveOr(norm(along) * size, 1);
  });
  return Math.max(...cosines);
}

function conditionOf({ J, p }: Linearised): number {
  const lengths = p.map((_, j) => norm(column(J, j)));
  if (lengths.includes(0)) return Number.POSITIVE_INFINITY;
  const singular = singularValues(J.map((row) => row.map((value, j) => value / (lengths[j] as number))));
  const [largest, smallest] = [singular[0] ?? 0, singular.at(-1) ?? 0];
  return smallest > 0 ? largest / smallest : Number.POSITIVE_INFINITY;
}

function deviationsOf({ r, J, p, S }: Linearised): number[] | null {
  const freedom = r.length - p.length;
  return freedom > 0 ? inverseGram(J).map((row, i) => Math.sqrt(((row[i] as number) * S) / freedom)) : null;
}

/** The best that is reached from the start; null where the residuals have no value there. */
export function leastSquares(problem: LeastSquaresProblem, start: Vector): LeastSquaresFit | null {
  const first = linearisedAt(problem, start);
  if (!first) return null;
  const descents = MEASURES.flatMap((measure) =>
    [true, false].map((bends) => descend(problem, first, measure, bends)),
  );
  const best = descents.reduce((one, other) => (other.end.S < one.end.S ? other : one));
  const state = polished(problem, best.end);
  const vanish = norm(state.r) <= VANISHING * norm(problem.observed);
  const [cosine, condition] = [vanish ? 0 : cosineOf(state), conditionOf(state)];
  const converged = cosine < PERPENDICULAR && condition < ILL_CONDITIONED && areHeld(state, problem.observed);
  const { p: parameters, S: sumOfSquares } = state;
  const deviations = converged ? deviationsOf(state) : null;
  return { parameters, sumOfSquares, converged, cosine, condition, steps: best.steps, deviations };
}
