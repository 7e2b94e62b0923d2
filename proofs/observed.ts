/** Published growth figures, read from `data/` with their units, and turned into growth per year. */
import trends from '../data/published-trends.json' with { type: 'json' };
import { refuse } from '../src/kernel/issues.ts';

/** Growth per year as a factor, with the interval published; the ends are the value itself where none is. */
export interface Observed {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly source: string;
}

type Trend = (typeof trends.rows)[number];

/** A year's factor from a figure in its unit. */
const FACTOR: Readonly<Record<string, (figure: number) => number>> = {
  'factor/yr': (figure) => figure,
  'doubling in yr': (years) => 2 ** (1 / years),
  'halving in months': (months) => 2 ** (12 / months),
  'share cheaper/yr': (share) => 1 / (1 - share),
};

/** The figure of that id as growth per year. @throws OptimandError where there is none, or its unit is not known. */
export function observed(id: string): Observed {
  const where = 'data/published-trends.json';
  const row: Trend | undefined = trends.rows.find((one) => one.id === id);
  if (!row) return refuse(`there is no figure ${id}`, where, 'name one of its rows');
  const factor = FACTOR[row.unit];
  if (!factor)
    return refuse(`the unit ${row.unit} is not known`, where, 'add how it becomes a yearly factor');
  const ends = [row.value, row.low ?? row.value, row.high ?? row.value].map(factor);
  return {
    value: ends[0] ?? Number.NaN,
    low: Math.min(...ends),
    high: Math.max(...ends),
    source: row.source,
  };
}
