/** The loss law of Hoffmann et al. 2022, L(n,d) = L∞ + A n^-α + B d^-β, and compute in FLOP, which the classics share. */
import type { Declaration } from '../../kernel/symbols.ts';
import { POSITIVE } from '../../kernel/symbols.ts';
import { divide, multiply, negate, power, type Term } from '../../kernel/term.ts';
import type { Part, Quantity } from '../problem.ts';
import type { Range } from '../range.ts';
import { A, alpha, B, beta, L_inf } from '../symbols.ts';

export const LOSS_PARAMETERS: readonly Declaration[] = [A, B, alpha, beta, L_inf];

/** Realistic values: laws fitted to language models since 2020. */
export const LOSS_RANGES: Readonly<Record<string, Range>> = {
  A: { low: 50, high: 2000, scale: 'log', meaning: 'scale of the loss that parameters remove' },
  B: { low: 50, high: 5000, scale: 'log', meaning: 'scale of the loss that data remove' },
  alpha: { low: 0.2, high: 0.45, scale: 'linear', meaning: 'parameter exponent' },
  beta: { low: 0.2, high: 0.45, scale: 'linear', meaning: 'data exponent' },
  L_inf: { low: 1.4, high: 1.9, scale: 'linear', meaning: 'loss that nothing removes' },
};

/** What size and what data leave of the loss. */
export const byParameters: Term = multiply('A', power('n', negate('alpha')));
export const byData: Term = multiply('B', power('d', negate('beta')));

export const LOSS_PARTS: readonly Part[] = [
  { source: 'irreducible', term: { kind: 'symbol', name: 'L_inf' } },
  { source: 'parameters', term: byParameters },
  { source: 'data', term: byData },
];

/** FLOP: 6 for each parameter and token trained on, 2 for each parameter and token served. */
export const training: Term = multiply(6, 'n', 'd');
export const inference: Term = multiply(2, 'n', 't');

const own = (name: string, tex: string, unit: string, meaning: string): Declaration => ({
  name,
  tex,
  unit,
  meaning,
  domain: POSITIVE,
  role: 'quantity',
  source: 'Hoffmann et al. 2022, arXiv:2203.15556',
});

export const compute = own('compute', 'C', 'flop', 'compute, FLOP');

export const tokensPerParameter: Quantity = {
  letter: own('tokens_per_parameter', 'd/n', 'token/parameter', 'training tokens per parameter'),
  term: divide('d', 'n'),
};
