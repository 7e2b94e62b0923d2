/** Break-even whole: found in closed form, under a condition, along a curve, or what it would need; below and above what grows. */
import { describe, expect, test } from 'vitest';
import { breakEvenOf } from '../../src/asymptotics/break-even.ts';
import { amountsOf, eliminateColumns } from '../../src/asymptotics/break-even-amounts.ts';
import { type Case, caseOf } from '../../src/asymptotics/cases.ts';
import { prepare } from '../../src/asymptotics/pieces.ts';
import { conditionsOf } from '../../src/economics/conditions.ts';
import { contextOf } from '../../src/economics/model.ts';
import { modelOf, type VariantId } from '../../src/economics/variants/registry.ts';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { evaluate } from '../../src/kernel/compile.ts';
import type { Fact } from '../../src/kernel/facts.ts';
import { ratioTerm } from '../../src/kernel/normal/to-term.ts';
import { parse } from '../../src/kernel/parse.ts';
import { printText } from '../../src/kernel/print-text.ts';
import type { Term } from '../../src/kernel/term.ts';
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

/**
 * Revenue x t f with f the deformed logarithm of n, so that the marginal gain G is x t n^(-s), less c t^2, e n t and b n^p. With
 * amounts over G and F = x t f/G = f n^s the conditions on n and t and zero profit say 1 = y_i + p y, F = 2 y_c + y_i and
 * F = y_c + y_i + y, so that F = 1 + (2 - p) y. At p = 2 that is 1, and
 *
 *     n = (1 + s)^(1/s),     t = n (b/c)^(1/2),     x = n^(1+s) (e + 2 (b c)^(1/2)),     d profit/dx = t f = t n^(-s).
 *
 * At s = 1, b = 4, c = 1, e = 3: n = 2, f = 1/2, t = 4, x = 28, slope 2.
 */
