import { argumentList } from '../tex/piece.ts';
import { choose, type KernelFunction } from './function.ts';

/** The smallest of its arguments. It has a kink, so no derivative is taken through it. */
export const min: KernelFunction = {
  name: 'min',
  arity: 'two or more',
  meaning: 'smallest of the arguments',
  source: 'definition',
  tex: (args) => `\\min${argumentList(args)}`,
  partial: () => null,
  evaluate: (arithmetic, args) => choose(arithmetic, args, (order) => order < 0),
  sign: (args) => {
    const signs = args.map((arg) => arg.sign());
    if (signs.includes('negative')) return 'negative';
    const noneBelow = signs.every(
      (sign) => sign === 'positive' || sign === 'zero' || sign === 'non-negative',
    );
    if (signs.includes('zero')) return noneBelow ? 'zero' : 'non-positive';
    if (signs.includes('non-positive')) return 'non-positive';
    if (signs.every((sign) => sign === 'positive')) return 'positive';
    return noneBelow ? 'non-negative' : 'unknown';
  },
  defined: () => true,
};
