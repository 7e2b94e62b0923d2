import { describe, expect, it } from 'vitest';
import { VARIANT_IDS, VARIANTS, type VariantId } from '../../src/economics/variants/registry.ts';
import { optimise } from '../../src/numerics/optimise.ts';
import type { Optimum } from '../../src/numerics/outcome.ts';
import { apart, REFERENCE, type ReferenceRow } from './reference.ts';

function check(found: Optimum, { optimum, elasticities }: ReferenceRow): void {
  if (!optimum) throw new Error('the reference row has no optimum');
  for (const name of ['n', 'd', 't'] as const)
    expect(apart(found[name], optimum[name]), name).toBeLessThan(1e-9);
  expect(apart(found.trainingSpend, optimum.C_train)).toBeLessThan(1e-9);
  expect(Math.abs(found.profit - optimum.profit) / found.revenue).toBeLessThan(1e-9);
  expect(found.residual).toBeLessThan(1e-11);
  for (const [name, value] of Object.entries(elasticities)) {
    expect(Math.abs((found.elasticities?.[name] ?? Number.NaN) - value), name).toBeLessThan(1e-5);
  }
}

describe('the referee against the reference optima', () => {
  it('has rows of every variant', () => {
    expect(new Set(REFERENCE.map(({ variant }) => variant))).toEqual(new Set(VARIANT_IDS));
    expect(REFERENCE).toHaveLength(111);
  });
  it.each(REFERENCE.map((row, i) => [i, row.variant, row] as const))('row %i, %s', (_i, _variant, row) => {
    const found = optimise(VARIANTS[row.variant as VariantId], row.values);
    expect(found.kind).toBe(row.produces ? 'optimum' : 'stay-out');
    if (found.kind === 'optimum') check(found, row);
  });
});
