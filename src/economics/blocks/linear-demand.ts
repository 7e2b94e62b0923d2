import { multiply, power, subtract } from '../../kernel/term.ts';
import type { MarketBlock } from '../block.ts';
import { delta, omega } from '../symbols.ts';

/** p = ω f - δ t: linear inverse demand, one seller. */
export const linearDemand: MarketBlock = {
  kind: 'market',
  id: 'linear-demand',
  meaning: 'linear inverse demand, one seller',
  source: 'Hao & Merrill 2026',
  parameters: [omega, delta],
  facts: [],
  price: (f, t) => subtract(multiply('omega', f), multiply('delta', t)),
  revenue: (f, t) => subtract(multiply('omega', t, f), multiply('delta', power(t, 2))),
};
