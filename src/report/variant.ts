/** Models by the name that a person gives, or as they are. */
import type { Model } from '../economics/model.ts';
import type { Problem } from '../economics/problem.ts';
import { modelOf, VARIANT_IDS } from '../economics/variants/registry.ts';
import { fail } from '../kernel/issues.ts';
import { problemAsked } from './problem/ask.ts';

/** A variant by its id, blocks joined with + in it where there are several, a classic by its id, or a model of one's own. */
export type Asked = string | Model | Problem;

/** Whether a value is a model rather than anything else that a person may give. */
export const isModel = (asked: unknown): asked is Model =>
  typeof asked === 'object' && asked !== null && 'blocks' in asked && 'profit' in asked;

/** The model asked for. @throws OptimandError naming the known ones, and for a problem that is no firm. */
export function variantOf(asked: unknown): Model {
  const problem = problemAsked(asked);
  if (problem) {
    fail({
      code: 'usage',
      what: `${problem.id} is no firm, and what is asked for is told of firms alone`,
      would:
        'ask for derive, laws, statics, optimize, sweep, check or report of it without flags that are about firms',
    });
  }
  if (typeof asked === 'string') return modelOf(asked);
  if (isModel(asked)) return asked;
  return fail({
    code: 'usage',
    what: `"a value of type ${typeof asked}" is not a variant`,
    would: `known are ${VARIANT_IDS.join(', ')}`,
  });
}
