/** What the step checker found, as a table. */
import Table from 'cli-table3';
import type { RecheckRow } from '../../derive/recheck/recheck.ts';
import { roundedText } from '../numbers.ts';

const beyond = ({ notJudged }: RecheckRow): string =>
  Object.entries(notJudged)
    .map(([rule, count]) => `${count} ${rule}`)
    .join(', ');

/** One line a derivation, and sentences with the sums. */
export function recheckText(rows: readonly RecheckRow[]): string {
  const table = new Table({
    head: ['derivation', 'steps', 'inputs', 'accepted', 'exactly', 'rejected', 'worst', 'not judged'],
    style: { head: [], border: [] },
  });
  for (const row of rows) {
    const { derivation, steps, inputs, accepted, exact, rejected, worst } = row;
    table.push([
      derivation,
      steps,
      inputs,
      accepted,
      exact,
      rejected.length,
      roundedText(worst, 2),
      beyond(row),
    ]);
  }
  const sum = (of: (row: RecheckRow) => number): number => rows.reduce((total, row) => total + of(row), 0);
  const [accepted, exact] = [sum((row) => row.accepted), sum((row) => row.exact)];
  const open = sum(({ notJudged }) => Object.values(notJudged).reduce((total, count) => total + count, 0));
  return [
    table.toString(),
    `${accepted} of ${accepted + sum(({ rejected }) => rejected.length)} steps that have a value at a point follow from what they name: ${exact} by exact evaluation,`,
    'the others at points to 40 digits (limits, taken at 1e-20, to 12).',
    `${open} steps are words, leading order or the like and are not judged.`,
    '',
  ].join('\n');
}
