/** Products and powers of normal forms from their parts, nothing read and nothing remembered; each row by hand. */
import { describe, expect, test } from 'vitest';
import {
  type Base,
  collectSummands,
  type Factor,
  type Normal,
  normalKey,
  polynomialBase,
  primeBase,
  sumBase,
  symbolBase,
} from '../../src/kernel/normal/data.ts';
import { multiplyNormals, productOfFactors } from '../../src/kernel/normal/multiply.ts';
import { powerNormal } from '../../src/kernel/normal/power.ts';
import { ratioTerm } from '../../src/kernel/normal/to-term.ts';
import { symbolPolynomial } from '../../src/kernel/polynomial.ts';
import { printText } from '../../src/kernel/print-text.ts';
import {
  addRatios,
  constantRatio,
  divideRatios,
  integerRatio,
  multiplyRatios,
  negateRatio,
  ONE_RATIO,
  type Ratio,
  subtractRatios,
  symbolRatio,
  ZERO_RATIO,
} from '../../src/kernel/ratio.ts';
import { rational } from '../../src/kernel/rational.ts';
import { CONTEXT } from '../support/terms.ts';

const half = constantRatio(rational(1, 2));
const [p, s] = [symbolRatio('p'), symbolRatio('s')];
const to = (base: Base, exponent: Ratio | number = 1): Factor => ({
  base,
  exponent: typeof exponent === 'number' ? integerRatio(exponent) : exponent,
});
const [u, v, x, y] = ['u', 'v', 'x', 'y'].map(symbolBase) as [Base, Base, Base, Base];
/** Summands, each a whole coefficient and its factors. */
const sum = (...parts: readonly (readonly [number, ...Factor[]])[]): Normal =>
  collectSummands(parts.map(([by, ...factors]) => ({ coefficient: integerRatio(by), factors })));
const both = sumBase(sum([1, to(u)], [1, to(v)]));
const twice = sumBase(sum([2, to(x), to(y)]));
const [two, shape] = [primeBase(2n), polynomialBase(symbolPolynomial('p'))];

test.each<readonly [string, Ratio, readonly Factor[], string]>([
  ['nothing', integerRatio(3), [], '[3*]'],
  ['zero times u', ZERO_RATIO, [to(u)], '0'],
  ['u v', ONE_RATIO, [to(u), to(v)], '[1*]u·v'],
  ['v x u', ONE_RATIO, [to(v), to(x), to(u)], '[1*]u·v·x'],
  ['u u²', ONE_RATIO, [to(u), to(u, 2)], '[1*]u^{3*}'],
  ['u v/u', ONE_RATIO, [to(u), to(v), to(u, -1)], '[1*]v'],
  ['2^(3/2)', ONE_RATIO, [to(two, constantRatio(rational(3, 2)))], '[2*]#2^{1/2*}'],
  ['2^(-1/2)', ONE_RATIO, [to(two, negateRatio(half))], '[1/2*]#2^{1/2*}'],
  ['√2 √2', integerRatio(3), [to(two, half), to(two, half)], '[6*]'],
  ['2²', ONE_RATIO, [to(two, 2)], '[4*]'],
  ['p^(s + 2)', ONE_RATIO, [to(shape, addRatios(s, integerRatio(2)))], '[1*p^2]<1*p>^{1*s}'],
  ['(u + v)¹', ONE_RATIO, [to(both)], '[1*]u + [1*]v'],
  ['(u + v)²', ONE_RATIO, [to(both, 2)], '[1*]u^{2*} + [2*]u·v + [1*]v^{2*}'],
  [
    '√(u + v) (u + v)^(3/2)',
    ONE_RATIO,
    [to(both, half), to(both, constantRatio(rational(3, 2)))],
    '[1*]u^{2*} + [2*]u·v + [1*]v^{2*}',
  ],
  ['3 u (u + v)', integerRatio(3), [to(u), to(both)], '[3*]u^{2*} + [3*]u·v'],
  ['1/(u + v)', ONE_RATIO, [to(both, -1)], '[1*]([1*]u + [1*]v)^{-1*}'],
  ['√(u + v)', ONE_RATIO, [to(both, half)], '[1*]([1*]u + [1*]v)^{1/2*}'],
  ['(u + v)^p', ONE_RATIO, [to(both, p)], '[1*]([1*]u + [1*]v)^{1*p}'],
  ['(u + v)^13', ONE_RATIO, [to(both, 13)], '[1*]([1*]u + [1*]v)^{13*}'],
  ['(2 x y)³', ONE_RATIO, [to(twice, 3)], '[8*]x^{3*}·y^{3*}'],
  ['(2 x y)^13', ONE_RATIO, [to(twice, 13)], '[8192*]x^{13*}·y^{13*}'],
  ['1/(2 x y)', ONE_RATIO, [to(twice, -1)], '[1/2*]x^{-1*}·y^{-1*}'],
  ['√(2 x y)', ONE_RATIO, [to(twice, half)], '[1*]([2*]x·y)^{1/2*}'],
])('the product of %s', (_text, coefficient, factors, key) => {
  expect(normalKey(productOfFactors(coefficient, factors))).toBe(key);
});

