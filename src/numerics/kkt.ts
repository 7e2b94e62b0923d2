/**
 * The conditions of an optimum (Karush, Kuhn and Tucker) of a smooth piece, written once for every arithmetic.
 *
 *   unknowns   z = (ln n, ln d, ln t; log-odds of the weights of a tie; one multiplier a binding limit)
 *   equations  a variable      ln(marginal gain) = ln(marginal loss),
 *              or if it binds  (marginal gain - marginal loss)/gain = its multiplier
 *              a tie           ln left = ln right
 *              a limit         ln variable = ln bound
 *
 * Marginal means per unit of the variable's logarithm. Weights with log-odds s are 1/(1 + e^-s) and 1/(1 + e^s): positive,
 * of sum one, and each known to a relative error however small. Conditions in logarithms are free of units, nearly linear in z, so
 * that Newton's method comes home from afar, and their residual is an error relative to marginal cost. They need a
 * positive marginal gain and a positive marginal loss of every variable that no limit holds.
 *
 * In an equilibrium what the others do is held fixed in the marginals, which are one seller's own, and follows the choice
 * everywhere else.
 *
 * For the surplus ln gain - ln loss in place of profit, gain and loss stand with their marginals as shares of themselves.
 * Derivatives are those of dual numbers over whatever arithmetic is asked for, so the Jacobian is the same function
 * over duals.
 */
import type { Arithmetic } from '../kernel/arithmetic/arithmetic.ts';
import { type Dual, dual } from '../kernel/arithmetic/dual.ts';
import { type Compiled, compile } from '../kernel/compile.ts';
import type { Term } from '../kernel/term.ts';
import type { Piece, Tie } from './kinks.ts';

/** What is maximised: profit, or the surplus ln gain - ln loss, which is positive exactly where profit is. */
export type Goal = 'profit' | 'surplus';

/** variables[index] ≤ bound, and taken to bind. The bound is a term in the parameters alone. */
export interface BindingLimit {
  readonly index: number;
  readonly bound: Term;
}

export interface System {
  readonly goal: Goal;
  readonly variables: readonly string[];
  readonly parameters: readonly string[];
  /** Letters of the rest of the industry with their values, put in after differentiating one's own gain and loss. */
  readonly rivals: readonly { readonly name: string; readonly value: Term }[];
  readonly piece: Piece;
  readonly limits: readonly BindingLimit[];
}

/** The left-hand sides less the right-hand sides, all zero at an optimum; z as above, theta the parameters in order. */
export type Conditions<U> = (z: readonly U[], theta: readonly U[]) => U[];

/** Gain and loss at a point, with their derivatives in the logarithm of one variable. */
export interface Marginal<U> {
  readonly gain: Dual<U>;
  readonly loss: Dual<U>;
}

const letters = ({ variables, piece, parameters }: System): readonly string[] => [
  ...variables,
  ...piece.ties.flatMap((tie) => tie.weights),
  ...parameters,
];

/** The condition on a variable that no limit holds. */
function balanced<U>(goal: Goal, u: Arithmetic<U>, { gain, loss }: Marginal<U>): U {
  const ratio = u.divide(gain.slope, loss.slope);
  return u.ln(goal === 'profit' ? ratio : u.divide(u.multiply(ratio, loss.value), gain.value));
}

/** What one more unit of the logarithm of a variable would bring, as a share of the gain: the multiplier of its limit. */
function excess<U>(goal: Goal, u: Arithmetic<U>, { gain, loss }: Marginal<U>): U {
  const share = u.divide(loss.slope, goal === 'profit' ? gain.value : loss.value);
  return u.add(u.divide(gain.slope, gain.value), u.negate(share));
}

/** Gain and loss along the logarithm of each variable, as functions of [...variables, ...weights, ...theta]. */
function marginalsOf<U>(system: System, u: Arithmetic<U>): Marginals<U> {
  const [own, lifted] = [letters(system), dual(u)];
  const inputs = [...own, ...system.rivals.map(({ name }) => name)];
  const gain = compile(system.piece.gain, inputs, lifted);
  const loss = compile(system.piece.loss, inputs, lifted);
  const industry = system.rivals.map(({ value }) => compile(value, own, u));
  const still = u.fromNumber(0);
  return (point) => {
    const others = industry.map((value) => ({ value: value(point), slope: still }));
    return system.variables.map((_, i) => {
      const moving = [...seeded(u, point, i, point[i] as U), ...others];
      return { gain: gain(moving), loss: loss(moving) };
    });
  };
}

