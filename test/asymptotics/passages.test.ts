/** Passages between regimes: two laws meet once, so one regime leads to the other and not back. */
import { expect, test } from 'vitest';
import { lawsOfModel } from '../../src/derive/laws.ts';
import { modelOf } from '../../src/economics/variants/registry.ts';
import { printText } from '../../src/kernel/print-text.ts';
import { byTier } from '../support/tier.ts';

test.each(byTier(['E'], ['E', 'omega']))(
  'hill-adoption in %s: none leads both ways, and none ends where it begins',
  (growing) => {
    const { cases } = lawsOfModel(modelOf('hill-adoption'), growing);
    for (const { regimes } of cases) {
      for (const { index, crossings, from, to } of regimes) {
        for (const { other, side } of crossings) {
          const back = regimes.find((one) => one.index === other)?.crossings ?? [];
          const turned = back.filter((crossing) => crossing.other === index && crossing.side === side);
          expect(turned).toEqual([]);
          expect(crossings.filter((one) => one.other === other)).toHaveLength(1);
        }
        if (from && to) expect(printText(from)).not.toBe(printText(to));
      }
    }
    expect(cases.length).toBeGreaterThan(5);
  },
);
