import { divide, multiply } from '../../kernel/term.ts';
import type { CostBlock } from '../block.ts';
import { E } from '../symbols.ts';

/** Training takes 6 n d FLOP and inference 2 n t FLOP; both are bought at E FLOP per dollar. */
export const computeCost: CostBlock = {
  kind: 'cost',
  id: 'compute-cost',
  meaning: 'training takes 6 n d FLOP, inference 2 n t FLOP, bought at E FLOP per dollar',
  source: 'Kaplan et al. 2020 (6 and 2 FLOP per parameter and token); Hao & Merrill 2026',
  parameters: [E],
  facts: [],
  training: (n, d) => divide(multiply(6, n, d), 'E'),
  inference: (n, t) => divide(multiply(2, n, t), 'E'),
};
