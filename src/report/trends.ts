/** `trends`: growth that the theory permits in a scenario against growth observed, dollars with dollars and FLOP with FLOP. */
import { observed } from '../data/published.ts';
import { SCENARIO_IDS } from '../data/scenario-file.ts';
import type { Values } from '../economics/parameters.ts';
import { refuse } from '../kernel/issues.ts';
import { optimise } from '../numerics/optimise.ts';
import type { Optimum } from '../numerics/outcome.ts';
import { type Observation, observations } from './facts/growth.ts';
import { regimeOf } from './regime.ts';
import { middleOf, type Scenario, scenarioOf, sourcesOf } from './scenario/compile.ts';
import {
  type Bound,
  boundFor,
  type Exponents,
  grown,
  HOLDS,
  type Hold,
  lawFor,
  localAt,
  QUANTITIES,
  type Quantity,
  UNITS,
} from './scenario/permitted.ts';
import type { ObservedJson, TrendsRow } from './schemas/trends.ts';

/** Published growth that each quantity is set against: the ledger's. */
const PUBLISHED: Readonly<Record<Quantity, { id: string; window: string }>> = {
  spend: { id: 'training-cost', window: 'frontier models from 2016 on, amortised hardware and energy' },
  flop: {
    id: 'frontier-language-compute',
    window:
      'frontier language models, mid-2020 to May 2024; of notable and frontier models together it says 4–5×',
  },
};

const GAMMAS: readonly number[] = Array.from({ length: 13 }, (_, i) => -1 + i / 6);
const LAW_REGIMES = ['inference-dominated', 'training-dominated', 'data-bound'] as const;

/** What the theory says at one point of a scenario. */
interface Spot {
  readonly gamma: number;
  readonly values: Values;
  readonly regime: string;
  readonly bound: Bound | null;
  readonly laws: Readonly<Record<string, Exponents>>;
  readonly local: Exponents | null;
}

function spotAt(scenario: Scenario, inputs: Values): Spot | null {
  const values = scenario.parametersAt(inputs);
  if (!values) return null;
  const { model } = scenario;
  const outcome = optimise(model, values);
  const optimum: Optimum | null = outcome.kind === 'optimum' ? outcome : null;
  const regime = optimum ? regimeOf(model, values, optimum) : outcome.kind;
  const growing = Object.keys(scenario.growthAt(inputs));
  const laws = LAW_REGIMES.flatMap((name): [string, Exponents][] => {
    const found = lawFor(model, name, values, growing);
    return found ? [[name, found]] : [];
  });
  return {
    gamma: values.gamma ?? 0,
    values,
    regime,
    bound: boundFor(model, values, regime === 'data-bound'),
    laws: Object.fromEntries(laws),
    local: optimum && localAt(optimum),
  };
}

/** Whether what is permitted covers what is observed. */
function permits(most: number | null, { low, high }: ObservedJson): TrendsRow['permits']['bound'] {
  if (most === null) return null;
  return most >= high ? 'yes' : most < low ? 'no' : 'within the interval';
}

const MOST_GAMMA = 2;

