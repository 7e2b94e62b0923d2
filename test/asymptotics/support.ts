/** Laws against the referee: numbers from a regime's terms, and optima at points of its window. */
import { type PlacedRegime, regimesAt } from '../../src/asymptotics/at-values.ts';
import type { Laws, Regime } from '../../src/asymptotics/law.ts';
import { RHO_FROM_B } from '../../src/derive/laws.ts';
import type { Model } from '../../src/economics/model.ts';
import type { Values } from '../../src/economics/parameters.ts';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { evaluate } from '../../src/kernel/compile.ts';
import type { Term } from '../../src/kernel/term.ts';
import { type OptimiseOptions, optimise } from '../../src/numerics/optimise.ts';
import type { Optimum } from '../../src/numerics/outcome.ts';

/** Values in the realistic box, sizes and data at q = 1 of about 1e8; D is ample. */
export const BASE: Values = {
  alpha: 0.34,
  beta: 0.4,
  gamma: -0.5,
  a: 0.002,
  b: 4e-5,
  omega: 4e-5,
  delta: 8e-22,
  E: 1e18,
  D: 1e13,
};

export const numberOf = (value: Term | null, values: Values): number => {
  if (!value) throw new Error('no closed form');
  return evaluate(value, values, double);
};

/** The values with rho beside b. */
export const withRho = (values: Values): Values => ({ ...values, rho: numberOf(RHO_FROM_B, values) });

/** The values that the model has, with the growing parameter at a point; b follows where rho is held or grows. */
export function valuesAt(model: Model, base: Values, growing: string, at: number, hold: 'b' | 'rho'): Values {
  const { a = 1, alpha = 1, rho = 1 } = withRho(base);
  const moved: Record<string, number> = { ...base, [growing]: at };
  if (growing === 'rho') moved.b = a * at ** -alpha;
  else if (hold === 'rho') moved.b = (moved.a ?? 1) * rho ** -(moved.alpha ?? 1);
  return Object.fromEntries(model.parameters.map(({ name }) => [name, moved[name] ?? Number.NaN]));
}

export function optimumAt(model: Model, values: Values, options: OptimiseOptions = {}): Optimum {
  const outcome = optimise(model, values, options);
  if (outcome.kind !== 'optimum') throw new Error(`${outcome.kind} at ${JSON.stringify(values)}`);
  return outcome;
}

export const placedAt = (laws: Laws, values: Values): readonly PlacedRegime[] =>
  regimesAt(laws, withRho(values));

/** The named regime at the values. */
export function regimeAt(laws: Laws, values: Values, name: string): PlacedRegime {
  const found = placedAt(laws, values).find(({ regime }) => regime.name === name);
  if (!found) throw new Error(`no regime ${name}`);
  return found;
}

export const QUANTITIES = ['n', 'd', 't', 'C_train'] as const;
export type Quantity = (typeof QUANTITIES)[number];

export const quantityOf = (optimum: Optimum, name: Quantity | 'profit'): number =>
  name === 'C_train' ? optimum.trainingSpend : optimum[name];

/** constant · x^exponent · ln(x)^logPower at a point. */
export function lawAt(regime: Regime, name: string, values: Values, x: string): number {
  const scaling = regime.scalings[name];
  if (!scaling) throw new Error(`no law of ${name}`);
  const own = withRho(values);
  const log = regime.logBase ? Math.log(numberOf(regime.logBase, own)) : 1;
  const power = (own[x] ?? Number.NaN) ** numberOf(scaling.exponent, own);
  return numberOf(scaling.constant, own) * power * log ** numberOf(scaling.logPower, own);
}

export const exponentAt = (regime: Regime, name: string, values: Values): number => {
  const scaling = regime.scalings[name];
  if (!scaling) throw new Error(`no law of ${name}`);
  return numberOf(scaling.exponent, withRho(values));
};
