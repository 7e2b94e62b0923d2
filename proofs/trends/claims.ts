/** The growth figures: spend that the theory permits per year, as E and a grow. */
import { theorems } from '../../derivations/06-theorems-1-and-2.ts';
import { dominatedRegimes } from '../../derivations/07-dominated-regimes.ts';
import { computed, pointwise } from '../../src/claims/checks.ts';
import type { Check, Claim, Hypothesis } from '../../src/claims/claim.ts';
import { soldAt } from '../../src/claims/pool.ts';
import type { Values } from '../../src/economics/parameters.ts';
import { baseline } from '../../src/economics/variants/baseline.ts';
import { box, computeBound, logCase, sells, standing } from '../hypotheses.ts';
import { asMuchAs, exactly, figureIs, gammaIs } from './figures.ts';
import { gammaAt, RATES, round, type Setting, SHAPES } from './growth.ts';
import { jointNeeds, nearbyText } from './nearby.ts';

const HALF = 0.005;
const LOG_CASE = { ...SHAPES, gamma: 0 };
const PERMISSIVE = { ...SHAPES, gamma: -1 };
const STALLED = { ...RATES, E: 1 };

const rates: Hypothesis = {
  name: 'rates',
  statement: 'E grows 1.37x/yr and a sqrt(3)x/yr; alpha = beta = 0.3',
  stated: true,
};
const rhoHeld: Hypothesis = {
  name: 'rho-held',
  statement: 'rho is held, so that b grows with a',
  stated: false,
};
const bHeld: Hypothesis = {
  name: 'b-held',
  statement: 'b is held, so that rho grows like a^(1/alpha)',
  stated: false,
};

const base = (
  law: Setting['law'],
  shapes: Values,
  hold: Setting['hold'] = 'rho',
  unit: Setting['unit'] = '$',
): Setting => ({
  law,
  hold,
  shapes,
  rates: RATES,
  unit,
});

/** The same firm a year later, with rho held. */
function nextYear(values: Values): Values {
  const { a = 0, b = 0, E = 0 } = values;
  return { ...values, E: E * RATES.E, a: a * RATES.a, b: b * RATES.a };
}

/** Growth of the referee's spend over one year, against the figure. */
const inOneYear = (figure: number, where: (gamma: number) => boolean): Check =>
  pointwise({
    role: 'holds',
    name: 'one-year',
    model: baseline,
    where: ({ gamma = Number.NaN }) => where(gamma),
    tolerance: 0,
    question: `Does the referee's spend grow by no more than ${figure}x in one year?`,
    off: (point, sold) => Math.max(0, yearly(sold.values, point.C ?? 0) / figure - 1),
    say: (_, off) => `C grows ${round(figure * (1 + off))}x in one year`,
  });

function yearly(values: Values, spend: number): number {
  const after = soldAt(baseline, nextYear(values));
  return after ? after.optimum.trainingSpend / spend : 0;
}

const PAPER = 'Hao & Merrill 2026, abstract';
const common = [standing, sells, computeBound];

const fourEleven = {
  id: 'trend-4.11',
  statement:
    'with E growing 1.37x/yr and a growing sqrt(3)x/yr, gamma = 0 permits spend growth of at most 4.11x/yr',
  source: PAPER,
  variant: 'baseline',
  uses: [theorems, dominatedRegimes, 'laws/baseline/E'],
  constants: { 'growth of E': RATES.E, 'growth of a': RATES.a, ...SHAPES },
} as const;

const theorem2Rho = base('theorem-2', LOG_CASE);

export const trend411: readonly Claim[] = [
  {
    ...fourEleven,
    reading: "of theorem 2's bound, rho held",
    hypotheses: [...common, logCase, rates, rhoHeld],
    law: 'theorem-2-spend',
    checks: [
      figureIs('bound', 4.11, HALF, theorem2Rho),
      asMuchAs('tight', 'inference', base('inference-dominated', LOG_CASE), theorem2Rho),
      asMuchAs('tight', 'training', base('training-dominated', LOG_CASE), theorem2Rho),
      elsewhereFigure('rho-held', 4.11, base('theorem-2', LOG_CASE, 'b')),
    ],
  },
  {
    ...fourEleven,
    reading: "of theorem 2's bound, b held",
    hypotheses: [...common, logCase, rates, bHeld],
    law: 'theorem-2-spend',
    checks: [
      figureIs('bound', 4.11, HALF, base('theorem-2', LOG_CASE, 'b'), () =>
        exactly({ shapes: LOG_CASE, rates: RATES, unit: '$' }),
      ),
    ],
  },
  {
    ...fourEleven,
    reading: 'in any one year, rho held',
    // What one year brings near break-even is sampled: no derivation says it, and the laws say only what it tends to.
    uses: ['laws/baseline/E'],
    hypotheses: [...common, logCase, rates, rhoHeld, box],
    law: null,
    checks: [inOneYear(4.11, (gamma) => gamma === 0)],
  },
];

