/** What the additive loss laws share: L = E0 + A N^-α + B D^-β, written in logarithms. */
import { add, call, ln, multiply, negate, subtract, symbol, type Term } from '../../kernel/term.ts';
import type { Letter } from './law.ts';

/** ln(e^lnE0 + e^(lnA - α lnN) + e^(lnB - β lnD)). */
export const logLoss = (lnN: Term, lnD: Term, beta: string): Term =>
  ln(
    add(
      call('exp', symbol('lnE0')),
      call('exp', subtract(symbol('lnA'), multiply('alpha', lnN))),
      call('exp', add(symbol('lnB'), negate(multiply(beta, lnD)))),
    ),
  );

const CONSTANTS = [0, 5, 10, 15, 20, 25];
const EXPONENTS = [0, 0.5, 1, 1.5, 2];

export const ADDITIVE_GRID = {
  lnA: CONSTANTS,
  lnB: CONSTANTS,
  lnE0: [-1, -0.5, 0, 0.5, 1],
  alpha: EXPONENTS,
  beta: EXPONENTS,
};

export const letter = (name: string, meaning: string, unit: string, from: Term): Letter => ({
  name,
  meaning,
  unit,
  from,
});

export const IRREDUCIBLE = letter(
  'E0',
  'loss that no amount of training removes',
  'nats/token',
  call('exp', 'lnE0'),
);
export const A = letter(
  'A',
  'weight of the shortage of parameters',
  'nats/token*parameters^alpha',
  call('exp', 'lnA'),
);
export const B = letter('B', 'weight of the shortage of data', 'nats/token*tokens^beta', call('exp', 'lnB'));
export const ALPHA = letter('alpha', 'parameter exponent', '1', symbol('alpha'));
export const BETA = letter('beta', 'data exponent', '1', symbol('beta'));
