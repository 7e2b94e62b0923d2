/** Signs of constants, and what of them is open; by hand. */
import { describe, expect, test } from 'vitest';
import { compareConstants, isOtherThanZero, signOfConstant } from '../../src/kernel/limits/constant.ts';
import { Undecided } from '../../src/kernel/limits/undecided.ts';
import { CONTEXT, given, read } from '../support/terms.ts';

describe('the sign of a constant', () => {
  test.each<readonly [string, -1 | 0 | 1 | null]>([
    ['7', 1],
    ['-1/2', -1],
    ['0', 0],
    ['p', 1],
    ['-p', -1],
    ['s', null],
    ['s^2', null],
    ['u - u', 0],
    // By the definition of the deformed logarithm.
    ['deformed_log(u, p) - (1 - u^(-p))/p', 0],
    // By digits: 2.718… and the square root of 5.828…, which is 2.414….
    ['exp(1) - 2', 1],
    ['exp(1) - 3', -1],
    ['(3 + 2*2^(1/2))^(1/2) - 2', 1],
    ['2 - (3 + 2*2^(1/2))^(1/2)', -1],
    // (1 + √2)² = 3 + 2√2: zero, of which digits show rounding alone.
    ['(3 + 2*2^(1/2))^(1/2) - 1 - 2^(1/2)', null],
    ['1 + 2^(1/2) - (3 + 2*2^(1/2))^(1/2)', null],
    // Zero in every digit, which proves nothing.
    ['min(1, 2) - 1', null],
  ])('%s: %d', (text, sign) => {
    expect(signOfConstant(read(text), CONTEXT)).toBe(sign);
  });

  test('is what a fact says', () => {
    expect(signOfConstant(read('s'), given('s = 0'))).toBe(0);
    expect(signOfConstant(read('s'), given('s > 0'))).toBe(1);
    expect(signOfConstant(read('s - p'), given('s - p < 0'))).toBe(-1);
    expect(signOfConstant(read('s'), given('s >= 0'))).toBeNull();
  });
});

describe('two constants', () => {
  test.each<readonly [string, string, -1 | 0 | 1]>([
    ['2', '3', -1],
    ['1/2', '1/3', 1],
    ['1/2', '1/2', 0],
    ['p', '0', 1],
    ['0', 'p', -1],
    ['s + p', 's', 1],
    ['2*s', 's + s', 0],
    ['exp(1)', '2', 1],
  ])('%s against %s: %d', (left, right, order) => {
    expect(compareConstants(read(left), read(right), CONTEXT)).toBe(order);
  });

  test('whose order is open are named', () => {
    const compare = () => compareConstants(read('s'), read('p'), CONTEXT);
    expect(compare).toThrow(Undecided);
    expect(compare).toThrow(/^the sign of s - p is open$/);
  });
});

describe('a coefficient is another function than zero', () => {
  test.each<readonly [string, boolean]>([
    ['p', true],
    ['-p', true],
    // It may be zero at a value, and is not zero at every value.
    ['s', true],
    // Known by its sign, where doubles overflow.
    ['exp(1000)', true],
    ['s - s', false],
    ['0', false],
  ])('%s: %j', (text, is) => {
    expect(isOtherThanZero(read(text), CONTEXT)).toBe(is);
  });

  test('or it is said to be open', () => {
    const ask = () => isOtherThanZero(read('lambert_w0(u)*exp(lambert_w0(u)) - u'), CONTEXT);
    expect(ask).toThrow(Undecided);
    expect(ask).toThrow(/^whether lambert_w0\(u\)\*exp\(lambert_w0\(u\)\) - u is zero is open$/);
  });
});
