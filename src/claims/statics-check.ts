/**
 * The table of responses held against the referee: a sign that is shown must be the referee's at every optimum, a surface
 * must part the referee's signs, and a cell is said to change sign only where the referee has optima of both.
 */
import { measuredAt, valueAt } from '../derive/statics/points.ts';
import type { KnownSign } from '../derive/statics/proof.ts';
import type { Cell, Table } from '../derive/statics/table.ts';
import type { Values } from '../economics/parameters.ts';
import type { Fact } from '../kernel/facts.ts';
import { evaluatorOf } from './statics-evaluate.ts';
import { firmsOf, liesAt, type SightingOptions } from './statics-firms.ts';
import { lettersAt } from './statics-letters.ts';
import { type Observation, observe } from './statics-observe.ts';
import { propose } from './statics-propose.ts';

/** An optimum with the letters of the problem at it. */
export interface Sighting {
  readonly seen: Observation;
  readonly letters: Values;
}

/** Optima of a pool at which the table applies. */
export interface Sightings {
  readonly seed: number;
  readonly draws: number;
  readonly list: readonly Sighting[];
}

/** Draws of the realistic box, and the referee's optima among them at which the table applies. */
export function sightingsOf({ problem }: Pick<Table, 'problem'>, options: SightingOptions): Sightings {
  const at = lettersAt(problem);
  const seen = firmsOf(problem.system.setting, options);
  return {
    seed: options.seed,
    draws: options.draws,
    list: seen.map((one) => ({ seen: one, letters: at(one) })),
  };
}

/** Values at which the referee sees a sign. */
export interface Witness {
  readonly params: Values;
  readonly response: number;
}

export interface Confrontation {
  readonly seed: number;
  readonly draws: number;
  /** Optima compared, and the signs that the referee saw at them. */
  readonly optima: number;
  readonly positive: number;
  readonly negative: number;
  readonly level: number;
  /** Optima at which a shown sign, in the cell or in one of its cases, is not the referee's. */
  readonly against: number;
  /** Optima at which the surface puts the response on the other side than the referee. */
  readonly misplaced: number;
  /** Whether a sign was found only where the engine proposed parameters, beyond the box. */
  readonly beyondBox: boolean;
  readonly witnesses: { readonly positive: Witness | null; readonly negative: Witness | null };
}

const NUMBER: Readonly<Record<KnownSign, -1 | 0 | 1>> = { '+': 1, '-': -1, '0': 0 };

const HOLDS: Readonly<Record<Fact['is'], (value: number) => boolean>> = {
  positive: (value) => value > 0,
  negative: (value) => value < 0,
  'non-negative': (value) => value >= 0,
  'non-positive': (value) => value <= 0,
  'non-zero': (value) => value !== 0,
  zero: (value) => value === 0,
};

const holdsAt = ({ term, is }: Fact, letters: Values): boolean => HOLDS[is](evaluatorOf(term)(letters));

/** The signs that the table claims at a point: that of its case, and the one for all parameters where its conditions hold. */
function claimsAt({ cases, whole }: Cell, letters: Values): readonly (-1 | 0 | 1)[] {
  const here = cases.find(({ when }) => when === null || holdsAt(when, letters));
  return [here?.proof, whole].flatMap((proof) =>
    proof?.conditions.every((condition) => holdsAt(condition, letters)) ? [NUMBER[proof.sign]] : [],
  );
}

interface Seen {
  readonly sighting: Sighting;
  readonly response: number;
  readonly sign: -1 | 0 | 1;
}

/** Shape parameters nearer to zero than this, and not zero, make poor examples. */
const PLAIN = 0.01;

/** The witness is the clearest of the sightings with that sign, plain shapes before tiny ones. */
function witnessFor(seen: readonly Seen[], sign: 1 | -1): Witness | null {
  const [first, ...rest] = seen.filter((one) => one.sign === sign);
  if (!first) return null;
  const isTiny = ({ sighting }: Seen): boolean => {
    const { gamma = 0 } = sighting.seen.values;
    return gamma !== 0 && Math.abs(gamma) < PLAIN;
  };
  const clearness = (one: Seen): number =>
    -Math.abs(Math.log(Math.abs(one.response))) - (isTiny(one) ? 1e3 : 0);
  const best = rest.reduce((most, one) => (clearness(one) > clearness(most) ? one : most), first);
  return { params: best.sighting.seen.values, response: best.response };
}

function seenIn(list: readonly Sighting[], { quantity, parameter, hold }: Cell): readonly Seen[] {
  return list.flatMap((sighting): Seen[] => {
    const response = sighting.seen.response(quantity, parameter, hold);
    return response === null || !Number.isFinite(response)
      ? []
      : [{ sighting, response, sign: response > 0 ? 1 : response < 0 ? -1 : 0 }];
  });
}

/** A response this small against its largest summand is on the surface, as far as rounding can tell. */
const NEAR = 1e-7;

/** A cell held against optima; where they show one sign only and none is proved, against ones that the engine proposes. */
export function confront(cell: Cell, { problem }: Table, { seed, draws, list }: Sightings): Confrontation {
  const pool = seenIn(list, cell);
  const missing = ([1, -1] as const).filter((sign) => cell.surface && !pool.some((one) => one.sign === sign));
  const proposed = missing.flatMap((sign) => seenIn(proposals(cell, problem, sign), cell));
  const all = [...pool, ...proposed];
  const isMisplaced = ({ sign, sighting: { letters } }: Seen): boolean => {
    if (sign === 0) return false;
    const { value, size } = measuredAt(cell.response.numerator, letters);
    return Math.abs(value) > NEAR * size && Math.sign(value) !== sign;
  };
  // A response that is level as far as the referee can tell contradicts no sign.
  const isAgainst = ({ sign, sighting: { letters } }: Seen): boolean =>
    sign !== 0 && claimsAt(cell, letters).some((claim) => claim !== sign);
  const count = (sign: number): number => all.filter((one) => one.sign === sign).length;
  return {
    seed,
    draws,
    optima: all.length,
    positive: count(1),
    negative: count(-1),
    level: count(0),
    against: all.filter(isAgainst).length,
    misplaced: all.filter(isMisplaced).length,
    beyondBox: missing.some((sign) => proposed.some((one) => one.sign === sign)),
    witnesses: { positive: witnessFor(all, 1), negative: witnessFor(all, -1) },
  };
}

/** Optima at parameters for which the engine expects that sign; the referee decides whether it has it. */
function proposals(cell: Cell, problem: Table['problem'], sign: 1 | -1): readonly Sighting[] {
  const { setting } = problem.system;
  const at = lettersAt(problem);
  const wanted = (letters: Values): boolean => Math.sign(valueAt(cell.response.numerator, letters)) === sign;
  return propose(problem, wanted).flatMap((values): Sighting[] => {
    const seen = observe(setting.model, values);
    return seen && liesAt(setting, seen) ? [{ seen, letters: at(seen) }] : [];
  });
}

/** The verdict on a cell: what is shown and uncontradicted, or seen to change, or neither. */
export function verdictOn(cell: Cell, found: Confrontation): KnownSign | 'changes' | 'undecided' {
  if (found.against > 0 || found.misplaced > 0) return 'undecided';
  if (cell.shown !== null && cell.shown !== 'changes') return found.optima > 0 ? cell.shown : 'undecided';
  return found.positive > 0 && found.negative > 0 ? 'changes' : 'undecided';
}
