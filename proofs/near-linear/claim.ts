/**
 * "n* and d* track E at a near-linear rate." What near-linear means is taken from the abstract: the exponent 1.43, that is
 * 1/(1 - 0.3), is called so; a rate counts as near-linear where its exponent is no farther from 1 than that.
 */
import { dominatedRegimes } from '../../derivations/07-dominated-regimes.ts';
import { localElasticity } from '../../derivations/11-local-elasticity.ts';
import { computed, offBy, pointwise } from '../../src/claims/checks.ts';
import type { Check, Claim, Hypothesis } from '../../src/claims/claim.ts';
import {
  hasExponent,
  last,
  lawsPicked,
  lawText,
  named,
  type Pick,
  STANDARD_SHAPES,
} from '../../src/claims/exponents.ts';
import { type At, farPool, largeMarketPool, type Pool, plainPool, type Sold } from '../../src/claims/pool.ts';
import { evaluatorOf } from '../../src/claims/statics-evaluate.ts';
import { baseline } from '../../src/economics/variants/baseline.ts';
import { parse } from '../../src/kernel/parse.ts';
import { box, computeBound, inferenceDominates, sells, standing } from '../hypotheses.ts';
import {
  exponentUnder,
  inferenceOutweighs,
  type Slopes,
  slopeIn,
  slopesEverywhere,
  unlessLacking,
} from '../under.ts';

/** 1/(1 - 0.3) - 1. */
const NEAR = 3 / 7;
const SLACK = 1e-3;

type Size = 'n' | 'd';
const CLAIMED: Readonly<Record<Size, string>> = {
  n: '1/(1+alpha*gamma)',
  d: 'alpha/(beta*(1+alpha*gamma))',
};

const slopeOf = (quantity: Size, { optimum }: Sold): number =>
  optimum.elasticities?.[`${quantity}/E`] ?? Number.NaN;

/** The exponent of the law while inference dominates. */
const lawExponent = (quantity: Size, { alpha = 0, beta = 1, gamma = 0 }: At): number =>
  (quantity === 'n' ? 1 : alpha / beta) / (1 + alpha * gamma);

const near: Readonly<Record<Size, Hypothesis>> = {
  n: {
    name: 'near-one',
    statement: '-3/10 <= alpha gamma <= 3/4',
    stated: false,
    admits: (point) => Math.abs(lawExponent('n', point) - 1) <= NEAR,
  },
  d: {
    name: 'near-one',
    statement: '4/7 <= alpha/(beta (1 + alpha gamma)) <= 10/7',
    stated: false,
    admits: (point) => Math.abs(lawExponent('d', point) - 1) <= NEAR,
  },
};

/** Whether the referee's slope is no farther from 1 than that. */
export const slopeNear = (quantity: Size, common: { name: string; pool?: Pool }, near = NEAR): Check =>
  pointwise({
    role: 'holds',
    model: baseline,
    tolerance: SLACK,
    question: `Is d ln ${quantity}*/d ln E within 3/7 of 1?`,
    off: (_, sold) => Math.max(0, Math.abs(slopeOf(quantity, sold) - 1) - near),
    say: (_, __, sold) => `${quantity}/E is ${slopeOf(quantity, sold).toFixed(3)}, not within 3/7 of 1`,
    ...common,
  });

/** The engine's exponent in a regime against the one claimed, in every case. */
export const exponentIs = (
  role: Check['role'],
  quantity: Size,
  pick: Pick,
  name: string,
  question: string,
  formula = CLAIMED[quantity],
): Check =>
  computed(role, name, question, () => {
    const laws = lawsPicked(baseline, 'E', quantity, pick);
    const claimed = parse(formula, baseline.symbols);
    const wrong = laws.filter((law) => !hasExponent(baseline, law, claimed));
    return { off: wrong.length, tolerance: 0, draws: laws.length };
  });

/** The referee's slopes far out against the limits found. */
const slopesFarOut = (quantity: Size): Check =>
  pointwise({
    role: 'instead',
    name: 'slopes-far-out',
    model: baseline,
    pool: farPool,
    tolerance: 5e-3,
    where: ({ gamma = 0 }) => gamma === 0 || Math.abs(gamma) > 0.1,
    question: "Are the referee's slopes at E times 1e60 those of the limit laws?",
    asserts: 'the limit laws shown agree with the slopes of the numerical optimum at E times 1e60 to 5e-3',
    off: (point, sold) => Math.abs(slopeOf(quantity, sold) - limitExponent(quantity, point)),
    say: (_, off) => offBy(off),
  });

