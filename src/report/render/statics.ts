/** The sign matrix for readers: a table, then the cells that change sign, each with its sentence and its surface. */
import { QUANTITIES } from '../../derive/statics/response.ts';
import type { SymbolTable } from '../../kernel/symbols.ts';
import { inlineParts } from '../inline.ts';
import { premisesText } from '../premises.ts';
import type { StaticsRow, StaticsSign } from '../schemas/statics.ts';
import type { StaticsReport } from '../statics.ts';
import { HELD_HEADS, QUANTITY_HEADS, whereHead } from '../statics-words.ts';
import { escapeTex } from '../tex-escape.ts';
import { markdownText } from './markdown.ts';
import { wrap } from './wrap.ts';

export const STATICS_RENDERINGS = ['text', 'md', 'tex'] as const;
export type StaticsRendering = (typeof STATICS_RENDERINGS)[number];

type Renderer = (report: StaticsReport) => string;

/** How a table shows a sign. */
export const MARKS: Readonly<Record<StaticsSign, string>> = {
  '+': '+',
  '-': '-',
  '0': '0',
  changes: '+/-',
  undecided: '?',
};
export const LEGEND = '+ rises, - falls, 0 does not move, +/- changes sign (see below), ? undecided';
const WIDTH = 100;

interface Matrix {
  readonly head: readonly string[];
  readonly lines: readonly (readonly string[])[];
}

/** One line a parameter, one column a quantity. */
function matrixOf(rows: readonly StaticsRow[]): Matrix {
  const parameters = [...new Set(rows.map(({ parameter }) => parameter))];
  const mark = (parameter: string, quantity: string): string => {
    const row = rows.find((one) => one.parameter === parameter && one.quantity === quantity);
    return row ? MARKS[row.sign] : '';
  };
  return {
    head: ['', ...QUANTITIES.map((quantity) => QUANTITY_HEADS[quantity])],
    lines: parameters.map((parameter) => [
      parameter,
      ...QUANTITIES.map((quantity) => mark(parameter, quantity)),
    ]),
  };
}

const titleOf = ([row]: readonly StaticsRow[]): string =>
  row ? `Signs of responses ${whereHead(row.where)}, ${HELD_HEADS[row.hold]}` : 'Signs of responses';

const isOpen = ({ sign }: StaticsRow): boolean => sign === 'changes' || sign === 'undecided';

/** The surface solved for w where it can be, else as it stands. */
const surfaceOf = ({ boundary }: StaticsRow): { text: string; tex: string } | null =>
  boundary && (boundary.root ?? boundary.surface);

function evidenceText({ evidence: { optima, draws, seed, against, misplaced } }: StaticsRow): string {
  return `Referee: ${optima} optima (${draws} draws, seed ${seed}); ${against} against a sign shown, ${misplaced} on the wrong side of a surface.`;
}

/** The fewest optima that any cell was held against, and all that speaks against any. */
function footer(rows: readonly StaticsRow[]): string {
  const [first] = rows;
  if (!first) return '';
  const total = (of: (row: StaticsRow) => number): number => rows.reduce((sum, row) => sum + of(row), 0);
  const optima = Math.min(...rows.map(({ evidence }) => evidence.optima));
  const against = total(({ evidence }) => evidence.against);
  const misplaced = total(({ evidence }) => evidence.misplaced);
  return evidenceText({ ...first, evidence: { ...first.evidence, optima, against, misplaced } });
}

/** What all cells rest on. */
const ground = ([first]: readonly StaticsRow[]): readonly string[] => (first ? [premisesText(first)] : []);

const renderText: Renderer = ({ rows, warnings }) => {
  const { head, lines } = matrixOf(rows);
  const padded = [head, ...lines].map((line) =>
    line
      .map((cell, i) => (i === 0 ? cell.padEnd(9) : cell.padStart(8)))
      .join('')
      .trimEnd(),
  );
  const notes = rows.filter(isOpen).map((row) => {
    const surface = surfaceOf(row);
    const turns = surface ? `\n${wrap(`Turns where ${surface.text}`, WIDTH, '      ', '        ')}` : '';
    return `${wrap(`${QUANTITY_HEADS[row.quantity]} / ${row.parameter}: ${row.sentence}`, WIDTH, '  ', '      ')}${turns}`;
  });
  const parts = [
    titleOf(rows),
    padded.join('\n'),
    LEGEND,
    ...notes,
    wrap(footer(rows), WIDTH),
    ...ground(rows).map((text) => wrap(text, WIDTH)),
    ...warnings.map((warning) => wrap(`warning: ${warning}`, WIDTH)),
  ];
  return `${parts.join('\n\n')}\n`;
};

