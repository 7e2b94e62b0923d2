/**
 * The map of regimes over two parameters. Along lines of x the laws give the windows of the regimes in closed form; lines are
 * put closer where two neighbours differ, so that curves end where they meet. The referee's optima are placed over it on a
 * grid of their own, each with the regime that its own marginal costs tell.
 */

import type { LawCase } from '../../asymptotics/law.ts';
import { exponentOf } from '../../asymptotics/scale.ts';
import type { Model } from '../../economics/model.ts';
import type { Measure } from '../../figures/axes.ts';
import { valuesText } from '../../figures/letters.ts';
import type { MapBoundary, MapPanel, RegimeMap } from '../../figures/regime-map.ts';
import { double } from '../../kernel/arithmetic/double.ts';
import { evaluate } from '../../kernel/compile.ts';
import { fail } from '../../kernel/issues.ts';
import { ratioTerm } from '../../kernel/normal/to-term.ts';
import { printText } from '../../kernel/print-text.ts';
import type { Term } from '../../kernel/term.ts';
import { optimise } from '../../numerics/optimise.ts';
import { expressionJson, type Values } from '../expression.ts';
import { lawsOnce } from '../laws.ts';
import { lawsQuestion } from '../laws-input.ts';
import { breakEvenIn } from '../laws-place.ts';
import { type LawSetting, lawSetting } from '../laws-setting.ts';
import { numberText } from '../numbers.ts';
import { readable } from '../readable.ts';
import { regimeOf } from '../regime.ts';
import { type Asked, variantOf } from '../variant.ts';
import { declaredIn, firmOf, measureOf, panelsOf, type Window } from './firm.ts';
import { type Line, lineAt, type Referee, regimeOn, STAY_OUT, type Stretch, type Sweep } from './map-line.ts';

export interface RegimeMapOptions {
  readonly x: string;
  readonly y: string;
  readonly xWindow?: Window;
  readonly yWindow?: Window;
  readonly set?: Values;
  /** Lines along x, and optima along x and along y; fewer are quicker. */
  readonly fineness?: Fineness;
}

interface Fineness {
  readonly lines: number;
  readonly optima: readonly [number, number];
}

const FINE: Fineness = { lines: 31, optima: [14, 10] };
/** Neighbours that differ are parted until they are this share of the map's height apart. */
const FINEST = 1 / 250;

const refuse = (what: string, would: string): never => fail({ code: 'usage', what, would });

/** The value at a share of the way along an axis. */
export const valueAt = ({ scale, low, high }: Measure, share: number): number => {
  if (scale === 'linear') return low + share * (high - low);
  return share === 0 ? low : share === 1 ? high : low * (high / low) ** share;
};

const names = ({ stretches }: Line): string => stretches.map(({ regime }) => regime).join();

/** Lines between two neighbours that differ, closer and closer to where they begin to. */
function between(sweep: Sweep, y: Measure, low: [number, Line], high: [number, Line]): readonly Line[] {
  if (names(low[1]) === names(high[1]) || high[0] - low[0] < FINEST) return [];
  const share = (low[0] + high[0]) / 2;
  const line = lineAt(sweep, valueAt(y, share));
  if (!line) return [];
  return [...between(sweep, y, low, [share, line]), line, ...between(sweep, y, [share, line], high)];
}

function linesOf(sweep: Sweep, y: Measure, count: number): readonly Line[] {
  const even = Array.from({ length: count }, (_, i): [number, Line] | null => {
    const share = i / (count - 1);
    const line = lineAt(sweep, valueAt(y, share));
    return line && [share, line];
  }).filter((one) => one !== null);
  return even.flatMap((one, i) => {
    const next = even[i + 1];
    return next ? [one[1], ...between(sweep, y, one, next)] : [one[1]];
  });
}

/** Areas of the regimes, each as rows without a gap. */
function windowsOf(lines: readonly Line[]): MapPanel['windows'] {
  const windows: MapPanel['windows'] = [];
  const open = new Map<string, MapPanel['windows'][number]>();
  for (const { y, stretches } of lines) {
    for (const name of [...open.keys()])
      if (!stretches.some(({ regime }) => regime === name)) open.delete(name);
    for (const { regime, from, to } of stretches) {
      const known = open.get(regime);
      if (known) known.rows.push([y, from, to]);
      else {
        const made: MapPanel['windows'][number] = { regime, rows: [[y, from, to]] };
        windows.push(made);
        open.set(regime, made);
      }
    }
  }
  return windows.filter(({ rows }) => rows.length > 1);
}

interface Crossing {
  readonly y: number;
  readonly pair: readonly [string, string];
  readonly at: number;
  readonly end: Term | null;
  readonly own: LawCase;
}

