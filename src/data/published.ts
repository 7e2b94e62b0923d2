/** Published figures, read from `data/` with their units; those of growth turned into growth per year. */
import trends from '../../data/published-trends.json' with { type: 'json' };
import { refuse } from '../kernel/issues.ts';

/** A figure with the interval published; the ends are the value itself where none is. */
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

const WHERE = 'data/published-trends.json';

const rowOf = (id: string): Trend =>
  trends.rows.find((one) => one.id === id) ??
  refuse(`there is no figure ${id}`, WHERE, 'name one of its rows');

/** The row's figure and the ends of its interval, each changed; the ends are the figure itself where none is published. */
function changed({ value, low, high, source }: Trend, change: (figure: number) => number): Observed {
  const ends = [low ?? value, high ?? value].map(change);
  return { value: change(value), low: Math.min(...ends), high: Math.max(...ends), source };
}

/** The figure of that id as growth per year. @throws OptimandError where there is none, or its unit is not known. */
export function observed(id: string): Observed {
  const row = rowOf(id);
  const factor =
    FACTOR[row.unit] ??
    refuse(`the unit ${row.unit} is not known`, WHERE, 'add how it becomes a yearly factor');
  return changed(row, factor);
}

/** Tokens of public human text. */
export const textStock = (): Observed => changed(rowOf('text-stock'), (tokens) => tokens);
