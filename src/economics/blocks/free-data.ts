import type { ConstraintBlock } from '../block.ts';

/** Compute-bound: data are as many as the firm can pay to train on. */
export const freeData: ConstraintBlock = {
  kind: 'constraint',
  id: 'free-data',
  meaning: 'compute-bound: no limit on data',
  source: 'Hao & Merrill 2026',
  parameters: [],
  facts: [],
  limits: () => [],
};
