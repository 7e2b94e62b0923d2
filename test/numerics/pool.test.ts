import { describe, expect, it } from 'vitest';
import { VARIANTS, type VariantId } from '../../src/economics/variants/registry.ts';
import { BOX } from '../../src/numerics/box.ts';
import { drawBox, refereePool } from '../../src/numerics/pool.ts';
import { byTier } from '../support/tier.ts';

const SEED = 42;
const COUNT = byTier(60, 200, 3000);

describe(`the pool, seed ${SEED}`, () => {
  it('is the same for the same seed, and longer pools begin with shorter ones', () => {
    expect(drawBox(SEED, 20)).toEqual(drawBox(SEED, 40).slice(0, 20));
    expect(drawBox(SEED, 5)).not.toEqual(drawBox(SEED + 1, 5));
  });

  it('covers the box, and its corners of interest', () => {
    const draws = drawBox(SEED, 1000);
    for (const { values } of draws) {
      expect(1 + (values.alpha ?? 0) * (values.gamma ?? 0)).toBeGreaterThan(0);
      for (const name of ['E', 'alpha', 'omega', 'delta', 'D'] as const) {
        expect(values[name]).toBeGreaterThanOrEqual(BOX[name].low);
        expect(values[name]).toBeLessThanOrEqual(BOX[name].high);
      }
    }
    const share = (test: (values: Readonly<Record<string, number>>) => boolean): number =>
      draws.filter(({ values }) => test(values)).length / draws.length;
    expect(share(({ alpha, beta }) => alpha === beta)).toBeCloseTo(0.2, 1);
    for (const special of [0, -1, 1]) expect(share(({ gamma }) => gamma === special)).toBeGreaterThan(0.05);
    expect(share(({ gamma = 1 }) => gamma !== 0 && Math.abs(gamma) < 1e-3)).toBeGreaterThan(0.05);
  });

  it.each(['baseline', 'data-bound'] as const)(
    '%s: every draw is decided, and break-even draws rightly',
    (id: VariantId) => {
      const pool = refereePool(VARIANTS[id], SEED, COUNT, { elasticities: false });
      for (const { outcome, breakEvenFactor } of pool) {
        expect(['optimum', 'stay-out']).toContain(outcome.kind);
        if (outcome.kind === 'optimum') expect(outcome.residual).toBeLessThan(1e-11);
        if (breakEvenFactor !== null) expect(outcome.kind).toBe(breakEvenFactor > 1 ? 'optimum' : 'stay-out');
      }
      expect(pool.filter(({ breakEvenFactor }) => breakEvenFactor !== null).length).toBeGreaterThan(
        byTier(0.02, 0.1) * COUNT,
      );
    },
  );
});
