/** Where an optimum lies, by hand, and stocks that are cut until it lies where it should. */
import { describe, expect, test } from 'vitest';
import { firmsOf, liesAt } from '../../src/claims/statics-firms.ts';
import { observe } from '../../src/claims/statics-observe.ts';
import { type Setting, settingsOf } from '../../src/derive/statics/setting.ts';
import type { Limit } from '../../src/economics/block.ts';
import { modelOf } from '../../src/economics/variants/registry.ts';
import { subtract, symbol } from '../../src/kernel/term.ts';
import { drawBox, place } from '../../src/numerics/pool.ts';

const bound = modelOf('data-bound');
const [interior, limited] = settingsOf(bound) as [Setting, Setting];
const repeated = modelOf('repeated-data');
const [fresh, stale] = settingsOf(repeated) as [Setting, Setting];

describe('where an optimum lies', () => {
  const limit = (variable: Limit['variable']): Limit => ({ variable, bound: symbol('D') });
  /** An optimum at n = 6, d = 7, t = 8 and D = 9 at which these limits bind. */
  const at = (...limits: string[]) =>
    ({ values: { D: 9 }, optimum: { n: 6, d: 7, t: 8, active: { limits } } }) as unknown as Parameters<
      typeof liesAt
    >[1];
  /** The place at which these limits bind and each letter is greater than the number beside it. */
  const where = (binding: readonly Limit[], ...above: readonly (readonly [string, number])[]): Setting => ({
    ...interior,
    binding,
    context: {
      ...interior.context,
      facts: [
        ...bound.facts,
        ...above.map(([name, least]) => ({
          term: subtract(name, least),
          is: 'positive' as const,
          because: 'by hand',
        })),
      ],
    },
  });

  test('the limits of the place bind and no others', () => {
    expect(liesAt(where([]), at())).toBe(true);
    expect(liesAt(where([]), at('d'))).toBe(false);
    expect(liesAt(where([limit('d')]), at('d'))).toBe(true);
    expect(liesAt(where([limit('d')]), at('n'))).toBe(false);
    expect(liesAt(where([limit('d')]), at())).toBe(false);
    expect(liesAt(where([limit('d')]), at('n', 'd'))).toBe(false);
    expect(liesAt(where([limit('n'), limit('d')]), at('d', 'n'))).toBe(true);
    expect(liesAt(where([limit('n'), limit('d')]), at('d', 't'))).toBe(false);
  });

  test('every kink is on its piece, whatever the domains say', () => {
    expect(liesAt(where([], ['n', 5]), at())).toBe(true);
    expect(liesAt(where([], ['n', 6]), at())).toBe(false);
    expect(liesAt(where([], ['n', 5], ['d', 6], ['t', 7], ['D', 8]), at())).toBe(true);
    expect(liesAt(where([], ['n', 5], ['d', 6], ['t', 7], ['D', 10]), at())).toBe(false);
    expect(liesAt(where([], ['n', 10], ['d', 6]), at())).toBe(false);
    expect(liesAt(where([limit('d')], ['n', 5]), at())).toBe(false);
    // The facts of the model itself are not asked again: they hold by their domains.
    const own = { ...bound, facts: [{ term: symbol('missing'), is: 'positive' as const, because: '' }] };
    const bare = { ...interior, model: own, context: { ...interior.context, facts: own.facts } };
    expect(liesAt(bare, at())).toBe(true);
  });
});

/** What the referee finds where no stock is cut. */
const uncut = (setting: Setting, seed: number, draws: number) =>
  drawBox(seed, draws, setting.model.own.ranges).map((draw) =>
    observe(setting.model, place(setting.model, draw).values),
  );

describe('stocks', () => {
  test.each([
    ['data', limited, 'D'],
    ['fresh data', fresh, 'U'],
    ['data used more than once', stale, 'U'],
  ] as const)('of %s move to where the optimum should lie, and nothing else does', (_, setting, stock) => {
    const firms = firmsOf(setting, { seed: 3, draws: 5 });
    const as = uncut(setting, 3, 5);
    const found = firms.map((firm) => as.find((one) => one?.values.E === firm.values.E));
    expect(firms.every((firm) => liesAt(setting, firm))).toBe(true);
    expect(as.filter((one) => one && liesAt(setting, one)).length).toBeLessThan(firms.length);
    firms.forEach((firm, i) => {
      const drawn = found[i];
      const { [stock]: own, ...others } = firm.values;
      const { [stock]: before, ...same } = drawn?.values ?? {};
      expect(others).toEqual(same);
      if (own === before) return;
      // Half of what the firm would use, a fifth, or three times as much, the first at which it lies there.
      const cuts = [0.5, 0.2, 3].map((cut) => cut * (drawn?.optimum.d ?? 0));
      const first = cuts.find((cut) => {
        const again = observe(setting.model, { ...firm.values, [stock]: cut });
        return again && liesAt(setting, again);
      });
      expect(own).toBe(first);
    });
  });

  test('of which there are none leave the firms as they are drawn', () => {
    const [only] = settingsOf(modelOf('baseline')) as [Setting];
    const seen = uncut(only, 1, 20);
    const sold = seen.flatMap((one) => (one ? [one.values] : []));
    expect(firmsOf(only, { seed: 1, draws: 20 }).map(({ values }) => values)).toEqual(sold);
    expect(sold.length).toBeGreaterThan(10);
    expect(sold.length).toBeLessThan(20);
  });
});

test('firms are kept by place, seed and number', () => {
  const firms = firmsOf(interior, { seed: 3, draws: 2 });
  expect(firmsOf(interior, { seed: 3, draws: 2 })).toBe(firms);
  expect(firmsOf(interior, { seed: 4, draws: 2 })).not.toBe(firms);
  expect(firmsOf(interior, { seed: 3, draws: 1 })).not.toBe(firms);
  expect(firmsOf(limited, { seed: 3, draws: 2 })).not.toBe(firms);
});
