/** The objective around the optimum: what is lost where one thing is not chosen at its best, and the others are. */
import { type Static, Type } from '@sinclair/typebox';
import type { Drawing, LineLook, Mark, Pair } from '../engines/plot.ts';
import { axisOf, INK, type Measure, unitText } from './axes.ts';
import { type Cell, grid, notes, stack } from './layout.ts';
import { letterOf, numberText, starOf } from './letters.ts';

const closed = { additionalProperties: false } as const;

const panel = Type.Object(
  {
    variable: Type.String(),
    meaning: Type.String(),
    unit: Type.String(),
    best: Type.Number({ description: "the referee's optimum" }),
    points: Type.Array(Type.Tuple([Type.Number(), Type.Number()]), {
      description:
        'the variable relative to its best, and the objective there; none where nothing is possible',
    }),
  },
  closed,
);

export const aroundData = Type.Object(
  {
    figure: Type.Literal('around'),
    variant: Type.String(),
    title: Type.String(),
    objective: Type.String(),
    best: Type.Number({ description: 'the objective at the optimum' }),
    relation: Type.Union([Type.Literal('share'), Type.Literal('times'), Type.Literal('difference')], {
      description:
        'how the objective stands to its best: as a share of a maximum, as a multiple of a minimum, or less its best',
    }),
    firm: Type.Record(Type.String(), Type.Number()),
    given: Type.String({ description: 'what these values are' }),
    panels: Type.Array(panel),
  },
  closed,
);

export type Around = Static<typeof aroundData>;
type Panel = Around['panels'][number];

const CURVE: LineLook = { stroke: '#005a8d', width: 2.2 };
const LEVEL: LineLook = { stroke: '#777777', width: 1 };
/** A minimum that is this many times exceeded is off the page. */
const MOST_TIMES = 100;

/** The name in small print under the axis, with the number that a relative size of 1 stands for. */
const bestText = ({ variable, best, unit }: Panel): string => {
  const own = unitText(unit);
  return `best ${letterOf(variable)}: ${numberText(Number(best.toPrecision(4)))}${own ? ` ${own}` : ''}`;
};

const measureOf = ({ variable }: Panel): Measure => ({
  name: variable,
  letter: `${letterOf(variable)} / its best`,
  meaning: '',
  unit: '1',
  scale: 'log',
  low: 0.02,
  high: 50,
});

const WORDS: Readonly<Record<Around['relation'], (name: string) => string>> = {
  share: (name) => `${name} / best ${name}`,
  times: (name) => `${name} / least ${name}`,
  difference: (name) => `${name} − best ${name}`,
};

function heightOf({ relation, panels, objective }: Around): Measure {
  const levels = panels.flatMap(({ points }) => points.map(([, level]) => level));
  const [low, high] = [Math.min(...levels), Math.max(...levels)];
  const shared = { name: objective, letter: WORDS[relation](objective), meaning: '', unit: '1' };
  if (relation === 'share') return { ...shared, scale: 'linear', low: 0, high: 1.05 };
  if (relation === 'difference')
    return { ...shared, scale: 'linear', low: low === high ? low - 1 : low, high: 0.05 * (high - low) };
  return { ...shared, scale: 'log', low: 0.95, high: Math.min(MOST_TIMES, Math.max(1.5, 1.1 * high)) };
}

function cellOf(one: Panel, y: Measure, best: number): Cell {
  const x = measureOf(one);
  const isShown = ([, level]: readonly [number, number]): boolean => level >= y.low && level <= y.high;
  return {
    title: `${starOf(one.variable)}${one.meaning ? `: ${one.meaning}` : ''}`,
    axes: { x: axisOf(x, 5), y: axisOf(y, 5) },
    marks: [
      {
        kind: 'line',
        points: [
          [x.low, best],
          [x.high, best],
        ],
        look: LEVEL,
      },
      {
        kind: 'line',
        points: one.points.map((at): Pair => (isShown(at) ? [at[0], at[1]] : [at[0], Number.NaN])),
        look: CURVE,
      },
      {
        kind: 'dots',
        points: [[1, best]],
        look: { symbol: 'circle', fill: 'white', stroke: INK, size: 3.2 },
      } satisfies Mark,
    ],
    notes: [bestText(one)],
  };
}

/** The drawing of the objective around its optimum, a panel for each thing that is chosen. */
export function drawAround(figure: Around): Drawing {
  const y = heightOf(figure);
  const best = figure.relation === 'difference' ? 0 : 1;
  return stack({
    title: figure.title,
    description: describe(figure),
    parts: [
      notes([
        `Each curve: the ${figure.objective} where one choice is held at a multiple of its best and the others are at their best for it. The circle is the optimum that a numerical optimiser finds; there is no curve where nothing is possible or the axis ends.`,
      ]),
      grid(
        figure.panels.map((one) => cellOf(one, y, best)),
        { columns: 3, height: 240 },
      ),
    ],
    firm: figure.firm,
    given: figure.given,
  });
}

/** How near a point must be, in the logarithm, to stand for a size. */
const NEAR = 0.1;

/** What is shown, in words. */
const describe = ({ objective, relation, panels }: Around): string =>
  panels
    .map(({ variable, points }) => {
      const at = (size: number): string => {
        const near = points.find(([x]) => Math.abs(Math.log(x / size)) < NEAR);
        return near ? numberText(Number(near[1].toPrecision(3))) : 'nothing';
      };
      return `${WORDS[relation](objective)} at about a tenth of the best ${letterOf(variable)}: ${at(0.1)}; at about ten times: ${at(10)}.`;
    })
    .join(' ');
