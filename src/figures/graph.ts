/** What rests on what: claims on the left, the derivations and tables they use, the profit functions on the right. */
import { type Static, Type } from '@sinclair/typebox';
import type { DotLook, Drawing, LineLook, Mark, Pair } from '../engines/plot.ts';
import { INK } from './axes.ts';

const closed = { additionalProperties: false } as const;

const node = Type.Object(
  {
    id: Type.String(),
    kind: Type.String({ description: 'claim, derivation, laws, statics or model' }),
    title: Type.String(),
    verdict: Type.Union([Type.String(), Type.Null()]),
  },
  closed,
);
const edge = Type.Object({ from: Type.String(), to: Type.String() }, closed);

export const graphData = Type.Object(
  {
    figure: Type.Literal('graph'),
    title: Type.String(),
    nodes: Type.Array(node),
    edges: Type.Array(edge),
  },
  closed,
);
export type GraphFigure = Static<typeof graphData>;
type Node = Static<typeof node>;

const dot = (symbol: DotLook['symbol'], fill: string, stroke = fill): DotLook => ({
  symbol,
  fill,
  stroke,
  size: 3.4,
});

/** How a verdict looks: its mark tells it apart where there is no colour. */
const VERDICT_LOOKS: Readonly<Record<string, DotLook>> = {
  holds: dot('circle', '#00664c'),
  'holds-on-domain': dot('circle', 'white', '#00664c'),
  'bound-not-tight': dot('triangle', '#0072b2'),
  'other-law': dot('diamond', '#8a3d6a'),
  refuted: dot('times', 'none', '#b4005a'),
  'not-reproduced': dot('square', '#9c4300'),
  'not-applicable': dot('plus', 'none', '#555555'),
  undecided: dot('wye', 'none', '#555555'),
};

const TABLE = dot('star', '#777777');

/** How the other nodes look, by kind. */
const KIND_LOOKS: Readonly<Record<string, DotLook>> = {
  derivation: dot('square', 'white', INK),
  laws: TABLE,
  statics: TABLE,
  model: dot('circle', INK),
};

const VERDICT_DOTS = Object.values(VERDICT_LOOKS);
const KIND_DOTS = [...new Set(Object.values(KIND_LOOKS))];

const PLAIN = dot('circle', 'white', INK);
const EDGE: LineLook = { stroke: '#00000026', width: 0.8 };
/** Where one line ends and the next begins. */
const BREAK: Pair = [Number.NaN, Number.NaN];
const ROW = 15;
const TOP = 64;
const SIZE = 9;
const WIDTH = 960;
/** Where the marks of each column stand: the claims' names are to the left of theirs, the others' to the right. */
const CLAIMS_AT = 340;
const LAST_AT = 812;
const LONGEST_CLAIM = 66;

/** The column of each node: claims first, profit functions last, a derivation beyond all that rest on it. */
function columnsOf({ nodes, edges }: GraphFigure): ReadonlyMap<string, number> {
  const depth = new Map<string, number>(nodes.map(({ id, kind }) => [id, kind === 'claim' ? 0 : 1]));
  for (let pass = 0; pass < nodes.length; pass++) {
    for (const { from, to } of edges) depth.set(to, Math.max(depth.get(to) ?? 1, (depth.get(from) ?? 0) + 1));
  }
  const models = new Set(nodes.filter(({ kind }) => kind === 'model').map(({ id }) => id));
  const last = 1 + Math.max(...nodes.filter(({ id }) => !models.has(id)).map(({ id }) => depth.get(id) ?? 0));
  return new Map(nodes.map(({ id }) => [id, models.has(id) ? last : (depth.get(id) ?? 0)]));
}

