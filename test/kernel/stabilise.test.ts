/** What is rewritten before a term is evaluated, and what is left as it stands; by hand. */
import { describe, expect, test } from 'vitest';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { evaluate } from '../../src/kernel/compile.ts';
import { printText } from '../../src/kernel/print-text.ts';
import { gapIn, isBroken, stabilise } from '../../src/kernel/stabilise.ts';
import { call, multiply, power, type Term } from '../../src/kernel/term.ts';
import { read } from '../support/terms.ts';

const rewritten = (text: string): string => printText(stabilise(read(text)));

describe('a difference u - u x^-g', () => {
  test.each([
    ['1 - q^gamma', '-gamma*deformed_log(q, -gamma)'],
    ['u - u*q^(-gamma)', 'u*gamma*deformed_log(q, gamma)'],
    ['2*u - 2*u*q^(-gamma)', '2*u*gamma*deformed_log(q, gamma)'],
    ['2*u*q^(-gamma) - 2*u', '-2*u*gamma*deformed_log(q, gamma)'],
    ['u*v - v*u*q^gamma', '-u*v*gamma*deformed_log(q, -gamma)'],
    ['u^(1/2) - u^(1/2)*v^p', '-u^(1/2)*p*deformed_log(v, -p)'],
    ['1 - q^(-(1 + gamma))', '(gamma + 1)*deformed_log(q, gamma + 1)'],
    ['1 - exp(-1)', 'deformed_log(exp(1), 1)'],
    ['1 - exp(x)', '-x*deformed_log(exp(1), -x)'],
    ['ln(1 - q^(-gamma))', 'ln(gamma*deformed_log(q, gamma))'],
    ['1 - q^gamma + u - u*exp(-x)', 'u*x*deformed_log(exp(1), x) - gamma*deformed_log(q, -gamma)'],
  ])('%s is %s', (before, after) => {
    expect(rewritten(before)).toBe(after);
  });

  test.each([
    ['1 - a^(-gamma)*n^(-alpha*gamma)', 'gamma*deformed_log(a*n^alpha, gamma)'],
    ['1 - a^(-2*gamma)*b^(-3*gamma*alpha)', 'gamma*deformed_log(a^2*b^(3*alpha), gamma)'],
    ['1 - a^(-gamma)*n^(-gamma/beta)', 'gamma*deformed_log(a*n^(1/beta), gamma)'],
  ])('of several powers with one letter in every exponent: %s is %s', (before, after) => {
    expect(rewritten(before)).toBe(after);
  });

  test.each([
    ['u + u*q^(-gamma)', 'its signs are alike'],
    ['2*u - 3*u*q^(-gamma)', 'its numbers differ'],
    ['u - v*q^(-gamma)', 'its factors differ'],
    ['u - v^2', 'the power is whole'],
    ['1 - u', 'there is no power'],
    ['u - u', 'there is no power'],
    ['1 - ln(u)', 'there is no power'],
    ['1 - x*q^(-gamma)', 'not every factor is a power'],
    ['1 - exp(x)*u^p', 'an exponential has another power beside it'],
    ['1 - exp(x)*exp(y)', 'an exponential has another beside it'],
    ['1 - a^(-gamma)*n^(-alpha)', 'no letter is in both exponents'],
    ['1 - a^gamma*n^(gamma + alpha)', 'no letter is a factor of both exponents'],
    ['1 - u^(1 + p)*v^(1 + p)', 'what the exponents share is no letter'],
    ['1 - u^(1/2)*v^(1/2)', 'what the exponents share is no letter'],
  ])('%s is left: %s', (text) => {
    const term = read(text);
    expect(stabilise(term)).toBe(term);
  });
});

