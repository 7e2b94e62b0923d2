/** How terms are written from their normal forms: what is collected, split and brought under one root, each row by hand. */
import { describe, expect, test } from 'vitest';
import { OptimandError } from '../../src/kernel/issues.ts';
import { tidy } from '../../src/kernel/normal/equal.ts';
import { normalise } from '../../src/kernel/normal/normalise.ts';
import { signOfNormal } from '../../src/kernel/normal/power.ts';
import { normalTerm } from '../../src/kernel/normal/to-term.ts';
import { printText } from '../../src/kernel/print-text.ts';
import { symbol } from '../../src/kernel/term.ts';
import { afresh, CONTEXT, given, read } from '../support/terms.ts';

describe('tidy', () => {
  test.each([
    ['2^p*3^p*u^p', '6^p*u^p'],
    ['2^p*3^s', '2^p*3^s'],
    ['2^p*x^p', '2^p*x^p'],
    ['2^(1/2)*3^(1/2)*u', 'u*6^(1/2)'],
    ['2^(1/2)*u^(1/2)*v', 'v*(2*u)^(1/2)'],
    ['u^(1/2)*v^(3/2)', '(u*v^3)^(1/2)'],
    ['u^(1/3)*v^(1/2)', 'u^(1/3)*v^(1/2)'],
    ['u^(p/s)*v^(1/s)', '(u^p*v)^(1/s)'],
    ['(u+v)^(2/3)*u^(1/3)', '(v/u + 1)^(2/3)*u'],
    ['(u+v)^(1/3)*u^(1/3)', '((v/u + 1)*u^2)^(1/3)'],
    ['(u+v)^(-1/3)*u^(2/3)', '(u/(v/u + 1))^(1/3)'],
    ['(u+v)^(2/3)', '(v/u + 1)^(2/3)*u^(2/3)'],
    ['u^(1/(p+1))*v^(p/(p+1))', '(u*v^p)^(1/(p + 1))'],
    ['u^(p/(p+1))', '(u^p)^(1/(p + 1))'],
    ['u^(p/2)*v^(1/2)', 'u^(1/2*p)*v^(1/2)'],
    ['exp(x/2)*u^(1/2)', 'exp(1/2*x)*u^(1/2)'],
    ['p/(s+1)', 'p/(s + 1)'],
    ['(p+1)/s', 'p/s + 1/s'],
    ['(p+2*s)/(2*s)', 'p/(2*s) + 1'],
    ['-p/s', '-p/s'],
    ['(p+1)/(s+1)*u', '(p + 1)*u/(s + 1)'],
    ['deformed_log(u, p-p)', 'ln(u)'],
    ['deformed_log(1, p)', '0'],
    ['deformed_log(u, s)', 'deformed_log(u, s)'],
    ['deformed_log(u, s-p)', 'deformed_log(u, -p + s)'],
    ['max(y,x)', 'max(x, y)'],
    ['min(v,u)', 'min(u, v)'],
    ['ln(u*lambert_w0(u))', '-lambert_w0(u) + 2*ln(u)'],
    ['ln(lambert_wm1(x)*x)', '-lambert_wm1(x) + ln(x^2)'],
    ['ln(lambert_w0(u)^2)', '-2*lambert_w0(u) + 2*ln(u)'],
    ['ln(lambert_w0(u+v))', 'ln(lambert_w0(u + v))'],
    ['ln(2*lambert_w0(u)/u)', '-lambert_w0(u) + ln(2)'],
    ['ln(max(u,v)*u)', 'ln(max(u, v)) + ln(u)'],
    ['ln(exp(x)*u)', 'ln(u) + x'],
    ['ln((u+v)*u)', 'ln(v/u + 1) + 2*ln(u)'],
    ['ln((p+1)*u)', 'ln(u) + ln(p + 1)'],
    ['ln(p*s*u)', 'ln(p*s*u)'],
    ['ln(u/(p+1))', 'ln(u) - ln(p + 1)'],
    ['ln((x*u)^3)', '3*ln(u) + 3*ln(x)'],
    ['ln(x*y*u)', 'ln(u*x*y)'],
    ['ln(-x)', 'ln(-x)'],
    ['exp(p*ln(u)+x)', 'exp(x)*u^p'],
    ['exp(ln(u)^2)', 'exp(ln(u)^2)'],
    ['exp(2*x)*exp(y)', 'exp(2*x)*exp(y)'],
    ['u^x', 'exp(ln(u)*x)'],
    ['(2*u+4*v)^p', '2^p*(2*v/u + 1)^p*u^p'],
    ['(-2*u-4*v)^3', '-8*u^3 - 48*u^2*v - 96*u*v^2 - 64*v^3'],
    ['((p+1)*u+(p+1)*v)^s', '(v/u + 1)^s*(p + 1)^s*u^s'],
    ['(-u-v)^(-1)', '1/(-v/u - 1)/u'],
    ['(y-x)^(1/2)', '(-x + y)^(1/2)'],
    ['(2*x-2*y)^(1/2)', '(2*(x - y))^(1/2)'],
    ['(u*x-u*y)^(1/2)', '((x - y)*u)^(1/2)'],
    ['(s*u+s*v)^(1/3)', '((s + s*v/u)*u)^(1/3)'],
    ['(8*x)^(1/3)', '2*x^(1/3)'],
    ['(u^2*x)^(1/2)', 'u*x^(1/2)'],
    ['(4*x*y)^(1/2)', '2*(x*y)^(1/2)'],
    ['((1+alpha*gamma)*u)^p', '(alpha*gamma + 1)^p*u^p'],
    ['((k-1)*(k+1)*u)^p', '(k - 1)^p*(k + 1)^p*u^p'],
    ['((k^2-1)*u)^(1/2)', '((k - 1)*(k + 1)*u)^(1/2)'],
    ['(1/(p*u))^(1/2)', '(p/u)^(1/2)/p'],
    ['(p^2*u)^(1/2)', 'p*u^(1/2)'],
    ['(10007*u)^(1/2)', '(10007*u)^(1/2)'],
    ['(20014*u)^(1/2)', '(20014*u)^(1/2)'],
    ['(100140049*u)^(1/2)', '10007*u^(1/2)'],
    ['(x^2)^p', '(x^2)^p'],
    ['(x^3)^(1/3)', 'x'],
    ['(u+1)^64 - u^64', '(1/u + 1)^64*u^64 - u^64'],
  ])('%s: %s', (text, written) => {
    expect(printText(tidy(read(text), afresh()))).toBe(written);
  });

  test.each([
    ['s > 0', '(s^2*u)^(1/2)', 's*u^(1/2)'],
    ['s < 0', '(s^2*u)^(1/2)', '-s*u^(1/2)'],
    ['s < 0', 'ln(-s*u)', 'ln(-s) + ln(u)'],
    ['s < 0', '(-s*u)^p', '(-s)^p*u^p'],
    ['s - p > 0', '((s - p)*(s + 2)*u)^(1/2)', '((-p + s)*(s + 2)*u)^(1/2)'],
    ['s - 1 > 0', '((s^2 - 1)*u)^p', '(s - 1)^p*(s + 1)^p*u^p'],
  ])('given %s, %s: %s', (fact, text, written) => {
    expect(printText(tidy(read(text), given(fact)))).toBe(written);
  });
});

