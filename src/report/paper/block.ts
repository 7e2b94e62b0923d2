/**
 * The report as a reader meets it: chapters of blocks, which every face (HTML, LaTeX, Markdown) sets in its own way. Made
 * from the report's JSON alone.
 */
import type { FormulaJson } from '../schemas/report.ts';

/** Parts of a sentence. A link leads to a heading or a derivation of the same report. */
export type Piece =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'formula'; readonly text: string; readonly tex: string }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly to: string };
export type Sentence = readonly Piece[];

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3 | 4; readonly id: string; readonly title: Sentence }
  | { readonly kind: 'prose'; readonly words: Sentence; readonly aside?: boolean }
  | { readonly kind: 'list'; readonly items: readonly Sentence[] }
  | { readonly kind: 'display'; readonly formula: FormulaJson }
  | { readonly kind: 'result'; readonly blocks: readonly Block[] }
  /** `narrow` columns hold signs and numbers; the others take what width is left. */
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly head: readonly Sentence[];
      readonly rows: readonly (readonly Sentence[])[];
      readonly narrow: readonly number[];
    }
  | { readonly kind: 'figure'; readonly name: string; readonly caption: Sentence }
  | { readonly kind: 'command'; readonly text: string }
  | { readonly kind: 'verbatim'; readonly text: string };

export const words = (text: string): Piece => ({ kind: 'words', text });
export const strong = (text: string): Piece => ({ kind: 'strong', text });
export const code = (text: string): Piece => ({ kind: 'code', text });
export const link = (text: string, to: string): Piece => ({ kind: 'link', text, to });

export const heading = (level: 2 | 3 | 4, id: string, ...title: readonly (Piece | string)[]): Block => ({
  kind: 'heading',
  level,
  id,
  title: sentence(...title),
});

/** Parts as a sentence; a bare text is words. */
export const sentence = (...parts: readonly (Piece | string)[]): Sentence =>
  parts.map((part) => (typeof part === 'string' ? words(part) : part));

export const prose = (...parts: readonly (Piece | string)[]): Block => ({
  kind: 'prose',
  words: sentence(...parts),
});

export const aside = (...parts: readonly (Piece | string)[]): Block => ({
  kind: 'prose',
  words: sentence(...parts),
  aside: true,
});

export const command = (text: string): Block => ({ kind: 'command', text });

export interface Table {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly (Sentence | Piece | string)[])[];
  /** Columns of signs and numbers, by index. */
  readonly narrow?: readonly number[];
}

const cell = (given: Sentence | Piece | string): Sentence =>
  typeof given === 'string' ? [words(given)] : 'kind' in given ? [given] : given;

export const table = ({ caption, head, rows, narrow = [] }: Table): Block => ({
  kind: 'table',
  caption,
  head: head.map((text) => [words(text)]),
  rows: rows.map((row) => row.map(cell)),
  narrow,
});

/** Whether a table's columns have names: one of pairs has none. */
export const isHeaded = ({ head }: Extract<Block, { kind: 'table' }>): boolean =>
  head.some((cells) => cells.some(({ text }) => text !== ''));
