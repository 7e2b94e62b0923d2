/** Environments, labels and prose as pdflatex takes them, and as KaTeX does where there is no label. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printEquationTex } from '../../src/kernel/print-tex.ts';
import { gate } from '../../src/report/latex-gate.ts';
import { type Environment, equationsTex, labelText, standaloneTex } from '../../src/report/tex-document.ts';
import { escapeTex } from '../../src/report/tex-escape.ts';
import { formula } from '../support/formulas.ts';
import { expectGolden } from '../support/goldens.ts';
import { LETTERS } from '../support/letters.ts';

const profit = { left: { tex: '\\pi' }, relation: '=', right: formula('profit') } as const;
const sales = { left: { tex: 't^{\\ast}' }, relation: '=', right: formula('best-sales') } as const;
const rows = [
  { tex: printEquationTex(profit, LETTERS, { aligned: true, breakAt: 16 }), label: 'eq:baseline:profit' },
  { tex: printEquationTex(sales, LETTERS, { aligned: true }), label: 'eq:baseline:best sales' },
];

const layouts = (['align', 'gather', 'none'] as const).flatMap((environment) =>
  [true, false].map((numbered) => ({ environment, numbered })),
);

describe.each(layouts)('$environment, numbered: $numbered', ({ environment, numbered }) => {
  test('passes KaTeX without labels', async () => {
    const tex = equationsTex(rows, { environment, numbered, labels: false });
    for (const part of environment === 'none' ? tex.split('\n\n') : [tex]) {
      expect(await gate(part)).toEqual({ ok: true });
    }
  });

  test('reads as a person would have written it', () => {
    const name = `environments/${environment}${numbered ? '-numbered' : ''}.tex`;
    expectGolden(name, equationsTex(rows, { environment, numbered, labels: true }));
  });
});

test.each<[Environment, boolean, number]>([
  ['align', true, 2],
  ['align', false, 0],
  ['gather', true, 2],
  ['none', true, 0],
])('labels of %s, numbered: %s: %i', (environment, numbered, count) => {
  expect(equationsTex(rows, { environment, numbered, labels: true }).split('\\label').length - 1).toBe(count);
});

test('a label has only characters that \\label takes', () => {
  expect(labelText('eq:break even_γ{')).toBe('eq:break-even-');
});

describe('prose', () => {
  test.each([
    ['γ → 0', '$\\gamma$ $\\to$ 0'],
    ['100 % of a_b', '100 \\% of a\\_b'],
    ['\\input{x}', '\\textbackslash{}input\\{x\\}'],
    [
      'Lagrange’s “multiplier” – Hölder, Poincaré',
      "Lagrange's ``multiplier'' -- H\\\"{o}lder, Poincar\\'{e}",
    ],
    ['s ≥ 1', 's $\\ge$ 1'],
    ['漢', '[U+6F22]'],
  ])('%s', (text, tex) => {
    expect(escapeTex(text)).toBe(tex);
  });

  test('is ASCII, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeTex(text)).toMatch(/^[\x20-\x7e\n\t]*$/);
      }),
      { numRuns: 1_000 },
    );
  });
});

test('a document of its own needs base LaTeX and amsmath only', () => {
  const body = equationsTex(rows, { environment: 'align', numbered: true, labels: true });
  const tex = standaloneTex({ title: 'Profit at γ = 0', body });
  expect(tex.match(/\\usepackage.*/g)).toEqual(['\\usepackage{amsmath}']);
  expectGolden('environments/standalone.tex', tex);
});

test.each(['align', 'gather', 'none'] as const)(
  '%s: lines that stand in a block already are not put into another',
  (environment) => {
    const layout = { environment, numbered: false, labels: false };
    const lines = 'x &= y \\\\\n&\\quad + z';
    const block = `\\begin{aligned}\n${lines}\n\\end{aligned}`;
    expect(equationsTex([{ tex: block }], layout)).toBe(equationsTex([{ tex: lines }], layout));
    expect(equationsTex([{ tex: block }], layout).match(/begin\{aligned\}/g) ?? []).toHaveLength(
      environment === 'align' ? 0 : 1,
    );
    const two = `${block} \\\\\n${block}`;
    expect(equationsTex([{ tex: two }], layout)).toContain(block.split('\n')[1]);
    expect(equationsTex([{ tex: two }], layout).match(/begin\{aligned\}/g)?.length).toBeGreaterThan(1);
  },
);