test('one normal form is written as one term, which is found again', () => {
  const value = normalise(read('u + 2*v'), CONTEXT);
  expect(normalTerm(value)).toBe(normalTerm(value));
});

test('refusals say what, where and what would do', () => {
  const refusal = (ask: () => unknown): unknown => {
    try {
      return ask();
    } catch (error) {
      if (error instanceof OptimandError) return error.issue;
      throw error;
    }
  };
  expect(refusal(() => tidy(read('(-2*u)^p'), CONTEXT))).toEqual({
    code: 'refused',
    what: '-2 times something positive, a base not known to be positive, is raised to p',
    where: 'the normal form',
    would: 'assume its sign',
  });
  expect(refusal(() => tidy(read('ln(u - u)'), CONTEXT))).toEqual({
    code: 'refused',
    what: 'the logarithm of zero',
    where: 'the normal form',
    would: 'check the argument',
  });
  expect(refusal(() => normalise(symbol('nosuch'), CONTEXT))).toEqual({
    code: 'unknown-symbol',
    name: 'nosuch',
    known: [...CONTEXT.symbols.keys()],
    suggestion: null,
  });
  expect(normalise(read('(u - u)^p'), CONTEXT)).toEqual([]);
});

describe('signs of normal forms', () => {
  test.each([
    ['u^2*x^2', 'non-negative'],
    ['u*x', 'unknown'],
    ['x0^3', 'non-negative'],
    ['x0^(-1)', 'unknown'],
    ['x0^(-2)', 'unknown'],
    ['x0^2*u', 'non-negative'],
    ['lambert_wm1(x)^2', 'positive'],
    ['lambert_wm1(x)^3', 'negative'],
    ['lambert_wm1(x)^(-1)', 'negative'],
    ['lambert_wm1(x)^(-2)', 'positive'],
    ['x^(1/2)', 'non-negative'],
    ['x^(-1/2)', 'positive'],
    ['u^(1/2)', 'positive'],
    ['-exp(x)', 'negative'],
    ['exp(x)^3*2^s', 'positive'],
    ['1/(u + v)', 'positive'],
    ['1/(-u - v)', 'negative'],
    ['1/(x - y)', 'unknown'],
    ['1/(x - y)^2', 'unknown'],
    ['(p + 1)^s', 'positive'],
    ['(1 + alpha*gamma)^s*u', 'positive'],
    ['deformed_log(1 + u, s)', 'positive'],
    ['deformed_log(u, s)', 'unknown'],
    ['max(0, x)^3', 'non-negative'],
    ['min(0, x)^3', 'non-positive'],
    ['min(0, x)^2', 'non-negative'],
  ])('%s: %s', (text, sign) => {
    expect(signOfNormal(normalise(read(text), afresh()), CONTEXT)).toBe(sign);
  });
});
