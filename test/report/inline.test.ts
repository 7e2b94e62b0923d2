/** Formulas found in sentences, as people write them. */
import { describe, expect, test } from 'vitest';
import { DERIVATIONS } from '../../derivations/registry.ts';
import { inlineParts } from '../../src/report/inline.ts';
import { gate } from '../../src/report/latex-gate.ts';
import { SYMBOLS } from './support.ts';

/** The sentence with its formulas between dollars. */
const marked = (text: string): string =>
  inlineParts(text, SYMBOLS)
    .map((part) => (part.kind === 'words' ? part.text : `$${part.tex}$`))
    .join('');

describe('a sentence', () => {
  test.each([
    ['concave for gamma >= -1.', 'concave for $\\gamma \\ge -1$.'],
    ['the density q^-(1+gamma) from 1 to q', 'the density $q^{-(1 + \\gamma)}$ from 1 to $q$'],
    [
      'n* = n_I (1 + 3kd/t)^(-1/(1+alpha gamma)) exactly',
      '$n^{\\ast} = n_I (1 + 3 k d/t)^{-1/(1 + \\alpha \\gamma)}$ exactly',
    ],
    [
      'An optimum that sells lies where a n^alpha = b d^beta: off it',
      'An optimum that sells lies where $a n^{\\alpha} = b d^{\\beta}$: off it',
    ],
    ['the same, in a and b.', 'the same, in $a$ and $b$.'],
    ['a bound on a model of a size', 'a bound on a model of a size'],
    ["the firm's t, and n's share", "the firm's $t$, and n's share"],
    ['as gamma tends to 0', 'as $\\gamma$ tends to 0'],
    ['6 FLOP per parameter', '6 FLOP per parameter'],
    ['well-posed in n-space', 'well-posed in $n$-space'],
    ['the first-order-n condition', 'the first-order-n condition'],
    ['profit-maximal-d, by n-d and q^-n', 'profit-maximal-d, by $n - d$ and $q^{-n}$'],
    ['none -n', 'none $-n$'],
    ['n*^(2-alpha) < E', '\u0024{n^{\\ast}}^{2 - \\alpha} < E$'],
    ['t > 1e4 * 3d', '$t > 10^{4} \\cdot 3 d$'],
    ['ln q at gamma = 0', '$\\ln q$ at $\\gamma = 0$'],
    ["with gamma' > 0 and n' = d", "with $\\gamma' > 0$ and $n' = d$"],
    ['E -> 0, d ~ n', '$E \\to 0$, $d \\sim n$'],
    ['', ''],
  ])('%s', (text, expected) => {
    expect(marked(text)).toBe(expected);
  });

  test('A at the beginning of a sentence is an article, unless something is said of it', () => {
    const letters = new Map(['A', 'q', 'c'].map((name) => [name, { tex: name }]));
    const formulas = (text: string) =>
      inlineParts(text, letters).flatMap((part) => (part.kind === 'formula' ? [part.text] : []));
    expect(formulas('A little more of q.')).toEqual(['q']);
    expect(formulas('Taken together. A little more of q.')).toEqual(['q']);
    expect(formulas('A is the highest price.')).toEqual(['A']);
    expect(formulas('A - c is a margin, and so is A.')).toEqual(['A - c', 'A']);
  });

  test('nothing is lost: the texts of the parts are the sentence', () => {
    for (const make of Object.values(DERIVATIONS)) {
      const { statement, steps, symbols } = make();
      for (const text of [statement, ...steps.map(({ words }) => words)]) {
        expect(
          inlineParts(text, symbols)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }
    }
  });

  test('odd text neither hangs nor breaks LaTeX', async () => {
    for (const text of [
      '((((n',
      'n^',
      'n^^n',
      '=',
      'n = ',
      ')n(',
      '\\input{x}',
      '$n$',
      'n*n*',
      "n'''",
      '1 2 3 n',
      '-'.repeat(500),
      '('.repeat(500),
    ]) {
      for (const part of inlineParts(text, SYMBOLS)) {
        if (part.kind === 'formula') expect(await gate(part.tex, false)).toEqual({ ok: true });
      }
    }
  });
});
