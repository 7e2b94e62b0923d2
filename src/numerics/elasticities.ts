/**
 * Local elasticities of the optimum, by differentiating its conditions G(z, θ) = 0: dz/d ln θ = -G_z⁻¹ θ G_θ, with both
 * derivatives from dual numbers, in any arithmetic. They hold the active set fixed; where a parameter is about to change
 * it, they are one-sided.
 */
import type { Model } from '../economics/model.ts';
import { dual } from '../kernel/arithmetic/dual.ts';
import { compile } from '../kernel/compile.ts';
import { signRational } from '../kernel/rational.ts';
import type { Declaration } from '../kernel/symbols.ts';
import { derivativeAlong, jacobian, type Optimised, seeded } from './kkt.ts';
import { solveLinear } from './linear-solve.ts';
import { isOneSided } from './one-sided.ts';
import type { Problem } from './problem.ts';

/** Whether elasticities are taken against a parameter: real, not negative by declaration, and not zero here. */
export function isScaled({ domain }: Declaration, value: number): boolean {
  return !domain.integer && domain.lower !== undefined && signRational(domain.lower.at) >= 0 && value > 0;
}

/** How the unknowns move per unit of ln θ_k: the function of k, null where the conditions do not fix it. */
export function movements<T>({ kkt, z, theta }: Optimised<T>): (k: number) => T[] | null {
  const { on } = kkt;
  const matrix = jacobian(kkt, z, theta);
  const still = seeded(on, z, -1, on.fromNumber(0));
  return (k) => {
    const push = derivativeAlong(kkt, still, seeded(on, theta, k, theta[k] as T));
    return solveLinear(on, matrix, push.map(on.negate));
  };
}

/** d ln C/d ln θ_k for training spend C, given how ln n, ln d, ln t move. */
function ofTrainingSpend<T>(
  problem: Problem,
  { kkt, z, theta }: Optimised<T>,
): (k: number, moved: readonly T[]) => T {
  const { on } = kkt;
  const spend = compile(problem.trainingSpend, [...problem.variables, ...problem.parameters], dual(on));
  return (k, moved) => {
    const point = problem.variables.map((_, i) => {
      const value = on.exp(z[i] as T);
      return { value, slope: on.multiply(value, moved[i] as T) };
    });
    const { value, slope } = spend([...point, ...seeded(on, theta, k, theta[k] as T)]);
    return on.divide(slope, value);
  };
}

/** d ln v/d ln θ_k of every variable that is given, a term in the parameters. */
function ofGiven<T>(problem: Problem, { kkt, theta }: Optimised<T>): (k: number) => [string, T][] {
  const { on } = kkt;
  const terms = problem.given.map(
    ({ name, value }) => [name, compile(value, problem.parameters, dual(on))] as const,
  );
  return (k) =>
    terms.map(([name, at]) => {
      const { value, slope } = at(seeded(on, theta, k, theta[k] as T));
      return [name, on.divide(slope, value)];
    });
}

export interface Elasticities<T> {
  /** `n/E` is d ln n / d ln E; for n, d, t and C_train. */
  readonly values: Readonly<Record<string, T>>;
  readonly warnings: readonly string[];
}

/** Elasticities against every scaled parameter, and a warning for each where they are one-sided or not fixed at all. */
export function elasticitiesAt<T>(model: Model, problem: Problem, at: Optimised<T>): Elasticities<T> {
  const values: Record<string, T> = {};
  const warnings: string[] = [];
  const move = movements(at);
  const spend = ofTrainingSpend(problem, at);
  const given = ofGiven(problem, at);
  for (const [k, declaration] of model.parameters.entries()) {
    const { name } = declaration;
    if (!isScaled(declaration, at.kkt.on.toNumber(at.theta[k] as T))) continue;
    const moved = move(k);
    if (!moved) {
      warnings.push(`the conditions of the optimum do not fix how it moves with ${name}`);
      continue;
    }
    for (const [i, variable] of problem.variables.entries()) values[`${variable}/${name}`] = moved[i] as T;
    for (const [variable, value] of given(k)) values[`${variable}/${name}`] = value;
    values[`C_train/${name}`] = spend(k, moved);
    if (isOneSided(problem, at, moved, k))
      warnings.push(`elasticities in ${name} are one-sided: a constraint starts to bind here`);
  }
  return { values, warnings };
}
