/** The seeded pools of referee optima that the properties draw on; `npm run test:full` draws afresh, and more. */

import { type At, numbersAt } from '../../src/claims/pool.ts';
import type { Model } from '../../src/economics/model.ts';
import { baseline } from '../../src/economics/variants/baseline.ts';
import { dataBound } from '../../src/economics/variants/data-bound.ts';
import type { Optimum } from '../../src/numerics/outcome.ts';
import { type Refereed, refereePool } from '../../src/numerics/pool.ts';
import { byTier, isFull } from '../support/tier.ts';

export const SEED = isFull ? Date.now() % 2 ** 31 : 20260514;
/** Runs of each property. */
export const RUNS = byTier(400, 1000, 5000);
const SIZE = byTier(160, 400, 2000);

/** An optimum with all numbers there by name; `at` holds parameters, n, d, t, C, pi, q and f. */
export interface Sample {
  readonly at: At;
  readonly optimum: Optimum;
  readonly breakEvenFactor: number | null;
}

const made = new Map<string, readonly Refereed[]>();

/** Every draw of a model's pool, the firms that stay out among them. */
export function drawsOf(model: Model, size = SIZE): readonly Refereed[] {
  const known = made.get(`${model.id}${size}`) ?? refereePool(model, SEED, size);
  made.set(`${model.id}${size}`, known);
  return known;
}

const samplesOf = (model: Model, size?: number): readonly Sample[] =>
  drawsOf(model, size).flatMap(({ values, outcome, breakEvenFactor }) =>
    outcome.kind === 'optimum'
      ? [{ at: numbersAt(model, { values, optimum: outcome }), optimum: outcome, breakEvenFactor }]
      : [],
  );

export const baselineSamples = (size?: number): readonly Sample[] => samplesOf(baseline, size);
export const dataBoundSamples = (size = SIZE / 2): readonly Sample[] => samplesOf(dataBound, size);

/** |x/y - 1|, infinite where it is no number. */
export function apart(x: number, y: number): number {
  const off = x === y ? 0 : Math.abs(x - y) / Math.max(Math.abs(x), Math.abs(y));
  return Number.isNaN(off) ? Number.POSITIVE_INFINITY : off;
}

/** A number that a point must have. */
export function read(point: At, name: string): number {
  const value = point[name];
  if (value === undefined) throw new Error(`the point has no ${name}`);
  return value;
}
