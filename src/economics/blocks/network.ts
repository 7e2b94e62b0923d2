import { divide, multiply, power, subtract } from '../../kernel/term.ts';
import type { MarketBlock, VariantBlock } from '../block.ts';
import { delta, K, nu, omega } from '../symbols.ts';

const pull = (t: Parameters<MarketBlock['price']>[1]) => power(divide(t, 'K'), 'nu');

/** p = ω f (t/K)^ν - δ t: every user makes the product worth more to the others. */
export const network: MarketBlock & VariantBlock = {
  kind: 'market',
  id: 'network',
  title: 'Network effects',
  meaning: 'willingness to pay rises with sales, as (t/K)^nu',
  source: 'Rohlfs 1974; Katz & Shapiro 1985',
  parameters: [omega, delta, nu, K],
  ranges: {
    nu: { low: 0.02, high: 0.5, scale: 'linear', meaning: 'strength of the network effect' },
    K: { low: 1e13, high: 1e16, scale: 'log', meaning: 'sales at which the market term is 1, tokens' },
  },
  facts: [{ term: subtract(1, 'nu'), is: 'positive', because: 'nu < 1: a price can still fall with sales' }],
  price: (f, t) => subtract(multiply('omega', f, pull(t)), multiply('delta', t)),
  revenue: (f, t) => subtract(multiply('omega', t, f, pull(t)), multiply('delta', power(t, 2))),
};