/** The gamma from which on downwards a growth is permitted, where what is permitted falls as gamma rises. */
export function gammaFor(target: number, permitted: (gamma: number) => number | null): number | null {
  const excess = (gamma: number): number => (permitted(gamma) ?? Number.NaN) - target;
  // The laws and the bounds have another form at 0, so each side is searched by itself.
  for (const [from, to] of [
    [-1, -1e-6],
    [1e-6, MOST_GAMMA],
  ] as const) {
    if (!(excess(from) >= 0 && excess(to) < 0)) continue;
    let [low, high]: [number, number] = [from, to];
    for (let step = 0; step < 50; step++) {
      const middle = (low + high) / 2;
      if (excess(middle) >= 0) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  }
  return null;
}

const publishedOf = (quantity: Quantity): ObservedJson => {
  const { id, window } = PUBLISHED[quantity];
  return { ...observed(id), id: `published/${id}`, window, quantity };
};

const jsonOf = ({
  id,
  growth: { value, low, high },
  about,
  source,
  quantity,
}: Observation): ObservedJson => ({
  value,
  low,
  high,
  source,
  id,
  window: about,
  quantity,
});

interface Prepared {
  readonly scenario: Scenario;
  readonly inputs: Values;
  readonly spot: Spot;
  readonly byGamma: readonly Spot[];
  readonly growth: Values;
}

function prepare(name: string): Prepared {
  const scenario = scenarioOf(name);
  const inputs = middleOf(scenario);
  const spot =
    spotAt(scenario, inputs) ??
    refuse('the inputs make no firm', scenario.path, 'see that price, size and thresholds go together');
  const hasGamma = 'gamma' in inputs;
  const byGamma = hasGamma ? GAMMAS.flatMap((gamma) => spotAt(scenario, { ...inputs, gamma }) ?? []) : [];
  return { scenario, inputs, spot, byGamma, growth: scenario.growthAt(inputs) };
}

function rowOf(
  { scenario, inputs, spot, byGamma, growth }: Prepared,
  quantity: Quantity,
  hold: Hold,
  seen: readonly Observation[],
): TrendsRow {
  const of = (exponents: Exponents | null | undefined): number | null =>
    exponents ? grown(exponents, growth, hold, quantity) : null;
  const many = (laws: Spot['laws']): Record<string, number> =>
    Object.fromEntries(Object.entries(laws).map(([name, law]) => [name, of(law) ?? Number.NaN]));
  const seenHere = publishedOf(quantity);
  const [bound, law, local] = [of(spot.bound?.exponents), of(spot.laws[spot.regime]), of(spot.local)];
  const { model, file } = scenario;
  const valuesAt = (gamma: number): Values =>
    scenario.parametersAt({ ...inputs, gamma }) ?? { ...spot.values, gamma };
  const edge = (exponents: (values: Values) => Exponents | null | undefined): number | null =>
    'gamma' in inputs ? gammaFor(seenHere.value, (gamma) => of(exponents(valuesAt(gamma)))) : null;
  return {
    scenario: file.id,
    title: file.title,
    variant: model.id,
    quantity,
    unit: UNITS[quantity],
    hold,
    growth: { ...growth },
    sources: [...sourcesOf(file, scenario.usedByLaws)],
    gamma: 'gamma' in spot.values ? spot.gamma : null,
    regime: spot.regime,
    bound,
    theorem: spot.bound?.theorem ?? null,
    law,
    laws: many(spot.laws),
    local,
    observed: seenHere,
    also: seen.filter((one) => one.quantity === quantity).map(jsonOf),
    permits: {
      bound: permits(bound, seenHere),
      law: permits(law, seenHere),
      local: permits(local, seenHere),
    },
    gammaNeeded: {
      bound: edge((values) => boundFor(model, values, spot.regime === 'data-bound')?.exponents),
      law: edge((values) => lawFor(model, spot.regime, values, Object.keys(growth))),
    },
    byGamma: byGamma.map((one) => ({
      gamma: one.gamma,
      bound: of(one.bound?.exponents),
      theorem: one.bound?.theorem ?? null,
      laws: many(one.laws),
      local: of(one.local),
      regime: one.regime,
    })),
  };
}

export interface TrendsOptions {
  /** Names or files; every scenario that ships where none is given. */
  readonly scenarios?: readonly string[];
  readonly seed: number;
  /** Called with the share done, 0 to 1. */
  readonly progress?: (done: number) => void;
}

/**
 * Growth permitted and observed, a row a scenario, quantity and reading of what is held.
 * @throws OptimandError for a scenario that cannot be read.
 */
export function trends({ scenarios = [], seed, progress }: TrendsOptions): readonly TrendsRow[] {
  const names = scenarios.length > 0 ? scenarios : SCENARIO_IDS;
  const seen = observations({ seed });
  return names.flatMap((name, i) => {
    const ready = prepare(name);
    const rows = QUANTITIES.flatMap((quantity) => HOLDS.map((hold) => rowOf(ready, quantity, hold, seen)));
    progress?.((i + 1) / names.length);
    return rows;
  });
}
