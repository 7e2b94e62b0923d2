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

describe('limits that bind alike', () => {
  const limit = (id: string, left: string, right: string, letter: string) => ({
    id,
    left,
    relation: '<=' as const,
    right,
    multiplier: { name: letter, meaning: `worth of ${right}` },
  });
  const capped = (...constraints: readonly ReturnType<typeof limit>[]): ProblemFile => ({
    id: 'capped',
    kind: 'maximum',
    objective: { name: 'U', meaning: 'utility', parts: { utility: 'p*ln(x) + ln(y)', cost: '-c*y' } },
    variables: ['x', 'y'].map((name) => ({ name, meaning: name })),
    symbols: ['p', 'c', 'K1', 'K2', 'K3'].map(amount),
    constraints: [...constraints],
  });
  const two = capped(limit('one', 'x', 'K1', 'mu'), limit('two', 'x', 'K2', 'nu'));
  const at = { p: 1, c: 0.5, K1: 2, K2: 2, K3: 9 };

  test('are told of together: not what each is worth, nor what moves one of them', () => {
    const { quantities, multipliers, binding, elasticities, warnings } = optimum(two, at);
    expect(quantities.x).toBeCloseTo(2, 12);
    expect(binding).toEqual(['one', 'two']);
    expect(multipliers).toEqual({});
    expect(warnings).toEqual([
      'one and two bind alike here: what each is worth alone is not told, for it is not determined',
      ...['K1', 'K2'].map(
        (name) => `elasticities in ${name} are not told: it moves one and two, which bind alike here, apart`,
      ),
    ]);
    expect(Object.keys(elasticities).filter((name) => /^mu|^nu|K1|K2/.test(name))).toEqual([]);
    expect(elasticities['y/c']).toBeCloseTo(-1, 9);
    expect(elasticities['x/p']).toBeCloseTo(0, 9);
  });

  test('are told apart where they differ, by however little', () => {
    const { multipliers, binding, elasticities, warnings } = optimum(two, { ...at, K2: 2.001 });
    expect(binding).toEqual(['one']);
    expect(multipliers.mu).toBeCloseTo(0.5, 9);
    expect(multipliers.nu).toBe(0);
    expect(elasticities['x/K1']).toBeCloseTo(1, 9);
    expect(elasticities['x/K2']).toBeCloseTo(0, 9);
    expect(warnings).toEqual([]);
  });

  test('may be three, of which the third is met where the others are, and one may stand aside', () => {
    const third = limit('third', 'x + y', 'K3', 'xi');
    const three = capped(limit('one', 'x', 'K1', 'mu'), limit('two', 'y', 'K2', 'nu'), third);
    const small = { ...at, K1: 1, K2: 1, K3: 2 };
    const tied = optimum(three, small);
    expect(tied.multipliers).toEqual({});
    expect(tied.warnings[0]).toMatch(/^one, two and third bind alike/);
    // A limit on y, which is worth 1/K2 - c, has no part in what two limits on x are worth.
    const aside = optimum(
      capped(limit('one', 'x', 'K1', 'mu'), limit('two', 'x', 'K2', 'nu'), limit('third', 'y', 'K3', 'xi')),
      { ...at, K3: 1 },
    );
    expect(Object.keys(aside.multipliers)).toEqual(['xi']);
    expect(aside.multipliers.xi).toBeCloseTo(0.5, 9);
    expect(aside.elasticities['y/K3']).toBeCloseTo(1, 9);
    expect(aside.elasticities['y/K1']).toBeUndefined();
    expect(aside.binding).toEqual(['one', 'two', 'third']);
  });
});

describe('the residual at a flat peak', () => {
  const flat = (loss: string): ProblemFile => ({
    id: 'flat',
    kind: 'maximum',
    objective: { name: 'U', meaning: 'utility', parts: { gain: 'c', loss } },
    variables: [{ name: 'x', meaning: 'x' }],
    symbols: [amount('c'), amount('b')],
  });

  test('is a share of the slopes nearby, for there are none at the peak', () => {
    for (const loss of ['-(x - b)^4', '-(x - b)^4 - (x - b)^6']) {
      const { quantities, residual } = optimum(flat(loss), { c: 1, b: 3 });
      expect(quantities.x).toBeCloseTo(3, 9);
      expect(residual).toBeLessThan(1e-20);
    }
  });

  test('is a share of the summands where these are of both signs', () => {
    const { residual } = optimum(flat('2*x^(1/2) - b*x'), { c: 1, b: 3 });
    expect(residual).toBeLessThan(1e-12);
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
