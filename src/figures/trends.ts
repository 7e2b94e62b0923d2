/** Growth permitted against growth observed: one panel a scenario and reading, over gamma. */
import { type Static, Type } from '@sinclair/typebox';
import type { DotLook, Drawing, LineLook, Mark } from '../engines/plot.ts';
import { axisOf, INK, type Measure } from './axes.ts';
import { type Cell, grid, legendOf, notes, stack } from './layout.ts';

const closed = { additionalProperties: false } as const;
const pair = Type.Tuple([Type.Number(), Type.Number()]);

const KINDS = ['bound', 'inference-dominated', 'training-dominated', 'data-bound', 'local'] as const;

const panel = Type.Object(
  {
    title: Type.String(),
    unit: Type.String(),
    observed: Type.Object({ value: Type.Number(), low: Type.Number(), high: Type.Number() }, closed),
    gamma: Type.Number({ description: "the scenario's own" }),
    local: Type.Union([Type.Number(), Type.Null()]),
    theorem2: Type.Union([Type.Number(), Type.Null()], { description: "theorem 2's bound, at gamma = 0" }),
    curves: Type.Array(
      Type.Object(
        {
          of: Type.Union(KINDS.map((kind) => Type.Literal(kind))),
          points: Type.Array(pair, { description: 'gamma, and growth per year as a factor' }),
        },
        closed,
      ),
    ),
  },
  closed,
);

export const trendsData = Type.Object(
  {
    figure: Type.Literal('trends'),
    title: Type.String(),
    panels: Type.Array(panel),
    sources: Type.Array(Type.String()),
  },
  closed,
);
export type TrendsFigure = Static<typeof trendsData>;
type Panel = Static<typeof panel>;
type Kind = (typeof KINDS)[number];

const LOOKS: Readonly<Record<Kind, LineLook>> = {
  bound: { stroke: '#b4005a', width: 1.6, dash: '2 3' },
  'inference-dominated': { stroke: '#0072b2', width: 2 },
  'training-dominated': { stroke: '#9c4300', width: 2, dash: '8 3' },
  'data-bound': { stroke: '#00664c', width: 2 },
  local: { stroke: INK, width: 1.2, dash: '1 2' },
};
const NAMES: Readonly<Record<Kind, string>> = {
  bound: "theorem 1's or 3's bound",
  'inference-dominated': 'law while inference dominates',
  'training-dominated': 'law while training dominates',
  'data-bound': 'law where data bind',
  local: 'local, by the referee',
};
const BAND = '#f0d060';
const OWN: DotLook = { symbol: 'circle', fill: 'white', stroke: INK, size: 4 };

const THEOREM_2: DotLook = { symbol: 'diamond', fill: '#b4005a', stroke: '#b4005a', size: 3.5 };

const X: Measure = {
  name: 'gamma',
  letter: 'γ',
  meaning: '',
  unit: '1',
  scale: 'linear',
  low: -1,
  high: 1,
};

/** Growth from a third to thirty times a year: what lies beyond is cut off. */
const SPAN = [0.3, 30] as const;

function cellOf({ title, unit, observed, gamma, local, theorem2, curves }: Panel): Cell {
  const y: Measure = {
    name: 'growth',
    letter: `× per year, ${unit}`,
    meaning: '',
    unit: '1',
    scale: 'log',
    low: SPAN[0],
    high: SPAN[1],
  };
  const axis = axisOf(y);
  const ticks = [0.3, 1, 3, 10, 30];
  const middle: Mark = {
    kind: 'line',
    points: [
      [X.low, observed.value],
      [X.high, observed.value],
    ],
    look: { stroke: '#8a6d00', width: 1 },
  };
  return {
    title,
    axes: { x: axisOf(X, 5), y: { ...axis, ticks, numbered: ticks } },
    marks: [
      {
        kind: 'band',
        rows: [
          [observed.low, X.low, X.high],
          [observed.high, X.low, X.high],
        ],
        fill: BAND,
      },
      middle,
      ...curves.map(({ of, points }): Mark => ({ kind: 'line', points, look: LOOKS[of] })),
      ...(theorem2 === null ? [] : [{ kind: 'dots', points: [[0, theorem2]], look: THEOREM_2 } as const]),
      ...(local === null ? [] : [{ kind: 'dots', points: [[gamma, local]], look: OWN } as const]),
    ],
  };
}

export function drawTrends(figure: TrendsFigure): Drawing {
  const { title, panels, sources } = figure;
  const shown = KINDS.filter((kind) => panels.some(({ curves }) => curves.some(({ of }) => of === kind)));
  return stack({
    title,
    description: describe(figure),
    parts: [
      notes([
        'Growth per year that the theory permits as a curve over γ; what is observed as a band (its interval) with a line (its middle). A curve below the band does not permit what is observed.',
      ]),
      legendOf([
        ...shown.map((kind) => ({ line: LOOKS[kind], text: NAMES[kind] })),
        ...(panels.some(({ theorem2 }) => theorem2 !== null)
          ? [{ dot: THEOREM_2, text: "theorem 2's bound, at γ = 0" }]
          : []),
        { line: { stroke: BAND, width: 8 }, text: 'observed' },
        { dot: OWN, text: "the scenario's own point, locally" },
      ]),
      grid(panels.map(cellOf), { columns: panels.length > 4 ? 3 : 2, height: 230 }),
      notes(sources),
    ],
    firm: {},
  });
}

const describe = ({ panels }: TrendsFigure): string =>
  panels
    .map(
      ({ title, unit, observed, local }) =>
        `${title}: observed growth ${observed.value} a year (${observed.low} to ${observed.high}) in ${unit}; the scenario's own point permits ${local === null ? 'nothing, as the firm stays out' : local.toPrecision(3)}.`,
    )
    .join(' ');
