/** Derivations as plain text, to be read in a terminal: formulas in the language that the toolkit reads back. */
import type { Derivation } from '../../derive/derivation.ts';
import type { Inline } from '../inline.ts';
import { type Block, storyOf } from '../story.ts';
import type { RenderOptions } from './options.ts';
import { wrap } from './wrap.ts';

const WIDTH = 96;

const plain = (parts: readonly Inline[]): string => parts.map(({ text }) => text).join('');

const underlined = (text: string, rule: string): string => `${text}\n${rule.repeat(text.length)}`;

function stepText({ number, words, formula, reason }: Extract<Block, { kind: 'step' }>): string {
  const head = wrap(plain(words), WIDTH, `(${number}) `.padStart(6), '      ');
  const shown = formula ? `\n          ${formula.text}` : '';
  return `${head}${shown}\n${wrap(`[${plain(reason)}]`, WIDTH, '      ', '       ')}`;
}

function resultText(block: Extract<Block, { kind: 'result' }>): string {
  const { title, formula, domain, step, explanation, outside } = block;
  const where = step === null ? '' : ` (step ${step})`;
  const lines = [wrap(`${plain(title)}${where}${formula ? ':' : '.'}`, WIDTH, '  ', '  ')];
  if (formula) lines.push(`      ${formula.text}`);
  if (domain.length > 0) lines.push(wrap(`where ${plain(domain)}`, WIDTH, '    ', '      '));
  if (outside) lines.push('    the values set lie outside this domain');
  for (const line of explanation?.text ?? []) lines.push(`      | ${line}`);
  return lines.join('\n');
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'title':
      return underlined(plain(block.words), '=');
    case 'prose':
      return wrap(plain(block.words), WIDTH);
    case 'source': {
      const uses = block.uses.length > 0 ? ` Uses: ${block.uses.join(', ')}.` : '';
      return wrap(`Source: ${block.source}.${uses}`, WIDTH);
    }
    case 'heading':
      return block.text;
    case 'step':
      return stepText(block);
    case 'result':
      return resultText(block);
  }
}

/** The derivations one after another. */
export function renderText(derivations: readonly Derivation[], options: RenderOptions): string {
  const stories = derivations.map((derivation) => storyOf(derivation, options));
  return `${stories.map(({ blocks }) => blocks.map(blockText).join('\n\n')).join('\n\n\n')}\n`;
}
