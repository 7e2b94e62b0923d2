/**
 * Firms for a table: draws of the realistic box at which the referee's optimum lies where the table says. Where a stock does
 * not bind it is cut to half of what the firm would use.
 */
import { kinksIn, type Setting } from '../derive/statics/setting.ts';
import { type Model, settled } from '../economics/model.ts';
import type { Values } from '../economics/parameters.ts';
import { parts, symbolsOf } from '../kernel/term.ts';
import { drawBox, place } from '../numerics/pool.ts';
import { evaluatorOf } from './statics-evaluate.ts';
import { type Observation, observe } from './statics-observe.ts';

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
  const bounds = [...model.limits.map(({ bound }) => bound), ...kinksIn(model.quality).flatMap(parts)];
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
  const made = drawBox(seed, draws, model.own.ranges).flatMap((draw, i): Observation[] => {
    progress?.(i / draws);
    const seen = firmAt(setting, place(model, draw).values);
    return seen ? [seen] : [];
  });
  own.set(key, made);
  return made;
}
