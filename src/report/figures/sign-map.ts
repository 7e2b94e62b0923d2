/** Where responses of the optimum change sign, over two parameters: the boundary formula's curve, the referee's signs over it. */
import { confront, sightingsOf } from '../../claims/statics-check.ts';
import { relation } from '../../derive/relation.ts';
import { symbolsOfProblem } from '../../derive/statics/letters.ts';
import type { Hold } from '../../derive/statics/response.ts';
import { type Cell, type Table, tableOf } from '../../derive/statics/table.ts';
import type { Model } from '../../economics/model.ts';
import { letterOf, starOf } from '../../figures/letters.ts';
import type { SignMap, SignPanel } from '../../figures/sign-map.ts';
import { fail } from '../../kernel/issues.ts';
import { nearest } from '../../kernel/suggest.ts';
import { relationJson, type Values } from '../expression.ts';
import { lawsQuestion } from '../laws-input.ts';
import { type Asked, variantOf } from '../variant.ts';
import { DEFAULT_SEED } from '../version.ts';
import { firmOf, measureOf, type Window } from './firm.ts';
import { valueAt } from './regime-map.ts';
import { curvesOn, type Field, fieldOf, formulaAt, type Plane } from './sign-field.ts';

export interface SignMapOptions {
  /** Which response, as n/a; every one that changes sign where none is named. */
  readonly cell?: string;
  readonly hold?: Hold;
  /** Two parameters; where they are left out, the first of some planes in which the sign changes. */
  readonly plane?: readonly [PlaneAxis, PlaneAxis];
  readonly set?: Values;
}

interface PlaneAxis {
  readonly name: string;
  readonly window: Window | null;
}

const axis = (name: string, low: number, high: number): PlaneAxis => ({ name, window: { low, high } });

/** Planes tried in turn, where none is named. */
const PLANES: readonly (readonly [PlaneAxis, PlaneAxis])[] = [
  [axis('E', 1e13, 1e21), axis('gamma', -1, 1)],
  [axis('E', 1e13, 1e21), axis('alpha', 0.1, 0.9)],
  [axis('E', 1e13, 1e21), axis('beta', 0.1, 0.9)],
  [axis('a', 1e-5, 1), axis('b', 1e-5, 1)],
];

/** Corners of the squares in which a curve is sought, every second of which shows its optimum: for one response, and for many. */
const GRIDS = { one: { columns: 25, rows: 17 }, many: { columns: 19, rows: 13 } } as const;
const EVERY = 2;
/** Corners looked at to see whether a plane shows a change of sign. */
const GLANCE = { columns: 8, rows: 7 };

const refuse = (what: string, would: string): never => fail({ code: 'usage', what, would });

const cellName = ({ quantity, parameter }: Cell): string => `${quantity}/${parameter}`;

/** @throws OptimandError where there is no such response, or it has one sign. */
function cellsOf({ cells }: Table, asked: string | undefined, hold: Hold): readonly Cell[] {
  const changing = cells.filter(({ surface }) => surface !== null);
  if (asked === undefined) return changing;
  const named = cells.find((cell) => cellName(cell) === asked);
  const known = cells.map(cellName);
  if (!named) {
    const guess = nearest(asked, known);
    const would = guess
      ? `did you mean "${guess}"?`
      : `write quantity/parameter, as in ${changing[0] ? cellName(changing[0]) : 'n/a'}`;
    return refuse(`"${asked.slice(0, 40).replace(/[^\x20-\x7e]/g, '?')}" is no response`, would);
  }
  if (named.surface) return [named];
  const others = changing.map(cellName).join(', ');
  return refuse(
    `The response ${asked} has one sign everywhere while ${hold} is held, so that there is no change to draw`,
    others === '' ? 'ask for --hold rho' : `those that change sign are ${others}`,
  );
}

const shares = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i / (count - 1));

/** Whether the formula has both signs in a plane, seen from few points. */
function changes(field: Field, cell: Cell): boolean {
  const value = formulaAt(cell);
  const seen = shares(GLANCE.columns).flatMap((across) =>
    shares(GLANCE.rows).map((up) => value(field(across, up))),
  );
  return seen.some((sign) => sign > 0) && seen.some((sign) => sign < 0);
}

/** A firm with few digits. */
const rounded = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Number(value.toPrecision(3))]));

interface Fields {
  readonly plane: Plane;
  readonly field: Field;
}

/** The same two parameters, with windows around a firm. */
function aroundOf(axes: readonly [PlaneAxis, PlaneAxis], firm: Values): readonly [PlaneAxis, PlaneAxis] {
  const around = ({ name, window }: PlaneAxis): PlaneAxis => {
    const middle = firm[name] ?? 1;
    if (name === 'gamma') return axis(name, Math.max(-1, middle - 2), middle + 2);
    return window && window.low > 0.01 && window.high < 1
      ? { name, window }
      : axis(name, middle / 1e4, middle * 1e4);
  };
  return [around(axes[0]), around(axes[1])];
}

