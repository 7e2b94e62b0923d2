/** The report as a LaTeX paper of its own: base and recommended packages alone, its figures beside it as PNG. */

import { namedIn, referenceOf, SOURCES, type Source } from '../../sources.ts';
import { equationsTex, labelText } from '../../tex-document.ts';
import { escapeTex } from '../../tex-escape.ts';
import { PAPER, TOOL } from '../../version.ts';
import { type Block, isHeaded, type Piece, type Sentence } from '../block.ts';
import type { Paper } from './plain.ts';

/** Works are cited where they are named by their short form. */
function cited(text: string): string {
  const named = namedIn(text);
  const parts = named.reduce<readonly string[]>(
    (pieces, { short, key }) => pieces.flatMap((piece) => splitAfter(piece, short, `\u0000${key}\u0000`)),
    [text],
  );
  return parts.join('');
}

const splitAfter = (text: string, short: string, mark: string): readonly string[] =>
  text.split(short).flatMap((part, i) => (i === 0 ? [part] : [`${short}${mark}`, part]));

const prose = (text: string): string =>
  cited(text)
    .split('\u0000')
    .map((part, i) => (i % 2 === 1 ? `~\\cite{${part}}` : escapeTex(part)))
    .join('');

/** Long names break after hyphens and slashes, which typewriter type does not. */
const breakable = (tex: string): string => tex.replace(/([-/=,:.])(?=[A-Za-z0-9])/g, '$1\\allowbreak{}');

function pieceText(part: Piece): string {
  switch (part.kind) {
    case 'words':
      return prose(part.text);
    case 'strong':
      return `\\textbf{${escapeTex(part.text)}}`;
    case 'code':
      return `\\texttt{${breakable(escapeTex(part.text))}}`;
    case 'link':
      return breakable(escapeTex(part.text));
    case 'formula':
      return `$${part.tex}$`;
  }
}

const inline = (parts: Sentence): string => parts.map(pieceText).join('');

const SECTIONS = { 2: 'section', 3: 'subsection', 4: 'paragraph' } as const;

/** Widths of columns as shares of the text, the narrow ones as they are: what is left goes to the others alike. */
function columnsOf({ head, narrow }: Extract<Block, { kind: 'table' }>): string {
  const left = 0.98 - 0.055 * narrow.length;
  const wide = head.length - narrow.length;
  const share = (left / wide - 0.02).toFixed(3);
  return head
    .map((_, i) =>
      narrow.includes(i)
        ? '>{\\centering\\arraybackslash}p{0.035\\textwidth}'
        : `>{\\raggedright\\arraybackslash}p{${share}\\textwidth}`,
    )
    .join('');
}

/** Cells longer than a narrow column holds want one as wide as they are. */
const isSigns = (block: Extract<Block, { kind: 'table' }>): boolean =>
  block.narrow.every((column) =>
    [block.head, ...block.rows].every(
      (row) => (row[column] ?? []).map(({ text }) => text).join('').length <= 4,
    ),
  );

function tableTex(block: Extract<Block, { kind: 'table' }>): string {
  const row = (cells: readonly Sentence[]): string => `${cells.map(inline).join(' & ')} \\\\`;
  const columns = isSigns(block) ? columnsOf(block) : columnsOf({ ...block, narrow: [] });
  const head = isHeaded(block)
    ? [row(block.head), '\\hline\\endfirsthead', `\\hline ${row(block.head)}`, '\\hline\\endhead']
    : ['\\endfirsthead', '\\hline\\endhead'];
  return [
    '\\begingroup\\footnotesize\\setlength{\\tabcolsep}{3pt}',
    `\\begin{longtable}{@{}${columns}@{}}`,
    `\\multicolumn{${block.head.length}}{@{}l}{\\textbf{${escapeTex(block.caption)}}} \\\\`,
    '\\hline',
    ...head,
    ...block.rows.map(row),
    '\\hline',
    '\\end{longtable}\\endgroup',
  ].join('\n');
}