describe('a firm small enough for paper', () => {
  const AT = { s: 1, b: 4, c: 1, e: 3 };
  const ONE = { n: 2, t: 4, x: 28, slope: 2 };
  const firm = (p: string, more: Partial<Small> = {}): Small => ({
    variables: ['n', 't'],
    atoms: { f: { argument: 'n', shape: 's' } },
    equations: {
      n: { gain: 'x*t*n^(-s)', serve: '-e*n*t', train: `-(${p})*b*n^(${p})` },
      t: { revenue: 'x*t*f', crowd: '-2*c*t^2', serve: '-e*n*t' },
    },
    objective: { revenue: 'x*t*f', crowd: '-c*t^2', serve: '-e*n*t', train: `-b*n^(${p})` },
    quantities: { n: 'n', t: 't', sold: 'n*t' },
    ...more,
  });
  const found = (
    small: Small | readonly Small[],
    {
      facts = [],
      at,
      low = true,
    }: { facts?: readonly string[]; at?: Record<string, number>; low?: boolean } = {},
  ) => {
    const systems = [small].flat() as readonly Small[];
    const own = ['s > 0', ...facts];
    return breakEvenOf(
      systems.map((one) => problemOf(one, under(...own))),
      { ...caseUnder(...own), ...(at && { at }) },
      'x',
      low,
    );
  };
  const value = (term: Term | null | undefined, more: Record<string, number> = {}): number | null =>
    term ? evaluate(term, { ...AT, ...more }, double) : null;
  const close = (values: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(values).map(([name, one]) => [name, expect.closeTo(one, 9)]));
  const WHOLE = {
    index: null,
    edges: [],
    bounds: [],
    crossings: [],
    logBase: null,
    closed: null,
    next: [],
    balance: [],
  };

  test('breaks even where its size is that alone at which average revenue is the marginal gain', () => {
    const { regimes, undecided } = found(firm('2'));
    const [out, near, more] = regimes;
    if (!out || !near || more) throw new Error('two regimes');
    expect(undecided).toEqual([]);
    expect(out).toMatchObject({ ...WHOLE, name: 'stay-out', from: null, openEnds: [], condition: [] });
    expect(near).toMatchObject({ ...WHOLE, name: 'break-even', to: null, openEnds: ['to'], condition: [] });
    expect([value(out.to), value(near.from)]).toEqual([28, 28].map((one) => expect.closeTo(one, 9)));
    expect([printText(out.variable), value(near.variable, { x: 31 })]).toEqual(['x', expect.closeTo(3, 9)]);
    const constants = (regime: typeof out) =>
      Object.fromEntries(
        Object.entries(regime.scalings).map(([name, { constant }]) => [name, value(constant)]),
      );
    expect(constants(near)).toEqual(close({ n: ONE.n, t: ONE.t, sold: 8, profit: ONE.slope }));
    expect(constants(out)).toEqual({ n: 0, t: 0, sold: 0, profit: 0 });
    const powers = Object.entries(near.scalings).map(([name, { exponent, logPower }]) => [
      name,
      printText(exponent),
      printText(logPower),
    ]);
    expect(powers).toEqual([
      ['n', '0', '0'],
      ['t', '0', '0'],
      ['sold', '0', '0'],
      ['profit', '1', '0'],
    ]);
  });
  test('whichever term comes first, if the marginal gain is before what serving costs', () => {
    const { equations, objective } = firm('2');
    const [{ gain = '', serve = '', train = '' } = {}, t = {}] = [equations.n, equations.t];
    const turned = (sum: Readonly<Record<string, string>>) =>
      Object.fromEntries(Object.entries(sum).reverse());
    for (const more of [
      { equations: { n: { train, gain, serve }, t } },
      { equations: { n: { gain, train, serve }, t: turned(t) } },
      { equations: { n: { train, gain, serve }, t: turned(t) }, objective: turned(objective) },
    ]) {
      const [, near] = found(firm('2', more)).regimes;
      expect([value(near?.from), value(near?.scalings.t?.constant)]).toEqual([
        expect.closeTo(28, 9),
        expect.closeTo(4, 9),
      ]);
    }
  });
  test('above what grows: the other way round', () => {
    const [out, near] = found(firm('2'), { low: false }).regimes;
    expect([value(out?.from), out?.to, near?.from, value(near?.to)]).toEqual([
      expect.closeTo(28, 9),
      null,
      null,
      expect.closeTo(28, 9),
    ]);
    expect([out?.openEnds, near?.openEnds]).toEqual([[], ['from']]);
    expect(value(near?.variable, { x: 25 })).toBeCloseTo(3, 9);
    expect(value(near?.scalings.profit?.constant)).toBeCloseTo(-2, 9);
  });
  test('of several who answer one another no slope is told', () => {
    const [, near] = found(firm('2', { hasRivals: true })).regimes;
    expect([value(near?.from), near?.scalings.profit?.constant]).toEqual([expect.closeTo(28, 9), null]);
  });
  test('a size that moves with what grows is put in before the rest is solved', () => {
    // With f of x n it is x n that is 2, and x f = n (e + 2 (b c)^(1/2)) is x^2 = 4 * 7.
    const { equations } = firm('2');
    const moved = firm('2', {
      atoms: { f: { argument: 'x*n', shape: 's' } },
      equations: { ...equations, n: { ...equations.n, gain: 'x*t*(x*n)^(-s)' } },
    });
    const [, near] = found(moved).regimes;
    expect(value(near?.from)).toBeCloseTo(28 ** 0.5, 9);
    expect(value(near?.scalings.n?.constant, { x: 28 ** 0.5 })).toBeCloseTo(2 / 28 ** 0.5, 9);
  });

  test('a limit that is slack is one condition, one that binds another and a system of its own', () => {
    const { equations } = firm('2');
    const slack = firm('2', { guards: { limit: 'n/D' } });
    const held = firm('2', {
      multipliers: ['mu'],
      equations: { ...equations, n: { ...equations.n, limit: '-mu' }, limit: { n: 'n', limit: '-D' } },
    });
    const { regimes, undecided } = found([slack, held]);
    expect(undecided).toEqual([]);
    const near = regimes.filter(({ name }) => name === 'break-even');
    expect(near.map(({ condition }) => condition.map(({ is, because }) => `${is}: ${because}`))).toEqual([
      ['positive: limit is slack'],
      ['positive: the limit binds'],
    ]);
    expect(near.map(({ condition }) => value(condition[0]?.term, { D: 8 }))[0]).toBeCloseTo(0.75, 9);
    // n = D = 3/2: f = 1/3, t = 3, x f = 2 c t + e n = 10.5, and size would gain 31.5 * 3/1.5 - 13.5 - 18 by growing.
    const point = { D: 1.5 };
    expect(value(near[1]?.from, point)).toBeCloseTo(31.5, 9);
    expect(value(near[1]?.condition[0]?.term, point)).toBeCloseTo(31.5, 9);
    expect([near[1]?.scalings.t, near[1]?.scalings.profit].map((law) => value(law?.constant, point))).toEqual(
      [expect.closeTo(3, 9), expect.closeTo(1, 9)],
    );
    // Adoption of x D is no number where x is sought.
    const growing = { ...held, atoms: { f: { argument: 'x*n', shape: 's' } } };
    expect(found(growing).undecided).toEqual([
      'break-even in closed form needs sales and x from zero profit',
    ]);
    // A limit on sales says nothing of the size, and takes their condition away.
    const sales = firm('2', {
      multipliers: ['mu'],
      equations: { ...equations, t: { ...equations.t, limit: '-mu' }, limit: { t: 't', limit: '-D' } },
    });
    expect(found(sales).undecided).toEqual(['break-even in closed form needs an equation in the size alone']);
  });

  test('a power that is open: in closed form where it is 2, else along a curve', () => {
    const { regimes, undecided } = found(firm('p'));
    expect(undecided).toEqual([]);
    expect(
      regimes.map(({ name, condition, curve, from }) => [
        name,
        condition.map(({ term, is, because }) => `${printText(term)} ${is}: ${because}`),
        curve?.parameter,
        value(from),
      ]),
    ).toEqual([
      ['stay-out', ['p - 2 zero: one of the cases of its sign'], undefined, null],
      ['break-even', ['p - 2 zero: one of the cases of its sign'], undefined, expect.closeTo(28, 9)],
      ['stay-out', ['p - 2 non-zero: otherwise break-even has a closed form'], undefined, null],
      ['break-even', ['p - 2 non-zero: otherwise break-even has a closed form'], 'e', null],
    ]);
    const open = regimes[3];
    expect([open?.openEnds, Object.values(open?.scalings ?? {}).map(({ constant }) => constant)]).toEqual([
      ['from', 'to'],
      [null, null, null, null],
    ]);
    expect(regimes[2]?.openEnds).toEqual(['to']);
    expect(found(firm('p'), { low: false }).regimes[2]?.openEnds).toEqual(['from']);
  });
  test('numbers tell which of the two it is', () => {
    const told = (p: number) =>
      found(firm('p'), { at: { p } }).regimes.map(({ name, condition, curve }) => [
        name,
        condition.map(({ is }) => is),
        curve !== undefined,
      ]);
    expect(told(2)).toEqual([
      ['stay-out', ['zero'], false],
      ['break-even', ['zero'], false],
    ]);
    expect(told(3)).toEqual([
      ['stay-out', [], false],
      ['break-even', [], true],
    ]);
  });
  test('what it needs is said where there is no curve either', () => {
    // Without a parameter beside x there is no firm to break even at another size.
    const plain = (p: string): Small => ({
      ...firm(p),
      equations: {
        n: { gain: 'x*t*n^(-s)', serve: '-n*t', train: `-(${p})*n^(${p})` },
        t: { revenue: 'x*t*f', crowd: '-2*t^2', serve: '-n*t' },
      },
      objective: { revenue: 'x*t*f', crowd: '-t^2', serve: '-n*t', train: `-n^(${p})` },
    });
    expect(found(plain('p')).undecided).toEqual(['break-even in closed form needs p - 2 = 0']);
    expect(found(plain('p^2')).undecided).toEqual(['break-even in closed form needs p^2 - 2 = 0']);
    const [, near, more] = found(plain('p^2')).regimes;
    expect([near?.condition, near?.curve, more]).toEqual([[], undefined, undefined]);
    expect(found(plain('p'), { facts: ['p - 2 > 0'] }).undecided).toEqual([
      'break-even in closed form needs an equation in the size alone',
    ]);
    expect(found(firm('p'), { facts: ['p - 3 > 0'] })).toMatchObject({
      undecided: [],
      regimes: [
        { name: 'stay-out', condition: [] },
        { name: 'break-even', condition: [], curve: { parameter: 'e' } },
      ],
    });
    expect(
      found({ ...plain('2'), variables: ['t'], equations: { t: plain('2').equations.t ?? {} } }).undecided,
    ).toEqual(['break-even in closed form needs quality in one power of size']);
    expect(found({ ...plain('2'), auxiliaries: { S: { one: 'n', other: 't' } } }).undecided).toEqual([
      'break-even in closed form needs quality in one power of size',
    ]);
  });
  test('an error that is none of the engine’s is thrown', () => {
    const broken = { ...problemOf(firm('2')), equations: null } as never;
    expect(() => breakEvenOf([broken], caseUnder('s > 0'), 'x', true)).toThrow(TypeError);
  });
});
