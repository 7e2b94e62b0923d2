import { add, call, divide, multiply, negate, subtract, symbol, type Term } from '../../kernel/term.ts';
import type { VariantBlock, WrappingBlock } from '../block.ts';
import { Rstar, U } from '../symbols.ts';

/** The most that repeating can add, tokens' worth. */
const ALL = multiply('U', 'Rstar');
const unique = (d: Term): Term => call('min', d, symbol('U'));

/** The share that is used up of what repeating can add, which is also what the next repetition has lost of its worth. */
const spent = (d: Term): Term => subtract(1, call('exp', negate(divide(subtract(d, unique(d)), ALL))));

/**
 * d for d ≤ U, and U (1 + R*(1 - exp(-(d/U - 1)/R*))) beyond: with u = min(d, U), one term for both is
 * u + U R*(1 - exp(-(d - u)/(U R*))). Its slope is 1 on both sides of d = U.
 */
const effective = (d: Term): Term => add(unique(d), multiply(ALL, spent(d)));

/** Quality from effective data: beyond the U unique tokens, repetitions are worth less and less. */
export const repeatedData: WrappingBlock<'quality'> & VariantBlock = {
  kind: 'quality',
  changes: 'argument',
  id: 'repeated-data',
  title: 'Repeated data',
  meaning: 'd > U repeats U unique tokens, and each repetition is worth less',
  source: 'Muennighoff et al. 2023, arXiv:2305.16264, eq. 5 (R* = 15.39)',
  parameters: [U, Rstar],
  ranges: {
    U: { low: 1e11, high: 1e14, scale: 'log', meaning: 'unique data, tokens' },
    Rstar: { low: 5, high: 30, scale: 'linear', meaning: 'repetitions that fade; fitted as 15.39' },
  },
  facts: [],
  wrap: (inner) => ({ build: (n, d) => inner.build(n, effective(d)), reached: (_, d) => spent(d) }),
};
