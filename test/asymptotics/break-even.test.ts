/** Break-even whole: found in closed form, under a condition, along a curve, or what it would need; below and above what grows. */
import { expect, test } from 'vitest';
import { breakEvenOf } from '../../src/asymptotics/break-even.ts';
import { amountsOf, eliminateColumns } from '../../src/asymptotics/break-even-amounts.ts';
import { type Case, caseOf } from '../../src/asymptotics/cases.ts';
import { prepare } from '../../src/asymptotics/pieces.ts';
import { conditionsOf } from '../../src/economics/conditions.ts';
import { contextOf } from '../../src/economics/model.ts';
import { modelOf, type VariantId } from '../../src/economics/variants/registry.ts';
import type { Fact } from '../../src/kernel/facts.ts';
import { ratioTerm } from '../../src/kernel/normal/to-term.ts';
import { parse } from '../../src/kernel/parse.ts';
import { printText } from '../../src/kernel/print-text.ts';
import { expectGolden } from '../support/goldens.ts';
import { caseUnder, problemOf, type Small, told, under } from './small.ts';

/** What says nothing of break-even. */
const WITHOUT = ['edges', 'bounds', 'crossings', 'closed', 'next', 'balance', 'index', 'logBase'];

/** The case of a model in which facts hold, with numbers of exponents beside. */
function caseIn(id: VariantId, facts: readonly string[], at: Readonly<Record<string, number>>): Case {
  const model = modelOf(id);
  const { symbols, facts: own } = contextOf(model);
  const more = facts.map((text): Fact => {
    const [left = '', sign] = text.split(/ ([<>=]) 0$/);
    const is = sign === '<' ? 'negative' : sign === '>' ? 'positive' : 'zero';
    return { term: parse(left, symbols), is, because: 'given' };
  });
  return { ...caseOf({ symbols, facts: [...own, ...more] }), at };
}

test.each<[string, VariantId, string, boolean, readonly string[], Readonly<Record<string, number>>]>([
  ['negative gamma', 'baseline', 'E', true, ['gamma < 0'], {}],
  [
    'positive gamma, exponents known to differ',
    'baseline',
    'E',
    true,
    ['gamma > 0', 'beta - alpha > 0'],
    { alpha: 0.3, beta: 0.4 },
  ],
  ['equal exponents by numbers', 'baseline', 'E', true, ['gamma < 0'], { alpha: 0.4, beta: 0.4 }],
  ['above', 'baseline', 'delta', false, ['gamma > 0'], {}],
  ['in the cost of what sells', 'baseline', 'a', true, ['gamma < 0'], {}],
  ['with a limit', 'data-bound', 'E', true, ['gamma < 0'], { alpha: 0.4, beta: 0.4 }],
  ['in the limit', 'data-bound', 'D', true, ['gamma < 0'], { alpha: 0.3, beta: 0.4 }],
  ['several sellers', 'cournot', 'E', true, ['gamma < 0'], { alpha: 0.4, beta: 0.1, m: 4 }],
  ['fixed sales', 'fixed-demand', 'E', true, ['gamma > 0'], { alpha: 0.3, beta: 0.4 }],
  ['bought data', 'data-cost', 'E', true, ['gamma > 0'], { alpha: 0.3, beta: 0.4 }],
  ['quality in two powers', 'ces-quality', 'E', true, ['gamma > 0'], { alpha: 0.3, beta: 0.4, r: 1.5 }],
  [
    'a threshold that moves',
    'endogenous-threshold',
    'E',
    true,
    ['gamma < 0'],
    { alpha: 0.3, beta: 0.4, kappa: 0.3 },
  ],
  ['an open sign', 'baseline', 'E', true, [], {}],
])('%s: %s in %s', (name, id, growing, low, facts, at) => {
  const found = breakEvenOf(conditionsOf(modelOf(id)), caseIn(id, facts, at), growing, low);
  expectGolden(`asymptotics/break-even/${name}.txt`, told(found, WITHOUT).slice(1));
});

test('refused by the form of a condition, and with nobody there', () => {
  const odd: Small = {
    variables: ['n', 't'],
    equations: { n: { gain: 't*n', cost: '-exp(n)' }, t: { gain: 't*n', cost: '-t' } },
    objective: { gain: 't*n' },
    quantities: { n: 'n' },
  };
  const { regimes, undecided } = breakEvenOf([problemOf(odd)], caseUnder(), 'x', true);
  expect(undecided).toEqual(['break-even: cost is no sum of monomials']);
  expect(regimes.map(({ name, openEnds, scalings }) => [name, openEnds, Object.keys(scalings)])).toEqual([
    ['stay-out', ['to'], ['n', 'profit']],
    ['break-even', ['from', 'to'], ['n', 'profit']],
  ]);
  expect(breakEvenOf([], caseUnder(), 'x', true)).toEqual({ regimes: [], undecided: [] });
});

test('amounts: like ones are one column, and rows without a column follow from all', () => {
  const small: Small = {
    variables: ['y', 'z'],
    equations: {
      y: { gain: 'x*y', cost: '-c*z', more: '-2*c*z' },
      z: { gain: '3*x*y', cost: '-c*z', other: '-e' },
    },
    objective: { gain: 'x*y' },
  };
  const { equations, context } = prepare(problemOf(small, under()), caseUnder());
  const { columns, rows } = amountsOf(
    equations.map(({ pieces }) => pieces),
    context,
  );
  const write = (list: typeof rows): readonly string[] =>
    list.map((row) => row.map((entry) => printText(ratioTerm(entry))).join(' '));
  expect(columns.map((column) => printText(column))).toEqual(['x*y', '-c*z', '-e']);
  expect(write(rows)).toEqual(['1 3 0', '3 1 1']);
  expect(write(eliminateColumns(rows, [0]))).toEqual(['0 -8 1']);
  expect(write(eliminateColumns(rows, [1]))).toEqual(['8/3 0 1']);
  expect(write(eliminateColumns(rows, [2]))).toEqual(['1 3 0']);
  expect(eliminateColumns(rows, [0, 1])).toEqual([]);
  expect(write(eliminateColumns(rows.slice(0, 1), [2]))).toEqual(['1 3 0']);
});
