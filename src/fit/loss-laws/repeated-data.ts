import { add, call, divide, ln, multiply, negate, subtract, symbol, type Term } from '../../kernel/term.ts';
import { A, ADDITIVE_GRID, ALPHA, B, BETA, IRREDUCIBLE, letter, logLoss } from './additive.ts';
import { chinchilla } from './chinchilla.ts';
import type { LossLaw } from './law.ts';

const DATA = call('exp', 'lnRstar');
const PARAMETERS = call('exp', 'lnRNstar');

/** ln of what `repeats` beyond the first are worth, the first included: 1 + R* (1 - e^(-repeats/R*)). */
const lnWorth = (repeats: Term, Rstar: Term): Term =>
  ln(add(1, multiply(Rstar, subtract(1, call('exp', negate(divide(repeats, Rstar)))))));

/** ln D', the effective data. */
const lnData = add('lnU', lnWorth(symbol('repeats'), DATA));

/** ln G = ln(αA/(βB))/(α+β). */
const lnG = divide(subtract(add(ln('alpha'), 'lnA'), add(ln('beta'), 'lnB')), add('alpha', 'beta'));

/** ln U_N: the parameters that are compute-optimal for U tokens, (U G)^(β/α) G. */
const lnSuited = add(multiply(divide('beta', 'alpha'), add('lnU', lnG)), lnG);

/** Parameters beyond those that suit the unique tokens are worth less: U_N (1 + R_N* (1 - e^(-(N/U_N - 1)/R_N*))). */
const excess = subtract('lnN', lnSuited);
const lnDiscounted = add(lnSuited, lnWorth(subtract(call('exp', excess), 1), PARAMETERS));

/** A positive exponent is needed to say which parameters suit the data. */
const EXPONENTS = [0.2, 0.5, 1, 1.5, 2];

/** L = E0 + A N'^-α + B D'^-β with the effective data D' and the effective parameters N'. */
export const repeatedData: LossLaw = {
  ...chinchilla,
  id: 'repeated-data',
  statement:
    "L = E0 + A N'^-alpha + B D'^-beta, D' = U (1 + Rstar (1 - exp(-(D/U - 1)/Rstar))) where D > U, else D, and N' = U_N (1 + RNstar (1 - exp(-(N/U_N - 1)/RNstar))) where N > U_N = (U G)^(beta/alpha) G, G = (alpha A/(beta B))^(1/(alpha + beta)), else N",
  source: 'Muennighoff et al. 2023, equations 5 and 6',
  needsUniqueTokens: true,
  isQuality: false,
  formula: {
    value: logLoss(symbol('lnN'), lnData, 'beta'),
    beyond: { gap: excess, value: logLoss(lnDiscounted, lnData, 'beta') },
    parameters: ['lnA', 'lnB', 'lnE0', 'alpha', 'beta', 'lnRstar', 'lnRNstar'],
    columns: ['lnN', 'lnU', 'repeats'],
  },
  columnsOf: ({ params, tokens, uniqueTokens }) => {
    const unique = Math.min(tokens, uniqueTokens ?? tokens);
    return [Math.log(params), Math.log(unique), tokens / unique - 1];
  },
  grid: {
    ...ADDITIVE_GRID,
    alpha: EXPONENTS,
    beta: EXPONENTS,
    lnRstar: [0, 1.5, 3, 4.5],
    lnRNstar: [0, 1.5, 3, 4.5],
  },
  letters: [
    A,
    B,
    IRREDUCIBLE,
    ALPHA,
    BETA,
    letter('Rstar', 'repeats after which a further one is worth 1/e', '1', DATA),
    letter(
      'RNstar',
      'parameters beyond those that suit the data, in multiples, after which a further one is worth 1/e',
      '1',
      PARAMETERS,
    ),
  ],
};
