/** "Better data efficiency means larger models and more spend", compute-bound: b rises, with a or with rho held. */
import { localElasticity } from '../../derivations/11-local-elasticity.ts';
import type { Claim } from '../../src/claims/claim.ts';
import { onSide, responseLaw } from '../../src/claims/responses.ts';
import { baseline } from '../../src/economics/variants/baseline.ts';
import { box, computeBound, sells, standing } from '../hypotheses.ts';
import { responseHas, signShown } from '../responses.ts';
import { inShares } from '../shares.ts';
import { signsUnder } from '../under.ts';

const spend = { model: baseline, quantity: 'C_train', parameter: 'b', hold: 'b' } as const;
const size = { model: baseline, quantity: 'n', parameter: 'b', hold: 'b' } as const;
const bothMove = { model: baseline, quantity: 'n', parameter: 'a', hold: 'rho' } as const;
const bothMoveSpend = { ...bothMove, quantity: 'C_train' } as const;

const shared = {
  id: 'data-efficiency-raises-spend',
  statement: 'compute-bound: better data efficiency (b) means larger models and more spend',
  source: 'Hao & Merrill 2026, abstract',
  variant: 'baseline',
} as const;

export const dataEfficiencyClaims: readonly Claim[] = [
  {
    ...shared,
    reading: 'larger models, a held',
    hypotheses: [standing, sells, computeBound, box],
    uses: [localElasticity, 'statics/baseline/b'],
    law: () => responseLaw(size, inShares),
    under: (model) => signsUnder(model, [{ ...size, sign: 1 }]),
    checks: [responseHas('holds', size, 1), signShown('holds', size, 1)],
  },
  {
    ...shared,
    reading: 'more spend, a held',
    hypotheses: [standing, sells, computeBound, onSide(spend, 'rises', inShares), box],
    uses: [localElasticity, 'statics/baseline/b'],
    law: () => responseLaw(spend, inShares),
    under: (model) => signsUnder(model, [{ ...spend, sign: 1 }]),
    checks: [responseHas('holds', spend, 1)],
  },
  {
    ...shared,
    reading: 'larger models and more spend, rho held (a rises as well)',
    hypotheses: [standing, sells, computeBound, onSide(bothMove, 'rises', inShares), box],
    uses: [localElasticity, 'statics/baseline/rho'],
    law: () => responseLaw(bothMoveSpend, inShares),
    under: (model) =>
      signsUnder(model, [
        { ...bothMove, sign: 1 },
        { ...bothMoveSpend, sign: 1 },
      ]),
    checks: [responseHas('holds', bothMove, 1), responseHas('holds', bothMoveSpend, 1)],
  },
];
