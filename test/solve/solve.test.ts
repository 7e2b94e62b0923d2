import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { evaluate } from '../../src/kernel/compile.ts';
import { assuming } from '../../src/kernel/facts.ts';
import { equalTerms } from '../../src/kernel/normal/equal.ts';
import { samplePoints } from '../../src/kernel/sample.ts';
import { add, fraction, multiply, negate, power, symbolsOf, type Term } from '../../src/kernel/term.ts';
import { isPositiveUnknown } from '../../src/solve/powers-of.ts';
import { METHODS, solve } from '../../src/solve/solve.ts';
import { expectRoots } from '../support/solving.ts';
import { abbreviated, CONTEXT, given, read } from '../support/terms.ts';

/** One equation for every method, which it solves. */
const SOLVED: Readonly<
  Record<keyof typeof METHODS, readonly (readonly [equation: string, unknown: string, roots: number])[]>
> = {
  monomial: [
    ['a*n^alpha - b*d^beta', 'd', 1],
    ['omega*f - 2*delta*t - 2*n/E', 't', 1],
    ['u^p - 7', 'u', 1],
    ['3*u^(-2) - v', 'u', 1],
    ['u^(1+alpha*gamma) - omega*alpha*E/(2*a^gamma)', 'u', 1],
    ['-2*x + 3', 'x', 1],
    ['5*x', 'x', 1],
  ],
  logarithmic: [
    ['alpha*ln(a*u) - v', 'u', 1],
    ['3*ln(u) + 2', 'u', 1],
  ],
  quadratic: [
    ['u^2 - 3*u + 2', 'u', 2],
    ['u^2 + v*u - 2', 'u', 1],
    ['u^2 - v*u - 2', 'u', 1],
    ['u^2 + x*u - 2', 'u', 1],
    ['u^(-2) - 5*u^(-1) + 6', 'u', 2],
    ['-u^(2*p) + 5*u^p - 4', 'u', 2],
    ['u^3 - 7*u^2 + 12*u', 'u', 2],
    ['2/E + (24*delta*rho/E)^(1/2) - v', 'E', 1],
  ],
  lambert: [
    ['u^p - 3*v*ln(7*u)', 'u', 2],
    ['u^2 - 10*ln(u)', 'u', 2],
    ['u*v^2/E - ln(a*u^alpha)*omega', 'u', 2],
  ],
};

describe.each(Object.entries(METHODS))('%s', (name, method) => {
  test.each(SOLVED[name as keyof typeof METHODS])('%s for %s', (text, unknown, count) => {
    const outcome = method(read(text), unknown, CONTEXT);
    const roots = expectRoots(read(text), unknown, outcome, CONTEXT);
    expect(roots).toHaveLength(count);
    const names = name === 'monomial' ? ['monomial', 'linear'] : [name];
    expect(outcome.kind === 'solved' && names.includes(outcome.method)).toBe(true);
    expect(solve(read(text), unknown, CONTEXT)).toEqual(outcome);
  });

  test('what is no equation of its form, it leaves with a reason', () => {
    for (const text of ['exp(u) + u + ln(u)', 'u^p + u^s + u + 1', 'min(u, v) - 1', 'u - u']) {
      const outcome = method(read(text), 'u', CONTEXT);
      expect(outcome).toMatchObject({ kind: 'unsolved' });
      if (outcome.kind === 'unsolved') expect(outcome.tried.join('').length).toBeGreaterThan(10);
    }
  });
});

test('roots of one equation come in the order their branches say', () => {
  for (const [text, unknown] of [
    ['u^2 - 3*u + 2', 'u'],
    ['u^(-2) - 5*u^(-1) + 6', 'u'],
    ['u^2 - 10*ln(u)', 'u'],
  ] as const) {
    const outcome = solve(read(text), unknown, CONTEXT);
    if (outcome.kind !== 'solved') throw new Error('not solved');
    const values = outcome.roots.map(({ value, branch }) => [branch, evaluate(value, {}, double)] as const);
    expect(values.map(([branch]) => branch)).toEqual(['smaller', 'larger']);
    expect(values[0]?.[1]).toBeLessThan(values[1]?.[1] as number);
  }
});