/** The limit exponent at a firm's own alpha, beta and gamma, from the engine's law of its case. */
function limitExponent(quantity: Size, { alpha = 0, beta = 0, gamma = 0 }: At): number {
  const standard = STANDARD_SHAPES.find((at) => Math.sign(at.gamma ?? 0) === Math.sign(gamma));
  const [law] = lawsPicked(baseline, 'E', quantity, last, standard ? [standard] : []);
  return law ? evaluatorOf(law.scaling.exponent)({ alpha, beta, gamma }) : Number.NaN;
}

const shared = {
  id: 'near-linear',
  statement:
    'n* and d* track E at a near-linear rate: with an exponent within 3/7 of 1, as far as the 1.43 that the abstract calls so',
  source: 'Hao & Merrill 2026, abstract; what counts as near is read off its exponent 1.43 = 1/(1 - 0.3)',
  variant: 'baseline',
  constants: { near: NEAR },
} as const;

/** The exponent claimed, put to any model in the regime meant, and how many of its slopes are near 1. */
function under(quantity: Size, where: 'inference' | 'far'): NonNullable<Claim['under']> {
  const isInference = where === 'inference';
  return (model) =>
    unlessLacking(model, ['gamma'], () => {
      const slopes = {
        model,
        quantity,
        pool: isInference ? largeMarketPool : farPool,
        regime: isInference ? named('inference-dominated') : last,
        ...(isInference ? { where: inferenceOutweighs } : {}),
      };
      const judged = exponentUnder(slopes, (point) => lawExponent(quantity, point));
      return judged.kind === 'checks' ? { ...judged, checks: [...judged.checks, nearShare(slopes)] } : judged;
    });
}

/** At how many firms the slope is near 1. */
function nearShare(slopes: Slopes): Check {
  const check = pointwise({
    ...slopes,
    role: 'instead',
    name: 'near',
    tolerance: SLACK,
    question: 'Is the slope within 3/7 of 1?',
    off: (_, sold) => Math.max(0, Math.abs(slopeIn(slopes.quantity, sold) - 1) - NEAR),
    say: () => '',
  });
  return {
    ...check,
    run(options) {
      const outcome = check.run(options);
      const { draws, failures } = outcome;
      return { ...outcome, notes: [`within 3/7 of 1 at ${draws - failures} of ${draws} firms`] };
    },
  };
}

const whileInferenceDominates = (quantity: Size): Claim => ({
  ...shared,
  under: under(quantity, 'inference'),
  reading: `${quantity}*, while inference dominates`,
  hypotheses: [standing, sells, computeBound, near[quantity], inferenceDominates, box],
  uses: [dominatedRegimes, 'laws/baseline/E'],
  law: () =>
    lawText(baseline, 'E', quantity, lawsPicked(baseline, 'E', quantity, named('inference-dominated'))),
  checks: [
    slopeNear(quantity, { name: `slope-${quantity}`, pool: largeMarketPool }),
    exponentIs(
      'holds',
      quantity,
      named('inference-dominated'),
      'exponent',
      `Is the engine's exponent of ${quantity} there ${CLAIMED[quantity]}, in every case?`,
    ),
  ],
});

const withoutEnd = (quantity: Size): Claim => ({
  ...shared,
  under: under(quantity, 'far'),
  reading: `${quantity}*, E to infinity`,
  statement: `${shared.statement}; that is ${quantity} ~ E^(${CLAIMED[quantity]}), the exponent of theorems 1 and 2`,
  hypotheses: [standing, sells, computeBound],
  uses: [dominatedRegimes, 'laws/baseline/E'],
  law: () => lawText(baseline, 'E', quantity, lawsPicked(baseline, 'E', quantity, last)),
  checks: [
    exponentIs(
      'law',
      quantity,
      last,
      'limit',
      `Is the limit exponent of ${quantity} in E ${CLAIMED[quantity]}?`,
    ),
    slopesFarOut(quantity),
  ],
});

const everywhere: Claim = {
  ...shared,
  reading: 'n* and d*, at every optimum that sells',
  hypotheses: [standing, sells, computeBound, box],
  under: (model) =>
    slopesEverywhere({ model, quantity: 'n', pool: plainPool, regime: last }, (slope) =>
      Math.max(0, Math.abs(slope - 1) - NEAR),
    ),
  uses: [localElasticity],
  law: 'size',
  checks: (['n', 'd'] as const).map((quantity) => slopeNear(quantity, { name: `slope-${quantity}` })),
};

export const nearLinearClaims: readonly Claim[] = [
  whileInferenceDominates('n'),
  whileInferenceDominates('d'),
  withoutEnd('n'),
  withoutEnd('d'),
  everywhere,
];
