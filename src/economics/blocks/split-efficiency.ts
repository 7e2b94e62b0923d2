import { substitute } from '../../kernel/term.ts';
import type { VariantBlock, WrappingBlock } from '../block.ts';
import { E_inf } from '../symbols.ts';

/** 2 n t/E_inf: inference runs on hardware of its own efficiency, and E is that of training alone. */
export const splitEfficiency: WrappingBlock<'cost'> & VariantBlock = {
  kind: 'cost',
  changes: 'result',
  id: 'split-efficiency',
  title: 'Inference at its own efficiency',
  meaning: 'inference is bought at E_inf FLOP per dollar',
  source: "this toolkit's specification",
  parameters: [E_inf],
  ranges: {
    E_inf: { low: 1e16, high: 1e20, scale: 'log', meaning: 'efficiency of inference, FLOP per dollar' },
  },
  facts: [],
  wrap: (inner) => ({ inference: (n, t) => substitute(inner.inference(n, t), { E: 'E_inf' }) }),
};
