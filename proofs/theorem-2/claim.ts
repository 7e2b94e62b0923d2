import { theorems } from '../../derivations/06-theorems-1-and-2.ts';
import { dominatedRegimes } from '../../derivations/07-dominated-regimes.ts';
import { changeOfUnit } from '../../derivations/12-change-of-unit.ts';
import { pointwise, resultHolds } from '../../src/claims/checks.ts';
import type { Claim } from '../../src/claims/claim.ts';
import { evaluator, residual } from '../../src/claims/evaluate-result.ts';
import { last } from '../../src/claims/exponents.ts';
import { alongFamily } from '../../src/claims/family.ts';
import type { At } from '../../src/claims/pool.ts';
import { farPool } from '../../src/claims/pool.ts';
import { baseline } from '../../src/economics/variants/baseline.ts';
import { growingE, largerParameters, rhoOf, roundFirm } from '../families.ts';
import { box, computeBound, logCase, restFixed, sells, standing } from '../hypotheses.ts';
import { attainedByInference } from '../theorem-1/claim.ts';
import { boundUnder, unlessLacking } from '../under.ts';

const sizeRatio = (p: At): number => ((p.n ?? 0) * rhoOf(p)) / ((p.a ?? 0) * (p.E ?? 0));
const dataRatio = (p: At): number => (p.d ?? 0) / ((p.a ?? 0) * (p.E ?? 0));
const spendRatio = (p: At): number => ((p.C ?? 0) * rhoOf(p)) / ((p.a ?? 0) ** 2 * (p.E ?? 0));

const neverBroken = (['theorem-2-size', 'theorem-2-spend'] as const).map((result) =>
  resultHolds({
    role: 'holds',
    name: result,
    model: baseline,
    derivation: theorems,
    result,
    tolerance: 0,
    question: `At gamma = 0, does the referee ever break the bound ${result}, with its constant?`,
  }),
);

const attained = (
  [
    ['size', sizeRatio],
    ['data', dataRatio],
    ['spend', spendRatio],
  ] as const
).map(([name, ratio]) =>
  alongFamily({
    role: 'tight',
    name: `attained-${name}`,
    model: baseline,
    start: roundFirm(0),
    at: growingE,
    steps: [1, 1e4, 1e8, 1e12],
    ratio,
    asks: 'stays-away-from-zero',
    question: `Does the ${name} keep pace with its bound as E grows?`,
  }),
);

/** The uniform bound that is true, on n >= 1: checked on equal exponents at gamma = 0. */
const uniformBound = pointwise({
  role: 'instead',
  name: 'uniform-bound',
  model: baseline,
  tolerance: 0,
  question:
    'Does the referee ever break n < (omega^2 a E/(6 e^2 delta rho))^(1/(2-alpha)) at gamma = 0 and alpha = beta?',
  asserts:
    'with alpha = beta <= 1 and n* >= 1, n*^(2-alpha) < omega^2 a E/(6 e^2 delta rho): the claim with a constant in omega and delta',
  where: ({ gamma, alpha, beta }) => gamma === 0 && alpha === beta,
  off: (point) => residual(evaluator(theorems(), 'theorem-2-uniform')(point)),
  say: (_, off) => `broken by ${off}`,
});

const inAnyUnit = alongFamily({
  role: 'holds',
  name: 'any-unit',
  model: baseline,
  start: roundFirm(0),
  at: largerParameters,
  steps: [1, 1e5, 1e10],
  ratio: sizeRatio,
  asks: 'stays-bounded',
  question: 'Is n* rho/(a E) bounded over units of parameters?',
});

const shared = {
  id: 'theorem-2',
  statement: 'compute-bound, gamma = 0: n* = O(aE/rho), d* = O(aE), C = O(a^2 E/rho)',
  source: 'Hao & Merrill 2026, theorem 2',
  variant: 'baseline',
} as const;

export const theorem2Limit: Claim = {
  ...shared,
  reading: 'E to infinity, the rest fixed',
  hypotheses: [standing, sells, computeBound, logCase, restFixed, box],
  uses: [theorems, dominatedRegimes],
  law: 'theorem-2-size',
  under: (model) =>
    unlessLacking(model, ['gamma'], () =>
      boundUnder(
        { model, quantity: 'n', pool: farPool, where: ({ gamma }) => gamma === 0, regime: last },
        () => 1,
      ),
    ),
  checks: [...neverBroken, ...attained, attainedByInference],
};

export const theorem2Uniform: Claim = {
  ...shared,
  reading: 'uniformly in E, a and rho',
  hypotheses: [standing, sells, computeBound, logCase],
  uses: [changeOfUnit, theorems],
  law: 'bound-2',
  checks: [inAnyUnit, uniformBound],
};
