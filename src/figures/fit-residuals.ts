/** What a fit leaves: the residual of every run against the loss fitted, tokens per parameter, and repeats of the data. */
import { type Static, Type } from '@sinclair/typebox';
import type { DotLook, Drawing, LineLook, Mark } from '../engines/plot.ts';
import { axisOf, INK, type Measure } from './axes.ts';
import { type Cell, grid, legendOf, notes, stack } from './layout.ts';

const closed = { additionalProperties: false } as const;

const point = Type.Object(
  {
    fitted: Type.Number({ description: 'loss by the fit' }),
    perParameter: Type.Number({ description: 'tokens per parameter' }),
    epochs: Type.Number({ description: 'tokens per unique token' }),
    residual: Type.Number({ description: 'ln of the loss fitted less ln of the loss observed' }),
  },
  closed,
);

export const fitResidualsData = Type.Object(
  {
    figure: Type.Literal('fit-residuals'),
    title: Type.String(),
    statement: Type.String(),
    delta: Type.Number({ description: 'residual beyond which the loss that is made least is linear' }),
    points: Type.Array(point),
    sources: Type.Array(Type.String()),
  },
  closed,
);
export type FitResidualsFigure = Static<typeof fitResidualsData>;
type Point = Static<typeof point>;

const ONCE: DotLook = { symbol: 'circle', fill: '#0072b2', stroke: '#0072b2', size: 2.6, opacity: 0.75 };
const REPEATED: DotLook = { symbol: 'triangle', fill: 'white', stroke: '#9c4300', size: 2.8 };
const ZERO: LineLook = { stroke: INK, width: 1 };

/** Room beyond the outermost points, as a share of the span. */
const ROOM = 0.06;

const spanOf = (values: readonly number[]): readonly [number, number] => [
  Math.min(...values),
  Math.max(...values),
];

function measureOf(letter: string, scale: Measure['scale'], values: readonly number[]): Measure {
  const [low, high] = spanOf(values);
  const room = scale === 'log' ? (high / low) ** ROOM : (high - low) * ROOM;
  const ends = scale === 'log' ? [low / room, high * room] : [low - room, high + room];
  const [from = low, to = high] = low === high ? [low / 2, high * 2] : ends;
  return { name: letter, letter, meaning: '', unit: '1', scale, low: from, high: to };
}

const isRepeated = ({ epochs }: Point): boolean => epochs > 1;

interface Across {
  readonly letter: string;
  readonly scale: Measure['scale'];
  readonly of: (point: Point) => number;
}

const ACROSS: readonly Across[] = [
  { letter: 'loss by the fit (nats per token)', scale: 'linear', of: ({ fitted }) => fitted },
  { letter: 'tokens per parameter', scale: 'log', of: ({ perParameter }) => perParameter },
];
const EPOCHS: Across = {
  letter: 'times that data are passed over',
  scale: 'log',
  of: ({ epochs }) => epochs,
};

function cellOf({ points }: FitResidualsFigure, { letter, scale, of }: Across): Cell {
  const x = measureOf(letter, scale, points.map(of));
  const most = (1 + ROOM) * Math.max(...points.map(({ residual }) => Math.abs(residual)));
  const y: Measure = { ...measureOf('residual in ln L', 'linear', [-most, most]), low: -most, high: most };
  const level = (at: number, look: LineLook): Mark => ({
    kind: 'line',
    points: [
      [x.low, at],
      [x.high, at],
    ],
    look,
  });
  const dots = (kept: readonly Point[], look: DotLook): Mark => ({
    kind: 'dots',
    points: kept.map((one) => [of(one), one.residual] as const),
    look,
  });
  return {
    title: '',
    axes: { x: axisOf(x, 5), y: axisOf(y, 5) },
    marks: [
      level(0, ZERO),
      dots(points.filter(isRepeated), REPEATED),
      dots(
        points.filter((one) => !isRepeated(one)),
        ONCE,
      ),
    ],
  };
}

export function drawFitResiduals(figure: FitResidualsFigure): Drawing {
  const { title, statement, delta, points, sources } = figure;
  const repeats = points.some(isRepeated);
  return stack({
    title,
    description: describe(figure),
    parts: [
      notes([
        `${statement}. Each mark is a run: ln of the loss fitted less ln of the loss observed, so that 0.01 is 1 % too high. A run pulls no harder beyond ±${delta}, so that the fit follows the many. A good law leaves no slope or bend.`,
      ]),
      legendOf([
        { dot: ONCE, text: repeats ? 'run that sees its data once' : 'run' },
        ...(repeats ? [{ dot: REPEATED, text: 'run that repeats its data' }] : []),
      ]),
      grid(
        [...ACROSS, ...(repeats ? [EPOCHS] : [])].map((across) => cellOf(figure, across)),
        { columns: repeats ? 3 : 2, height: 250 },
      ),
      notes(sources),
    ],
    firm: {},
  });
}

function describe({ points, statement }: FitResidualsFigure): string {
  const sizes = points.map(({ residual }) => Math.abs(residual)).sort((x, y) => x - y);
  const median = sizes[Math.floor(sizes.length / 2)] ?? 0;
  return `Residuals of ${points.length} runs under ${statement}: the middle one is ${median.toPrecision(2)} in size, the largest ${(sizes.at(-1) ?? 0).toPrecision(2)}.`;
}
