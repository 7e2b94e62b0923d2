import { argumentList } from '../tex/piece.ts';
import { choose, type KernelFunction } from './function.ts';

/** The largest of its arguments. It has a kink, so no derivative is taken through it. */
export const max: KernelFunction = {
  name: 'max',
  arity: 'two or more',
  meaning: 'largest of the arguments',
  source: 'definition',
  tex: (args) => `\\max${argumentList(args)}`,
  partial: () => null,
  evaluate: (arithmetic, args) => choose(arithmetic, args, (order) => order > 0),
  sign: (args) => {
    const signs = args.map((arg) => arg.sign());
    if (signs.includes('positive')) return 'positive';
    const noneAbove = signs.every(
      (sign) => sign === 'negative' || sign === 'zero' || sign === 'non-positive',
    );
    if (signs.includes('zero')) return noneAbove ? 'zero' : 'non-negative';
    if (signs.includes('non-negative')) return 'non-negative';
    if (signs.every((sign) => sign === 'negative')) return 'negative';
    return noneAbove ? 'non-positive' : 'unknown';
  },
  defined: () => true,
};
