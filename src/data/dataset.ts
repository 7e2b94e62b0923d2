/** A table of facts that ships with the toolkit: what it is, whose it is, and its columns. */
import type { Columns } from './table.ts';

export interface Dataset {
  /** Below `data/`. */
  readonly file: string;
  readonly about: string;
  /** Where it comes from, and what was left out. */
  readonly source: string;
  readonly licence: string;
  /** The day on which the source was as it is here. */
  readonly date: string;
  /** What every output says that uses it. */
  readonly attribution: string;
  readonly sha256: string;
  readonly columns: Columns;
}

/** Keeps the literal types of the columns. */
export const dataset = <const D extends Dataset>(declared: D): D => declared;
