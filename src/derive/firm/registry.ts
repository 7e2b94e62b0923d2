/**
 * The argument about any model, in parts: each a function of the model, its hypotheses checked by the engine. Total, so
 * that a part without an argument does not compile.
 */
import type { Model } from '../../economics/model.ts';
import type { Derivation } from '../derivation.ts';
import { breakEven } from './break-even.ts';
import { conditions } from './conditions.ts';
import { localElasticity } from './local.ts';
import { bestMix } from './mix.ts';
import { bestSales } from './sales.ts';
import { explicitBound } from './size.ts';

export const PART_IDS = [
  'conditions',
  'best-sales',
  'best-mix',
  'explicit-bound',
  'break-even',
  'local-elasticity',
] as const;
export type PartId = (typeof PART_IDS)[number];

/** Parts that say nothing new beside derivations of these ids, written about the very model. */
export const COVERED_BY: Readonly<Partial<Record<PartId, readonly string[]>>> = {
  conditions: ['best-sales', 'efficient-ray', 'reduced-profit'],
};

/** Every part, in the order of the argument: one derivation for each smooth piece of the model. */
export const PARTS: Readonly<Record<PartId, (model: Model) => readonly Derivation[]>> = {
  conditions,
  'best-sales': bestSales,
  'best-mix': bestMix,
  'explicit-bound': explicitBound,
  'break-even': breakEven,
  'local-elasticity': localElasticity,
};
