import { call, multiply, power } from '../../kernel/term.ts';
import type { QualityBlock } from '../block.ts';
import { a, alpha, b, beta } from '../symbols.ts';

/** q = min(a n^α, b d^β): quality is limited by the scarcer of parameters and data. */
export const leontief: QualityBlock = {
  kind: 'quality',
  id: 'leontief',
  meaning: 'quality is limited by the scarcer of parameters and data',
  source: 'Hao & Merrill 2026',
  parameters: [alpha, beta, a, b],
  facts: [],
  build: (n, d) => call('min', multiply('a', power(n, 'alpha')), multiply('b', power(d, 'beta'))),
};
