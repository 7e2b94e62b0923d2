/** "Data-bound, C falls with E as well as with data efficiency": four readings of what rises. */
import { dataBound } from '../../derivations/08-data-bound.ts';
import { offBy, pointwise, resultHolds } from '../../src/claims/checks.ts';
import type { Check, Claim } from '../../src/claims/claim.ts';
import { responseAt, responseLaw } from '../../src/claims/responses.ts';
import { dataBound as model } from '../../src/economics/variants/data-bound.ts';
import { box, dataBind, sells, standing } from '../hypotheses.ts';
import { responseHas, signShown } from '../responses.ts';
import { inDollars } from '../shares.ts';
import { signsUnder, unlessLacking } from '../under.ts';

const asked = (parameter: 'E' | 'a' | 'b', hold: 'b' | 'rho' = 'b') =>
  ({ model, quantity: 'C_train', parameter, hold }) as const;

/** With rho held nothing moves. */
const unmoved: Check = pointwise({
  role: 'instead',
  name: 'unmoved',
  model,
  tolerance: 1e-9,
  question: 'Does C stay where it is as a and b rise together?',
  asserts: 'with rho held C does not move at all: it is 6 D^(1+beta/alpha)/(rho E)',
  off: (_, sold) => Math.abs(responseAt(asked('a', 'rho'), sold)),
  say: (_, off) => offBy(off),
});

const closedForm = resultHolds({
  role: 'instead',
  name: 'spend',
  model,
  derivation: dataBound,
  result: 'spend',
  tolerance: 1e-9,
  question: 'Is the spend of the referee the closed form?',
  asserts:
    'there C = 6 D^(1+beta/alpha)/(rho E) with rho = (a/b)^(1/alpha), exactly: its elasticity is -1 in E, 1/alpha in b, -1/alpha in a',
});

const shared = {
  id: 'data-bound-spend-falls-with-data-efficiency',
  statement: 'data-bound: C falls with E as well as with data efficiency',
  source: 'Hao & Merrill 2026, abstract',
  variant: 'data-bound',
} as const;

const under =
  (one: Omit<ReturnType<typeof asked>, 'model'>): NonNullable<Claim['under']> =>
  (variant) =>
    unlessLacking(variant, ['D'], () =>
      signsUnder(variant, [{ ...one, sign: -1 }], (_, { optimum }) => optimum.active.limits.includes('d')),
    );

const hypotheses = [standing, sells, dataBind, box];

export const dataBoundSpendClaims: readonly Claim[] = [
  {
    ...shared,
    reading: 'falls with E',
    hypotheses,
    under: under(asked('E')),
    uses: [dataBound, 'statics/data-bound/b'],
    law: 'spend',
    checks: [responseHas('holds', asked('E'), -1), signShown('holds', asked('E'), -1), closedForm],
  },
  {
    ...shared,
    reading: 'falls with data efficiency b, a held',
    hypotheses,
    under: under(asked('b')),
    uses: [dataBound, 'statics/data-bound/b'],
    law: 'spend-in-b',
    checks: [responseHas('holds', asked('b'), -1), closedForm],
  },
  {
    ...shared,
    reading: 'falls with data efficiency b, rho held (a rises as well)',
    hypotheses,
    under: under(asked('a', 'rho')),
    uses: [dataBound, 'statics/data-bound/rho'],
    law: 'spend',
    checks: [responseHas('holds', asked('a', 'rho'), -1), unmoved],
  },
  {
    ...shared,
    reading: 'falls with parameter efficiency a, b held',
    hypotheses,
    under: under(asked('a')),
    uses: [dataBound, 'statics/data-bound/b'],
    law: () => responseLaw(asked('a'), inDollars),
    checks: [responseHas('holds', asked('a'), -1), signShown('holds', asked('a'), -1)],
  },
];
