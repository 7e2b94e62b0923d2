/**
 * `calibrate`: the optimum of a scenario in dollars, with intervals from draws of its inputs, and which inputs matter most.
 * Optima are those of the fast solver, each certified or the referee's.
 */

import { evaluatorOf } from '../claims/statics-evaluate.ts';
import { yearOf } from '../data/cell.ts';
import { DATASETS } from '../data/registry.ts';
import type { Model } from '../economics/model.ts';
import type { Values } from '../economics/parameters.ts';
import { ENDS, growthOf, type Interval, levelAt } from '../fit/growth.ts';
import { quantile } from '../fit/quantile.ts';
import { type Design, designOf, type Shares, sobolIndices } from '../fit/sensitivity.ts';
import { refuse } from '../kernel/issues.ts';
import { FastSolver, KINDS } from '../numerics/fast/solver.ts';
import { optimise } from '../numerics/optimise.ts';
import { type SeriesId, seriesOf } from './facts/runs.ts';
import { regimeOf } from './regime.ts';
import { middleOf, type Scenario, scenarioOf } from './scenario/compile.ts';
import { inputsAt, uncertain } from './scenario/draw.ts';
import type { CalibrateResult } from './schemas/calibrate.ts';

export const QUANTITIES = {
  n: { unit: 'parameter', meaning: 'model size' },
  d: { unit: 'token', meaning: 'training data' },
  t: { unit: 'token', meaning: 'inference sold in the life of a model' },
  C_train: { unit: 'dollar', meaning: 'training spend' },
  profit: { unit: 'dollar', meaning: 'profit in the life of a model' },
  price: { unit: 'dollar/token', meaning: 'price per token' },
} as const;
export type QuantityName = keyof typeof QUANTITIES;
export const QUANTITY_NAMES = Object.keys(QUANTITIES) as readonly QuantityName[];

/** What the firm does at one draw, or null where it does not sell. */
export type Chosen = Readonly<Record<QuantityName, number>> | null;

/** A firm's parameters, or null where the inputs make none. */
export type Firm = Values | null;

/** Firms solved between two reports of progress, and by a thread at a time. */
const PIECE = 512;

export const piecesOf = (firms: readonly Firm[]): readonly (readonly Firm[])[] =>
  Array.from({ length: Math.ceil(firms.length / PIECE) }, (_, i) => firms.slice(i * PIECE, (i + 1) * PIECE));

/** The optima of many firms of one model; null where nothing sells, and where a firm has no parameters. */
export function chosenBy(
  model: Model,
  firms: readonly Firm[],
  progress?: (done: number) => void,
): readonly Chosen[] {
  const solver = new FastSolver(model);
  const chosen: Chosen[] = [];
  for (const piece of piecesOf(firms)) {
    chosen.push(...chosenOf(model, solver, piece));
    progress?.(chosen.length / firms.length);
  }
  return chosen;
}

function chosenOf(model: Model, solver: FastSolver, firms: readonly Firm[]): readonly Chosen[] {
  const rows = firms.flatMap((values, i) => (values ? [{ values, i }] : []));
  const columns = Object.fromEntries(
    model.parameters.map(({ name }) => [
      name,
      Float64Array.from(rows, ({ values }) => values[name] ?? Number.NaN),
    ]),
  );
  const answers = solver.solve(columns, rows.length);
  const price = evaluatorOf(model.price);
  const chosen: Chosen[] = firms.map(() => null);
  for (const [row, { values, i }] of rows.entries()) {
    if (KINDS[answers.kind[row] as number] !== 'optimum') continue;
    const of = (name: 'n' | 'd' | 't' | 'profit' | 'trainingSpend'): number => answers[name][row] as number;
    const [n, d, t] = [of('n'), of('d'), of('t')];
    const C_train = of('trainingSpend');
    chosen[i] = { n, d, t, C_train, profit: of('profit'), price: price({ ...values, n, d, t }) };
  }
  return chosen;
}

/** The regime of a firm's optimum, by the referee. */
function regimeAt(model: Model, values: Firm): string {
  const outcome = values && optimise(model, values, { elasticities: false });
  return values && outcome?.kind === 'optimum' ? regimeOf(model, values, outcome) : 'stay-out';
}

