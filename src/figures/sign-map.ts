/** Where responses of the optimum change sign: one panel a response, its boundary and the referee's signs on either side. */
import { type Static, type TSchema, Type } from '@sinclair/typebox';
import type { DotLook, Drawing, Mark, Pair } from '../engines/plot.ts';
import { axisOf, INK, type Measure, measure } from './axes.ts';
import { type Cell, grid, legendOf, notes, stack } from './layout.ts';
import { letterOf, starOf, valuesText } from './letters.ts';

const closed = { additionalProperties: false } as const;
const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const pair = Type.Tuple([Type.Number(), Type.Number()]);

const panel = Type.Object(
  {
    quantity: Type.String(),
    parameter: Type.String(),
    title: Type.String(),
    x: measure,
    y: measure,
    firm: Type.Record(Type.String(), Type.Number()),
    formula: Type.Object({ text: Type.String(), tex: Type.String() }, closed),
    curves: Type.Array(Type.Array(pair), {
      description: 'where the formula holds, evaluated at the optimum',
    }),
    optima: Type.Array(
      Type.Object(
        {
          x: Type.Number(),
          y: Type.Number(),
          sign: nullable(
            Type.Number({ description: "of the referee's response; null where there is no such optimum" }),
          ),
          formula: nullable(
            Type.Number({ description: 'on which side of the boundary the formula puts it' }),
          ),
        },
        closed,
      ),
    ),
    agreement: Type.Object({ compared: Type.Integer(), misplaced: Type.Integer() }, closed),
  },
  closed,
);

export const signMapData = Type.Object(
  {
    figure: Type.Literal('sign-map'),
    variant: Type.String(),
    hold: Type.Union([Type.Literal('b'), Type.Literal('rho')]),
    title: Type.String(),
    panels: Type.Array(panel),
  },
  closed,
);

export type SignMap = Static<typeof signMapData>;
export type SignPanel = Static<typeof panel>;

const RISES = '#005a8d';
const FALLS = '#9c4300';
const dot = (fill: string, stroke: string, symbol: DotLook['symbol'], size: number): DotLook => ({
  symbol,
  fill,
  stroke,
  size,
  opacity: 0.75,
});
const LOOKS = {
  rises: dot(RISES, RISES, 'circle', 2.2),
  falls: dot('none', FALLS, 'circle', 2.2),
  none: dot('none', '#999999', 'times', 1.8),
} as const;
const EDGE = { stroke: INK, width: 2 } as const;

const place = ({ scale, low, high }: Measure, value: number): number =>
  scale === 'log' ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);

/** The optimum of a sign that is farthest from all that are not of it, and from the edges. */
function middleOf({ optima, x, y }: SignPanel, sign: number): Pair | null {
  const at = (one: { x: number; y: number }): Pair => [place(x, one.x), place(y, one.y)];
  const others = optima.filter((one) => one.sign !== sign).map(at);
  const spots = optima
    .filter((one) => one.sign === sign)
    .map((one) => {
      const [p, q] = at(one);
      const edges = Math.min(p / 1.2, (1 - p) / 1.2, q, 1 - q) + 0.04;
      const room = Math.min(edges, ...others.map(([r, s]) => Math.hypot(p - r, q - s)));
      return { at: [one.x, one.y] as const, room };
    });
  const [first, ...rest] = spots;
  return first ? rest.reduce((most, one) => (one.room > most.room ? one : most), first).at : null;
}

function marksOf(one: SignPanel): readonly Mark[] {
  const dots = (sign: number | null, look: DotLook): Mark => ({
    kind: 'dots',
    points: one.optima.filter((optimum) => optimum.sign === sign).map(({ x, y }) => [x, y] as const),
    look,
  });
  const name = (sign: number, text: string, fill: string): Mark[] => {
    const at = middleOf(one, sign);
    return at ? [{ kind: 'label', at, text, anchor: 'middle', size: 12, fill, bold: true }] : [];
  };
  return [
    dots(null, LOOKS.none),
    dots(1, LOOKS.rises),
    dots(-1, LOOKS.falls),
    ...one.curves.map(
      (points): Mark => ({ kind: 'line', points: points.map(([x, y]) => [x, y] as const), look: EDGE }),
    ),
    ...name(1, 'rises', RISES),
    ...name(-1, 'falls', FALLS),
  ];
}

/** A formula with the letters of a figure. */
const formulaText = (text: string): string =>
  text
    .replace(/[A-Za-z_]+/g, (name) => (name.startsWith('ln_') ? `ln ${name.slice(3)}` : letterOf(name)))
    .replaceAll('*', ' ');

const key = (values: Readonly<Record<string, number>>): string => JSON.stringify(values);

/** The drawing of the maps. */
export function drawSignMap(map: SignMap): Drawing {
  const [first] = map.panels;
  const isAtlas = map.panels.length > 1;
  const isCommon = map.panels.every(({ firm }) => key(firm) === key(first?.firm ?? {}));
  const cells = map.panels.map((one): Cell => {
    const { compared, misplaced } = one.agreement;
    const own = isCommon
      ? []
      : [valuesText(one.firm)].filter((text) => text !== valuesText(first?.firm ?? {}));
    return {
      title: isAtlas ? one.title : '',
      axes: {
        x: axisOf({ ...one.x, meaning: isAtlas ? '' : one.x.meaning }, 5),
        y: axisOf({ ...one.y, meaning: isAtlas ? '' : one.y.meaning }, 6),
      },
      marks: marksOf(one),
      notes: [
        `${compared - misplaced} of ${compared} optima on the right side`,
        ...(one.curves.length === 0 ? ['it does not turn in this plane'] : []),
        ...own.flatMap(lines),
      ],
    };
  });
  const legend = legendOf([
    { line: EDGE, text: 'boundary by the formula' },
    { dot: LOOKS.rises, text: 'the referee sees it rise' },
    { dot: LOOKS.falls, text: 'fall' },
    { dot: LOOKS.none, text: 'no such optimum' },
  ]);
  const formula =
    !isAtlas && first
      ? [
          `It turns where ${formulaText(first.formula.text)}; v is the inference cost of one parameter more against its net gain, w the elasticity of the margin in model size.`,
        ]
      : [];
  return stack({
    title: map.title,
    description: describe(map),
    parts: [
      notes(formula),
      legend,
      grid(cells, isAtlas ? { columns: 3, height: 190, ownY: true } : { columns: 1, height: 340 }),
    ],
    firm: first?.firm ?? {},
  });
}

const LONGEST = 34;

/** Values in lines that fit below a small panel. */
function lines(text: string): readonly string[] {
  const all: string[] = [];
  for (const part of text.split(', ')) {
    const last = all.at(-1);
    if (last !== undefined && last.length + part.length + 2 <= LONGEST)
      all[all.length - 1] = `${last}, ${part}`;
    else all.push(part);
  }
  return all;
}

/** What the maps show, in words. */
export const signMapText = (map: SignMap): string =>
  `${map.title}\n\n${describe(map).replaceAll('. The ', '.\nThe ')}\n`;

const describe = ({ panels }: SignMap): string =>
  panels
    .map(({ quantity, parameter, formula, x, y, agreement: { compared, misplaced } }) => {
      const where = `over ${x.letter} and ${y.letter}`;
      return `The response of ${starOf(quantity)} to ${parameter} ${where} changes sign where ${formula.text}; the referee's sign is on the formula's side at ${compared - misplaced} of ${compared} optima.`;
    })
    .join(' ');
