/** How the optimum grows with one parameter: levels above, local slopes below, a column for each quantity. */
import { type Static, Type } from '@sinclair/typebox';
import type { DotLook, Drawing, LineLook, Mark, Pair } from '../engines/plot.ts';
import { axisOf, INK, type Measure, measure } from './axes.ts';
import { type Cell, grid, legendOf, notes, stack } from './layout.ts';
import { letterOf, numberText, starOf } from './letters.ts';
import { looksIn } from './regime-looks.ts';

const closed = { additionalProperties: false } as const;
const pairs = Type.Array(Type.Tuple([Type.Number(), Type.Number()]));

const law = Type.Object(
  {
    regime: Type.String(),
    from: Type.Number(),
    to: Type.Number(),
    exponent: Type.Object({ text: Type.String(), value: Type.Number(), hasLog: Type.Boolean() }, closed),
    points: pairs,
  },
  closed,
);

const quantity = Type.Object(
  {
    quantity: Type.String(),
    meaning: Type.String(),
    unit: Type.String(),
    optima: Type.Array(Type.Tuple([Type.Number(), Type.Number()]), { description: "the referee's optima" }),
    slopes: Type.Array(Type.Tuple([Type.Number(), Type.Number()]), { description: 'their elasticities' }),
    laws: Type.Array(law),
    bound: Type.Array(Type.Tuple([Type.Number(), Type.Number()]), {
      description: "the paper's upper bound with its best constant; none where none is derived",
    }),
  },
  closed,
);

export const growthData = Type.Object(
  {
    figure: Type.Literal('growth'),
    variant: Type.String(),
    title: Type.String(),
    x: measure,
    firm: Type.Record(Type.String(), Type.Number()),
    given: Type.Optional(Type.String({ description: "what these values are, where they are no firm's" })),
    windows: Type.Array(
      Type.Object(
        { regime: Type.String(), from: Type.Number(), to: Type.Number(), isOut: Type.Boolean() },
        closed,
      ),
    ),
    quantities: Type.Array(quantity),
  },
  closed,
);

export type Growth = Static<typeof growthData>;
export type GrowthQuantity = Static<typeof quantity>;

const LAW: LineLook = { stroke: INK, width: 2.2 };
const BEYOND: LineLook = { stroke: INK, width: 1, dash: '2 3' };
const BOUND: LineLook = { stroke: '#b4005a', width: 1.6, dash: '7 3' };
const OPTIMUM: DotLook = { symbol: 'circle', fill: 'white', stroke: '#005a8d', size: 2.4 };

/** The span of levels shown, in whole powers of ten, with room above for a bound that runs away. */
function spanOf({ optima }: GrowthQuantity): Pair {
  const levels = optima.map(([, value]) => Math.log10(value));
  const [low, high] = [Math.min(...levels), Math.max(...levels)];
  const room = Math.max(0.5, 0.15 * (high - low));
  return [Number(`1e${Math.floor(low - room / 2)}`), Number(`1e${Math.ceil(high + room)}`)];
}

/** Slopes shown, from all laws to most of the elasticities: those just above break-even run away. */
function slopeSpan({ slopes, laws }: GrowthQuantity): Pair {
  const sorted = slopes.map(([, value]) => value).sort((p, q) => p - q);
  const usual = sorted.slice(Math.floor(sorted.length * 0.03), Math.ceil(sorted.length * 0.93));
  const all = [...usual, ...laws.map(({ exponent }) => exponent.value), 0];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const room = 0.12 * (high - low || 1);
  return [low - room, high + room];
}

const inWindow = ({ from, to, points }: GrowthQuantity['laws'][number], isInside: boolean): readonly Pair[] =>
  points.map(([x, y]) => ((x >= from * 0.8 && x <= to * 1.25) === isInside ? [x, y] : [x, Number.NaN]));

const looksOf = ({ windows }: Growth): ReturnType<typeof looksIn> =>
  looksIn(windows.map(({ regime }) => regime));

const bandsOf = (growth: Growth, [low, high]: Pair): readonly Mark[] =>
  growth.windows.map(({ regime, from, to }) => ({
    kind: 'band',
    rows: [
      [low, from, to],
      [high, from, to],
    ],
    fill: looksOf(growth)(regime).tint,
  }));

/** A place in a stretch at which a rising quantity has risen, so that there is room below it. */
const late = (from: number, to: number, { scale }: Measure): number =>
  scale === 'log' ? from * (to / from) ** 0.75 : from + 0.75 * (to - from);

function namesOf(growth: Growth, [low, high]: Pair): readonly Mark[] {
  const { windows, x } = growth;
  const width = Math.log(x.high / x.low);
  return windows
    .filter(({ from, to }) => Math.log(to / from) > 0.06 * width)
    .map(({ regime, from, to, isOut }) => ({
      kind: 'label',
      at: [isOut ? Math.sqrt(from * to) : late(from, to, x), low * (high / low) ** 0.03],
      text: regime.replace('-dominated', ''),
      anchor: 'start',
      size: 10,
      fill: looksOf(growth)(regime).ink,
      bold: true,
      rotate: -90,
    }));
}

