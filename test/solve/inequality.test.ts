import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { evaluate } from '../../src/kernel/compile.ts';
import type { Context } from '../../src/kernel/facts.ts';
import { samplePoints } from '../../src/kernel/sample.ts';
import { add, fraction, multiply, power, subtract, symbolsOf, type Term } from '../../src/kernel/term.ts';
import { solveInequality } from '../../src/solve/inequality.ts';
import { posynomialFault } from '../../src/solve/posynomial.ts';
import { CONTEXT, given, read } from '../support/terms.ts';

/** At sampled points left < right holds exactly where the answer says. */
function agrees(left: Term, right: Term, unknown: string, context: Context): number {
  const outcome = solveInequality(left, right, unknown, context);
  if (outcome.kind !== 'solved') return 0;
  const names = [...new Set([unknown, ...symbolsOf(subtract(left, right)), ...symbolsOf(outcome.bound)])];
  const points = samplePoints(names, context, 8);
  for (const point of points) {
    const below = evaluate(left, point, double) < evaluate(right, point, double);
    const [x, bound] = [point[unknown] as number, evaluate(outcome.bound, point, double)];
    if (Math.abs(x - bound) > 1e-9 * Math.abs(bound))
      expect(outcome.relation === '<' ? x < bound : x > bound).toBe(below);
  }
  return points.length;
}

describe('inequalities between monomials', () => {
  test.each([
    ['a*n^alpha', 'b*d^beta', 'n'],
    ['a*n^alpha', 'b*d^beta', 'd'],
    ['2/E', 'alpha*omega/(a^gamma*n^(1+alpha*gamma))', 'n'],
    ['-u', '-2', 'u'],
    ['-3', '-u', 'u'],
    ['3*u', 'u + 5', 'u'],
    ['x', 'y', 'x'],
    ['-2*x', 'y', 'x'],
    ['u^(-p)', 'v', 'u'],
    ['-u^(-p)', '-v', 'u'],
    ['5', 'u*v', 'u'],
  ])('%s < %s for %s', (left, right, unknown) => {
    expect(agrees(read(left), read(right), unknown, CONTEXT)).toBeGreaterThan(0);
  });

  test('random ones, of every sign and direction', () => {
    const coefficient = fc.integer({ min: -6, max: 6 }).filter((c) => c !== 0);
    const exponent = fc.integer({ min: -5, max: 5 }).map((e) => fraction(e, 2));
    let solved = 0;
    fc.assert(
      fc.property(
        coefficient,
        exponent,
        coefficient,
        exponent,
        fc.constantFrom(0, 1, 2),
        (c, p, k, r, extra) => {
          const left = add(multiply(c, power('u', p)), multiply(extra, 'u'));
          const right = add(multiply(k, power('u', r)), multiply(extra, 'u'));
          solved += agrees(left, right, 'u', CONTEXT) > 0 ? 1 : 0;
        },
      ),
      { numRuns: 1000, seed: 20260514 },
    );
    expect(solved).toBeGreaterThan(250);
  });

  test.each([
    ['u', '-1', 'u', 'never true'],
    ['y*u', '1', 'u', 'the sign of y is open'],
    ['u^s', 'v', 'u', 'the sign of s is open'],
    ['u^2', 'u + 1', 'u', 'three powers'],
    ['x^2', '4', 'x', 'the sign of x is open'],
  ])('%s < %s for %s is left open: %s', (left, right, unknown) => {
    expect(solveInequality(read(left), read(right), unknown, CONTEXT)).toMatchObject({ kind: 'unsolved' });
  });

  test('what is not solved says why', () => {
    const left = (one: string, other: string) => solveInequality(read(one), read(other), 'u', CONTEXT);
    expect(left('-u', 'v')).toEqual({
      kind: 'unsolved',
      tried: ['both terms of the equation in u have the same sign, and u is positive'],
    });
    expect(left('u + u^2', 'v')).toEqual({
      kind: 'unsolved',
      tried: ['monomial: 3 different powers of u'],
    });
    expect(left('u^s', 'v')).toMatchObject({
      kind: 'unsolved',
      tried: [expect.stringMatching(/exponent s/)],
    });
    expect(left('x*u', 'y*u^(1/2)')).toMatchObject({
      kind: 'unsolved',
      tried: [expect.stringMatching(/sign|direction/)],
    });
  });

  test('one power alone has no direction', () => {
    expect(solveInequality(read('5*x'), read('0'), 'x', CONTEXT)).toEqual({
      kind: 'unsolved',
      tried: ['the direction of the inequality is not decided'],
    });
  });

  test('a fact decides the direction', () => {
    expect(agrees(read('u^s'), read('v'), 'u', given('s < 0'))).toBeGreaterThan(0);
    expect(agrees(read('y*u'), read('1'), 'u', given('y > 0'))).toBeGreaterThan(0);
  });
});

describe('posynomials', () => {
  test.each([
    ['u + v + 1/(u*v)', ['u', 'v'], null],
    ['a*u^alpha + v^2 + u*v', ['u', 'v'], null],
    ['u - v', ['u', 'v'], /not known to be positive/],
    ['u*v + (u*v)^2', ['u', 'v'], /span/],
    ['u^s + v', ['u', 'v'], /span/],
    ['a + b', ['u'], /span/],
    ['ln(1+u) + v', ['u', 'v'], /inside|positive/],
    ['min(x, y)*u + v + u', ['u', 'v'], /not known to be positive/],
  ] as const)('%s in %j', (text, variables, why) => {
    const fault = posynomialFault(read(text), variables, CONTEXT);
    if (why === null) expect(fault).toBeNull();
    else expect(fault).toMatch(why);
  });
});
