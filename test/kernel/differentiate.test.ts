import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalArithmetic } from '../../src/kernel/arithmetic/decimal.ts';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { dual } from '../../src/kernel/arithmetic/dual.ts';
import { compile, evaluate } from '../../src/kernel/compile.ts';
import {
  differentiate,
  elasticity,
  implicitDerivative,
  rawDerivative,
} from '../../src/kernel/differentiate.ts';
import { equalTerms } from '../../src/kernel/normal/equal.ts';
import { samplePoints } from '../../src/kernel/sample.ts';
import { symbolsOf, type Term } from '../../src/kernel/term.ts';
import { LETTERS_CONTEXT } from '../support/letters.ts';
import { randomTerm } from '../support/random-terms.ts';
import { abbreviated, CONTEXT, orSentence, read } from '../support/terms.ts';

const seed = 20260514;
const duals = dual(double);
const precise = decimalArithmetic(50);

/** The slope in `name` by dual numbers. */
function dualSlope(term: Term, name: string, point: Readonly<Record<string, number>>): number {
  const values = Object.fromEntries(
    Object.entries(point).map(([key, value]) => [key, { value, slope: key === name ? 1 : 0 }]),
  );
  return evaluate(term, values, duals).slope;
}

/** Central difference with step 2^-53 on 50 digits: about 30 good ones. */
function centralDifference(term: Term, name: string, point: Readonly<Record<string, number>>): number {
  const names = Object.keys(point);
  const value = compile(term, names, precise);
  const at = (sign: 1 | -1) =>
    value(
      names.map((key) => {
        const x = precise.fromNumber(point[key] as number);
        return key === name ? precise.add(x, precise.fromNumber(sign * 2 ** -53)) : x;
      }),
    );
  return precise.toNumber(
    precise.divide(precise.add(at(1), precise.negate(at(-1))), precise.fromNumber(2 ** -52)),
  );
}

const close = (x: number, y: number, tolerance: number): boolean => {
  if (!Number.isFinite(x) || !Number.isFinite(y) || Math.abs(x) > 1e100) return true;
  return Math.abs(x - y) <= tolerance * Math.max(1e-4, Math.abs(x), Math.abs(y));
};

describe('derivatives of random terms', () => {
  test('agree with dual numbers', () => {
    let compared = 0;
    fc.assert(
      fc.property(randomTerm, fc.constantFrom('n', 'q', 'a', 'omega', 'gamma'), (term, name) => {
        const derivative = orSentence(() => rawDerivative(term, name));
        if (typeof derivative === 'string' || !symbolsOf(term).includes(name)) return;
        for (const point of samplePoints(symbolsOf(term), LETTERS_CONTEXT, 3)) {
          const [x, y] = [evaluate(derivative, point, double), dualSlope(term, name, point)];
          compared++;
          expect({ x, y, close: close(x, y, 1e-6) }).toMatchObject({ close: true });
        }
      }),
      { numRuns: 6000, seed },
    );
    expect(compared).toBeGreaterThan(1000);
  });

  test('agree with differences of 50 digits, tidied too', () => {
    let compared = 0;
    fc.assert(
      fc.property(randomTerm, fc.constantFrom('n', 'q', 'a', 'alpha'), (term, name) => {
        if (!symbolsOf(term).includes(name)) return;
        const derivative = orSentence(() => differentiate(term, name, LETTERS_CONTEXT));
        if (typeof derivative === 'string') return;
        const [point] = samplePoints(
          [...new Set([...symbolsOf(term), ...symbolsOf(derivative)])],
          LETTERS_CONTEXT,
          1,
        );
        if (!point) return;
        const [x, y] = [evaluate(derivative, point, double), centralDifference(term, name, point)];
        compared++;
        expect({ x, y, close: close(x, y, 1e-6) }).toMatchObject({ close: true });
      }),
      { numRuns: 3000, seed },
    );
    expect(compared).toBeGreaterThan(150);
  });
});

describe('derivatives of known terms', () => {
  test.each([
    ['a*n^alpha', 'n', 'alpha*a*n^(alpha-1)'],
    ['deformed_log(q, gamma)', 'q', 'q^(-1-gamma)'],
    ['omega*t*f - delta*t^2', 't', 'omega*f - 2*delta*t'],
    ['u^x', 'x', 'u^x*ln(u)'],
    ['u^u', 'u', 'u^u*(1+ln(u))'],
    ['exp(x^2)', 'x', '2*x*exp(x^2)'],
    ['lambert_w0(u)', 'u', 'lambert_w0(u)/(u*(1+lambert_w0(u)))'],
    ['ln(a*n^alpha)', 'n', 'alpha/n'],
    ['5', 'n', '0'],
  ])('%s in %s', (text, name, derivative) => {
    const verdict = equalTerms(differentiate(read(text), name, CONTEXT), read(derivative), CONTEXT);
    expect(verdict).toBe(text.startsWith('lambert') ? 'undecided' : 'zero');
  });

  test('kinks and shapes of the deformed logarithm are refused', () => {
    expect(() => rawDerivative(read('min(u, v)'), 'u')).toThrow(
      /^min has no derivative in u in differentiation; resolve the kink first or hold that argument fixed\.$/,
    );
    expect(() => rawDerivative(read('deformed_log(q, gamma)'), 'gamma')).toThrow(
      /deformed_log has no derivative in gamma/,
    );
    expect(rawDerivative(read('min(u, v)'), 'n')).toMatchObject({ kind: 'number' });
  });

  test('an abbreviation that depends on the symbol is opened', () => {
    const context = abbreviated('u^2 - v');
    const M: Term = { kind: 'symbol', name: 'M' };
    expect(equalTerms(differentiate(M, 'u', context), read('2*u'), context)).toBe('zero');
    expect(equalTerms(elasticity(M, 'u', context), read('2*u^2/(u^2-v)'), context)).toBe('zero');
    expect(equalTerms(implicitDerivative(M, 'u', 'v', context), read('1/(2*u)'), context)).toBe('zero');
  });

  test('implicit: along u^2 + v^2 = 1, and refused where the condition does not bind', () => {
    expect(equalTerms(implicitDerivative(read('u^2+v^2-1'), 'u', 'v', CONTEXT), read('-v/u'), CONTEXT)).toBe(
      'zero',
    );
    expect(() => implicitDerivative(read('v + u - u'), 'u', 'v', CONTEXT)).toThrow(
      /^the condition does not depend on u in implicit differentiation; choose an unknown that occurs in it\.$/,
    );
    expect(equalTerms(elasticity(read('a*n^alpha'), 'n', CONTEXT), read('alpha'), CONTEXT)).toBe('zero');
  });
});
