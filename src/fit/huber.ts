/**
 * A formula fitted so that Huber's loss of the residuals is least: quadratic up to δ, linear beyond, so that no single run
 * pulls the fit. The loss has many local minima in the constants of a law; they are looked for from many starts, and how
 * many of them end in the best is part of the answer.
 *
 * Source: Huber, "Robust estimation of a location parameter" (1964); Hoffmann et al. 2022, appendix D.3 (δ = 1e-3 on
 * ln L, quasi-Newton from a grid of starts).
 */
import type { LeastSquaresProblem } from './damped-step.ts';
import { type Minimum, minimise, type Valued } from './minimise.ts';
import { applied, type Vector } from './vectors.ts';

export interface HuberFit {
  readonly parameters: Vector;
  /** Sum over the residuals. */
  readonly loss: number;
  /** Length of the loss's gradient over δ times the number of residuals, at the best. */
  readonly slope: number;
  readonly starts: number;
  /** Starts that end in the best, to `SAME` of the loss. */
  readonly agreeing: number;
}

export interface HuberOptions {
  readonly delta: number;
  readonly starts: readonly Vector[];
  /** Called with the share done, 0 to 1. */
  readonly progress?: (done: number) => void;
}

const SAME = 1e-6;
const MOST_STEPS = 1000;
const FLAT = 1e-12;

const lossOf = (r: number, delta: number): number =>
  Math.abs(r) <= delta ? (r * r) / 2 : delta * (Math.abs(r) - delta / 2);
const pullOf = (r: number, delta: number): number => Math.max(-delta, Math.min(delta, r));

/** Huber's loss and its gradient Jᵀψ(r). */
export function huberLoss(problem: LeastSquaresProblem, delta: number, p: Vector): Valued {
  const r = problem.residuals(p);
  const value = r.reduce((sum, ri) => sum + lossOf(ri, delta), 0);
  const pulls = r.map((ri) => pullOf(ri, delta));
  const J = problem.jacobian(p);
  const transposed = p.map((_, j) => J.map((row) => row[j] as number));
  return { value, gradient: applied(transposed, pulls) };
}

/** The best over the starts; null where no start has a value. */
export function huberFit(
  problem: LeastSquaresProblem,
  { delta, starts, progress }: HuberOptions,
): HuberFit | null {
  const flat = FLAT * delta * problem.observed.length;
  const minima: Minimum[] = [];
  for (const [i, start] of starts.entries()) {
    const found = minimise((p) => huberLoss(problem, delta, p), start, {
      mostSteps: MOST_STEPS,
      slope: flat,
    });
    if (found) minima.push(found);
    progress?.((i + 1) / starts.length);
  }
  const [first] = minima;
  if (!first) return null;
  const best = minima.reduce((one, other) => (other.value < one.value ? other : one), first);
  return {
    parameters: best.at,
    loss: best.value,
    slope: best.slope / (delta * problem.observed.length),
    starts: starts.length,
    agreeing: minima.filter(({ value }) => value <= best.value * (1 + SAME)).length,
  };
}
