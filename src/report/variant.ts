/** Models by the name that a person gives, or as they are. */
import type { Model } from '../economics/model.ts';
import { modelOf, VARIANT_IDS } from '../economics/variants/registry.ts';
import { fail } from '../kernel/issues.ts';

/** A variant by its id, blocks joined with + in it where there are several, or a model of one's own. */
export type Asked = string | Model;

const isModel = (asked: unknown): asked is Model =>
  typeof asked === 'object' && asked !== null && 'blocks' in asked && 'profit' in asked;

/** The model asked for. @throws OptimandError naming the known ones. */
export function variantOf(asked: unknown): Model {
  if (typeof asked === 'string') return modelOf(asked);
  if (isModel(asked)) return asked;
  return fail({
    code: 'usage',
    what: `"a value of type ${typeof asked}" is not a variant`,
    would: `known are ${VARIANT_IDS.join(', ')}`,
  });
}
