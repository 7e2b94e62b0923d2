import { divide } from '../term.ts';
import { operand } from '../tex/piece.ts';
import type { KernelFunction } from './function.ts';

/** Natural logarithm of a positive argument. */
export const ln: KernelFunction = {
  name: 'ln',
  arity: 1,
  meaning: 'natural logarithm',
  source: 'definition',
  tex: ([x]) => `\\ln${x ? operand(x) : ''}`,
  partial: ([x]) => (x ? divide(1, x) : null),
  evaluate: (arithmetic, [x]) => arithmetic.ln(x as never),
  sign: ([x]) => x?.lessOne() ?? 'unknown',
  defined: ([x = 0]) => x > 0,
};
