import { add, symbol } from '../../kernel/term.ts';
import { stateProblem } from '../problem.ts';
import { C, d, excess, loss, n } from '../symbols.ts';
import {
  byData,
  byParameters,
  LOSS_PARAMETERS,
  LOSS_PARTS,
  LOSS_RANGES,
  tokensPerParameter,
  training,
} from './loss-law.ts';

/** The least loss that C FLOP of training buy. */
export const computeOptimal = stateProblem({
  id: 'compute-optimal',
  title: 'Compute-optimal training',
  meaning: 'the least loss L(n,d) = L_inf + A n^-alpha + B d^-beta for 6 n d = C FLOP of training',
  source: 'Hoffmann et al. 2022, arXiv:2203.15556',
  kind: 'minimum',
  objective: loss,
  parts: LOSS_PARTS,
  variables: [n, d],
  parameters: [...LOSS_PARAMETERS, C],
  ranges: {
    ...LOSS_RANGES,
    C: { low: 1e17, high: 1e27, scale: 'log', meaning: 'compute for training, FLOP' },
  },
  constraints: [
    {
      id: 'compute-bound',
      left: training,
      relation: '=',
      right: symbol('C'),
      meaning: 'all of the compute is spent on training',
      multiplier: {
        name: 'lambda',
        tex: '\\lambda',
        unit: '1/flop',
        meaning: 'loss that one FLOP more removes',
        domain: C.domain,
        role: 'quantity',
        source: 'the multiplier of the compute',
      },
    },
  ],
  also: [{ letter: excess, term: add(byParameters, byData) }, tokensPerParameter],
});
