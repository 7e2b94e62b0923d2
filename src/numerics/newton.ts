/** Newton's method on the conditions of an optimum, in any arithmetic. */
import { type Differentiable, jacobian } from './kkt.ts';
import { solveLinear } from './linear-solve.ts';

export interface NewtonResult<T> {
  readonly z: readonly T[];
  readonly converged: boolean;
  readonly steps: number;
  /** Largest condition at z. */
  readonly residual: number;
}

export interface NewtonOptions {
  /** A change of every logarithm below this ends the iteration. */
  readonly tolerance: number;
  readonly maxSteps: number;
}

/** Longest step in a logarithm: a factor e³ in n, d or t. */
const LONGEST_STEP = 3;
/** Steps after which an iteration that is still moving by whole units is given up. */
const PATIENCE = 14;

const largest = (values: readonly number[]): number =>
  Math.max(0, ...values.map((value) => (Number.isNaN(value) ? Number.POSITIVE_INFINITY : Math.abs(value))));

/**
 * Solves the conditions from a start near enough: the iteration is not globalised, only its steps are capped. It ends
 * when steps no longer shrink, which in doubles is the floor that rounding sets.
 */
export function newton<T>(
  kkt: Differentiable<T> & { readonly system: { readonly variables: readonly string[] } },
  start: readonly T[],
  theta: readonly T[],
  options: NewtonOptions,
): NewtonResult<T> {
  const { on } = kkt;
  const count = kkt.system.variables.length;
  let z = start;
  let residuals = kkt.residual(z, theta);
  let previous = Number.POSITIVE_INFINITY;
  const end = (converged: boolean, steps: number): NewtonResult<T> => ({
    z,
    converged,
    steps,
    residual: largest(residuals.map(on.toNumber)),
  });
  for (let step = 1; step <= options.maxSteps; step++) {
    const change = solveLinear(on, jacobian(kkt, z, theta), residuals.map(on.negate));
    if (!change) return end(false, step);
    const length = largest(change.slice(0, count).map(on.toNumber));
    if (!Number.isFinite(length) || (step > PATIENCE && length > 0.5)) return end(false, step);
    if (length >= previous && length < 1e-8) return end(true, step);
    const factor = on.fromNumber(Math.min(1, LONGEST_STEP / length));
    z = z.map((value, i) =>
      on.add(value, length > LONGEST_STEP ? on.multiply(factor, change[i] as T) : (change[i] as T)),
    );
    residuals = kkt.residual(z, theta);
    if (length <= options.tolerance) return end(true, step);
    previous = length;
  }
  return end(false, options.maxSteps);
}
