import { call } from '../term.ts';
import type { KernelFunction } from './function.ts';

/** Exponential function. */
export const exp: KernelFunction = {
  name: 'exp',
  arity: 1,
  meaning: 'exponential',
  source: 'definition',
  tex: ([x]) => (x?.script === '1' ? 'e' : `e^{${x?.script}}`),
  partial: ([x]) => (x ? call('exp', x) : null),
  evaluate: (arithmetic, [x]) => arithmetic.exp(x as never),
  sign: () => 'positive',
  defined: () => true,
};
