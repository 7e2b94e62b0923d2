/** Dated training runs as series: dollars, FLOP, FLOP per dollar and tokens, each by rows that can carry them. */
import conventions from '../../../data/conventions.json' with { type: 'json' };
import { yearOf } from '../../data/cell.ts';
import { type Row, rowsOf } from '../../data/registry.ts';
import type { Dated } from '../../fit/growth.ts';

/** What a series is of; each has a unit of its own, so that none is set against another. */
export const SERIES = {
  spend: { unit: 'dollar', meaning: 'cost of the training compute, dollars of 2023' },
  flop: { unit: 'flop', meaning: 'training compute' },
  efficiency: { unit: 'flop/dollar', meaning: 'E realised: training compute over its cost' },
  data: { unit: 'token', meaning: 'training data of language models without a base model' },
} as const;
export type SeriesId = keyof typeof SERIES;

/** Beyond these, cost or compute is taken to be of something else than the run; FLOP per dollar. */
export const PLAUSIBLE = {
  low: conventions.values.least_E.value,
  high: conventions.values.most_E.value,
} as const;

type Model = Row<'models'>;

/** FLOP per dollar of a run whose cost is that of its compute; null where it is not known, or a base model was trained further. */
function efficiencyOf({
  training_compute_flop,
  training_compute_cost_2023usd,
  base_model,
}: Model): number | null {
  if (training_compute_cost_2023usd === null || base_model !== null) return null;
  const found = training_compute_flop / training_compute_cost_2023usd;
  return found > PLAUSIBLE.low && found < PLAUSIBLE.high ? found : null;
}

const AMOUNTS: Readonly<Record<SeriesId, (row: Model) => number | null>> = {
  spend: (row) => (efficiencyOf(row) === null ? null : row.training_compute_cost_2023usd),
  flop: (row) => row.training_compute_flop,
  efficiency: efficiencyOf,
  // Of a model trained further the table tells the data of the further training alone.
  data: ({ domain, training_dataset_size, base_model }) =>
    domain?.includes('Language') && base_model === null ? training_dataset_size : null,
};

export interface SeriesOptions {
  readonly frontierOnly: boolean;
  /** First year taken. */
  readonly from: number;
}

/** The series from a year on, by date. */
export function seriesOf(id: SeriesId, { frontierOnly, from }: SeriesOptions): readonly Dated[] {
  return rowsOf('models')
    .filter((row) => !frontierOnly || row.frontier_model)
    .map((row): [number, number | null] => [yearOf(row.publication_date), AMOUNTS[id](row)])
    .filter((point): point is [number, number] => point[1] !== null && point[0] >= from)
    .sort(([x], [y]) => x - y);
}

/** Runs with their own efficiency, frontier or not, by date. */
export const realised = (): readonly { readonly row: Model; readonly efficiency: number }[] =>
  rowsOf('models').flatMap((row) => {
    const efficiency = efficiencyOf(row);
    return efficiency === null ? [] : [{ row, efficiency }];
  });
