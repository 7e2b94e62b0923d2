/**
 * `reveal`: the gamma that a record of spending implies, were spend to grow as a law says, and the year in which data bind.
 * Spend is set against laws of spend, in dollars; uncertainty is that of the record's growth and of the scenario's inputs.
 */
import { yearOf } from '../data/cell.ts';
import { textStock } from '../data/published.ts';
import { DATASETS } from '../data/registry.ts';
import { SCENARIO_IDS } from '../data/scenario-file.ts';
import { readTable } from '../data/table.ts';
import type { Values } from '../economics/parameters.ts';
import { type Dated, ENDS, type Growth, growthOf } from '../fit/growth.ts';
import { quantile } from '../fit/quantile.ts';
import { designOf } from '../fit/sensitivity.ts';
import { fail, refuse } from '../kernel/issues.ts';
import { chosenBy } from './calibrate.ts';
import { seriesOf } from './facts/runs.ts';
import { type Scenario, scenarioOf, sourcesOf } from './scenario/compile.ts';
import { inputsAt } from './scenario/draw.ts';
import { boundFor, grown, HOLDS, type Hold, lawFor } from './scenario/permitted.ts';
import type { RevealAllResult, RevealResult } from './schemas/reveal.ts';

/** A record of one's own: a day, dollars and FLOP a row. */
export const RECORD_COLUMNS = {
  date: { kind: 'date', unit: '1', meaning: 'day of the spending' },
  spend: { kind: 'positive', unit: 'dollar', meaning: 'training spend' },
  compute: { kind: 'positive', unit: 'flop', meaning: 'training compute' },
} as const;

interface SpendRecord {
  readonly name: string;
  readonly spend: readonly Dated[];
  readonly compute: readonly Dated[];
}

/** The record that ships: frontier runs with a cost, from 2016 on. */
function frontierRecord(): SpendRecord {
  const options = { frontierOnly: true, from: 2016 };
  return {
    name: `frontier runs with a known cost from 2016 on (${DATASETS.models.attribution})`,
    spend: seriesOf('spend', options),
    compute: seriesOf('flop', options),
  };
}

/** A record out of comma-separated text. @throws OptimandError naming line and column, dates out of order among them. */
export function readRecord(text: string, path: string): SpendRecord {
  const rows = readTable(text, RECORD_COLUMNS, path);
  for (const [i, { date, line }] of rows.entries()) {
    const before = rows[i - 1];
    if (before && date < before.date) {
      const must = `no earlier than ${before.date} in the row above`;
      fail({ code: 'bad-value', name: 'date', value: date, must, path: `${path} line ${line}` });
    }
  }
  const of = (column: 'spend' | 'compute'): Dated[] => rows.map((row) => [yearOf(row.date), row[column]]);
  return { name: path, spend: of('spend'), compute: of('compute') };
}

export interface RevealOptions {
  /** Text of a record and its path; the frontier's where there is none. */
  readonly record?: { readonly text: string; readonly path: string };
  readonly scenario: string;
  readonly draws: number;
  readonly seed: number;
  /** Called with the share done, 0 to 1. */
  readonly progress?: (done: number) => void;
}

/** The theorem's bound, and the exact laws of those regimes that the scenario's model has. */
const LAWS = ['bound', 'inference-dominated', 'training-dominated', 'data-bound'] as const;
type LawName = (typeof LAWS)[number];
const [LEAST, MOST] = [-1, 2] as const;

interface Draw {
  readonly inputs: Values;
  readonly values: Values;
  readonly growth: Values;
  /** Of spend per year, as a factor. */
  readonly spend: number;
}

/** Growth of spend that a law permits at a gamma; the exponents do not depend on prices. */
function permittedAt(
  { model }: Scenario,
  { values, growth }: Draw,
  law: LawName,
  hold: Hold,
  gamma: number,
): number {
  const at = { ...values, gamma };
  const exponents =
    law === 'bound' ? boundFor(model, at, false)?.exponents : lawFor(model, law, at, Object.keys(growth));
  return exponents ? grown(exponents, growth, hold, 'spend') : Number.NaN;
}

