/** The faces of a report, each of the same small paper that has one block of every kind: what a reader gets, whole. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  aside,
  type Block,
  code,
  command,
  heading,
  link,
  prose,
  sentence,
  strong,
  table,
} from '../../src/report/paper/block.ts';
import { displayOf, reportHtml } from '../../src/report/paper/faces/html.ts';
import { reportMarkdown } from '../../src/report/paper/faces/markdown.ts';
import type { Paper } from '../../src/report/paper/faces/plain.ts';
import { reportTex } from '../../src/report/paper/faces/tex.ts';
import { PAPER, TOOL } from '../../src/report/version.ts';
import { expectGolden } from '../support/goldens.ts';

const GRAPH = {
  figure: 'graph',
  title: 'What rests on what',
  nodes: [
    { id: 'claim', kind: 'claim', title: 'A claim', verdict: 'holds' },
    { id: 'model', kind: 'model', title: 'A model', verdict: null },
  ],
  edges: [{ from: 'claim', to: 'model' }],
} as const;

const power = { kind: 'formula', text: 'n^a', tex: 'n^{a}' } as const;

const BLOCKS: readonly Block[] = [
  heading(2, 'first part', 'Costs & benefits'),
  prose(
    'By Tirole 1988, as by ',
    strong('Box & Cox 1964'),
    ' and Box & Cox 1964, ',
    power,
    ' < 50 % of ',
    code('a-b'),
    '.',
  ),
  aside('See ', link('the second_part', 'second part'), ' and ', code('x`y'), '.'),
  heading(3, '', 'No place to link to'),
  { kind: 'list', items: [sentence('one | two'), sentence(code('--set=a,b:c.d/e'))] },
  { kind: 'display', formula: { label: '', text: 'x = y', rows: 'x &= y \\& z' } },
  { kind: 'display', formula: { label: '', text: 'x = y; u = v', rows: 'x &= y \\\\\nu &= v' } },
  {
    kind: 'display',
    formula: {
      label: '',
      text: 'a long one',
      rows: '\\sqrt[3]{\\frac{a}{b}} + \\sum_{i=1}^{m} \\left(\\overline{y}_i\\right)^{2} \\cdot \\mathrm{min}',
    },
  },
  { kind: 'result', blocks: [prose('A result.'), { kind: 'list', items: [sentence('its item')] }] },
  heading(2, 'second part', 'Tables'),
  table({
    caption: 'Signs & numbers',
    head: ['what', 'sign', 'why'],
    rows: [
      ['size', '+', power],
      [sentence('two\nlines | of ', code('a|b')), '-', strong('bold')],
    ],
    narrow: [1],
  }),
  table({ caption: 'No signs', head: ['one', 'two'], rows: [['x', 'a longer cell']], narrow: [1] }),
  table({ caption: 'Pairs', head: ['', ''], rows: [['left', 'right']] }),
  heading(4, 'end', 'The end'),
  { kind: 'figure', name: 'graph', caption: sentence('What rests on ', strong('what'), '.') },
  { kind: 'figure', name: 'absent', caption: sentence('A figure that is not there.') },
  command('optimand claims --format dot'),
  command(`optimand verify ${'all of them and '.repeat(8)}more`),
  { kind: 'verbatim', text: '@book{x, title = {<é>}}' },
];

const paper: Paper = {
  title: 'Costs & benefits, 50 % of them',
  blocks: BLOCKS,
  figures: [{ name: 'graph', command: 'optimand claims', data: structuredClone(GRAPH) as never }],
};

const versioned = (text: string): string => text.replaceAll(TOOL.version, 'VERSION');

test('as Markdown', () => expectGolden('report/faces/paper.md', reportMarkdown(paper)));

test('in Markdown blanks stand outside of the marks of bold text', () => {
  const bold = (text: string) =>
    reportMarkdown({ title: '', blocks: [prose('a', strong(text), 'b')] }).split('\n')[2];
  expect(['one: ', ' one', '\none  two\n', 'o', ' ', '*'].map(bold)).toEqual([
    ...['a**one:** b', 'a **one**b', 'a'],
    ...['a**o**b', 'a b', 'a**\\***b'],
  ]);
});

test('as LaTeX', () => {
  const tex = reportTex(paper);
  expect(tex).toContain(`after ${PAPER.id}${PAPER.version};`);
  expectGolden('report/faces/paper.tex', versioned(tex));
});

test('LaTeX lists no works where none is named', () => {
  const tex = reportTex({ title: 'none', blocks: [prose('By nobody.')] });
  expect(tex.slice(tex.indexOf('\\tableofcontents'))).toBe(
    '\\tableofcontents\n\nBy nobody.\n\n\n\\end{document}\n',
  );
});

test('as a page, whose style sheet is the one that its policy allows', async () => {
  const html = await reportHtml(paper);
  const [, style = ''] = /<style>([\s\S]*)<\/style>/.exec(html) ?? [];
  const digest = createHash('sha256').update(style).digest('base64');
  const own = style.slice(style.indexOf('\n:root'));
  // KaTeX's own rules are shown where a class has its short name, and where an inline style has become a class.
  const sheet = style.slice(0, -own.length).replace(/\{[^{}]*url\(data:[^}]*\}/g, '{FONT}');
  const rules = sheet.split(/(?<=\})/).filter((rule) => /\.[a-z]+[01]\b|font-style:inherit/.test(rule));
  expect(sheet).toContain('.katex-html');
  const shown = html
    .replace(style, `\n[KaTeX's style sheet]\n${rules.join('')}${own}`)
    .replace(digest, 'DIGEST');
  expect(shown).toContain("style-src 'sha256-DIGEST'");
  expectGolden('report/faces/paper.html.txt', versioned(shown));
});

test('a display of one row is not aligned, and its escaped signs stay', () => {
  const rowsOf = (rows: string) => displayOf({ label: '', text: '', rows });
  expect(rowsOf('x &= y \\& z')).toBe('x = y \\& z');
  expect(rowsOf('& y \\& z')).toBe(' y \\& z');
  expect(rowsOf('x &= y \\\\\nz &= u')).toBe('\\begin{aligned}\nx &= y \\\\\nz &= u\n\\end{aligned}');
});

test('a formula that KaTeX refuses is refused with its LaTeX', async () => {
  const bad: Block = prose({ kind: 'formula', text: 'x', tex: '\\nosuchcommand{' });
  await expect(reportHtml({ ...paper, blocks: [bad] })).rejects.toThrow(
    'A formula that KaTeX refuses in \\nosuchcommand{; correct its LaTeX.',
  );
});
