import { add, divide, multiply, power } from '../../kernel/term.ts';
import type { QualityBlock, VariantBlock } from '../block.ts';
import { a, alpha, b, beta, r } from '../symbols.ts';

/**
 * q = ((a n^α)^-r + (b d^β)^-r)^(-1/r): parameters and data substitute for one another. With r = 1 it is the Chinchilla
 * law, q = 1/(L - L∞) with a = 1/A and b = 1/B; as r → ∞ it tends to the smaller of the two.
 */
export const cesQuality: QualityBlock & VariantBlock = {
  kind: 'quality',
  id: 'ces-quality',
  title: 'CES quality',
  meaning: 'parameters and data substitute for one another with a constant elasticity',
  source: 'Arrow et al. 1961; Hoffmann et al. 2022 (r = 1)',
  parameters: [alpha, beta, a, b, r],
  ranges: {
    r: { low: 0.25, high: 8, scale: 'log', meaning: 'substitution of parameters and data; 1 is Chinchilla' },
  },
  facts: [],
  build: (n, d) =>
    power(
      add(
        power(multiply('a', power(n, 'alpha')), multiply(-1, 'r')),
        power(multiply('b', power(d, 'beta')), multiply(-1, 'r')),
      ),
      divide(-1, 'r'),
    ),
};
