/**
 * The report as one page that fetches nothing: KaTeX's style sheet and fonts inside, figures inside, no script, and a
 * content security policy that allows the page's own style sheet alone. What KaTeX writes as inline styles becomes classes.
 */
import { createHash } from 'node:crypto';
import { katexSpans } from '../../../engines/katex.ts';
import { katexStyle } from '../../../engines/katex-style.ts';
import { figureSvg } from '../../../figures/svg.ts';
import { refuse } from '../../../kernel/issues.ts';
import { htmlText } from '../../render/html.ts';
import type { FormulaJson } from '../../schemas/report.ts';
import { TOOL } from '../../version.ts';
import { type Block, isHeaded, type Sentence } from '../block.ts';
import { type Paper, textOf } from './plain.ts';

const STYLE = `
:root { color-scheme: light; }
body { max-width: 52rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 Georgia, 'Times New Roman', serif; color: #1a1a1a; background: #fff; overflow-wrap: break-word; }
h2 { margin-top: 3.5rem; border-bottom: 2px solid #ccc; }
h3 { margin-top: 2.5rem; }
h4 { margin: 1.5rem 0 .5rem; }
a { color: #00538a; }
nav ol { columns: 2 16rem; }
li, p { overflow-wrap: anywhere; }
.display { margin: .6rem 0; padding: .2rem 0; overflow-x: auto; overflow-y: hidden; }
.display .katex-display { margin: 0; }
.katex { font-size: 1.08em; }
.aside { color: #555; font-size: .9em; }
.result { border-left: 3px solid #999; padding-left: 1rem; margin: 1rem 0; }
.table { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; font-size: .85em; }
caption { text-align: left; font-weight: bold; padding-bottom: .3rem; }
th, td { border-bottom: 1px solid #ddd; padding: .2rem .5rem; text-align: left; vertical-align: top; }
th { border-bottom: 2px solid #888; }
.narrow { text-align: center; white-space: nowrap; }
figure { margin: 1.5rem 0; }
figure svg { max-width: 100%; height: auto; display: block; }
figcaption { font-size: .9em; color: #444; }
pre, code { font: .85em/1.4 'DejaVu Sans Mono', Consolas, monospace; }
pre { background: #f4f4f4; padding: .5rem .75rem; overflow-x: auto; white-space: pre-wrap; }
.again::before { content: '$ '; color: #777; }
@media print {
  body { max-width: none; margin: 0; font-size: 10pt; }
  nav { display: none; }
  h2, h3, h4, caption { break-after: avoid; }
  figure, .result, tr, .display { break-inside: avoid; }
  .table, .display, pre { overflow: visible; }
  a { color: inherit; text-decoration: none; }
}
`;

/** Names that stay as KaTeX gives them: those by which a page is asked whether its formulas are set. */
const KEPT: readonly string[] = ['katex', 'katex-html', 'katex-display', 'katex-error'];

/** What stands for a span of KaTeX's: the shortest there is without a meaning for screen readers, which do not hear it. */
const ELEMENT = 'i';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** 0 is a, 26 is aa. */
const shortName = (index: number): string =>
  `${index < LETTERS.length ? '' : shortName(Math.floor(index / LETTERS.length) - 1)}${LETTERS[index % LETTERS.length]}`;

/**
 * Short class names for KaTeX's own, and for each of its inline styles, in the order in which they are met, and the shortest
 * element in the place of `span`: a page of a thousand formulas is less than half as long.
 */
class Classes {
  private readonly names = new Map<string, string>();
  private readonly styles = new Map<string, string>();

  /** Its own names end in a digit, so that they are never those of the page. */
  private static given(known: Map<string, string>, key: string, mark: string): string {
    const name = known.get(key) ?? `${shortName(known.size)}${mark}`;
    known.set(key, name);
    return name;
  }

  private class(name: string): string {
    return KEPT.includes(name) ? name : Classes.given(this.names, name, '0');
  }

  /** The spans as elements with short names, and no inline style. */
  short(html: string): string {
    return html
      .replaceAll('</span>', `</${ELEMENT}>`)
      .replace(/<(span|svg)\b([^>]*)>/g, (_, tag: string, attributes: string) => {
        const [, own = ''] = / class="([^"]*)"/.exec(attributes) ?? [];
        const [, style] = / style="([^"]*)"/.exec(attributes) ?? [];
        const rest = attributes.replace(/ (?:class|style)="[^"]*"/g, '');
        const names = own
          .split(' ')
          .filter((name) => name !== '')
          .map((name) => this.class(name));
        if (style !== undefined) names.push(Classes.given(this.styles, style, '1'));
        const classes =
          names.length > 1 ? ` class="${names.join(' ')}"` : names.map((name) => ` class=${name}`).join('');
        return `<${tag === 'span' ? ELEMENT : tag}${classes}${rest}>`;
      });
  }

  /** The style sheet in the short names, with a rule for each inline style. */
  sheet(katex: string): string {
    const renamed = katex.replace(/\.([a-zA-Z][\w-]*)/g, (whole, name: string) => {
      const short = this.names.get(name);
      return short === undefined ? whole : `.${short}`;
    });
    const important = (style: string): string => style.replace(/;?$/, '').replaceAll(';', '!important;');
    const rules = [...this.styles].map(([style, name]) => `.katex .${name}{${important(style)}!important}`);
    const upright = `.katex ${ELEMENT}{font-style:inherit}`;
    return `${upright}\n${renamed.replace(/\bspan\b/g, ELEMENT)}\n${rules.join('\n')}\n`;
  }
}