/** The two weights whose log-odds are given. */
function weightsOf<U>(u: Arithmetic<U>, odds: U): [U, U] {
  const one = u.fromNumber(1);
  const share = (exponent: U): U => u.divide(one, u.add(one, u.exp(exponent)));
  return [share(u.negate(odds)), share(odds)];
}

/** The conditions of a system over one arithmetic. */
function conditionsOf<U>(system: System, u: Arithmetic<U>, marginals: Marginals<U>): Conditions<U> {
  const inputs = letters(system);
  const tieTerms = system.piece.ties.map(
    ({ left, right }: Tie) => [compile(left, inputs, u), compile(right, inputs, u)] as const,
  );
  const bounds = system.limits.map(({ bound }) => compile(bound, system.parameters, u));
  const count = system.variables.length;
  const minus = (x: U, y: U): U => u.add(x, u.negate(y));
  return (z, theta) => {
    const weights = z.slice(count, count + tieTerms.length).flatMap((odds) => weightsOf(u, odds));
    const multipliers = z.slice(count + tieTerms.length);
    const point = [...z.slice(0, count).map(u.exp), ...weights, ...theta];
    const stationary = marginals(point).map((marginal, i) => {
      const k = system.limits.findIndex(({ index }) => index === i);
      if (k < 0) return balanced(system.goal, u, marginal);
      return minus(excess(system.goal, u, marginal), multipliers[k] as U);
    });
    const tied = tieTerms.map(([left, right]) => minus(u.ln(left(point)), u.ln(right(point))));
    const bound = system.limits.map(({ index }, k) =>
      minus(z[index] as U, u.ln((bounds[k] as Compiled<U>)(theta))),
    );
    return [...stationary, ...tied, ...bound];
  };
}

/** The multipliers of the limits, at the end of z. */
export const multipliersOf = <T>(system: System, z: readonly T[]): readonly T[] =>
  z.slice(z.length - system.limits.length);

/** Marginals at [...variables, ...weights, ...theta], one a variable. */
export type Marginals<U> = (point: readonly U[]) => Marginal<U>[];

/** Conditions with their derivatives: what Newton's method and the elasticities need. Arithmetic T throughout. */
export interface Differentiable<T> {
  readonly on: Arithmetic<T>;
  readonly residual: Conditions<T>;
  /** The conditions over dual numbers. */
  readonly lifted: Conditions<Dual<T>>;
}

/** The conditions of one active set. */
export interface KKT<T> extends Differentiable<T> {
  readonly system: System;
  readonly marginals: Marginals<T>;
}

export function kktOf<T>(system: System, on: Arithmetic<T>): KKT<T> {
  const [marginals, over] = [marginalsOf(system, on), dual(on)];
  return {
    on,
    system,
    marginals,
    residual: conditionsOf(system, on, marginals),
    lifted: conditionsOf(system, over, marginalsOf(system, over)),
  };
}

/** A solution of the conditions, with the parameters that it is for. */
export interface Optimised<T> {
  readonly kkt: KKT<T>;
  readonly z: readonly T[];
  readonly theta: readonly T[];
}

/** The derivative of every condition along a direction in (z, theta). */
export function derivativeAlong<T>(
  kkt: Differentiable<T>,
  z: readonly Dual<T>[],
  theta: readonly Dual<T>[],
): T[] {
  return kkt.lifted(z, theta).map(({ slope }) => slope);
}

/** Numbers as duals, the one at `seed` moving with the given slope; none moves where seed is -1. */
export function seeded<T>(on: Arithmetic<T>, values: readonly T[], seed: number, slope: T): Dual<T>[] {
  const zero = on.fromNumber(0);
  return values.map((value, i) => ({ value, slope: i === seed ? slope : zero }));
}

/** The Jacobian in z: row by equation, column by unknown. */
export function jacobian<T>(kkt: Differentiable<T>, z: readonly T[], theta: readonly T[]): T[][] {
  const { on } = kkt;
  const fixed = seeded(on, theta, -1, on.fromNumber(0));
  const columns = z.map((_, j) => derivativeAlong(kkt, seeded(on, z, j, on.fromNumber(1)), fixed));
  return z.map((_, i) => columns.map((column) => column[i] as T));
}
