/** A calibrated scenario for readers: what goes in, what comes out, and what matters. */
import { REGIME_DRAWS } from '../calibrate.ts';
import { roundedText } from '../numbers.ts';
import type { CalibrateResult } from '../schemas/calibrate.ts';
import { markdownTable, type Sheet, textTable } from './table.ts';
import { wrap } from './wrap.ts';

const WIDTH = 100;
const DIGITS = 3;

const number = (value: number): string => roundedText(value, DIGITS);
const span = ({ low, high }: { readonly low: number; readonly high: number }): string =>
  low === high ? '' : `${number(low)} to ${number(high)}`;

const UNITS: Readonly<Record<string, string>> = {
  dollar: '$',
  'dollar/token': '$/token',
  'dollar/token^2': '$/token²',
  'flop/dollar': 'FLOP/$',
  flop: 'FLOP',
  '1': '',
};
const unitText = (unit: string): string => UNITS[unit] ?? unit;

const optimumSheet = ({ optimum }: CalibrateResult): Sheet => ({
  head: ['optimum', 'middle', '90 %', 'unit', ''],
  rows: Object.entries(optimum).map(([name, one]) => [
    name,
    number(one.value),
    span(one),
    unitText(one.unit),
    one.meaning,
  ]),
});

const inputSheet = ({ inputs }: CalibrateResult): Sheet => ({
  head: ['input', 'middle', '90 %', 'unit', 'basis', ''],
  rows: Object.entries(inputs).map(([name, one]) => [
    name,
    number(one.value),
    span(one),
    unitText(one.unit),
    one.basis,
    one.meaning,
  ]),
});

const parameterSheet = ({ parameters }: CalibrateResult): Sheet => ({
  head: ['parameter', 'middle', '90 %', 'unit'],
  rows: Object.entries(parameters).map(([name, one]) => [
    name,
    number(one.value),
    span(one),
    unitText(one.unit),
  ]),
});

const againstSheet = ({ against, date }: CalibrateResult): Sheet => ({
  head: ['not used above', 'optimum', '90 %', `frontier, ${date}`, '90 % of the trend', 'unit'],
  rows: against.map(({ quantity, optimum, observed, unit }) => [
    quantity,
    number(optimum.value),
    span(optimum),
    number(observed.value),
    span(observed),
    unitText(unit),
  ]),
});

const SHOWN = ['C_train', 'n', 'profit', 'price'] as const;

/** Total shares, the inputs that matter most for training spend first. */
function sobolSheet({ sobol, oneAtATime }: CalibrateResult): Sheet {
  const total = (quantity: string, input: string) =>
    sobol[quantity]?.inputs.find((one) => one.input === input)?.total;
  const names = (sobol.C_train?.inputs ?? [])
    .toSorted((x, y) => y.total.value - x.total.value)
    .map(({ input }) => input);
  const end = (value: number | null): string => (value === null ? 'stays out' : number(value));
  return {
    head: [
      'what matters',
      ...SHOWN.map((quantity) => `${quantity}`),
      'C_train at its low end',
      'at its high end',
    ],
    rows: names.map((input) => {
      const alone = oneAtATime.find((one) => one.input === input && one.quantity === 'C_train');
      return [
        input,
        ...SHOWN.map((quantity) => {
          const share = total(quantity, input);
          return share ? `${share.value.toFixed(2)} (${share.low.toFixed(2)}–${share.high.toFixed(2)})` : '';
        }),
        end(alone?.low ?? null),
        end(alone?.high ?? null),
      ];
    }),
  };
}

const percent = (share: number): string => `${(100 * share).toFixed(share > 0.99 && share < 1 ? 1 : 0)} %`;

function notesOf(result: CalibrateResult, seed: number): readonly string[] {
  const { about, regimes, regime, draws, assumptions, sobol, sources } = result;
  return [
    `${about}`,
    `At the middle the firm is ${regime}; of ${Math.min(REGIME_DRAWS, draws.asked)} draws ${Object.entries(
      regimes,
    )
      .map(([name, share]) => `${percent(share)} ${name}`)
      .join(', ')}.`,
    `Intervals: nine tenths of ${2 * draws.asked} draws of all inputs together (${draws.sells} sell), seed ${seed}; ${draws.solved} optima by the fast solver, each certified or the referee's. The middle is the optimum at the middles, not the middle of the optima.`,
    `What matters: total Sobol index, the share of the variance of the logarithm that is left while that input alone is unknown (90 % by drawing rows again), from ${sobol.C_train?.rows ?? 0} rows; then training spend with that input alone at its ends.`,
    `Assumed, not measured: ${assumptions.join(', ')}; and the ends of most intervals. --format json gives the reason and source of each number.`,
    `Sources: ${sources.join('; ')}.`,
  ];
}

const SHEETS = [optimumSheet, parameterSheet, inputSheet, againstSheet, sobolSheet];

export const CALIBRATE_RENDERERS = {
  text: (result: CalibrateResult, seed: number): string =>
    [
      `${result.scenario}: ${result.title} (model ${result.variant})`,
      ...SHEETS.map((sheet) => textTable(sheet(result))),
      notesOf(result, seed)
        .map((line) => wrap(line, WIDTH, '', '  '))
        .join('\n'),
    ]
      .join('\n\n')
      .concat('\n'),
  md: (result: CalibrateResult, seed: number): string =>
    [`## ${result.title}`, ...SHEETS.map((sheet) => markdownTable(sheet(result))), ...notesOf(result, seed)]
      .join('\n\n')
      .concat('\n'),
} as const;
