/** Models of one's own, for those who call the toolkit from a program. */

import type { Model } from '../economics/model.ts';
import { problemFrom } from '../economics/model-file/problem.ts';
import { modelFrom } from '../economics/model-file/read.ts';
import type { ModelFile, ProblemFile } from '../economics/model-file/schema.ts';
import type { Problem } from '../economics/problem.ts';
import { namedBlock } from '../economics/variants/registry.ts';

/**
 * The model that a description makes, the same as a file with it would, with blocks of the toolkit put on it by name.
 * @throws OptimandError with the place, as a JSON pointer, of the first thing that does not do.
 */
export const model = (description: ModelFile, ...blocks: readonly string[]): Model =>
  modelFrom(description, blocks.map(namedBlock));

/** The problem of another kind than a firm's that a description makes. @throws OptimandError with the place. */
export const problem = (description: ProblemFile): Problem => problemFrom(description);
