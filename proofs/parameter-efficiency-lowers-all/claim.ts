/** "Better parameter efficiency lowers n*, d* and C", compute-bound: a rises, with b or with rho held. */
import { localElasticity } from '../../derivations/11-local-elasticity.ts';
import type { Claim } from '../../src/claims/claim.ts';
import { onSide, responseLaw } from '../../src/claims/responses.ts';
import { baseline } from '../../src/economics/variants/baseline.ts';
import { box, computeBound, sells, standing } from '../hypotheses.ts';
import { responseHas, signShown, turnsWhere } from '../responses.ts';
import { inShares } from '../shares.ts';
import { signsUnder } from '../under.ts';

const asked = (quantity: 'n' | 'd' | 'C_train', hold: 'b' | 'rho') =>
  ({ model: baseline, quantity, parameter: 'a', hold }) as const;

const QUANTITIES = ['n', 'd', 'C_train'] as const;

const shared = {
  id: 'parameter-efficiency-lowers-all',
  statement: 'compute-bound: better parameter efficiency (a) lowers n*, d* and C',
  source: "the authors' public thread",
  variant: 'baseline',
} as const;

export const parameterEfficiencyClaims: readonly Claim[] = [
  {
    ...shared,
    reading: 'b held',
    hypotheses: [standing, sells, computeBound, box],
    uses: [localElasticity, 'statics/baseline/b'],
    law: () => responseLaw(asked('d', 'b'), inShares),
    under: (model) =>
      signsUnder(
        model,
        QUANTITIES.map((quantity) => ({ ...asked(quantity, 'b'), sign: -1 })),
      ),
    checks: [
      ...(['d', 'n', 'C_train'] as const).map((quantity) => responseHas('holds', asked(quantity, 'b'), -1)),
      signShown('instead', asked('d', 'b'), 1, 'd* rises with a at every optimum that sells (sign algebra)'),
      turnsWhere(asked('n', 'b'), inShares),
      turnsWhere(asked('C_train', 'b'), inShares),
    ],
  },
  {
    ...shared,
    reading: 'rho held (b rises as well)',
    hypotheses: [standing, sells, computeBound, onSide(asked('n', 'rho'), 'falls', inShares), box],
    uses: [localElasticity, 'statics/baseline/rho'],
    law: () => responseLaw(asked('n', 'rho'), inShares),
    under: (model) =>
      signsUnder(
        model,
        QUANTITIES.map((quantity) => ({ ...asked(quantity, 'rho'), sign: -1 })),
      ),
    checks: QUANTITIES.map((quantity) => responseHas('holds', asked(quantity, 'rho'), -1)),
  },
];
