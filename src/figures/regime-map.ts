/** Which regime a firm is in, over two parameters: the curves that part the regimes, and the referee's optima over them. */
import { type Static, type TSchema, Type } from '@sinclair/typebox';
import type { Drawing, Mark, Pair } from '../engines/plot.ts';
import { axisOf, INK, type Measure, measure } from './axes.ts';
import { type Cell, grid, legendOf, notes, stack } from './layout.ts';
import { inOrder, looksIn } from './regime-looks.ts';

const closed = { additionalProperties: false } as const;
const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const pair = Type.Tuple([Type.Number(), Type.Number()]);

const boundary = Type.Object(
  {
    between: Type.Tuple([Type.String(), Type.String()], {
      description: 'the regime on the side of small x (or small y, where the curve is level), and the other',
    }),
    by: Type.Union([Type.Literal('law'), Type.Literal('referee')], {
      description: 'law: a closed form, evaluated; referee: found numerically, where there is none',
    }),
    formula: nullable(Type.Object({ text: Type.String(), tex: Type.String() }, closed)),
    power: nullable(
      Type.Object({ text: Type.String(), value: Type.Number() }, { ...closed, description: 'x ∝ y^power' }),
    ),
    points: Type.Array(pair),
  },
  closed,
);

const window = Type.Object(
  {
    regime: Type.String(),
    rows: Type.Array(Type.Tuple([Type.Number(), Type.Number(), Type.Number()]), {
      description: 'y, and x from and to, cut to the map',
    }),
  },
  closed,
);

const optimum = Type.Object(
  {
    x: Type.Number(),
    y: Type.Number(),
    regime: Type.String({ description: "by the referee's optimum" }),
    law: nullable(Type.String({ description: 'by the laws' })),
  },
  closed,
);

const agreement = Type.Object(
  {
    compared: Type.Integer({ description: 'optima at which a law names a regime' }),
    agreeing: Type.Integer(),
    factor: Type.Number({
      description: 'optima farther than this factor in x from every boundary agree, all of them',
    }),
    beyond: Type.Integer({ description: 'how many these are' }),
    unclaimed: Type.Integer({ description: 'optima at which no law names a regime' }),
  },
  closed,
);

const panel = Type.Object(
  {
    title: Type.String(),
    set: Type.Record(Type.String(), Type.Number()),
    windows: Type.Array(window),
    boundaries: Type.Array(boundary),
    optima: Type.Array(optimum),
    agreement,
    undecided: Type.Array(Type.String()),
  },
  closed,
);

export const regimeMapData = Type.Object(
  {
    figure: Type.Literal('regime-map'),
    variant: Type.String(),
    title: Type.String(),
    x: measure,
    y: measure,
    firm: Type.Record(Type.String(), Type.Number(), { description: 'what all panels have in common' }),
    given: Type.Optional(Type.String({ description: "what these values are, where they are no firm's" })),
    panels: Type.Array(panel),
  },
  closed,
);

export type RegimeMap = Static<typeof regimeMapData>;
export type MapPanel = Static<typeof panel>;
export type MapBoundary = Static<typeof boundary>;

const along = ({ scale, low, high }: Measure, share: number): number =>
  scale === 'log' ? low * (high / low) ** share : low + share * (high - low);
const place = ({ scale, low, high }: Measure, value: number): number =>
  scale === 'log' ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);

/** A spot for a name, in shares of the panel, with the room there as a share of what the name needs. */
interface Spot {
  readonly across: number;
  readonly up: number;
  readonly room: number;
  readonly isUpright: boolean;
}

/** What a name needs to either side, in shares of a panel of a row of three: in two lines across, or in one upwards. */
const needsOf = (regime: string, isUpright: boolean): { readonly across: number; readonly up: number } => {
  const longest = Math.max(...regime.split('-').map((part) => part.length));
  return isUpright ? { across: 0.045, up: 0.015 * regime.length } : { across: 0.019 * longest, up: 0.07 };
};

/** Half the height of a name in two lines, as a share of the panel. */
const HALF_NAME = 0.06;

function spotsOf({ regime, rows }: MapPanel['windows'][number], x: Measure, y: Measure): readonly Spot[] {
  const placed = rows.map(([at, from, to]) => [place(y, at), place(x, from), place(x, to)] as const);
  return placed.flatMap(([up, from, to]) =>
    [0.3, 0.4, 0.5, 0.6, 0.7].flatMap((share) => {
      const across = from + share * (to - from);
      const levels = placed
        .filter(([, left, right]) => left <= across && across <= right)
        .map(([own]) => own);
      const height = Math.min(Math.max(...levels) - up, up - Math.min(...levels));
      const near = placed.filter(([own]) => Math.abs(own - up) <= HALF_NAME);
      const width = Math.min(...near.flatMap(([, left, right]) => [across - left, right - across]));
      return [false, true].map((isUpright): Spot => {
        const needs = needsOf(regime, isUpright);
        const room = Math.min(width / needs.across, height / needs.up);
        return { across, up, room, isUpright };
      });
    }),
  );
}

/** Room that is more than enough for a name across. */
const AMPLE = 1.05;

/** Where a name fits best: upright only where there is little room across. */
function nameAt(one: MapPanel['windows'][number], x: Measure, y: Measure): Spot | null {
  const best = (spots: readonly Spot[]): Spot | null =>
    spots.reduce<Spot | null>((most, spot) => (most && spot.room <= most.room + 1e-9 ? most : spot), null);
  const all = spotsOf(one, x, y);
  const across = best(all.filter(({ isUpright }) => !isUpright));
  return across && across.room >= AMPLE ? across : best(all);
}

