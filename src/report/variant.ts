/** Variants by the name that a person gives. */
import type { Model } from '../economics/model.ts';
import { modelOf, VARIANT_IDS } from '../economics/variants/registry.ts';
import { fail } from '../kernel/issues.ts';

/** The model of that name, or of blocks joined with +. @throws OptimandError naming the known ones. */
export function variantOf(name: unknown): Model {
  if (typeof name === 'string') return modelOf(name);
  return fail({
    code: 'usage',
    what: `"a value of type ${typeof name}" is not a variant`,
    would: `known are ${VARIANT_IDS.join(', ')}`,
  });
}