test.each([
  ['u^p - 7', 'u'],
  ['3*ln(u) + 2', 'u'],
  ['u^2 + v*u - 2', 'u'],
  ['u^2 + x*u - 2', 'u'],
])('the root of %s is the only one', (text, unknown) => {
  const outcome = solve(read(text), unknown, CONTEXT);
  expect(outcome.kind === 'solved' && outcome.roots.map(({ branch }) => branch)).toEqual(['only']);
});

test('the positive root of a quadratic loses no digits where the coefficient between is positive and large', () => {
  const outcome = solve(read('u^2 + v*u - 2'), 'u', CONTEXT);
  const [root] = outcome.kind === 'solved' ? outcome.roots : [];
  expect(evaluate(root?.value as Term, { v: 1e9 }, double)).toBeCloseTo(2e-9, 20);
});

describe('none, and why', () => {
  test.each([
    ['u + v', 'u', /same sign/],
    ['u^2 + u + 1', 'u', /positive/],
    ['3*u^p', 'u', /not zero/],
    ['v + 1', 'u', /not zero/],
    ['u^2 + 4', 'u', /same sign/],
  ])('%s for %s', (text, unknown, why) => {
    const outcome = solve(read(text), unknown, CONTEXT);
    expect(outcome.kind).toBe('none');
    if (outcome.kind === 'none') expect(outcome.why).toMatch(why);
  });
});

describe('left open, because a root might be lost or false', () => {
  test.each([
    ['x^2 - 4', 'x', 'the root -2 is as good'],
    ['x^2 - u*x', 'x', 'the root 0 would be lost'],
    ['x^3 - 7*x + 6', 'x', 'three powers, one root negative'],
    ['x^2 - 3*x + 2', 'x', 'its sign is not known'],
    ['y*u', 'u', 'y may be zero'],
    ['y', 'u', 'y may be zero'],
    ['y*u - 1', 'u', 'y may be zero'],
    ['(alpha-beta)*u', 'u', 'alpha may equal beta'],
    ['(alpha-beta)*u - v', 'u', 'alpha may equal beta'],
    ['u^s - v', 'u', 's may be zero'],
    ['u^2 - y', 'u', 'y may be negative'],
    ['u^(-2) - 3*ln(7*u)', 'u', 'the power falls'],
    ['u^s - 3*ln(7*u)', 'u', 'the power may fall'],
    ['u^2 - v*u + x', 'u', 'x may be negative, and then there is one root'],
    ['u^(2*s) - 3*u^s + 2', 'u', 's may be zero, and where it is negative the roots change places'],
    ['u*(1 + u)^(1/2) - v', 'u', 'u hides in a sum under a power'],
    ['u*ln(1 + u) - v', 'u', 'u hides in a function'],
    ['u*exp(u) - v', 'u', 'u hides in an exponential'],
    ['x*u^2 - 3*u + 2', 'u', 'the sign of the first coefficient is open'],
    ['u^2 + v*u + x', 'u', 'x may be negative, and then there is a root'],
    ['u^2 + y*u + v', 'u', 'y may be negative, and then there may be two'],
    ['ln(x) - 1', 'y', 'y does not occur, and ln(x) may be 1'],
  ])('%s for %s: %s', (text, unknown) => {
    expect(solve(read(text), unknown, CONTEXT)).toMatchObject({ kind: 'unsolved' });
  });

  test('facts close them', () => {
    expect(
      expectRoots(read('u^s - v'), 'u', solve(read('u^s - v'), 'u', given('s != 0')), given('s != 0')),
    ).toHaveLength(1);
    expect(
      expectRoots(read('y*u - 1'), 'u', solve(read('y*u - 1'), 'u', given('y > 0')), given('y > 0')),
    ).toHaveLength(1);
    expect(solve(read('y*u + 1'), 'u', given('y > 0'))).toMatchObject({ kind: 'none' });
  });
});

