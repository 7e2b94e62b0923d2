/**
 * Drawings as SVG, by Observable Plot. A drawing is plain data: panels with axes and marks in the units of the axes, and
 * texts in pixels. What comes out is one self-contained SVG, the same bytes for the same drawing: identifiers are numbered
 * afresh and coordinates rounded to hundredths of a pixel.
 */
import * as Plot from '@observablehq/plot';

/** What makes the elements: a browser's document, or one that stands in for it. */
export type DocumentLike = NonNullable<Plot.PlotOptions['document']>;

export type Pair = readonly [number, number];

export interface LineLook {
  readonly stroke: string;
  readonly width: number;
  /** Lengths of dashes and gaps in pixels; solid where there are none. */
  readonly dash?: string;
}

export const SYMBOLS = ['circle', 'triangle', 'square', 'diamond', 'times', 'plus', 'star', 'wye'] as const;
export type SymbolName = (typeof SYMBOLS)[number];

export interface DotLook {
  readonly symbol: SymbolName;
  readonly fill: string;
  readonly stroke: string;
  /** Radius in pixels. */
  readonly size: number;
  readonly opacity?: number;
}

export type Mark =
  | { readonly kind: 'line'; readonly points: readonly Pair[]; readonly look: LineLook }
  /** Between x1 and x2 at every y: rows of [y, x1, x2]. */
  | {
      readonly kind: 'band';
      readonly rows: readonly (readonly [number, number, number])[];
      readonly fill: string;
    }
  | { readonly kind: 'dots'; readonly points: readonly Pair[]; readonly look: DotLook }
  | {
      readonly kind: 'label';
      readonly at: Pair;
      readonly text: string;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly size: number;
      readonly fill: string;
      readonly bold?: boolean;
      /** Shift in pixels, to the right and down. */
      readonly shift?: Pair;
      /** Degrees, clockwise. */
      readonly rotate?: number;
    };

export interface Axis {
  /** What is measured, with its unit. */
  readonly label: string;
  readonly scale: 'log' | 'linear';
  readonly domain: Pair;
  readonly ticks: readonly number[];
  /** Ticks that carry a number; all where this is missing. */
  readonly numbered?: readonly number[];
}

export interface Panel {
  /** Place of the panel in the drawing, axes and their labels included, in pixels. */
  readonly frame: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly margin: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly title: string;
  /** Null for a panel without axes, whose marks are in pixels from its top left corner. */
  readonly axes: { readonly x: Axis; readonly y: Axis } | null;
  readonly marks: readonly Mark[];
}

export interface Words {
  readonly at: Pair;
  readonly text: string;
  readonly size: number;
  readonly fill: string;
  readonly bold?: boolean;
}

export interface Drawing {
  /** Read out by screen readers: what it is, and what it shows. */
  readonly title: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
  readonly words: readonly Words[];
  readonly panels: readonly Panel[];
}

const INK = '#222222';
const GRID = '#00000018';
const FONT = 'sans-serif';

const SUPERSCRIPTS: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789-.'].map((sign, i) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁻·'][i] ?? sign]),
);

/** A whole power of ten as 10¹⁸, another number as it is. */
export function tickText(value: number, scale: Axis['scale']): string {
  const power = Math.round(Math.log10(value) * 1e6) / 1e6;
  if (scale === 'log' && Number.isInteger(power) && (power < -2 || power > 3)) {
    return `10${[...String(power)].map((sign) => SUPERSCRIPTS[sign] ?? sign).join('')}`;
  }
  return String(Number(value.toPrecision(6))).replace('-', '−');
}

const turned = (rotate: number | undefined): { rotate?: number } => (rotate === undefined ? {} : { rotate });

function markOf(mark: Mark): Plot.Markish {
  switch (mark.kind) {
    case 'line':
      return Plot.line(mark.points, {
        x: '0',
        y: '1',
        stroke: mark.look.stroke,
        strokeWidth: mark.look.width,
        ...(mark.look.dash ? { strokeDasharray: mark.look.dash } : {}),
        clip: true,
      });
    case 'band':
      return Plot.areaX(mark.rows, { y: '0', x1: '1', x2: '2', fill: mark.fill, clip: true });
    case 'dots':
      return Plot.dot(mark.points, {
        x: '0',
        y: '1',
        symbol: mark.look.symbol,
        r: mark.look.size,
        fill: mark.look.fill,
        stroke: mark.look.stroke,
        strokeWidth: 1,
        strokeOpacity: mark.look.opacity ?? 1,
        fillOpacity: mark.look.opacity ?? 1,
        clip: true,
      });
    case 'label':
      return Plot.text([mark.at], {
        x: '0',
        y: '1',
        text: [mark.text],
        textAnchor: mark.anchor,
        fontSize: mark.size,
        fill: mark.fill,
        fontWeight: mark.bold ? 'bold' : 'normal',
        dx: mark.shift?.[0] ?? 0,
        dy: mark.shift?.[1] ?? 0,
        ...turned(mark.rotate),
        stroke: 'white',
        strokeWidth: 4,
        strokeOpacity: 0.9,
      });
  }
}

