/** Laws at given numbers, from laws written by hand: which case, which regimes are not empty, and where each begins and ends. */
import { describe, expect, test } from 'vitest';
import { caseAt, correctionAt, regimesAt, type Values } from '../../src/asymptotics/at-values.ts';
import type { Bound } from '../../src/asymptotics/dominant.ts';
import type { Correction, Crossing, LawCase, Laws, Regime } from '../../src/asymptotics/law.ts';
import type { Fact } from '../../src/kernel/facts.ts';
import { symbol, zero } from '../../src/kernel/term.ts';
import { fact, read } from './small.ts';

const bound = (side: Bound['side'], at: string | null, more: Partial<Bound> = {}): Bound => ({
  side,
  source: 'cost',
  equation: 'y',
  at: at === null ? null : read(at),
  ...more,
});
const lower = (at: string | null, more: Partial<Bound> = {}): Bound => bound('lower', at, more);
const upper = (at: string | null, more: Partial<Bound> = {}): Bound => bound('upper', at, more);
const crossing = (side: Bound['side'], other: number, at: string | null): Crossing => ({
  side,
  other,
  at: at === null ? null : read(at),
});

const regime = (index: number | null, name: string, more: Partial<Regime> = {}): Regime => ({
  index,
  name,
  condition: [],
  from: null,
  to: null,
  openEnds: [],
  edges: [],
  bounds: [],
  crossings: [],
  variable: symbol('x'),
  logBase: null,
  scalings: {},
  closed: null,
  next: [],
  balance: [],
  ...more,
});

const caseOf = (regimes: readonly Regime[], ...assumed: readonly string[]): LawCase => ({
  assumed: assumed.map(fact),
  fixed: {},
  witness: null,
  regimes,
  unbounded: false,
  undecided: [],
});
const lawsOf = (...cases: readonly LawCase[]): Laws => ({ growing: 'x', cases });

/** Names and ends of the regimes that are met. */
const met = (
  regimes: readonly Regime[],
  values: Values = { c: 1 },
): readonly (readonly [string, number, number])[] =>
  regimesAt(lawsOf(caseOf(regimes)), values).map(({ regime: { name }, from, to }) => [name, from, to]);

describe('the case', () => {
  const laws = lawsOf(
    caseOf([], 's < 0'),
    caseOf([], 's = 0'),
    caseOf([], 's > 0', 'p - 1 > 0'),
    caseOf([], 's > 0'),
  );
  const of = (values: Values): number => laws.cases.indexOf(caseAt(laws, values) as LawCase);
  test('is the first of which every assumption holds, equality but for rounding', () => {
    expect([-1, -1e-11, -1e-13, 0, 1e-13, 1e-11, 1].map((s) => of({ s, p: 0.5 }))).toEqual([
      0, 0, 1, 1, 1, 3, 3,
    ]);
    expect(of({ s: 1, p: 2 })).toBe(2);
  });
  test('may be any where a value is missing, and is none where none holds', () => {
    expect(of({})).toBe(0);
    expect(of({ s: 1 })).toBe(2);
    expect(caseAt(lawsOf(caseOf([], 's > 0')), { s: -1 })).toBeNull();
    expect(regimesAt(lawsOf(caseOf([regime(0, 'only')], 's > 0')), { s: -1 })).toEqual([]);
  });
  test.each<[Fact['is'], readonly boolean[]]>([
    ['positive', [false, false, false, false, true]],
    ['negative', [true, false, false, false, false]],
    ['zero', [false, true, true, true, false]],
    ['non-zero', [true, false, false, false, true]],
    ['non-negative', [false, true, true, true, true]],
    ['non-positive', [true, true, true, true, false]],
  ])('%s but for rounding', (is, holds) => {
    const laws = lawsOf({ ...caseOf([]), assumed: [{ term: read('s'), is, because: 'test' }] });
    expect([-1e-11, -1e-12, 0, 1e-12, 1e-11].map((s) => caseAt(laws, { s }) !== null)).toEqual(holds);
  });
});

