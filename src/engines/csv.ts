/** Comma-separated text as rows, behind csv-parse: quoting, byte-order marks and line ends are its business. */
import { CsvError, type Info, parse } from 'csv-parse/sync';

export interface CsvRow {
  /** The line of the text on which the row ends, counted from 1. */
  readonly line: number;
  readonly fields: readonly string[];
}

export type CsvTable =
  | { readonly ok: true; readonly header: readonly string[]; readonly rows: readonly CsvRow[] }
  | { readonly ok: false; readonly line: number; readonly message: string };

/** The rows of a text whose first row names the columns. Rows of another length are an error. */
export function readCsv(text: string): CsvTable {
  try {
    const records = parse(text, { bom: true, info: true, skip_empty_lines: true, trim: true }) as unknown as {
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
    return { ok: false, line: Number(error.lines ?? 0), message: error.message };
  }
}
