/**
 * "The exponents depend on adoption not depending on price, competition or network effects": each of them switched on, is the
 * exponent of n* in E, while inference dominates, another one than 1/(1 + alpha gamma)?
 */
import { explicitBound } from '../../derivations/05-explicit-bound.ts';
import { type Pointwise, pointwise } from '../../src/claims/checks.ts';
import type { Check, Claim, Hypothesis } from '../../src/claims/claim.ts';
import { named } from '../../src/claims/exponents.ts';
import { type At, farLargeMarketPool, largeMarketPool, type Pool } from '../../src/claims/pool.ts';
import { VARIANTS, type VariantId } from '../../src/economics/variants/registry.ts';
import { sells, standing } from '../hypotheses.ts';
import { inferenceOutweighs, lawUnder, type Slopes, slopeIn } from '../under.ts';

/** Slopes that differ by less than this count as one exponent. */
const SAME = 2e-4;
/** Some variants are slow to optimise, so fewer firms are drawn of them than of the baseline. */
const FEWER = 8;
const RUN = { seed: 20260514, runs: 1000 };
const pool: Pool = (model, seed, runs, scope) => largeMarketPool(model, seed, Math.ceil(runs / FEWER), scope);
const far: Pool = (model, seed, runs, scope) =>
  farLargeMarketPool(model, seed, Math.ceil(runs / FEWER), scope);

const apart: Hypothesis = {
  name: 'gamma-apart',
  statement: '|gamma| > 0.2: at gamma = 0 most exponents are 1',
  stated: false,
  admits: ({ gamma = 0 }) => Math.abs(gamma) > 0.2,
};

/** Where adoption has a ceiling, sales have one, and network effects stop once it is near. */
const unlimited: Hypothesis = {
  name: 'gamma-negative',
  statement: "gamma < -0.2: for gamma > 0 sales tend to a constant and the exponent to the baseline's",
  stated: false,
  admits: ({ gamma = 0 }) => gamma < -0.2,
};

/**
 * The variant, the reading, where the claim is asked, and the firms whose slopes stand for exponents: where slopes near these
 * slowly, firms as drawn cannot show two exponents to be one.
 */
const READINGS: readonly (readonly [VariantId, string, Hypothesis, Pool])[] = [
  ['constant-elasticity', 'adoption depends on price (constant elasticity)', apart, pool],
  ['cournot', 'sellers compete (Cournot)', apart, pool],
  ['rival', 'a free rival serves the low end', apart, pool],
  ['network', 'network effects', unlimited, far],
  ['endogenous-threshold', 'thresholds rise with the frontier', apart, pool],
];

const switchedOn: Hypothesis = {
  name: 'switched-on',
  statement: 'it is there: m > 1, q0 > 1, nu > 0.02, kappa > 0.05',
  stated: true,
  admits: ({ m = 2, q0 = 2, nu = 1, kappa = 1 }) => m > 1 && q0 > 1 && nu > 0.02 && kappa > 0.05,
};

const whereInference: Hypothesis = {
  name: 'inference-outweighs',
  statement: 'inference dominates: t > 1e4 * 3d',
  stated: false,
  admits: inferenceOutweighs,
};

const baselineExponent = ({ alpha = 0, gamma = 0 }: At): number => 1 / (1 + alpha * gamma);

export const fixedThresholdClaims: readonly Claim[] = READINGS.map(
  ([variant, reading, confined, near]): Claim => {
    const model = VARIANTS[variant];
    const slopes = {
      model,
      quantity: 'n',
      pool: near,
      where: (point, sold) => inferenceOutweighs(point, sold) && (confined.admits?.(point, sold) ?? true),
      regime: named('inference-dominated'),
    } satisfies Slopes;
    const anotherExponent = {
      model,
      tolerance: 0,
      question: 'Is the slope of n* in E another one than the baseline exponent?',
      off: (point, sold) => (Math.abs(slopeIn('n', sold) - baselineExponent(point)) > SAME ? 0 : 1),
      say: (point, _, sold) =>
        `n/E is ${slopeIn('n', sold).toFixed(3)}, the baseline exponent ${baselineExponent(point).toFixed(3)}`,
    } satisfies Partial<Pointwise>;
    const asDrawn = pointwise({ ...anotherExponent, role: 'holds', name: 'another-exponent', pool });
    const farOut = pointwise({
      ...anotherExponent,
      role: 'elsewhere',
      name: `another-exponent, far out, without ${confined.name}`,
      drops: confined.name,
      pool: far,
      where: (point, sold) => !confined.admits?.(point, sold),
    });
    const checks: readonly Check[] = near === far ? [asDrawn, farOut] : [asDrawn];
    return {
      id: 'fixed-threshold-is-load-bearing',
      reading,
      statement: `the exponents depend on it: with ${variant}, while inference dominates, d ln n*/d ln E is not 1/(1 + alpha gamma)`,
      source: "a referee's objection",
      variant,
      hypotheses: [standing, sells, switchedOn, whereInference, confined],
      constants: { same: SAME },
      uses: [explicitBound, `laws/${variant}/E`],
      law: () => lawUnder(slopes, RUN),
      checks,
    };
  },
);