/** Whether the figure survives where the added assumption about what is held fails. */
function elsewhereFigure(drops: string, figure: number, setting: Setting): Check {
  const check = figureIs('otherwise', figure, HALF, setting);
  return { ...check, role: 'elsewhere', drops };
}

const FIVE = 5;
const FROM = -0.77;
const anyGamma: Values = { ...SHAPES, gamma: 0 };
const breakeven = {
  id: 'trend-breakeven',
  statement: 'spend growth of 5x/yr is permitted only for gamma <= -0.77 at alpha = 0.3',
  source: PAPER,
  variant: 'baseline',
  uses: [theorems, dominatedRegimes, 'laws/baseline/E'],
  constants: { 'growth of E': RATES.E, 'growth of a': RATES.a, 'growth of spend': FIVE, ...SHAPES },
} as const;

/** Whether an exact law permits the growth from the same gamma on as the bound does. */
const sameThreshold = (law: 'inference-dominated' | 'training-dominated'): Check =>
  computed(
    'tight',
    law,
    `Does the ${law} law permit 5x/yr from the same gamma downwards as the bound?`,
    () => {
      const [own, bound] = [gammaAt(FIVE, base(law, anyGamma)), gammaAt(FIVE, base('theorem-1', anyGamma))];
      return {
        off: own === null || bound === null ? 1 : Math.abs(own - bound),
        tolerance: HALF,
        notes: own === null ? [] : [`the ${law} law permits 5x/yr for gamma <= ${round(own)}, rho held`],
      };
    },
  );

export const trendBreakeven: readonly Claim[] = [
  {
    ...breakeven,
    reading: "of theorem 1's bound in dollars, rho held",
    hypotheses: [...common, rates, rhoHeld],
    law: 'theorem-1-spend',
    checks: [
      gammaIs('bound', FIVE, FROM, base('theorem-1', anyGamma)),
      sameThreshold('inference-dominated'),
      sameThreshold('training-dominated'),
    ],
  },
  {
    ...breakeven,
    reading: "of theorem 1's bound in dollars, b held",
    hypotheses: [...common, rates, bHeld],
    law: 'theorem-1-spend',
    checks: [
      gammaIs('bound', FIVE, FROM, base('theorem-1', anyGamma, 'b')),
      { ...gammaIs('inference', FIVE, FROM, base('inference-dominated', anyGamma, 'b')), role: 'figure' },
    ],
  },
  {
    ...breakeven,
    reading: "of theorem 1's bound in FLOP (frontier compute grew about 5x/yr, its cost 2.4x/yr), rho held",
    hypotheses: [...common, rates, rhoHeld],
    law: 'theorem-1-spend',
    checks: [gammaIs('bound', FIVE, FROM, base('theorem-1', anyGamma, 'rho', 'FLOP'))],
  },
  {
    ...breakeven,
    reading: 'in any one year, rho held',
    // What one year brings near break-even is sampled: no derivation says it, and the laws say only what it tends to.
    uses: ['laws/baseline/E'],
    hypotheses: [...common, rates, rhoHeld],
    law: null,
    checks: [inOneYear(FIVE, (gamma) => gamma > FROM)],
  },
];

/** A figure at gamma = -1 that no law gives: what they give, and what would give it. */
const unreproduced = (
  id: 'trend-7.59' | 'trend-4.66',
  figure: number,
  isStalled: boolean,
): readonly Claim[] =>
  (['rho', 'b'] as const).map((hold): Claim => {
    const own = { shapes: PERMISSIVE, rates: isStalled ? STALLED : RATES, unit: '$' } as const;
    return {
      id,
      reading: `of theorem 1's bound, ${hold} held`,
      statement: isStalled
        ? 'with stalled hardware gamma = -1 permits 4.66x/yr'
        : 'gamma = -1 permits 7.59x/yr',
      source: PAPER,
      variant: 'baseline',
      hypotheses: [...common, rates, hold === 'rho' ? rhoHeld : bHeld],
      constants: { 'growth of E': own.rates.E, 'growth of a': own.rates.a, ...SHAPES },
      uses: [theorems, dominatedRegimes, 'laws/baseline/E'],
      law: 'theorem-1-spend',
      checks: [
        figureIs('bound', figure, HALF, { ...own, law: 'theorem-1', hold }, () =>
          hold === 'rho' ? [...exactly(own), nearbyText(figure, isStalled), jointNeeds(7.59, 4.66)] : [],
        ),
      ],
    };
  });

export const trend759 = unreproduced('trend-7.59', 7.59, false);
export const trend466 = unreproduced('trend-4.66', 4.66, true);