const markdownRow = (cells: readonly string[]): string => `| ${cells.map(markdownText).join(' | ')} |`;

/** The letters as prose has them: `A` begins sentences, and a logarithm's argument ends where its parenthesis does. */
function proseSymbols(symbols: SymbolTable): SymbolTable {
  const entries = [...symbols].filter(([name]) => name !== 'A');
  return new Map(
    entries.map(([name, declared]) => [
      name,
      { ...declared, tex: declared.tex.replace(/^\\ln (\w)$/, '\\ln($1)') },
    ]),
  );
}

/** A sentence with its formulas set as mathematics, its words escaped. */
const set = (text: string, symbols: SymbolTable, escaped: (words: string) => string): string =>
  inlineParts(text, proseSymbols(symbols))
    .map((part) => (part.kind === 'words' ? escaped(part.text) : `$${part.tex}$`))
    .join('');

const renderMd: Renderer = ({ rows, warnings, symbols }) => {
  const { head, lines } = matrixOf(rows);
  const table = [markdownRow(head), `|${head.map(() => '---').join('|')}|`, ...lines.map(markdownRow)].join(
    '\n',
  );
  const notes = rows.map((row) => {
    const surface = surfaceOf(row);
    const turns = surface ? ` It turns where $${surface.tex}$.` : '';
    return `- **${markdownText(QUANTITY_HEADS[row.quantity])} / ${markdownText(row.parameter)}** (${MARKS[row.sign]}) ${set(row.sentence, symbols, markdownText)}${turns}`;
  });
  const parts = [
    `## ${titleOf(rows)}`,
    table,
    `${LEGEND}.`,
    footer(rows),
    ...ground(rows).map((text) => set(text, symbols, markdownText)),
    ...warnings.map((warning) => `Note: ${markdownText(warning)}.`),
    notes.join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
};

export const texMark = (mark: string): string =>
  mark === '+/-' ? '$\\pm$' : /^[+-]$/.test(mark) ? `$${mark}$` : escapeTex(mark);

const renderTex: Renderer = ({ rows, warnings, symbols }) => {
  const { head, lines } = matrixOf(rows);
  const line = (cells: readonly string[]): string => `  ${cells.join(' & ')} \\\\`;
  const table = [
    `\\begin{tabular}{l${'c'.repeat(head.length - 1)}}`,
    line(head.map(escapeTex)),
    '  \\hline',
    ...lines.map(([name = '', ...marks]) => line([escapeTex(name), ...marks.map(texMark)])),
    '\\end{tabular}',
  ].join('\n');
  const notes = rows.filter(isOpen).map((row) => {
    const surface = surfaceOf(row);
    const turns = surface ? `\n  It turns where\n  \\[ ${surface.tex} \\]` : '';
    return `  \\item[${escapeTex(QUANTITY_HEADS[row.quantity])} / ${escapeTex(row.parameter)}] ${set(row.sentence, symbols, escapeTex)}${turns}`;
  });
  const list = notes.length > 0 ? ['\\begin{description}', ...notes, '\\end{description}'].join('\n') : '';
  const parts = [
    `\\subsection*{${escapeTex(titleOf(rows))}}`,
    table,
    escapeTex(`${LEGEND}.`),
    list,
    escapeTex(footer(rows)),
    ...ground(rows).map((text) => set(text, symbols, escapeTex)),
    ...warnings.map((warning) => escapeTex(`${warning}.`)),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
};

/** Every format in which the matrix is shown to a reader. */
export const STATICS_RENDERERS: Readonly<Record<StaticsRendering, Renderer>> = {
  text: renderText,
  md: renderMd,
  tex: renderTex,
};
