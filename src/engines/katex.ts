/**
 * TeX as MathML, by KaTeX at its strictest: what is not TeX mathematics, or would reach outside it, is an error.
 *
 * That KaTeX renders a formula must not be trusted to say that the formula means the right thing: it renders a wrong
 * fraction as happily as a right one.
 */

export type KatexOptions = { readonly display: boolean };
/**
 * The colour in which KaTeX would draw a command that it does not trust (links, files, raw HTML): it does not throw at
 * one, so a formula that shows this colour is refused.
 */
const DISTRUST = '#d15b05';

type Refusal = { ok: false; message: string };

async function render(
  tex: string,
  display: boolean,
  output: 'mathml' | 'html' = 'mathml',
): Promise<{ ok: true; html: string } | Refusal> {
  const { default: katex } = await import('katex');
  try {
    const html = katex.renderToString(tex, {
      output,
      displayMode: display,
      strict: 'error',
      throwOnError: true,
      trust: false,
      maxExpand: 100,
      errorColor: DISTRUST,
    });
    if (html.includes(DISTRUST))
      return { ok: false, message: 'KaTeX does not trust a command of the formula' };
    return { ok: true, html: spaced(html) };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

const THIN_SPACE = '0.1667em';
const OPERAND_END = '</mi>|</mn>|</msup>|</msub>|</msubsup>|</mfrac>|</msqrt>|</mroot>|</mrow>|\\)</mo>';
const BEFORE_NAME = new RegExp(
  `(?<=${OPERAND_END})(?=(?:<msub><mrow>)?<mi>[a-z]{2,}</mi><mo>\u2061</mo>)`,
  'g',
);
const AFTER_NAME =
  /(?<=<mi>[a-z]{2,}<\/mi>)<mo>\u2061<\/mo>(?!<\/mrow>|<mo[^>]*>[([{]|<mrow><mo fence="true">)/g;

/**
 * The thin spaces that TeX sets around names such as ln: KaTeX leaves them to the browser, and browsers set none, so
 * that a ln n would read "aln n".
 */
const spaced = (html: string): string =>
  html
    .replace(BEFORE_NAME, `<mspace width="${THIN_SPACE}"/>`)
    .replace(AFTER_NAME, `<mo rspace="${THIN_SPACE}">\u2061</mo>`);

/** Page-ready HTML: MathML in a span of class katex, no style sheet or font needed. */
export function katexHtml(
  tex: string,
  { display }: KatexOptions,
): Promise<{ ok: true; html: string } | Refusal> {
  return render(tex, display);
}

/** Spans that look right under KaTeX's style sheet and fonts, and say nothing to a screen reader. */
export function katexSpans(
  tex: string,
  { display }: KatexOptions,
): Promise<{ ok: true; html: string } | Refusal> {
  return render(tex, display, 'html');
}

/** The <math> element alone. */
export async function katexMathml(
  tex: string,
  { display }: KatexOptions,
): Promise<{ ok: true; mathml: string } | Refusal> {
  const rendered = await render(tex, display);
  if (!rendered.ok) return rendered;
  const mathml = /<math[\s\S]*<\/math>/.exec(rendered.html)?.[0];
  return mathml ? { ok: true, mathml } : { ok: false, message: 'KaTeX gave no <math> element' };
}
