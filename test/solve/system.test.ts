import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { evaluate } from '../../src/kernel/compile.ts';
import { equalTerms } from '../../src/kernel/normal/equal.ts';
import { add, fraction, multiply, negate, power, substitute, type Term } from '../../src/kernel/term.ts';
import { solveSystem } from '../../src/solve/system.ts';
import { CONTEXT, given, read } from '../support/terms.ts';

describe('systems of monomial equations', () => {
  test('compute-optimal: the ray and the budget', () => {
    const equations = [read('alpha*A*n^(-alpha) - beta*B*d^(-beta)'), read('6*n*d - C')];
    const outcome = solveSystem(equations, ['n', 'd'], CONTEXT);
    if (outcome.kind !== 'solved') throw new Error(JSON.stringify(outcome));
    for (const equation of equations)
      expect(equalTerms(substitute(equation, outcome.values), read('0'), CONTEXT)).toBe('zero');
    expect(outcome.conditions).toEqual([]);
  });

  test('random systems: every value put back gives zero', () => {
    const exponent = fc.integer({ min: -4, max: 4 });
    fc.assert(
      fc.property(
        exponent,
        exponent,
        exponent,
        exponent,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (p, q, r, s, c, k) => {
          const product = (x: number, y: number) =>
            multiply(power('u', fraction(x, 1)), power('v', fraction(y, 1)));
          const equations = [add(product(p, q), -c), add(product(r, s), -k)];
          const outcome = solveSystem(equations, ['u', 'v'], CONTEXT);
          if (outcome.kind === 'solved') {
            for (const equation of equations)
              expect(Math.abs(evaluate(substitute(equation, outcome.values), {}, double))).toBeLessThan(1e-6);
          } else expect(p * s - q * r === 0).toBe(true);
        },
      ),
      { numRuns: 1000, seed: 20260514 },
    );
  });

  test('an equation too many: repeated, contradicted, or not known to be either', () => {
    const [one, two] = [read('u - 2'), read('v - 3')];
    const repeated = solveSystem([one, two, read('u*v - 6')], ['u', 'v'], CONTEXT);
    expect(repeated.kind).toBe('solved');
    expect(solveSystem([one, two, read('u*v - 7')], ['u', 'v'], CONTEXT)).toMatchObject({ kind: 'none' });
    expect(solveSystem([one, two, read('u*v - q')], ['u', 'v'], CONTEXT)).toEqual({
      kind: 'unsolved',
      tried: ['more equations than unknowns, and it is not known whether they contradict each other'],
    });
  });

  test.each([
    [['u - v', 'u - 2*v + 1'], ['u', 'v'], 'three terms'],
    [['u*v - 2'], ['u', 'v'], 'one equation for two unknowns'],
    [['u + v'], ['u'], 'no positive solution'],
    [['u - y'], ['u'], 'y may be negative'],
    [['x - 2'], ['x'], 'x may be anything'],
    [['ln(u) - v'], ['u', 'v'], 'not a product of powers'],
  ])('%j for %j is left open: %s', (texts, unknowns) => {
    expect(solveSystem(texts.map(read), unknowns, CONTEXT)).toMatchObject({ kind: 'unsolved' });
  });

  test('an exponent that cannot vanish is divided by before one that may', () => {
    const outcome = solveSystem([read('u^s*v - 2'), read('u*v - 3')], ['u', 'v'], CONTEXT);
    expect(outcome).toMatchObject({ kind: 'solved', conditions: [{ is: 'non-zero' }] });
    if (outcome.kind !== 'solved') return;
    const at = { s: 0 };
    expect(evaluate(outcome.values.v as Term, at, double)).toBeCloseTo(2, 12);
    expect(evaluate(outcome.values.u as Term, at, double)).toBeCloseTo(1.5, 12);
  });

  test.each([
    [['u - 2*v + 1', 'u - v'], /^an equation of the system has not exactly two terms$/],
    [['u*(x - x)^(-1) - v', 'u - v'], /zero to a power/],
    [['u - 2', 'u - 2'], /^no equation determines v$/],
  ] as const)('%j is left open, and why is said', (texts, why) => {
    const outcome = solveSystem(texts.map(read), ['u', 'v'], CONTEXT);
    expect(outcome.kind === 'unsolved' ? outcome.tried : outcome).toEqual([expect.stringMatching(why)]);
  });

  test('a pivot that may vanish is a condition', () => {
    const equations = [read('u^s - 2')];
    expect(solveSystem(equations, ['u'], CONTEXT)).toMatchObject({
      kind: 'solved',
      conditions: [{ is: 'non-zero' }],
    });
    expect(solveSystem(equations, ['u'], given('s > 0'))).toMatchObject({ kind: 'solved', conditions: [] });
    expect(negate(read('u')).kind).toBe('product');
  });
});
