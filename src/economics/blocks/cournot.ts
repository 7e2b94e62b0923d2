import { multiply, power, subtract, symbol } from '../../kernel/term.ts';
import type { MarketBlock, VariantBlock } from '../block.ts';
import { delta, m, omega, tOthers } from '../symbols.ts';

/**
 * p = ω f(q_i) - δ (t_i + t_others): m sellers alike, each choosing its own (n, d, t) with the others' given (open loop).
 * All quantities are those of one seller; at the symmetric point the others sell (m - 1) t.
 */
export const cournot: MarketBlock & VariantBlock = {
  kind: 'market',
  id: 'cournot',
  title: 'Cournot competition',
  meaning: 'linear inverse demand for the sales of m sellers alike; an open-loop symmetric Nash equilibrium',
  source: 'Cournot 1838',
  parameters: [omega, delta, m],
  ranges: { m: { low: 1, high: 6, scale: 'whole', meaning: 'sellers' } },
  facts: [{ term: subtract('m', 1), is: 'non-negative', because: 'there is at least one seller' }],
  price: (f, t) =>
    subtract(subtract(multiply('omega', f), multiply('delta', t)), multiply('delta', 't_others')),
  revenue: (f, t) =>
    subtract(
      subtract(multiply('omega', t, f), multiply('delta', power(t, 2))),
      multiply('delta', t, 't_others'),
    ),
  rivals: [{ letter: tOthers, atSymmetry: multiply(subtract('m', 1), symbol('t')) }],
};
