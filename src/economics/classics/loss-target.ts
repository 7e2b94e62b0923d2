import { add, subtract, symbol } from '../../kernel/term.ts';
import { type Constraint, type Distance, stateProblem } from '../problem.ts';
import { d, excess, L_inf, loss, n } from '../symbols.ts';
import {
  byData,
  byParameters,
  compute,
  LOSS_PARAMETERS,
  LOSS_RANGES,
  tokensPerParameter,
  training,
} from './loss-law.ts';

/** L(n,d) = loss. */
export const LOSS_GIVEN: Constraint = {
  id: 'loss-bound',
  left: add(symbol('L_inf'), byParameters, byData),
  relation: '=',
  right: symbol('loss'),
  meaning: 'the loss is as asked for',
  multiplier: {
    name: 'lambda',
    tex: '\\lambda',
    unit: 'flop',
    meaning: 'compute that one nat more of loss saves',
    domain: loss.domain,
    role: 'quantity',
    source: 'the multiplier of the loss',
  },
};

export const LOSS_REACHED = {
  term: subtract(loss.name, L_inf.name),
  is: 'positive',
  because: 'no size and no data bring the loss down to L_inf',
} as const;

/** Only what the loss lies above L∞ matters. */
export const LOSS_ABOVE: Distance = { parameter: loss.name, above: symbol(L_inf.name), letter: excess };

export const LOSS_RANGE = {
  low: 2,
  high: 3.5,
  scale: 'linear',
  meaning: 'loss asked for, nats per token',
} as const;

/** The least compute that brings the loss down to a given one. */
export const lossTarget = stateProblem({
  id: 'loss-target',
  title: 'Least compute for a loss',
  meaning: 'the least 6 n d FLOP of training with L(n,d) = L_inf + A n^-alpha + B d^-beta = loss',
  source: 'the dual of Hoffmann et al. 2022, arXiv:2203.15556',
  kind: 'minimum',
  objective: compute,
  parts: [{ source: 'training', term: training }],
  variables: [n, d],
  parameters: [...LOSS_PARAMETERS, loss],
  ranges: { ...LOSS_RANGES, loss: LOSS_RANGE },
  facts: [LOSS_REACHED],
  distances: [LOSS_ABOVE],
  constraints: [LOSS_GIVEN],
  also: [tokensPerParameter],
});
