/** What moves the optimum of a scenario: each input alone at its ends, and its share of the variance. */
import { type Static, Type } from '@sinclair/typebox';
import type { DotLook, Drawing, LineLook, Mark } from '../engines/plot.ts';
import { axisOf, INK, type Measure } from './axes.ts';
import { type Cell, grid, legendOf, notes, stack } from './layout.ts';
import { letterOf } from './letters.ts';

const closed = { additionalProperties: false } as const;
const interval = Type.Object({ value: Type.Number(), low: Type.Number(), high: Type.Number() }, closed);

const bar = Type.Object(
  {
    input: Type.String(),
    low: Type.Union([Type.Number(), Type.Null()], {
      description: 'against the middle, the input at its low end',
    }),
    high: Type.Union([Type.Number(), Type.Null()]),
    first: interval,
    total: interval,
  },
  closed,
);

export const sensitivityData = Type.Object(
  {
    figure: Type.Literal('sensitivity'),
    title: Type.String(),
    panels: Type.Array(
      Type.Object(
        {
          quantity: Type.String(),
          title: Type.String(),
          middle: Type.Number(),
          unit: Type.String(),
          bars: Type.Array(bar),
        },
        closed,
      ),
    ),
    draws: Type.Integer(),
    sources: Type.Array(Type.String()),
  },
  closed,
);
export type SensitivityFigure = Static<typeof sensitivityData>;
type Panel = SensitivityFigure['panels'][number];

const LOW: LineLook = { stroke: '#9c4300', width: 9 };
const HIGH: LineLook = { stroke: '#0072b2', width: 9 };
const RANGE: LineLook = { stroke: INK, width: 1 };
const TOTAL: DotLook = { symbol: 'circle', fill: INK, stroke: INK, size: 3.2 };
const FIRST: DotLook = { symbol: 'diamond', fill: 'white', stroke: '#b4005a', size: 3.6 };

const rowOf = (i: number, count: number): number => count - i - 0.5;

/** No numbers along the axis of inputs, whose names stand beside it. */
const inputs = (count: number) => ({ label: '', scale: 'linear', domain: [0, count], ticks: [] }) as const;

function tornado({ bars, title }: Panel): Cell {
  const ratios = bars.flatMap(({ low, high }) => [low, high]).filter((one) => one !== null);
  const [low, high] = [Math.min(0.5, ...ratios) / 1.2, Math.max(2, ...ratios) * 1.2];
  const x: Measure = {
    name: 'ratio',
    letter: 'against the middle',
    meaning: '',
    unit: '1',
    scale: 'log',
    low,
    high,
  };
  const ends = (i: number, { low: l, high: h }: (typeof bars)[number]): Mark[] =>
    (
      [
        [l, LOW],
        [h, HIGH],
      ] as const
    ).flatMap(([to, look]): Mark[] =>
      to === null
        ? []
        : [
            {
              kind: 'line',
              points: [
                [1, rowOf(i, bars.length)],
                [to, rowOf(i, bars.length)],
              ],
              look,
            },
          ],
    );
  const ticks = [0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20].filter((tick) => tick >= low && tick <= high);
  return {
    title,
    axes: { x: { ...axisOf(x, 4), ticks, numbered: ticks }, y: inputs(bars.length) },
    marks: [
      ...bars.flatMap((one, i) => ends(i, one)),
      {
        kind: 'line',
        points: [
          [1, 0],
          [1, bars.length],
        ],
        look: RANGE,
      },
      ...bars.map(
        ({ input }, i): Mark => ({
          kind: 'label',
          at: [low, rowOf(i, bars.length)],
          text: letterOf(input),
          anchor: 'end',
          size: 9.5,
          fill: INK,
          shift: [-4, 0],
        }),
      ),
    ],
  };
}

function shares({ bars }: Panel): Cell {
  const x: Measure = {
    name: 'share',
    letter: 'share of the variance',
    meaning: '',
    unit: '1',
    scale: 'linear',
    low: 0,
    high: 1,
  };
  return {
    title: '',
    axes: { x: axisOf(x, 5), y: inputs(bars.length) },
    marks: [
      ...bars.map(
        ({ total: { low, high } }, i): Mark => ({
          kind: 'line',
          points: [
            [Math.max(0, low), rowOf(i, bars.length)],
            [Math.min(1, high), rowOf(i, bars.length)],
          ],
          look: RANGE,
        }),
      ),
      {
        kind: 'dots',
        points: bars.map(({ total }, i) => [Math.min(1, total.value), rowOf(i, bars.length)] as const),
        look: TOTAL,
      },
      {
        kind: 'dots',
        points: bars.map(({ first }, i) => [Math.max(0, first.value), rowOf(i, bars.length)] as const),
        look: FIRST,
      },
    ],
  };
}

export function drawSensitivity(figure: SensitivityFigure): Drawing {
  const { title, panels, draws, sources } = figure;
  return stack({
    title,
    description: describe(figure),
    parts: [
      notes([
        `Left: the optimum with one input alone at the low or high end of its interval, against the optimum at the middles. Right: Sobol's indices of the logarithm, from two samples of ${draws} draws: the share of the variance that is left while that input alone is unknown (total), and that goes once it is known (first order).`,
      ]),
      legendOf([
        { line: LOW, text: 'input at its low end' },
        { line: HIGH, text: 'at its high end' },
        { dot: TOTAL, text: 'total, with 90 % interval' },
        { dot: FIRST, text: 'first order' },
      ]),
      grid(
        panels.flatMap((panel) => [tornado(panel), shares(panel)]),
        { columns: 2, height: 230 },
      ),
      notes([`Sources: ${sources.join('; ')}.`]),
    ],
    firm: {},
  });
}

const describe = ({ panels }: SensitivityFigure): string =>
  panels
    .map(({ title, bars }) => {
      const [most, next] = bars.toSorted((p, q) => q.total.value - p.total.value);
      return `${title}: ${most?.input ?? 'no input'} matters most (total share ${most?.total.value.toFixed(2) ?? ''}), then ${next?.input ?? 'none'} (${next?.total.value.toFixed(2) ?? ''}).`;
    })
    .join(' ');
