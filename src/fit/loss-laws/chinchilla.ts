import { symbol } from '../../kernel/term.ts';
import { A, ADDITIVE_GRID, ALPHA, B, BETA, IRREDUCIBLE, logLoss } from './additive.ts';
import type { LossLaw } from './law.ts';

/** L = E0 + A N^-α + B D^-β. */
export const chinchilla: LossLaw = {
  id: 'chinchilla',
  statement: 'L = E0 + A N^-alpha + B D^-beta',
  source: 'Hoffmann et al. 2022, approach 3; Besiroglu et al. 2024',
  needsUniqueTokens: false,
  isQuality: true,
  formula: {
    value: logLoss(symbol('lnN'), symbol('lnD'), 'beta'),
    parameters: ['lnA', 'lnB', 'lnE0', 'alpha', 'beta'],
    columns: ['lnN', 'lnD'],
  },
  columnsOf: ({ params, tokens }) => [Math.log(params), Math.log(tokens)],
  grid: ADDITIVE_GRID,
  letters: [A, B, IRREDUCIBLE, ALPHA, BETA],
};
