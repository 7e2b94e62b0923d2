/** The gamma that a record of spending reveals: growth of spend over gamma, permitted and observed; and when data bind. */
import { type Static, Type } from '@sinclair/typebox';
import type { Axis, DotLook, Drawing, LineLook, Mark } from '../engines/plot.ts';
import { axisOf, INK, type Measure } from './axes.ts';
import { type Cell, grid, legendOf, notes, stack } from './layout.ts';

const closed = { additionalProperties: false } as const;
const interval = { value: Type.Number(), low: Type.Number(), high: Type.Number() };
const orNull = Type.Union([Type.Number(), Type.Null()]);
const found = { value: orNull, low: orNull, high: orNull };

const panel = Type.Object(
  {
    title: Type.String(),
    permitted: Type.Array(Type.Object({ gamma: Type.Number(), ...interval }, closed)),
    gamma: Type.Object(found, closed),
    admissible: Type.Number(),
    tooFast: Type.Number(),
    tooSlow: Type.Number(),
  },
  closed,
);
const path = Type.Object(
  { name: Type.String(), year: Type.Object(found, closed), never: Type.Number() },
  closed,
);

export const revealedData = Type.Object(
  {
    figure: Type.Literal('revealed'),
    title: Type.String(),
    observed: Type.Object(interval, closed),
    panels: Type.Array(panel),
    paths: Type.Array(path),
    sources: Type.Array(Type.String()),
  },
  closed,
);
export type RevealedFigure = Static<typeof revealedData>;
type Panel = RevealedFigure['panels'][number];

const MIDDLE: LineLook = { stroke: '#0072b2', width: 2 };
const ENDS: LineLook = { stroke: '#0072b2', width: 1, dash: '3 3' };
const BAND = '#f0d060';
const OBSERVED: LineLook = { stroke: '#8a6d00', width: 1 };
const FOUND: DotLook = { symbol: 'diamond', fill: '#b4005a', stroke: '#b4005a', size: 4 };
const RANGE: LineLook = { stroke: '#b4005a', width: 3 };

const X: Measure = { name: 'gamma', letter: 'γ', meaning: '', unit: '1', scale: 'linear', low: -1, high: 2 };
const SPAN = [0.3, 30] as const;
const TICKS = [0.3, 1, 3, 10, 30];

const line = (points: readonly (readonly [number, number])[], look: LineLook): Mark => ({
  kind: 'line',
  points,
  look,
});
const percent = (share: number): string => `${Math.round(100 * share)} %`;

function cellOf(
  { title, permitted, gamma, admissible, tooFast, tooSlow }: Panel,
  figure: RevealedFigure,
): Cell {
  const { observed } = figure;
  const y: Measure = {
    name: 'growth',
    letter: 'spend, × per year',
    meaning: '',
    unit: '1',
    scale: 'log',
    low: SPAN[0],
    high: SPAN[1],
  };
  const { value, low, high } = gamma;
  const at = observed.value;
  return {
    title,
    axes: { x: axisOf(X, 4), y: { ...axisOf(y), ticks: TICKS, numbered: TICKS } },
    marks: [
      {
        kind: 'band',
        rows: [
          [observed.low, X.low, X.high],
          [observed.high, X.low, X.high],
        ],
        fill: BAND,
      },
      line(
        [
          [X.low, at],
          [X.high, at],
        ],
        OBSERVED,
      ),
      ...(['low', 'high'] as const).map((end) =>
        line(
          permitted.map((one) => [one.gamma, one[end]] as const),
          ENDS,
        ),
      ),
      line(
        permitted.map((one) => [one.gamma, one.value] as const),
        MIDDLE,
      ),
      ...(value === null || admissible <= MOST
        ? []
        : [
            line(
              [
                [low ?? X.low, at],
                [high ?? X.high, at],
              ],
              RANGE,
            ),
            { kind: 'dots', points: [[value, at]], look: FOUND } as const,
          ]),
    ],
    notes: [
      admissible === 0 ? 'no γ' : `γ in ${percent(admissible)} of the draws`,
      `too fast for γ = −1: ${percent(tooFast)}${tooSlow > 0 ? `; too slow: ${percent(tooSlow)}` : ''}`,
    ],
  };
}

/** A γ is marked where more than this share of the draws has one. */
const MOST = 0.5;

/** The last year drawn: what lies beyond is cut off, and the note says so. */
const LAST = 2100;

function bindCell({ paths }: RevealedFigure): Cell {
  const first = Math.floor(Math.min(...paths.flatMap(({ year }) => [year.low ?? LAST]))) - 1;
  const rows: Axis = { label: '', scale: 'linear', domain: [0, paths.length], ticks: [] };
  const ticks = [2030, 2040, 2050, 2060, 2080, 2100].filter((year) => year > first);
  const rowAt = (i: number): number => paths.length - i - 0.5;
  return {
    title: 'year in which the stock of text is used up',
    axes: { x: { label: 'year', scale: 'linear', domain: [first, LAST], ticks }, y: rows },
    marks: paths.flatMap(({ name, year, never }, i): Mark[] => [
      line(
        [
          [year.low ?? LAST, rowAt(i) - 0.15],
          [year.high ?? LAST, rowAt(i) - 0.15],
        ],
        RANGE,
      ),
      ...(year.value === null
        ? []
        : [{ kind: 'dots', points: [[year.value, rowAt(i) - 0.15]], look: FOUND } as const]),
      {
        kind: 'label',
        at: [LAST, rowAt(i) + 0.2],
        text: `${name}${never >= 0.005 ? `; never in ${percent(never)}` : ''}`,
        anchor: 'end',
        size: 10.5,
        fill: INK,
        shift: [-6, 0],
      },
    ]),
  };
}

export function drawRevealed(figure: RevealedFigure): Drawing {
  const { title, panels, sources, observed, paths } = figure;
  return stack({
    title,
    description: describe(figure),
    parts: [
      notes([
        `Growth of training spend that a law permits falls with γ; the record's growth, ${observed.value.toPrecision(3)} times a year (90 %: ${observed.low.toPrecision(3)} to ${observed.high.toPrecision(3)}), is the band. Where they meet is the γ under which that growth would be optimal, marked where most draws have one.`,
      ]),
      legendOf([
        { line: MIDDLE, text: 'permitted, middle of the draws' },
        { line: ENDS, text: '90 % of the draws' },
        { line: { stroke: BAND, width: 8 }, text: 'observed' },
        { line: RANGE, text: '90 %, cut off at the edge' },
        { dot: FOUND, text: 'revealed, middle of the draws' },
      ]),
      grid(
        panels.map((one) => cellOf(one, figure)),
        { columns: 3, height: 200 },
      ),
      ...(paths.length > 0 ? [grid([bindCell(figure)], { columns: 1, height: 60 + 40 * paths.length })] : []),
      notes(sources),
    ],
    firm: {},
  });
}

const describe = ({ panels, paths }: RevealedFigure): string =>
  [
    ...panels.map(
      ({ title, gamma, tooFast }) =>
        `${title}: ${gamma.value === null ? 'no gamma in the middle of the draws' : `gamma ${gamma.value.toFixed(2)}`}; spend grows too fast for any in ${percent(tooFast)} of the draws.`,
    ),
    ...paths.map(({ name, year }) => `${name}: data bind in ${year.value?.toFixed(0) ?? 'no year'}.`),
  ].join(' ');
