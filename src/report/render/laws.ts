/** Laws for readers: as text for a terminal, as Markdown, and as LaTeX for \input. */
import type { SymbolTable } from '../../kernel/symbols.ts';
import type { Inline } from '../inline.ts';
import type { LawsReport } from '../laws.ts';
import { type AnyLaws, type LawBlock, lawsStory, lawWords } from '../laws-story.ts';
import { equationsTex } from '../tex-document.ts';
import { escapeTex } from '../tex-escape.ts';
import { PAPER, TOOL } from '../version.ts';
import { markdownText } from './markdown.ts';
import { wrap } from './wrap.ts';

export const LAWS_RENDERINGS = ['text', 'md', 'tex'] as const;
export type LawsRendering = (typeof LAWS_RENDERINGS)[number];

type Renderer = (report: LawsReport<AnyLaws>) => string;

const WIDTH = 100;

const underlined = (text: string, rule: string): string => {
  const shown = wrap(text, WIDTH);
  return `${shown}\n${rule.repeat(Math.max(...shown.split('\n').map((line) => line.length)))}`;
};

/** A formula in lines: broken after a space or a `*` where it is too long. */
function formulaLines(text: string, first: string): string {
  const rest = ' '.repeat(first.length + 4);
  const lines = [first];
  for (const piece of text.split(/(?<=[ *])/)) {
    const line = `${lines.at(-1)}${piece}`;
    if (line.trimEnd().length <= WIDTH || /^[ ]*$/.test(lines.at(-1) ?? '')) lines[lines.length - 1] = line;
    else lines.push(`${rest}${piece}`);
  }
  return lines.map((line) => line.trimEnd()).join('\n');
}

function textOf(block: LawBlock): string {
  switch (block.kind) {
    case 'title':
      return underlined(block.text, '=');
    case 'note':
      return wrap(block.text, WIDTH, '', '  ');
    case 'case':
      return `\n${underlined(block.text, '-')}`;
    case 'regime':
      return `\n  ${block.text}`;
    case 'prose':
      return wrap(block.text, WIDTH, '     ', '       ');
    case 'formulas': {
      const { lead } = block;
      const short = lead === 'from' || lead === 'to';
      const head = lead && !short ? [wrap(`${lead}:`, WIDTH, '     ', '       ')] : [];
      const lines = block.formulas.map(({ text }) => {
        const isAside = lead !== '' || text.startsWith('c_');
        return formulaLines(text, short ? `     ${lead}: ` : isAside ? '         ' : '       ');
      });
      return [...head, ...lines].join('\n');
    }
  }
}

const renderText: Renderer = ({ result, symbols, warnings }) => {
  const lines = lawsStory(result, symbols).map(textOf);
  const notes = warnings.map((warning) => `\n${wrap(`Note: ${warning}.`, WIDTH)}`);
  return `${[...lines, ...notes].join('\n')}\n`;
};

const markdownInline = (parts: readonly Inline[]): string =>
  parts.map((part) => (part.kind === 'words' ? markdownText(part.text) : `$${part.tex}$`)).join('');

function markdownOf(block: LawBlock, symbols: SymbolTable): string {
  const words = (text: string): string => markdownInline(lawWords(text, symbols));
  switch (block.kind) {
    case 'title':
      return `## ${words(block.text)}`;
    case 'case':
      return `### ${words(block.text)}`;
    case 'regime':
      return `**${words(block.text)}**`;
    case 'note':
    case 'prose':
      return words(block.text);
    case 'formulas': {
      const shown = block.formulas.map(({ tex }) => `$$\n${tex}\n$$`);
      return [...(block.lead ? [`${words(block.lead)}:`] : []), ...shown].join('\n\n');
    }
  }
}

const renderMd: Renderer = ({ result, symbols, warnings }) => {
  const parts = lawsStory(result, symbols).map((block) => markdownOf(block, symbols));
  const notes = warnings.map((warning) => `Note: ${markdownText(warning)}.`);
  return `${[...parts, ...notes].join('\n\n')}\n`;
};

const texInline = (parts: readonly Inline[]): string =>
  parts.map((part) => (part.kind === 'words' ? escapeTex(part.text) : `$${part.tex}$`)).join('');

function texOf(block: LawBlock, symbols: SymbolTable): string {
  const words = (text: string): string => texInline(lawWords(text, symbols));
  switch (block.kind) {
    case 'title':
      return `\\section*{${words(block.text)}}`;
    case 'case':
      return `\\subsection*{${words(block.text)}}`;
    case 'regime':
      return `\\subsubsection*{${words(block.text)}}`;
    case 'note':
    case 'prose':
      return `\\noindent ${words(block.text)}`;
    case 'formulas': {
      const layout = { environment: 'gather', numbered: false, labels: false } as const;
      const set = equationsTex(
        block.formulas.map(({ tex }) => ({ tex })),
        layout,
      );
      return block.lead ? `\\noindent ${words(block.lead)}:\n${set}` : set;
    }
  }
}

const renderTex: Renderer = ({ result, symbols, warnings }) => {
  const head = `% ${TOOL.name} ${TOOL.version}, after ${PAPER.id}${PAPER.version}; needs amsmath`;
  const parts = lawsStory(result, symbols).map((block) => texOf(block, symbols));
  const notes = warnings.map((warning) => `\\noindent ${escapeTex(`${warning}.`)}`);
  return `${[head, ...parts, ...notes].join('\n\n')}\n`;
};

/** Every format in which laws are shown to a reader. */
export const LAWS_RENDERERS: Readonly<Record<LawsRendering, Renderer>> = {
  text: renderText,
  md: renderMd,
  tex: renderTex,
};
