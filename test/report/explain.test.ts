/** Formula, numbers put in, value: the lines a reader can put into a calculator. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { evaluate } from '../../src/kernel/compile.ts';
import { parse } from '../../src/kernel/parse.ts';
import { explain } from '../../src/report/explain.ts';
import { gate } from '../../src/report/latex-gate.ts';
import { equals, relate, SYMBOLS } from './support.ts';

const VALUES = { alpha: 0.3, beta: 0.4, gamma: -0.5, a: 2e-3, E: 1.83e18, omega: 4e-5 };

describe('explain', () => {
  test('a bound in text', () => {
    const bound = relate('n', '<', '(omega*alpha*E/(2*a^gamma))^(1/(1+alpha*gamma))');
    expect(explain(bound, VALUES, SYMBOLS)?.text).toEqual([
      'n < (omega*alpha*E/(2*a^gamma))^(1/(1 + alpha*gamma))',
      'n < (4e-5*0.3*1.83e18/(2*0.002^(-0.5)))^(1/(1 + 0.3*(-0.5)))',
      'n < 5.67879e13 parameter',
    ]);
  });

  test('the same in LaTeX, numbers in parentheses where they would run together', () => {
    const [formula, numbers, value] = explain(equals('n', 'omega*E^alpha/2'), VALUES, SYMBOLS)?.tex ?? [];
    expect(formula).toBe('n = \\frac{\\omega E^{\\alpha}}{2}');
    expect(numbers).toBe('n = \\frac{(4 \\times 10^{-5}) (1.83 \\times 10^{18})^{0.3}}{2}');
    expect(value).toBe('n = 6.02234');
  });

  test('an abbreviation is evaluated from its definition, before it is used', () => {
    expect(explain(equals('n', '6*k'), VALUES, SYMBOLS)?.text).toEqual([
      'k = 1 + alpha/beta',
      'k = 1 + 0.3/0.4',
      'k = 1.75',
      'n = 6*k',
      'n = 6*1.75',
      'n = 10.5 parameter',
    ]);
  });

  test('what the values do not decide is not explained, nor what holds no letter', () => {
    expect(explain(equals('n', 'd/E'), VALUES, SYMBOLS)).toBeNull();
    expect(explain(relate('n', '>', '0'), VALUES, SYMBOLS)).toBeNull();
  });

  test('a letter equal to one number alone needs no middle line', () => {
    expect(explain(equals('n', 'E'), VALUES, SYMBOLS)?.text).toEqual(['n = E', 'n = 1.83e18 parameter']);
  });

  test('the line with the numbers, read back, has the value of the formula; its LaTeX passes the gate', async () => {
    const positive = fc.double({ min: 1e-12, max: 1e12, noNaN: true, noDefaultInfinity: true });
    const exponent = fc.integer({ min: -90, max: 200 }).map((percent) => percent / 100);
    const formula = equals('n', '(omega*E/(2*a^gamma))^(1/(2+gamma)) - gamma*omega');
    await fc.assert(
      fc.asyncProperty(positive, positive, positive, exponent, async (omega, E, a, gamma) => {
        const values = { omega, E, a, gamma };
        const shown = explain(formula, values, SYMBOLS);
        if (!shown) return;
        const [, numbers = ''] = shown.text;
        const read = evaluate(parse(numbers.slice('n = '.length), new Map()), {}, double);
        const meant = evaluate(formula.right, values, double);
        expect(Math.abs(read - meant)).toBeLessThanOrEqual(
          1e-9 * (Math.abs(meant) + Math.abs(gamma) * omega),
        );
        for (const line of shown.tex) expect(await gate(line)).toEqual({ ok: true });
      }),
      { numRuns: 200, seed: 20260514 },
    );
  });
});
