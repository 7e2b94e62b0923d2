/** Whole answers about small problems: every regime, what it needs, what ends it, what follows, and what is left undecided. */
import { describe, expect, test } from 'vitest';
import { lawsOf } from '../../src/asymptotics/index.ts';
import type { Regime } from '../../src/asymptotics/law.ts';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { evaluate } from '../../src/kernel/compile.ts';
import { printText } from '../../src/kernel/print-text.ts';
import type { Term } from '../../src/kernel/term.ts';
import { expectGolden } from '../support/goldens.ts';
import { HARD, PROBLEMS } from './problems.ts';
import { caseUnder, problemOf, type Small, told, under } from './small.ts';

test.each(Object.entries(PROBLEMS))('%s', (name, { systems, facts = [] }) => {
  const context = under(...facts);
  const { cases, growing } = lawsOf(
    systems.map((small) => problemOf(small, context)),
    'x',
    caseUnder(...facts),
  );
  expect(growing).toBe('x');
  expectGolden(`asymptotics/small/${name}.txt`, told(cases, ['witness']).slice(1));
});

test('what cannot be followed is undecided, with what it needs; what is no regime is none', () => {
  const facts = ['1 - w > 0'];
  const answers = Object.entries(HARD).map(([name, small]) => {
    const { cases } = lawsOf([problemOf(small, under(...facts))], 'x', caseUnder(...facts));
    return [
      name,
      cases.map(({ regimes, undecided }) => ({
        undecided,
        conditions: regimes.map(({ condition }) => condition),
      })),
    ];
  });
  expectGolden('asymptotics/hard.txt', told(Object.fromEntries(answers)).slice(1));
});

/** The one case that there is. */
function lawsIn(small: Small | readonly Small[], ...facts: readonly string[]) {
  const systems = Array.isArray(small) ? (small as readonly Small[]) : [small as Small];
  const { cases } = lawsOf(
    systems.map((one) => problemOf(one, under(...facts))),
    'x',
    caseUnder(...facts),
  );
  const [only, more] = cases;
  if (!only || more) throw new Error(`${cases.length} cases`);
  return only;
}
const write = (term: Term | null | undefined): string | null | undefined => term && printText(term);
const value = (term: Term | null | undefined, at: Readonly<Record<string, number>>): number | null =>
  term ? evaluate(term, at, double) : null;
const edges = (regime: Regime) =>
  regime.edges.map(({ side, source, at }) => `${side} ${source} ${write(at)}`);
const window = ({ name, from, to }: Regime) => [name, write(from), write(to)];

test('regimes of which one variable changes and the other does not', () => {
  // z = x^2/4c^2 below z = c/2e, so that x = (2 c^3/e)^(1/2), then z^(3/2) = x/4e; y = x^2/4 throughout.
  const { regimes, undecided } = lawsIn({
    variables: ['y', 'z'],
    equations: {
      y: { gain: 'x*y^(1/2)/2', cost: '-y' },
      z: { gain: 'x*z^(1/2)/2', linear: '-c*z', square: '-2*e*z^2' },
    },
    objective: { gain: 'x*y^(1/2) + x*z^(1/2)', cost: '-y', linear: '-c*z', square: '-e*z^2' },
    quantities: { y: 'y', z: 'z' },
    telling: 'z',
  });
  expect(undecided).toEqual([]);
  expect(regimes.map(window)).toEqual([
    ['linear-dominated', null, '(2*c^3/e)^(1/2)'],
    ['square-dominated', '(2*c^3/e)^(1/2)', null],
  ]);
  expect(regimes.map(({ scalings }) => told(scalings.y))).toEqual([
    ' 1/4, power 2, of the logarithm 0',
    ' 1/4, power 2, of the logarithm 0',
  ]);
  expect(regimes.map(({ scalings }) => write(scalings.z?.exponent))).toEqual(['2', '2/3']);
});

