/** Terms as functions: what each kind is worth, and what is refused. */
import { describe, expect, test } from 'vitest';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { dual } from '../../src/kernel/arithmetic/dual.ts';
import { compile, evaluate } from '../../src/kernel/compile.ts';
import { OptimandError } from '../../src/kernel/issues.ts';
import { multiply, power, type Term } from '../../src/kernel/term.ts';
import { read } from '../support/terms.ts';

const at = { u: 4, v: 3, x: -2, p: 0.5 };

describe('values', () => {
  test.each<readonly [string, number]>([
    ['7/4', 1.75],
    ['v', 3],
    ['u + v', 7],
    ['u + v + x', 5],
    ['u + v + x + p', 5.5],
    ['u*v', 12],
    ['u*v*x', -24],
    ['u*v*x*p', -12],
    ['1/u', 0.25],
    ['1/(u*v)', 1 / 12],
    ['v/u', 0.75],
    ['v*x/(u*p)', -3],
    ['u^2', 16],
    ['u^(1/2)', 2],
    ['u^(-1/2)', 0.5],
    ['v/u^(1/2)', 1.5],
    ['v*u^(-1/2)*p', 0.75],
    ['u^(-2)', 1 / 16],
    ['u^p', 2],
    ['max(u, v, x)', 4],
    ['min(u, v, x)', -2],
    ['v*(1 - u^(-p))', 1.5],
    ['1 - u^(-p)', 0.5],
    ['u*p*deformed_log(u, p)', 2],
  ])('%s is %d', (text, value) => {
    expect(evaluate(read(text), at, double)).toBeCloseTo(value, 14);
  });

  test.each<readonly [Term, number]>([
    [multiply('v', power('u', 2)), 48],
    [multiply(power('u', 2), power('p', -1)), 32],
    [multiply(power('u', -1), power('p', -1)), 0.5],
    [power(multiply('u', 'p'), -1), 0.5],
  ])('of products of powers: %#', (term, value) => {
    expect(evaluate(term, at, double)).toBe(value);
  });

  test('a quotient is one division, which rounds once', () => {
    // 1/49 is rounded, and 49 times it is not 1.
    expect(evaluate(read('v/u'), { u: 49, v: 49 }, double)).toBe(1);
  });

  test('slopes of a reciprocal are known on both sides of zero, and of 1 - e^-y to the last digits', () => {
    const at = (text: string, value: number) =>
      evaluate(read(text), { x: { value, slope: 1 } }, dual(double));
    expect(at('1/x', -2)).toEqual({ value: -0.5, slope: -0.25 });
    expect(at('1 - exp(-x)', 40).slope / Math.exp(-40)).toBeCloseTo(1, 12);
  });

  test('are taken in the order of the inputs', () => {
    expect(compile(read('u - v'), ['v', 'u'], double)([1, 5])).toBe(4);
    expect(compile(power(read('u'), -1), ['u'], double)([8])).toBe(0.125);
  });
});

describe('refusals', () => {
  test('a letter without a value', () => {
    let issue: unknown = null;
    try {
      compile(read('u + v'), ['u', 'x'], double);
    } catch (error) {
      if (error instanceof OptimandError) issue = error.issue;
    }
    expect(issue).toEqual({ code: 'unknown-symbol', name: 'v', known: ['u', 'x'], suggestion: null });
  });

  test('a sum of nothing, which no term is', () => {
    const none: Term = { kind: 'sum', terms: [] };
    expect(() => compile(none, [], double)).toThrow(new RangeError('a sum or product without parts'));
  });
});
