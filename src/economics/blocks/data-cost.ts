import { add, multiply } from '../../kernel/term.ts';
import type { VariantBlock, WrappingBlock } from '../block.ts';
import { c_d } from '../symbols.ts';

/** c_d d: data are bought, each token each time it is trained on. Training spend stays 6 n d/E. */
export const dataCost: WrappingBlock<'cost'> & VariantBlock = {
  kind: 'cost',
  changes: 'result',
  id: 'data-cost',
  title: 'Bought data',
  meaning: 'each training token is paid for each time it is trained on',
  source: "this toolkit's specification",
  parameters: [c_d],
  ranges: { c_d: { low: 1e-9, high: 1e-5, scale: 'log', meaning: 'price of data, dollars per token' } },
  facts: [],
  wrap: (inner) => ({ data: (d) => add(inner.data?.(d) ?? 0, multiply('c_d', d)) }),
};
