/**
 * Derivations as one self-contained page: MathML for the formulas, so neither fonts nor scripts, and a content security
 * policy that allows nothing but the page's own style sheet.
 */
import { createHash } from 'node:crypto';
import type { Derivation } from '../../derive/derivation.ts';
import { katexMathml } from '../../engines/katex.ts';
import { refuse } from '../../kernel/issues.ts';
import type { SymbolTable } from '../../kernel/symbols.ts';
import type { Inline } from '../inline.ts';
import { type Block, storyOf } from '../story.ts';
import { TOOL } from '../version.ts';
import { displayTex } from './display.ts';
import type { RenderOptions } from './options.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export const htmlText = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

async function math(tex: string, isDisplay: boolean): Promise<string> {
  const rendered = await katexMathml(tex, { display: isDisplay });
  return rendered.ok
    ? rendered.mathml
    : refuse('A formula that KaTeX refuses', tex.slice(0, 80), 'correct its LaTeX');
}

async function inline(parts: readonly Inline[]): Promise<string> {
  const pieces = parts.map((part) => (part.kind === 'words' ? htmlText(part.text) : math(part.tex, false)));
  return (await Promise.all(pieces)).join('');
}

const display = async (tex: string, label?: string): Promise<string> =>
  `<div class="display"${label ? ` id="${htmlText(label)}"` : ''}>${await math(tex, true)}</div>`;

async function stepHtml(block: Extract<Block, { kind: 'step' }>, symbols: SymbolTable): Promise<string> {
  const { number, words, formula, reason } = block;
  const shown = formula ? await display(displayTex(formula, symbols), formula.label) : '';
  return `<p class="step"><b>(${number})</b> ${await inline(words)} <small>[${await inline(reason)}]</small></p>${shown}`;
}

async function resultHtml(block: Extract<Block, { kind: 'result' }>, symbols: SymbolTable): Promise<string> {
  const { title, step, formula, open, domain, explanation, outside } = block;
  const parts = [`<p><b>${await inline(title)}</b>${step === null ? '' : ` (step ${step})`}</p>`];
  if (formula) parts.push(await display(displayTex(formula, symbols), formula.label));
  if (open.length > 0) parts.push(`<p class="domain">${await inline(open)}</p>`);
  if (domain.length > 0) parts.push(`<p class="domain">where ${await inline(domain)}</p>`);
  if (outside) parts.push('<p class="domain">The values set lie outside this domain.</p>');
  for (const line of explanation?.tex ?? []) parts.push(await display(line));
  return `<div class="result">${parts.join('\n')}</div>`;
}

async function blockHtml(block: Block, symbols: SymbolTable): Promise<string> {
  switch (block.kind) {
    case 'title':
      return `<h2 id="${htmlText(block.id)}">${await inline(block.words)}</h2>`;
    case 'prose':
      return `<p>${await inline(block.words)}</p>`;
    case 'source': {
      const uses = block.uses.map((id) => `<a href="#${htmlText(id)}">${htmlText(id)}</a>`).join(', ');
      return `<p class="source">Source: ${htmlText(block.source)}.${uses ? ` Uses: ${uses}.` : ''}</p>`;
    }
    case 'heading':
      return `<h3>${htmlText(block.text)}</h3>`;
    case 'step':
      return stepHtml(block, symbols);
    case 'result':
      return resultHtml(block, symbols);
  }
}

const STYLE = `
body { max-width: 48rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 Georgia, serif; color: #1a1a1a; }
h2 { margin-top: 3rem; border-bottom: 1px solid #ccc; }
.display { margin: .5rem 0; padding: .3rem 0; overflow-x: auto; overflow-y: hidden; }
.source, .domain, small { color: #555; }
.result { border-left: 3px solid #999; padding-left: 1rem; margin: 1rem 0; }
`;

const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`;

/** A page from its body. */
export const htmlPage = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="${htmlText(`${TOOL.name} ${TOOL.version}`)}">
<title>${htmlText(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${htmlText(title)}</h1>
${body}
</body>
</html>
`;

/** The derivations as sections of one page. */
export async function renderHtml(
  derivations: readonly Derivation[],
  options: RenderOptions,
): Promise<string> {
  const sections: string[] = [];
  for (const derivation of derivations) {
    const { blocks } = storyOf(derivation, options);
    const parts = await Promise.all(blocks.map((block) => blockHtml(block, derivation.symbols)));
    sections.push(`<section>\n${parts.join('\n')}\n</section>`);
  }
  return htmlPage('Derivations', sections.join('\n'));
}