/** Where one regime gives way to the next along a line. Ends that fall short of one another leave a gap, which has two sides. */
function crossingsOf({ y, own, stretches }: Line): readonly Crossing[] {
  return stretches.flatMap((one: Stretch, i): Crossing[] => {
    const next = stretches[i + 1];
    return next ? [{ y, own, pair: [one.regime, next.regime], at: one.to, end: one.end }] : [];
  });
}

interface Letters {
  /** With what the formulas of a case are printed. */
  readonly settingOf: (own: LawCase) => LawSetting;
  readonly x: Measure;
  readonly y: Measure;
  readonly values: Values;
}

/** The formula of a boundary, and how it runs, where it has a closed form. */
function formulaOf(
  { settingOf, y, values }: Letters,
  { end, own, y: at }: Crossing,
): Pick<MapBoundary, 'formula' | 'power'> {
  if (!end) return { formula: null, power: null };
  const setting = settingOf(own);
  const { text, tex } = expressionJson(readable(end, setting.context), setting);
  const exponent = y.scale === 'log' ? exponentOf(end, y.name, setting.context) : null;
  const power = exponent && ratioTerm(exponent);
  return {
    formula: { text, tex },
    power: power && { text: printText(power), value: evaluate(power, { ...values, [y.name]: at }, double) },
  };
}

/** Curves between regimes that follow one another along x. */
function curvesOf(lines: readonly Line[], letters: Letters): readonly MapBoundary[] {
  const groups = new Map<string, Crossing[]>();
  for (const crossing of lines.flatMap(crossingsOf)) {
    const key = [...crossing.pair, crossing.end ? printText(crossing.end) : ''].join('|');
    groups.set(key, [...(groups.get(key) ?? []), crossing]);
  }
  return [...groups.values()].flatMap((group): MapBoundary[] => {
    const [first] = group;
    if (!first) return [];
    const { pair, end } = first;
    const points = group.map(({ at, y }): [number, number] => [at, y]);
    return [{ between: [...pair], by: end ? 'law' : 'referee', ...formulaOf(letters, first), points }];
  });
}

/** Overlaps of one line's stretches with another's below this share of the width are the slant of a curve. */
const SLANT = 0.02;

/** Level parts of boundaries: where two lines as close as can be are in different regimes over a length of x. */
function levelsOf(lines: readonly Line[], x: Measure): readonly MapBoundary[] {
  const width = Math.log(x.high / x.low);
  return lines.slice(1).flatMap((above, i): MapBoundary[] => {
    const below = lines[i];
    if (!below || names(below) === names(above)) return [];
    return below.stretches.flatMap((low) =>
      above.stretches.flatMap((high): MapBoundary[] => {
        const [from, to] = [Math.max(low.from, high.from), Math.min(low.to, high.to)];
        if (low.regime === high.regime || !(Math.log(to / from) > SLANT * width)) return [];
        const y = Math.sqrt(above.y * below.y) || (above.y + below.y) / 2;
        const by = [low.regime, high.regime].includes(STAY_OUT) ? 'referee' : 'law';
        return [
          {
            between: [low.regime, high.regime],
            by,
            formula: null,
            power: null,
            points: [
              [from, y],
              [to, y],
            ],
          },
        ];
      }),
    );
  });
}

interface Seen {
  readonly x: number;
  readonly y: number;
  readonly regime: string;
  readonly law: string | null;
  /** The factor in x to the nearest boundary along the line. */
  readonly distance: number;
}

/** What the referee of firms says of a firm. */
export const refereeOf = (model: Model): Referee => ({
  sells: (values) => optimise(model, values, { elasticities: false }).kind !== 'stay-out',
  breakEven: (values, name) => breakEvenIn(model, values, name),
  regime: (values) => {
    const found = optimise(model, values, { elasticities: false });
    switch (found.kind) {
      case 'optimum':
        return regimeOf(model, values, found);
      case 'unsolved':
        return null;
      default:
        return found.kind;
    }
  },
});

function optimaOf(sweep: Sweep, x: Measure, y: Measure, [across, up]: Fineness['optima']): readonly Seen[] {
  const shares = (count: number): number[] => Array.from({ length: count }, (_, i) => (i + 0.5) / count);
  return shares(up).flatMap((row) => {
    const line = lineAt(sweep, valueAt(y, row));
    if (!line) return [];
    return shares(across).flatMap((column): Seen[] => {
      const at = valueAt(x, column);
      const regime = sweep.referee.regime({ ...sweep.values, [x.name]: at, [y.name]: line.y });
      const ends = line.stretches
        .flatMap(({ from, to }) => [from, to])
        .filter((end) => end > x.low && end < x.high);
      const distance = Math.min(Number.POSITIVE_INFINITY, ...ends.map((end) => Math.max(end / at, at / end)));
      return regime === null ? [] : [{ x: at, y: line.y, regime, law: regimeOn(line, at), distance }];
    });
  });
}

/** Up to the tenth, so that what is printed is true. */
const tenthUp = (value: number): number => Math.ceil(value * 10 + 1e-9) / 10;

