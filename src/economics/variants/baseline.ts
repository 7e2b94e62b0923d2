import type { Blocks } from '../block.ts';
import { computeCost } from '../blocks/compute-cost.ts';
import { freeData } from '../blocks/free-data.ts';
import { leontief } from '../blocks/leontief.ts';
import { linearDemand } from '../blocks/linear-demand.ts';
import { thresholdAdoption } from '../blocks/threshold-adoption.ts';
import { compose } from '../model.ts';

export const baselineBlocks: Blocks = {
  quality: leontief,
  adoption: thresholdAdoption,
  market: linearDemand,
  cost: computeCost,
  constraint: freeData,
};

/** The compute-bound model of Hao & Merrill 2026. */
export const baseline = compose('baseline', 'Compute-bound baseline', baselineBlocks);
