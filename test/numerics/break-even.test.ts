import { describe, expect, it } from 'vitest';
import type { Values } from '../../src/economics/parameters.ts';
import { VARIANTS } from '../../src/economics/variants/registry.ts';
import { breakEven } from '../../src/numerics/break-even.ts';
import { optimise } from '../../src/numerics/optimise.ts';
import { TYPICAL } from './reference.ts';

const { baseline } = VARIANTS;
const sells = (values: Values): boolean =>
  optimise(baseline, values, { elasticities: false }).kind === 'optimum';

/** The E at which selling starts, by bisecting the referee's yes and no. */
function bisect(values: Values): number {
  let [low, high] = [Math.log(1e6), Math.log(1e20)];
  while (high - low > 1e-13) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (sells({ ...values, E: Math.exp(middle) })) high = middle;
    else low = middle;
  }
  return Math.exp(high);
}

const cases = [-1, -0.5, 0, 1e-12, 0.3, 1, 2].map((gamma, i) => ({
  ...TYPICAL,
  gamma,
  beta: i % 3 === 0 ? TYPICAL.alpha : TYPICAL.beta,
}));

describe('break-even', () => {
  it.each(cases)('gamma $gamma, beta $beta: windows of 1e-6 and 1e-9 are found, and only above', (values) => {
    const E = bisect(values);
    for (const margin of [1e-6, 1e-9]) {
      expect(sells({ ...values, E: E * (1 + margin) })).toBe(true);
      expect(sells({ ...values, E: E * (1 - margin) })).toBe(false);
    }
    expect(Math.abs((breakEven(baseline, values) ?? 0) / E - 1)).toBeLessThan(1e-11);
  });

  it('is approached by the best margin', () => {
    const E = breakEven(baseline, TYPICAL) ?? Number.NaN;
    const below = optimise(baseline, { ...TYPICAL, E: E * 0.999 });
    if (below.kind !== 'stay-out') throw new Error(`not below break-even: ${below.kind}`);
    expect(below.bestMargin).toBeLessThan(-1e-5);
    expect(below.bestMargin).toBeGreaterThan(-1e-3);
  });

  it('does not exist where data never bring quality to the lowest threshold', () => {
    const D = 0.9 * TYPICAL.b ** (-1 / TYPICAL.beta);
    const values = { ...TYPICAL, D };
    expect(breakEven(VARIANTS['data-bound'], values)).toBeNull();
    expect(optimise(VARIANTS['data-bound'], values)).toMatchObject({
      kind: 'stay-out',
      reason: 'nothing-sells',
    });
  });

  it('is the same from wherever one starts', () => {
    const E = breakEven(baseline, TYPICAL) ?? Number.NaN;
    for (const start of [1e-20, 1e5, E, 1e18, 1e40])
      expect((breakEven(baseline, { ...TYPICAL, E: start }) ?? 0) / E).toBeCloseTo(1, 11);
  });

  it.each([
    ['omega', 1],
    ['delta', -1],
    ['b', 1],
  ] as const)('in %s: profit on one side of it alone', (name, better) => {
    const at = breakEven(baseline, TYPICAL, name) ?? Number.NaN;
    expect(sells({ ...TYPICAL, [name]: at * (1 + better * 1e-9) })).toBe(true);
    expect(sells({ ...TYPICAL, [name]: at * (1 - better * 1e-9) })).toBe(false);
  });

  describe('of several sellers', () => {
    const { cournot } = VARIANTS;
    const sellAt = (E: number, m: number): boolean =>
      optimise(cournot, { ...TYPICAL, E, m }, { elasticities: false }).kind === 'optimum';

    it('is one seller’s where there is one', () => {
      const alone = breakEven(baseline, TYPICAL) ?? Number.NaN;
      expect((breakEven(cournot, { ...TYPICAL, m: 1 }) ?? 0) / alone).toBeCloseTo(1, 11);
    });

    it.each([2, 5, 20])('of %i: each just breaks even there, and more are needed for each more', (m) => {
      const E = breakEven(cournot, { ...TYPICAL, m }) ?? Number.NaN;
      expect(sellAt(E * (1 + 1e-7), m)).toBe(true);
      expect(sellAt(E * (1 - 1e-7), m)).toBe(false);
      expect(E).toBeGreaterThan(breakEven(cournot, { ...TYPICAL, m: m - 1 }) ?? Number.NaN);
    });
  });
});