function axisMarks(name: 'x' | 'y', axis: Axis): Plot.Markish[] {
  const { ticks, numbered = ticks, scale } = axis;
  const options = {
    ticks: [...ticks],
    tickFormat: (value: number): string => (numbered.includes(value) ? tickText(value, scale) : ''),
    label: null,
    color: INK,
  };
  const grid = { ticks: [...numbered], stroke: GRID, strokeOpacity: 1 };
  return name === 'x'
    ? [Plot.gridX(grid), Plot.axisX({ ...options, tickSize: 4 })]
    : [Plot.gridY(grid), Plot.axisY({ ...options, tickSize: 4 })];
}

const scaleOf = ({ scale, domain }: Axis, reverse = false) => ({
  type: scale,
  domain: [...domain],
  ...(reverse ? { reverse } : {}),
});

const pixels = (size: number): Axis => ({ label: '', scale: 'linear', domain: [0, size], ticks: [] });

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function wordsSvg({ at, text, size, fill, bold }: Words, more = ''): string {
  const weight = bold ? ' font-weight="bold"' : '';
  return `<text x="${at[0]}" y="${at[1]}" font-size="${size}" fill="${fill}"${weight}${more}>${escaped(text)}</text>`;
}

/** The words of a panel: its title above, the labels of its axes beside them. */
function panelWords({ frame, margin, title, axes }: Panel): string {
  const middle = frame.x + (margin.left + frame.width - margin.right) / 2;
  const heading = wordsSvg(
    { at: [middle, frame.y + margin.top - 6], text: title, size: 12, fill: INK, bold: true },
    ' text-anchor="middle"',
  );
  if (!axes) return title === '' ? '' : heading;
  const below = wordsSvg(
    { at: [middle, frame.y + frame.height - 4], text: axes.x.label, size: 11, fill: INK },
    ' text-anchor="middle"',
  );
  const [x, y] = [frame.x + 11, frame.y + (margin.top + frame.height - margin.bottom) / 2];
  const beside = wordsSvg(
    { at: [x, y], text: axes.y.label, size: 11, fill: INK },
    ` text-anchor="middle" transform="rotate(-90 ${x} ${y})"`,
  );
  return [title === '' ? '' : heading, axes.x.label === '' ? '' : below, axes.y.label === '' ? '' : beside]
    .filter((part) => part !== '')
    .join('\n');
}

function panelSvg(panel: Panel, document: DocumentLike): string {
  const { frame, margin, axes, marks } = panel;
  const inner = {
    x: frame.width - margin.left - margin.right,
    y: frame.height - margin.top - margin.bottom,
  };
  const plot = Plot.plot({
    document,
    width: frame.width,
    height: frame.height,
    marginLeft: margin.left,
    marginRight: margin.right,
    marginTop: margin.top,
    marginBottom: margin.bottom,
    axis: null,
    x: scaleOf(axes?.x ?? pixels(inner.x)) as Plot.ScaleOptions,
    y: scaleOf(axes?.y ?? pixels(inner.y), axes === null) as Plot.ScaleOptions,
    marks: [
      ...marks.filter(({ kind }) => kind === 'band').map(markOf),
      ...(axes ? [...axisMarks('x', axes.x), ...axisMarks('y', axes.y)] : []),
      ...marks.filter(({ kind }) => kind !== 'band').map(markOf),
      ...(axes ? [Plot.frame({ stroke: INK })] : []),
    ],
  });
  plot.querySelector('style')?.remove();
  return `<g transform="translate(${frame.x},${frame.y})" text-anchor="middle" font-size="10" fill="${INK}">${plot.innerHTML}</g>`;
}

/** Identifiers numbered in the order in which they occur: Plot counts them through the life of a process. */
function numberedAfresh(svg: string): string {
  const names = [...new Set([...svg.matchAll(/id="(plot-clip-\d+)"/g)].map(([, name = '']) => name))];
  const order = new Map(names.map((name, i) => [name, `clip-${i + 1}`]));
  return svg.replace(/plot-clip-\d+/g, (name) => order.get(name) ?? name);
}

/** Coordinates to hundredths of a pixel. */
const roundedOff = (svg: string): string =>
  svg.replace(/(="[^"]*")/g, (attribute) =>
    attribute.replace(/-?\d+\.\d{3,}(?:e-?\d+)?/g, (number) => String(Number(Number(number).toFixed(2)))),
  );

/** The drawing as one SVG. */
export function drawingSvg(
  { title, description, width, height, words, panels }: Drawing,
  document: DocumentLike,
): string {
  const body = [
    `<rect width="${width}" height="${height}" fill="white" />`,
    ...words.map((one) => wordsSvg(one)),
    ...panels.flatMap((panel) => [panelSvg(panel, document), panelWords(panel)]),
  ];
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${FONT}">`,
    `<title>${escaped(title)}</title>`,
    `<desc>${escaped(description)}</desc>`,
    ...body.filter((line) => line !== ''),
    '</svg>',
  ];
  return `${roundedOff(numberedAfresh(lines.join('\n'))).replace(/>(?=<(?:\/?(?:g|svg)|path|rect|text|clipPath)\b)/g, '>\n')}\n`;
}
