/** Maps of every variant: where its laws name regimes the referee agrees with them, and where they name none the answer says so. */
import { describe, expect, test } from 'vitest';
import { VARIANT_IDS, VARIANTS, type VariantId } from '../../src/economics/variants/registry.ts';
import { OptimandError } from '../../src/kernel/issues.ts';
import { type RegimeMapOptions, regimeMap } from '../../src/report/figures/regime-map.ts';
import { isFull, sampled } from '../support/tier.ts';

/** The long run walks all of them; an equilibrium takes a hundred times as long as a maximum. */
const WALKED: readonly VariantId[] = isFull
  ? VARIANT_IDS
  : sampled<VariantId>(['baseline', 'ces-quality', 'data-cost', 'split-efficiency'], 1);

const COARSE = { lines: 5, optima: [5, 3] } as const;

function questionOn(id: VariantId): RegimeMapOptions {
  const names = VARIANTS[id].parameters.map(({ name }) => name);
  return {
    x: 'E',
    y: names.includes('delta') ? 'delta' : 'omega',
    set: names.includes('gamma') ? { gamma: -0.5 } : {},
    fineness: COARSE,
  };
}

describe.each(WALKED)('%s', (id) => {
  test('the referee is in the regime of the laws far from every boundary, or no law is claimed', () => {
    try {
      const { panels } = regimeMap(id, questionOn(id));
      for (const { agreement } of panels) {
        expect(agreement.factor).toBeLessThan(10);
        expect(agreement.beyond).toBeGreaterThan(agreement.compared / 2);
      }
    } catch (error) {
      if (!(error instanceof OptimandError)) throw error;
      if (error.issue.code === 'refused') return;
      expect(error.message).toMatch(
        /^The laws of .* name no regime on this map, where the firm does sell; see optimand laws /,
      );
    }
  }, 600_000);
});