type Verdict =
  | { readonly kind: 'gamma'; readonly gamma: number }
  /** On which side of the admissible gammas the law would give that growth. */
  | { readonly kind: 'fast' | 'slow'; readonly beyond: number }
  | { readonly kind: 'none' };

/** The laws on either side of gamma = 0 have another form there; next to it they are taken at this distance. */
const NEXT_TO_ZERO = 1e-6;
const HALVINGS = 40;

/** The gamma at which a law that falls, or one that rises, gives the growth observed. */
function gammaOf(scenario: Scenario, draw: Draw, law: LawName, hold: Hold): Verdict {
  const excess = (gamma: number): number => permittedAt(scenario, draw, law, hold, gamma) - draw.spend;
  const [atLeast, atMost] = [excess(LEAST), excess(MOST)];
  if (Number.isNaN(atLeast)) return { kind: 'none' };
  const isAbove = atLeast >= 0;
  if (isAbove === atMost >= 0) {
    const below = isAbove === atMost > atLeast;
    return {
      kind: isAbove ? 'slow' : 'fast',
      beyond: below ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
    };
  }
  const isNegative = isAbove !== excess(-NEXT_TO_ZERO) >= 0;
  let [low, high]: [number, number] = isNegative ? [LEAST, -NEXT_TO_ZERO] : [NEXT_TO_ZERO, MOST];
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (low + high) / 2;
    if (excess(middle) >= 0 === isAbove) low = middle;
    else high = middle;
  }
  return { kind: 'gamma', gamma: (low + high) / 2 };
}

const sorted = (list: readonly number[]): number[] => list.toSorted((x, y) => x - y);

/** Middle and ends of a sample in which an infinity stands for what lies beyond all numbers; null there. */
function quantiles(sample: readonly number[]): {
  low: number | null;
  value: number | null;
  high: number | null;
} {
  const at = (share: number): number | null => {
    if (sample.length === 0) return null;
    const found = quantile(sample, share);
    return Number.isFinite(found) ? found : null;
  };
  return { low: at(ENDS[0]), value: at(0.5), high: at(ENDS[1]) };
}

const percent = (share: number): string => `${Math.round(100 * share)} %`;

/** From this share of the draws on that have none it is said without reserve that no gamma is admissible. */
const CLEAR = 0.95;

function noneText(outside: number, admissible: number, where: string): string {
  const found = `in ${percent(outside)} of the draws spend grows ${where}`;
  return outside >= CLEAR
    ? `no admissible gamma: ${found}`
    : `mostly no admissible gamma: ${found}; in ${percent(admissible)} some gamma makes it optimal`;
}

export function verdictText(share: { admissible: number; tooFast: number; tooSlow: number }): string {
  const { admissible, tooFast, tooSlow } = share;
  if (admissible > 0.5) return `some gamma makes this growth optimal in ${percent(admissible)} of the draws`;
  if (tooFast > 0.5)
    return noneText(tooFast, admissible, 'faster than this law permits at any gamma from -1 on');
  if (tooSlow > 0.5) return noneText(tooSlow, admissible, 'slower than this law has it at any gamma up to 2');
  return 'undecided: the draws disagree';
}

/** Where the growth permitted is worked out: close together near the log case, on either side of it. */
const GAMMAS = [LEAST, -0.9, -0.75, -0.5, -0.25, -NEXT_TO_ZERO, NEXT_TO_ZERO, 0.25, 0.5, 1, 1.5, MOST];

function permittedBy(
  scenario: Scenario,
  draws: readonly Draw[],
  law: LawName,
  hold: Hold,
): RevealResult['revealed'][number]['permitted'] {
  return GAMMAS.flatMap((gamma) => {
    const sample = draws
      .map((draw) => permittedAt(scenario, draw, law, hold, gamma))
      .filter((growth) => Number.isFinite(growth));
    const end = (share: number): number => quantile(sample, share);
    return sample.length > 0 ? [{ gamma, value: end(0.5), low: end(ENDS[0]), high: end(ENDS[1]) }] : [];
  });
}

