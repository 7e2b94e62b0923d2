/** Variants by the name that a person gives. */
import type { Model } from '../economics/model.ts';
import { VARIANT_IDS, VARIANTS, type VariantId } from '../economics/variants/registry.ts';
import { fail, shown } from '../kernel/issues.ts';
import { nearest } from '../kernel/suggest.ts';

const isVariantId = (name: unknown): name is VariantId => VARIANT_IDS.some((id) => id === name);

/** The model of that name. @throws OptimandError naming the known ones. */
export function variantOf(name: unknown): Model {
  if (isVariantId(name)) return VARIANTS[name];
  const given = typeof name === 'string' ? name : `a value of type ${typeof name}`;
  const guess = nearest(given, VARIANT_IDS);
  const would = guess ? `did you mean "${guess}"?` : `known are ${VARIANT_IDS.join(', ')}`;
  return fail({ code: 'usage', what: `"${shown(given)}" is not a variant`, would });
}
