/** The field's classic problems by id. Total, so that one without a statement does not compile. */
import type { Problem } from '../problem.ts';
import { computeOptimal } from './compute-optimal.ts';
import { inferenceAdjusted } from './inference-adjusted.ts';
import { lossTarget } from './loss-target.ts';

export const CLASSIC_IDS = ['compute-optimal', 'loss-target', 'inference-adjusted'] as const;
export type ClassicId = (typeof CLASSIC_IDS)[number];

export const CLASSICS: Readonly<Record<ClassicId, Problem>> = {
  'compute-optimal': computeOptimal,
  'loss-target': lossTarget,
  'inference-adjusted': inferenceAdjusted,
};
