/** Growth permitted against growth observed, for readers; and what the tables say of growth. */
import { rowsOf } from '../../data/registry.ts';
import { PLAUSIBLE } from '../facts/runs.ts';
import { numberText, roundedText } from '../numbers.ts';
import type { ObservationsResult, ObservedJson, TrendsRow } from '../schemas/trends.ts';
import { markdownTable, type Sheet, textTable } from './table.ts';
import { wrap } from './wrap.ts';

const DIGITS = 3;
const WIDTH = 100;

export const factorText = (value: number | null): string =>
  value === null ? '–' : `${roundedText(value, DIGITS)}x`;

/** A figure and its interval, where one is published. */
const intervalText = ({ value, low, high }: Pick<ObservedJson, 'value' | 'low' | 'high'>): string =>
  low === high
    ? factorText(value)
    : `${factorText(value)} (${roundedText(low, DIGITS)}–${roundedText(high, DIGITS)})`;

const permitsText = ({ bound, law, local }: TrendsRow['permits']): string =>
  [bound, law, local]
    .map((one) => (one === null ? '–' : one === 'within the interval' ? 'part' : one))
    .join(', ');

const heldText = (hold: TrendsRow['hold']): string => (hold === 'rho' ? 'ρ' : 'b');

/** Without an edge the law permits the growth observed at every gamma, or at none. */
function neededText({ gammaNeeded, law, observed: { value } }: TrendsRow): string {
  if (gammaNeeded.law !== null) return `≤ ${roundedText(gammaNeeded.law, DIGITS)}`;
  return law !== null && law >= value ? 'any to 2' : 'none';
}

function sheetOf(rows: readonly TrendsRow[]): Sheet {
  return {
    head: ['scenario', 'of', 'held', 'bound', 'law', 'local', 'observed', 'permitted?', 'γ needed'],
    rows: rows.map((row) => [
      row.scenario,
      row.unit,
      heldText(row.hold),
      factorText(row.bound),
      factorText(row.law),
      factorText(row.local),
      intervalText(row.observed),
      permitsText(row.permits),
      neededText(row),
    ]),
  };
}

const growthText = (growth: TrendsRow['growth']): string =>
  Object.entries(growth)
    .map(([name, rate]) => `${name} ${roundedText(rate, 4)}x`)
    .join(', ');

/** What each scenario is, and at which of its regimes the law is taken. */
function scenarioLines(rows: readonly TrendsRow[]): readonly string[] {
  return [...new Map(rows.map((row) => [row.scenario, row])).values()].map(
    ({ scenario, title, variant, growth, gamma, regime, sources }) =>
      `${scenario}: ${title}. Model ${variant}${gamma === null ? '' : `, gamma ${gamma}`}; growth per year ${growthText(growth)}; its own point is ${regime}. Exponents and growth: ${sources.join('; ')}.`,
  );
}

/** A row whose bound lies below the exact law: the theorem is then read beyond what it says. */
function cautions(rows: readonly TrendsRow[]): readonly string[] {
  const over = rows.filter(({ bound, law }) => bound !== null && law !== null && bound < law * 0.999);
  const names = [...new Set(over.map(({ scenario, hold }) => `${scenario} (${heldText(hold)} held)`))];
  return names.length === 0
    ? []
    : [
        `Below the exact law lies the bound of ${names.join(', ')}: the theorems hold as E grows with the rest fixed, and read uniformly in a and ρ they are refuted (claims theorem-1, theorem-2).`,
      ];
}

const KEY = [
  "Growth per year as a factor: of training spend ($), and of training compute (FLOP, spend times E). bound: of theorem 1, 2 or 3 as the paper states it; law: exact, in the regime of the scenario's point; local: the referee's elasticities there. permitted?: whether bound, law, local cover what is observed (part: some of its interval). γ needed: from which γ on downwards the law permits the observed middle, price and sales as they are.",
  'held: as a grows, ρ = (a/b)^(1/α) (b grows with a) or b.',
];

const sourcesOf = (rows: readonly TrendsRow[]): readonly string[] => [
  ...new Set(
    rows.map(({ observed: { quantity, source, window } }) => `Observed ${quantity}: ${source}; ${window}.`),
  ),
];

/** The same quantity over other windows of our tables. */
function alsoLines(rows: readonly TrendsRow[]): readonly string[] {
  const seen = new Map(rows.flatMap(({ also }) => also.map((one) => [one.id, one] as const)));
  const texts = [...seen.values()].map((one) => `${one.id} ${intervalText(one)}`);
  return texts.length === 0
    ? []
    : [
        `In the tables, by window (90 %): ${texts.join('; ')} (Epoch AI, Notable AI models, CC BY 4.0; trends --observed).`,
      ];
}

