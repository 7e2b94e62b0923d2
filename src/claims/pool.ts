/** The pool of referee optima from which checks draw: one per variant, seed and size, made once. */
import type { Model } from '../economics/model.ts';
import type { Values } from '../economics/parameters.ts';
import type { Optimum } from '../numerics/outcome.ts';
import { type Refereed, refereePool } from '../numerics/pool.ts';

/** A draw at which the firm sells, with the optimum that the referee found. */
export interface Sold {
  readonly values: Values;
  readonly optimum: Optimum;
}

const pools = new Map<string, readonly Refereed[]>();

/** The pool of a model; the same arguments give the same pool. */
export function poolOf(model: Model, seed: number, runs: number): readonly Refereed[] {
  const key = `${model.id}|${seed}|${runs}`;
  const known = pools.get(key);
  if (known) return known;
  const made = refereePool(model, seed, runs);
  pools.set(key, made);
  return made;
}

/** The draws of a pool at which the firm sells. */
export const soldIn = (pool: readonly Refereed[]): readonly Sold[] =>
  pool.flatMap(({ values, outcome }) => (outcome.kind === 'optimum' ? [{ values, optimum: outcome }] : []));
