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
