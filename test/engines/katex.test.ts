import { describe, expect, test } from 'vitest';
import { katexHtml, katexMathml } from '../../src/engines/katex.ts';

const inline = { display: false };

test('a formula becomes MathML, in a page inside a span', async () => {
  const mathml = await katexMathml('\\frac{\\gamma}{2}', inline);
  expect(mathml).toMatchObject({
    ok: true,
    mathml: expect.stringMatching(/^<math .*<mfrac><mi>γ<\/mi><mn>2<\/mn><\/mfrac>.*<\/math>$/),
  });
  const html = await katexHtml('x', { display: true });
  expect(html).toMatchObject({
    ok: true,
    html: expect.stringMatching(/^<span class="katex"><math .*display="block"/),
  });
});

describe('refused', () => {
  test.each([
    ['an unknown command', '\\nosuch'],
    ['an open group', '\\frac{1}{'],
    ['a letter that no font has', 'x б'],
    ['a label', '\\label{a} x'],
    ['a link', '\\href{https://example.org}{x}'],
    ['a file', '\\includegraphics{a.png}'],
    ['a macro without end', '\\def\\a{\\a\\a}\\a'],
  ])('%s', async (_what, tex) => {
    expect(await katexMathml(tex, inline)).toMatchObject({ ok: false, message: expect.stringMatching(/./) });
    expect((await katexHtml(tex, inline)).ok).toBe(false);
  });
});

test.each([
  ['\\alpha\\ln n', 1, 1],
  ['\\ln(n)', 0, 0],
  ['\\ln q \\ln n', 1, 2],
  ['t \\ln_{\\gamma}(q)', 1, 0],
  ['a + \\min\\left(a, b\\right)', 0, 0],
  ['\\ln \\frac{a}{b}', 0, 1],
  ['\\frac{n + 1}{\\ln n}', 0, 1],
])('names of functions stand apart as TeX sets them: %s', async (tex, before, after) => {
  const rendered = await katexMathml(tex, inline);
  if (!rendered.ok) throw new Error(rendered.message);
  expect(rendered.mathml.split('<mspace').length - 1).toBe(before);
  expect(rendered.mathml.split('rspace="0.1667em"').length - 1).toBe(after);
});
