/** Derivations as Markdown with `$` and `$$`, as GitHub and most readers of Markdown set it. */
import type { Derivation } from '../../derive/derivation.ts';
import type { SymbolTable } from '../../kernel/symbols.ts';
import type { Inline } from '../inline.ts';
import { type Block, storyOf } from '../story.ts';
import { displayTex } from './display.ts';
import type { RenderOptions } from './options.ts';

/** Words of a sentence, with what Markdown would take for its own escaped. */
export const markdownText = (text: string): string => text.replace(/[\\`*_[\]<>#|$~]/g, '\\$&');

const inline = (parts: readonly Inline[]): string =>
  parts.map((part) => (part.kind === 'words' ? markdownText(part.text) : `$${part.tex}$`)).join('');

const display = (tex: string): string => `$$\n${tex}\n$$`;

function stepMarkdown(block: Extract<Block, { kind: 'step' }>, symbols: SymbolTable): string {
  const { number, words, formula, reason } = block;
  const head = `**(${number})** ${inline(words)} <small>[${inline(reason)}]</small>`;
  return formula ? `${head}\n\n${display(displayTex(formula, symbols))}` : head;
}

function resultMarkdown(block: Extract<Block, { kind: 'result' }>, symbols: SymbolTable): string {
  const { title, step, formula, open, domain, explanation, outside } = block;
  const parts = [`**${inline(title)}**${step === null ? '' : ` (step ${step})`}${formula ? ':' : '.'}`];
  if (formula) parts.push(display(displayTex(formula, symbols)));
  if (open.length > 0) parts.push(`${inline(open)}.`);
  if (domain.length > 0) parts.push(`where ${inline(domain)}.`);
  if (outside) parts.push('The values set lie outside this domain.');
  for (const line of explanation?.tex ?? []) parts.push(display(line));
  return parts.join('\n\n');
}

function blockMarkdown(block: Block, symbols: SymbolTable): string {
  switch (block.kind) {
    case 'title':
      return `## ${inline(block.words)}`;
    case 'prose':
      return inline(block.words);
    case 'source': {
      const uses = block.uses.length > 0 ? ` Uses: ${block.uses.join(', ')}.` : '';
      return `*Source: ${markdownText(block.source)}.${uses}*`;
    }
    case 'heading':
      return `### ${block.text}`;
    case 'step':
      return stepMarkdown(block, symbols);
    case 'result':
      return resultMarkdown(block, symbols);
  }
}

/** The derivations one after another. */
export function renderMarkdown(derivations: readonly Derivation[], options: RenderOptions): string {
  const stories = derivations.map((derivation) => storyOf(derivation, options));
  const sections = stories.map(({ derivation, blocks }) =>
    blocks.map((block) => blockMarkdown(block, derivation.symbols)).join('\n\n'),
  );
  return `${sections.join('\n\n')}\n`;
}
