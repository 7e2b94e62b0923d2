import { theorems } from '../../derivations/06-theorems-1-and-2.ts';
import { changeOfUnit } from '../../derivations/12-change-of-unit.ts';
import { type At, alongFamily, computed, resultHolds } from '../../src/claims/checks.ts';
import type { Check, Claim } from '../../src/claims/claim.ts';
import { evaluator } from '../../src/claims/evaluate-result.ts';
import { baseline } from '../../src/economics/variants/baseline.ts';
import { growingE, largerParameters, rhoOf, roundFirm } from '../families.ts';
import { betaGamma, box, restFixed, sells, standing } from '../hypotheses.ts';

const bound = (p: At): number =>
  ((p.E ?? 0) / (rhoOf(p) * (p.a ?? 0) ** (p.gamma ?? 0))) ** (1 / (1 + (p.alpha ?? 0) * (p.gamma ?? 0)));
const ratio = (p: At): number => (p.n ?? 0) / bound(p);

const neverBroken = (['theorem-1-size', 'theorem-1-data', 'theorem-1-spend'] as const).map((result) =>
  resultHolds({
    role: 'holds',
    name: result,
    model: baseline,
    derivation: theorems,
    result,
    tolerance: 0,
    question: `Does the referee ever break the bound ${result}, with its constant?`,
    where: ({ gamma }) => gamma !== 0,
  }),
);

/** The bounds that are true with a constant free of rho; where alpha = beta their right side falls with n. */
const freeOfRho = (['negative', 'positive'] as const).map((sign) =>
  resultHolds({
    role: 'elsewhere',
    name: `free-of-rho-${sign}`,
    model: baseline,
    derivation: theorems,
    result: `theorem-1-uniform-${sign}`,
    tolerance: 0,
    question: `Does the referee ever break the bound without rho, gamma ${sign}?`,
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
      question: `Does n* keep pace with the bound as E grows, gamma = ${gamma}?`,
    }),
);

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
    question: `Is n*/bound the same firm's number in every unit of parameters, gamma = ${gamma}?`,
  }),
);

const shared = {
  id: 'theorem-1',
  statement:
    'compute-bound, gamma not 0: n* = O((E/(rho a^gamma))^(1/(1+alpha gamma))); at alpha = 0.3, gamma = -1 n*, d* <= E^1.43 and C <= E^1.86 up to constants',
  source: 'Hao & Merrill 2026, theorem 1 and abstract',
  variant: 'baseline',
} as const;

export const theorem1Limit: Claim = {
  ...shared,
  reading: 'E to infinity, the rest fixed',
  hypotheses: [standing, sells, restFixed, betaGamma, box],
  domain:
    'every E: n* is below the bound with constant (omega alpha rho/2)^(1/(1+alpha gamma)). It is attained, up to a constant, only while inference dominates (t large against 3kd); as E grows further training dominates and n*/bound tends to 0, provided 1 + beta gamma > 0',
  derivation: theorems,
  law: 'slack-inference',
  checks: [...neverBroken, quoted, ...attained],
};

export const theorem1Uniform: Claim = {
  ...shared,
  reading: 'uniformly in E, a and rho',
  hypotheses: [standing, sells],
  domain:
    'as stated, not for all positive a, E and rho: counting parameters in a unit x times larger changes n*/bound by x^(1/(1+alpha gamma)) without changing the firm. With alpha = beta it holds with omega^2 alpha/(24 delta |gamma|), which is free of rho, where n* >= 1 (gamma > 0) or n* >= q^|gamma| (gamma < 0), as in the realistic box',
  derivation: changeOfUnit,
  law: 'bound-1',
  checks: [...inAnyUnit, ...freeOfRho],
};
