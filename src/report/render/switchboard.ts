/** The matrix of claims and variants for a terminal of 100 columns, and as Markdown. */
import type { Verdict } from '../../claims/claim.ts';
import type { SwitchCell } from '../../claims/switchboard.ts';
import { markdownText } from './markdown.ts';
import { wrap } from './wrap.ts';

const WIDTH = 100;
const LABEL = 58;

export const MARKS: Readonly<Record<Verdict, string>> = {
  holds: 'H',
  'holds-on-domain': 'D',
  'bound-not-tight': 'B',
  'other-law': 'O',
  refuted: 'X',
  'not-reproduced': 'N',
  'not-applicable': '.',
  undecided: '?',
};

export const variantsOf = (cells: readonly SwitchCell[]): readonly string[] => [
  ...new Set(cells.map(({ variant }) => variant)),
];

export const rowsOf = (cells: readonly SwitchCell[]): readonly (readonly SwitchCell[])[] => {
  const rows = new Map<string, SwitchCell[]>();
  for (const cell of cells) {
    const key = `${cell.id}: ${cell.reading}`;
    rows.set(key, [...(rows.get(key) ?? []), cell]);
  }
  return [...rows.values()];
};

/** Rows in which some variant is asked at all. */
export const asked = (row: readonly SwitchCell[]): boolean =>
  row.some(({ verdict }) => verdict !== 'not-applicable');

const fitted = (text: string, width: number): string =>
  (text.length > width ? `${text.slice(0, width - 3)}...` : text).padEnd(width);

/** What a cell is about, and why it may be milder than the ledger's row. */
export const SCOPE =
  "A cell is about the firms drawn from the variant's box: D where the claim is true at some of them and false at others. The ledger's rows are put to all that their hypotheses allow, to more draws, and to firms outside the box, so a row may be stricter than its cell.";

/** How near-linear growth in E fares under a variant, from the cells alone. */
function nearLinearAnswer(cells: readonly SwitchCell[], variant: string): string | null {
  const own = cells.filter((cell) => cell.id === 'near-linear' && cell.variant === variant);
  const found = (start: string): SwitchCell | undefined =>
    own.find(({ reading }) => reading.startsWith(start));
  const [size, limit] = [found('n*, while'), found('n*, E')];
  if (!size || size.verdict === 'not-applicable') return null;
  const share = `within 3/7 of 1 at ${size.trueAt ?? 0} of ${size.draws} firms`;
  const law = size.law ?? 'no law is found';
  const head =
    size.draws === 0
      ? `${variant}: undecided; no firm drawn has inference dominate`
      : size.verdict === 'holds'
        ? `${variant}: robust. While inference dominates the exponent of n* is the baseline's 1/(1 + alpha gamma), ${share}`
        : size.trueAt === 0
          ? `${variant}: destroyed. While inference dominates ${law}, ${share}`
          : `${variant}: another exponent, ${share}. While inference dominates ${law}`;
  const tail = limit && limit.draws > 0 ? `; as E grows without end, ${limit.law ?? 'unknown'}` : '';
  return `${head}${tail}.`;
}

/** The same for every variant. */
export const nearLinearAnswers = (cells: readonly SwitchCell[]): readonly string[] =>
  variantsOf(cells).flatMap((variant) => nearLinearAnswer(cells, variant) ?? []);

export function switchText(cells: readonly SwitchCell[]): string {
  const variants = variantsOf(cells);
  const rows = rowsOf(cells).filter(asked);
  const left = rowsOf(cells).length - rows.length;
  const legend = variants.map((variant, i) => `${i + 1} ${variant}`).join(', ');
  const marks = Object.entries(MARKS)
    .map(([verdict, mark]) => `${mark} ${verdict}`)
    .join(', ');
  const head = `${' '.repeat(LABEL)} ${variants.map((_, i) => String(i + 1).padStart(2)).join(' ')}`;
  const lines = rows.map((row) => {
    const [first] = row;
    const label = fitted(`${first?.id}: ${first?.reading}`, LABEL);
    const at = (variant: string): string =>
      MARKS[row.find((cell) => cell.variant === variant)?.verdict ?? 'undecided'];
    return `${label} ${variants.map((variant) => at(variant).padStart(2)).join(' ')}`;
  });
  const answers = nearLinearAnswers(cells).map((answer) => wrap(answer, WIDTH, '  ', '    '));
  return `${[
    wrap(`Variants: ${legend}.`, WIDTH),
    wrap(`Verdicts: ${marks}. ${left} readings that are about one model alone are left out.`, WIDTH),
    wrap(SCOPE, WIDTH),
    '',
    head.trimEnd(),
    ...lines,
    ...(answers.length > 0 ? ['', 'Is "near-linear in E" robust?', ...answers] : []),
  ].join('\n')}\n`;
}

/** The cells of one model for a terminal, each with what was found. */
export function columnText(cells: readonly SwitchCell[]): string {
  const shown = cells.filter(({ verdict }) => verdict !== 'not-applicable');
  const left = cells.filter(({ verdict }) => verdict === 'not-applicable');
  const lines = shown.map(({ id, reading, verdict, found, law, replay }) =>
    [
      `${id}: ${reading}`,
      wrap(`${verdict}: ${found}${law ? `; ${law}` : ''}.`, WIDTH, '  ', '    '),
      ...(replay ? [`  ${replay}`] : []),
    ].join('\n'),
  );
  const apart = left.map(({ id, reading, found }) =>
    wrap(`${id}: ${reading}: ${found}.`, WIDTH, '  ', '    '),
  );
  return `${[
    wrap(SCOPE, WIDTH),
    ...lines,
    ...(apart.length > 0 ? [`Not asked:\n${apart.join('\n')}`] : []),
  ].join('\n\n')}\n`;
}

export function switchMarkdown(cells: readonly SwitchCell[]): string {
  const variants = variantsOf(cells);
  const rows = rowsOf(cells)
    .filter(asked)
    .map((row) => {
      const [first] = row;
      const at = (variant: string): string =>
        row.find((cell) => cell.variant === variant)?.verdict ?? 'undecided';
      return `| ${markdownText(`${first?.id}: ${first?.reading}`)} | ${variants.map(at).join(' | ')} |`;
    });
  const head = `| claim | ${variants.join(' | ')} |\n|---|${variants.map(() => '---|').join('')}`;
  const answers = nearLinearAnswers(cells).map((answer) => `- ${markdownText(answer)}`);
  return `# Claims and variants\n\n${SCOPE}\n\n${head}\n${rows.join('\n')}\n\n${answers.join('\n')}\n`;
}
