/** The parts of the normal form by themselves, each row by hand: keys, order, products, factors, and what is refused. */
import { describe, expect, test } from 'vitest';
import type { Context } from '../../src/kernel/facts.ts';
import { OptimandError } from '../../src/kernel/issues.ts';
import {
  asRatio,
  callBase,
  collectSummands,
  compareFactors,
  type Factor,
  factorNormal,
  type Normal,
  normalKey,
  polynomialBase,
  primeBase,
  ratioNormal,
  sumBase,
  symbolBase,
} from '../../src/kernel/normal/data.ts';
import { multiplyNormals } from '../../src/kernel/normal/multiply.ts';
import { normalise } from '../../src/kernel/normal/normalise.ts';
import {
  canBeSplit,
  coefficientFactors,
  isPositiveWhereReal,
  signOfNormal,
} from '../../src/kernel/normal/power.ts';
import { polynomialTerm, ratioTerm } from '../../src/kernel/normal/to-term.ts';
import { symbolPolynomial } from '../../src/kernel/polynomial.ts';
import { printText } from '../../src/kernel/print-text.ts';
import { constantRatio, integerRatio, ONE_RATIO, type Ratio, ZERO_RATIO } from '../../src/kernel/ratio.ts';
import { rational } from '../../src/kernel/rational.ts';
import { shapeRatio } from '../../src/kernel/shape.ts';
import { add, power, symbol, type Term } from '../../src/kernel/term.ts';
import { afresh, CONTEXT, given, read } from '../support/terms.ts';

const normal = (text: string, context: Context = afresh()): Normal => normalise(read(text), context);
const half = constantRatio(rational(1, 2));
const u = symbolBase('u');
const v = symbolBase('v');
const to = (base: Factor['base'], exponent: Ratio | number = 1): Factor => ({
  base,
  exponent: typeof exponent === 'number' ? integerRatio(exponent) : exponent,
});

describe('keys', () => {
  test.each([
    ['u - u', '0'],
    ['3*u*v', '[3*]u·v'],
    ['u^2 + 3*v', '[1*]u^{2*} + [3*]v'],
    ['p + 1', '[1*p+1*]'],
    ['p^2*s', '[1*p^2*s]'],
    ['p/s', '[(1*p)/(1*s)]'],
    ['max(u, v)', '[1*]max([1*]u, [1*]v)'],
    ['ln(2)', '[1*]ln([2*])'],
    ['2^(1/2)', '[1*]#2^{1/2*}'],
    ['p^(1/2)', '[1*]<1*p>^{1/2*}'],
    ['exp(x*y)', '[1*]exp{x·y}'],
    ['exp(max(u, v))', '[1*]exp{max([1*]u, [1*]v)}'],
    ['ln(-lambert_w0(x))', '[1*]ln([-1*]lambert_w0([1*]x))'],
    ['ln((x*y)^(1/2) + x*y*(x*y)^(-1/2))', '[1/2*]ln([1*]x·y) + [1*]ln([2*])'],
    ['(x*y)^(1/2)', '[1*]([1*]x·y)^{1/2*}'],
  ])('of %s', (text, key) => {
    expect(normalKey(normal(text))).toBe(key);
  });
});

describe('the order of products of powers', () => {
  const root = [primeBase(2n), primeBase(3n)].map((base) => to(base, half)) as [Factor, Factor];
  const shape = ['p', 's'].map((name) => to(polynomialBase(symbolPolynomial(name)), half)) as [
    Factor,
    Factor,
  ];
  test.each<readonly [string, readonly Factor[], readonly Factor[], number]>([
    ['u v against u', [to(u), to(v)], [to(u)], 1],
    ['u against u v', [to(u)], [to(u), to(v)], -1],
    ['u against u/v', [to(u)], [to(u), to(v, -1)], 1],
    ['u against u²', [to(u)], [to(u, 2)], -1],
    ['u v² against u v', [to(u), to(v, 2)], [to(u), to(v)], 1],
    ['u against v', [to(u)], [to(v)], 1],
    ['v against u', [to(v)], [to(u)], -1],
    ['v against 1/u', [to(v)], [to(u, -1)], 1],
    ['u v against u v', [to(u), to(v)], [to(u), to(v)], 0],
    ['√2 u against √3 u²: letters first', [root[0], to(u)], [root[1], to(u, 2)], -1],
    ['u against √2 u²', [to(u)], [root[0], to(u, 2)], -1],
    ['√2 u against u: then primes', [root[0], to(u)], [to(u)], 1],
    ['√2 against √3', [root[0]], [root[1]], 1],
    ['√p u against √s u²: letters before shape parameters', [shape[0], to(u)], [shape[1], to(u, 2)], -1],
  ])('%s', (_, left, right, order) => {
    expect(Math.sign(compareFactors(left, right))).toBe(order);
    expect(Math.sign(compareFactors(right, left))).toBe(order === 0 ? 0 : -order);
  });
});

