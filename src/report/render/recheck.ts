/** What the step checker found, as a table. */
import Table from 'cli-table3';
import { roundedText } from '../numbers.ts';
import type { RecheckRow } from '../recheck.ts';

const beyond = (row: RecheckRow): string =>
  Object.entries(row.notChecked)
    .map(([rule, count]) => `${count} ${rule}`)
    .join(', ');

/** One line a derivation, and a sentence with the sums. */
export function recheckText(rows: readonly RecheckRow[]): string {
  const table = new Table({
    head: ['derivation', 'steps', 'inputs', 'accepted', 'rejected', 'worst', 'not checked'],
    style: { head: [], border: [] },
  });
  for (const row of rows) {
    const { derivation, steps, inputs, accepted, rejected, worst } = row;
    table.push([derivation, steps, inputs, accepted, rejected.length, roundedText(worst, 2), beyond(row)]);
  }
  const sum = (of: (row: RecheckRow) => number): number => rows.reduce((total, row) => total + of(row), 0);
  const accepted = sum((row) => row.accepted);
  const asked = accepted + sum(({ rejected }) => rejected.length);
  return `${table.toString()}\n${accepted} of ${asked} steps that have a value at a point follow from what they name, to 40 digits; derivatives and limits, taken as differences, to 12.\n`;
}