test('quantities: what a condition leaves out is left out of a sum, and a sum of two powers has no one law where it ends', () => {
  // y = (x/2c)^2 below x = (2 c^3/e)^(1/2), where 2 e y^2 is small beside c y, and y = (x/4e)^(2/3) above, where c y is.
  const { regimes } = lawsIn({
    equations: { y: { gain: 'x*y^(1/2)/2', linear: '-c*y', square: '-2*e*y^2' } },
    objective: { gain: 'x*y^(1/2)', linear: '-c*y', square: '-e*y^2' },
    quantities: { spent: 'c*y + 2*e*y^2', steep: '2*e*y^2', some: '2*e*y^2 + c*y/D', other: 'y + D', y: 'y' },
  });
  const powers = regimes.map(({ scalings }) =>
    Object.fromEntries(Object.entries(scalings).map(([name, { exponent }]) => [name, write(exponent)])),
  );
  expect(powers).toEqual([
    { profit: '2', spent: '2', steep: '4', y: '2' },
    { profit: '4/3', spent: '4/3', steep: '4/3', some: '4/3', other: '2/3', y: '2/3' },
  ]);
  expect(regimes.map(({ scalings }) => value(scalings.spent?.constant, { c: 2, e: 2 }))).toEqual([
    expect.closeTo(1 / 8, 12),
    expect.closeTo(4 / 8 ** (4 / 3), 12),
  ]);
});

test('three costs under one name: each regime leads to the next, and the one between may be empty', () => {
  const { regimes } = lawsIn({
    equations: { y: { gain: 'x*y^(1/2)/2', cost: '-c*y - 2*e*y^2 - 3*b*y^3' } },
    objective: { gain: 'x*y^(1/2)', cost: '-c*y - e*y^2 - b*y^3' },
    quantities: { y: 'y' },
  });
  // y grows as x^2, x^(2/3) and x^(2/5).
  const power = (index: number | null) =>
    write(regimes.find((one) => one.index === index)?.scalings.y?.exponent);
  expect(
    regimes.map(({ index, crossings }) => [
      power(index),
      crossings.map(({ side, other }) => `${side} ${power(other)}`).sort(),
    ]),
  ).toEqual([
    ['2', ['upper 2/3', 'upper 2/5']],
    ['2/3', ['lower 2', 'upper 2/5']],
    ['2/5', ['lower 2', 'lower 2/3']],
  ]);
});