/** The optimum of one firm on the axis, marked where it lies. */
export type Here = Readonly<Record<'x' | 'n' | 'd' | 'C_train', number>>;

const HERE: DotLook = { symbol: 'star', fill: '#d55e00', stroke: INK, size: 6 };

function levelsOf(one: GrowthQuantity, growth: Growth, here: Here | null): Cell {
  const span = spanOf(one);
  const y: Measure = {
    name: one.quantity,
    letter: starOf(one.quantity),
    meaning: one.meaning,
    unit: one.unit,
    scale: 'log',
    low: span[0],
    high: span[1],
  };
  return {
    title: starOf(one.quantity),
    axes: { x: { ...axisOf(growth.x, 4), label: '' }, y: axisOf(y, 5) },
    marks: [
      ...bandsOf(growth, span),
      ...namesOf(growth, span),
      ...(one.bound.length > 0 ? [{ kind: 'line', points: one.bound, look: BOUND } as const] : []),
      ...one.laws.map((law): Mark => ({ kind: 'line', points: inWindow(law, false), look: BEYOND })),
      ...one.laws.map((law): Mark => ({ kind: 'line', points: inWindow(law, true), look: LAW })),
      { kind: 'dots', points: one.optima, look: OPTIMUM },
      ...(here ? [{ kind: 'dots', points: [[here.x, here[one.quantity as 'n']]], look: HERE } as const] : []),
    ],
  };
}

const exponentText = ({ value, hasLog }: GrowthQuantity['laws'][number]['exponent']): string =>
  `${value.toFixed(2).replace('-', '−')}${hasLog ? ' and a logarithm' : ''}`;

function slopesOf(one: GrowthQuantity, growth: Growth): Cell {
  const [low, high] = slopeSpan(one);
  const { x } = growth;
  const letter = `d ln ${starOf(one.quantity)} / d ln ${x.letter}`;
  const y: Measure = { name: 'slope', letter, meaning: '', unit: '1', scale: 'linear', low, high };
  return {
    title: '',
    axes: { x: axisOf(x, 4), y: axisOf(y, 5) },
    marks: [
      ...bandsOf(growth, [low, high]),
      ...one.laws.map(
        ({ from, to, exponent }): Mark => ({
          kind: 'line',
          points: [
            [Math.max(from, x.low), exponent.value],
            [Math.min(to, x.high), exponent.value],
          ],
          look: LAW,
        }),
      ),
      { kind: 'dots', points: one.slopes, look: OPTIMUM },
    ],
    notes: one.laws.map(({ regime, exponent }) => `${regime}: ${exponentText(exponent)}`),
  };
}

/** The drawing of growth; `here` marks one optimum more. */
export function drawGrowth(growth: Growth, here: Here | null = null): Drawing {
  const hasLaws = growth.quantities.some(({ laws }) => laws.length > 0);
  const hasBound = growth.quantities.some(({ bound }) => bound.length > 0);
  return stack({
    title: growth.title,
    description: describe(growth),
    parts: [
      notes([
        `Above: levels. Below: local elasticities and the exponents of the laws, to which they tend far inside a regime.`,
      ]),
      legendOf([
        { dot: OPTIMUM, text: 'optimum (numerical)' },
        ...(here ? [{ dot: HERE, text: 'the optimum here' }] : []),
        ...(hasLaws
          ? [
              { line: LAW, text: 'law, in its regime' },
              { line: BEYOND, text: 'the same law beyond' },
            ]
          : []),
        ...(hasBound ? [{ line: BOUND, text: "the paper's bound, its constant derived" }] : []),
      ]),
      grid(
        growth.quantities.map((one) => levelsOf(one, growth, here)),
        { columns: 3, height: 232, ownY: true, bottom: 20 },
      ),
      grid(
        growth.quantities.map((one) => slopesOf(one, growth)),
        { columns: 3, height: 190, ownY: true },
      ),
    ],
    firm: growth.firm,
    ...(growth.given === undefined ? {} : { given: growth.given }),
  });
}

const levelText = (value: number): string => numberText(Number(value.toPrecision(4)));

/** What is shown, in words. */
function describe({ windows, quantities, x }: Growth): string {
  const order = windows
    .map(({ regime, from, to }) => `${regime} from ${x.letter} = ${levelText(from)} to ${levelText(to)}`)
    .join(', ');
  const laws = quantities
    .map(({ quantity, laws: own }) => {
      const exponents = own
        .map(({ regime, exponent }) => `${exponentText(exponent)} where ${regime}`)
        .join(', ');
      return `${starOf(quantity)} grows with ${letterOf(x.name)} with exponent ${exponents}`;
    })
    .join('; ');
  return `Regimes: ${order}. ${laws}.`;
}
