/**
 * The formulas of the theory in LaTeX: each passes KaTeX, reads back to its own value, and is kept as a golden that a
 * person can look at.
 */
import { describe, expect, test } from 'vitest';
import { FUNCTIONS } from '../../src/kernel/functions/registry.ts';
import {
  type EquationTex,
  printEquationTex,
  printTex,
  printTexLines,
  type Relation,
  texWidth,
} from '../../src/kernel/print-tex.ts';
import {
  add,
  call,
  divide,
  fraction,
  multiply,
  negate,
  power,
  squareRoot,
  subtract,
  type Term,
  term,
} from '../../src/kernel/term.ts';
import { gate, parseBack, parseBackSides, sameValue } from '../../src/report/latex-gate.ts';
import { FORMULAS, formula } from '../support/formulas.ts';
import { expectGolden, goldenNames } from '../support/goldens.ts';
import { LETTERS, LETTERS_CONTEXT } from '../support/letters.ts';

describe.each(FORMULAS)('%s', (name, given) => {
  const tex = printTex(given, LETTERS);

  test('reads back to its value', async () => {
    expect(await gate(tex)).toEqual({ ok: true });
    expect(await sameValue(given, tex, LETTERS_CONTEXT)).toMatchObject({ same: true });
  });

  test('is as it was', () => {
    expectGolden(`tex/${name}.tex`, tex);
  });
});

test('every golden has its formula', () => {
  expect(goldenNames('tex')).toEqual(FORMULAS.map(([name]) => `${name}.tex`).sort());
});

test.each(Object.values(FUNCTIONS))('$name prints and reads back', async ({ name, arity }) => {
  const argument = name === 'lambert_wm1' ? negate(divide('a', multiply(10, 'a'))) : term('q');
  const args = arity === 'two or more' ? [argument, 'n', 'd'] : [argument, 'gamma'].slice(0, arity);
  const given = multiply('omega', call(name, ...args), add(1, call(name, ...args)));
  const tex = printTex(given, LETTERS);
  expect(await gate(tex)).toEqual({ ok: true });
  expect(await sameValue(given, tex, LETTERS_CONTEXT)).toMatchObject({ same: true });
});

describe('layout', () => {
  const cases: readonly (readonly [string, Term])[] = [
    ['q^{-\\gamma}', power('q', negate('gamma'))],
    ['2 q^{-\\gamma}', multiply(2, power('q', negate('gamma')))],
    ['a^{-\\gamma} n^{-\\alpha}', multiply(power('a', negate('gamma')), power('n', negate('alpha')))],
    ['\\frac{\\alpha}{a^{\\gamma}}', multiply('alpha', power('a', negate('gamma')))],
    ['\\frac{1}{n}', power('n', -1)],
    ['\\frac{1}{\\sqrt{n}}', power('n', fraction(-1, 2))],
    ['n^{\\alpha/\\beta}', power('n', divide('alpha', 'beta'))],
    ['n^{1/(1+\\alpha\\gamma)}', power('n', divide(1, add(multiply('alpha', 'gamma'), 1)))],
    ['n^{-1-\\alpha\\gamma}', power('n', add(-1, negate(multiply('alpha', 'gamma'))))],
    ['k - 1', subtract('k', 1)],
    ['1 + \\alpha\\gamma', add(multiply('alpha', 'gamma'), 1)],
    ['k + 2\\alpha\\gamma', add(multiply(2, 'alpha', 'gamma'), 'k')],
    ['1 - q', add(negate('q'), 1)],
    ['\\omega f - \\delta t', add(negate(multiply('delta', 't')), multiply('omega', 'f'))],
    ['-n - d', add(negate('n'), negate('d'))],
    ['-t (n + d)', multiply(-1, add('n', 'd'), 't')],
    ['t - E (n + d)', subtract('t', multiply(add('n', 'd'), 'E'))],
    ['6nd', multiply('d', 6, 'n')],
    ['2 \\cdot 3^{\\alpha}', multiply(2, power(3, 'alpha'))],
    ['2\\sqrt{3} n', multiply(2, squareRoot(3), 'n')],
    ['0.3n', multiply(fraction(3, 10), 'n')],
    ['\\frac{2n}{3}', multiply(fraction(2, 3), 'n')],
    ['-\\frac{1}{2}', fraction(-1, 2)],
    ['\\ln q', call('ln', 'q')],
    ['\\ln(a n^{\\alpha})', call('ln', multiply('a', power('n', 'alpha')))],
    ['\\ln \\frac{q}{q_{0}}', call('ln', divide('q', 'q0'))],
    ['E \\ln E', multiply(call('ln', 'E'), 'E')],
    ['(\\ln q)^{2}', power(call('ln', 'q'), 2)],
    ['\\ln_{\\gamma}(q)', call('deformed_log', 'q', 'gamma')],
    ['e^{-\\alpha}', call('exp', negate('alpha'))],
    ['\\frac{n}{e^{2}}', multiply('n', call('exp', -2))],
    ['e', call('exp', 1)],
    ['\\frac{2}{E} \\left(1 + \\frac{d}{t}\\right)', divide(multiply(2, add(1, divide('d', 't'))), 'E')],
    ['\\frac{1 + d/t}{E}', divide(add(1, divide('d', 't')), 'E')],
    ['7.2 \\times 10^{17} n', multiply(72n * 10n ** 16n, 'n')],
    ['10^{9}', term(10n ** 9n)],
    ['1.5 \\times 10^{-7}', fraction(15, 100_000_000)],
    ['(3 \\times 10^{8})^{\\alpha}', power(300_000_000, 'alpha')],
    ['123456', term(123_456)],
    ['100000', term(100_000)],
    ['W_{0}(q)', call('lambert_w0', 'q')],
    ['(n^{2})^{\\alpha}', power(power('n', 2), 'alpha')],
    ['(R^{\\ast})^{\\alpha}', power('Rstar', 'alpha')],
    ['n_{I}^{2} c_{d}^{\\alpha}', multiply(power('c_d', 'alpha'), power('n_I', 2))],
  ];
  test.each(cases)('%s', async (tex, given) => {
    expect(printTex(given, LETTERS)).toBe(tex);
    expect(await sameValue(given, tex, LETTERS_CONTEXT)).toMatchObject({ same: true });
  });
});

