import { add, call, divide, ln, multiply, negate, subtract, symbol, type Term } from '../../kernel/term.ts';
import { A, ADDITIVE_GRID, ALPHA, B, BETA, IRREDUCIBLE, letter, logLoss } from './additive.ts';
import { chinchilla } from './chinchilla.ts';
import type { LossLaw } from './law.ts';

const Rstar = call('exp', 'lnRstar');

/** Effective over unique tokens when each is repeated `repeats` times: 1 + R* (1 - e^(-repeats/R*)). */
const worth = (repeats: Term): Term =>
  add(1, multiply(Rstar, subtract(1, call('exp', negate(divide(repeats, Rstar))))));

/**
 * L = E0 + A N^-α + B D'^-β with the effective data D' in place of D. The excess of parameters over what the unique tokens
 * would call for, which the source discounts as well, is not discounted here.
 */
export const repeatedData: LossLaw = {
  ...chinchilla,
  id: 'repeated-data',
  statement:
    "L = E0 + A N^-alpha + B D'^-beta, D' = U (1 + Rstar (1 - exp(-(D/U - 1)/Rstar))) where D > U, else D",
  source: 'Muennighoff et al. 2023, equation 5',
  needsUniqueTokens: true,
  formula: {
    value: logLoss(symbol('lnN'), add('lnU', ln(worth(symbol('repeats')))), 'beta'),
    parameters: ['lnA', 'lnB', 'lnE0', 'alpha', 'beta', 'lnRstar'],
    columns: ['lnN', 'lnU', 'repeats'],
  },
  columnsOf: ({ params, tokens, uniqueTokens }) => {
    const unique = Math.min(tokens, uniqueTokens ?? tokens);
    return [Math.log(params), Math.log(unique), tokens / unique - 1];
  },
  grid: { ...ADDITIVE_GRID, lnRstar: [0, 1.5, 3, 4.5] },
  letters: [
    A,
    B,
    IRREDUCIBLE,
    ALPHA,
    BETA,
    letter('Rstar', 'repeats after which a further one is worth 1/e', '1', Rstar),
  ],
};
