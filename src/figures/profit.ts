/** Profit around the optimum: how narrow the profitable window is just above break-even, and how flat the top far above it. */
import { type Static, Type } from '@sinclair/typebox';
import type { Drawing, LineLook, Mark, Pair } from '../engines/plot.ts';
import { axisOf, INK, type Measure } from './axes.ts';
import { type Cell, grid, legendOf, notes, stack } from './layout.ts';

const closed = { additionalProperties: false } as const;
const pair = Type.Tuple([Type.Number(), Type.Number()]);

const curve = Type.Object(
  {
    E: Type.Number(),
    multiple: Type.Number({ description: 'of break-even' }),
    n: Type.Number({ description: "size of the referee's optimum" }),
    profit: Type.Number({ description: 'profit at it' }),
    window: Type.Tuple([Type.Number(), Type.Number()], {
      description: 'relative sizes between which there is a profit, as far as the curve goes',
    }),
    points: Type.Array(pair, {
      description: 'size relative to the best, and profit relative to the best; -1 where nothing sells',
    }),
  },
  closed,
);

const panel = Type.Object(
  {
    title: Type.String(),
    set: Type.Record(Type.String(), Type.Number()),
    breakEven: Type.Number({ description: 'in E' }),
    curves: Type.Array(curve),
  },
  closed,
);

export const profitData = Type.Object(
  {
    figure: Type.Literal('profit'),
    variant: Type.String(),
    title: Type.String(),
    firm: Type.Record(Type.String(), Type.Number()),
    panels: Type.Array(panel),
  },
  closed,
);

export type ProfitFigure = Static<typeof profitData>;
export type ProfitPanel = Static<typeof panel>;
export type ProfitCurve = Static<typeof curve>;

/** From light and dotted, near break-even, to dark and solid, far above it. */
const LOOKS: readonly LineLook[] = [
  { stroke: '#d55e00', width: 2, dash: '2 2' },
  { stroke: '#b4005a', width: 2, dash: '6 3' },
  { stroke: '#0072b2', width: 2, dash: '10 3 2 3' },
  { stroke: '#00664c', width: 2 },
  { stroke: INK, width: 2.6 },
];

const lookOf = (i: number): LineLook => LOOKS[i % LOOKS.length] ?? { stroke: INK, width: 2 };

const X: Measure = {
  name: 'size',
  letter: 'n / n*',
  meaning: 'size against the best',
  unit: '1',
  scale: 'log',
  low: 0.01,
  high: 100,
};
const Y: Measure = {
  name: 'profit',
  letter: 'profit / best profit',
  meaning: '',
  unit: '1',
  scale: 'linear',
  low: -0.5,
  high: 1.05,
};

const times = (value: number): string =>
  value >= 100 ? value.toFixed(0) : Number(value.toPrecision(3)).toString();

/** The profitable window of a curve in words; open where the curve ends before profit does. */
const windowText = ({ multiple, window: [low, high], points }: ProfitCurve): string => {
  const [first, last] = [points[0]?.[0] ?? 0, points.at(-1)?.[0] ?? 0];
  const from = low <= first ? `under ${times(low)}` : times(low);
  const to = high >= last ? `over ${times(high)}` : times(high);
  return `${multiple}×: profit from ${from} to ${to}`;
};

function cellOf({ title, curves }: ProfitPanel): Cell {
  const best: Mark = {
    kind: 'dots',
    points: [[1, 1]],
    look: { symbol: 'circle', fill: 'white', stroke: INK, size: 3.2 },
  };
  const zero: Mark = {
    kind: 'line',
    points: [
      [X.low, 0],
      [X.high, 0],
    ],
    look: { stroke: '#777777', width: 1 },
  };
  const lines = curves.map(
    ({ points }, i): Mark => ({
      kind: 'line',
      points: points.map(([size, share]): Pair => [size, share <= -1 ? Number.NaN : share]),
      look: lookOf(i),
    }),
  );
  return {
    title,
    axes: { x: axisOf(X, 5), y: axisOf(Y, 5) },
    marks: [zero, ...lines, best],
    notes: curves.map(windowText),
  };
}

/** The drawing of profit around the optimum. */
export function drawProfit(figure: ProfitFigure): Drawing {
  const [first] = figure.panels;
  return stack({
    title: figure.title,
    description: describe(figure),
    parts: [
      notes([
        'Each curve: profit of a model of another size than the best, data and sales at their best for it. The circle is the optimum that a numerical optimiser finds. Near break-even only sizes close to the best bring any profit.',
      ]),
      legendOf(
        (first?.curves ?? []).map(({ multiple }, i) => ({
          line: lookOf(i),
          text: `E at ${multiple} times break-even`,
        })),
      ),
      grid(figure.panels.map(cellOf), { columns: 3, height: 270 }),
    ],
    firm: figure.firm,
  });
}

/** What is shown, in words. */
const describe = ({ panels }: ProfitFigure): string =>
  panels
    .map(
      ({ title, curves }) =>
        `${title === '' ? 'Profit' : title}: relative sizes that bring a profit, by E as a multiple of break-even: ${curves.map(windowText).join('; ')}.`,
    )
    .join(' ');
