/** What leads in a sum, by powers first and powers of logarithms next; where laws meet. Each by hand. */
import { describe, expect, test } from 'vitest';
import type { Balance, Growth } from '../../src/asymptotics/dominant.ts';
import { atBalance, leadingOf } from '../../src/asymptotics/leading.ts';
import { meeting } from '../../src/asymptotics/meet.ts';
import { prepare } from '../../src/asymptotics/pieces.ts';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { evaluate } from '../../src/kernel/compile.ts';
import { printText } from '../../src/kernel/print-text.ts';
import type { Ratio } from '../../src/kernel/ratio.ts';
import { shapeRatio } from '../../src/kernel/shape.ts';
import type { Term } from '../../src/kernel/term.ts';
import { caseUnder, problemOf, read, type Small, told, under } from './small.ts';

const ratio = (text: string): Ratio => shapeRatio(read(text), under()) as Ratio;
const logarithm = (exponent: string, rate: 1 | -1, argument = 'x'): Growth[string] => ({
  exponent: ratio(exponent),
  rate,
  argument: read(argument),
});
const terms = (texts: Readonly<Record<string, string>>): Readonly<Record<string, Term>> =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, read(text)]));

/** As much of a balance as laws are read from. */
function at(
  small: Partial<Small>,
  values: Readonly<Record<string, string>> = {},
  growth: Growth = {},
  exactAtoms: Readonly<Record<string, string>> = {},
): Balance {
  const prepared = prepare(problemOf({ equations: {}, objective: {}, ...small }), caseUnder());
  return {
    prepared,
    dominant: [],
    values: terms(values),
    growth,
    exactAtoms: terms(exactAtoms),
    slopes: {},
    isRough: false,
    bounds: [],
    conditions: [],
  };
}

describe('what leads in a sum', () => {
  const lead = (growth: Growth, ...pieces: readonly string[]): string => {
    const found = leadingOf(pieces.map(read), 'x', at({}, {}, growth));
    if (found.kind !== 'leading') return found.kind;
    return `${found.sign}: ${printText(found.sum)} =${told(found.scaling)}`;
  };
  test('the largest power, all terms of it', () => {
    expect(lead({}, 'c*x', 'e*x^2', '3')).toBe('1: e*x^2 = e, power 2, of the logarithm 0');
    expect(lead({}, 'e*x^2', 'c*x')).toBe('1: e*x^2 = e, power 2, of the logarithm 0');
    expect(lead({}, 'c*x', 'e*x', '-1')).toBe('1: c*x + e*x = c + e, power 1, of the logarithm 0');
    expect(lead({}, 'c*x + e*x^2')).toBe('1: e*x^2 = e, power 2, of the logarithm 0');
    expect(lead({}, 'c/x', 'e/x^2')).toBe('1: c/x = c, power -1, of the logarithm 0');
  });
  test('its sign: known, told by a number of the exponents, or open', () => {
    expect(lead({}, '-c*x')).toBe('-1: -c*x = -c, power 1, of the logarithm 0');
    expect(lead({}, '2*c*x', '-3*c*x')).toBe('-1: -c*x = -c, power 1, of the logarithm 0');
    expect(lead({}, '-c*x', 'h*c*x')).toBe('-1: (h - 1)*c*x = (h - 1)*c, power 1, of the logarithm 0');
    expect(lead({}, 'c*x', '-h*c*x')).toBe('1: (-h + 1)*c*x = (-h + 1)*c, power 1, of the logarithm 0');
    expect(lead({}, 'v*x')).toBe('null: v*x = v, power 1, of the logarithm 0');
    expect(lead({}, 'c*x', '-e*x')).toBe('null: c*x - e*x = c - e, power 1, of the logarithm 0');
    expect(() => lead({}, 'c*x', '-p*c*x')).toThrow('the sign of p - 1 is needed');
    expect(() => lead({}, 'c*x', '-c*x^p')).toThrow('the sign of p - 1 is needed');
  });
  test('nothing where it cancels, and what is no power is not known', () => {
    expect(lead({}, 'c*x', '-c*x')).toBe('cancels');
    expect(lead({})).toBe('cancels');
    expect(lead({}, 'c*x', 'exp(x)')).toBe('unknown');
    expect(lead({ L: logarithm('1', 1) }, 'x', 'x*exp(L)')).toBe('unknown');
  });
  test('of one power, the largest power of the logarithms together', () => {
    const one: Growth = { L: logarithm('2', 1) };
    // L = ln(x^2) = 2 ln x.
    expect(lead(one, 'c*x', 'e*x*L')).toBe('1: L*e*x = 2*e, power 1, of the logarithm 1');
    expect(lead(one, 'e*x*L^3', 'c*x*L')).toBe('1: L^3*e*x = 8*e, power 1, of the logarithm 3');
    expect(lead(one, 'c*x/L', 'e')).toBe('1: c*x/L = 1/2*c, power 1, of the logarithm -1');
    expect(lead(one, 'c*x')).toBe('1: c*x = c, power 1, of the logarithm 0');
    expect(lead(one, 'c*x^2', 'e*x*L')).toBe('1: c*x^2 = c, power 2, of the logarithm 0');
    const falling: Growth = { L: logarithm('-3', -1) };
    // L = ln(x^-3) = 3 ln(1/x).
    expect(lead(falling, 'e*x*L')).toBe('1: L*e*x = 3*e, power 1, of the logarithm 1');
    const two: Growth = { L: logarithm('2', 1), f: logarithm('5', 1) };
    expect(lead(two, 'e*x*L*f', 'c*x*L', 'x*f')).toBe('1: L*e*f*x = 10*e, power 1, of the logarithm 2');
    expect(lead(two, 'c*x*L', 'c*x*L')).toBe('1: 2*L*c*x = 4*c, power 1, of the logarithm 1');
  });
});

