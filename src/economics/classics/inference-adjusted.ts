import { stateProblem } from '../problem.ts';
import { d, loss, n, t } from '../symbols.ts';
import {
  compute,
  inference,
  LOSS_PARAMETERS,
  LOSS_RANGES,
  tokensPerParameter,
  training,
} from './loss-law.ts';
import { LOSS_ABOVE, LOSS_GIVEN, LOSS_RANGE, LOSS_REACHED } from './loss-target.ts';

/** The least compute of training and of t tokens of inference together, for a given loss. */
export const inferenceAdjusted = stateProblem({
  id: 'inference-adjusted',
  title: 'Least compute for a loss, inference counted',
  meaning:
    'the least 6 n d + 2 n t FLOP of training and inference with L(n,d) = L_inf + A n^-alpha + B d^-beta = loss',
  source: 'Sardana et al. 2024, arXiv:2401.00448',
  kind: 'minimum',
  objective: compute,
  parts: [
    { source: 'training', term: training },
    { source: 'inference', term: inference },
  ],
  variables: [n, d],
  parameters: [...LOSS_PARAMETERS, loss, t],
  ranges: {
    ...LOSS_RANGES,
    loss: LOSS_RANGE,
    t: { low: 1e8, high: 1e16, scale: 'log', meaning: 'inference tokens over the life of the model' },
  },
  facts: [LOSS_REACHED],
  distances: [LOSS_ABOVE],
  constraints: [LOSS_GIVEN],
  also: [tokensPerParameter],
});
