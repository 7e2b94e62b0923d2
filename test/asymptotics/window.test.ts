/** Where ratios are one, with and without a slow logarithm in them, and where two laws meet: each solved by hand. */
import { describe, expect, test } from 'vitest';
import type { Growth } from '../../src/asymptotics/dominant.ts';
import { solveLogarithm, whereOneWithLog } from '../../src/asymptotics/logarithm.ts';
import {
  exponentIn,
  exponentOf,
  isShapeConstant,
  orNull,
  ratioOf,
  summandsOf,
  without,
} from '../../src/asymptotics/scale.ts';
import { boundWhere, logBound, whereOne } from '../../src/asymptotics/window.ts';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { evaluate } from '../../src/kernel/compile.ts';
import { fail } from '../../src/kernel/issues.ts';
import { normalise } from '../../src/kernel/normal/normalise.ts';
import { ratioTerm } from '../../src/kernel/normal/to-term.ts';
import { printText } from '../../src/kernel/print-text.ts';
import type { Ratio } from '../../src/kernel/ratio.ts';
import { shapeRatio } from '../../src/kernel/shape.ts';
import type { Term } from '../../src/kernel/term.ts';
import { read, under } from './small.ts';

const CONTEXT = under();
const ratio = (text: string): Ratio => shapeRatio(read(text), CONTEXT) as Ratio;
const write = (term: Term | null): string | null => term && printText(term);
const at = (term: Term | null, values: Readonly<Record<string, number>>): number => {
  if (!term) throw new Error('no closed form');
  return evaluate(term, values, double);
};

describe('how a value scales', () => {
  const exponent = (text: string): string | null => {
    const found = exponentOf(read(text), 'x', CONTEXT);
    return found && printText(ratioTerm(found));
  };
  test('by one power, or by none', () => {
    expect([exponent('c*x^2'), exponent('x^p*y + c*x^p'), exponent('c'), exponent('1/x')]).toEqual([
      '2',
      'p',
      '0',
      '-1',
    ]);
    expect([
      exponent('x + x^2'),
      exponent('x + c'),
      exponent('exp(x)'),
      exponent('x*(x + c)^p'),
      exponent('0'),
    ]).toEqual([null, null, null, null, null]);
    const [summand] = normalise(read('x^2*exp(c)*y'), CONTEXT);
    if (!summand) throw new Error('no summand');
    expect(
      [exponentIn(summand, 'x'), exponentIn(summand, 'y')].map((own) => own && printText(ratioTerm(own))),
    ).toEqual(['2', '1']);
    expect(exponentIn(summand, 'c')).toBeNull();
  });
  test('and what is left without it', () => {
    expect(write(without(read('c*x^2 + e*x^2'), 'x', ratio('2'), CONTEXT))).toBe('c + e');
    expect(write(without(read('c*x^p'), 'x', ratio('p - 1'), CONTEXT))).toBe('c*x');
    expect(write(ratioOf(read('2*c*x'), read('4*x'), CONTEXT))).toBe('1/2*c');
    expect(summandsOf(read('c*(x + 1)'), CONTEXT).map(write)).toEqual(['c*x', 'c']);
  });
  test('a number of the exponents', () => {
    expect(['p + 1', '2^p', 'x/x', '3'].map((text) => isShapeConstant(read(text), CONTEXT))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['c', 'p*x'].map((text) => isShapeConstant(read(text), CONTEXT))).toEqual([false, false]);
  });
  test('a refused step is nothing, any other error is one', () => {
    expect(orNull(() => 3)).toBe(3);
    expect(orNull(() => fail({ code: 'usage', what: 'no', would: 'stop' }))).toBeNull();
    expect(() =>
      orNull(() => {
        throw new RangeError('other');
      }),
    ).toThrow('other');
  });
});

/** A logarithm L = ln(argument) with its growth. */
const growing = (argument: string, exponent = '1', rate: 1 | -1 = 1): Growth => ({
  L: { exponent: ratio(exponent), rate, argument: read(argument) },
});

