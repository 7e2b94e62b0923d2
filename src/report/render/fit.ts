/** A fit for a terminal. */
import type { FitReport } from '../fit/fit.ts';
import { numberText, roundedText } from '../numbers.ts';
import type { FitQuality, FitResult } from '../schemas/fit.ts';
import { wrap } from './wrap.ts';

const DIGITS = 5;
const WIDTH = 100;

type Ends = { readonly low: number | null; readonly high: number | null };

const span = ({ low, high }: Ends): string =>
  low === null || high === null ? '' : `${roundedText(low, DIGITS)} to ${roundedText(high, DIGITS)}`;

/** Rows in columns, indented. */
function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows.map((row) => `  ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}`.trimEnd());
}

const constants = ({ parameters }: FitResult): readonly string[] =>
  columns(
    Object.entries(parameters).map(([name, { value, low, high, fixed, unit, meaning }]) => [
      name,
      roundedText(value, DIGITS),
      fixed ? 'fixed' : span({ low, high }),
      unit,
      meaning,
    ]),
  );

/** Minima about as low as the best, in the constants that are fitted. */
function otherLines({ others, parameters }: FitResult): readonly string[] {
  if (others.length === 0) return [];
  const fitted = Object.keys(parameters).filter((name) => !parameters[name]?.fixed);
  const rows = others.map((other) => [
    roundedText(other.loss, DIGITS),
    `${other.starts} ${other.starts === 1 ? 'start' : 'starts'}`,
    fitted.map((name) => `${name} ${roundedText(other.parameters[name] ?? Number.NaN, 4)}`).join(', '),
  ]);
  return ['', "Other minima, by Huber's loss:", ...columns(rows)];
}

type Law = FitQuality['laws'][number];

/** As other verbs take it. */
const setting = ({ set, parameters }: Law): string =>
  Object.entries(parameters)
    .filter(([name]) => name !== 'rho')
    .map(([name, { value }]) => `${name}=${numberText(Number(value.toPrecision(9)))}`)
    .concat(Object.entries(set).map(([name, value]) => `${name}=${value}`))
    .join(',');

function lawLines(law: Law): readonly string[] {
  const { variant, set, exact, parameters } = law;
  const at = Object.entries(set).map(([name, value]) => `, ${name} = ${value}`);
  return [
    '',
    `${variant}${at.join('')}: ${exact}`,
    ...columns(
      Object.entries(parameters).map(([name, { value, low, high, unit }]) => [
        name,
        roundedText(value, DIGITS),
        span({ low, high }),
        unit,
      ]),
    ),
    `  --set ${setting(law)}`,
  ];
}

function qualityLines({ threshold, laws, derivation }: FitQuality): readonly string[] {
  const { loss, at, model } = threshold;
  const interval = span(loss);
  const where = at
    ? `, the fit at ${model ? `${model}, the first model sold by API: ` : ''}${roundedText(at.params, 4)} parameters and ${roundedText(at.tokens, 4)} tokens`
    : ', as given';
  return [
    '',
    `Quality is q = (L1 - E0)/(L - E0), by the derivation ${derivation}. It is 1 at L1 = ${roundedText(loss.value, DIGITS)}${interval === '' ? '' : ` (${interval})`}${where}.`,
    ...laws.flatMap(lawLines),
    '',
  ];
}

export function fitText({ result, warnings }: FitReport, seed: number): string {
  const { starts, residuals, bootstrap, quality } = result;
  const intervals =
    bootstrap.fitted > 0
      ? `Intervals: 95 %, ${bootstrap.fitted} bootstrap draws, seed ${seed}.`
      : 'No intervals: ask for them with --bootstrap N.';
  const text = [
    `${result.statement}, fitted to ${result.runs} runs (${Object.entries(result.columns)
      .map(([quantity, column]) => (quantity === column ? column : `${quantity} from ${column}`))
      .join(', ')})`,
    '',
    ...constants(result),
    ...(quality ? qualityLines(quality) : ['']),
    `Huber's loss of ln L (delta ${result.delta}): ${roundedText(result.loss, DIGITS)}, reached from ${starts.agreeing} of ${starts.tried} starts; gradient ${result.slope.toExponential(1)}.`,
    `Residuals in ln L: median ${roundedText(residuals.median, 3)}, largest ${roundedText(residuals.largest, 3)} on line ${residuals.line}.`,
    `Condition number: ${result.condition === null ? 'infinite' : roundedText(result.condition, 3)}. ${intervals}`,
    ...otherLines(result),
    `Law: ${result.source}.`,
    ...warnings.map((warning) => `Warning: ${warning}.`),
  ]
    .map((line) => (line.startsWith('  ') ? line : wrap(line, WIDTH, '', '  ')))
    .join('\n');
  return `${text}\n`;
}