describe('passages', () => {
  /** Each regime by the powers of x that its variables grow with, and those that it passes into and comes from. */
  const passages = (regimes: readonly Regime[], names: readonly string[]) => {
    const told = (index: number | null): string => {
      const found = regimes.find((one) => one.index === index);
      return names.map((name) => write(found?.scalings[name]?.exponent)).join(' ');
    };
    return regimes.map(({ index, crossings }) => [
      told(index),
      crossings.map(({ side, other }) => `${side} ${told(other)}`).sort(),
    ]);
  };
  /** Half of x v^(1/2) against c v, or 2 e v^2: the second is the larger above x = (2 c^3/e)^(1/2). */
  const half = (v: string, c: string, e: string) => ({
    gain: `x*${v}^(1/2)/2`,
    linear: `-${c}*${v}`,
    square: `-2*${e}*${v}^2`,
  });

  test('one change at a time: two variables with two costs each', () => {
    const { regimes, undecided } = lawsIn({
      variables: ['y', 'z'],
      equations: { y: half('y', 'c', 'e'), z: half('z', 'a', 'b') },
      objective: {
        gain: 'x*y^(1/2) + x*z^(1/2)',
        linear: '-c*y - a*z',
        square: '-e*y^2 - b*z^2',
      },
      quantities: { y: 'y', z: 'z' },
    });
    expect(undecided).toEqual([]);
    expect(passages(regimes, ['y', 'z'])).toEqual([
      ['2 2', ['upper 2 2/3', 'upper 2/3 2']],
      ['2 2/3', ['lower 2 2', 'upper 2/3 2/3']],
      ['2/3 2', ['lower 2 2', 'upper 2/3 2/3']],
      ['2/3 2/3', ['lower 2 2/3', 'lower 2/3 2']],
    ]);
    const [inY, inZ] = ['(2*c^3/e)^(1/2)', '(2*a^3/b)^(1/2)'];
    const ends = Object.fromEntries(
      regimes.map(({ scalings, from, to }) => [
        `${write(scalings.y?.exponent)} ${write(scalings.z?.exponent)}`,
        [write(from), write(to)],
      ]),
    );
    expect(ends['2 2/3']).toEqual([inZ, inY]);
    expect(ends['2/3 2']).toEqual([inY, inZ]);
    const both = (name: string) => [`${name}(${inY}, ${inZ})`, `${name}(${inZ}, ${inY})`];
    expect(ends['2 2']?.[0]).toBeNull();
    expect(both('min')).toContain(ends['2 2']?.[1]);
    expect(both('max')).toContain(ends['2/3 2/3']?.[0]);
    expect(ends['2/3 2/3']?.[1]).toBeNull();
  });
  test('from one side of a kink to the other at the kink alone, however like their terms are', () => {
    const side = (branch: string, ratio: string, beyond: string, linear: string, square: string): Small => ({
      branch,
      equations: { y: { gain: 'x*y^(1/2)/2', [linear]: '-c*y', [square]: '-2*e*y^2' } },
      guards: { kink: { ratio, beyond } },
      objective: { gain: 'x*y^(1/2)', [linear]: '-c*y', [square]: '-e*y^2' },
      quantities: { y: 'y' },
      names: { low: 'low', steep: 'steep', high: 'high', steeper: 'steeper' },
    });
    const { regimes } = lawsIn([
      side('below', 'y/D', 'above', 'low', 'steep'),
      side('above', 'D/y', 'below', 'high', 'steeper'),
    ]);
    const named = (index: number | null) => regimes.find((one) => one.index === index)?.name;
    const met = regimes
      .filter(({ index }) => index !== null)
      .map(({ name, crossings }) => [
        name,
        crossings.map(({ side: at, other }) => `${at} ${named(other)}`).sort(),
      ]);
    // What is below the kink passes into what is above it, and on each side the steeper cost comes later.
    expect(Object.fromEntries(met)).toEqual({
      low: ['upper high', 'upper steep', 'upper steeper'],
      steep: ['lower low', 'upper high', 'upper steeper'],
      high: ['lower low', 'lower steep', 'upper steeper'],
      steeper: ['lower high', 'lower low', 'lower steep'],
    });
  });
  test('profit without end in one of the systems is enough', () => {
    const product = (power: string): Small => ({
      variables: ['y', 'z'],
      equations: {
        y: { gain: `${power}*x*y^(${power})*z^(${power})`, cost: '-y' },
        z: { gain: `${power}*x*y^(${power})*z^(${power})`, cost: '-z' },
      },
      objective: { gain: `x*y^(${power})*z^(${power})`, y: '-y', z: '-z' },
      quantities: { y: 'y' },
    });
    expect(lawsIn([product('1/3')]).unbounded).toBe(false);
    expect(lawsIn([product('1/3'), product('2/3')]).unbounded).toBe(true);
    expect(lawsIn([product('2/3'), product('1/3')]).unbounded).toBe(true);
  });
});

