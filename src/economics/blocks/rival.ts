import { call, subtract, symbol, type Term } from '../../kernel/term.ts';
import type { VariantBlock, WrappingBlock } from '../block.ts';
import { q0 } from '../symbols.ts';

/** f(q) - f(q0), 0 for q < q0: a free rival of quality q0 serves everybody whose threshold it passes. */
export const rival: WrappingBlock<'adoption'> & VariantBlock = {
  kind: 'adoption',
  changes: 'result',
  id: 'rival',
  title: 'A free rival',
  meaning: 'a free rival serves everybody whose threshold is below its quality q0',
  source: "this toolkit's specification",
  parameters: [q0],
  ranges: { q0: { low: 1, high: 8, scale: 'log', meaning: 'quality of the free rival' } },
  facts: [{ term: subtract('q0', 1), is: 'non-negative', because: 'q0 ≥ 1: the rival serves somebody' }],
  wrap: (inner) => {
    const onSale = (q: Term): Term => subtract(inner.onSale(q), inner.onSale(symbol('q0')));
    return { onSale, everywhere: (q) => call('max', 0, onSale(q)) };
  },
};
