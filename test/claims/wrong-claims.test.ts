/** Every claim made wrong on purpose (a sign, an exponent, a constant turned): the verdict is then another one. */
import { describe, expect, it } from 'vitest';
import { dataBound } from '../../derivations/08-data-bound.ts';
import { byDefinition, FORMULA } from '../../proofs/elasticity-of-substitution/claim.ts';
import { overspends, turnsAt } from '../../proofs/industry-overspends-when-data-bound/claim.ts';
import { exponentIs, slopeNear } from '../../proofs/near-linear/claim.ts';
import { CLAIMS } from '../../proofs/registry.ts';
import { responseHas, signShown, turnsWhere } from '../../proofs/responses.ts';
import { inShares } from '../../proofs/shares.ts';
import { slopeBelow } from '../../proofs/sub-quadratic/claim.ts';
import { figureIs, gammaIs } from '../../proofs/trends/figures.ts';
import { RATES, type Setting, SHAPES } from '../../proofs/trends/growth.ts';
import { resultHolds } from '../../src/claims/checks.ts';
import type { Check, Claim, ClaimId, Verdict } from '../../src/claims/claim.ts';
import { last, named } from '../../src/claims/exponents.ts';
import { farPool, largeMarketPool } from '../../src/claims/pool.ts';
import { onSide } from '../../src/claims/responses.ts';
import { verdictOf } from '../../src/claims/verdict.ts';
import { baseline } from '../../src/economics/variants/baseline.ts';
import { dataBound as dataBoundModel } from '../../src/economics/variants/data-bound.ts';

const run = { seed: 20260514, runs: 150 };

/** The reading of a claim with its checks replaced. */
function judged(
  id: ClaimId,
  reading: number,
  checks: readonly Check[],
  hypotheses?: Claim['hypotheses'],
): Verdict {
  const claim = CLAIMS[id][reading];
  if (!claim) throw new Error(`no reading ${reading} of ${id}`);
  const assumed = hypotheses ?? claim.hypotheses;
  return verdictOf(checks.map((check) => ({ check, outcome: check.run({ ...run, hypotheses: assumed }) })));
}

const setting = (law: Setting['law'], gamma: number, rates: Setting['rates'] = RATES): Setting => ({
  law,
  hold: 'rho',
  shapes: { ...SHAPES, gamma },
  rates,
  unit: '$',
});
const spendInB = { model: baseline, quantity: 'C_train', parameter: 'b', hold: 'b' } as const;
const sizeInB = { ...spendInB, quantity: 'n' } as const;
const dataInA = { ...spendInB, quantity: 'd', parameter: 'a' } as const;
const boundInE = { model: dataBoundModel, quantity: 'C_train', parameter: 'E', hold: 'b' } as const;

describe('a wrong statement', () => {
  it.each([
    [
      'near-linear within 0.05',
      () => judged('near-linear', 0, [slopeNear('n', { name: 's', pool: largeMarketPool }, 0.05)]),
    ],
    [
      'near-linear with beta in the place of alpha',
      () =>
        judged('near-linear', 0, [
          exponentIs('holds', 'n', named('inference-dominated'), 'e', '?', '1/(1+beta*gamma)'),
        ]),
    ],
    [
      'd with the exponent of n',
      () =>
        judged('near-linear', 1, [
          exponentIs('holds', 'd', named('inference-dominated'), 'e', '?', '1/(1+alpha*gamma)'),
        ]),
    ],
    ['spend less than linear', () => judged('sub-quadratic', 0, [slopeBelow(1, 's', 1e-3, largeMarketPool)])],
    ['spend falling far out', () => judged('sub-quadratic', 1, [slopeBelow(0, 's', 1e-3, farPool)])],
    [
      'data efficiency makes models smaller',
      () => judged('data-efficiency-raises-spend', 0, [responseHas('holds', sizeInB, -1)]),
    ],
    [
      'the same, as shown',
      () => judged('data-efficiency-raises-spend', 0, [signShown('holds', sizeInB, -1)]),
    ],
    [
      'spend rises with b where it falls',
      () =>
        judged(
          'data-efficiency-raises-spend',
          1,
          [responseHas('holds', spendInB, 1)],
          [onSide(spendInB, 'falls', inShares)],
        ),
    ],
    [
      'data-bound spend rises with E',
      () => judged('data-bound-spend-falls-with-data-efficiency', 0, [responseHas('holds', boundInE, 1)]),
    ],
    [
      'half the data-bound spend',
      () => {
        const { results, ...rest } = dataBound();
        const wrong = {
          ...results.spend,
          relation: { ...results.spend.relation, right: results.size.relation.right },
        };
        const derivation = () => ({ ...rest, results: { ...results, spend: wrong } });
        return judged('theorem-3', 0, [
          resultHolds({
            role: 'holds',
            name: 's',
            question: '?',
            model: dataBoundModel,
            derivation,
            result: 'spend',
            tolerance: 1e-9,
          }),
        ]);
      },
    ],
    [
      'sigma with beta and alpha exchanged',
      () => judged('elasticity-of-substitution', 0, [byDefinition(FORMULA.replaceAll('beta+1', 'alpha+1'))]),
    ],
    [
      'overspending although data grow',
      () => judged('industry-overspends-when-data-bound', 0, [overspends('holds', 'o', { E: 1.37, D: 3 })]),
    ],
    [
      'overspending with stalled hardware up to the growth of b that is enough where hardware grows',
      () => judged('industry-overspends-when-data-bound', 0, turnsAt(1, 1.353)),
    ],
  ] as const)('%s is refuted', (_, verdict) => {
    expect(verdict()).toBe('refuted');
  });

  it.each([
    ['4.12', () => judged('trend-4.11', 0, [figureIs('f', 4.12, 0.005, setting('theorem-2', 0))])],
    ['0.7632', () => judged('trend-7.59', 0, [figureIs('f', 7.59, 0.005, setting('theorem-1', -1))])],
    ['-0.78', () => judged('trend-breakeven', 0, [gammaIs('g', 5, -0.78, setting('theorem-1', 0))])],
  ] as const)('the figure %s is not reproduced', (_, verdict) => {
    expect(verdict()).toBe('not-reproduced');
  });

  it.each([
    ['7.59 as 8.62', () => judged('trend-7.59', 0, [figureIs('f', 8.62, 0.005, setting('theorem-1', -1))])],
    [
      '4.66 as 4.80',
      () =>
        judged('trend-4.66', 0, [figureIs('f', 4.8, 0.005, setting('theorem-1', -1, { ...RATES, E: 1 }))]),
    ],
    ['a raises d*', () => judged('parameter-efficiency-lowers-all', 0, [responseHas('holds', dataInA, 1)])],
    [
      'the surface on which n turns',
      () =>
        judged('parameter-efficiency-lowers-all', 0, [
          { ...turnsWhere({ ...dataInA, quantity: 'n' }, inShares), role: 'holds' },
        ]),
    ],
    [
      'the law of inference in its regime',
      () => judged('near-linear', 2, [exponentIs('law', 'n', named('inference-dominated'), 'e', '?')]),
    ],
  ] as const)('what is refuted or not reproduced holds once it is put right: %s', (_, verdict) => {
    expect(verdict()).toBe('holds');
  });

  it('another limit law is told from the one claimed', () => {
    expect(judged('near-linear', 2, [exponentIs('law', 'n', last, 'e', '?', 'beta/(alpha+beta)')])).toBe(
      'other-law',
    );
  });
});