/** The edges that no longer path implies, each once. */
function essential({ edges }: GraphFigure): GraphFigure['edges'] {
  const next = new Map<string, Set<string>>();
  for (const { from, to } of edges) next.set(from, (next.get(from) ?? new Set()).add(to));
  const reaches = (from: string, to: string): boolean =>
    [...(next.get(from) ?? [])].some((one) => one === to || reaches(one, to));
  return [...next].flatMap(([from, all]) =>
    [...all]
      .filter((to) => ![...all].some((other) => other !== to && reaches(other, to)))
      .map((to) => ({ from, to })),
  );
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Heights of the nodes, as shares of the whole: claims as they come, every other column by the mean of what rests on it. */
function heightsOf(
  { nodes, edges }: GraphFigure,
  columns: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const heights = new Map<string, number>();
  const last = Math.max(...columns.values());
  for (let column = 0; column <= last; column++) {
    const own = nodes.filter(({ id }) => columns.get(id) === column);
    const wanted = own.map(({ id }, i): readonly [string, number] => {
      const above = edges.filter(({ to }) => to === id).flatMap(({ from }) => heights.get(from) ?? []);
      return [id, column === 0 || above.length === 0 ? i / own.length : mean(above)];
    });
    const placed = column === 0 ? wanted : wanted.toSorted(([p, x], [q, y]) => x - y || (p < q ? -1 : 1));
    for (const [i, [id]] of placed.entries()) heights.set(id, (i + 0.5) / own.length);
  }
  return heights;
}

const shortName = ({ kind, title, id }: Node): string => {
  if (kind === 'derivation') return id.replace('derivation/', '');
  return title.length > LONGEST_CLAIM ? `${title.slice(0, LONGEST_CLAIM - 1)}…` : title;
};

const legendOf = (looks: readonly (readonly [string, DotLook])[], at: Pair): readonly Mark[] => {
  let x = at[0];
  return looks.flatMap(([name, look]): Mark[] => {
    const from = x;
    x += 22 + name.length * SIZE * 0.56;
    return [
      { kind: 'dots', points: [[from, at[1]]], look },
      { kind: 'label', at: [from + 8, at[1]], text: name, anchor: 'start', size: SIZE, fill: INK },
    ];
  });
};

/** The drawing of the graph. */
export function drawGraph(figure: GraphFigure): Drawing {
  const columns = columnsOf(figure);
  const heights = heightsOf(figure, columns);
  const last = Math.max(...columns.values());
  const tall = Math.max(
    ...[...new Set(columns.values())].map(
      (column) => figure.nodes.filter(({ id }) => columns.get(id) === column).length,
    ),
  );
  const height = TOP + tall * ROW + 10;
  const placeOf = (id: string): Pair => [
    CLAIMS_AT + ((columns.get(id) ?? 0) / last) * (LAST_AT - CLAIMS_AT),
    TOP + (heights.get(id) ?? 0) * tall * ROW,
  ];
  const lookOf = ({ kind, verdict }: Node): DotLook =>
    (verdict === null ? KIND_LOOKS[kind] : VERDICT_LOOKS[verdict]) ?? PLAIN;
  const label = (node: Node): Mark => {
    const isClaim = node.kind === 'claim';
    return {
      kind: 'label',
      at: placeOf(node.id),
      text: shortName(node),
      anchor: isClaim ? 'end' : 'start',
      size: SIZE,
      fill: INK,
      shift: [isClaim ? -7 : 7, 0],
    };
  };
  const shown = new Set(figure.nodes.flatMap(({ verdict }) => verdict ?? []));
  const verdicts = Object.entries(VERDICT_LOOKS).filter(([name]) => shown.has(name));
  const others: readonly (readonly [string, DotLook])[] = [
    ['derivation', KIND_LOOKS.derivation ?? PLAIN],
    ['table of laws or signs', KIND_LOOKS.laws ?? PLAIN],
    ['profit function', KIND_LOOKS.model ?? PLAIN],
  ];
  return {
    title: figure.title,
    description: describe(figure),
    width: WIDTH,
    height,
    words: [{ at: [8, 22], text: figure.title, size: 15, fill: INK, bold: true }],
    panels: [
      {
        frame: { x: 0, y: 0, width: WIDTH, height },
        margin: { left: 0, right: 0, top: 0, bottom: 0 },
        title: '',
        axes: null,
        marks: [
          {
            kind: 'line',
            points: essential(figure).flatMap(({ from, to }): Pair[] => [placeOf(from), placeOf(to), BREAK]),
            look: EDGE,
          },
          ...[...VERDICT_DOTS, ...KIND_DOTS].flatMap((look): Mark[] => {
            const points = figure.nodes.filter((node) => lookOf(node) === look).map(({ id }) => placeOf(id));
            return points.length > 0 ? [{ kind: 'dots', points, look }] : [];
          }),
          ...figure.nodes.map(label),
          ...legendOf([...verdicts, ...others], [14, 42]),
        ],
      },
    ],
  };
}

/** What is shown, in words. */
function describe({ nodes, edges }: GraphFigure): string {
  const count = (kind: string): number => nodes.filter((one) => one.kind === kind).length;
  const used = nodes
    .filter(({ kind }) => kind === 'derivation')
    .map((node) => [shortName(node), edges.filter(({ to }) => to === node.id).length] as const)
    .toSorted(([, p], [, q]) => q - p)
    .slice(0, 3)
    .map(([name, times]) => `${name} by ${times}`);
  return `${count('claim')} readings of claims, ${count('derivation')} derivations, ${count('laws') + count('statics')} tables of laws and signs, ${count('model')} profit functions, and lines from each to what it rests on. Most is rested on ${used.join(', ')}.`;
}
