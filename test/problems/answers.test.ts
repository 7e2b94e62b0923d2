/** What the referee of problems says beside the optimum. */
import { describe, expect, test } from 'vitest';
import { problemFrom } from '../../src/economics/model-file/problem.ts';
import type { ProblemFile } from '../../src/economics/model-file/schema.ts';
import { optimiseProblem } from '../../src/numerics/program/optimise.ts';
import type { ProgramOptimum } from '../../src/numerics/program/outcome.ts';

const amount = (name: string) => ({ name, meaning: name, role: 'quantity' as const });

function optimum(file: ProblemFile, values: Readonly<Record<string, number>>): ProgramOptimum {
  const found = optimiseProblem(problemFrom(file), values);
  if (found.kind !== 'optimum') throw new Error(JSON.stringify(found));
  return found;
}

describe('two limits that bind', () => {
  /** By hand: x = X, y + z = K; y/z = 1/3, so y = K/4, and the worth of K is 4/K - c. */
  const limited: ProblemFile = {
    id: 'limited',
    kind: 'maximum',
    objective: {
      name: 'U',
      meaning: 'utility',
      parts: { utility: '9 + ln(x) + ln(y) + 3*ln(z)', cost: '-c*(x + y + z)' },
    },
    variables: ['x', 'y', 'z'].map((name) => ({ name, meaning: name })),
    symbols: [amount('c'), amount('X'), amount('K')],
    constraints: [
      {
        id: 'first',
        left: 'x',
        relation: '<=',
        right: 'X',
        multiplier: { name: 'mu', meaning: 'worth of X' },
      },
      {
        id: 'second',
        left: 'y + z',
        relation: '<=',
        right: 'K',
        multiplier: { name: 'nu', meaning: 'worth of K' },
      },
    ],
  };

  test('have the worths found by hand', () => {
    const { quantities, multipliers, binding, warnings } = optimum(limited, { c: 1, X: 0.5, K: 3 });
    expect(quantities).toMatchObject({ x: 0.5 });
    expect(quantities.y).toBeCloseTo(0.75, 9);
    expect(multipliers.mu).toBeCloseTo(1, 9);
    expect(multipliers.nu).toBeCloseTo(1 / 3, 9);
    expect(binding).toEqual(['first', 'second']);
    expect(warnings).toEqual([]);
  });

  test('the second of which is about to loosen: what is said of K holds on one side', () => {
    const { warnings, binding } = optimum(limited, { c: 1, X: 0.5, K: 4 * (1 - 1e-13) });
    expect(binding).toEqual(['first', 'second']);
    expect(warnings.join()).toContain('elasticities in K are one-sided');
    expect(warnings.join()).not.toContain('elasticities in X are one-sided');
  });

  test('the first of which is about to loosen: what is said of X holds on one side', () => {
    const { warnings } = optimum(limited, { c: 1, X: 1 - 1e-13, K: 3 });
    expect(warnings.join()).toContain('elasticities in X are one-sided');
    expect(warnings.join()).not.toContain('elasticities in K are one-sided');
  });
});

test('the smaller of two things is taken apart inside, and nothing of that is shown', () => {
  const found = optimum(
    {
      id: 'kinked',
      kind: 'maximum',
      objective: { name: 'U', meaning: 'utility', parts: { gain: '4*min(x, 2*y)^(1/2)', cost: '-p*x - y' } },
      variables: ['x', 'y'].map((name) => ({ name, meaning: name })),
      symbols: [amount('p')],
    },
    { p: 1 },
  );
  // By hand: x = 2y, 4 sqrt(x) - (p + 1/2) x, so sqrt(x) = 2/(p + 1/2).
  expect(found.quantities.x).toBeCloseTo((2 / 1.5) ** 2, 9);
  expect(found.quantities.y).toBeCloseTo((2 / 1.5) ** 2 / 2, 9);
  expect(found.elasticities['x/p']).toBeCloseTo(-2 / 1.5, 7);
  const shown = JSON.stringify(found);
  expect(shown).not.toContain('kink');
});