test('a root found under a condition says so', () => {
  const outcome = solve(read('u*v - y'), 'u', CONTEXT);
  const [root] = expectRoots(read('u*v - y'), 'u', outcome, CONTEXT);
  expect(root?.conditions).toMatchObject([{ is: 'positive' }]);
  for (const point of samplePoints(['v', 'y'], assuming(CONTEXT, ...(root?.conditions ?? [])), 20)) {
    expect(evaluate(root?.value as Term, point, double)).toBeGreaterThan(0);
  }
});

test('abbreviations that hide the unknown are opened', () => {
  const context = abbreviated('u^2');
  const outcome = solve(add('M', negate(multiply(3, 'u'))), 'u', context);
  if (outcome.kind !== 'solved') throw new Error('not solved');
  expect(outcome.roots.map(({ value }) => equalTerms(value, read('3'), context))).toEqual(['zero']);
});

test('random monomial and quadratic equations with known roots', () => {
  const part = fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
    .map(([n, d]) => fraction(n, d));
  const exponent = fc
    .integer({ min: -5, max: 5 })
    .filter((e) => e !== 0)
    .chain((n) => fc.integer({ min: 1, max: 5 }).map((d) => fraction(n, d)));
  fc.assert(
    fc.property(part, part, exponent, part, (c, r, e, shift) => {
      // c u^shift (u^e - r^e) vanishes at u = r alone.
      const equation = multiply(c, power('u', shift), add(power('u', e), negate(power(r, e))));
      const outcome = solve(equation, 'u', CONTEXT);
      if (outcome.kind !== 'solved') throw new Error(JSON.stringify(outcome));
      expect(outcome.roots).toHaveLength(1);
      const [{ value }] = outcome.roots;
      expect(symbolsOf(value)).toEqual([]);
      expect(evaluate(value, {}, double)).toBeCloseTo(evaluate(r, {}, double), 9);
    }),
    { numRuns: 1000, seed: 20260514 },
  );
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: -12, max: 12 }),
      fc.integer({ min: 1, max: 4 }),
      (r, s, k) => {
        if (s === 0) return;
        const x = power('u', fraction(1, k));
        const outcome = solve(add(power(x, 2), multiply(-(r + s), x), r * s), 'u', CONTEXT);
        if (outcome.kind !== 'solved') throw new Error(JSON.stringify(outcome));
        const expected = [r, s]
          .filter((root) => root > 0)
          .map((root) => root ** k)
          .sort((a, b) => a - b);
        const found = outcome.roots.map(({ value }) => evaluate(value, {}, double));
        for (const value of found) {
          expect(expected.some((root) => Math.abs(value - root) <= 1e-6 * root)).toBe(true);
        }
        expect(found.length).toBe(r + s === 0 || s < 0 ? 1 : 2);
      },
    ),
    { numRuns: 1000, seed: 20260514 },
  );
});

test('a letter of which nothing is known is solved for as one of any sign', () => {
  expect(solve(read('2*x - 3*y'), 'nosuch', CONTEXT).kind).toBe('unsolved');
  expect(isPositiveUnknown('nosuch', CONTEXT)).toBe(false);
});

test('of a letter that may be negative no root of a quadratic is told, and the letter is named', () => {
  expect(METHODS.quadratic(read('x^2 - 3*x + 2'), 'x', CONTEXT)).toEqual({
    kind: 'unsolved',
    tried: ['quadratic: x is not known to be positive'],
  });
});

test('a linear equation needs a coefficient that is not zero, and no sign of it', () => {
  const equation = read('x*u - v');
  expect(solve(equation, 'u', CONTEXT).kind).toBe('unsolved');
  const context = assuming(CONTEXT, { term: read('x'), is: 'non-zero', because: 'test' });
  const outcome = solve(equation, 'u', context);
  if (outcome.kind !== 'solved') throw new Error(JSON.stringify(outcome));
  const [root, more] = outcome.roots;
  expect(more).toBeUndefined();
  expect(equalTerms(root.value, read('v/x'), context)).toBe('zero');
  // u is positive, which it is where v/x is.
  expect(root.conditions.map(({ term, is }) => [equalTerms(term, read('v/x'), context), is])).toEqual([
    ['zero', 'positive'],
  ]);
});
