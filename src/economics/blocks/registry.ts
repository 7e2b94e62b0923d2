import type { VariantBlock } from '../block.ts';
import { cesQuality } from './ces-quality.ts';
import { constantElasticity } from './constant-elasticity.ts';
import { cournot } from './cournot.ts';
import { dataStock } from './data-bound.ts';
import { dataCost } from './data-cost.ts';
import { endogenousThreshold } from './endogenous-threshold.ts';
import { fixedDemand } from './fixed-demand.ts';
import { hillAdoption } from './hill-adoption.ts';
import { network } from './network.ts';
import { repeatedData } from './repeated-data.ts';
import { rival } from './rival.ts';
import { splitEfficiency } from './split-efficiency.ts';

/** Every block that can be put on the baseline, by its id, which is also the id of the variant that it makes alone. */
export const BLOCKS = {
  'data-bound': dataStock,
  'ces-quality': cesQuality,
  cournot,
  'constant-elasticity': constantElasticity,
  network,
  'endogenous-threshold': endogenousThreshold,
  rival,
  'data-cost': dataCost,
  'split-efficiency': splitEfficiency,
  'repeated-data': repeatedData,
  'hill-adoption': hillAdoption,
  'fixed-demand': fixedDemand,
} as const satisfies Readonly<Record<string, VariantBlock>>;

export type BlockId = keyof typeof BLOCKS;
export const BLOCK_IDS = Object.keys(BLOCKS) as readonly BlockId[];
