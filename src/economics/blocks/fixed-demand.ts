import { multiply, symbol } from '../../kernel/term.ts';
import type { MarketBlock, VariantBlock } from '../block.ts';
import { omega, T } from '../symbols.ts';

/** p = ω f and t = T: demand is given, and only its price depends on quality. */
export const fixedDemand: MarketBlock & VariantBlock = {
  kind: 'market',
  id: 'fixed-demand',
  title: 'Fixed demand',
  meaning: 'T tokens are sold whatever the price, which is omega f',
  source: 'Sardana et al. 2024 (demand for inference given)',
  parameters: [omega, T],
  ranges: { T: { low: 1e14, high: 1e17, scale: 'log', meaning: 'fixed demand, tokens' } },
  facts: [],
  price: (f) => multiply('omega', f),
  revenue: (f, t) => multiply('omega', t, f),
  sales: symbol('T'),
};
