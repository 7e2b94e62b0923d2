import { symbol } from '../../kernel/term.ts';
import { A, ADDITIVE_GRID, ALPHA, B, IRREDUCIBLE, letter, logLoss } from './additive.ts';
import { chinchilla } from './chinchilla.ts';
import type { LossLaw } from './law.ts';

const { lnA, lnB, lnE0, alpha } = ADDITIVE_GRID;

/** L = E0 + A N^-α + B D^-α: one exponent for parameters and data. */
export const chinchillaEqual: LossLaw = {
  ...chinchilla,
  id: 'chinchilla-equal',
  statement: 'L = E0 + A N^-alpha + B D^-alpha',
  formula: {
    value: logLoss(symbol('lnN'), symbol('lnD'), 'alpha'),
    parameters: ['lnA', 'lnB', 'lnE0', 'alpha'],
    columns: ['lnN', 'lnD'],
  },
  grid: { lnA, lnB, lnE0, alpha },
  letters: [A, B, IRREDUCIBLE, ALPHA, letter('beta', 'data exponent, equal to alpha', '1', symbol('alpha'))],
};
