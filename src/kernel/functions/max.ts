import { argumentList } from '../tex/piece.ts';
import type { KernelFunction, Sign } from './function.ts';

const allOf = (signs: readonly Sign[], ...allowed: readonly Sign[]): boolean =>
  signs.every((sign) => allowed.includes(sign));

/** The largest of its arguments. It has a kink, so no derivative is taken through it. */
export const max: KernelFunction = {
  name: 'max',
  arity: 'two or more',
  meaning: 'largest of the arguments',
  source: 'definition',
  tex: (args) => `\\max${argumentList(args)}`,
  partial: () => null,
  evaluate: (arithmetic, args) => args.reduce((best, x) => (arithmetic.compare(x, best) > 0 ? x : best)),
  sign: (args, signOf) => {
    const signs = args.map(signOf);
    if (allOf(signs, 'positive')) return 'positive';
    if (allOf(signs, 'negative')) return 'negative';
    if (allOf(signs, 'positive', 'zero', 'non-negative')) return 'non-negative';
    return allOf(signs, 'negative', 'zero', 'non-positive') ? 'non-positive' : 'unknown';
  },
  defined: () => true,
};
