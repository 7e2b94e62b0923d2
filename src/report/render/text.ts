/** Derivations as plain text, to be read in a terminal: formulas in the language that the toolkit reads back. */
import type { Derivation } from '../../derive/derivation.ts';
import type { SymbolTable } from '../../kernel/symbols.ts';
import { relationText } from '../expression.ts';
import type { Inline } from '../inline.ts';
import { type Block, storyOf } from '../story.ts';
import type { RenderOptions } from './options.ts';
import { wrap } from './wrap.ts';

const WIDTH = 96;

const plain = (parts: readonly Inline[]): string => parts.map(({ text }) => text).join('');

const underlined = (text: string, rule: string): string => `${text}\n${rule.repeat(text.length)}`;

function stepText(block: Extract<Block, { kind: 'step' }>, symbols: SymbolTable): string {
  const { number, words, formula, reason } = block;
  const head = wrap(plain(words), WIDTH, `(${number}) `.padStart(6), '      ');
  const shown = formula ? `\n          ${relationText(formula.relation, symbols, formula.look)}` : '';
  return `${head}${shown}\n${wrap(`[${plain(reason)}]`, WIDTH, '      ', '       ')}`;
}

function resultText(block: Extract<Block, { kind: 'result' }>, symbols: SymbolTable): string {
  const { title, formula, open, domain, step, explanation, outside } = block;
  const where = step === null ? '' : ` (step ${step})`;
  const lines = [wrap(`${plain(title)}${where}${formula ? ':' : '.'}`, WIDTH, '  ', '  ')];
  if (formula) lines.push(`      ${relationText(formula.relation, symbols, formula.look)}`);
  if (open.length > 0) lines.push(wrap(plain(open), WIDTH, '    ', '      '));
  if (domain.length > 0) lines.push(wrap(`where ${plain(domain)}`, WIDTH, '    ', '      '));
  if (outside) lines.push('    the values set lie outside this domain');
  for (const line of explanation?.text ?? []) lines.push(`      | ${line}`);
  return lines.join('\n');
}

function blockText(block: Block, symbols: SymbolTable): string {
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
      return stepText(block, symbols);
    case 'result':
      return resultText(block, symbols);
  }
}

/** The derivations one after another. */
export function renderText(derivations: readonly Derivation[], options: RenderOptions): string {
  const sections = derivations.map((derivation) => {
    const { blocks } = storyOf(derivation, options);
    return blocks.map((block) => blockText(block, derivation.symbols)).join('\n\n');
  });
  return `${sections.join('\n\n\n')}\n`;
}
