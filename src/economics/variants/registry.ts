import type { Model } from '../model.ts';
import { baseline } from './baseline.ts';
import { dataBound } from './data-bound.ts';

export const VARIANT_IDS = ['baseline', 'data-bound'] as const;
export type VariantId = (typeof VARIANT_IDS)[number];

/** Every variant: total, so that an id without a model does not compile. */
export const VARIANTS: Readonly<Record<VariantId, Model>> = {
  baseline,
  'data-bound': dataBound,
};
