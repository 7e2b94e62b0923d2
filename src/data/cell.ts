/** Kinds of cells that a table may have: how the text of one is read, and what it must be. */
import { type TSchema, Type } from '@sinclair/typebox';

interface Kind {
  readonly schema: TSchema;
  /** The cell's value; one that the schema refuses where the text is none. */
  readonly read: (text: string) => unknown;
  readonly must: string;
}

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const number = (text: string): unknown => (DECIMAL.test(text) ? Number(text) : text);

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A day that the calendar has, as it is written; null otherwise. */
export function day(text: string): string | null {
  const [, year, month, date] = DAY.exec(text) ?? [];
  const at = new Date(`${text}T00:00:00Z`);
  const exists = !Number.isNaN(at.getTime()) && at.getUTCDate() === Number(date);
  return year && month && exists ? text : null;
}

export const KINDS = {
  text: { schema: Type.String({ minLength: 1 }), read: (text) => text, must: 'a text' },
  positive: { schema: Type.Number({ exclusiveMinimum: 0 }), read: number, must: 'a positive number' },
  share: {
    schema: Type.Number({ exclusiveMinimum: 0, maximum: 1 }),
    read: number,
    must: 'a share between 0 and 1',
  },
  date: { schema: Type.String(), read: day, must: 'a day such as 2024-05-31' },
  flag: {
    schema: Type.Boolean(),
    read: (text) => (text === 'True' ? true : text === '' ? false : text),
    must: 'True or empty',
  },
} as const satisfies Readonly<Record<string, Kind>>;
export type KindName = keyof typeof KINDS;

/** The value that a cell of a kind has. */
export type CellOf<Name extends KindName> = Name extends 'positive' | 'share'
  ? number
  : Name extends 'flag'
    ? boolean
    : string;

/** A day as a year with its fraction: 2024-07-02 is 2024.5. */
export function yearOf(date: string): number {
  const year = Number(date.slice(0, 4));
  const start = Date.UTC(year, 0, 1);
  return year + (Date.parse(`${date}T00:00:00Z`) - start) / (Date.UTC(year + 1, 0, 1) - start);
}
