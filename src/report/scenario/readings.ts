/** Readings of the tables that scenarios quote: each is computed, so that a number typed into a scenario is held against it. */
import conventions from '../../../data/conventions.json' with { type: 'json' };
import { observed, textStock } from '../../data/published.ts';
import { rowsOf } from '../../data/registry.ts';
import { growthOf, levelAt } from '../../fit/growth.ts';
import { refuse } from '../../kernel/issues.ts';
import { firstSold } from '../facts/first-sold.ts';
import { seriesOf } from '../facts/runs.ts';

/** How many seeds are drawn for the end of an interval that nobody quotes; the middle needs none. */
const DRAWS = 0;
/** The middle of 2025, to which the scenarios speak. */
const NOW = 2025.5;

function only<V>(list: readonly V[], what: string): V {
  const [first] = list;
  return first ?? refuse(`there is no ${what}`, 'the tables of facts', 'see data/README.md');
}

const law = () =>
  only(
    rowsOf('scaling-laws').filter((row) => row.law.startsWith('Besiroglu')),
    'law of Besiroglu',
  );

/** A constant of the law that must be published. */
const constant = (name: 'A' | 'B'): number => law()[name] ?? Number.NaN;

/** Parameters and tokens of least compute that reach a loss above the irreducible: α A N^-α = β B D^-β. */
function cheapest(shortfall: number): { readonly params: number; readonly tokens: number } {
  const { alpha, beta } = law();
  return {
    params: ((constant('A') * (alpha + beta)) / (beta * shortfall)) ** (1 / alpha),
    tokens: ((constant('B') * (alpha + beta)) / (alpha * shortfall)) ** (1 / beta),
  };
}

/** The compute-optimal model as good as the first one sold. */
function firstSoldToday(): { readonly params: number; readonly tokens: number } {
  const { alpha, beta } = law();
  const { params, tokens } = firstSold();
  return cheapest(constant('A') * params ** -alpha + constant('B') * tokens ** -beta);
}

const efficiency = () =>
  growthOf(seriesOf('efficiency', { frontierOnly: true, from: 2020 }), {
    draws: DRAWS,
    seed: 0,
    of: 'E of frontier runs',
  });

function priceOf(product: string): number {
  const row = only(
    rowsOf('prices').filter((one) => one.product === product),
    `price of ${product}`,
  );
  const read = conventions.values.read_per_written.value;
  const mixed = read * row.input_usd_per_million + row.output_usd_per_million;
  return mixed / (read + 1) / 1e6;
}

export const READINGS: Readonly<Record<string, () => number>> = {
  'law/alpha': () => law().alpha,
  'law/beta': () => law().beta,
  'level/efficiency': () => levelAt(efficiency(), NOW).value,
  'growth/efficiency': () => efficiency().value,
  'first/size': () => firstSoldToday().params,
  'first/ratio': () => firstSoldToday().tokens / firstSoldToday().params,
  'published/algorithms': () => observed('algorithms').value,
  'published/text-stock': () => textStock().value,
  'price/GPT-5': () => priceOf('GPT-5'),
  'usage/api': () =>
    only(
      rowsOf('usage').filter(({ product }) => product === 'API'),
      'report of an API',
    ).daily_tokens,
};