interface Setter {
  readonly classes: Classes;
  readonly figures: ReadonlyMap<string, string>;
}

async function math(tex: string, text: string, isDisplay: boolean, { classes }: Setter): Promise<string> {
  const rendered = await katexSpans(tex, { display: isDisplay });
  if (!rendered.ok) return refuse('A formula that KaTeX refuses', tex.slice(0, 80), 'correct its LaTeX');
  return `<span role="math" aria-label="${htmlText(text)}">${classes.short(rendered.html)}</span>`;
}

/** Where a link leads, as the id of an element. */
const anchor = (id: string): string => id.replace(/[^A-Za-z0-9.-]+/g, '-');

async function inline(parts: Sentence, setter: Setter): Promise<string> {
  const pieces: string[] = [];
  for (const part of parts) {
    const text = htmlText(part.text);
    if (part.kind === 'words') pieces.push(text);
    else if (part.kind === 'strong') pieces.push(`<b>${text}</b>`);
    else if (part.kind === 'code') pieces.push(`<code>${text}</code>`);
    else if (part.kind === 'link') pieces.push(`<a href="#${anchor(part.to)}">${text}</a>`);
    else pieces.push(await math(part.tex, part.text, false, setter));
  }
  return pieces.join('');
}

/** The rows as one display: aligned where they are several. */
export const displayOf = ({ rows }: FormulaJson): string =>
  rows.includes('\\\\\n') ? `\\begin{aligned}\n${rows}\n\\end{aligned}` : rows.replace(/(^|[^\\])&/, '$1');

async function tableHtml(block: Extract<Block, { kind: 'table' }>, setter: Setter): Promise<string> {
  const look = (column: number): string => (block.narrow.includes(column) ? ' class="narrow"' : '');
  const cells = async (tag: 'th' | 'td', row: readonly Sentence[]): Promise<string> => {
    const made: string[] = [];
    const scope = tag === 'th' ? ' scope="col"' : '';
    for (const [i, parts] of row.entries())
      made.push(`<${tag}${scope}${look(i)}>${await inline(parts, setter)}</${tag}>`);
    return `<tr>${made.join('')}</tr>`;
  };
  const rows: string[] = [];
  for (const row of block.rows) rows.push(await cells('td', row));
  const head = isHeaded(block) ? `<thead>${await cells('th', block.head)}</thead>\n` : '';
  return `<div class="table"><table><caption>${htmlText(block.caption)}</caption>\n${head}<tbody>\n${rows.join('\n')}\n</tbody></table></div>`;
}

async function blockHtml(block: Block, setter: Setter): Promise<string> {
  switch (block.kind) {
    case 'heading': {
      const id = block.id === '' ? '' : ` id="${anchor(block.id)}"`;
      return `<h${block.level}${id}>${await inline(block.title, setter)}</h${block.level}>`;
    }
    case 'prose':
      return `<p${block.aside ? ' class="aside"' : ''}>${await inline(block.words, setter)}</p>`;
    case 'list': {
      const items: string[] = [];
      for (const item of block.items) items.push(`<li>${await inline(item, setter)}</li>`);
      return `<ul>\n${items.join('\n')}\n</ul>`;
    }
    case 'display':
      return `<div class="display">${await math(displayOf(block.formula), block.formula.text, true, setter)}</div>`;
    case 'result':
      return `<div class="result">\n${await blocksHtml(block.blocks, setter)}\n</div>`;
    case 'table':
      return tableHtml(block, setter);
    case 'figure':
      return `<figure>${setter.figures.get(block.name) ?? ''}<figcaption>${await inline(block.caption, setter)}</figcaption></figure>`;
    case 'command':
      return `<pre class="again"><code>${htmlText(block.text)}</code></pre>`;
    case 'verbatim':
      return `<pre>${htmlText(block.text)}</pre>`;
  }
}

async function blocksHtml(blocks: readonly Block[], setter: Setter): Promise<string> {
  const parts: string[] = [];
  for (const block of blocks) parts.push(await blockHtml(block, setter));
  return parts.join('\n');
}

/** Figures whose parts have identifiers of their own, so that several can stand in one page. */
const figuresOf = ({ figures }: Paper): ReadonlyMap<string, string> =>
  new Map(
    figures.map(({ name, data }) => [
      name,
      figureSvg(data).replace(
        /(id="|url\(#)(clip-)/g,
        (_, before: string, id: string) => `${before}${name}-${id}`,
      ),
    ]),
  );

const contents = (blocks: readonly Block[]): string =>
  blocks
    .flatMap((block) => (block.kind === 'heading' && block.level === 2 ? [block] : []))
    .map(({ id, title }) => `<li><a href="#${anchor(id)}">${htmlText(textOf(title))}</a></li>`)
    .join('\n');

/** The whole page. */
export async function reportHtml(paper: Paper): Promise<string> {
  const { title, blocks } = paper;
  const setter: Setter = { classes: new Classes(), figures: figuresOf(paper) };
  const body = await blocksHtml(blocks, setter);
  const style = `${setter.classes.sheet(katexStyle())}${STYLE}`;
  const digest = createHash('sha256').update(style).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${digest}'; font-src data:; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="${htmlText(`${TOOL.name} ${TOOL.version}`)}">
<title>${htmlText(title)}</title>
<style>${style}</style>
</head>
<body>
<header><h1>${htmlText(title)}</h1></header>
<nav aria-label="Contents"><ol>
${contents(blocks)}
</ol></nav>
<main>
${body}
</main>
</body>
</html>
`;
}
