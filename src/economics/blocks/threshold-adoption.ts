import { add, call, multiply } from '../../kernel/term.ts';
import type { AdoptionBlock } from '../block.ts';
import { gamma } from '../symbols.ts';

/**
 * f(q) = ∫_1^q s^-(1+γ) ds: the share (for γ > 0 up to the factor γ) of consumers whose threshold q passes; nobody buys
 * below q = 1. That 1 + αγ > 0 is the specification's standing assumption, under which adoption has diminishing returns in n.
 */
export const thresholdAdoption: AdoptionBlock = {
  kind: 'adoption',
  id: 'threshold-adoption',
  meaning:
    'consumers adopt when quality passes their threshold; thresholds have density s^-(1+gamma) on s ≥ 1',
  source: 'Hao & Merrill 2026',
  parameters: [gamma],
  facts: [
    {
      term: add(1, multiply('alpha', 'gamma')),
      is: 'positive',
      because: 'standing assumption 1 + alpha*gamma > 0',
    },
  ],
  onSale: (q) => call('deformed_log', q, 'gamma'),
  everywhere: (q) => call('max', 0, call('deformed_log', q, 'gamma')),
};
