/** Growth as drawn: laws meet the referee's optima far inside a regime, slopes their exponents, and no optimum passes the bound. */
import { describe, expect, test } from 'vitest';
import type { Growth, GrowthQuantity } from '../../src/figures/growth.ts';
import { growth } from '../../src/report/figures/growth.ts';

const FIRM = { gamma: -0.5 };

/** A curve at x, between its points on logarithmic axes. */
function at(points: readonly (readonly [number, number])[], x: number): number {
  const i = points.findIndex(([own]) => own >= x);
  const [high, low] = [points[i], points[Math.max(0, i - 1)]];
  if (!high || !low) return Number.NaN;
  const share = high[0] === low[0] ? 0 : Math.log(x / low[0]) / Math.log(high[0] / low[0]);
  return low[1] * (high[1] / low[1]) ** share;
}

const lawOf = ({ laws }: GrowthQuantity, regime: string): GrowthQuantity['laws'][number] => {
  const found = laws.find((law) => law.regime === regime);
  if (!found) throw new Error(`no law of ${regime}`);
  return found;
};

/** The worst distance of the referee from a law, of levels (as a factor) and of slopes, at x from low to high. */
function distance(
  one: GrowthQuantity,
  regime: string,
  low: number,
  high: number,
): { level: number; slope: number } {
  const law = lawOf(one, regime);
  const inside = ([x]: readonly [number, number]): boolean => x >= low && x <= high;
  const levels = one.optima.filter(inside).map(([x, value]) => Math.abs(Math.log(value / at(law.points, x))));
  const slopes = one.slopes.filter(inside).map(([, value]) => Math.abs(value - law.exponent.value));
  expect(levels.length).toBeGreaterThan(3);
  return { level: Math.exp(Math.max(...levels)), slope: Math.max(...slopes) };
}

describe('the baseline as E grows', { timeout: 240_000 }, () => {
  const made: Growth = growth('baseline', { set: FIRM });

  test("where inference dominates by far, levels and slopes are the law's", () => {
    for (const one of made.quantities) {
      const off = distance(one, 'inference-dominated', 1e14, 1e15);
      expect(off.level).toBeLessThan(1.1);
      expect(off.slope).toBeLessThan(0.06);
    }
  });

  test('where training dominates by far, likewise; the other law is far off there', () => {
    for (const one of made.quantities) {
      const off = distance(one, 'training-dominated', 1e20, 1e22);
      expect(off.level).toBeLessThan(1.6);
      expect(off.slope).toBeLessThan(0.05);
      expect(distance(one, 'inference-dominated', 1e20, 1e22).level).toBeGreaterThan(5);
    }
  });

  test('no optimum passes the bound of the paper, and the gap opens where training dominates', () => {
    for (const { optima, bound } of made.quantities) {
      const gaps = optima.map(([x, value]) => value / at(bound, x));
      for (const gap of gaps) expect(gap).toBeLessThan(1);
      expect(Math.max(...gaps)).toBeGreaterThan(0.9);
      expect(gaps.at(-1)).toBeLessThan(0.05);
    }
  });
});

test('where data bind, optima lie on the laws; no bound is drawn that was not derived for the model', () => {
  const made = growth('data-bound', { in: 'D', set: { ...FIRM, E: 1e19 } });
  for (const one of made.quantities) {
    expect(distance(one, 'data-bound', 1e11, 1e16).level).toBeLessThan(1 + 1e-5);
    expect(distance(one, 'data-bound', 1e11, 1e16).slope).toBeLessThan(1e-6);
    expect(one.bound).toEqual([]);
  }
}, 240_000);

test('wrong questions get one sentence', () => {
  expect(() => growth('baseline', { in: 'gamma' })).toThrow(/stands in exponents/);
  expect(() => growth('baseline', { in: 'D' })).toThrow(/has no D; ask for/);
  expect(() => growth('data-bound', { set: { D: 1e6 } })).toThrow(
    /^The firm stays out at every E from .*; set other values\.$/,
  );
});
