import { explicitBound } from '../../derivations/05-explicit-bound.ts';
import { theorems } from '../../derivations/06-theorems-1-and-2.ts';
import { changeOfUnit } from '../../derivations/12-change-of-unit.ts';
import { computed, pointwise, resultHolds } from '../../src/claims/checks.ts';
import type { Check, Claim } from '../../src/claims/claim.ts';
import { evaluator } from '../../src/claims/evaluate-result.ts';
import { last } from '../../src/claims/exponents.ts';
import { alongFamily } from '../../src/claims/family.ts';
import { type At, farPool, largeMarketPool } from '../../src/claims/pool.ts';
import { baseline } from '../../src/economics/variants/baseline.ts';
import { dataBound } from '../../src/economics/variants/data-bound.ts';
import { growingE, largerParameters, rhoOf, roundFirm } from '../families.ts';
import {
  box,
  computeBound,
  inferenceDominates,
  notLogCase,
  restFixed,
  sells,
  standing,
} from '../hypotheses.ts';
import { boundUnder, unlessLacking } from '../under.ts';

const bound = (p: At): number =>
  ((p.E ?? 0) / (rhoOf(p) * (p.a ?? 0) ** (p.gamma ?? 0))) ** (1 / (1 + (p.alpha ?? 0) * (p.gamma ?? 0)));
const ratio = (p: At): number => (p.n ?? 0) / bound(p);

const RESULTS = ['theorem-1-size', 'theorem-1-data', 'theorem-1-spend'] as const;

const neverBroken = RESULTS.map((result) =>
  resultHolds({
    role: 'holds',
    name: result,
    model: baseline,
    derivation: theorems,
    result,
    tolerance: 0,
    question: `Does the referee ever break the bound ${result}, with its constant?`,
  }),
);

const alsoWithLimitedData = resultHolds({
  role: 'elsewhere',
  drops: 'compute-bound',
  name: 'limited-data',
  model: dataBound,
  derivation: theorems,
  result: 'theorem-1-size',
  tolerance: 0,
  where: (_, { optimum }) => optimum.active.limits.includes('d'),
  question: 'Is n* below the bound where data bind too?',
});

/** The bounds that are true with a constant free of rho; where alpha = beta their right side falls with n. */
const freeOfRho = (['negative', 'positive'] as const).map((sign) =>
  resultHolds({
    role: 'instead',
    name: `free-of-rho-${sign}`,
    model: baseline,
    derivation: theorems,
    result: `theorem-1-uniform-${sign}`,
    tolerance: 0,
    question: `Does the referee ever break the bound without rho, gamma ${sign}?`,
    asserts:
      sign === 'negative'
        ? 'with alpha = beta and gamma < 0, (n*/bound)^(1+alpha gamma) < omega^2 alpha/(24 delta |gamma|) where n* >= q^|gamma|: free of rho'
        : 'with alpha = beta and gamma > 0, (n*/bound)^(1+alpha gamma) < omega^2 alpha/(24 delta gamma) where n* >= 1: free of rho',
    where: ({ gamma = 0 }) => (sign === 'negative' ? gamma < 0 : gamma > 0),
  }),
);

/** The exponents that the abstract quotes at alpha = 0.3, gamma = -1, to two decimals. */
const quoted = computed(
  'holds',
  'quoted-exponents',
  'Are the exponents 1.43 and 1.86 at alpha = beta = 0.3, gamma = -1?',
  () => {
    const point = { alpha: 0.3, beta: 0.3, gamma: -1 };
    const size = evaluator(theorems(), 'size-exponent')({ ...point, eps_I: 0 }).right;
    const spend = evaluator(theorems(), 'spend-exponent')({ ...point, eps_S: 0 }).right;
    return { off: Math.max(Math.abs(size - 1.43), Math.abs(spend - 1.86)), tolerance: 0.005 };
  },
);

