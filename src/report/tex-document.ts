/**
 * LaTeX around formulas: environments for rows of equations, prose in ASCII, and a document of its own that needs only
 * base LaTeX and amsmath. Labels are for pdflatex alone; KaTeX knows none, so nothing here is for it.
 */
import { escapeTex } from './tex-escape.ts';

export type Environment = 'align' | 'gather' | 'none';

/** One equation: its LaTeX, with `&` before the relation and `\\` between the lines where it is broken. */
export interface EquationRow {
  readonly tex: string;
  readonly label?: string;
}

export interface EquationLayout {
  readonly environment: Environment;
  readonly numbered: boolean;
  /** Labels stand only on numbered equations: on others nothing could refer to them. */
  readonly labels: boolean;
}

const LINE_BREAK = /\s*\\\\\n/;
const linesOf = (tex: string): string[] => tex.split(LINE_BREAK);
const withoutMarks = (tex: string): string => tex.replace(/(^|[^\\])&/g, '$1');
const indented = (text: string): string => text.replace(/^/gm, '  ');

/** The lines as one block, aligned among themselves. */
const asBlock = (tex: string): string =>
  linesOf(tex).length > 1 ? `\\begin{aligned}\n${indented(tex)}\n\\end{aligned}` : withoutMarks(tex);

/** The lines of an equation that stands in a block of its own already. */
const bare = ({ tex, ...row }: EquationRow): EquationRow => {
  const [, inner = tex] = /^\\begin\{aligned\}\n([\s\S]*)\n\\end\{aligned\}$/.exec(tex) ?? [];
  return { ...row, tex: inner.includes('{aligned}') ? tex : inner };
};

/** An equation of `align`: every line is one of the environment's, and the number stands at the last. */
function alignedLines({ tex }: EquationRow, numbered: boolean): string {
  const lines = linesOf(tex);
  return lines
    .map((line, i) => (numbered && i < lines.length - 1 ? `${line} \\notag` : line))
    .join(' \\\\\n');
}

/** The equations in their environment; bare, each a paragraph, where it is `none`. */
export function equationsTex(equations: readonly EquationRow[], layout: EquationLayout): string {
  const rows = equations.map(bare);
  const { environment, numbered, labels } = layout;
  if (environment === 'none') return rows.map(({ tex }) => asBlock(tex)).join('\n\n');
  const body = rows.map((row) => {
    const label = numbered && labels && row.label !== undefined ? ` \\label{${labelText(row.label)}}` : '';
    return (environment === 'align' ? alignedLines(row, numbered) : asBlock(row.tex)) + label;
  });
  const name = numbered ? environment : `${environment}*`;
  return `\\begin{${name}}\n${indented(body.join(' \\\\\n'))}\n\\end{${name}}`;
}

/** A label in the characters that \label takes everywhere. */
export const labelText = (label: string): string => label.replace(/[^A-Za-z0-9:.-]+/g, '-');

export interface TexDocument {
  /** Prose, escaped here. */
  readonly title: string;
  /** LaTeX. */
  readonly body: string;
}

/** A document of its own; the body alone is a fragment for \input. */
export const standaloneTex = ({ title, body }: TexDocument): string =>
  [
    '\\documentclass[11pt]{article}',
    '\\usepackage{amsmath}',
    '\\allowdisplaybreaks',
    `\\title{${escapeTex(title)}}`,
    '\\author{}',
    '\\date{}',
    '\\begin{document}',
    '\\maketitle',
    '',
    body.trim(),
    '',
    '\\end{document}',
    '',
  ].join('\n');
