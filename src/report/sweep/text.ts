/** Rows of a sweep as comma-separated text and as JSON lines. */
import type { Swept, SweptColumn } from './sweep.ts';

/** A cell that a spreadsheet takes for what it is: quoted where it must be, never a formula. */
function safe(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

export const csvHeader = (names: readonly string[]): string => `${names.map(safe).join(',')}\n`;

/** A cell as text, by row; '' or null where it is empty. */
function cellsOf(
  column: SweptColumn,
  empty: string,
  name: (text: string) => string,
): (row: number) => string {
  if (column.kind === 'name') {
    const texts = column.names.map(name);
    return (row) => texts[column.values[row] as number] ?? empty;
  }
  const { values } = column;
  return (row) => {
    const value = values[row] as number;
    return Number.isFinite(value) ? String(value) : empty;
  };
}

export function csvOf({ rows, columns }: Swept): string {
  const cells = columns.map((column) => cellsOf(column, '', safe));
  let text = '';
  for (let row = 0; row < rows; row++) {
    for (let k = 0; k < cells.length; k++) text += `${k > 0 ? ',' : ''}${cells[k]?.(row)}`;
    text += '\n';
  }
  return text;
}

export function jsonlOf({ rows, columns }: Swept): string {
  const cells = columns.map((column) => cellsOf(column, 'null', (text) => JSON.stringify(text)));
  const keys = columns.map(({ name }, k) => `${k > 0 ? ',' : '{'}${JSON.stringify(name)}:`);
  let text = '';
  for (let row = 0; row < rows; row++) {
    for (let k = 0; k < cells.length; k++) text += `${keys[k]}${cells[k]?.(row)}`;
    text += '}\n';
  }
  return text;
}
