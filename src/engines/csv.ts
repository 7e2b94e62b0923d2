/** Comma-separated text as rows, behind csv-parse: quoting, byte-order marks and line ends are its business. */
import { CsvError, type Info, parse } from 'csv-parse/sync';

export interface CsvRow {
  /** The line of the text on which the row ends, counted from 1. */
  readonly line: number;
  readonly fields: readonly string[];
}

export type CsvTable =
  | { readonly ok: true; readonly header: readonly string[]; readonly rows: readonly CsvRow[] }
  | { readonly ok: false; readonly line: number; readonly why: 'too long' | 'uneven' | 'unreadable' };

/** Characters of a row: one that is longer is no row of numbers, and reading it would take long. */
const LONGEST_ROW = 100_000;

const WHY: Readonly<Record<string, 'too long' | 'uneven'>> = {
  CSV_MAX_RECORD_SIZE: 'too long',
  CSV_RECORD_INCONSISTENT_FIELDS_LENGTH: 'uneven',
};

/** The rows of a text whose first row names the columns. Rows of another length, or too long, are an error. */
export function readCsv(text: string): CsvTable {
  try {
    const records = parse(text, {
      bom: true,
      info: true,
      max_record_size: LONGEST_ROW,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as {
      record: string[];
      info: Info;
    }[];
    const [first, ...rest] = records;
    return {
      ok: true,
      header: first?.record ?? [],
      rows: rest.map(({ record, info }) => ({ line: info.lines, fields: record })),
    };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { ok: false, line: Number(error.lines ?? 0), why: WHY[error.code] ?? 'unreadable' };
  }
}
