import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { evaluate } from '../../src/kernel/compile.ts';
import { printText } from '../../src/kernel/print-text.ts';
import { samplePoints } from '../../src/kernel/sample.ts';
import { isBelow, isNegative, isNonZero, isPositive, proportion, signOf } from '../../src/kernel/sign.ts';
import { symbol, symbolsOf } from '../../src/kernel/term.ts';
import { LETTERS_CONTEXT } from '../support/letters.ts';
import { randomTerm } from '../support/random-terms.ts';
import { CONTEXT, given, read } from '../support/terms.ts';

/** Whether a value may have the sign; a rounding error next to zero is no evidence. */
const fits: Readonly<Record<string, (value: number) => boolean>> = {
  positive: (v) => v > 0,
  'non-negative': (v) => v >= 0,
  zero: (v) => v === 0,
  'non-positive': (v) => v <= 0,
  negative: (v) => v < 0,
  unknown: () => true,
};
const isRounding = (value: number): boolean => Math.abs(value) < 1e-9 || !Number.isFinite(value);

describe('signs of random terms', () => {
  test('no sampled value has another sign than the one answered', () => {
    let answered = 0;
    fc.assert(
      fc.property(randomTerm, (term) => {
        const sign = signOf(term, LETTERS_CONTEXT);
        if (sign !== 'unknown') answered++;
        for (const point of samplePoints(symbolsOf(term), LETTERS_CONTEXT, 10)) {
          const value = evaluate(term, point, double);
          if (!isRounding(value))
            expect({ sign, value, fits: fits[sign]?.(value) }).toMatchObject({ fits: true });
        }
      }),
      { numRuns: 3000, seed: 20260514 },
    );
    expect(answered).toBeGreaterThan(1500);
  });
});

