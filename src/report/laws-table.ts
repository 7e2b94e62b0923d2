/** The exponents of every variant as one parameter grows, side by side: which keep a law, which change it, which have none. */
import type { Values } from '../economics/parameters.ts';
import { VARIANT_IDS, VARIANTS } from '../economics/variants/registry.ts';
import { fail } from '../kernel/issues.ts';
import { nearest } from '../kernel/suggest.ts';
import { laws } from './laws.ts';
import { roundedText } from './numbers.ts';
import type { ExpressionJson } from './schemas/expression.ts';
import { LAW_QUANTITIES, type LawQuantity, type LawRegimeJson, type LawsResult } from './schemas/laws.ts';

const ENTRY: readonly string[] = ['stay-out', 'break-even'];
const DIGITS = 4;

const HEADINGS: Readonly<Record<LawQuantity, string>> = {
  n: 'n',
  d: 'd',
  t: 't',
  C_train: 'C',
  profit: 'profit',
};

/** The values that a variant has a parameter for. */
const ownValues = (id: (typeof VARIANT_IDS)[number], set: Values): Values => {
  const names = VARIANTS[id].parameters.map(({ name }) => name);
  return Object.fromEntries(Object.entries(set).filter(([name]) => names.includes(name)));
};

const numberIn = ({ text, value }: ExpressionJson): string =>
  value === null ? text : roundedText(value, DIGITS);

/** An exponent, with the power of the logarithm where there is one; a dash where there is no law. */
function powerOf({ exponents, logPowers }: LawRegimeJson, name: LawQuantity): string {
  const [exponent, logPower] = [exponents[name], logPowers[name]];
  if (!exponent || !logPower) return '-';
  const [power, log] = [numberIn(exponent), numberIn(logPower)];
  if (log === '0') return power;
  return `${power} (ln^${log})`;
}

const endOf = (end: ExpressionJson | null, open: string): string =>
  end?.value == null ? open : roundedText(end.value, 3);

/** The rows of one case of the signs, under a line that says which it is where there are several. */
function caseRows(index: number, { regimes, cases }: LawsResult): string[][] {
  const one = cases[index];
  const own = regimes.filter((regime) => regime.case === index && !ENTRY.includes(regime.name));
  const head = cases.length > 1 ? [['', `${one?.text ?? ''}:`]] : [];
  if (one?.unbounded) return [...head, ['', 'no optimum: profit is unbounded']];
  if (own.length > 0) return [...head, ...own.map(regimeRow)];
  const why =
    one && one.undecided.length > 0 ? `undecided: ${one.undecided.join('; ')}` : 'no regime is found';
  return [...head, ['', why]];
}

const regimeRow = (regime: LawRegimeJson): string[] => [
  '',
  regime.name,
  ...LAW_QUANTITIES.map((name) => powerOf(regime, name)),
  endOf(regime.from, '-'),
  endOf(regime.to, '-'),
];

function rowsOf(id: string, result: LawsResult): string[][] {
  const rows = result.cases.flatMap((_, index) => caseRows(index, result));
  const [[, ...first] = ['', 'no case of the signs was decided for these values'], ...others] = rows;
  return [[id, ...first], ...others];
}

/**
 * The table as text: for each variant, and each case of the signs, its regimes in order, the exponents there and where each begins and ends. A variant
 * without the growing parameter is left out; values for parameters that a variant lacks do not concern it.
 * @throws OptimandError for a value of a parameter that no variant has.
 */
export function lawsTable(growing: string, set: Values): string {
  const known = [...new Set(VARIANT_IDS.flatMap((id) => VARIANTS[id].parameters.map(({ name }) => name)))];
  for (const name of [growing, ...Object.keys(set)]) {
    if (!known.includes(name))
      fail({ code: 'unknown-symbol', name, known, suggestion: nearest(name, known) });
  }
  const having = VARIANT_IDS.filter((id) => VARIANTS[id].parameters.some(({ name }) => name === growing));
  const rows = [
    ['variant', 'regime', ...LAW_QUANTITIES.map((name) => HEADINGS[name]), 'from', 'to'],
    ...having.flatMap((id) => rowsOf(id, laws(id, { in: growing, set: ownValues(id, set) }).result)),
  ];
  const widths = rows[0]?.map((_, j) =>
    Math.max(...rows.filter((row) => row.length > 2).map((row) => (row[j] ?? '').length)),
  );
  const first = Math.max(...rows.map(([id = '']) => id.length));
  const lines = rows.map((row) =>
    row
      .map((cell, j) => cell.padEnd(j === 0 ? first : (widths?.[j] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  return [`Exponents in ${growing}, by variant and regime`, '', ...lines, ''].join('\n');
}
