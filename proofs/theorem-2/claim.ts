import { theorems } from '../../derivations/06-theorems-1-and-2.ts';
import { changeOfUnit } from '../../derivations/12-change-of-unit.ts';
import { type At, alongFamily, pointwise, resultHolds } from '../../src/claims/checks.ts';
import type { Claim } from '../../src/claims/claim.ts';
import { evaluator, residual } from '../../src/claims/evaluate-result.ts';
import { baseline } from '../../src/economics/variants/baseline.ts';
import { growingE, largerParameters, rhoOf, roundFirm } from '../families.ts';
import { betaGamma, box, restFixed, sells, standing } from '../hypotheses.ts';

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
    where: ({ gamma }) => gamma === 0,
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
  role: 'elsewhere',
  name: 'uniform-bound',
  model: baseline,
  tolerance: 0,
  question:
    'Does the referee ever break n < (omega^2 a E/(6 e^2 delta rho))^(1/(2-alpha)) at gamma = 0 and alpha = beta?',
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
  hypotheses: [standing, sells, restFixed, betaGamma, box],
  domain:
    'every E: n* < omega alpha E/2. It is attained, up to a constant, only while inference dominates; as E grows further n* grows like (E ln E)^(1/k) and C like ln E',
  derivation: theorems,
  law: 'theorem-2-size',
  checks: [...neverBroken, ...attained],
};

export const theorem2Uniform: Claim = {
  ...shared,
  reading: 'uniformly in E, a and rho',
  hypotheses: [standing, sells],
  domain:
    'as stated, not for all positive a: counting parameters in a unit x times larger changes n* rho/(a E) by x^(1-alpha). With n* >= 1, alpha = beta <= 1 it holds, with a constant in omega and delta',
  derivation: changeOfUnit,
  law: 'bound-2',
  checks: [inAnyUnit, uniformBound],
};
