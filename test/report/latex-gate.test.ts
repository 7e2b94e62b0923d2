/** The gate lets nothing through that KaTeX refuses, that a reader could doubt, or that says something else than its term. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printTex } from '../../src/kernel/print-tex.ts';
import {
  add,
  call,
  divide,
  isNumber,
  mapParts,
  multiply,
  negate,
  parts,
  power,
  sameTerm,
  symbol,
  type Term,
  term,
} from '../../src/kernel/term.ts';
import {
  compareTerms,
  gate,
  parseBack,
  parseBackSides,
  sameValue,
  UnreadableTex,
} from '../../src/report/latex-gate.ts';
import { FORMULAS } from '../support/formulas.ts';
import { LETTERS, LETTERS_CONTEXT } from '../support/letters.ts';
import { randomTerm } from '../support/random-terms.ts';
import { byTier } from '../support/tier.ts';

const runs = byTier(200, 800, 10_000);

test('a random term, printed and read back, keeps its value', async () => {
  let counted = 0;
  await fc.assert(
    fc.asyncProperty(randomTerm, async (given) => {
      const tex = printTex(given, LETTERS);
      expect(await gate(tex)).toEqual({ ok: true });
      const comparison = compareTerms(given, await parseBack(tex, LETTERS), LETTERS_CONTEXT, 16);
      if (comparison.same) counted++;
      else expect(`${tex}: ${comparison.why}`).toMatch(/points tried have a value/);
    }),
    { numRuns: runs },
  );
  expect(counted).toBeGreaterThan(0.9 * runs);
});

describe('KaTeX', () => {
  test.each(['\\frac{1}{2}', 'n^{\\ast}', '\\begin{aligned} a &= b \\\\ &\\quad + c \\end{aligned}'])(
    'accepts %s',
    async (tex) => {
      expect(await gate(tex)).toEqual({ ok: true });
    },
  );

  test.each([
    '\\frac{1}{2',
    'a^b^c',
    '\\label{eq:x} a',
    '\\eqref{eq:x}',
    '\\gama',
    'γ',
    '\\href{https://example.org}{a}',
    'a & b',
  ])('refuses %s', async (tex) => {
    expect(await gate(tex)).toMatchObject({ ok: false });
    await expect(parseBack(tex, LETTERS)).rejects.toThrow(UnreadableTex);
  });
});

describe('reads as a person does', () => {
  const cases: readonly (readonly [string, Term])[] = [
    ['2nt', multiply(2, 'n', 't')],
    ['2 n t/E', divide(multiply(2, 'n', 't'), 'E')],
    ['{n^{\\ast}}^{\\alpha}', power('n', 'alpha')],
    ['(n^{\\ast})^{\\alpha}', power('n', 'alpha')],
    ['n_I^2 c_d^{\\ast} R^{\\ast}', multiply(power('n_I', 2), 'c_d', 'Rstar')],
    ['\\left(n + d\\right)^{-1}', power(add('n', 'd'), -1)],
    ['\\sqrt[3]{n}', power('n', divide(1, 3))],
    ['\\ln q \\ln n', multiply(call('ln', 'q'), call('ln', 'n'))],
    [
      '\\alpha\\ln q + \\ln\\left(2n\\right)',
      add(multiply('alpha', call('ln', 'q')), call('ln', multiply(2, 'n'))),
    ],
    ['\\max\\{n, d\\} \\cdot 3', multiply(call('max', 'n', 'd'), 3)],
    ['W_{-1}(-q)', call('lambert_wm1', negate('q'))],
    ['e', call('exp', 1)],
    ['\\exp(-q) e^{q}', multiply(call('exp', negate('q')), call('exp', 'q'))],
    ['7.2 \\times 10^{17}', multiply(divide(72, 10), term(10n ** 17n))],
    ['E_{\\mathrm{inf}} + L_\\infty', add('E_inf', 'L_inf')],
    ['\\tfrac{1}{2} n', multiply(divide(1, 2), 'n')],
  ];
  test.each(cases)('%s', async (tex, meant) => {
    expect(compareTerms(await parseBack(tex, LETTERS), meant, LETTERS_CONTEXT)).toMatchObject({ same: true });
  });

  test.each([
    ['2n/E t', /after the denominator/],
    ['1/2/n', /after the denominator/],
    ['\\ln q n', /after the bare argument/],
    ['\\ln q/n', /after the bare argument/],
    ['\\ln q^{2}', /more than a letter/],
    ['\\ln(q)^{2}', /exponent on the argument/],
    ['\\ln^{2} q', /exponent on the name/],
    ['\\min q', /1 arguments/],
    ['{n d}^{2}', /no parentheses hold together/],
    ['(n, d)', /list/],
    ['(n', /not closed/],
    ['n +', /missing at the end/],
    ['+', /missing at the end/],
    ['', /missing at the end/],
    ['\\zeta', /no declared symbol/],
    ['n_{2}', /no declared symbol/],
    ['W_{2}(q)', /no function/],
    ['n^{}', /missing/],
    ['\\overline{n}', /no meaning/],
    ['n = d', /after the end/],
  ])('refuses %s', async (tex, why) => {
    await expect(parseBack(tex, LETTERS)).rejects.toThrow(why);
  });

  test('letters of several signs, and letters that look the same', async () => {
    const n = LETTERS.get('n');
    if (!n) throw new Error('n is not declared');
    const slope = { ...n, name: 'fq', tex: "f'(q)" };
    const size = { ...n, name: 'g', tex: '|\\gamma|' };
    const symbols = new Map([...LETTERS, ['fq', slope], ['g', size], ['n2', { ...n, name: 'n2' }]]);
    const given = multiply('g', power('fq', 2), 'f');
    const tex = printTex(given, symbols);
    expect(tex).toBe("|\\gamma| f (f'(q))^{2}");
    expect(await sameValue(given, tex, { symbols, facts: [] })).toMatchObject({ same: true });
    await expect(parseBack('n', symbols)).rejects.toThrow(/either of two/);
    expect(await sameValue(power('n2', 2), 'n^{2}', { symbols, facts: [] })).toMatchObject({ same: true });
  });

  test('sides of relations', async () => {
    const [left, middle, right] = await parseBackSides('n < n_I \\le 2t', LETTERS);
    expect([left, middle]).toEqual([symbol('n'), symbol('n_I')]);
    expect(right).toEqual(multiply(2, 't'));
  });
});

/** Terms that differ from the given one by one small slip of the kinds that printers make. */
function slips(given: Term): Term[] {
  const here: Term[] = [];
  if (given.kind === 'power') here.push(given.base, power(given.base, negate(given.exponent)));
  if (given.kind === 'symbol' && given.name === 'alpha') here.push(symbol('beta'));
  if (given.kind === 'symbol' && given.name === 'n') here.push(symbol('d'));
  if (given.kind === 'sum')
    here.push(...given.terms.map((_, i) => add(...given.terms.map((t, j) => (i === j ? negate(t) : t)))));
  if (given.kind === 'product')
    here.push(...given.factors.map((_, i) => multiply(...given.factors.filter((__, j) => i !== j))));
  if (isNumber(given)) here.push(add(given, 1));
  const inside = parts(given).flatMap((part, i) =>
    slips(part).map((slip) => {
      let index = 0;
      return mapParts(given, (other) => (index++ === i ? slip : other));
    }),
  );
  return [...here, ...inside];
}

