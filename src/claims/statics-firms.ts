/**
 * Firms for a table: draws of the realistic box, with the parameters of other variants drawn beside it, at which the
 * referee's optimum lies where the table says. Where a stock does not bind it is cut to half of what the firm would use.
 */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Setting } from '../derive/statics/setting.ts';
import { type Model, settled } from '../economics/model.ts';
import type { Values } from '../economics/parameters.ts';
import { parts, symbolsOf, type Term } from '../kernel/term.ts';
import { drawBox, place } from '../numerics/pool.ts';
import { evaluatorOf } from './statics-evaluate.ts';
import { type Observation, observe } from './statics-observe.ts';

/** Ranges of the parameters that the realistic box does not have. */
const BESIDE: Readonly<Record<string, readonly [number, number, 'log' | 'linear' | 'whole']>> = {
  r: [0.3, 10, 'log'],
  m: [2, 8, 'whole'],
  epsilon: [1.2, 5, 'log'],
  K: [1e12, 1e16, 'log'],
  nu: [0.02, 0.5, 'linear'],
  kappa: [0.02, 0.9, 'linear'],
  q0: [1, 5, 'log'],
  c_d: [1e-10, 1e-5, 'log'],
  E_inf: [1e16, 1e19, 'log'],
  U: [1e9, 1e14, 'log'],
  Rstar: [2, 50, 'log'],
  h: [0.3, 3, 'log'],
  T: [1e13, 1e17, 'log'],
};

function drawBeside(uniform: () => number): Values {
  const entries = Object.entries(BESIDE).map(([name, [low, high, how]]): [string, number] => {
    const u = uniform();
    if (how === 'log') return [name, low * (high / low) ** u];
    return [name, how === 'whole' ? low + Math.floor(u * (high - low + 1)) : low + u * (high - low)];
  });
  return Object.fromEntries(entries);
}

/** Whether an optimum lies at the place: its limits bind and no others, and every kink is on its piece. */
export function liesAt({ model, binding, context }: Setting, { optimum, values }: Observation): boolean {
  const at = { ...values, n: optimum.n, d: optimum.d, t: optimum.t };
  const names = binding.map(({ variable }) => variable);
  const isBound =
    names.length === optimum.active.limits.length &&
    names.every((name) => optimum.active.limits.includes(name));
  const extra = context.facts.slice(model.facts.length);
  return isBound && extra.every(({ term }) => evaluatorOf(settled(model, term))(at) > 0);
}

/** Stocks: parameters that limit data or stand beside them at a kink. */
function stocksOf({ model }: Setting): readonly string[] {
  const kinks = (value: Term): readonly Term[] => [
    ...(value.kind === 'call' && (value.name === 'min' || value.name === 'max') ? parts(value) : []),
    ...parts(value).flatMap(kinks),
  ];
  const bounds = [...model.limits.map(({ bound }) => bound), ...parts(model.quality).flatMap(kinks)];
  const names = bounds.filter((bound) => bound.kind === 'symbol').flatMap(symbolsOf);
  return model.parameters.map(({ name }) => name).filter((name) => names.includes(name));
}

/** Multiples of what the firm would use at which its stocks are tried. */
const CUTS = [0.5, 0.2, 3];

function firmAt(setting: Setting, values: Values): Observation | null {
  const seen = observe(setting.model, values);
  if (!seen || liesAt(setting, seen)) return seen;
  for (const cut of CUTS) {
    const stocks = Object.fromEntries(stocksOf(setting).map((name) => [name, seen.optimum.d * cut]));
    const again = observe(setting.model, { ...values, ...stocks });
    if (again && liesAt(setting, again)) return again;
  }
  return null;
}

export interface SightingOptions {
  readonly seed: number;
  readonly draws: number;
  /** Called with the share done, 0 to 1. */
  readonly progress?: (done: number) => void;
}

const pools = new WeakMap<Model, Map<string, readonly Observation[]>>();

/** The referee's optima among the draws; the same arguments give the same pool, made once. */
export function firmsOf(
  setting: Setting,
  { seed, draws, progress }: SightingOptions,
): readonly Observation[] {
  const { model, where } = setting;
  const key = `${where}|${seed}|${draws}`;
  const own = pools.get(model) ?? new Map<string, readonly Observation[]>();
  pools.set(model, own);
  const known = own.get(key);
  if (known) return known;
  const generator = xoroshiro128plus(seed);
  const uniform = (): number => uniformFloat64(generator);
  const made = drawBox(seed, draws, model.own.ranges).flatMap((draw, i): Observation[] => {
    progress?.(i / draws);
    const values = { ...drawBeside(uniform), ...draw.values };
    const seen = firmAt(setting, place(model, { ...draw, values }).values);
    return seen ? [seen] : [];
  });
  own.set(key, made);
  return made;
}
