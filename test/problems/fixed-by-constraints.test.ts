/** Constraints that fix what is chosen by themselves: the closed form is theirs, whatever is maximised. */
import { describe, expect, test } from 'vitest';
import { problemSolution } from '../../src/derive/problem/solution.ts';
import { problemFrom } from '../../src/economics/model-file/problem.ts';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { evaluate } from '../../src/kernel/compile.ts';
import { printText } from '../../src/kernel/print-text.ts';
import { symbolsOf } from '../../src/kernel/term.ts';
import { optimiseProblem } from '../../src/numerics/program/optimise.ts';

const amount = (name: string) => ({ name, meaning: name, role: 'quantity' as const });
const use = (id: string, left: string, right: string, letter: string) => ({
  id,
  left,
  relation: '<=' as const,
  right,
  multiplier: { name: letter, meaning: `worth of ${right}` },
});

/** x^a y^b within two linear limits: by hand x = (b2 K1 - b1 K2)/D, y = (a1 K2 - a2 K1)/D with D = a1 b2 - a2 b1. */
const problem = problemFrom({
  id: 'two-limits',
  kind: 'maximum',
  objective: { name: 'U', meaning: 'utility', parts: { gain: 'p*x^a*y^b' } },
  variables: ['x', 'y'].map((name) => ({ name, meaning: name })),
  symbols: [
    ...['p', 'a1', 'b1', 'a2', 'b2', 'K1', 'K2'].map(amount),
    ...['a', 'b'].map((name) => ({ name, meaning: name })),
  ],
  constraints: [use('one', 'a1*x + b1*y', 'K1', 'mu'), use('two', 'a2*x + b2*y', 'K2', 'nu')],
});
const both = problemSolution(problem).find(({ id }) => id === 'solution-one-two');

describe('two linear limits that bind', () => {
  test.each([
    ['D > 0', { a1: 1, b1: 1, a2: 1, b2: 2, K1: 3, K2: 4 }, 2, 1],
    ['D < 0', { a1: 1, b1: 2, a2: 1, b2: 1, K1: 4, K2: 3 }, 2, 1],
    ['other prices', { a1: 2, b1: 1, a2: 1, b2: 3, K1: 5, K2: 5 }, 2, 1],
  ])('fix both variables and both prices, %s', (_, limits, x, y) => {
    const values = { p: 1, a: 0.5, b: 0.4, ...limits };
    const found = optimiseProblem(problem, values);
    if (found.kind !== 'optimum') throw new Error(JSON.stringify(found));
    expect(found.binding).toEqual(['one', 'two']);
    const at = (name: string): number => {
      const result = both?.results[name];
      if (!result) throw new Error(`no ${name}`);
      return evaluate(result.relation.right, values, double);
    };
    expect(at('x')).toBeCloseTo(x, 12);
    expect(at('y')).toBeCloseTo(y, 12);
    for (const [name, value] of Object.entries({ ...found.quantities, ...found.multipliers }))
      expect(at(name)).toBeCloseTo(value, 9);
    // Where it is stated to hold, it does here.
    for (const { term, is } of both?.results.U?.domain ?? []) {
      const here = evaluate(term, { ...values, ...found.quantities, ...found.multipliers }, double);
      if (is === 'positive') expect(here).toBeGreaterThan(0);
      if (is === 'negative') expect(here).toBeLessThan(0);
      if (is === 'non-zero') expect(here).not.toBe(0);
      if (is === 'zero') expect(here).toBeCloseTo(0, 12);
    }
  });

  test('are supposed not to say the same, and to leave something of each', () => {
    const domain = both?.results.x?.domain ?? [];
    expect(domain.map(({ term, is }) => `${printText(term)} ${is}`)).toContain('b2 - a2*b1/a1 non-zero');
    const stated = domain.filter(
      ({ term, is }) => is === 'positive' && !symbolsOf(term).some((name) => /^(?:x|y|mu|nu)$/.test(name)),
    );
    const holdsAt = (K2: number): boolean =>
      stated.every(({ term }) => evaluate(term, { a1: 1, b1: 1, a2: 1, b2: 2, K1: 3, K2 }, double) > 0);
    // y = K2 - 3 and x = 6 - K2.
    expect([2.9, 3.1, 5.9, 6.1].map(holdsAt)).toEqual([false, true, true, false]);
  });
});
