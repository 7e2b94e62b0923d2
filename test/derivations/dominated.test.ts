/** The laws of the dominated regimes as limits of the referee's optima, with the rate at which they are approached. */
import { describe, expect, it } from 'vitest';
import { dominatedRegimes } from '../../derivations/07-dominated-regimes.ts';
import { evaluator } from '../../src/claims/evaluate-result.ts';
import { type At, numbersAt } from '../../src/claims/pool.ts';
import { baseline } from '../../src/economics/variants/baseline.ts';
import { optimise } from '../../src/numerics/optimise.ts';
import { trainingOnly } from './hand.ts';
import { apart, baselineSamples, read } from './pools.ts';

const firm = { alpha: 0.34, beta: 0.28, gamma: 0, a: 0.004, b: 0.0016, omega: 1e-5, delta: 1e-21, E: 1e18 };

function best(values: typeof firm): At {
  const optimum = optimise(baseline, values, { elasticities: false });
  if (optimum.kind !== 'optimum') throw new Error(`no optimum: ${optimum.kind}`);
  return numbersAt(baseline, { values, optimum });
}

const law = (
  name: 'inference-only' | 'training-negative' | 'training-positive' | 'training-zero',
  p: At,
): number => evaluator(dominatedRegimes(), name)(p).right;

describe.each([-1, -0.5, 0, 0.5, 1, 2])('inference alone, gamma = %d', (gamma) => {
  const gaps = [1e-21, 1e-26, 1e-31].map((delta) => {
    const p = best({ ...firm, gamma, delta });
    return 1 - read(p, 'n') / law('inference-only', p);
  });
  it('is approached from below as delta falls, and in proportion to delta', () => {
    expect(gaps.every((gap) => gap > 0)).toBe(true);
    expect((gaps[1] ?? 0) / (gaps[2] ?? 1)).toBeCloseTo(1e5, -4);
  });
});

describe.each([
  [-1, 'training-negative'],
  [-0.5, 'training-negative'],
  [0.5, 'training-positive'],
  [1, 'training-positive'],
  [2, 'training-positive'],
] as const)('training alone, gamma = %d', (gamma, name) => {
  const ratios = [1e30, 1e60, 1e90].map((E) => {
    const p = best({ ...firm, gamma, E });
    return read(p, 'n') / law(name, p);
  });
  it('is approached as E grows, and as a power of E', () => {
    const [first, second, third] = ratios.map((ratio) => Math.abs(ratio - 1)) as [number, number, number];
    console.info(
      `gamma = ${gamma}: n/law ${ratios.map((r) => r.toPrecision(8)).join(', ')} at E = 1e30, 1e60, 1e90`,
    );
    expect(second).toBeLessThan(first * 0.1);
    expect(third).toBeLessThan(Math.max(second * 0.1, 1e-9));
  });
});

describe('training alone, gamma = 0', () => {
  it('is the Lambert form exactly where inference is free', () => {
    for (const { at } of baselineSamples(100)) {
      const p = trainingOnly({ ...at, gamma: 0 });
      expect(apart(read(p, 'n'), law('training-zero', p))).toBeLessThan(1e-9);
    }
  });
  it('is approached as E grows', () => {
    const gaps = [1e25, 1e35, 1e45].map((E) => {
      const p = best({ ...firm, E });
      return Math.abs(read(p, 'n') / law('training-zero', p) - 1);
    });
    expect(gaps[1]).toBeLessThan((gaps[0] ?? 0) * 0.1);
    expect(gaps[2]).toBeLessThan((gaps[1] ?? 0) * 0.1);
  });
  it('earns nothing exactly where A_0 = e^2/2', () => {
    const profit = (p: At): number =>
      evaluator(
        dominatedRegimes(),
        'training-only-profit',
      )({ ...p, n: law('training-zero', { ...p, n: 1 }), Pi: 0 }).right;
    const [k, alpha] = [1 + firm.alpha / firm.beta, firm.alpha];
    const kappa = 12 * firm.delta * k * (firm.a / firm.b) ** (1 / firm.beta);
    const E = (A: number): number => (A * k * kappa) / (alpha ** 2 * firm.omega ** 2 * firm.a ** (k / alpha));
    expect(profit({ ...firm, E: E((Math.E ** 2 / 2) * (1 + 1e-6)) })).toBeGreaterThan(0);
    expect(profit({ ...firm, E: E((Math.E ** 2 / 2) * (1 - 1e-6)) })).toBeLessThan(0);
  });
});
