/**
 * Derivations as LaTeX: a fragment for \input that needs amsmath alone, or a document of its own. With the environment
 * `none` the formulas stand bare, each a paragraph under a comment that names it, for an environment of the reader's own.
 */
import type { Derivation } from '../../derive/derivation.ts';
import { fail } from '../../kernel/issues.ts';
import type { SymbolTable } from '../../kernel/symbols.ts';
import type { Inline } from '../inline.ts';
import { type Block, type Formula, storyOf } from '../story.ts';
import { equationsTex, standaloneTex } from '../tex-document.ts';
import { escapeTex } from '../tex-escape.ts';
import { PAPER, TOOL } from '../version.ts';
import { rowsOf } from './display.ts';
import type { RenderOptions } from './options.ts';

interface Setter {
  readonly options: RenderOptions;
  readonly symbols: SymbolTable;
}

const inline = (parts: readonly Inline[]): string =>
  parts.map((part) => (part.kind === 'words' ? escapeTex(part.text) : `$${part.tex}$`)).join('');

const comment = (parts: readonly Inline[]): string =>
  `% ${parts.map(({ text }) => text).join('')}`.replace(/[^\x20-\x7e]/g, '?');

const equation = (formula: Formula, { options, symbols }: Setter): string =>
  equationsTex([{ tex: rowsOf(formula, symbols), label: formula.label }], options);

function explained(lines: readonly string[]): string {
  return equationsTex(
    lines.map((tex) => ({ tex })),
    { environment: 'gather', numbered: false, labels: false },
  );
}

function stepTex(
  { number, words, formula, reason }: Extract<Block, { kind: 'step' }>,
  setter: Setter,
): string {
  const head = `\\medskip\\noindent\\textbf{(${number})} ${inline(words)} {\\footnotesize [${inline(reason)}]}`;
  return formula ? `${head}\n${equation(formula, setter)}` : head;
}

function resultTex(block: Extract<Block, { kind: 'result' }>, setter: Setter): string {
  const { title, step, formula, open, domain, explanation, outside } = block;
  const where = step === null ? '' : ` (step ${step})`;
  const parts = [`\\medskip\\noindent\\textbf{${inline(title)}}${where}${formula ? ':' : '.'}`];
  if (formula) parts.push(equation(formula, setter));
  if (open.length > 0) parts.push(`\\noindent ${inline(open)}.`);
  if (domain.length > 0) parts.push(`\\noindent where ${inline(domain)}.`);
  if (outside) parts.push('The values set lie outside this domain.');
  if (explanation) parts.push(explained(explanation.tex));
  return parts.join('\n');
}

function blockTex(block: Block, setter: Setter): string {
  switch (block.kind) {
    case 'title':
      return `\\subsection*{${inline(block.words)}}`;
    case 'prose':
      return inline(block.words);
    case 'source': {
      const uses = block.uses.length > 0 ? ` Uses: ${escapeTex(block.uses.join(', '))}.` : '';
      return `\\noindent\\emph{Source: ${escapeTex(block.source)}.${uses}}`;
    }
    case 'heading':
      return `\\subsubsection*{${block.text}}`;
    case 'step':
      return stepTex(block, setter);
    case 'result':
      return resultTex(block, setter);
  }
}

/** A formula under a comment that names it; nothing else of the block. */
function bareTex(block: Block, setter: Setter): string | null {
  if (block.kind === 'title') return comment(block.words);
  if (block.kind === 'step')
    return block.formula && `${comment(block.words)}\n${equation(block.formula, setter)}`;
  if (block.kind === 'result')
    return block.formula && `${comment(block.title)}\n${equation(block.formula, setter)}`;
  return null;
}

const HEAD = `% ${TOOL.name} ${TOOL.version}, after ${PAPER.id}${PAPER.version}; needs amsmath`;

/** The derivations one after another. @throws OptimandError for bare formulas in a document of their own. */
export function renderTex(derivations: readonly Derivation[], options: RenderOptions): string {
  const isBare = options.environment === 'none';
  if (isBare && options.standalone) {
    fail({
      code: 'usage',
      what: '--env none makes no document of its own',
      would: 'leave out --standalone or choose another --env',
    });
  }
  const sections = derivations.map((derivation) => {
    const setter = { options, symbols: derivation.symbols };
    const set = isBare ? bareTex : blockTex;
    return storyOf(derivation, options)
      .blocks.map((block) => set(block, setter))
      .filter((text) => text !== null)
      .join('\n\n');
  });
  const body = sections.join('\n\n');
  return options.standalone ? standaloneTex({ title: 'Derivations', body }) : `${HEAD}\n${body}\n`;
}
