/** Whether elasticities are one-sided: a parameter's least change would change what holds at the optimum. */
import { dual } from '../kernel/arithmetic/dual.ts';
import { compile } from '../kernel/compile.ts';
import { type Optimised, seeded } from './kkt.ts';
import type { Problem } from './problem.ts';

/** A relative change of a parameter below which a change of the active set counts as here. */
const HERE = 1e-7;
/** Arguments of a kink whose ratio moves less than this per unit are tied, and stay so. */
const TIED = 1e-9;

/** Whether a multiplier, or a weight (of which z holds the log-odds), falls to zero within a relative change HERE. */
function aboutToLoosen<T>(problem: Problem, { kkt, z }: Optimised<T>, moved: readonly T[]): boolean {
  const count = problem.variables.length;
  const last = z.length - kkt.system.limits.length;
  const [signs, speeds] = [z, moved].map((values) => values.map((value) => Math.abs(kkt.on.toNumber(value))));
  return (signs ?? []).some((size, i) => i >= count && (i < last ? 1 : size) <= HERE * (speeds?.[i] ?? 0));
}

/** Whether a limit that does not bind is reached within a relative change HERE of the parameter. */
function aboutToBind<T>(
  problem: Problem,
  { kkt, z, theta }: Optimised<T>,
  moved: readonly T[],
  k: number,
): boolean {
  const { on } = kkt;
  const held = kkt.system.limits.map(({ index }) => index);
  return problem.limits.some(({ index, bound }) => {
    if (held.includes(index)) return false;
    const { value, slope } = compile(
      bound,
      problem.parameters,
      dual(on),
    )(seeded(on, theta, k, theta[k] as T));
    const distance = on.toNumber(on.add(on.ln(value), on.negate(z[index] as T)));
    const speed = on.toNumber(on.divide(slope, value)) - on.toNumber(moved[index] as T);
    return Math.abs(distance) <= HERE * Math.abs(speed);
  });
}

/** Whether another argument of a min or max becomes the one that counts within a relative change HERE. */
function aboutToSwitch<T>(
  problem: Problem,
  { kkt, z, theta }: Optimised<T>,
  moved: readonly T[],
  k: number,
): boolean {
  const { on } = kkt;
  const variables = problem.variables.map((_, i) => {
    const value = on.exp(z[i] as T);
    return { value, slope: on.multiply(value, moved[i] as T) };
  });
  const point = [...variables, ...seeded(on, theta, k, theta[k] as T)];
  const inputs = [...problem.variables, ...problem.parameters];
  return problem.kinks.some(({ args }) => {
    const at = args.map((argument) => compile(argument, inputs, dual(on))(point));
    const [values, slopes] = [
      at.map(({ value }) => on.toNumber(value)),
      at.map(({ slope }) => on.toNumber(slope)),
    ];
    const size = Math.max(...values.map(Math.abs));
    const gap = Math.max(...values) - Math.min(...values);
    const speed = Math.abs((slopes[0] ?? 0) - (slopes[1] ?? 0));
    return speed > TIED * size && gap <= HERE * speed;
  });
}

/** Whether the elasticities in parameter k, along which the unknowns move so, hold on one side of it alone. */
export const isOneSided = <T>(problem: Problem, at: Optimised<T>, moved: readonly T[], k: number): boolean =>
  aboutToLoosen(problem, at, moved) ||
  aboutToBind(problem, at, moved, k) ||
  aboutToSwitch(problem, at, moved, k);