test('a sum is multiplied out up to its twelfth power', () => {
  expect(productOfFactors(ONE_RATIO, [to(both, 12)])).toHaveLength(13);
  expect(normalKey(multiplyNormals(sum([1, to(u)], [1, to(v)]), sum([1, to(u)], [-1, to(v)])))).toBe(
    '[1*]u^{2*} + [-1*]v^{2*}',
  );
});

test('a number times a sum is no product to multiply out, however long the sum is', () => {
  const long = sum(...Array.from({ length: 4001 }, (_, i) => [1, to(u, i + 1)] as const));
  const scaled = long.map((one) => ({ ...one, coefficient: integerRatio(3) }));
  expect(multiplyNormals(sum([3]), long)).toEqual(scaled);
  expect(multiplyNormals(long, sum([3]))).toEqual(scaled);
  expect(() => multiplyNormals(long, sum([1, to(v)]))).toThrow(
    'a product of 4001 by 1 summands is too large',
  );
});

test.each<readonly [string, Normal, Ratio, string]>([
  ['0^p', [], p, '0'],
  ['(2u)³', sum([2, to(u)]), integerRatio(3), '[8*]u^{3*}'],
  ['√(2u)', sum([2, to(u)]), half, '[1*]#2^{1/2*}·u^{1/2*}'],
  ['√(2x)', sum([2, to(x)]), half, '[1*]#2^{1/2*}·x^{1/2*}'],
  ['√(x y)', sum([1, to(x), to(y)]), half, '[1*]([1*]x·y)^{1/2*}'],
  ['√(-4 u x y)', sum([-4, to(u), to(x), to(y)]), half, '[2*]([-1*]x·y)^{1/2*}·u^{1/2*}'],
  ['(u + v)^0', sum([1, to(u)], [1, to(v)]), ZERO_RATIO, '[1*]'],
  ['(u + v)²', sum([1, to(u)], [1, to(v)]), integerRatio(2), '[1*]u^{2*} + [2*]u·v + [1*]v^{2*}'],
  ['(u + v)^13', sum([1, to(u)], [1, to(v)]), integerRatio(13), '[1*]([1*] + [1*]u^{-1*}·v)^{13*}·u^{13*}'],
  [
    '1/(2u + 4v)',
    sum([2, to(u)], [4, to(v)]),
    integerRatio(-1),
    '[1/2*]([1*] + [2*]u^{-1*}·v)^{-1*}·u^{-1*}',
  ],
  ['√(2u + 4v)', sum([2, to(u)], [4, to(v)]), half, '[1*]#2^{1/2*}·([1*] + [2*]u^{-1*}·v)^{1/2*}·u^{1/2*}'],
])('the power %s', (_text, value, exponent, key) => {
  expect(normalKey(powerNormal(value, exponent, CONTEXT))).toBe(key);
});

test.each<readonly [string, Normal, Ratio, string]>([
  [
    '√(-2u)',
    sum([-2, to(u)]),
    half,
    '-2 times something positive, a base not known to be positive, is raised to 1/2 in the normal form; assume its sign',
  ],
  [
    '0^s',
    [],
    s,
    'zero to a power that is not known to be positive in the normal form; check the denominator',
  ],
  [
    '0^0',
    [],
    ZERO_RATIO,
    'zero to a power that is not known to be positive in the normal form; check the denominator',
  ],
])('the power %s is refused', (_text, value, exponent, sentence) => {
  expect(() => powerNormal(value, exponent, CONTEXT)).toThrow(sentence);
});

let met = 0;
describe('ratios of letters never met before are written', () => {
  test('with whole coefficients below, and over a product each summand by itself', () => {
    met += 1;
    const [A, B] = [`a_${met}`, `b_${met}`];
    const [a, b] = [symbolRatio(A), symbolRatio(B)];
    const three = integerRatio(3);
    const rows: readonly (readonly [Ratio, string])[] = [
      [a, A],
      [subtractRatios(multiplyRatios(three, a), b), `3*${A} - ${B}`],
      [divideRatios(addRatios(a, b), integerRatio(2)), `1/2*${A} + 1/2*${B}`],
      [divideRatios(a, b), `${A}/${B}`],
      [divideRatios(addRatios(a, ONE_RATIO), b), `${A}/${B} + 1/${B}`],
      [divideRatios(addRatios(a, b), multiplyRatios(integerRatio(2), a)), `${B}/(2*${A}) + 1/2`],
      [divideRatios(a, addRatios(multiplyRatios(three, b), ONE_RATIO)), `${A}/(3*${B} + 1)`],
    ];
    for (const [ratio, text] of rows) {
      const found = ratioTerm(ratio);
      expect(printText(found)).toBe(text);
      expect(ratioTerm({ ...ratio })).toBe(found);
    }
  });
});