function agreementOf(seen: readonly Seen[]): MapPanel['agreement'] {
  const claimed = seen.filter(({ law }) => law !== null);
  const astray = claimed.filter(({ law, regime }) => law !== regime);
  const factor = tenthUp(Math.max(1, ...astray.map(({ distance }) => distance)));
  return {
    compared: claimed.length,
    agreeing: claimed.length - astray.length,
    factor: Number.isFinite(factor) ? factor : Number.MAX_VALUE,
    beyond: claimed.filter(({ distance }) => distance > factor).length,
    unclaimed: seen.length - claimed.length,
  };
}

const rounded = (value: number): number => Number(value.toPrecision(7));

/** One panel: the lines of the laws, the curves between their regimes, and the referee's optima over them. */
export function panelOf(
  sweep: Sweep,
  [x, y]: readonly [Measure, Measure],
  shown: Values,
  settingOf: Letters['settingOf'],
  fine: Fineness = FINE,
): MapPanel {
  const lines = linesOf(sweep, y, fine.lines);
  const seen = optimaOf(sweep, x, y, fine.optima);
  const letters: Letters = { settingOf, x, y, values: sweep.values };
  const boundaries = [...curvesOf(lines, letters), ...levelsOf(lines, x)];
  return {
    title: valuesText(shown),
    set: { ...shown },
    windows: windowsOf(lines).map(({ regime, rows }) => ({
      regime,
      rows: rows.map(([at, from, to]): [number, number, number] => [rounded(at), rounded(from), rounded(to)]),
    })),
    boundaries: boundaries.map((one) => ({
      ...one,
      points: one.points.map(([p, q]): [number, number] => [rounded(p), rounded(q)]),
    })),
    optima: seen.map((one) => ({ x: rounded(one.x), y: rounded(one.y), regime: one.regime, law: one.law })),
    agreement: agreementOf(seen),
    undecided: [...new Set(lines.flatMap(({ own }) => own.undecided))],
  };
}

/** @throws OptimandError where the two are not parameters over which a map can be drawn. */
function checkAxes(model: Model, { x, y }: RegimeMapOptions): void {
  if (x === y) {
    refuse(`A map needs two parameters, and both are ${x}`, 'name two different ones, as in --map E,delta');
  }
  const [across, up] = [x, y].map((name) => declaredIn(model, name));
  const whole = [across, up].find((declared) => declared?.domain.integer);
  if (whole) {
    refuse(
      `${whole.name} is a whole number, and a map is over what grows continuously`,
      `give ${whole.name} a value with --set`,
    );
  }
  if (across?.role === 'shape') {
    refuse(
      `${x} stands in exponents, and the first parameter of a map is one that grows`,
      up?.role === 'shape' ? `write --map E,${x}` : `write --map ${y},${x}`,
    );
  }
}

/** The map of a variant's regimes. @throws OptimandError for a question that has no answer, in one sentence. */
export function regimeMap(variant: Asked, options: RegimeMapOptions): RegimeMap {
  const model = variantOf(variant);
  checkAxes(model, options);
  const { set = {}, fineness = FINE } = options;
  const axes = [options.x, options.y];
  const firm = firmOf(model, set, axes);
  const [x, y] = [
    measureOf(model, options.x, options.xWindow ?? null, firm),
    measureOf(model, options.y, options.yWindow ?? null, firm),
  ];
  const panels = panelsOf(model, set, axes).map((shown) => {
    const values = { ...firm, ...shown };
    lawsQuestion(model, x.name, 'b', { ...values, [y.name]: valueAt(y, 0.5) });
    const laws = lawsOnce({ model, growing: x.name, values }, 'b');
    const settingOf = (own: LawCase) => lawSetting(lawsQuestion(model, x.name, 'b', {}), own);
    const sweep = { referee: refereeOf(model), laws, x, y: y.name, values };
    return panelOf(sweep, [x, y], shown, settingOf, fineness);
  });
  const isBare = panels.every(({ windows }) => windows.every(({ regime }) => regime === STAY_OUT));
  if (isBare && panels.some(({ optima }) => optima.some(({ regime }) => regime !== STAY_OUT))) {
    refuse(
      `The laws of ${model.id} name no regime on this map, where the firm does sell`,
      `see optimand laws ${model.id} --in ${x.name} for what is undecided`,
    );
  }
  if (isBare) {
    refuse(
      'The firm stays out everywhere on this map',
      `set other values, or widen the map, as in --map ${x.name}=${numberText(x.low)}:${numberText(x.high * 1e4)},${y.name}`,
    );
  }
  return { figure: 'regime-map', variant: model.id, title: titleOf(x, y, model), x, y, firm, panels };
}

const titleOf = (x: Measure, y: Measure, { title }: Model): string =>
  `${title}: regimes in ${x.letter} and ${y.letter}`;