const notesOf = (rows: readonly TrendsRow[]): readonly string[] => [
  ...KEY,
  ...scenarioLines(rows),
  ...cautions(rows),
  ...sourcesOf(rows),
  ...alsoLines(rows),
];

const paragraphs = (lines: readonly string[]): string =>
  lines.map((line) => wrap(line, WIDTH, '', '  ')).join('\n');

export const TRENDS_RENDERERS = {
  text: (rows: readonly TrendsRow[]): string =>
    `${textTable(sheetOf(rows))}\n\n${paragraphs(notesOf(rows))}\n`,
  md: (rows: readonly TrendsRow[]): string =>
    `${markdownTable(sheetOf(rows))}\n\n${notesOf(rows).join('\n\n')}\n`,
} as const;

const year = (at: number): string => at.toFixed(1);

const seriesSheet = ({ series }: ObservationsResult): Sheet => ({
  head: ['series', 'per year (90 %)', 'doubles in', 'points', 'from', 'to', 'scatter', 'unit'],
  rows: series.map(({ id, growth, doubling, points, from, to, scatter, unit }) => [
    id,
    intervalText(growth),
    `${roundedText(doubling, 2)} yr`,
    String(points),
    year(from),
    year(to),
    `×/÷ ${roundedText(Math.exp(scatter), 2)}`,
    unit,
  ]),
});

const exact = (value: number): string => value.toExponential(2).replace('e+', 'e');

const chipSheet = ({ chips }: ObservationsResult): Sheet => ({
  head: ['chip', 'released', '$', 'FLOP/s', 'format', '$/h', 'E, FLOP/$', 'worst', 'best'],
  rows: chips.map(({ hardware, released, price, peak, format, hour, E }) => [
    hardware,
    released,
    roundedText(price, 5),
    exact(peak),
    format,
    hour.toFixed(2),
    exact(E.value),
    exact(E.low),
    exact(E.high),
  ]),
});

const runSheet = ({ runs }: ObservationsResult): Sheet => ({
  head: ['run', 'date', 'frontier', 'FLOP', '$ of 2023', 'E, FLOP/$'],
  rows: runs.map(({ model, date, frontier, flop, spend, E }) => [
    model,
    date,
    frontier ? 'yes' : '',
    exact(flop),
    exact(spend),
    exact(E),
  ]),
});

/** What is shown of the tables: the trends, or E of each chip, or E of each run. */
export const TABLE_KINDS = ['series', 'chips', 'runs'] as const;
export type TableKind = (typeof TABLE_KINDS)[number];

const SHEETS: Readonly<Record<TableKind, (found: ObservationsResult) => Sheet>> = {
  series: seriesSheet,
  chips: chipSheet,
  runs: runSheet,
};

function tableNotes(
  kind: TableKind,
  { chips, utilisation, draws, sources }: ObservationsResult,
): readonly string[] {
  const { value, low, high, runs } = utilisation;
  const own: Readonly<Record<TableKind, string>> = {
    series: `A line through the logarithms by least squares, so of the typical run of the window; intervals from ${draws} draws of the points with replacement. scatter: one standard deviation about the line.`,
    chips: `${chips.length} of the ${rowsOf('chips').length} chips of the table: of the others it has no price or no power. E by the derivation hardware-efficiency, for the owner: price at release, utilisation ${roundedText(value, 2)} (median of ${runs} runs, nine tenths of them ${roundedText(low, 2)} to ${roundedText(high, 2)}), the other costs from data/owning-a-chip.json, most of them assumptions. worst and best: every one of them at its worst or best end at once.`,
    runs: `E realised: training compute over its cost, of runs without a base model, between ${numberText(PLAUSIBLE.low)} and ${numberText(PLAUSIBLE.high)} FLOP/$ (data/conventions.json).`,
  };
  return [own[kind], `Data: ${sources.join('; ')}.`];
}

export const OBSERVED_RENDERERS = {
  text: (kind: TableKind, found: ObservationsResult): string =>
    `${textTable(SHEETS[kind](found))}\n\n${paragraphs(tableNotes(kind, found))}\n`,
  md: (kind: TableKind, found: ObservationsResult): string =>
    `${markdownTable(SHEETS[kind](found))}\n\n${tableNotes(kind, found).join('\n\n')}\n`,
} as const;