describe('a deformed logarithm', () => {
  test.each([
    ['gamma*deformed_log(q, gamma)/gamma', 'deformed_log(q, gamma)'],
    ['(1 - q^(-2*gamma))/gamma', '2*deformed_log(q, 2*gamma)'],
    ['(1 - q^(-alpha*gamma))/(alpha*gamma)', 'deformed_log(q, alpha*gamma)'],
    ['(u - u*q^(-alpha*gamma))/(alpha*v)', 'u*gamma*deformed_log(q, alpha*gamma)/v'],
    ['(1 - q^(-gamma))*(1 - u^(-p))/(gamma*p)', 'deformed_log(q, gamma)*deformed_log(u, p)'],
  ])('is struck out of above and below: %s is %s', (before, after) => {
    expect(rewritten(before)).toBe(after);
  });

  test.each([
    'x*deformed_log(u, p)/p',
    'p*deformed_log(u, p)/s',
    'p*deformed_log(u, p)*v^(-2)',
    'p*deformed_log(u, 2)/p',
    'p*exp(x)/p',
  ])('%s has nothing to strike out', (text) => {
    const term = read(text);
    expect(stabilise(term)).toBe(term);
  });

  const partsOf = (...factors: readonly (string | Term)[]): string | null => {
    const found = gapIn(factors.map((one) => (typeof one === 'string' ? read(one) : one)));
    return found && [found.x, found.g, found.rest].map(printText).join('; ');
  };
  const LOG = 'deformed_log(q, gamma)';
  test.each<readonly [readonly string[], string | null]>([
    [['gamma', LOG], 'q; gamma; 1'],
    [['6', 'gamma', 'u', LOG], 'q; gamma; 6*u'],
    [['6', 'gamma', 'deformed_log(q, 2*gamma)'], 'q; 2*gamma; 3'],
    [['u', 'gamma', 'alpha', 'deformed_log(q, alpha*gamma)'], 'q; alpha*gamma; u'],
    [['p', LOG, 'deformed_log(u, p)'], 'u; p; deformed_log(q, gamma)'],
    [['u', LOG], null],
    [['alpha', 'deformed_log(q, alpha*gamma)'], null],
    [['u', 'deformed_log(q, 2)'], null],
    [['u', 'deformed_log(q, 0)'], null],
    [['u', 'v'], null],
    [['ln(q)', 'gamma'], null],
  ])('in %j with its shape beside it: %s', (factors, parts) => {
    expect(partsOf(...factors)).toBe(parts);
  });

  test('of which there are two is taken once, its shape with it', () => {
    const log = call('deformed_log', 'q', 'gamma');
    expect(partsOf('gamma', log, call('deformed_log', 'q', 'gamma'))).toBe(`q; gamma; ${LOG}`);
  });

  test('in the shape zero is the logarithm', () => {
    const term = multiply('u', call('deformed_log', 'v', 0));
    expect(evaluate(term, { u: 2, v: Math.E }, double)).toBe(2);
  });
});

describe('a power of a sum of powers', () => {
  test('has the largest summand taken out', () => {
    expect(rewritten('(u^p + v^(1/2))^2')).toBe(
      'exp(2*(max(p*ln(u), 1/2*ln(v)) + ln(exp(p*ln(u) - max(p*ln(u), 1/2*ln(v))) + exp(1/2*ln(v) - max(p*ln(u), 1/2*ln(v))))))',
    );
  });

  test.each(['(u^p + v)^s', '(u^2 + v^p)^s', '(u^p*v^s)^p', '(u^p + 1)^s'])(
    'unless a summand may be negative or is no power: %s',
    (text) => {
      const term = read(text);
      expect(stabilise(term)).toBe(term);
    },
  );

  test('a power has a positive base where its exponent is no whole number', () => {
    const cases: readonly (readonly [Term, boolean])[] = [
      [read('u^p'), true],
      [read('u^(1/2)'), true],
      [read('u^2'), false],
      [power('u', -1), false],
      [read('u'), false],
      [read('u + v^p'), false],
    ];
    expect(cases.map(([term]) => isBroken(term))).toEqual(cases.map(([, is]) => is));
  });
});
