/** Growth permitted: the ledger's numbers, the laws' identities, and dollars kept apart from FLOP. */
import { describe, expect, it } from 'vitest';
import { permitted, RATES, SHAPES } from '../../proofs/trends/growth.ts';
import { TRENDS_RENDERERS } from '../../src/report/render/trends.ts';
import type { TrendsRow } from '../../src/report/schemas/trends.ts';
import { gammaFor, trends } from '../../src/report/trends.ts';

const rows = trends({ seed: 1 });
const row = (scenario: string, quantity: string, hold: string): TrendsRow => {
  const found = rows.find(
    (one) => one.scenario === scenario && one.quantity === quantity && one.hold === hold,
  );
  if (!found) throw new Error(`no row ${scenario} ${quantity} ${hold}`);
  return found;
};

describe('the paper, rho held', () => {
  it("gives theorem 2's 4.11 in dollars, and another number with b held", () => {
    expect(row('paper', 'spend', 'rho').bound).toBeCloseTo(4.11, 2);
    expect(row('paper', 'spend', 'b').bound).not.toBeCloseTo(4.11, 1);
  });
  it('gives -0.77 where growth of 5 a year is put against the bound in dollars', () => {
    const at = gammaFor(5, (gamma) =>
      permitted({ law: 'theorem-1', hold: 'rho', shapes: { ...SHAPES, gamma }, rates: RATES, unit: '$' }),
    );
    expect(at).toBeCloseTo(-0.77, 2);
  });
  it('does not give 7.59 or 4.66', () => {
    const found = [row('permissive', 'spend', 'rho'), row('stalled-hardware', 'spend', 'rho')];
    const said = found.flatMap(({ bound, law, local, byGamma }) => [
      bound,
      law,
      local,
      ...byGamma.map((one) => one.bound),
    ]);
    for (const figure of [7.59, 4.66])
      expect(said.every((one) => one === null || Math.abs(one - figure) > 0.05)).toBe(true);
  });
});

it.each(['rho', 'b'] as const)('is what the claims compute, %s held', (hold) => {
  for (const [scenario, gamma] of [
    ['paper', 0],
    ['permissive', -1],
  ] as const) {
    const { laws, bound } = row(scenario, 'spend', hold);
    const of = (
      law: 'theorem-1' | 'theorem-2' | 'inference-dominated' | 'training-dominated',
    ): number | null => permitted({ law, hold, shapes: { ...SHAPES, gamma }, rates: RATES, unit: '$' });
    expect(bound).toBeCloseTo(of(gamma === 0 ? 'theorem-2' : 'theorem-1') ?? 0, 12);
    expect(laws['inference-dominated']).toBeCloseTo(of('inference-dominated') ?? 0, 12);
    expect(laws['training-dominated']).toBeCloseTo(of('training-dominated') ?? 0, 12);
  }
});

it('has compute grow by the growth of E more than spend, in every column', () => {
  for (const spend of rows.filter(({ quantity }) => quantity === 'spend')) {
    const flop = row(spend.scenario, 'flop', spend.hold);
    for (const name of ['bound', 'law', 'local'] as const)
      expect(flop[name]).toBeCloseTo((spend[name] ?? Number.NaN) * (spend.growth.E ?? 1), 9);
    expect([spend.unit, flop.unit]).toEqual(['$', 'FLOP']);
    expect([spend.observed.quantity, flop.observed.quantity]).toEqual(['spend', 'flop']);
  }
});
it('has the local law between the laws of its regimes, near that of its own', () => {
  const { law, local } = row('calibrated', 'spend', 'rho');
  expect(Math.abs(Math.log((local ?? 0) / (law ?? 1)))).toBeLessThan(0.05);
});
it('finds where data bind that the three agree, and nothing observed is permitted', () => {
  const { bound, law, local, permits } = row('data-bound', 'spend', 'rho');
  expect(bound).toBeCloseTo(1 / RATES.E, 12);
  expect(law).toBeCloseTo(bound ?? 0, 12);
  expect(local).toBeCloseTo(bound ?? 0, 9);
  expect(permits).toEqual({ bound: 'no', law: 'no', local: 'no' });
});
it('says of a law that permits what is observed at every gamma that any does', () => {
  const one = row('permissive', 'spend', 'b');
  const shown = (law: number): string =>
    TRENDS_RENDERERS.text([{ ...one, law, gammaNeeded: { bound: null, law: null } }]).split('\n')[1] ?? '';
  expect(shown(200)).toMatch(/any to 2$/);
  expect(shown(1.1)).toMatch(/none$/);
});
it('finds the gamma that it is given back', () => {
  const { gammaNeeded, observed } = row('paper', 'spend', 'rho');
  const at = permitted({
    law: 'inference-dominated',
    hold: 'rho',
    shapes: { ...SHAPES, gamma: gammaNeeded.law ?? 0 },
    rates: RATES,
    unit: '$',
  });
  expect(at).toBeCloseTo(observed.value, 6);
});
