import { divide, multiply, negate, power, subtract } from '../../kernel/term.ts';
import type { MarketBlock, VariantBlock } from '../block.ts';
import { epsilon, K, omega } from '../symbols.ts';

const priceAt = (t: Parameters<MarketBlock['price']>[1]) =>
  power(divide(t, 'K'), negate(divide(1, 'epsilon')));

/** p = ω f (t/K)^(-1/ε): price-sensitive adoption with a constant elasticity ε of demand. */
export const constantElasticity: MarketBlock & VariantBlock = {
  kind: 'market',
  id: 'constant-elasticity',
  title: 'Constant price elasticity',
  meaning: 'demand with a constant price elasticity; p = omega f at t = K',
  source: 'Tirole 1988, §1.1 (monopoly with constant elasticity)',
  parameters: [omega, epsilon, K],
  ranges: {
    epsilon: { low: 1.2, high: 4, scale: 'linear', meaning: 'price elasticity of demand' },
    K: { low: 1e13, high: 1e16, scale: 'log', meaning: 'sales at which the market term is 1, tokens' },
  },
  facts: [
    { term: subtract('epsilon', 1), is: 'positive', because: 'epsilon > 1: revenue grows with sales' },
    {
      term: subtract(1, divide(1, 'epsilon')),
      is: 'positive',
      because: 'epsilon > 1: revenue grows with sales',
    },
  ],
  price: (f, t) => multiply('omega', f, priceAt(t)),
  revenue: (f, t) => multiply('omega', t, f, priceAt(t)),
};
