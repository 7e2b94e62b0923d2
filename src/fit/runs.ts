/** Training runs out of a table: which column is which, and whether every number can be one. */
import { readCsv } from '../engines/csv.ts';
import { fail } from '../kernel/issues.ts';
import { nearest } from '../kernel/suggest.ts';
import type { Run } from './loss-laws/law.ts';

export const QUANTITIES = ['params', 'tokens', 'unique_tokens', 'loss'] as const;
export type Quantity = (typeof QUANTITIES)[number];

/** Names by which a column is known where nobody says which is which, in small letters. */
const KNOWN: Readonly<Record<Quantity, readonly string[]>> = {
  params: ['params', 'parameters', 'n'],
  tokens: ['tokens', 'training_tokens', 'd'],
  unique_tokens: ['unique_tokens', 'u'],
  loss: ['loss', 'val_loss', 'l'],
};

export interface ReadOptions {
  /** Name of the file, for sentences. */
  readonly path: string;
  /** Columns by quantity, where the names do not say it. */
  readonly columns: Readonly<Partial<Record<Quantity, string>>>;
  /** Column and the text that a row must have there to count. */
  readonly where: Readonly<Record<string, string>>;
  readonly needsUniqueTokens: boolean;
}

export interface ReadRuns {
  /** With the line of the table on which each stands. */
  readonly runs: readonly (Run & { readonly line: number })[];
  readonly columns: Readonly<Partial<Record<Quantity, string>>>;
}

const fileFail = (path: string, what: string, would: string): never =>
  fail({ code: 'file', path, what, would });

/** What is wrong with a line that is no row, and what would do. */
const BAD_ROW = {
  uneven: ['is no row of its table', 'give every row as many cells as the first'],
  'too long': ['is longer than a row may be', 'give a row a line, of at most 100,000 characters'],
  unreadable: ['is no row of its table', 'check its quotation marks'],
} as const;

/** The place of a named column. */
function placeOf(header: readonly string[], name: string, path: string): number {
  const place = header.indexOf(name);
  if (place >= 0) return place;
  const guess = nearest(name, header);
  return fileFail(
    path,
    `it has no column "${name}"`,
    guess ? `did you mean "${guess}"?` : `its columns are ${header.join(', ')}`,
  );
}

/** The column of a quantity: as asked for, else by a name that is known, else the only one whose name begins with it. */
function columnOf(header: readonly string[], quantity: Quantity, { columns, path }: ReadOptions): string {
  const asked = columns[quantity];
  if (asked !== undefined) return header[placeOf(header, asked, path)] as string;
  const known = header.filter((name) => KNOWN[quantity].includes(name.toLowerCase()));
  const alike = known.length > 0 ? known : header.filter((name) => name.toLowerCase().startsWith(quantity));
  const [only, other] = alike;
  if (only && !other) return only;
  const what = only ? `${alike.length} columns could be the ${quantity}` : `no column is the ${quantity}`;
  return fileFail(path, what, `say which with --columns ${quantity}=${only ?? header[0] ?? 'NAME'}`);
}

/** A positive number out of a cell. */
function positive(
  text: string,
  { line, column, path }: { line: number; column: string; path: string },
): number {
  const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
  if (Number.isFinite(value) && value > 0) return value;
  return fail({
    code: 'bad-value',
    name: column,
    value: text === '' ? '(empty)' : text,
    must: 'a positive number',
    path: `${path} line ${line}`,
  });
}

/**
 * The runs of a table.
 * @throws OptimandError that names the column and the line: a column that is missing or cannot be told, text or a number
 *   that is not positive, rows of unequal length, fewer unique tokens than one, no rows.
 */
export function readRuns(text: string, options: ReadOptions): ReadRuns {
  const { path, where, needsUniqueTokens } = options;
  const table = readCsv(text);
  if (!table.ok) return fileFail(path, `line ${table.line} ${BAD_ROW[table.why][0]}`, BAD_ROW[table.why][1]);
  const { header } = table;
  if (header.length === 0) return fileFail(path, 'it is empty', 'give a first row of names and a row a run');
  const wanted = QUANTITIES.filter((quantity) => quantity !== 'unique_tokens' || needsUniqueTokens);
  const columns = Object.fromEntries(
    wanted.map((quantity) => [quantity, columnOf(header, quantity, options)]),
  ) as Partial<Record<Quantity, string>>;
  const filters = Object.entries(where).map(([name, value]) => ({ at: placeOf(header, name, path), value }));
  const kept = table.rows.filter(({ fields }) => filters.every(({ at, value }) => fields[at] === value));
  if (kept.length === 0) {
    return fileFail(
      path,
      filters.length > 0 ? 'no row is as --where asks' : 'it has no rows',
      filters.length > 0 ? 'ask for a value that stands in the column' : 'give a row a run',
    );
  }
  const runs = kept.map(({ line, fields }) => {
    const cell = (quantity: Quantity): number => {
      const column = columns[quantity] as string;
      return positive(fields[header.indexOf(column)] ?? '', { line, column, path });
    };
    const uniqueTokens = needsUniqueTokens ? cell('unique_tokens') : null;
    return { line, params: cell('params'), tokens: cell('tokens'), uniqueTokens, loss: cell('loss') };
  });
  return { runs, columns };
}