/** The plane that is named, or the first in which the response changes sign: through the round firm, else through one that the referee saw. */
class Planes {
  private readonly made = new Map<string, Fields>();
  private readonly table: Table;
  private readonly model: Model;
  private readonly set: Values;
  constructor(table: Table, model: Model, set: Values) {
    this.table = table;
    this.model = model;
    this.set = set;
  }
  through(firm: Values, [x, y]: readonly [PlaneAxis, PlaneAxis]): Fields {
    const { [x.name]: _, [y.name]: __, ...own } = firm;
    const key = JSON.stringify([own, x, y]);
    const known = this.made.get(key);
    if (known) return known;
    const plane: Plane = {
      table: this.table,
      firm: own,
      x: measureOf(this.model, x.name, x.window, firm),
      y: measureOf(this.model, y.name, y.window, firm),
    };
    const made = { plane, field: fieldOf(plane) };
    this.made.set(key, made);
    return made;
  }
  private round(names: readonly string[]): Values {
    return {
      ...firmOf(this.model, this.set, names),
      ...(names.includes('gamma') || this.set.gamma !== undefined ? {} : GAMMA),
    };
  }
  private known(axes: readonly [PlaneAxis, PlaneAxis]): boolean {
    return axes.every(
      ({ name }) => this.set[name] === undefined && this.model.parameters.some((one) => one.name === name),
    );
  }
  find(cell: Cell, named: SignMapOptions['plane']): Fields {
    if (named) return this.through(this.round(named.map(({ name }) => name)), named);
    const tried = PLANES.filter((axes) => this.known(axes));
    for (const axes of tried) {
      const fields = this.through(this.round(axes.map(({ name }) => name)), axes);
      if (changes(fields.field, cell)) return fields;
    }
    const [first] = tried;
    return first
      ? this.elsewhere(cell, first)
      : refuse('No plane is left to draw', 'leave E or gamma out of --set, or add --plane');
  }
  /** Through a firm at which the rarer sign was seen. */
  private elsewhere(cell: Cell, axes: readonly [PlaneAxis, PlaneAxis]): Fields {
    const sightings = sightingsOf(this.table, { seed: DEFAULT_SEED, draws: 60 });
    const { positive, negative, witnesses } = confront(cell, this.table, sightings);
    const rare = (positive < negative ? witnesses.positive : witnesses.negative)?.params;
    const fallback = (): Fields => this.through(this.round(axes.map(({ name }) => name)), axes);
    if (!rare) return fallback();
    const around = PLANES.filter((one) => this.known(one)).map((one) =>
      this.through(rounded(rare), aroundOf(one, rare)),
    );
    return around.find(({ field }) => changes(field, cell)) ?? around[0] ?? fallback();
  }
}

interface Corners {
  readonly columns: number;
  readonly rows: number;
}

/** Where gamma is no axis and is not set. */
const GAMMA: Values = { gamma: 0.5 };

const seven = (value: number): number => Number(value.toPrecision(7));

function panelOf(cell: Cell, { plane, field }: Fields, { columns, rows }: Corners): SignPanel {
  const { table, x, y, firm } = plane;
  const value = formulaAt(cell);
  const place = ([across, up]: readonly [number, number]): [number, number] => [
    seven(valueAt(x, across)),
    seven(valueAt(y, up)),
  ];
  const curves = curvesOn(([across, up]) => value(field(across, up)), columns, rows);
  const optima = shares(rows).flatMap((up, j) =>
    shares(columns).flatMap((across, i): SignPanel['optima'] => {
      if (i % EVERY !== 0 || j % EVERY !== 0) return [];
      const [at, to] = place([across, up]);
      const spot = field(across, up);
      if (!spot) return [{ x: at, y: to, sign: null, formula: null }];
      const response = spot.seen.response(cell.quantity, cell.parameter, cell.hold);
      return [
        {
          x: at,
          y: to,
          sign: response === null ? null : Math.sign(response),
          formula: Math.sign(value(spot)),
        },
      ];
    }),
  );
  const compared = optima.filter(({ sign }) => sign !== null && sign !== 0);
  const { surface } = cell;
  const setting = { symbols: symbolsOfProblem(table.problem), values: {} };
  const formula =
    surface &&
    relationJson(
      surface.root ? relation(surface.root.name, '=', surface.root.value) : relation(surface.term, '=', 0),
      setting,
    );
  return {
    quantity: cell.quantity,
    parameter: cell.parameter,
    title: `${starOf(cell.quantity)} to ${letterOf(cell.parameter)}`,
    x,
    y,
    firm: { ...firm },
    formula: { text: formula?.text ?? '', tex: formula?.tex ?? '' },
    curves: curves.map((curve) => curve.map(place)),
    optima,
    agreement: {
      compared: compared.length,
      misplaced: compared.filter(({ sign, formula: own }) => sign !== own).length,
    },
  };
}

/**
 * Where responses of a variant's optimum change sign.
 * @throws OptimandError for a question that has no answer, in one sentence.
 */
export function signMap(variant: Asked, options: SignMapOptions = {}): SignMap {
  const { hold = 'b', cell, set = {}, plane } = options;
  const model = variantOf(variant);
  lawsQuestion(model, 'E', 'b', set);
  if (plane && plane[0].name === plane[1].name) {
    refuse(
      `A plane needs two parameters, and both are ${plane[0].name}`,
      'name two different ones, as in --plane E,gamma',
    );
  }
  const table = tableOf(model, hold);
  const cells = cellsOf(table, cell, hold);
  const corners = cells.length === 1 ? GRIDS.one : GRIDS.many;
  const planes = new Planes(table, model, set);
  const panels = cells.map((one) => panelOf(one, planes.find(one, plane), corners));
  const held = hold === 'b' ? 'b held fixed' : 'ρ held fixed';
  const what =
    cell === undefined
      ? 'Responses that change sign'
      : `Where the response of ${starOf(cells[0]?.quantity ?? 'n')} to ${letterOf(cells[0]?.parameter ?? '')} changes sign`;
  return { figure: 'sign-map', variant: model.id, hold, title: `${what} (${model.title}, ${held})`, panels };
}
