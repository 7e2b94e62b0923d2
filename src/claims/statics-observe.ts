/**
 * How the referee's optimum moves. The referee knows nothing of shares and surfaces: it gives elasticities of n, d and t in
 * every parameter, and each quantity is read off the model's own terms along that movement.
 */

import { type Hold, QUANTITIES, type Quantity } from '../derive/statics/response.ts';
import { type Model, settled } from '../economics/model.ts';
import type { Values } from '../economics/parameters.ts';
import { double } from '../kernel/arithmetic/double.ts';
import { compile } from '../kernel/compile.ts';
import { ONE, rationalToNumber, subtractRational, ZERO } from '../kernel/rational.ts';
import { type Declaration, POSITIVE } from '../kernel/symbols.ts';
import { number, substitute, subtract, symbol, type Term } from '../kernel/term.ts';
import { optimise } from '../numerics/optimise.ts';
import type { Optimum } from '../numerics/outcome.ts';

/** Relative step along a movement; a movement of many times the parameter's takes the smaller step. */
const STEP = 1e-6;
/** Below this share of the movement a response is rounding, and counts as none. */
const ROUNDING = 1e-8;
/** The same for the variables themselves, whose movements are solved for and not differenced. */
const SOLVED = 1e-13;

const significant = (value: number, rounding: number): number => (Math.abs(value) < rounding ? 0 : value);

export interface Observation {
  readonly values: Values;
  readonly optimum: Optimum;
  /** Response of a quantity to a parameter, relative (for profit to revenue, for price to the price); null where not known. */
  response(quantity: Quantity, parameter: string, hold: Hold): number | null;
}

/** A positive parameter in place of one that may be negative: the name, and what must be added. */
interface Shift {
  readonly name: string;
  readonly by: number;
}

interface Movable {
  readonly model: Model;
  readonly shifts: readonly Shift[];
}

const movables = new WeakMap<Model, Movable>();

/** Whether a parameter may be zero or less, so that it has no elasticity at some of its values. */
const mayVanish = ({ domain: { lower } }: Declaration): boolean =>
  lower === undefined || lower.at.num < 0n || (lower.at.num === 0n && !lower.open);

/**
 * The model with every parameter that may be zero or less counted from one below its least value, so that it has an
 * elasticity, and with whole numbers as reals.
 */
function movableOf(model: Model): Movable {
  const known = movables.get(model);
  if (known) return known;
  const open = model.parameters.filter(mayVanish);
  const shifts = open.map(({ name, domain: { lower } }) => ({
    name,
    by: subtractRational(ONE, lower?.at ?? ZERO),
  }));
  const replace = Object.fromEntries(shifts.map(({ name, by }) => [name, subtract(name, number(by))]));
  const moved = (value: Term): Term => substitute(value, replace);
  const made: Movable = {
    shifts: shifts.map(({ name, by }) => ({ name, by: rationalToNumber(by) })),
    model: {
      ...model,
      parameters: model.parameters.map((declared) => ({ ...declared, domain: POSITIVE })),
      profit: moved(model.profit),
      revenue: moved(model.revenue),
      trainingSpend: moved(model.trainingSpend),
      rivals: Object.fromEntries(Object.entries(model.rivals).map(([name, value]) => [name, moved(value)])),
      given: Object.fromEntries(Object.entries(model.given).map(([name, value]) => [name, moved(value)])),
      limits: model.limits.map((limit) => ({ ...limit, bound: moved(limit.bound) })),
    },
  };
  movables.set(model, made);
  return made;
}

type Reading = (point: readonly number[]) => number;
type Readings = {
  readonly names: readonly string[];
  readonly of: Readonly<Record<Quantity, Reading>>;
  readonly revenue: Reading;
};

const readings = new WeakMap<Model, Readings>();

/** Every quantity as a function of n, d, t and the parameters, from the model's blocks. */
function readingsOf(model: Model): Readings {
  const known = readings.get(model);
  if (known) return known;
  const names = [...model.variables, ...model.parameters.map(({ name }) => name)];
  const terms: Readonly<Record<Quantity, Term>> = {
    n: symbol('n'),
    d: symbol('d'),
    t: symbol('t'),
    C_train: model.trainingSpend,
    profit: model.profit,
    q: model.quality,
    price: model.price,
  };
  const reading = (term: Term): Reading => compile(settled(model, term), names, double);
  const entries = QUANTITIES.map((quantity) => [quantity, reading(terms[quantity])] as const);
  const made: Readings = {
    names,
    of: Object.fromEntries(entries) as Record<Quantity, Reading>,
    revenue: reading(model.revenue),
  };
  readings.set(model, made);
  return made;
}

