/**
 * Signs of responses over a plane of two parameters. At every point the referee finds the optimum; the boundary formula of
 * sign algebra is evaluated at it, and beside it stands the sign of the referee's own response.
 */

import { evaluatorOf } from '../../claims/statics-evaluate.ts';
import { liesAt } from '../../claims/statics-firms.ts';
import { lettersAt } from '../../claims/statics-letters.ts';
import { type Observation, observe } from '../../claims/statics-observe.ts';
import type { Cell, Table } from '../../derive/statics/table.ts';
import type { Measure } from '../../figures/axes.ts';
import type { Values } from '../expression.ts';
import { valueAt } from './regime-map.ts';

/** An optimum at which the table applies. */
export interface Spot {
  readonly seen: Observation;
  readonly letters: Values;
}

/** A plane through a firm. */
export interface Plane {
  readonly table: Table;
  readonly firm: Values;
  readonly x: Measure;
  readonly y: Measure;
}

/** The optimum at shares of the way along both axes; null where the firm stays out or the table does not apply. */
export type Field = (across: number, up: number) => Spot | null;

/** A field that asks the referee once for every point. */
export function fieldOf({ table, firm, x, y }: Plane): Field {
  const { setting } = table.problem.system;
  const { model } = setting;
  const at = lettersAt(table.problem);
  const known = new Map<string, Spot | null>();
  const look = (across: number, up: number): Spot | null => {
    const values = { ...firm, [x.name]: valueAt(x, across), [y.name]: valueAt(y, up) };
    const seen = observe(model, values);
    if (!seen || !liesAt(setting, seen)) return null;
    return { seen, letters: at(seen) };
  };
  return (across, up) => {
    const key = `${across},${up}`;
    const spot = known.has(key) ? (known.get(key) ?? null) : look(across, up);
    known.set(key, spot);
    return spot;
  };
}

/** The boundary formula at an optimum: positive where the response is. */
export function formulaAt({ surface }: Cell): (spot: Spot | null) => number {
  const value = surface ? evaluatorOf(surface.term) : null;
  return (spot) => (spot && value ? value(spot.letters) : Number.NaN);
}

type Point = readonly [number, number];

const HALVINGS = 5;

/** Where the formula changes sign between two points, in shares. */
function turn(value: (at: Point) => number, from: Point, to: Point): Point {
  let [low, high] = [from, to];
  const isUp = value(high) > 0;
  for (let i = 0; i < HALVINGS; i++) {
    const middle: Point = [(low[0] + high[0]) / 2, (low[1] + high[1]) / 2];
    if (value(middle) > 0 === isUp) high = middle;
    else low = middle;
  }
  return [(low[0] + high[0]) / 2, (low[1] + high[1]) / 2];
}

interface Piece {
  readonly from: string;
  readonly to: string;
}

/** Pieces that meet, one after another, as long as they go. */
function chained(pieces: readonly Piece[]): readonly (readonly string[])[] {
  const rest = new Set(pieces);
  const take = (end: string): string | null => {
    const next = [...rest].find(({ from, to }) => from === end || to === end);
    if (!next) return null;
    rest.delete(next);
    return next.from === end ? next.to : next.from;
  };
  const grow = (chain: string[]): string[] => {
    for (let end = take(chain.at(-1) ?? ''); end !== null; end = take(end)) chain.push(end);
    return chain;
  };
  const chains: string[][] = [];
  for (const first of pieces) {
    if (!rest.delete(first)) continue;
    const onwards = grow([first.from, first.to]);
    chains.push(grow(onwards.reverse()));
  }
  return chains;
}

/**
 * The curves on which the formula vanishes, as points in shares: squares of a grid whose corners disagree are crossed from
 * edge to edge (marching squares, Lorensen & Cline 1987), the place on each edge found by halving.
 */
export function curvesOn(
  value: (at: Point) => number,
  columns: number,
  rows: number,
): readonly (readonly Point[])[] {
  const corner = (i: number, j: number): Point => [i / (columns - 1), j / (rows - 1)];
  const crossings = new Map<string, Point>();
  const crossing = (p: readonly [number, number], q: readonly [number, number]): string | null => {
    const [from, to] = [corner(...p), corner(...q)];
    const [left, right] = [value(from), value(to)];
    if (Number.isNaN(left) || Number.isNaN(right) || left > 0 === right > 0) return null;
    const key = `${p.join()}|${q.join()}`;
    if (!crossings.has(key)) crossings.set(key, turn(value, from, to));
    return key;
  };
  const pieces: Piece[] = [];
  for (let j = 0; j < rows - 1; j++) {
    for (let i = 0; i < columns - 1; i++) {
      const edges = [
        crossing([i, j], [i + 1, j]),
        crossing([i, j], [i, j + 1]),
        crossing([i, j + 1], [i + 1, j + 1]),
        crossing([i + 1, j], [i + 1, j + 1]),
      ].filter((edge) => edge !== null);
      for (let k = 0; k + 1 < edges.length; k += 2)
        pieces.push({ from: edges[k] ?? '', to: edges[k + 1] ?? '' });
    }
  }
  return chained(pieces).map((chain) =>
    chain.map((key) => crossings.get(key)).filter((point) => point !== undefined),
  );
}