describe('a logarithm', () => {
  const bought: Small = {
    equations: { y: { gain: 'a', cost: '-x*y' } },
    atoms: { f: { argument: 'y', shape: '0' } },
    objective: { gain: 'a*f', cost: '-x*y' },
    quantities: { y: 'y', sold: 'f*y' },
  };
  const shown = ({ logBase, logScale, scalings }: Regime) => [
    write(logBase),
    write(logScale),
    told(scalings.sold).trim(),
  ];
  const laws = (small: Small) => lawsIn(small).regimes.filter(({ index }) => index !== null);
  test('of 1/x where x may be as small as one likes: y = a/x, sold a/x ln(a/x)', () => {
    const [only] = laws(bought);
    expect(only && shown(only)).toEqual(['1/x', undefined, 'a, power -1, of the logarithm 1']);
    expect(only && [only.openEnds, edges(only)]).toEqual([['to'], ['upper market-edge a']]);
  });
  test('of a/x where another cost, b y^2, decides below x = (a b)^(1/2)', () => {
    const [first, second, more] = laws({
      ...bought,
      equations: { y: { gain: 'a', cost: '-x*y', square: '-b*y^2' } },
      objective: { gain: 'a*f', cost: '-x*y', square: '-b*y^2/2' },
    });
    expect(more).toBeUndefined();
    expect([first && window(first), second && window(second)]).toEqual([
      ['square-dominated', null, '(a*b)^(1/2)'],
      ['cost-dominated', '(a*b)^(1/2)', null],
    ]);
    expect(second && edges(second)).toEqual(['upper market-edge a']);
    expect(second && shown(second)).toEqual(['a/x', 'a', 'a, power -1, of the logarithm 1']);
    // y = (a/b)^(1/2) does not move, and ln y with it does not.
    expect(first && [write(first.logBase), write(first.closed?.y)]).toEqual([null, '(a/b)^(1/2)']);
  });
  test('of x where it grows, in closed form by Lambert’s function: c y = x ln y', () => {
    const [only] = laws({
      equations: { y: { gain: 'x*f', cost: '-c*y' } },
      atoms: { f: { argument: 'y', shape: '0' } },
      objective: { gain: 'x*y', cost: '-c*y' },
      quantities: { y: 'y', sold: 'f*y' },
    });
    expect(only && shown(only)).toEqual(['x', undefined, '1/c, power 1, of the logarithm 2']);
    const y = evaluate(only?.closed?.y as Term, { x: 50, c: 2 }, double);
    expect((2 * y) / (50 * Math.log(y))).toBeCloseTo(1, 10);
  });
  test('of two of them no end is told, nor a closed form', () => {
    const two: Small = {
      variables: ['y', 'z'],
      equations: { y: { gain: 'x*f*g', cost: '-c*y', late: '-e*y^2' }, z: { gain: 'x', cost: '-z' } },
      atoms: { f: { argument: 'y', shape: '0' }, g: { argument: 'z', shape: '0' } },
      objective: { gain: 'x*f*g*y' },
      quantities: { y: 'y' },
    };
    const { regimes, undecided } = lawsIn(two);
    const met = regimes.filter(({ index }) => index !== null);
    expect(met.map(({ name, closed }) => [name, closed])).toEqual([
      ['cost-dominated', null],
      ['late-dominated', null],
    ]);
    expect(met.map(({ from, to, openEnds }) => [from, to, openEnds])).toEqual([
      [null, null, ['from', 'to']],
      [null, null, ['from']],
    ]);
    expect(undecided).toEqual(
      expect.arrayContaining([
        'where late catches up with cost-dominated, so that it may end sooner than stated',
        'where late-dominated begins to outweigh cost, so that it may begin later than stated',
      ]),
    );
  });
});

test('adoption that is kept whole, alone in the profit: its sign is no further condition', () => {
  // y = c^(-1/(1+s)) is above 1 for c < 1, and so is adoption.
  const { regimes } = lawsIn(
    {
      equations: { y: { gain: 'x*y^(-s)', cost: '-c*x*y' } },
      atoms: { f: { argument: 'y', shape: 's' } },
      objective: { gain: 'x*f' },
      quantities: { y: 'y' },
    },
    's > 0',
  );
  expect(regimes.map(({ condition }) => condition.map(({ because }) => because))).toEqual([
    ['market-edge stays the smaller'],
  ]);
});