type Direction = Readonly<Record<string, number>>;

/** Which parameters move, in logarithms, when one does: where rho = (a/b)^(1/alpha) is held, b follows a and alpha. */
function directionOf(parameter: string, hold: Hold, values: Values): Direction {
  const { a = 1, b = 1, alpha = 1 } = values;
  if (hold === 'b') return { [parameter]: 1 };
  if (parameter === 'rho') return { b: -alpha };
  if (parameter === 'a') return { a: 1, b: 1 };
  return parameter === 'alpha' ? { alpha: 1, b: Math.log(b / a) } : { [parameter]: 1 };
}

/** The movement of n, d, t (in logarithms) along a direction. */
function movementAlong(
  direction: Direction,
  model: Model,
  { elasticities = {} }: Optimum,
): readonly number[] | null {
  const moved = model.variables.map((variable) =>
    Object.entries(direction).reduce(
      (sum, [name, weight]) => sum + weight * (elasticities[`${variable}/${name}`] ?? Number.NaN),
      0,
    ),
  );
  return moved.includes(Number.NaN) ? null : moved;
}

/** What every response at one optimum is read from. */
interface Here {
  readonly model: Model;
  readonly values: Values;
  readonly shifts: readonly Shift[];
  readonly optimum: Optimum;
}

/** A movement of the optimum with a parameter, and the points a small step up and down it. */
interface Path {
  readonly moved: readonly number[];
  readonly size: number;
  readonly step: number;
  readonly up: readonly number[];
  readonly down: readonly number[];
  readonly start: readonly number[];
}

/** n, d, t and the parameters a step along a movement. */
function pointAt(
  { model, values, shifts, optimum }: Here,
  direction: Direction,
  moved: readonly number[],
  step: number,
): number[] {
  const at: Readonly<Record<string, number>> = { n: optimum.n, d: optimum.d, t: optimum.t };
  const variables = model.variables.map(
    (name, i) => (at[name] ?? Number.NaN) * Math.exp(step * (moved[i] ?? 0)),
  );
  const parameters = model.parameters.map(({ name }) => {
    const by = shifts.find((shift) => shift.name === name)?.by ?? 0;
    const value = values[name] ?? 0;
    return value + (value + by) * Math.expm1(step * (direction[name] ?? 0));
  });
  return [...variables, ...parameters];
}

function pathOf(here: Here, parameter: string, hold: Hold): Path | null {
  const direction = directionOf(parameter, hold, here.values);
  const moved = movementAlong(direction, here.model, here.optimum);
  if (!moved) return null;
  const size = Math.max(1, ...moved.map(Math.abs), ...Object.values(direction).map(Math.abs));
  const step = STEP / size;
  const at = (by: number): readonly number[] => pointAt(here, direction, moved, by);
  return { moved, size, step, up: at(step), down: at(-step), start: at(0) };
}

/** How a quantity moves along a path: the variables' own movements are known, the others are read. */
function responseAlong(
  { moved, size, step, up, down, start }: Path,
  quantity: Quantity,
  { names, of, revenue }: Readings,
): number {
  const own = moved[names.indexOf(quantity)];
  if (own !== undefined) return significant(own, SOLVED * size);
  const read = of[quantity];
  const unit = quantity === 'profit' ? revenue(start) : read(start);
  return significant((read(up) - read(down)) / (2 * step * unit), ROUNDING * size);
}

/** The optimum with its movements, or null where the firm does not sell. */
export function observe(model: Model, values: Values): Observation | null {
  const { model: movable, shifts } = movableOf(model);
  const shifted = { ...values };
  for (const { name, by } of shifts) shifted[name] = (values[name] ?? 0) + by;
  const optimum = optimise(movable, shifted);
  if (optimum.kind !== 'optimum') return null;
  const here: Here = { model, values, shifts, optimum };
  const readings = readingsOf(model);
  const paths = new Map<string, Path | null>();
  const response = (quantity: Quantity, parameter: string, hold: Hold): number | null => {
    const key = `${parameter}|${hold}`;
    const path = paths.has(key) ? (paths.get(key) ?? null) : pathOf(here, parameter, hold);
    paths.set(key, path);
    return path && responseAlong(path, quantity, readings);
  };
  return { values, optimum, response };
}
