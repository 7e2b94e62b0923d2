/** Parts of a figure, one below the other: notes, a legend, panels in a grid. */
import type { DotLook, Drawing, LineLook, Mark, Panel, Words } from '../engines/plot.ts';
import { INK } from './axes.ts';
import { valuesText } from './letters.ts';

/** As wide as a page and a column of a report. */
export const WIDTH = 700;
const SIDE = 8;
const MUTED = '#555555';

/** What a part adds, given the height at which it starts. */
export interface Part {
  readonly height: number;
  readonly words: (top: number) => readonly Words[];
  readonly panels: (top: number) => readonly Panel[];
}

/** Rough width of a text in a sans-serif face, in pixels. */
export const widthOf = (text: string, size: number): number => text.length * size * 0.53;

/** Words in lines no wider than the figure. */
function wrapped(text: string, size: number, width = WIDTH - 2 * SIDE): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`, size) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const NOTE_SIZE = 11;

/** Sentences, each on lines of its own. */
export function notes(
  sentences: readonly string[],
  look: { size?: number; fill?: string; bold?: boolean } = {},
): Part {
  const { size = NOTE_SIZE, fill = MUTED, bold = false } = look;
  const lines = sentences.flatMap((sentence) => wrapped(sentence, size));
  const step = size + 4;
  return {
    height: lines.length * step + 4,
    words: (top) =>
      lines.map((text, i) => ({ at: [SIDE, top + step * (i + 1) - 3], text, size, fill, bold })),
    panels: () => [],
  };
}

export type LegendItem =
  | { readonly line: LineLook; readonly text: string }
  | { readonly dot: DotLook; readonly text: string };

const SWATCH = 24;
const ROW = 17;

interface Placed {
  readonly item: LegendItem;
  readonly x: number;
  readonly row: number;
}

function placeItems(items: readonly LegendItem[]): readonly Placed[] {
  const placed: Placed[] = [];
  let [x, row] = [0, 0];
  for (const item of items) {
    const swatch = 'line' in item ? SWATCH : 12;
    const width = swatch + 6 + widthOf(item.text, NOTE_SIZE) + 16;
    if (x > 0 && x + width > WIDTH - 2 * SIDE) [x, row] = [0, row + 1];
    placed.push({ item, x, row });
    x += width;
  }
  return placed;
}

function legendMarks({ item, x, row }: Placed): readonly Mark[] {
  const y = ROW * row + ROW / 2;
  const swatch = 'line' in item ? SWATCH : 12;
  const sample: Mark =
    'line' in item
      ? {
          kind: 'line',
          points: [
            [x, y],
            [x + SWATCH, y],
          ],
          look: item.line,
        }
      : { kind: 'dots', points: [[x + 6, y]], look: item.dot };
  const name: Mark = {
    kind: 'label',
    at: [x + swatch + 6, y],
    text: item.text,
    anchor: 'start',
    size: NOTE_SIZE,
    fill: INK,
  };
  return [sample, name];
}

/** Samples of lines and marks with what they stand for. */
export function legendOf(items: readonly LegendItem[]): Part {
  const placed = placeItems(items);
  const height = ROW * (Math.max(0, ...placed.map(({ row }) => row)) + 1);
  const panel = (top: number): Panel => ({
    frame: { x: SIDE, y: top, width: WIDTH - 2 * SIDE, height },
    margin: { left: 0, right: 0, top: 0, bottom: 0 },
    title: '',
    axes: null,
    marks: placed.flatMap(legendMarks),
  });
  return { height: height + 4, words: () => [], panels: (top) => [panel(top)] };
}

/** A panel to be placed, with lines of small print below its axis. */
export type Cell = Omit<Panel, 'frame' | 'margin'> & { readonly notes?: readonly string[] };

const SMALL = { size: 9.5, step: 12 };

export interface GridLook {
  readonly columns: number;
  readonly height: number;
  /** Each panel has a vertical axis of its own, with label and numbers. */
  readonly ownY?: boolean;
  /** Pixels below the panels, for numbers and the name of the axis. */
  readonly bottom?: number;
}

/** Panels side by side, at most `columns` in a row. Where they share the vertical axis, the first of a row shows it. */
export function grid(cells: readonly Cell[], { columns, height, ownY = false, bottom = 38 }: GridLook): Part {
  const across = Math.min(columns, cells.length);
  const rows = Math.ceil(cells.length / across);
  const printed = SMALL.step * Math.max(0, ...cells.map((cell) => cell.notes?.length ?? 0));
  const [first, other] = [58, ownY ? 58 : 16];
  const inner = (WIDTH - 2 * SIDE - first - (across - 1) * other - across * 6) / across;
  const panels = (top: number): readonly Panel[] =>
    cells.map(({ notes: _, ...cell }, i): Panel => {
      const [row, column] = [Math.floor(i / across), i % across];
      const left = column === 0 ? first : other;
      const x = column === 0 ? SIDE : SIDE + first + inner + 6 + (column - 1) * (other + inner + 6);
      const hidden = column > 0 && !ownY;
      const axes =
        cell.axes && hidden ? { x: cell.axes.x, y: { ...cell.axes.y, label: '', numbered: [] } } : cell.axes;
      return {
        ...cell,
        axes,
        frame: { x, y: top + row * (height + printed), width: left + inner + 6, height },
        margin: { left, right: 6, top: 22, bottom },
      };
    });
  const words = (top: number): readonly Words[] =>
    panels(top).flatMap(({ frame, margin }, i) =>
      (cells[i]?.notes ?? []).map((text, line): Words => {
        const at = [frame.x + margin.left, frame.y + frame.height + 9 + line * SMALL.step] as const;
        return { at, text, size: SMALL.size, fill: MUTED };
      }),
    );
  return { height: rows * (height + printed) + 6, words, panels };
}

interface Sheet {
  readonly title: string;
  readonly description: string;
  readonly parts: readonly Part[];
  /** Values of parameters, printed last. */
  readonly firm: Readonly<Record<string, number>>;
  /** What these values are, where they are no firm's. */
  readonly given?: string;
}

/** The title, the parts below it, and the firm's values below these. */
export function stack({ title, description, parts, firm, given = 'The firm' }: Sheet): Drawing {
  const all = [
    notes([title], { size: 15, fill: INK, bold: true }),
    ...parts,
    ...(Object.keys(firm).length > 0 ? [notes([`${given}: ${valuesText(firm)}.`])] : []),
  ];
  let top = 8;
  const words: Words[] = [];
  const panels: Panel[] = [];
  for (const part of all) {
    words.push(...part.words(top));
    panels.push(...part.panels(top));
    top += part.height;
  }
  return { title, description, width: WIDTH, height: top + 6, words, panels };
}
