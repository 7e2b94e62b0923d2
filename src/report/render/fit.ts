/** A fit for a terminal. */
import type { FitReport } from '../fit.ts';
import { roundedText } from '../numbers.ts';
import { wrap } from './wrap.ts';

const DIGITS = 5;
const WIDTH = 100;

export function fitText({ result, warnings }: FitReport, seed: number): string {
  const { starts, residuals, bootstrap } = result;
  const rows = Object.entries(result.parameters).map(([name, { value, low, high, unit, meaning }]) => {
    const interval =
      low === null || high === null ? '' : `${roundedText(low, DIGITS)} to ${roundedText(high, DIGITS)}`;
    return [name, roundedText(value, DIGITS), interval, unit, meaning];
  });
  const widths = [0, 1, 2, 3].map((i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  const lines = rows.map((row) =>
    `  ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}`.trimEnd(),
  );
  const intervals =
    bootstrap.fitted > 0
      ? `Intervals: 95 %, ${bootstrap.fitted} bootstrap draws, seed ${seed}.`
      : 'No intervals: ask for them with --bootstrap N.';
  const text = [
    `${result.statement}, fitted to ${result.runs} runs (${Object.entries(result.columns)
      .map(([quantity, column]) => (quantity === column ? column : `${quantity} from ${column}`))
      .join(', ')})`,
    '',
    ...lines,
    '',
    `Huber's loss of ln L (delta ${result.delta}): ${roundedText(result.loss, DIGITS)}, reached from ${starts.agreeing} of ${starts.tried} starts; gradient ${result.slope.toExponential(1)}.`,
    `Residuals in ln L: median ${roundedText(residuals.median, 3)}, largest ${roundedText(residuals.largest, 3)} on line ${residuals.line}.`,
    `Condition number: ${result.condition === null ? 'infinite' : roundedText(result.condition, 3)}. ${intervals}`,
    `Law: ${result.source}.`,
    ...warnings.map((warning) => `Warning: ${warning}.`),
  ]
    .map((line) => (line.startsWith('  ') ? line : wrap(line, WIDTH, '', '  ')))
    .join('\n');
  return `${text}\n`;
}