const attained = [-1, -0.5, 0.5, 1].map(
  (gamma): Check =>
    alongFamily({
      role: 'tight',
      name: `attained-gamma-${gamma}`,
      model: baseline,
      start: roundFirm(gamma),
      at: growingE,
      steps: [1, 1e4, 1e8, 1e12],
      ratio,
      asks: 'stays-away-from-zero',
      about: (values) => values.gamma === gamma,
      question: `Does n* keep pace with the bound as E grows, gamma = ${gamma}?`,
    }),
);

/** With exponents beyond the box the order of regimes turns, and inference dominates in the end. */
const attainedWhereOrderTurns = alongFamily({
  role: 'instead',
  name: 'attained-beta-gamma',
  model: baseline,
  start: { ...roundFirm(-0.9), beta: 1.5, b: 1e-15 },
  at: growingE,
  steps: [1e8, 1e16, 1e24, 1e32],
  ratio,
  asks: 'stays-away-from-zero',
  about: ({ beta = 0, gamma = 0 }) => 1 + beta * gamma < 0,
  asserts:
    'where 1 + beta gamma < 0 (beyond the box) inference dominates in the end, and the bound is attained as E grows',
  question: 'Does n* keep pace with the bound as E grows where 1 + beta gamma < 0?',
});

/** How near n* comes to the bound with its constant, in the regime where it is attained. */
export const attainedByInference = pointwise({
  role: 'instead',
  name: 'attained-while-inference-dominates',
  model: baseline,
  pool: largeMarketPool,
  where: (point, sold) => inferenceDominates.admits?.(point, sold) ?? false,
  tolerance: 1e-3,
  question: 'Is n*/n_I within 1e-3 of 1 where t > 1e4 * 3kd?',
  asserts:
    'attained, with its constant, while inference dominates: there n*/n_I = (1 + 3kd/t)^(-1/(1+alpha gamma)) is near 1',
  off: (point) => 1 - (point.n ?? 0) / evaluator(explicitBound(), 'bound')(point).right,
  say: (_, off) => `n*/n_I = ${1 - off}`,
});

const inAnyUnit = [-1, 1].map((gamma) =>
  alongFamily({
    role: 'holds',
    name: `any-unit-gamma-${gamma}`,
    model: baseline,
    start: roundFirm(gamma),
    at: largerParameters,
    steps: [1, 1e5, 1e10],
    ratio,
    asks: 'stays-bounded',
    about: (values) => values.gamma === gamma,
    question: `Is n*/bound the same firm's number in every unit of parameters, gamma = ${gamma}?`,
  }),
);

const shared = {
  id: 'theorem-1',
  statement:
    'compute-bound, gamma not 0: n* = O((E/(rho a^gamma))^(1/(1+alpha gamma))); at alpha = 0.3, gamma = -1, up to constants, n* <= E^1.43, d* <= E^1.43 and C <= E^1.86',
  source: 'Hao & Merrill 2026, theorem 1 and abstract',
  variant: 'baseline',
} as const;

export const theorem1Limit: Claim = {
  ...shared,
  reading: 'E to infinity, the rest fixed',
  hypotheses: [standing, sells, computeBound, notLogCase, restFixed, box],
  uses: [theorems, explicitBound],
  law: 'slack-inference',
  under: (model) =>
    unlessLacking(model, ['gamma'], () =>
      boundUnder(
        { model, quantity: 'n', pool: farPool, where: ({ gamma }) => gamma !== 0, regime: last },
        ({ alpha = 0, gamma = 0 }) => 1 / (1 + alpha * gamma),
      ),
    ),
  checks: [
    ...neverBroken,
    alsoWithLimitedData,
    quoted,
    ...attained,
    attainedByInference,
    attainedWhereOrderTurns,
  ],
};

export const theorem1Uniform: Claim = {
  ...shared,
  reading: 'uniformly in E, a and rho',
  hypotheses: [standing, sells, computeBound, notLogCase],
  uses: [changeOfUnit, theorems],
  law: 'bound-1',
  checks: [...inAnyUnit, ...freeOfRho],
};
