/** Where each regime holds at given values: one after the other, each ending where the next begins. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lawsOfModel } from '../../src/derive/laws.ts';
import { modelOf } from '../../src/economics/variants/registry.ts';
import { optimise } from '../../src/numerics/optimise.ts';
import { byTier } from '../support/tier.ts';
import { BASE, numberOf, placedAt } from './support.ts';

/** Told as curves: stay-out ends and break-even begins at one value, in a window of their own. */
const ENTRY = ['stay-out', 'break-even'];

const firm = fc.record({
  alpha: fc.double({ min: 0.2, max: 0.7, noNaN: true }),
  beta: fc.double({ min: 0.2, max: 0.7, noNaN: true }),
  gamma: fc.double({ min: -1.3, max: 0.6, noNaN: true }),
  delta: fc.integer({ min: -34, max: -8 }).map((power) => 10 ** power),
  // Ample: with less, quality never exceeds one and nothing is sold.
  D: fc.integer({ min: 24, max: 34 }).map((power) => 10 ** power),
});

test.each(byTier(['baseline'], ['baseline', 'data-bound'] as const))('%s', (id) => {
  const laws = lawsOfModel(modelOf(id), 'E');
  for (const { assumed, regimes } of laws.cases) {
    const reasons = [...assumed, ...regimes.flatMap(({ condition }) => condition)].map(
      ({ because }) => because,
    );
    expect(reasons.filter((because) => !/^\S.*\S$/.test(because))).toEqual([]);
    for (const { bounds } of regimes) for (const { source } of bounds) expect(source).not.toBe('');
    for (const { curve, name } of regimes) if (curve) expect(name).toBe('break-even');
  }
  let passages = 0;
  fc.assert(
    fc.property(firm, (values) => {
      const placed = placedAt(laws, { ...BASE, ...values });
      const own = placed.filter(({ regime }) => !ENTRY.includes(regime.name));
      expect(own.length).toBeGreaterThan(0);
      expect(own.at(-1)?.to).toBe(Number.POSITIVE_INFINITY);
      for (const { from, to } of placed) expect(from).toBeLessThan(to);
      // Where nothing comes before, a regime begins where the last of what it leaves out becomes the smaller.
      const [first] = own;
      const starts = (first?.regime.bounds ?? [])
        .filter(({ side, at }) => side === 'lower' && at)
        .map(({ at }) => numberOf(at, { ...BASE, ...values }))
        // Two laws that never meet.
        .filter((at) => !Number.isNaN(at));
      expect(Math.max(0, ...starts) / (first?.from ?? Number.NaN)).toBeCloseTo(1, 9);
      for (const [i, { regime, to }] of own.slice(0, -1).entries()) {
        const next = own[i + 1];
        passages++;
        expect(
          Math.abs(to / (next?.from ?? Number.NaN) - 1),
          `${regime.name}, ${next?.regime.name}`,
        ).toBeLessThan(1e-9);
        // What is left out on one side of a passage is what is kept on the other.
        expect(regime.name).not.toBe(next?.regime.name);
      }
    }),
    { numRuns: byTier(300, 2000), seed: 20260514 },
  );
  expect(passages).toBeGreaterThan(100);
});

test('at break-even of several sellers no slope of profit is claimed: what one gets is not moved by the parameter alone', () => {
  const model = modelOf('cournot');
  // Break-even has a closed form for alpha = beta m.
  const firm = { alpha: 0.5, beta: 0.25, gamma: -0.5, a: 0.0005, b: 0.002, omega: 1e-5, delta: 1e-21, m: 2 };
  const near = placedAt(lawsOfModel(model, 'E'), firm).find(({ regime }) => regime.name === 'break-even');
  const start = near?.from ?? Number.NaN;
  const profitAt = (E: number): number => {
    const found = optimise(model, { ...firm, E });
    return found.kind === 'optimum' ? found.profit : Number.NaN;
  };
  // The direct effect, 6 n d/E^2 + 2 n t/E^2, overstates what a seller gains by more than half.
  const slope = profitAt(start * 1.0001) / (start * 1e-4);
  expect(slope / 1.112e-4).toBeCloseTo(1, 2);
  expect(near?.regime.scalings.profit).toMatchObject({ constant: null });
  expect(near?.regime.scalings.n?.constant).not.toBeNull();
});

test('a law under which every seller would make a loss is not met, and the one before it ends there', () => {
  const model = modelOf('cournot');
  const laws = lawsOfModel(model, 'E');
  const firm = { alpha: 0.35, beta: 0.35, gamma: -0.9, a: 0.002, b: 0.002, omega: 1e-5, delta: 1e-21 };
  const met = (m: number) =>
    placedAt(laws, { ...firm, m }).filter(({ regime }) => !ENTRY.includes(regime.name));
  // Where training dominates each seller's profit is positive for alpha |gamma| (1 + m) < 1 + alpha/beta, here m < 5.35.
  expect(met(5).map(({ regime }) => regime.name)).toEqual(['inference-dominated', 'training-dominated']);
  for (const m of [6, 12]) {
    const [only, more] = met(m);
    expect([only?.regime.name, more]).toEqual(['inference-dominated', undefined]);
    const end = only?.to ?? Number.NaN;
    expect(end).toBeGreaterThan(1e18);
    expect(end).toBeLessThan(1e21);
    const soldAt = (E: number) => optimise(model, { ...firm, m, E }).kind;
    expect([soldAt(end / 1e3), soldAt(end * 1e5)]).toEqual(['optimum', 'stay-out']);
  }
  for (const m of [2, 5, 6, 12])
    for (const { regime } of met(m))
      expect(
        numberOf(regime.scalings.profit?.constant ?? null, { ...firm, m }),
        `${regime.name}, m = ${m}`,
      ).toBeGreaterThan(0);
});
