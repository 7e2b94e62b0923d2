/** The sign matrix of a problem for readers: a table, then what is open, each with the response whose sign decides. */
import type { SymbolTable } from '../../kernel/symbols.ts';
import { inlineParts } from '../inline.ts';
import type { ProblemStaticsReport } from '../problem/statics.ts';
import type { ProblemStaticsRow } from '../schemas/statics.ts';
import { escapeTex } from '../tex-escape.ts';
import { markdownText } from './markdown.ts';
import { LEGEND, MARKS, type StaticsRendering, texMark } from './statics.ts';
import { wrap } from './wrap.ts';

type Renderer = (report: ProblemStaticsReport) => string;

const WIDTH = 100;

const titleOf = ([row]: readonly ProblemStaticsRow[]): string =>
  `Signs of responses${row && row.where !== 'interior' ? ` where ${row.where} holds` : ''}`;

/** One line a parameter, one column a quantity. */
function matrixOf(rows: readonly ProblemStaticsRow[]): readonly (readonly string[])[] {
  const quantities = [...new Set(rows.map(({ quantity }) => quantity))];
  const parameters = [...new Set(rows.map(({ parameter }) => parameter))];
  const mark = (parameter: string, quantity: string): string => {
    const row = rows.find((one) => one.parameter === parameter && one.quantity === quantity);
    return row ? MARKS[row.sign] : '';
  };
  return [
    ['', ...quantities],
    ...parameters.map((name) => [name, ...quantities.map((quantity) => mark(name, quantity))]),
  ];
}

const isOpen = ({ sign }: ProblemStaticsRow): boolean => sign === 'changes' || sign === 'undecided';

function footer(rows: readonly ProblemStaticsRow[]): string {
  const [first] = rows;
  if (!first) return '';
  const against = rows.reduce((sum, { evidence }) => sum + evidence.against, 0);
  const optima = Math.min(...rows.map(({ evidence }) => evidence.optima));
  return `Referee: ${optima} optima (${first.evidence.draws} draws, seed ${first.evidence.seed}); ${against} against a sign shown.`;
}

const whereLetters = ({ letters }: ProblemStaticsRow): string =>
  letters.length > 0
    ? ` Here ${letters.map(({ name, meaning, definition }) => `${name} is ${definition?.text ?? meaning}`).join('; ')}.`
    : '';

const renderText: Renderer = ({ rows, warnings }) => {
  const matrix = matrixOf(rows);
  const widths = (matrix[0] ?? []).map((_, i) => Math.max(...matrix.map((line) => line[i]?.length ?? 0)));
  const table = matrix.map((line) =>
    line
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart((widths[i] ?? 0) + 2)))
      .join('')
      .trimEnd(),
  );
  const notes = rows
    .filter(isOpen)
    .map((row) =>
      wrap(`${row.quantity} / ${row.parameter}: ${row.sentence}${whereLetters(row)}`, WIDTH, '  ', '      '),
    );
  const parts = [
    titleOf(rows),
    table.join('\n'),
    LEGEND,
    ...notes,
    wrap(footer(rows), WIDTH),
    ...warnings.map((warning) => wrap(`warning: ${warning}`, WIDTH)),
  ];
  return `${parts.join('\n\n')}\n`;
};

const set = (text: string, symbols: SymbolTable, escaped: (words: string) => string): string =>
  inlineParts(text, symbols)
    .map((part) => (part.kind === 'words' ? escaped(part.text) : `$${part.tex}$`))
    .join('');

const markdownRow = (cells: readonly string[]): string => `| ${cells.map(markdownText).join(' | ')} |`;

const renderMd: Renderer = ({ rows, warnings, symbols }) => {
  const [head = [], ...lines] = matrixOf(rows);
  const table = [markdownRow(head), `|${head.map(() => '---').join('|')}|`, ...lines.map(markdownRow)].join(
    '\n',
  );
  const notes = rows.map(
    (row) =>
      `- **${markdownText(row.quantity)} / ${markdownText(row.parameter)}** (${MARKS[row.sign]}) ${markdownText(row.sentence)} $${row.response.value.tex}$`,
  );
  const parts = [
    `## ${titleOf(rows)}`,
    table,
    `${LEGEND}.`,
    footer(rows),
    ...warnings.map((warning) => `Note: ${set(warning, symbols, markdownText)}.`),
    notes.join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
};

const renderTex: Renderer = ({ rows, warnings }) => {
  const [head = [], ...lines] = matrixOf(rows);
  const line = (cells: readonly string[]): string => `  ${cells.join(' & ')} \\\\`;
  const table = [
    `\\begin{tabular}{l${'c'.repeat(Math.max(0, head.length - 1))}}`,
    line(head.map(escapeTex)),
    '  \\hline',
    ...lines.map(([name = '', ...marks]) => line([escapeTex(name), ...marks.map(texMark)])),
    '\\end{tabular}',
  ].join('\n');
  const notes = rows
    .filter(isOpen)
    .map(
      (row) =>
        `  \\item[${escapeTex(row.quantity)} / ${escapeTex(row.parameter)}] The sign is that of\n  \\[ ${row.response.value.tex} \\]`,
    );
  const list = notes.length > 0 ? ['\\begin{description}', ...notes, '\\end{description}'].join('\n') : '';
  const parts = [
    `\\subsection*{${escapeTex(titleOf(rows))}}`,
    table,
    escapeTex(`${LEGEND}.`),
    list,
    escapeTex(footer(rows)),
    ...warnings.map((warning) => escapeTex(`${warning}.`)),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
};

/** Every format in which the matrix of a problem is shown to a reader. */
export const PROBLEM_STATICS_RENDERERS: Readonly<Record<StaticsRendering, Renderer>> = {
  text: renderText,
  md: renderMd,
  tex: renderTex,
};
