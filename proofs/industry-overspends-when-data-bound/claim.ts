/** "Today's spending trend is not optimal when data or hardware stall": growth permitted against growth observed, in dollars. */

import { dominatedRegimes } from '../../derivations/07-dominated-regimes.ts';
import { dataBound } from '../../derivations/08-data-bound.ts';
import { computed } from '../../src/claims/checks.ts';
import type { Check, Claim, Hypothesis } from '../../src/claims/claim.ts';
import { evaluatorOf } from '../../src/claims/statics-evaluate.ts';
import { observed } from '../../src/data/published.ts';
import { expandAbbreviations } from '../../src/kernel/abbreviations.ts';
import { elasticity } from '../../src/kernel/differentiate.ts';
import { computeBound, dataBind, sells, standing } from '../hypotheses.ts';
import { gammaAt, permitted, RATES, round, type Setting, SHAPES } from '../trends/growth.ts';

const spent = (): { low: number; high: number } => observed('training-cost');

/** Growth of data-bound spend from its closed form, given growth of each parameter. */
function dataBoundGrowth(rates: Readonly<Record<string, number>>): number {
  const { results, symbols, context } = dataBound();
  const spend = expandAbbreviations(results.spend.relation.right, symbols);
  return Object.entries(rates).reduce(
    (growth, [name, rate]) => growth * rate ** evaluatorOf(elasticity(spend, name, context))({ ...SHAPES }),
    1,
  );
}

const text = (rates: Readonly<Record<string, number>>): string =>
  Object.entries(rates)
    .map(([name, rate]) => `${name} x${round(rate)}`)
    .join(', ');

/** Whether growth observed exceeds growth permitted throughout its interval. */
export const overspends = (
  role: Check['role'],
  name: string,
  rates: Readonly<Record<string, number>>,
  drops?: string,
): Check =>
  computed(
    role,
    name,
    `Does spend, observed to grow ${spent().low} to ${spent().high}x/yr, outgrow what is permitted: ${text(rates)}?`,
    () => {
      const most = dataBoundGrowth(rates);
      return {
        off: Math.max(0, most - spent().low),
        tolerance: 0,
        notes: [
          `data-bound spend may grow ${round(most)}x/yr with ${text(rates)}; observed ${spent().low} to ${spent().high}x/yr`,
        ],
      };
    },
    drops,
  );

/** Growth of b above which data-bound spend may keep up with the trend, given that of E. */
const enoughForTrend = (E: number): number => (spent().low * E) ** (1 / dataBoundExponentInB());
const dataBoundExponentInB = (): number => Math.log(dataBoundGrowth({ b: Math.E }));

const efficiencySlow: Hypothesis = {
  name: 'data-efficiency-slow',
  get statement() {
    return `data efficiency b grows by less than ${round(enoughForTrend(1))}x/yr, or ${round(enoughForTrend(RATES.E))}x/yr while E grows ${RATES.E}x/yr (a held, alpha = 0.3)`;
  },
  stated: false,
};

/** As much below and above the growth of b at which the answer turns. */
const NEAR = 1e-3;
/** Whether the answer turns where the hypothesis says, with hardware growing at a rate. */
export const turnsAt = (E: number, enough = enoughForTrend(E)): readonly Check[] => [
  overspends('holds', `data-efficiency-slow, E x${E}`, { E, b: enough * (1 - NEAR) }),
  overspends(
    'elsewhere',
    `data-efficiency-fast, E x${E}`,
    { E, b: enough * (1 + NEAR) },
    'data-efficiency-slow',
  ),
];

const stockStays: Hypothesis = {
  name: dataBind.name,
  statement: 'the stock D binds and stays as it is',
  stated: true,
};

const inDollars: Hypothesis = {
  name: 'dollars',
  statement: 'the trend is that of training cost in dollars (amortised, frontier since 2016), not of FLOP',
  stated: false,
};

const stalledHardware = (hold: Setting['hold']): Setting => ({
  law: 'inference-dominated',
  hold,
  shapes: { ...SHAPES, gamma: 0 },
  rates: { ...RATES, E: 1 },
  unit: '$',
});

/** Gamma above which a compute-bound firm with stalled hardware may not spend as observed. */
const turningGamma = (law: Setting['law']): number =>
  gammaAt(spent().low, { ...stalledHardware('rho'), law }) ?? Number.NaN;

const slowEnough: Hypothesis = {
  name: 'gamma-large',
  get statement() {
    return `gamma > ${round(turningGamma('inference-dominated'))}, with a growing sqrt(3)x/yr, rho held and alpha = 0.3`;
  },
  stated: false,
};

/** Whether the observed growth exceeds what the exact laws permit at values of gamma on one side of where it turns. */
const sideOfGamma = (role: Check['role'], side: 1 | -1, drops?: string): Check =>
  computed(
    role,
    side > 0 ? 'gamma-above' : 'gamma-below',
    `Does observed spend outgrow both laws with stalled hardware, gamma ${side > 0 ? 'above' : 'below'} where it turns?`,
    () => {
      const turn = turningGamma('inference-dominated');
      const gammas = [0.02, 0.1, 0.3].map((by) => turn + side * by);
      const most = gammas.flatMap((gamma) =>
        (['inference-dominated', 'training-dominated'] as const).map(
          (law) => permitted({ ...stalledHardware('rho'), law, shapes: { ...SHAPES, gamma } }) ?? Number.NaN,
        ),
      );
      return { off: Math.max(0, ...most.map((one) => one - spent().low)), tolerance: 0, draws: most.length };
    },
    drops,
  );

const bHeldInstead = computed(
  'instead',
  'b-held',
  'What is permitted with stalled hardware and b held?',
  () => ({
    off: 0,
    tolerance: 0,
    notes: [
      `with b held instead, a growing sqrt(3)x/yr permits ${round(permitted(stalledHardware('b')) ?? Number.NaN)}x/yr at gamma = 0 while inference dominates: no overspending`,
    ],
  }),
);

const shared = {
  id: 'industry-overspends-when-data-bound',
  source: 'Hao & Merrill 2026, abstract; observed growth of training cost from Cottier et al. 2024',
  statement:
    "today's spending trend is not optimal when data or hardware stall: observed growth of spend exceeds what is permitted",
  constants: {
    'observed growth, low': spent().low,
    'observed growth, high': spent().high,
    'growth of E': RATES.E,
    ...SHAPES,
  },
} as const;

export const overspendingClaims: readonly Claim[] = [
  {
    ...shared,
    reading: 'data stall (D and data efficiency fixed), hardware improves or stalls',
    variant: 'data-bound',
    hypotheses: [standing, sells, stockStays, inDollars, efficiencySlow],
    uses: [dataBound],
    law: 'spend',
    checks: [
      overspends('holds', 'hardware-improves', { E: RATES.E }),
      overspends('holds', 'hardware-stalls', { E: 1 }),
      ...turnsAt(RATES.E),
      ...turnsAt(1),
      overspends('elsewhere', 'data-grow', { E: RATES.E, D: observed('dataset-size').low }, 'data-bind'),
    ],
  },
  {
    ...shared,
    reading: 'hardware stalls, data are free',
    variant: 'baseline',
    hypotheses: [standing, sells, computeBound, inDollars, slowEnough],
    uses: [dominatedRegimes, 'laws/baseline/E'],
    law: null,
    checks: [sideOfGamma('holds', 1), sideOfGamma('elsewhere', -1, 'gamma-large'), bHeldInstead],
  },
];
