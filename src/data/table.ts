/** Tables of facts: their columns declared with meaning and unit, and their rows read and checked against that. */
import { type TSchema, Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { readCsv } from '../engines/csv.ts';
import { fail } from '../kernel/issues.ts';
import { nearest } from '../kernel/suggest.ts';
import { type CellOf, KINDS, type KindName } from './cell.ts';

export interface Column {
  readonly kind: KindName;
  readonly meaning: string;
  /** `1` where it has none. */
  readonly unit: string;
  /** Whether a cell may be empty; it is then null. */
  readonly optional?: true;
}
export type Columns = Readonly<Record<string, Column>>;

/** A row by its columns. */
export type RowOf<C extends Columns> = {
  readonly [Name in keyof C]: C[Name] extends { optional: true }
    ? CellOf<C[Name]['kind']> | null
    : CellOf<C[Name]['kind']>;
} & { readonly line: number };

const schemaOf = (columns: Columns): TSchema =>
  Type.Object(
    Object.fromEntries(
      Object.entries(columns).map(([name, { kind, optional }]) => [
        name,
        optional ? Type.Union([KINDS[kind].schema, Type.Null()]) : KINDS[kind].schema,
      ]),
    ),
  );

const fileFail = (path: string, what: string, would: string): never =>
  fail({ code: 'file', path, what, would });

/** Where each column stands. */
function placesOf(header: readonly string[], columns: Columns, path: string): ReadonlyMap<string, number> {
  const places = Object.keys(columns).map((name): [string, number] => {
    const at = header.indexOf(name);
    if (at >= 0) return [name, at];
    const guess = nearest(name, header);
    const hint = guess ? `"${guess}" may be meant` : `its columns are ${header.join(', ')}`;
    return fileFail(
      path,
      `it has no column "${name}"`,
      `${hint}; needed are ${Object.keys(columns).join(', ')}`,
    );
  });
  return new Map(places);
}

/**
 * The rows of comma-separated text, each with the line on which it stands. Columns that are not declared are left out.
 * @throws OptimandError that names the line and the column: one that is missing, or a cell that is not as declared.
 */
export function readTable<const C extends Columns>(
  text: string,
  columns: C,
  path: string,
): readonly RowOf<C>[] {
  const table = readCsv(text);
  if (!table.ok) {
    return fileFail(
      path,
      `line ${table.line} is no row of its table`,
      'give every row as many cells as the first',
    );
  }
  if (table.header.length === 0)
    return fileFail(path, 'it is empty', `give a first row of names: ${Object.keys(columns).join(', ')}`);
  if (table.rows.length === 0) return fileFail(path, 'it has no rows', 'give a row an entry');
  const places = placesOf(table.header, columns, path);
  const schema = schemaOf(columns);
  return table.rows.map(({ line, fields }) => {
    const texts = Object.fromEntries([...places].map(([name, at]) => [name, fields[at] ?? '']));
    const row = Object.fromEntries(
      Object.entries(columns).map(([name, { kind, optional }]) => {
        const cell = texts[name] ?? '';
        return [name, cell === '' && optional ? null : KINDS[kind].read(cell)];
      }),
    );
    if (!Value.Check(schema, row)) {
      const name = Value.Errors(schema, row).First()?.path.slice(1).split('/')[0] ?? '';
      const { kind = 'text', optional } = columns[name] ?? {};
      const must = `${KINDS[kind].must}${optional ? ', or empty' : ''}`;
      fail({ code: 'bad-value', name, value: texts[name] || '(empty)', must, path: `${path} line ${line}` });
    }
    return { ...row, line } as unknown as RowOf<C>;
  });
}
