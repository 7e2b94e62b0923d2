/** `trends --observed`: what the tables say of growth, and E of every chip and run. */
import { DATASETS } from '../data/registry.ts';
import { chipEfficiencies, utilisation } from './facts/chips.ts';
import { observations } from './facts/growth.ts';
import { realised } from './facts/runs.ts';
import type { ObservationsResult } from './schemas/trends.ts';

export function observedGrowth({ seed }: { readonly seed: number }): ObservationsResult {
  const series = observations({ seed });
  return {
    series: series.map(({ id, quantity, unit, about, growth, source }) => ({
      id,
      quantity,
      unit,
      about,
      growth: { value: growth.value, low: growth.low, high: growth.high },
      doubling: Math.log(2) / Math.log(growth.value),
      points: growth.points,
      from: growth.from,
      to: growth.to,
      scatter: growth.scatter,
      source,
    })),
    chips: chipEfficiencies().map(({ value, low, high, ...chip }) => ({ ...chip, E: { value, low, high } })),
    runs: realised().map(({ row, efficiency }) => ({
      model: row.model,
      date: row.publication_date,
      frontier: row.frontier_model,
      flop: row.training_compute_flop,
      spend: row.training_compute_cost_2023usd ?? Number.NaN,
      E: efficiency,
    })),
    utilisation: utilisation(),
    draws: series[0]?.growth.draws ?? 0,
    sources: [DATASETS.models.attribution, DATASETS.chips.attribution],
  };
}
