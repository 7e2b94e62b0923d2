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

/** The terms of e^(1/u) up to one over u to the power. */
const exponential = (most: number): string =>
  Array.from({ length: most + 1 }, (_, k) => `u^(-${k})/${factorial(k)}`).join(' + ');
const factorial = (k: number): bigint => (k === 0 ? 1n : BigInt(k) * factorial(k - 1));

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
    ['exp(ln(u+1)*ln(u)/ln(u+2))/u', '1'],
    // The first two terms of e^(1/u), which are tried, leave nothing of it.
    ['1/(u^3*(exp(1/u) - 1 - 1/u - 1/(2*u^2)))', '6'],
    ['ln(ln(ln(u)))/ln(ln(u + 1))', '0'],
    ['1/(1 + p/ln(ln(ln(u))))', '1'],
    // Known by their digits: e = 2.718…
    ['(exp(1)-2)*u', 'infinity'],
    ['(exp(1)-3)*u', '-infinity'],
    ['u^(exp(1)-3)', '0'],
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
    ['(-u)^(1/2)', 'undecided: a power or a logarithm is not real near the point'],
    [`u^25*(exp(1/u) - (${exponential(20)}))`, 'undecided: the first 16 terms of an expansion cancel'],
  ])('%s is %s', (text, result) => {
    expect(found(text)).toBe(result);
  });

  it('says what the normal form refuses', () => {
    expect(found('u + (-2)^(1/2)')).toMatch(/^undecided: the normal form refuses: .*to 1\/2/);
    expect(found('1/(ln(u^2) - 2*ln(u))')).toMatch(
      /^undecided: the normal form refuses: .*zero to a power.*check the denominator/,
    );
  });

  it('knows nothing that is assumed of small values', () => {
    expect(found('((1-u)^2)^(1/2) - u', 'u', INFINITY, given('1 - u > 0'))).toBe('-1');
  });

  it('goes the other way, too', () => {
    const down: Place = { kind: 'minus-infinity' };
    expect(found('x', 'x', down)).toBe('-infinity');
    expect(found('x^2', 'x', down)).toBe('infinity');
    expect(found('(x+1)/(2*x)', 'x', down)).toBe('1/2');
    expect(found('(x^2)^(1/2)/x', 'x', down)).toBe('-1');
  });

  it('assumes ten facts about the parameters, and no more', () => {
    // Each of the coefficients is positive or not whatever the others are.
    const logarithms = (count: number): string =>
      Array.from({ length: count }, (_, k) => `ln((x + ${k + 1}*y)*u + 1)`).join(' + ');
    const ten = limitAt(read(`(${logarithms(10)})/ln(u)`), 'u', INFINITY, CONTEXT);
    expect(ten).toMatchObject({ kind: 'finite', value: read('10') });
    expect('provided' in ten && ten.provided.map(({ is }) => is)).toEqual(Array(10).fill('positive'));
    expect(found(`(${logarithms(11)})/ln(u)`)).toBe(
      'undecided: it rests on more than 10 facts about the parameters',
    );
  });

  it('decides an open exponent by what is assumed', () => {
    expect(found('u^s', 'u', INFINITY, given('s > 0'))).toBe('infinity');
    expect(found('u^s', 'u', INFINITY, given('s < 0'))).toBe('0');
  });

  it('states what a parameter must satisfy', () => {
    const provided = (text: string): string[] => {
      const answer = limitAt(read(text), 'u', INFINITY, CONTEXT);
      return 'provided' in answer
        ? answer.provided.map((fact) => `${printText(fact.term)} ${fact.is}: ${fact.because}`)
        : [];
    };
    expect(found('s*u')).toBe('infinite, with the sign of s');
    expect(provided('s*u')).toEqual(['s non-zero: it is the leading coefficient']);
    expect(found('u/(s*u+1)')).toBe('1/s');
    expect(provided('u/(s*u+1)')).toEqual(['s non-zero: it is a leading coefficient']);
    expect(found('ln(s*u+1)-ln(u)')).toBe('ln(s)');
    expect(provided('ln(s*u+1)-ln(u)')).toEqual(['s positive: the term is real near the point']);
    expect(provided('p*u')).toEqual([]);
    expect(provided('(exp(1)-2)*u')).toEqual([]);
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
    ['x/(x^2)^(1/2)', '0', 'both', 'none: 1 from above, -1 from below'],
    ['1/x + 1/(x^2)^(1/2)', '0', 'both', 'none: infinity from above, 0 from below'],
    ['1/x - 1/(x^2)^(1/2)', '0', 'both', 'none: 0 from above, -infinity from below'],
    ['s/x^2', '0', 'both', 'infinite, with the sign of s'],
    [
      's/x',
      '0',
      'both',
      'none: infinite, with the sign of s from above, infinite, with the sign of -s from below',
    ],
    // For no s is s x positive on both sides.
    ['x*ln(s*x)', '0', 'both', 'undecided: a power or a logarithm is not real near the point'],
    ['x*ln(s*x)', '0', 'above', '0'],
  ] as const)('%s at %s from %s: %s', (text, point, side, result) => {
    expect(found(text, text.includes('u') ? 'u' : 'x', at(point, side))).toBe(result);
  });

  it('state once what holds for both sides', () => {
    const answer = limitAt(read('x/ln(1 + s*x)'), 'x', at('0', 'both'), CONTEXT);
    expect(limitText(answer)).toBe('1/s');
    expect('provided' in answer && answer.provided.map(({ term, is }) => `${printText(term)} ${is}`)).toEqual(
      ['s non-zero'],
    );
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