export interface CalibrateOptions {
  /** Rows of each of the two samples. */
  readonly draws: number;
  readonly seed: number;
}

const intervalOf = (value: number, sample: readonly number[]): Interval => {
  const end = (share: number): number => (sample.length > 0 ? quantile(sample, share) : value);
  return { value, low: end(ENDS[0]), high: end(ENDS[1]) };
};

/** The rows of a design, one after the other. */
const rowsOf = ({ A, B, mixed }: Design): readonly Shares[] => [...A, ...B, ...mixed.flat()];

interface Run {
  readonly scenario: Scenario;
  readonly names: readonly string[];
  readonly design: Design;
  readonly middle: NonNullable<Chosen>;
  /** In the order of the rows of the design. */
  readonly chosen: readonly Chosen[];
  /** In pairs, low and high, in the order of the names. */
  readonly ends: readonly Chosen[];
}

/** One input at its end, the others at their middle. */
function endRows({ file }: Scenario, names: readonly string[]): readonly Values[] {
  return names.flatMap((name) =>
    (['low', 'high'] as const).map((end) => ({
      ...inputsAt(file, [], []),
      [name]: file.inputs[name]?.[end] ?? Number.NaN,
    })),
  );
}

/** What has to be solved before a scenario can be told of. */
export interface Calibration {
  readonly scenario: Scenario;
  /** The middle, each input at its ends, and the rows of the design. */
  readonly firms: readonly Firm[];
  /** The result, given what each of these firms does. @throws OptimandError where the first of them does not sell */
  readonly resultOf: (chosen: readonly Chosen[]) => CalibrateResult;
}

/** @throws OptimandError for a scenario that cannot be read */
export function calibrationOf(name: string, { draws, seed }: CalibrateOptions): Calibration {
  const scenario = scenarioOf(name);
  const names = uncertain(scenario.file, scenario.used);
  const design = designOf(names.length, draws, seed);
  const firms = [
    middleOf(scenario),
    ...endRows(scenario, names),
    ...rowsOf(design).map((shares) => inputsAt(scenario.file, names, shares)),
  ].map((inputs) => scenario.parametersAt(inputs));
  const resultOf = ([first, ...rest]: readonly Chosen[]): CalibrateResult => {
    const middle =
      first ??
      refuse(
        'the firm does not sell at the middle of the inputs',
        scenario.path,
        'see that price, size and thresholds go together',
      );
    const ends = rest.slice(0, 2 * names.length);
    const chosen = rest.slice(2 * names.length);
    return told({ scenario, names, design, middle, ends, chosen }, { draws, seed });
  };
  return { scenario, firms, resultOf };
}

function sobolOf(
  { names, design, chosen }: Run,
  quantity: QuantityName,
  seed: number,
): CalibrateResult['sobol'][string] {
  const draws = design.A.length;
  const answer = (one: Chosen | undefined): number => (one ? Math.log(one[quantity]) : Number.NaN);
  const block = (at: number): number[] => chosen.slice(at * draws, (at + 1) * draws).map(answer);
  const { indices, rows } = sobolIndices(
    { A: block(0), B: block(1), mixed: names.map((_, i) => block(2 + i)) },
    seed,
  );
  return { rows, inputs: names.map((input, i) => ({ input, ...(indices[i] as (typeof indices)[number]) })) };
}

/** The two plain samples, A and B. */
const plainOf = ({ chosen, design }: Run): readonly Chosen[] => chosen.slice(0, 2 * design.A.length);

/** Draws whose regime the referee is asked for: enough for shares to a tenth. */
export const REGIME_DRAWS = 50;