describe('signs that are easily got wrong', () => {
  test.each([
    ['max(x, y)', 'unknown'],
    ['min(x, y)', 'unknown'],
    ['max(x, y)*ln(2) + 0*y', 'unknown'],
    ['u*min(x, v)', 'unknown'],
    ['min(u, v)', 'positive'],
    ['max(x, u)', 'positive'],
    ['max(0, x)', 'non-negative'],
    ['min(0, x)', 'non-positive'],
    ['max(0, -u)', 'zero'],
    ['u*max(0, x)', 'non-negative'],
    ['x0^(1/2)', 'non-negative'],
    ['x0^(1/2)*u', 'non-negative'],
    ['x0^(-1/2)', 'positive'],
    ['x0^(-1/2)*u', 'positive'],
    ['x0^3', 'non-negative'],
    ['max(0, x)^2', 'non-negative'],
    ['max(0, x)^3', 'non-negative'],
    ['min(0, x)^2', 'non-negative'],
    ['min(0, x)^3', 'non-positive'],
    ['(x^2)^(1/2)', 'non-negative'],
    ['x^(-2)', 'unknown'],
    ['x^2', 'non-negative'],
    ['x^3', 'unknown'],
    ['-u^p', 'negative'],
    ['ln(1 + u)', 'positive'],
    ['ln(u)', 'unknown'],
    ['deformed_log(1+u, s)', 'positive'],
    ['lambert_w0(u)', 'positive'],
    ['lambert_w0(x)', 'unknown'],
    ['lambert_wm1(x)', 'negative'],
    ['exp(x)', 'positive'],
    ['1 + alpha*gamma', 'positive'],
    ['gamma + 1', 'non-negative'],
    ['gamma + 2', 'positive'],
    ['gamma', 'unknown'],
    ['u - u', 'zero'],
    ['k - 1', 'positive'],
    ['k - 2', 'unknown'],
    ['(alpha*gamma + 1)^2*u/beta', 'positive'],
    ['(2 + 2*alpha*gamma)/(3*u)', 'positive'],
    ['2 + alpha*gamma', 'positive'],
    ['alpha*gamma', 'unknown'],
    ['(x - y)^2', 'non-negative'],
    ['(x - y)^2 + u', 'positive'],
    ['(x - y)^3', 'unknown'],
    ['(x - y)^(-2)', 'unknown'],
    ['(x - y)^s', 'non-negative'],
  ])('%s: %s', (text, sign) => {
    expect(signOf(read(text), CONTEXT)).toBe(sign);
  });

  test.each([
    ['x > 0', 'x*u', 'positive'],
    ['x >= 0', 'x*u', 'non-negative'],
    ['x >= 0', 'x + u', 'positive'],
    ['x - y > 0', 'y - x', 'negative'],
    ['x - y > 0', '(2*x - 2*y)/u', 'positive'],
    ['x - y > 0', 'x - y + v', 'positive'],
    ['x - y > 0', 'x - y - v', 'unknown'],
    ['x != 0', 'x', 'unknown'],
    ['x < 0', '-x*u', 'positive'],
    ['s > 0', 's*p', 'positive'],
    ['s - 1 > 0', 's', 'positive'],
    ['s - 1 > 0', '1 - s', 'negative'],
    ['1 - s >= 0', 's - 2', 'negative'],
    ['x - y > 0', '3*x - 2*y', 'unknown'],
    ['x - y > 0', '(x - y)^(-3)', 'positive'],
    ['x - y < 0', '(x - y)^2', 'positive'],
    ['x - y < 0', '(x - y)^3', 'negative'],
    ['x - y < 0', '(x - y)^(-3)', 'negative'],
    ['x - y < 0', '(x - y)^(-2)', 'positive'],
    ['x - y >= 0', '(x - y)^3', 'non-negative'],
    ['x - y >= 0', '(x - y)^(-3)', 'unknown'],
    ['x - y <= 0', '(x - y)^3', 'non-positive'],
    ['x - y <= 0', '(x - y)^2', 'non-negative'],
    ['x - y > 0', 'x*u - y*v', 'unknown'],
    ['x - y < 0', 'x - y - v', 'negative'],
    ['x*y > 0', '-x*y*u', 'negative'],
    ['x*y > 0', 'x*y + v', 'positive'],
    ['x^2 - y > 0', 'x^2 - y + v', 'positive'],
    ['x^2 - y > 0', 'x - y + v', 'unknown'],
    ['u - u > 0', 'x', 'unknown'],
  ])('given %s, %s is %s', (fact, text, sign) => {
    expect(signOf(read(text), given(fact))).toBe(sign);
  });

  test('yes, no and unknown', () => {
    expect(isPositive(read('u'), CONTEXT)).toBe('yes');
    expect(isPositive(read('-u'), CONTEXT)).toBe('no');
    expect(isPositive(read('u-u'), CONTEXT)).toBe('no');
    expect(isPositive(read('x'), CONTEXT)).toBe('unknown');
    expect(isPositive(read('x0'), CONTEXT)).toBe('unknown');
    expect(isNegative(read('-u'), CONTEXT)).toBe('yes');
    expect(isBelow(read('u'), read('u + v'), CONTEXT)).toBe('yes');
    expect(isNonZero(read('x'), CONTEXT)).toBe('unknown');
    expect(isNonZero(read('2*x'), given('x != 0'))).toBe('yes');
    expect(isNonZero(read('y*x'), given('x != 0'))).toBe('unknown');
    expect(isNonZero(read('u - u'), CONTEXT)).toBe('no');
    expect(isNonZero(read('u'), CONTEXT)).toBe('yes');
    expect(isNonZero(read('-u'), CONTEXT)).toBe('yes');
    expect(isNonZero(read('-2*x'), given('x != 0'))).toBe('yes');
    expect(isNonZero(read('x + y'), given('x != 0'))).toBe('unknown');
    expect(isNonZero(read('x'), given('x >= 0'))).toBe('unknown');
  });

  test('what is not declared, and what is not real, has no sign that is known', () => {
    expect(signOf(symbol('unheard'), CONTEXT)).toBe('unknown');
    expect(signOf(read('(-u)^(1/2)'), CONTEXT)).toBe('unknown');
    expect(isNonZero(read('(-u)^(1/2)'), CONTEXT)).toBe('unknown');
  });

  test('proportion finds the factor, and only where there is one', () => {
    const factor = proportion(read('2*u*x + 4*u*y'), read('x + 2*y'), CONTEXT);
    expect(factor && printText(factor)).toBe('2*u');
    expect(proportion(read('x + 3*y'), read('x + 2*y'), CONTEXT)).toBeNull();
    expect(proportion(read('0'), read('x'), CONTEXT)).toBeNull();
    expect(proportion(read('x'), read('0'), CONTEXT)).toBeNull();
    expect(proportion(read('0'), read('0'), CONTEXT)).toBeNull();
    expect(proportion(read('x + y'), read('x'), CONTEXT)).toBeNull();
    expect(proportion(read('(-u)^(1/2)'), read('u'), CONTEXT)).toBeNull();
    expect(proportion(read('u'), read('(-u)^(1/2)'), CONTEXT)).toBeNull();
  });
});