test('the next term is the first whose conditions hold', () => {
  const next = ['s < 0', 's > 0'].map(
    (condition): Correction => ({
      condition: [fact(condition)],
      exponent: zero,
      coefficients: {},
      source: condition,
    }),
  );
  const one = regime(0, 'one', { next });
  expect([-1, 1].map((s) => correctionAt(one, { s })?.source)).toEqual(['s < 0', 's > 0']);
  expect(correctionAt(one, { s: 0 })).toBeNull();
  expect(correctionAt(regime(0, 'none'), {})).toBeNull();
});

describe('regimes', () => {
  test('without ends hold everywhere', () => {
    expect(met([regime(0, 'only')])).toEqual([['only', 0, Number.POSITIVE_INFINITY]]);
  });
  test('pass into one another where their laws meet, wherever bounds lie, and come in order', () => {
    const [first, second] = [
      regime(0, 'first', { bounds: [upper('2*c')], crossings: [crossing('upper', 1, '3*c')] }),
      regime(1, 'second', { bounds: [lower('4*c')], crossings: [crossing('lower', 0, '3*c')] }),
    ];
    expect(met([second, first], { c: 2 })).toEqual([
      ['first', 0, 6],
      ['second', 6, Number.POSITIVE_INFINITY],
    ]);
    // The growing parameter's own number says nothing.
    expect(met([first, second], { c: 2, x: 7 })).toHaveLength(2);
  });
  test('are left out where a bound below lies above one above, and where they touch', () => {
    const between = (low: string, high: string): readonly string[] =>
      met([regime(0, 'a', { bounds: [lower(low), upper(high)] }), regime(1, 'b')]).map(([name]) => name);
    expect(between('1', '2')).toEqual(['a', 'b']);
    expect(between('2', '2')).toEqual(['b']);
    expect(between('2', '1')).toEqual(['b']);
    expect(between('2*D', '1')).toEqual(['a', 'b']);
    expect(between('2', 'D')).toEqual(['a', 'b']);
  });
  test('of several ends the last below and the first above', () => {
    const ends = regime(0, 'a', { edges: [lower('2'), lower('3'), upper('7'), upper('5')] });
    expect(met([ends])).toEqual([['a', 3, 5]]);
  });
  test('one that is not met is no neighbour, and the one after it is', () => {
    const list = [
      regime(0, 'a', { crossings: [crossing('upper', 1, '2'), crossing('upper', 2, '3')] }),
      regime(1, 'empty', { bounds: [lower('5'), upper('4')], crossings: [crossing('lower', 0, '2')] }),
      regime(2, 'c', { crossings: [crossing('lower', 1, '9'), crossing('lower', 0, '3')] }),
    ];
    expect(met(list)).toEqual([
      ['a', 0, 3],
      ['c', 3, Number.POSITIVE_INFINITY],
    ]);
  });
  test('end where one would follow that its conditions rule out, if nothing else ends them', () => {
    const next = regime(1, 'b', { condition: [fact('s > 0')] });
    const first = regime(0, 'a', { crossings: [crossing('upper', 1, '2')] });
    expect(met([first, next], { s: -1 })).toEqual([['a', 0, 2]]);
    expect(met([{ ...first, edges: [upper('5')] }, next], { s: -1 })).toEqual([['a', 0, 5]]);
    expect(met([{ ...first, crossings: [crossing('upper', 1, null)] }, next], { s: -1 })).toEqual([
      ['a', 0, Number.POSITIVE_INFINITY],
    ]);
    // A number that is none, of a letter without a value, ends nothing.
    expect(met([{ ...first, crossings: [crossing('upper', 1, 'D')] }, next], { s: -1 })).toEqual([
      ['a', 0, Number.POSITIVE_INFINITY],
    ]);
  });
  test('an end that no formula tells is none', () => {
    const list = [
      regime(0, 'a', { crossings: [crossing('upper', 1, null)], edges: [upper(null), lower(null)] }),
      regime(1, 'b', { crossings: [crossing('lower', 0, null)] }),
    ];
    expect(met(list)).toEqual([
      ['a', 0, Number.POSITIVE_INFINITY],
      ['b', 0, Number.POSITIVE_INFINITY],
    ]);
  });
  test('nothing is left where edges touch', () => {
    expect(met([regime(0, 'a', { edges: [lower('2'), upper('2')] })])).toEqual([]);
    expect(met([regime(0, 'a', { edges: [lower('2'), upper('3')] })])).toEqual([['a', 2, 3]]);
  });
  test('two that never meet: the later one leaves nothing of the earlier, and begins at once', () => {
    const list = [
      regime(0, 'a', { crossings: [crossing('upper', 1, 'D')] }),
      regime(1, 'b', { crossings: [crossing('lower', 0, 'D')] }),
    ];
    expect(met(list)).toEqual([['b', 0, Number.POSITIVE_INFINITY]]);
  });
  test('what must not be exceeded ends a regime even where another takes over, that of a branch with conditions of its own too', () => {
    const guarded = (more: Partial<Bound>): readonly Regime[] => [
      regime(0, 'a', { bounds: [upper('2', more)], crossings: [crossing('upper', 1, '3')] }),
      regime(1, 'b', { crossings: [crossing('lower', 0, '3')] }),
    ];
    expect(met(guarded({ equation: null }))[0]).toEqual(['a', 0, 2]);
    expect(met(guarded({ equation: null, beyond: 'other' }))[0]).toEqual(['a', 0, 2]);
    expect(met(guarded({}))[0]).toEqual(['a', 0, 3]);
  });
  test('conditions of one order in what grows are judged by shares, at several places', () => {
    const under = (...conditions: readonly string[]): number =>
      met([regime(0, 'a', { condition: conditions.map(fact) })], { c: 3, e: 2 }).length;
    expect(under('c*x - e*x > 0')).toBe(1);
    expect(under('e*x - c*x > 0')).toBe(0);
    expect(under('c*x > 0')).toBe(1);
    expect(under('-c*x > 0')).toBe(0);
    // At one of the places is enough, and where a letter has no value.
    expect(under('x - 1000 > 0')).toBe(1);
    expect(under('1/1000 - x > 0')).toBe(1);
    expect(under('e*x - D*x > 0')).toBe(1);
    expect(under('c - e > 0', 'e*x - c*x > 0')).toBe(0);
    expect(under('e - c > 0')).toBe(0);
    expect(under('D - c > 0')).toBe(1);
    // What is left of two large amounts is rounding, and has no sign, at whatever size.
    const left = (c: number): number =>
      met([regime(0, 'a', { condition: [fact('c*x - e*x > 0')] })], { c, e: 1e9 }).length;
    expect([left(1e9 + 1e-6), left(1e9 + 1)]).toEqual([0, 1]);
    // 0/0 tells nothing.
    expect(met([regime(0, 'a', { condition: [fact('c*x > 0')] })], { c: 0 })).toHaveLength(1);
  });
});

