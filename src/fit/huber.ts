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
  /** Other minima whose loss is within `NEAR` of the best, the lowest first. */
  readonly others: readonly Other[];
}

/** A minimum that so many starts end in. */
export interface Other {
  readonly parameters: Vector;
  readonly loss: number;
  readonly starts: number;
}

const SAME = 1e-6;
/** A minimum no more than this share above the best fits the runs about as well. */
export const NEAR = 0.01;
/** A gradient shorter than this, over δ times the number of residuals, belongs to a minimum. */
const AT_REST = 1e-6;
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

/** The local minimum below each start, in their order; null where a start has no value. */
export const huberMinima = (
  problem: LeastSquaresProblem,
  delta: number,
  starts: readonly Vector[],
): readonly (Minimum | null)[] =>
  starts.map((start) =>
    minimise((p) => huberLoss(problem, delta, p), start, {
      mostSteps: MOST_STEPS,
      slope: FLAT * delta * problem.observed.length,
    }),
  );

/** Minima near the best and apart from it and from one another. */
function othersOf(found: readonly Minimum[], best: Minimum, atRest: number): readonly Other[] {
  const near = found
    .filter(
      ({ value, slope }) =>
        slope < atRest && value > best.value * (1 + SAME) && value <= best.value * (1 + NEAR),
    )
    .sort((x, y) => x.value - y.value);
  const others: { parameters: Vector; loss: number; starts: number }[] = [];
  for (const { at, value } of near) {
    const last = others.at(-1);
    if (last && value <= last.loss * (1 + SAME)) last.starts++;
    else others.push({ parameters: at, loss: value, starts: 1 });
  }
  return others;
}

/** The best of the minima of so many residuals; null where no start has a value. */
export function bestOf(
  minima: readonly (Minimum | null)[],
  delta: number,
  residuals: number,
): HuberFit | null {
  const found = minima.filter((minimum) => minimum !== null);
  const [first] = found;
  if (!first) return null;
  const best = found.reduce((one, other) => (other.value < one.value ? other : one), first);
  return {
    parameters: best.at,
    loss: best.value,
    slope: best.slope / (delta * residuals),
    starts: minima.length,
    agreeing: found.filter(({ value }) => value <= best.value * (1 + SAME)).length,
    others: othersOf(found, best, AT_REST * delta * residuals),
  };
}
