import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalArithmetic } from '../../src/kernel/arithmetic/decimal.ts';
import { evaluate } from '../../src/kernel/compile.ts';
import { limit } from '../../src/kernel/limit.ts';
import { limitAt, type Place } from '../../src/kernel/limits/index.ts';
import { equalTerms } from '../../src/kernel/normal/equal.ts';
import { printText } from '../../src/kernel/print-text.ts';
import {
  add,
  divide,
  fraction,
  ln,
  multiply,
  power,
  subtract,
  symbol,
  type Term,
} from '../../src/kernel/term.ts';
import { CONTEXT, given, read } from '../support/terms.ts';
import { byTier } from '../support/tier.ts';
import { limitText } from './judge.ts';

const INFINITY: Place = { kind: 'infinity' };
const found = (text: string, x = 'u', place: Place = INFINITY, context = CONTEXT): string =>
  limitText(limitAt(read(text), x, place, context));
const at = (text: string, side: 'above' | 'below' | 'both'): Place => ({
  kind: 'point',
  at: read(text),
  side,
});

describe('limits at infinity', () => {
  it.each([
    ['u*(ln(u+1)-ln(u))', '1'],
    ['(1+1/u)^u', 'exp(1)'],
    ['((1+p/u)^u-exp(p))*u', '-1/2*p^2*exp(p)'],
    ['(u+1)^p/((u+1)^(p+1)-u^(p+1))', '1/(p + 1)'],
    ['ln(ln(u)^2+u^p)/ln(u)', 'p'],
    ['ln(u)^s/u^p', '0'],
    ['deformed_log(u, p)', '1/p'],
    ['u^p/ln(u)^3', 'infinity'],
    ['ln(ln(u))-ln(u)', '-infinity'],
    ['(u^2+u)^(1/2)-u', '1/2'],
    ['exp(p*ln(u)+1/u)/u^p', '1'],
    ['exp(ln(u)/ln(ln(u)))/u', '0'],
  ])('%s tends to %s', (text, result) => {
    expect(found(text)).toBe(result);
  });

  it.each([
    ['exp(u)', 'undecided: an exponential has an unbounded argument'],
    ['u^u', 'undecided: an exponential has an unbounded argument'],
    ['ln(u)^ln(u)', 'undecided: an exponential outgrows every power'],
    ['u^s', 'undecided: the sign of -s is open'],
    ['min(u, 1)', 'undecided: min has no expansion here'],
    ['(ln(2)-ln(u))^(1/2)', 'undecided: a power or a logarithm is not real near the point'],
  ])('%s is %s', (text, result) => {
    expect(found(text)).toBe(result);
  });

  it('decides an open exponent by what is assumed', () => {
    expect(found('u^s', 'u', INFINITY, given('s > 0'))).toBe('infinity');
    expect(found('u^s', 'u', INFINITY, given('s < 0'))).toBe('0');
  });

  it('states what a parameter must satisfy', () => {
    const provided = (text: string): string[] => {
      const answer = limitAt(read(text), 'u', INFINITY, CONTEXT);
      return 'provided' in answer ? answer.provided.map((fact) => `${printText(fact.term)} ${fact.is}`) : [];
    };
    expect(found('s*u')).toBe('infinite, with the sign of s');
    expect(provided('s*u')).toEqual(['s non-zero']);
    expect(found('u/(s*u+1)')).toBe('1/s');
    expect(provided('u/(s*u+1)')).toEqual(['s non-zero']);
    expect(found('ln(s*u+1)-ln(u)')).toBe('ln(s)');
    expect(provided('ln(s*u+1)-ln(u)')).toEqual(['s positive']);
    expect(provided('p*u')).toEqual([]);
  });
});

describe('limits at a point', () => {
  it.each([
    ['u*ln(u)', '0', 'above', '0'],
    ['u^u', '0', 'above', '1'],
    ['u*ln(u)', '0', 'both', 'undecided: a power or a logarithm is not real near the point'],
    ['1/x', '0', 'both', 'none: infinity from above, -infinity from below'],
    ['1/x^2', '0', 'both', 'infinity'],
    ['(x^p-1)/(x-1)', '1', 'both', 'p'],
    ['ln(1+s*x)/x', '0', 'both', 's'],
  ] as const)('%s at %s from %s: %s', (text, point, side, result) => {
    expect(found(text, text.includes('u') ? 'u' : 'x', at(point, side))).toBe(result);
  });

  it('are what the limit in a shape parameter falls back on', () => {
    const value = read(
      '(q^gamma - 1 - gamma*ln(q) - gamma^2*ln(q)^2/2 - gamma^3*ln(q)^3/6 - gamma^4*ln(q)^4/24)/gamma^5',
    );
    expect(equalTerms(limit(value, 'gamma', 0, CONTEXT), read('ln(q)^5/120'), CONTEXT)).toBe('zero');
  });
});

const precise = decimalArithmetic(240);
const LARGE = [15, 30].map((digits) => precise.power(precise.fromNumber(10), precise.fromNumber(digits)));

/** Terms in u that have an order at infinity: powers, logarithms of sums, roots, differences, quotients. */
const germs: fc.Arbitrary<Term> = fc.letrec<{ germ: Term }>((tie) => {
  const u = symbol('u');
  const exponent = fc
    .constantFrom(-2, -1, 1, 2)
    .chain((p) => fc.constantFrom(1, 2, 3).map((q) => fraction(p, q)));
  const simple = fc.oneof(
    exponent.map((e) => power(u, e)),
    exponent.map((e) => power(add(u, 1), e)),
    fc.constantFrom(1, 2, 3).map((k) => ln(add(u, k))),
    fc.constant(power(add(1, divide(1, u)), u)),
  );
  return {
    germ: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      simple,
      fc.tuple(tie('germ'), tie('germ')).map(([x, y]) => subtract(x, y)),
      fc.tuple(tie('germ'), tie('germ')).map(([x, y]) => multiply(x, y)),
      fc.tuple(tie('germ'), tie('germ')).map(([x, y]) => add(x, multiply(2, y))),
    ),
  };
}).germ;

const RUNS = byTier(60, 200);
it('values at large points are on their way to what the engine says', () => {
  let decided = 0;
  fc.assert(
    fc.property(germs, (germ) => {
      const answer = limitAt(germ, 'u', INFINITY, CONTEXT);
      if (answer.kind === 'undecided') return;
      decided++;
      const [near = 0, far = 0] = LARGE.map((u) => precise.toNumber(evaluate(germ, { u }, precise)));
      if (answer.kind === 'infinite') expect(Math.sign(far)).toBe(answer.sign);
      if (answer.kind === 'infinite') expect(Math.abs(far)).toBeGreaterThan(1.5 * Math.abs(near));
      if (answer.kind !== 'finite') return;
      const limit = precise.toNumber(evaluate(answer.value, {}, precise));
      expect(Math.abs(far - limit)).toBeLessThanOrEqual(0.8 * Math.abs(near - limit) + 1e-12);
    }),
    { numRuns: RUNS, seed: 20260514 },
  );
  expect(decided).toBeGreaterThan(0.9 * RUNS);
});