test('a normal form is a ratio where it is nought or one summand without factors', () => {
  expect(asRatio([])).toEqual(ZERO_RATIO);
  expect(asRatio(normal('2*p'))).toEqual(shapeRatio(read('2*p'), CONTEXT));
  expect(asRatio(normal('u'))).toBeNull();
  expect(normal('1 + 1/u')[0]?.factors).toEqual([]);
  expect(asRatio(normal('1 + 1/u'))).toBeNull();
  expect(collectSummands([{ coefficient: ZERO_RATIO, factors: [to(u)] }])).toEqual([]);
});

describe('products', () => {
  test.each([
    ['u', '0', '[]'],
    ['0', 'u + v', '[]'],
    ['0', '0', '[]'],
    ['2', 'u + v', 'u + v twice'],
    ['u + v', '2', 'u + v twice'],
  ])('%s times %s', (left, right, product) => {
    expect(multiplyNormals(normal(left), normal(right))).toEqual(product === '[]' ? [] : normal('2*u + 2*v'));
  });

  test.each([
    ['(u + v)^12', 13],
    ['(u + v)^13', 1],
    ['(u + v)^(-1)', 1],
    ['(u + v)^(1/2)', 1],
    ['((u + v)^(1/2))^2', 2],
    ['((u + v)^(1/3))^6', 3],
    ['(u + v)^0', 1],
    ['(u + v)*(u - v)', 2],
    ['(max(u, v))^2', 1],
  ])('%s has %i summands', (text, count) => {
    expect(normal(text)).toHaveLength(count);
  });

  test('of up to 4000 summands are multiplied out, and what is larger is refused', () => {
    const sum = (letter: string, count: number): Normal =>
      normalise(add(...Array.from({ length: count }, (_, i): Term => power(symbol(letter), i))), CONTEXT);
    expect(multiplyNormals(sum('u', 50), sum('v', 80))).toHaveLength(4000);
    expect(() => multiplyNormals(sum('u', 62), sum('v', 65))).toThrow(
      'a product of 62 by 65 summands is too large to multiply out in the normal form; factor the formula',
    );
    expect(() => multiplyNormals(sum('u', 62), sum('v', 65))).toThrow(OptimandError);
  });
});

describe('a positive coefficient as powers', () => {
  const ratioOf = (text: string): Ratio => {
    const value = shapeRatio(read(text), CONTEXT);
    if (!value) throw new Error(`${text} holds more than shape parameters`);
    return value;
  };
  const baseText = ({ base }: Factor): string =>
    base.kind === 'prime'
      ? `${base.value}`
      : base.kind === 'polynomial'
        ? printText(polynomialTerm(base.value))
        : base.kind;
  test.each<readonly [readonly string[], string, readonly string[]]>([
    [[], '1', []],
    [[], '2', ['2: 1']],
    [[], '50', ['2: 1', '5: 2']],
    [[], '3/4', ['3: 1', '2: -2']],
    [[], '9', ['3: 2']],
    [[], '105', ['3: 1', '5: 1', '7: 1']],
    [[], '2*p', ['2: 1', 'p: 1']],
    [[], 'p^2', ['p: 1', 'p: 1']],
    [[], '4*p + 4', ['2: 2', 'p + 1: 1']],
    [[], 'p^2 + p', ['p: 1', 'p + 1: 1']],
    [[], '1/(p + 1)', ['p + 1: -1']],
    [['s*p > 0'], 's*p', ['p: 1', 's: 1']],
    [['s < 0'], '-3*s', ['3: 1', '-s: 1']],
    [['s < 0'], '-(p + 1)/s', ['p + 1: 1', '-s: -1']],
    [['s - p > 0'], 's^2 - p^2', ['-p + s: 1', 'p + s: 1']],
    // What is known of a number is nothing to divide by.
    [['2 > 0'], 'p + 2', ['p + 2: 1']],
  ])('given %j, %s', (facts, text, factors) => {
    const found = coefficientFactors(ratioOf(text), given(...facts));
    expect(found.map((one) => `${baseText(one)}: ${printText(ratioTerm(one.exponent))}`)).toEqual(factors);
  });

  test('primes are looked for up to 99991; what is left beyond stays one base', () => {
    const count = (text: string): number => coefficientFactors(ratioOf(text), CONTEXT).length;
    // 99991 and 100003 are primes that follow each other.
    expect(count('9998200081')).toBe(1);
    expect(coefficientFactors(ratioOf('9998200081'), CONTEXT)[0]?.exponent).toEqual(integerRatio(2));
    expect(count('9999399973')).toBe(2);
    expect(coefficientFactors(ratioOf('10000600009'), CONTEXT)[0]?.exponent).toEqual(ONE_RATIO);
  });
});

