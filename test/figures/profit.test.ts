/** Profit around the optimum: the derived profit is the referee's at its optimum, and nowhere larger. */
import { describe, expect, test } from 'vitest';
import { profitAround } from '../../src/report/figures/profit.ts';

describe('profit', { timeout: 120_000 }, () => {
  const { panels } = profitAround('baseline');
  const curves = panels.flatMap((panel) => panel.curves);

  test('the derived curve tops out at one, at the size of the numerical optimum', () => {
    expect(curves.length).toBe(15);
    for (const { points } of curves) {
      const [size, share] = points.reduce((most, point) => (point[1] > most[1] ? point : most));
      expect([size, share]).toEqual([1, 1]);
    }
  });

  test('the profitable window widens with the distance from break-even', () => {
    for (const { curves: own } of panels) {
      const lows = own.map(({ window }) => window[0]);
      expect([...lows].sort((p, q) => q - p)).toEqual(lows);
      expect(own[0]?.window[0]).toBeGreaterThan(0.8);
      expect(own[0]?.window[1]).toBeLessThan(1.2);
    }
  });
});

test('wrong questions get one sentence', () => {
  expect(() => profitAround('cournot')).toThrow(
    /^Profit in size alone is not derived for cournot; draw it for baseline\.$/,
  );
  expect(() => profitAround('baseline', { set: { gama: 1 } })).toThrow(/did you mean "gamma"\?/);
});
