import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { evaluate } from '../../src/kernel/compile.ts';
import { integratePower } from '../../src/kernel/integrate.ts';
import { equalTerms } from '../../src/kernel/normal/equal.ts';
import { fraction, symbol } from '../../src/kernel/term.ts';
import { CONTEXT, given, read } from '../support/terms.ts';

/** Gauss–Legendre on twenty panels: an integral by other means. */
function quadrature(f: (x: number) => number, from: number, to: number): number {
  const [nodes, weights] = [
    [-Math.sqrt(0.6), 0, Math.sqrt(0.6)],
    [5 / 9, 8 / 9, 5 / 9],
  ];
  const width = (to - from) / 400;
  let sum = 0;
  for (let i = 0; i < 400; i++) {
    const middle = from + width * (i + 0.5);
    nodes.forEach((node, j) => {
      sum += (weights[j] ?? 0) * f(middle + (node * width) / 2);
    });
  }
  return (sum * width) / 2;
}

describe('integrals of powers', () => {
  test('agree with quadrature', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30, max: 30 }), fc.integer({ min: 1, max: 9 }), (num, den) => {
        if (num === -den) return;
        const result = integratePower(
          { kind: 'power', base: symbol('u'), exponent: fraction(num, den) },
          'u',
          1,
          'v',
          CONTEXT,
        );
        const exact = evaluate(result, { v: 2 }, double);
        expect(Math.abs(exact - quadrature((x) => x ** (num / den), 1, 2))).toBeLessThan(
          1e-8 * Math.max(1, Math.abs(exact)),
        );
      }),
      { numRuns: 1000, seed: 20260514 },
    );
  });

  test('the density of thresholds', () => {
    const context = given('gamma != 0');
    const result = integratePower(read('u^(-1-gamma)'), 'u', 1, 'q', context);
    expect(equalTerms(result, read('deformed_log(q, gamma)'), context)).toBe('zero');
  });

  test.each([
    ['u^(-1-gamma)', '1', 'q', /^the exponent may be -1 in integration; integrate 1\/x separately\.$/],
    [
      'v^2',
      '1',
      'q',
      /^the integrand is not a power of the variable in integration; write it as one power\.$/,
    ],
    ['(1 + u)^2', '1', 'q', /not a power of the variable/],
    [
      'u^2',
      '1',
      'x',
      /^a limit is not known to be positive in integration; integrate between positive limits\.$/,
    ],
    ['u^(-1)', '1', 'q', /may be -1/],
    [
      'u^u',
      '1',
      'q',
      /^the antiderivative does not differentiate back to the integrand in integration; report this formula\.$/,
    ],
    ['1 + u', '1', 'q', /not a power of the variable/],
    ['u^(-2)', '-1', '1', /not known to be positive/],
    ['u^(-2)', '0', '1', /not known to be positive/],
    ['u^2', 'x', '1', /not known to be positive/],
  ])('of %s from %s to %s is refused', (integrand, from, to, why) => {
    expect(() => integratePower(read(integrand), 'u', read(from), read(to), CONTEXT)).toThrow(why);
  });
});
