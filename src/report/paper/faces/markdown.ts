/** The report as Markdown with `$` and `$$`, its figures beside it. */
import { markdownText } from '../../render/markdown.ts';
import type { Block, Piece, Sentence } from '../block.ts';
import { displayOf } from './html.ts';
import { type Paper, textOf } from './plain.ts';

const anchor = (id: string): string => id.replace(/[^A-Za-z0-9.-]+/g, '-');

const code = (text: string): string => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``);

/** Bold text: a mark that has a blank on its inner side is none. */
const strong = (text: string): string =>
  text.replace(
    /^(\s*)(\S(?:.*\S)?)(\s*)$/s,
    (_, before: string, inner: string, after: string) => `${before}**${markdownText(inner)}**${after}`,
  );

function pieceText(part: Piece): string {
  switch (part.kind) {
    case 'words':
      return markdownText(part.text);
    case 'strong':
      return strong(part.text);
    case 'code':
      return code(part.text);
    case 'link':
      return `[${markdownText(part.text)}](#${anchor(part.to)})`;
    case 'formula':
      return `$${part.tex}$`;
  }
}

const inline = (parts: Sentence): string => parts.map(pieceText).join('');

/** A cell must not end where a formula or a code has a bar. */
const cell = (parts: Sentence): string =>
  inline(parts)
    .replace(/(?<!\\)\|/g, '\\|')
    .replace(/\n/g, ' ');

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case 'heading': {
      const mark = block.id === '' ? '' : `<a id="${anchor(block.id)}"></a>\n\n`;
      return `${mark}${'#'.repeat(block.level)} ${inline(block.title)}`;
    }
    case 'prose':
      return block.aside ? `<small>${inline(block.words)}</small>` : inline(block.words);
    case 'list':
      return block.items.map((item) => `- ${inline(item)}`).join('\n');
    case 'display':
      return `$$\n${displayOf(block.formula)}\n$$`;
    case 'result':
      return block.blocks.map(blockMarkdown).join('\n\n');
    case 'table':
      return [
        `**${markdownText(block.caption)}**`,
        [
          row(block.head.map(cell)),
          row(block.head.map(() => '---')),
          ...block.rows.map((own) => row(own.map(cell))),
        ].join('\n'),
      ].join('\n\n');
    case 'figure':
      return `![${markdownText(textOf(block.caption))}](figures/${block.name}.svg)\n\n*${inline(block.caption)}*`;
    case 'command':
      return `\`\`\`sh\n${block.text}\n\`\`\``;
    case 'verbatim':
      return `\`\`\`bibtex\n${block.text}\n\`\`\``;
  }
}

/** The whole report. */
export const reportMarkdown = ({ title, blocks }: Pick<Paper, 'title' | 'blocks'>): string =>
  `# ${markdownText(title)}\n\n${blocks.map(blockMarkdown).join('\n\n')}\n`;
