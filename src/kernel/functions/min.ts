import { argumentList } from '../tex/piece.ts';
import type { KernelFunction, Sign } from './function.ts';

const allOf = (signs: readonly Sign[], ...allowed: readonly Sign[]): boolean =>
  signs.every((sign) => allowed.includes(sign));

/** The smallest of its arguments. It has a kink, so no derivative is taken through it. */
export const min: KernelFunction = {
  name: 'min',
  arity: 'two or more',
  meaning: 'smallest of the arguments',
  source: 'definition',
  tex: (args) => `\\min${argumentList(args)}`,
  partial: () => null,
  evaluate: (arithmetic, args) => args.reduce((best, x) => (arithmetic.compare(x, best) < 0 ? x : best)),
  sign: (args, signOf) => {
    const signs = args.map(signOf);
    if (allOf(signs, 'positive')) return 'positive';
    if (allOf(signs, 'negative')) return 'negative';
    if (allOf(signs, 'positive', 'zero', 'non-negative')) return 'non-negative';
    return allOf(signs, 'negative', 'zero', 'non-positive') ? 'non-positive' : 'unknown';
  },
  defined: () => true,
};