describe('powers of what has no known sign', () => {
  const x = symbolBase('x');
  test.each<readonly [string, readonly Factor[], boolean]>([
    ['nothing', [], true],
    ['x', [to(x)], true],
    ['x²', [to(x, 2)], false],
    ['x³', [to(x, 3)], true],
    ['1/x', [to(x, -1)], true],
    ['√x', [to(x, half)], false],
    ['x y', [to(x), to(symbolBase('y'))], false],
  ])('the positive product with %s open can be split: %s', (_, open, split) => {
    expect(canBeSplit(open)).toBe(split);
  });

  test.each<readonly [string, Factor, boolean]>([
    ['u', to(u), true],
    ['1/u', to(u, -1), true],
    ['x', to(x), false],
    ['x²', to(x, 2), false],
    ['√x, which may be split from nothing else', to(x, half), false],
    ['u + v', to(sumBase(normal('u + v'))), true],
    ['x - y', to(sumBase(normal('x - y'))), false],
    ['(x - y)²', to(sumBase(normal('x - y')), 2), false],
    ['√(x - y)', to(sumBase(normal('x - y')), half), true],
    ['√2', to(primeBase(2n), half), true],
    ['max(x, y)', to(callBase('max', [normal('x'), normal('y')]), half), false],
  ])('%s is positive or zero wherever it is real: %s', (_, factor, positive) => {
    expect(isPositiveWhereReal(factor, CONTEXT)).toBe(positive);
  });

  test.each([
    ['(-4*x*y)^(1/2)', '2*(-x*y)^(1/2)'],
    ['(-p*x*y)^(1/2)', 'p^(1/2)*(-x*y)^(1/2)'],
    ['1/(-p*u - p*v)', '1/p*(-u - v)^(-1)'],
    ['(-2*u - 4*v)^(-1)', '1/2*(-u - 2*v)^(-1)'],
  ])('%s is %s', (left, right) => {
    expect(normalKey(normal(left))).toBe(normalKey(normal(right)));
  });

  test('a coefficient of open sign stays with them', () => {
    expect(normal('(s*x*y)^(1/2)')[0]?.factors).toHaveLength(1);
    expect(normal('(s*x*y)^(1/2)')[0]?.factors[0]?.base.kind).toBe('sum');
  });

  test.each([
    ['ln(lambert_w0(u + v))', 'ln(lambert_w0(u + v))'],
    ['ln((x*y)^(1/2))', '1/2*ln(x*y)'],
    ['ln((u + v)^(1/2))', '1/2*ln(u + v)'],
  ])('%s is %s', (left, right) => {
    expect(normalKey(normal(left))).toBe(normalKey(normal(right)));
  });
});

test.each([
  ['u^2', 'positive'],
  ['u^(-2)', 'positive'],
  ['exp(2*x)', 'positive'],
  ['exp(-x)', 'positive'],
])('the sign of %s is %s', (text, sign) => {
  expect(signOfNormal(normal(text), CONTEXT)).toBe(sign);
});

test('a call is a base by its name and its arguments', () => {
  expect(callBase('ln', [factorNormal(u)]).key).toBe('ln([1*]u)');
  expect(callBase('max', [factorNormal(u), ratioNormal(ONE_RATIO)]).key).toBe('max([1*]u, [1*])');
});