function regimesOf({ scenario, names, design }: Run): Record<string, number> {
  const asked = design.A.slice(0, REGIME_DRAWS);
  const counts = new Map<string, number>();
  for (const shares of asked) {
    const values = scenario.parametersAt(inputsAt(scenario.file, names, shares));
    const regime = regimeAt(scenario.model, values);
    counts.set(regime, (counts.get(regime) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort().map(([name, count]) => [name, count / asked.length]));
}

/** Which trend of the tables each quantity of the optimum can be held against; the calibration uses none of them. */
const AGAINST: readonly {
  quantity: string;
  series: SeriesId;
  from: number;
  unit: string;
  of: (one: NonNullable<Chosen>) => number;
}[] = [
  { quantity: 'training spend', series: 'spend', from: 2020, unit: 'dollar', of: ({ C_train }) => C_train },
  { quantity: 'training compute', series: 'flop', from: 2020, unit: 'flop', of: ({ n, d }) => 6 * n * d },
  { quantity: 'training data', series: 'data', from: 2018, unit: 'token', of: ({ d }) => d },
];

const LEVEL_DRAWS = 500;

function againstOf(run: Run, seed: number): CalibrateResult['against'] {
  const sells = plainOf(run).filter((one) => one !== null);
  return AGAINST.map(({ quantity, series, from, unit, of }) => {
    const growth = growthOf(seriesOf(series, { frontierOnly: true, from }), {
      draws: LEVEL_DRAWS,
      seed,
      of: quantity,
    });
    return {
      quantity,
      unit,
      optimum: intervalOf(of(run.middle), sells.map(of)),
      observed: levelAt(growth, yearOf(run.scenario.file.date)),
      source: DATASETS.models.attribution,
    };
  });
}

function parametersOf({ scenario, names, design }: Run): CalibrateResult['parameters'] {
  const { model, file } = scenario;
  const middle = scenario.parametersAt(middleOf(scenario)) ?? {};
  const drawn = [...design.A, ...design.B]
    .map((shares) => scenario.parametersAt(inputsAt(file, names, shares)))
    .filter((one) => one !== null);
  return Object.fromEntries(
    model.parameters.map(({ name, unit, meaning }) => [
      name,
      {
        ...intervalOf(
          middle[name] ?? Number.NaN,
          drawn.map((one) => one[name] ?? Number.NaN),
        ),
        unit,
        meaning,
      },
    ]),
  );
}

function told(run: Run, options: CalibrateOptions): CalibrateResult {
  const { scenario, names, middle, ends } = run;
  const { file, model } = scenario;
  const plain = plainOf(run);
  const sells = plain.filter((one) => one !== null);
  const all = Object.entries(file.inputs);
  return {
    scenario: file.id,
    title: file.title,
    about: file.about,
    variant: model.id,
    date: file.date,
    inputs: file.inputs,
    parameters: parametersOf(run),
    optimum: Object.fromEntries(
      QUANTITY_NAMES.map((of) => [
        of,
        {
          ...intervalOf(
            middle[of],
            sells.map((one) => one[of]),
          ),
          ...QUANTITIES[of],
        },
      ]),
    ),
    regime: regimeAt(model, scenario.parametersAt(middleOf(scenario))),
    regimes: regimesOf(run),
    against: againstOf(run, options.seed),
    draws: { asked: options.draws, solved: 1 + ends.length + run.chosen.length, sells: sells.length },
    oneAtATime: QUANTITY_NAMES.flatMap((quantity) =>
      names.map((input, i) => ({
        quantity,
        input,
        low: ends[2 * i]?.[quantity] ?? null,
        high: ends[2 * i + 1]?.[quantity] ?? null,
      })),
    ),
    sobol: Object.fromEntries(QUANTITY_NAMES.map((of) => [of, sobolOf(run, of, options.seed)])),
    assumptions: all.filter(([, { basis }]) => basis === 'assumption').map(([input]) => input),
    sources: [
      ...new Set(all.filter(([, { basis }]) => basis !== 'assumption').map(([, { source }]) => source)),
    ],
  };
}

/**
 * The scenario's optimum with intervals and sensitivities.
 * @throws OptimandError for a scenario that cannot be read, or whose middle is no firm that sells.
 */
export function calibrate(name: string, options: CalibrateOptions): CalibrateResult {
  const { scenario, firms, resultOf } = calibrationOf(name, options);
  return resultOf(chosenBy(scenario.model, firms));
}
