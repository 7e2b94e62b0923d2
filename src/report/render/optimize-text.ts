/** Optima as a table for a terminal. */

import { numberText, roundedText } from '../numbers.ts';
import { isFailure } from '../optimize.ts';
import type { OptimizeAnswer, OptimizeRow } from '../schemas/optimize.ts';

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

function given(params: unknown): string {
  if (!isObject(params)) return '';
  const { variant = 'baseline', ...values } = params;
  const list = Object.entries(values).map(
    ([name, value]) => `${name}=${typeof value === 'number' ? numberText(value) : String(value)}`,
  );
  return `${String(variant)}: ${list.join(', ')}`;
}

function elasticityTable(elasticities: Readonly<Record<string, number>>): string {
  const against = [...new Set(Object.keys(elasticities).map((name) => name.slice(name.indexOf('/') + 1)))];
  const row = (quantity: string): string[] => [
    quantity,
    ...against.map((name) => {
      const value = elasticities[`${quantity}/${name}`];
      return value === undefined ? '' : value.toFixed(4).replace(/^-(?=0\.0*$)/, '');
    }),
  ];
  const head = ['% per 1 % of', ...against];
  return columns([head, ...ELASTIC.map(row)]);
}

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
    ...(elasticities ? ['', elasticityTable(elasticities)] : []),
  ].join('\n');
}

const rowText = (row: OptimizeRow): string =>
  isFailure(row)
    ? `${given(row.params)}\n  error: ${row.error.message}`
    : `${given(row.params)}\n${answerText(row)}`;

/** One block a row, then the warnings. */
export function optimizeText(rows: readonly OptimizeRow[], warnings: readonly string[]): string {
  const notes = warnings.map((warning) => `warning: ${warning}`);
  return `${[...rows.map(rowText), ...notes].join('\n\n')}\n`;
}
