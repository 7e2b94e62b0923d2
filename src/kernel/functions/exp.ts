import { call } from '../term.ts';
import type { TexArgument } from '../tex/piece.ts';
import type { KernelFunction } from './function.ts';

/** Exponential function. */
export const exp: KernelFunction = {
  name: 'exp',
  arity: 1,
  meaning: 'exponential',
  source: 'definition',
  tex: (args) => {
    const [{ script }] = args as readonly [TexArgument];
    return script === '1' ? 'e' : `e^{${script}}`;
  },
  partial: ([x]) => (x ? call('exp', x) : null),
  evaluate: (arithmetic, [x]) => arithmetic.exp(x as never),
  sign: () => 'positive',
  defined: () => true,
};