describe('a logarithm that stands in its own argument', () => {
  const solved = (argument: string): Term | null => solveLogarithm(read(argument), 'L', CONTEXT);
  test('is plain where it does not', () => {
    expect(write(solved('c*x'))).toBe('ln(c) + ln(x)');
  });
  test('is one of Lambert’s: L = ln(K L^m), for m > 0 the larger of two', () => {
    for (const x of [10, 1e4, 1e12]) {
      const [L, falling, square] = [
        at(solved('x*L'), { x }),
        at(solved('x/L'), { x }),
        at(solved('x*L^2'), { x }),
      ];
      expect(L - Math.log(x * L)).toBeCloseTo(0, 9);
      expect(L).toBeGreaterThan(1);
      expect(falling - Math.log(x / falling)).toBeCloseTo(0, 9);
      expect(square - Math.log(x * square ** 2)).toBeCloseTo(0, 9);
      expect(square).toBeGreaterThan(2);
    }
    const power = at(solved('x*L^(-p)'), { x: 50, p: 1.5 });
    expect(power - Math.log(50 * power ** -1.5)).toBeCloseTo(0, 9);
  });
  test('is not found where the power is open, or none', () => {
    expect(solved('x*L^s')).toBeNull();
    expect(solved('x + L')).toBeNull();
    expect(solved('-x*L')).toBeNull();
  });
  test('and the x at which a ratio with it is one', () => {
    // x = 3 L with L = ln x: x = 3 ln x.
    const found = at(whereOneWithLog(read('3*L'), 'x', read('x'), 'L', CONTEXT), {});
    expect(found / Math.log(found)).toBeCloseTo(3, 9);
    expect(found).toBeGreaterThan(3);
    expect(whereOneWithLog(read('3*L'), 'x', read('x + 1'), 'L', CONTEXT)).toBeNull();
    // L = ln(x/c) vanishes where x is c.
    expect(whereOneWithLog(read('c'), 'x', read('x/c'), 'L', CONTEXT)).toBeNull();
  });
});

describe('where a ratio is one', () => {
  test('without a logarithm', () => {
    expect(write(whereOne(read('c'), ratio('2'), 'x', {}, CONTEXT))).toBe('1/c^(1/2)');
    expect(write(whereOne(read('c'), ratio('-1'), 'x', {}, CONTEXT))).toBe('c');
    expect(write(whereOne(read('c'), ratio('p'), 'x', growing('x'), CONTEXT))).toBe('c^(-1/p)');
  });
  test('with one, and not with two', () => {
    // L/x = 1/3 with L = ln x.
    const found = at(whereOne(read('3*L'), ratio('-1'), 'x', growing('x'), CONTEXT), {});
    expect(found / Math.log(found)).toBeCloseTo(3, 9);
    expect(
      whereOne(
        read('L*f'),
        ratio('-1'),
        'x',
        { ...growing('x'), f: { exponent: ratio('1'), rate: 1, argument: read('c*x') } },
        CONTEXT,
      ),
    ).toBeNull();
  });
  const end = { source: 'cost', equation: 'y' };
  const bound = (
    text: string,
    e: string,
    sign: 'positive' | 'negative',
    growth: Growth = {},
    more: object = {},
  ) => boundWhere(read(text), ratio(e), sign, 'x', growth, { ...end, ...more }, CONTEXT);
  test('is where a window ends above for a power that grows, below for one that falls', () => {
    expect(bound('c*x', '1', 'positive')).toEqual({ ...end, side: 'upper', at: read('1/c') });
    expect(bound('c/x', '-1', 'negative')).toEqual({ ...end, side: 'lower', at: read('c') });
  });
  test('without a closed form the edge of the market is where its logarithm begins', () => {
    // L = ln(x L): at its beginning L = 1, where x L = e.
    const two: Growth = { ...growing('x*L'), f: { exponent: ratio('1'), rate: 1, argument: read('x') } };
    const open = (growth: Growth, more: object) => bound('x*L*f', '1', 'positive', growth, more).at;
    expect(open(two, {})).toBeNull();
    expect(open(two, { equation: null })).toBeNull();
    const edge = (argument: string, more: object) =>
      bound('x*L^s', '1', 'positive', growing(argument), more).at;
    expect(at(edge('x*L', { equation: null }), {})).toBeCloseTo(Math.E, 12);
    expect(at(edge('x*L^2', { equation: null }), {})).toBeCloseTo(Math.E ** 2 / 4, 12);
    expect(edge('x*L', {})).toBeNull();
    expect(edge('x*L', { equation: null, beyond: 'above' })).toBeNull();
    expect(edge('x/L + x', { equation: null })).toBeNull();
  });
  test('of a ratio that falls as a logarithm alone', () => {
    const of = (text: string, rate: 1 | -1, growth: Growth) =>
      logBound(read(text), rate, 'x', growth, end, CONTEXT);
    const falling = of('3/L', 1, growing('x'));
    expect(falling).toMatchObject({ ...end, side: 'lower' });
    expect(at(falling.at, {})).toBeCloseTo(Math.exp(3), 9);
    const towards = of('3/L', -1, growing('1/x', '-1', -1));
    expect(towards.side).toBe('upper');
    expect(at(towards.at, {})).toBeCloseTo(Math.exp(-3), 12);
    expect(of('3/L', 1, {}).at).toBeNull();
    expect(
      of('f/L', 1, { ...growing('x'), f: { exponent: ratio('1'), rate: 1, argument: read('c*x') } }).at,
    ).toBeNull();
    expect(of('3/L + 1/L^2 + c/L^3', 1, growing('x')).at).toBeNull();
  });
});