function revealedBy(
  scenario: Scenario,
  draws: readonly Draw[],
  law: LawName,
  hold: Hold,
): RevealResult['revealed'][number] | null {
  const found = draws.map((draw) => gammaOf(scenario, draw, law, hold));
  if (found.every(({ kind }) => kind === 'none')) return null;
  const gammas = found.flatMap((one) => (one.kind === 'gamma' ? [one.gamma] : []));
  // A draw without an admissible gamma lies beyond an end. Left out, it would draw the interval into what is admissible.
  const placed = found.flatMap((one) =>
    one.kind === 'none' ? [] : [one.kind === 'gamma' ? one.gamma : one.beyond],
  );
  const share = (kind: Verdict['kind']): number =>
    found.filter((one) => one.kind === kind).length / found.length;
  const shares = { admissible: share('gamma'), tooFast: share('fast'), tooSlow: share('slow') };
  return {
    law,
    hold,
    gamma: quantiles(placed),
    ...shares,
    verdict: verdictText(shares),
    sample: sorted(gammas),
    permitted: permittedBy(scenario, draws, law, hold),
  };
}

/** Later than this nobody can say. */
const LAST_YEAR = 2200;

interface Path {
  readonly path: string;
  readonly about: string;
  /** Growth of data per year as it is estimated; where a path has no estimate the middle of the draws stands for it. */
  readonly estimate?: number;
  /** By draw: growth of data per year and data at a year. */
  readonly at: readonly PathDraw[];
}

interface PathDraw {
  /** Of data and of the stock per year, as factors. */
  readonly growth: number;
  readonly stockGrowth: number;
  readonly year: number;
  /** Tokens at that year. */
  readonly data: number;
  readonly stock: number;
}

/** Data that reach this share of the stock, up to rounding of an optimum, are bound by it. */
const BOUND = 1 - 1e-6;

function bindYear({ growth, stockGrowth, year, data, stock }: PathDraw): number {
  if (data >= BOUND * stock) return year;
  const found = year + Math.log(stock / data) / Math.log(growth / stockGrowth);
  return growth > stockGrowth && found <= LAST_YEAR ? found : Number.POSITIVE_INFINITY;
}

function bindsBy({ path, about, estimate, at }: Path): RevealResult['binds'][number] {
  const years = at.map(bindYear);
  const growths = at.map(({ growth }) => growth);
  const end = (share: number): number => quantile(growths, share);
  return {
    path,
    about,
    growth: { value: estimate ?? end(0.5), low: end(ENDS[0]), high: end(ENDS[1]) },
    year: quantiles(years),
    never: years.filter((year) => !Number.isFinite(year)).length / years.length,
    sample: sorted(years.filter(Number.isFinite)),
  };
}

/** The observed path: the trend of frontier runs, a line of the bootstrap a draw. */
function observedPath(stocks: readonly number[], seed: number): Path {
  const trend = growthOf(seriesOf('data', { frontierOnly: true, from: 2018 }), {
    draws: stocks.length,
    seed,
    of: 'training data',
  });
  return {
    path: 'observed',
    about: `training data of frontier language models without a base model, trend from 2018 on (${DATASETS.models.attribution})`,
    estimate: trend.value,
    at: trend.lines.map(({ slope, intercept }, i) => ({
      stock: stocks[i] ?? Number.NaN,
      stockGrowth: 1,
      growth: Math.exp(slope),
      year: trend.middle,
      data: Math.exp(intercept),
    })),
  };
}

/**
 * The theory's path: the optimum's data today, growing by the law of data while inference dominates. Where the model itself
 * has a limit D on data, that is the stock.
 */
