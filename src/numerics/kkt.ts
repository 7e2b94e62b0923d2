/**
 * The conditions of an optimum (Karush, Kuhn and Tucker) of a smooth piece, written once for every arithmetic.
 *
 *   unknowns   z = (ln n, ln d, ln t; two weights a tie; one multiplier a binding limit)
 *   equations  ∂objective/∂(ln variable) / scale = multiplier of its limit, if that binds, else 0   (one a variable)
 *              ln left = ln right,  weights sum to 1                                                (two a tie)
 *              ln variable = ln bound                                                               (one a limit)
 *
 * Derivatives are those of dual numbers over whatever arithmetic is asked for, so the Jacobian is the same function
 * over duals. Each variable's scale is in the objective's units: a residual is a share of it.
 */
import type { Arithmetic } from '../kernel/arithmetic/arithmetic.ts';
import { type Dual, dual } from '../kernel/arithmetic/dual.ts';
import { type Compiled, compile } from '../kernel/compile.ts';
import type { Term } from '../kernel/term.ts';
import type { Piece, Tie } from './kinks.ts';

/** variables[index] ≤ bound, and taken to bind. The bound is a term in the parameters alone. */
export interface BindingLimit {
  readonly index: number;
  readonly bound: Term;
}

export interface System {
  readonly variables: readonly string[];
  readonly parameters: readonly string[];
  readonly piece: Piece;
  readonly limits: readonly BindingLimit[];
}

/** The left-hand sides, all zero at an optimum; z as above, theta the parameters in order, scale one number a variable. */
export type Conditions<U> = (z: readonly U[], theta: readonly U[], scale: readonly U[]) => U[];

const letters = ({ variables, piece, parameters }: System): readonly string[] => [
  ...variables,
  ...piece.ties.flatMap((tie) => tie.weights),
  ...parameters,
];

/** ∂objective/∂ln(point[i]), by a dual number seeded with the point's own value. */
function slopeAlong<U>(objective: Compiled<Dual<U>>, u: Arithmetic<U>, point: readonly U[], i: number): U {
  const zero = u.fromNumber(0);
  return objective(point.map((value, j) => ({ value, slope: i === j ? value : zero }))).slope;
}

/** The conditions of a system over one arithmetic. */
export function conditionsOf<U>(system: System, u: Arithmetic<U>): Conditions<U> {
  const inputs = letters(system);
  const objective = compile(system.piece.term, inputs, dual(u));
  const tieTerms = system.piece.ties.map(
    ({ left, right }: Tie) => [compile(left, inputs, u), compile(right, inputs, u)] as const,
  );
  const bounds = system.limits.map(({ bound }) => compile(bound, system.parameters, u));
  const count = system.variables.length;
  const minus = (x: U, y: U): U => u.add(x, u.negate(y));
  return (z, theta, scale) => {
    const weights = z.slice(count, count + 2 * tieTerms.length);
    const multipliers = z.slice(count + weights.length);
    const point = [...z.slice(0, count).map(u.exp), ...weights, ...theta];
    const stationary = system.variables.map((_, i) => {
      const slope = u.divide(slopeAlong(objective, u, point, i), scale[i] as U);
      const k = system.limits.findIndex(({ index }) => index === i);
      return k < 0 ? slope : minus(slope, multipliers[k] as U);
    });
    const tied = tieTerms.flatMap(([left, right], k) => [
      minus(u.ln(left(point)), u.ln(right(point))),
      minus(u.add(weights[2 * k] as U, weights[2 * k + 1] as U), u.fromNumber(1)),
    ]);
    const bound = system.limits.map(({ index }, k) =>
      minus(z[index] as U, u.ln((bounds[k] as Compiled<U>)(theta))),
    );
    return [...stationary, ...tied, ...bound];
  };
}

/** Conditions with their derivatives: what Newton's method and the elasticities need. Arithmetic T throughout. */
export interface KKT<T> {
  readonly on: Arithmetic<T>;
  readonly system: System;
  readonly residual: Conditions<T>;
  /** The conditions over dual numbers. */
  readonly lifted: Conditions<Dual<T>>;
}

export const kktOf = <T>(system: System, on: Arithmetic<T>): KKT<T> => ({
  on,
  system,
  residual: conditionsOf(system, on),
  lifted: conditionsOf(system, dual(on)),
});

/** The derivative of every condition along a direction in (z, theta). */
export function derivativeAlong<T>(
  kkt: KKT<T>,
  z: readonly Dual<T>[],
  theta: readonly Dual<T>[],
  scale: readonly T[],
): T[] {
  const zero = kkt.on.fromNumber(0);
  return kkt
    .lifted(
      z,
      theta,
      scale.map((value) => ({ value, slope: zero })),
    )
    .map(({ slope }) => slope);
}

/** Numbers as duals, the one at `seed` moving with the given slope. */
export function seeded<T>(on: Arithmetic<T>, values: readonly T[], seed: number, slope: T): Dual<T>[] {
  const zero = on.fromNumber(0);
  return values.map((value, i) => ({ value, slope: i === seed ? slope : zero }));
}

/** The Jacobian in z: row by equation, column by unknown. */
export function jacobian<T>(kkt: KKT<T>, z: readonly T[], theta: readonly T[], scale: readonly T[]): T[][] {
  const { on } = kkt;
  const fixed = seeded(on, theta, -1, on.fromNumber(0));
  const columns = z.map((_, j) => derivativeAlong(kkt, seeded(on, z, j, on.fromNumber(1)), fixed, scale));
  return z.map((_, i) => columns.map((column) => column[i] as T));
}