test('a value at a balance: unknowns put in, an atom that is kept by its value, another by its leading part', () => {
  const small = {
    variables: ['y'],
    atoms: { f: { argument: 'y', shape: 'p' }, g: { argument: 'y', shape: '-1' } },
  };
  const value = (exact: Readonly<Record<string, string>>): string =>
    printText(atBalance(read('c*y*f*g'), at(small, { y: 'x^2' }, {}, exact)));
  // For large y: f = 1/p and g = y.
  expect(value({})).toBe('c*x^4/p');
  expect(value({ f: 'e' })).toBe('c*e*x^4');
  expect(value({ f: 'e', g: '2' })).toBe('2*c*e*x^2');
});

describe('where two laws meet', () => {
  type Side = { readonly values: Readonly<Record<string, string>>; readonly growth?: Growth };
  const meet = (left: Side, right: Side, small: Partial<Small> = {}): string | null => {
    const [one, other] = [left, right].map(({ values, growth }) => at(small, values, growth));
    const found = meeting(one as Balance, other as Balance, 'x');
    return found && printText(found);
  };
  test('at the growing parameter at which the first variable that tells them apart agrees', () => {
    expect(meet({ values: { y: 'c*x^2' } }, { values: { y: 'e*x' } })).toBe('e/c');
    const two = { variables: ['y', 'z'] };
    expect(meet({ values: { y: 'c*x', z: 'x^3' } }, { values: { y: 'e*x', z: 'a*x' } }, two)).toBe('a^(1/2)');
    expect(meet({ values: { y: 'c*x', z: 'x' } }, { values: { y: 'e', z: 'a' } }, two)).toBe('e/c');
  });
  test('or the first quantity, where that is one term', () => {
    const S = { auxiliaries: { S: { one: 'y', other: 'y^2' } } };
    const values = [{ values: { y: 'c*x', S: 'x^2' } }, { values: { y: 'e*x', S: 'a*x' } }] as const;
    expect(meet(...values, S)).toBeNull();
    expect(meet(...values, { ...S, quantities: { S: 'S' } })).toBe('a');
    // c y S is c^2 x^3 and c e a x^2.
    expect(meet(...values, { ...S, quantities: { more: 'c*y*S' } })).toBe('a*e/c');
    expect(meet(...values, { ...S, quantities: { sum: 'y + S', S: 'S' } })).toBe('a');
    expect(meet(...values, { ...S, quantities: { sum: 'y + S' } })).toBeNull();
    expect(meet(...values, { ...S, quantities: { first: 'y' } })).toBeNull();
  });
  test('nowhere where a law is no power, is not there, or is zero', () => {
    const two = { variables: ['y', 'z'] };
    expect(meet({ values: { y: 'x + c', z: 'x^2' } }, { values: { y: 'e', z: 'a' } }, two)).toBe('a^(1/2)');
    expect(meet({ values: { y: 'x + c' } }, { values: { y: 'e' } })).toBeNull();
    expect(meet({ values: { z: 'x' } }, { values: { y: 'e', z: 'a' } }, two)).toBe('a');
    expect(meet({ values: { y: 'e', z: 'a' } }, { values: { z: 'x' } }, two)).toBe('a');
    expect(meet({ values: { y: 'x' } }, { values: { y: '0' } })).toBeNull();
  });
  test('with the logarithm of one written by the other’s law', () => {
    const small = { variables: ['y'], atoms: { f: { argument: 'y', shape: '0' } } };
    const growth = { f: logarithm('1', 1, 'c*x*f') };
    const number = (left: Balance, right: Balance): number => {
      const found = meeting(left, right, 'x');
      if (!found) throw new Error('no closed form');
      return evaluate(found, { c: 10 }, double);
    };
    const [slow, plain] = [at(small, { y: 'c*x*f' }, growth), at(small, { y: 'x^2' })];
    // c x f = x^2 with f = ln(x^2): x = 10 ln(x^2), the larger of two.
    for (const x of [number(slow, plain), number(plain, slow)]) {
      expect(x / (10 * Math.log(x ** 2))).toBeCloseTo(1, 9);
      expect(x).toBeGreaterThan(20);
    }
    // Both with one: c x f = x^2 f^2, so that x f = c with f = ln(c x f) = ln(c^2) by the first.
    const other = at(small, { y: 'x^2*f^2' }, { f: logarithm('2', 1, 'x^2*f^2') });
    expect(number(slow, other)).toBeCloseTo(10 / Math.log(100), 9);
  });
});
