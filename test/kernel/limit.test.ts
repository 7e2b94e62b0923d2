import { describe, expect, test } from 'vitest';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { evaluate } from '../../src/kernel/compile.ts';
import { OptimandError } from '../../src/kernel/issues.ts';
import { limit } from '../../src/kernel/limit.ts';
import { equalTerms, tidy } from '../../src/kernel/normal/equal.ts';
import { printText } from '../../src/kernel/print-text.ts';
import { samplePoints } from '../../src/kernel/sample.ts';
import { symbolsOf } from '../../src/kernel/term.ts';
import { CONTEXT, orSentence, read } from '../support/terms.ts';

const FOUND = [
  ['(1-q^(-gamma))/gamma', 'ln(q)'],
  ['(q^gamma-1)/gamma', 'ln(q)'],
  ['(1+alpha*gamma)^(1/gamma)', 'exp(alpha)'],
  ['(1+alpha*gamma)^(2/gamma)*q^gamma', 'exp(2*alpha)'],
  ['deformed_log(q,gamma)', 'ln(q)'],
  ['omega*t*(1-q^(-gamma))/gamma - delta*t^2', 'omega*t*ln(q) - delta*t^2'],
  ['(a^gamma-b^gamma)/gamma', 'ln(a) - ln(b)'],
  ['((q^gamma-1)/gamma)^2', 'ln(q)^2'],
  ['(q^gamma-1-gamma*ln(q))/gamma^2', 'ln(q)^2/2'],
  ['(q^gamma+q^(-gamma)-2)/gamma^2', 'ln(q)^2'],
  ['(deformed_log(q,gamma)-ln(q))/gamma', '-ln(q)^2/2'],
  ['(q^gamma - 1 - gamma*ln(q) - gamma^2*ln(q)^2/2)/gamma^3', 'ln(q)^3/6'],
  ['gamma*ln(q)', '0'],
  ['q^gamma', '1'],
  ['(alpha^2-gamma^2)/(alpha-gamma)', 'alpha'],
] as const;

describe('limits as gamma tends to 0', () => {
  test.each(FOUND)('%s tends to %s', (text, result) => {
    expect(equalTerms(limit(read(text), 'gamma', 0, CONTEXT), read(result), CONTEXT)).toBe('zero');
  });

  test('values near 0 approach each of them', () => {
    for (const [text, result] of FOUND) {
      const names = [...new Set([...symbolsOf(read(text)), ...symbolsOf(read(result))])].filter(
        (name) => name !== 'gamma',
      );
      for (const point of samplePoints(names, CONTEXT, 5)) {
        const [near, at] = [
          evaluate(read(text), { ...point, gamma: 1e-4 }, double),
          evaluate(read(result), { ...point, gamma: 0 }, double),
        ];
        expect(Math.abs(near - at)).toBeLessThan(1e-2 * (1 + Math.abs(at)) * 40);
      }
    }
  });

  test.each([
    '1/gamma',
    'exp(1/gamma)',
    'gamma^(-alpha)',
    'gamma*gamma^(-alpha)',
    'ln(gamma)',
    'gamma*ln(gamma)',
    'gamma^gamma',
    '(q^gamma-q^alpha)/gamma',
    'q^gamma/gamma',
    '1/(q-q^(1+gamma))',
  ])('%s is refused: what is unbounded, or cannot be seen to have a limit, gets none', (text) => {
    expect(() => limit(read(text), 'gamma', 0, CONTEXT)).toThrow(OptimandError);
  });
});

describe('substitution', () => {
  test.each([
    ['min(u, 1 + gamma)', 'min(u, 1)'],
    ['gamma^2 + max(u, v^gamma)', 'max(u, 1)'],
    ['lambert_w0(u + gamma)', 'lambert_w0(u)'],
    ['lambert_wm1(-exp(-2) + gamma)', 'lambert_wm1(-exp(-2))'],
    ['min(v, deformed_log(u, gamma + p))', 'min(v, deformed_log(u, p))'],
    // A function that is bounded where its argument vanishes.
    ['max(gamma, u)', 'max(0, u)'],
    // What divides is known not to vanish by its sign, or by its values.
    ['min(u, 1/(exp(1000) + gamma))', 'min(u, exp(-1000))'],
    ['min(u, 1/(s + gamma))', 'min(u, 1/s)'],
  ])('is enough for what has no series: %s tends to %s', (text, result) => {
    const found = limit(read(text), 'gamma', 0, CONTEXT);
    expect(printText(found)).toBe(printText(tidy(read(result), CONTEXT)));
  });

  const refusal = (why: string): string =>
    `the limit as gamma tends to a point was not found by substitution nor by series from both sides${why} in limits; rewrite the term.`;
  test.each([
    ['min(u, gamma)/gamma', ': min has no expansion here'],
    ['gamma*lambert_wm1(-gamma)', ': lambert_wm1 has no expansion here'],
    ['(gamma - 1)^(1/2)', ': a power or a logarithm is not real near the point'],
    // Infinite from both sides.
    ['gamma*deformed_log(gamma^2, 2)', ''],
    ['1/gamma^2', ''],
    // 1/s, unless s is zero.
    ['gamma/(s*gamma + gamma^2)', ''],
  ])('and series fail for %s%s', (text, why) => {
    expect(orSentence(() => printText(limit(read(text), 'gamma', 0, CONTEXT)))).toBe(refusal(why));
  });
});

test('limits elsewhere than at 0', () => {
  expect(
    equalTerms(
      limit(read('(n^alpha - n^beta)/(alpha-beta)'), 'alpha', 'beta', CONTEXT),
      read('n^beta*ln(n)'),
      CONTEXT,
    ),
  ).toBe('zero');
  expect(
    equalTerms(limit(read('deformed_log(q, gamma)'), 'gamma', -1, CONTEXT), read('q - 1'), CONTEXT),
  ).toBe('zero');
});