test('stars and numbers put in stand where the letter stood', async () => {
  const given = multiply('a', power('n', 'alpha'), power('t', 2), 'd');
  const starred = printTex(given, LETTERS, { starred: new Set(['n', 't']) });
  expect(starred).toBe('a d (t^{\\ast})^{2} (n^{\\ast})^{\\alpha}');
  expect(await sameValue(given, starred, LETTERS_CONTEXT)).toMatchObject({ same: true });
  const numbers = new Map([
    ['n', '7 \\times 10^{9}'],
    ['alpha', '0.3'],
    ['a', '2.5'],
    ['d', '-3'],
    ['t', '4'],
  ]);
  const tex = printTex(given, LETTERS, { numbers });
  expect(tex).toBe('2.5 (-3) \\cdot 4^{2} (7 \\times 10^{9})^{0.3}');
  expect(await parseBack(tex, LETTERS)).toBeDefined();
});

describe('long sums', () => {
  const given = formula('profit-everywhere');
  const lines = printTexLines(given, LETTERS, 30);

  test('break between summands, each line within its width', () => {
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines.slice(1)) {
      expect(line).toMatch(/^[+-] /);
      expect(texWidth(line)).toBeLessThanOrEqual(30);
    }
  });

  test('say the same together', async () => {
    expect(await sameValue(given, lines.join(' '), LETTERS_CONTEXT)).toMatchObject({ same: true });
  });

  test('stay one line where they fit', () => {
    expect(printTexLines(formula('price'), LETTERS, 30)).toEqual([printTex(formula('price'), LETTERS)]);
  });
});

describe('relations', () => {
  test.each<[Relation, string]>([
    ['=', '='],
    ['!=', '\\ne'],
    ['<', '<'],
    ['>', '>'],
    ['<=', '\\le'],
    ['>=', '\\ge'],
    ['~', '\\sim'],
    ['in', '\\in'],
  ])('%s', async (relation, shown) => {
    const tex = printEquationTex({ left: term('t'), relation, right: formula('best-sales') }, LETTERS);
    expect(tex).toBe(`t ${shown} ${printTex(formula('best-sales'), LETTERS)}`);
    expect(await gate(tex)).toEqual({ ok: true });
    expect(await parseBackSides(tex, LETTERS)).toHaveLength(2);
  });

  test('a broken equation, aligned, reads back', async () => {
    const equation: EquationTex = { left: term('M'), relation: '=', right: formula('profit-everywhere') };
    expect(printEquationTex(equation, LETTERS, { aligned: true })).not.toContain('\\\\');
    const rows = printEquationTex(equation, LETTERS, { aligned: true, breakAt: 10 });
    expect(rows.split('\\\\').length).toBeGreaterThan(2);
    const [left, right] = await parseBackSides(`\\begin{aligned}${rows}\\end{aligned}`, LETTERS);
    expect(left).toEqual(term('M'));
    expect(
      await sameValue(right ?? term(0), printTex(formula('profit-everywhere'), LETTERS), LETTERS_CONTEXT),
    ).toMatchObject({ same: true });
  });
});

test('nesting takes time in proportion', () => {
  const nest = (grow: (inner: Term) => Term): Term =>
    Array.from({ length: 90 }).reduce<Term>((inner) => grow(inner), term('n'));
  const nests = [
    nest((inner) => call('exp', negate(inner))),
    nest((inner) => divide(1, add(1, inner))),
    nest((inner) => power(add('q', negate(inner)), negate('gamma'))),
    nest((inner) => squareRoot(add(negate('n'), negate(inner)))),
    nest((inner) => power(add(negate('n'), negate(inner)), 3)),
  ];
  const start = performance.now();
  for (const given of nests) printTex(given, LETTERS);
  expect(performance.now() - start).toBeLessThan(2_000);
});

test('an undeclared symbol is an issue', () => {
  expect(() => printTex(term('constructor'), LETTERS)).toThrow('"constructor" is not declared');
});
