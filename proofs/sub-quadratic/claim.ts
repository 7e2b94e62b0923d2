/** "C grows less than quadratically in E." */
import { theorems } from '../../derivations/06-theorems-1-and-2.ts';
import { dominatedRegimes } from '../../derivations/07-dominated-regimes.ts';
import { localElasticity } from '../../derivations/11-local-elasticity.ts';
import { pointwise } from '../../src/claims/checks.ts';
import type { Check, Claim, Hypothesis } from '../../src/claims/claim.ts';
import { last, lawsPicked, lawText, named } from '../../src/claims/exponents.ts';
import { type At, farPool, largeMarketPool, type Pool, plainPool, type Sold } from '../../src/claims/pool.ts';
import { baseline } from '../../src/economics/variants/baseline.ts';
import { box, computeBound, inferenceDominates, sells, standing } from '../hypotheses.ts';
import { inferenceOutweighs, slopesEverywhere, slopesWithin } from '../under.ts';

const QUADRATIC = 2;

const slope = ({ optimum }: Sold): number => optimum.elasticities?.['C_train/E'] ?? Number.NaN;

/** Whether the referee's slope of spend in E is below the power claimed. */
export const slopeBelow = (power: number, name: string, tolerance: number, pool?: Pool): Check =>
  pointwise({
    role: 'holds',
    name,
    model: baseline,
    ...(pool ? { pool } : {}),
    tolerance,
    question: `Is d ln C/d ln E below ${power}?`,
    off: (_, sold) => Math.max(0, slope(sold) - power),
    say: (_, __, sold) =>
      `C_train/E is ${slope(sold).toFixed(3)}, ${slope(sold) > power ? '' : 'not '}above ${power}`,
  });

const k = ({ alpha = 0, beta = 1 }: At): number => 1 + alpha / beta;

const bounded: Hypothesis = {
  name: 'bound-below-two',
  statement:
    'k < 3 (1 + alpha gamma), with k = 1 + alpha/beta; that is alpha gamma > -1/3 where alpha = beta',
  stated: false,
  admits: (point) => k(point) < 3 * (1 + (point.alpha ?? 0) * (point.gamma ?? 0)),
};

/** Where 1 + beta gamma < 0 inference dominates in the end, and the exponent is that of the bound. */
const limitBelowTwo: Hypothesis = {
  name: 'limit-below-two',
  statement:
    'k + 3 alpha gamma > 0, with k = 1 + alpha/beta; or, where 1 + beta gamma < 0, k < 3 (1 + alpha gamma)',
  stated: false,
  beyond: 'wide',
  admits: (point, sold) => {
    const { alpha = 0, beta = 0, gamma = 0 } = point;
    const inferenceInTheEnd = 1 + beta * gamma < 0;
    return inferenceInTheEnd ? (bounded.admits?.(point, sold) ?? true) : k(point) + 3 * alpha * gamma > 0;
  },
};

const shared = {
  id: 'sub-quadratic',
  statement: 'C grows less than quadratically in E: its exponent is below 2',
  source: 'Hao & Merrill 2026, abstract',
  variant: 'baseline',
  constants: { quadratic: QUADRATIC },
} as const;

export const subQuadraticClaims: readonly Claim[] = [
  {
    ...shared,
    reading: 'of the bounds of theorems 1 and 2, which are attained while inference dominates',
    hypotheses: [standing, sells, computeBound, bounded, inferenceDominates, box],
    uses: [theorems, 'laws/baseline/E'],
    law: 'spend-exponent',
    under: (model) =>
      slopesWithin(
        {
          model,
          quantity: 'C_train',
          pool: largeMarketPool,
          where: inferenceOutweighs,
          regime: named('inference-dominated'),
        },
        (one) => Math.max(0, one - QUADRATIC),
      ),
    checks: [slopeBelow(QUADRATIC, 'slope', 2e-3, largeMarketPool)],
  },
  {
    ...shared,
    reading: 'E to infinity',
    hypotheses: [standing, sells, computeBound, limitBelowTwo, box],
    uses: [dominatedRegimes, 'laws/baseline/E'],
    under: (model) =>
      slopesWithin({ model, quantity: 'C_train', pool: farPool, regime: last }, (one) =>
        Math.max(0, one - QUADRATIC),
      ),
    law: () => lawText(baseline, 'E', 'C_train', lawsPicked(baseline, 'E', 'C_train', last)),
    checks: [slopeBelow(QUADRATIC, 'slope-far-out', 0, farPool)],
  },
  {
    ...shared,
    reading: 'at every optimum that sells',
    hypotheses: [standing, sells, computeBound, box],
    uses: [localElasticity],
    law: 'spend',
    under: (model) =>
      slopesEverywhere({ model, quantity: 'C_train', pool: plainPool, regime: last }, (one) =>
        Math.max(0, one - QUADRATIC),
      ),
    checks: [slopeBelow(QUADRATIC, 'slope-anywhere', 1e-9)],
  },
];