type LookOf = ReturnType<typeof looksIn>;

const bandOf = ({ regime, rows }: MapPanel['windows'][number], lookOf: LookOf): Mark => ({
  kind: 'band',
  rows: rows.map(([at, from, to]) => [at, from, to] as const),
  fill: lookOf(regime).tint,
});

const lineOf = ({ by, points }: MapBoundary): Mark => ({
  kind: 'line',
  points: points.map(([x, y]) => [x, y] as const),
  look: { stroke: INK, width: by === 'law' ? 2 : 1.6, ...(by === 'law' ? {} : { dash: '5 3' }) },
});

function dotsOf({ optima }: MapPanel, lookOf: LookOf): Mark[] {
  const names = [...new Set(optima.map(({ regime }) => regime))];
  return names.map((name) => ({
    kind: 'dots',
    points: optima.filter(({ regime }) => regime === name).map(({ x, y }) => [x, y] as const),
    look: lookOf(name).dot,
  }));
}

/** A name in as many lines as it has parts, so that it fits into a narrow stretch. */
const broken = (name: string): string => name.replace('-', '-\n');

function namesOf({ windows }: MapPanel, { x, y }: RegimeMap, lookOf: LookOf): Mark[] {
  return windows.flatMap((one): Mark[] => {
    const spot = nameAt(one, x, y);
    if (!spot) return [];
    const { across, up, isUpright } = spot;
    const at: Pair = [along(x, across), along(y, up)];
    const text = isUpright ? one.regime : broken(one.regime);
    const look = {
      size: 12,
      fill: lookOf(one.regime).ink,
      bold: true,
      ...(isUpright ? { rotate: -90 } : {}),
    };
    return [{ kind: 'label', at, text, anchor: 'middle', ...look }];
  });
}

const shortened = (regime: string): string => regime.replace('-dominated', '').replace('-bound', '');

/** How the boundaries run, where they are powers. */
function powersOf({ boundaries }: MapPanel, { x, y }: RegimeMap): readonly string[] {
  return boundaries.flatMap(({ power, between: [left, right], points }): string[] => {
    if (!power || points.length < 3) return [];
    const exponent = power.value.toFixed(2).replace('-', '−');
    const runs =
      power.value === 0 ? `${x.letter} free of ${y.letter}` : `${x.letter} ∝ ${y.letter}^${exponent}`;
    return [`${shortened(left)} | ${shortened(right)}: ${runs}`];
  });
}

/** A factor beyond which nothing is left to agree. */
const FAR = 1e6;

const agreementText = ({ agreement: { compared, agreeing, factor } }: MapPanel): string =>
  agreeing === compared
    ? `all ${compared} optima agree`
    : factor > FAR
      ? `only ${agreeing} of ${compared} optima agree`
      : `${agreeing} of ${compared} optima agree, all beyond ${factor.toFixed(1)}×`;

/** The drawing of a map. */
export function drawRegimeMap(map: RegimeMap): Drawing {
  const axes = { x: axisOf(map.x, map.panels.length > 1 ? 4 : 8), y: axisOf(map.y) };
  const seen = [...new Set(map.panels.flatMap(({ optima }) => optima.map(({ regime }) => regime)))].sort(
    inOrder,
  );
  const told = map.panels.flatMap(({ windows }) => windows.map(({ regime }) => regime));
  const lookOf = looksIn([...told, ...seen]);
  const legend = legendOf([
    { line: { stroke: INK, width: 2 }, text: 'boundary by the laws (closed form)' },
    ...(map.panels.some(({ boundaries }) => boundaries.some(({ by }) => by === 'referee'))
      ? [{ line: { stroke: INK, width: 1.6, dash: '5 3' }, text: 'break-even (numerical)' }]
      : []),
    ...seen.map((name) => ({ dot: lookOf(name).dot, text: name })),
  ]);
  const panels = map.panels.map(
    (one): Cell => ({
      title: one.title,
      axes,
      marks: [
        ...one.windows.map((own) => bandOf(own, lookOf)),
        ...dotsOf(one, lookOf),
        ...one.boundaries.map(lineOf),
        ...namesOf(one, map, lookOf),
      ],
      notes: [agreementText(one), ...powersOf(one, map)],
    }),
  );
  return stack({
    title: map.title,
    description: describe(map),
    parts: [
      notes([
        'Areas and curves: the regimes of the laws, and where one gives way to the next. Marks: the regime of the optimum that a numerical optimiser finds there, which knows nothing of the laws.',
      ]),
      legend,
      grid(panels, { columns: map.panels.length > 1 ? 3 : 1, height: 300 }),
    ],
    firm: map.firm,
    ...(map.given === undefined ? {} : { given: map.given }),
  });
}

/** What the map shows, for those who cannot see it. */
function describe({ panels, x, y }: RegimeMap): string {
  return panels
    .map(({ title, windows, boundaries, agreement }) => {
      const names = windows.map(({ regime }) => regime).join(', ');
      const formulas = boundaries
        .filter(({ formula }) => formula)
        .map(({ between, formula }) => `${between.join(' | ')} at ${x.letter} = ${formula?.text ?? ''}`)
        .join('; ');
      return `${title || `${x.letter} against ${y.letter}`}: ${names}. ${formulas}${formulas ? '. ' : ''}The referee agrees at ${agreement.agreeing} of ${agreement.compared} optima.`;
    })
    .join(' ');
}
