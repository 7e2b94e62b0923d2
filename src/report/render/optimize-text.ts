/** Optima as a table for a terminal. */

import { UNDECLARED } from '../../kernel/units.ts';
import { numberText, roundedText } from '../numbers.ts';
import { isFailure } from '../optimize.ts';
import { problemAsked } from '../problem/ask.ts';
import { quantitiesTold } from '../problem/laws.ts';
import type { OptimizeAnswer, OptimizeRow, ProblemAnswer } from '../schemas/optimize.ts';

const QUANTITIES = [
  ['n', 'parameters', 'model size'],
  ['d', 'tokens', 'training data'],
  ['t', 'tokens', 'inference sold'],
  ['profit', '$', 'profit'],
  ['C_train', '$', 'training spend'],
] as const;

const ELASTIC = ['n', 'd', 't', 'C_train'] as const;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Columns padded to one width each, those that end in a number to the right. */
function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  const isNumeric = widths.map((_, i) => /^-?\d/.test(rows.at(-1)?.[i] ?? ''));
  const pad = (cell: string, i: number): string =>
    isNumeric[i] ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0);
  return rows.map((row) => `  ${row.map(pad).join('  ')}`.trimEnd()).join('\n');
}

const nameOf = (asked: unknown): string => {
  const name = isObject(asked) ? asked.id : asked;
  return typeof name === 'string' ? name : 'baseline';
};

/** The row by what it says: its model, or the one asked for, with its numbers, or where it gives none the model's own. */
function headOf(row: OptimizeRow, asked: unknown, place: string): string {
  const { params } = row;
  if (!isObject(params) || Array.isArray(params)) return place;
  const { variant = nameOf(asked), ...given } = params;
  const own = isFailure(row) ? [] : row.parameters.map(({ name, value }) => [name, value] as const);
  const shown = Object.keys(given).length > 0 ? Object.entries(given) : own;
  const list = shown.map(
    ([name, value]) => `${name}=${typeof value === 'number' ? numberText(value) : String(value)}`,
  );
  return list.length > 0 ? `${String(variant)}: ${list.join(', ')}` : `${String(variant)}, no numbers given`;
}

function elasticityTable(
  elasticities: Readonly<Record<string, number>>,
  quantities: readonly string[] = ELASTIC,
): string {
  const against = [...new Set(Object.keys(elasticities).map((name) => name.slice(name.indexOf('/') + 1)))];
  const row = (quantity: string): string[] => [
    quantity,
    ...against.map((name) => {
      const value = elasticities[`${quantity}/${name}`];
      return value === undefined ? '' : value.toFixed(4).replace(/^-(?=0\.0*$)/, '');
    }),
  ];
  const head = ['% per 1 % of', ...against];
  return columns([head, ...quantities.map(row)]);
}

const assumedLine = ({ assumptions }: Pick<OptimizeAnswer, 'assumptions'>): readonly string[] =>
  assumptions.length > 0 ? [`  assumed: ${assumptions.map(({ text }) => text).join('; ')}`] : [];

function answerText(row: OptimizeAnswer): string {
  const { optimum, elasticities, regime, residual, unbounded } = row;
  if (unbounded) return '  profit grows without end: there is no optimum';
  if (!optimum) return '  stay out: no choice of n, d and t makes a profit';
  const quantities = QUANTITIES.map(([name, unit, meaning]) => [
    name,
    roundedText(optimum[name], 9),
    unit,
    meaning,
  ]);
  return [
    columns(quantities),
    `  regime: ${regime}; residual of the first-order conditions: ${residual === null ? 'unknown' : residual.toExponential(1)}`,
    ...assumedLine(row),
    ...(elasticities ? ['', elasticityTable(elasticities)] : []),
  ].join('\n');
}

const unitText = (unit: string): string => (unit === UNDECLARED ? '-' : unit);

/** Which letters have no unit, so that their formulas are not checked for units. */
function unitsLine(
  { parameters }: ProblemAnswer,
  told: ReturnType<typeof quantitiesTold>,
): readonly string[] {
  const letters = [...told, ...parameters];
  const open = letters.filter(({ unit }) => unit === UNDECLARED).map(({ name }) => name);
  const hasUnits = letters.some(({ unit }) => unit !== UNDECLARED && unit !== '1');
  if (open.length === 0) return [];
  return hasUnits
    ? [`  units: none is declared for ${open.join(', ')}; what they stand in is not checked`]
    : ['  units: none are declared, and none are checked'];
}

/** In the place of a number, where a warning says why there is none. */
const NONE = {
  variable: 'no value',
  objective: 'no value',
  reported: 'no value',
  multiplier: 'not told',
} as const;

/** The optimum of a problem of another kind than a firm's, its shadow prices among the quantities. */
function problemText(row: ProblemAnswer, told: ReturnType<typeof quantitiesTold>): string {
  const { optimum, multipliers, elasticities, regime, residual, why, binding, deviation } = row;
  if (!optimum) return `  no optimum: ${why}`;
  const values: Readonly<Record<string, number>> = { ...optimum, ...multipliers };
  const shown = told.map(({ name, unit, meaning, role }) => [
    name,
    values[name] === undefined ? NONE[role] : roundedText(values[name], 9),
    unitText(unit),
    meaning,
  ]);
  const binds = binding.length > 0 ? binding.join(', ') : 'nothing';
  return [
    columns(shown),
    `  regime: ${regime ?? 'none, for nothing costs more than the rest'}; binding: ${binds}; residual of the first-order conditions: ${residual?.toExponential(1)}`,
    ...(deviation === undefined
      ? []
      : [
          `  nobody gains by deviating alone: the best reply to it is the choice itself, to ${deviation.toExponential(1)} of what is at stake`,
        ]),
    ...assumedLine(row),
    ...unitsLine(row, told),
    ...(elasticities
      ? [
          '',
          elasticityTable(
            elasticities,
            told.map(({ name }) => name),
          ),
        ]
      : []),
  ].join('\n');
}

function rowText(row: OptimizeRow, asked: unknown, place: string): string {
  const head = headOf(row, asked, place);
  if (isFailure(row)) return `${head}\n  error: ${row.error.message}`;
  if (!('solved' in row)) return `${head}\n${answerText(row)}`;
  const named = isObject(row.params) ? row.params.variant : undefined;
  const problem = problemAsked(named ?? asked) ?? problemAsked(asked);
  return `${head}\n${problemText(row, problem ? quantitiesTold(problem) : [])}`;
}

/** One block a row, then the warnings. `asked` is what a row that names no variant is about. */
export function optimizeText(
  rows: readonly OptimizeRow[],
  warnings: readonly string[],
  asked: unknown = 'baseline',
): string {
  const notes = warnings.map((warning) => `warning: ${warning}`);
  return `${[...rows.map((row, i) => rowText(row, asked, `row ${i + 1}`)), ...notes].join('\n\n')}\n`;
}
