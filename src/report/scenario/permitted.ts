/**
 * Growth of training spend and compute that the theory permits in a scenario: by the theorems' bounds as the paper states
 * them, by the exact laws of a regime, and locally, by the referee's elasticities at the scenario's own point. Growth per year
 * is a factor; spend is in dollars, and compute, spend times E, in FLOP.
 */

import { theorems } from '../../../derivations/06-theorems-1-and-2.ts';
import { dataBound } from '../../../derivations/08-data-bound.ts';
import { boundExponents } from '../../../proofs/trends/growth.ts';
import { growthOf as lawGrowth, lawsPicked, named, STANDARD_SHAPES } from '../../claims/exponents.ts';
import { evaluatorOf } from '../../claims/statics-evaluate.ts';
import type { Model } from '../../economics/model.ts';
import type { Values } from '../../economics/parameters.ts';
import { expandAbbreviations } from '../../kernel/abbreviations.ts';
import { elasticity } from '../../kernel/differentiate.ts';
import type { Optimum } from '../../numerics/outcome.ts';

export type Hold = 'rho' | 'b';
export const HOLDS: readonly Hold[] = ['rho', 'b'];
export const UNITS = { spend: '$', flop: 'FLOP' } as const;
export type Quantity = keyof typeof UNITS;
export const QUANTITIES: readonly Quantity[] = ['spend', 'flop'];

/** Elasticities of training spend by parameter. */
export type Exponents = Readonly<Record<string, number>>;

/** Growth of the parameters in one year, b with a where rho is held. */
function ratesFor(growth: Values, hold: Hold): Values {
  const { a } = growth;
  return hold === 'rho' && a !== undefined && growth.b === undefined ? { ...growth, b: a } : growth;
}

/** The factor by which spend or compute grows in a year. */
export function grown(exponents: Exponents, growth: Values, hold: Hold, quantity: Quantity): number {
  const rates = ratesFor(growth, hold);
  const spend = Object.entries(rates).reduce((all, [name, rate]) => all * rate ** (exponents[name] ?? 0), 1);
  return quantity === 'flop' ? spend * (rates.E ?? 1) : spend;
}

export interface Bound {
  readonly theorem: 'theorem-1' | 'theorem-2' | 'theorem-3';
  readonly exponents: Exponents;
}

/** Theorem 3 is exact: spend where the stock binds. */
function stockExponents(values: Values): Exponents {
  const { results, symbols, context } = dataBound();
  const spend = expandAbbreviations(results.spend.relation.right, symbols);
  return Object.fromEntries(
    ['E', 'a', 'b', 'D'].map((name) => [name, evaluatorOf(elasticityOnce(spend, name, context))(values)]),
  );
}

const taken = new Map<string, ReturnType<typeof elasticity>>();
function elasticityOnce(...[of, by, context]: Parameters<typeof elasticity>): ReturnType<typeof elasticity> {
  const found = taken.get(by) ?? elasticity(of, by, context);
  taken.set(by, found);
  return found;
}

/** The bound that the paper's theorems put on spend for this model; null where none of them speaks of it. */
export function boundFor(model: Model, values: Values, bindsData: boolean): Bound | null {
  if (bindsData && dataBound.variant === model.id)
    return { theorem: 'theorem-3', exponents: stockExponents(values) };
  if (theorems.variant !== model.id) return null;
  const theorem = values.gamma === 0 ? 'theorem-2' : 'theorem-1';
  return { theorem, exponents: { ...boundExponents(theorem, values) } };
}

/** Below this, gamma counts as the log case: the laws on either side have another form. */
const LOG_CASE = 1e-9;

/** The exact law of a quantity in a regime, spend unless told, as exponents at the values; null where the model has no such regime. */
export function lawFor(
  model: Model,
  regime: string,
  values: Values,
  growing: readonly string[],
  quantity: 'C_train' | 'd' = 'C_train',
): Exponents | null {
  const sign = Math.abs(values.gamma ?? 0) < LOG_CASE ? 0 : Math.sign(values.gamma ?? 0);
  const shapes = STANDARD_SHAPES.filter(({ gamma = 0 }) => Math.sign(gamma) === sign);
  const others = [...new Set(['a', 'b', ...growing])].filter(
    (name) => name !== 'E' && model.parameters.some((declared) => declared.name === name),
  );
  const [law] = lawsPicked(model, 'E', quantity, named(regime), shapes);
  return law ? lawGrowth(model, law, 'E', others, values) : null;
}

/** The referee's own elasticities of spend at an optimum. */
export const localAt = (optimum: Optimum): Exponents =>
  Object.fromEntries(
    Object.entries(optimum.elasticities ?? {})
      .filter(([name]) => name.startsWith('C_train/'))
      .map(([name, value]) => [name.slice('C_train/'.length), value]),
  );
