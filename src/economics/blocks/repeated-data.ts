import { add, call, divide, multiply, negate, subtract, symbol, type Term } from '../../kernel/term.ts';
import type { VariantBlock, WrappingBlock } from '../block.ts';
import { Rstar, U } from '../symbols.ts';

/**
 * d for d ≤ U, and U (1 + R*(1 - exp(-(d/U - 1)/R*))) beyond: with u = min(d, U), one term for both is
 * u + U R*(1 - exp(-(d - u)/(U R*))). Its slope is 1 on both sides of d = U.
 */
function effective(d: Term): Term {
  const unique = call('min', d, symbol('U'));
  const worth = multiply('U', 'Rstar');
  return add(unique, multiply(worth, subtract(1, call('exp', negate(divide(subtract(d, unique), worth))))));
}

/** Quality from effective data: beyond the U unique tokens, repetitions are worth less and less. */
export const repeatedData: WrappingBlock<'quality'> & VariantBlock = {
  kind: 'quality',
  changes: 'argument',
  id: 'repeated-data',
  title: 'Repeated data',
  meaning: 'd > U repeats U unique tokens, and each repetition is worth less',
  source: 'Muennighoff et al. 2023, arXiv:2305.16264, eq. 5 (R* = 15.39)',
  parameters: [U, Rstar],
  facts: [],
  wrap: (inner) => ({ build: (n, d) => inner.build(n, effective(d)) }),
};