/** How many slips of each formula are tried. */
const most = byTier(4, 12, 1_000);

describe('a slip is noticed', () => {
  test.each(FORMULAS)('%s', async (_, given) => {
    const all = slips(given).filter((slip) => !sameTerm(slip, given));
    const different = all.filter((_slip, i) => i % Math.ceil(all.length / most) === 0);
    for (const slip of different) {
      if (compareTerms(given, slip, LETTERS_CONTEXT).same) continue;
      expect(await sameValue(given, printTex(slip, LETTERS), LETTERS_CONTEXT)).toMatchObject({ same: false });
    }
    const seen = different.filter((slip) => !compareTerms(given, slip, LETTERS_CONTEXT).same).length;
    expect(seen).toBeGreaterThan(0.9 * different.length - 1);
  });

  test.each([
    ['a wrong sign', '\\frac{\\omega f + 2n/E}{2\\delta}'],
    ['a lost factor', '\\frac{\\omega f - n/E}{2\\delta}'],
    ['a lost bar', '\\omega f - 2n/E'],
    ['another letter', '\\frac{\\omega f - 2d/E}{2\\delta}'],
    ['another case', '\\frac{\\omega f - 2n/e}{2\\delta}'],
    ['no formula', '\\frac{\\omega f - 2n/E}{}'],
  ])('%s', async (_, tex) => {
    const sales = divide(
      add(multiply('omega', 'f'), negate(divide(multiply(2, 'n'), 'E'))),
      multiply(2, 'delta'),
    );
    expect(await sameValue(sales, '\\frac{\\omega f - 2n/E}{2\\delta}', LETTERS_CONTEXT)).toMatchObject({
      same: true,
    });
    expect(await sameValue(sales, tex, LETTERS_CONTEXT)).toMatchObject({ same: false });
  });

  test('a term without values proves nothing', async () => {
    const given = call('ln', negate('n'));
    expect(await sameValue(given, printTex(given, LETTERS), LETTERS_CONTEXT)).toMatchObject({
      same: false,
      at: null,
    });
  });
});
