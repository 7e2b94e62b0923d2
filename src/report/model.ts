/** Models of one's own, for those who call the toolkit from a program. */

import type { Model } from '../economics/model.ts';
import { modelFrom } from '../economics/model-file/read.ts';
import type { ModelFile } from '../economics/model-file/schema.ts';
import { namedBlock } from '../economics/variants/registry.ts';

/**
 * The model that a description makes, the same as a file with it would, with blocks of the toolkit put on it by name.
 * @throws OptimandError with the place, as a JSON pointer, of the first thing that does not do.
 */
export const model = (description: ModelFile, ...blocks: readonly string[]): Model =>
  modelFrom(description, blocks.map(namedBlock));