function theoryPath(scenario: Scenario, draws: readonly Draw[], stocks: readonly number[], hold: Hold): Path {
  const { model, file } = scenario;
  const chosen = chosenBy(
    model,
    draws.map(({ values }) => values),
  );
  const year = yearOf(file.date);
  return {
    path: `optimum, ${hold} held`,
    about: `d* of the scenario, growing by the law of data while inference dominates, ${hold} held`,
    at: draws.flatMap(({ values, growth }, i) => {
      const one = chosen[i];
      const exponents = lawFor(model, 'inference-dominated', values, Object.keys(growth), 'd');
      if (!one || !exponents) return [];
      const { D: stock = stocks[i] ?? Number.NaN } = values;
      const stockGrowth = values.D === undefined ? 1 : (growth.D ?? 1);
      return [{ growth: grown(exponents, growth, hold, 'spend'), stockGrowth, year, data: one.d, stock }];
    }),
  };
}

function drawsOf(scenario: Scenario, spend: Growth, { draws, seed }: RevealOptions): readonly Draw[] {
  const names = Object.entries(scenario.file.inputs)
    .filter(([, { low, high }]) => low < high)
    .map(([name]) => name);
  return designOf(names.length, draws, seed).A.flatMap((shares, i) => {
    const inputs = inputsAt(scenario.file, names, shares);
    const values = scenario.parametersAt(inputs);
    const line = spend.lines[i];
    return values && line
      ? [{ inputs, values, growth: scenario.growthAt(inputs), spend: Math.exp(line.slope) }]
      : [];
  });
}

const growthJson = ({ value, low, high, points, from, to }: Growth): RevealResult['spend'] => ({
  growth: { value, low, high },
  points,
  from,
  to,
});

/**
 * What a record of spending reveals.
 * @throws OptimandError for a record or a scenario that is not as it must be.
 */
export function reveal(options: RevealOptions): RevealResult {
  const { seed, draws: count, progress } = options;
  const scenario = scenarioOf(options.scenario);
  const record = options.record ? readRecord(options.record.text, options.record.path) : frontierRecord();
  const spend = growthOf(record.spend, { draws: count, seed, of: record.name });
  const compute = growthOf(record.compute, { draws: count, seed, of: record.name });
  const draws = drawsOf(scenario, spend, options);
  if (draws.length === 0)
    refuse('the inputs make no firm', scenario.path, 'see that price, size and thresholds go together');
  const revealed: RevealResult['revealed'] = [];
  for (const [i, law] of LAWS.entries()) {
    revealed.push(...HOLDS.flatMap((hold) => revealedBy(scenario, draws, law, hold) ?? []));
    progress?.((i + 1) / (LAWS.length + 1));
  }
  const stock = textStock();
  const stocks = draws.map(({ inputs }) => inputs.stock ?? stock.value);
  const paths = [
    observedPath(stocks, seed),
    ...HOLDS.map((hold) => theoryPath(scenario, draws, stocks, hold)),
  ];
  progress?.(1);
  return {
    scenario: scenario.file.id,
    record: record.name,
    spend: growthJson(spend),
    compute: growthJson(compute),
    revealed,
    binds: paths.filter(({ at }) => at.length > 0).map(bindsBy),
    draws: draws.length,
    assumptions: Object.entries(scenario.file.inputs)
      .filter(([, { basis }]) => basis === 'assumption')
      .map(([name]) => name),
    sources: [
      ...new Set([
        DATASETS.models.attribution,
        ...sourcesOf(scenario.file, new Set([...scenario.usedByLaws, 'stock'])),
        ...('stock' in scenario.file.inputs ? [] : [stock.source]),
      ]),
    ],
  };
}

/** The same of every scenario that ships. */
export function revealAll(options: Omit<RevealOptions, 'scenario'>): RevealAllResult {
  const scenarios = SCENARIO_IDS.map((scenario, i) =>
    reveal({
      ...options,
      scenario,
      progress: (done) => options.progress?.((i + done) / SCENARIO_IDS.length),
    }),
  );
  return { scenarios };
}