/** Text as it stands, in lines no longer than the page holds. */
function verbatim(text: string): string {
  const lines = text.split('\n').flatMap((line) => line.match(/.{1,84}(?:\s|$)|.{1,84}/g) ?? ['']);
  return [
    '\\begin{verbatim}',
    ...lines.map((line) => line.replace(/[^\x20-\x7e]/g, '?')),
    '\\end{verbatim}',
  ].join('\n');
}

function blockTex(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `\\${SECTIONS[block.level]}{${inline(block.title)}}${block.id === '' ? '' : `\\label{${labelText(block.id)}}`}`;
    case 'prose':
      return block.aside ? `{\\small\\itshape ${inline(block.words)}}` : inline(block.words);
    case 'list':
      return [
        '\\begin{itemize}',
        ...block.items.map((item) => `  \\item ${inline(item)}`),
        '\\end{itemize}',
      ].join('\n');
    case 'display':
      return equationsTex([{ tex: block.formula.rows }], {
        environment: 'gather',
        numbered: false,
        labels: false,
      });
    case 'result':
      return `\\begin{quote}\n${block.blocks.map(blockTex).join('\n\n')}\n\\end{quote}`;
    case 'table':
      return tableTex(block);
    case 'figure':
      return [
        '\\begin{figure}[htbp]',
        '  \\centering',
        `  \\includegraphics[width=\\textwidth,height=0.85\\textheight,keepaspectratio]{figures/${block.name}.png}`,
        `  \\caption{${inline(block.caption)}}\\label{fig:${labelText(block.name)}}`,
        '\\end{figure}',
      ].join('\n');
    case 'command':
      return verbatim(`$ ${block.text}`);
    case 'verbatim':
      return '';
  }
}

/** The works as a list: no BibTeX need be run. */
function bibliography(body: string): string {
  const used = SOURCES.filter(({ key }) => body.includes(`\\cite{${key}}`));
  if (used.length === 0) return '';
  const item = (source: Source): string => {
    const { authors, title, place } = referenceOf(source);
    const { url } = source.fields;
    const at = url === undefined ? '' : ` \\texttt{${escapeTex(url)}}`;
    return `  \\bibitem{${source.key}} ${escapeTex(authors)}. \\emph{${escapeTex(title)}}. ${escapeTex(place)}.${at}`;
  };
  return ['\\begin{thebibliography}{99}', '\\raggedright', ...used.map(item), '\\end{thebibliography}'].join(
    '\n',
  );
}

const PREAMBLE = [
  '\\documentclass[10pt,a4paper]{article}',
  '\\usepackage[utf8]{inputenc}',
  '\\usepackage[margin=2.3cm]{geometry}',
  '\\usepackage{amsmath,amssymb}',
  '\\usepackage{graphicx,longtable,array}',
  '\\allowdisplaybreaks',
  '\\setlength{\\emergencystretch}{3em}',
  '\\setcounter{tocdepth}{1}',
];

/** Floats that wait for a page, put out where a chapter ends. */
const FLUSH = '\\clearpage';

/** The whole paper. */
export function reportTex({ title, blocks }: Pick<Paper, 'title' | 'blocks'>): string {
  const body = blocks
    .map((block, i) =>
      block.kind === 'heading' && block.level === 2 && i > 0
        ? `${FLUSH}\n${blockTex(block)}`
        : blockTex(block),
    )
    .filter((tex) => tex !== '')
    .join('\n\n');
  return [
    `% ${TOOL.name} ${TOOL.version}, after ${PAPER.id}${PAPER.version}; pdflatex twice`,
    ...PREAMBLE,
    `\\title{${escapeTex(title)}}`,
    `\\author{${escapeTex(`${TOOL.name} ${TOOL.version}`)}}`,
    '\\date{}',
    '\\begin{document}',
    '\\maketitle',
    '\\tableofcontents',
    '',
    body,
    '',
    bibliography(body),
    '\\end{document}',
    '',
  ].join('\n');
}