describe('the edge of the market', () => {
  const out = regime(null, 'stay-out', { to: read('2') });
  const near = regime(null, 'break-even', { from: read('2') });
  const open = [regime(null, 'stay-out', { openEnds: ['to'] }), regime(null, 'break-even')];
  test('has its ends from where they are given', () => {
    expect(met([out, near])).toEqual([
      ['stay-out', 0, 2],
      ['break-even', 2, Number.POSITIVE_INFINITY],
    ]);
    // A law's window is told by its neighbours, not by what it says itself.
    expect(met([regime(0, 'a', { from: read('2'), to: read('3') })])).toEqual([
      ['a', 0, Number.POSITIVE_INFINITY],
    ]);
  });
  test('is given once, with its ends where they are known', () => {
    expect(met([out, near, ...open])).toHaveLength(2);
    expect(met(open)).toEqual([
      ['stay-out', 0, Number.POSITIVE_INFINITY],
      ['break-even', 0, Number.POSITIVE_INFINITY],
    ]);
    expect(met([...open, regime(0, 'a')])).toHaveLength(3);
    // What is left by is not what is entered by.
    const exit = [regime(null, 'break-even'), regime(null, 'stay-out', { openEnds: ['from'] })];
    expect(met([out, near, regime(0, 'a'), ...exit])).toHaveLength(5);
    expect(met([out, near, ...open, regime(0, 'a'), ...exit])).toHaveLength(5);
    const laws = [regime(0, 'a', { to: read('3') }), regime(1, 'a')];
    expect(met(laws)).toHaveLength(2);
  });
});
