/** The closed forms on the reference optima, which another optimiser found. */
import { describe, expect, it } from 'vitest';
import { DERIVATIONS, type DerivationId } from '../../derivations/registry.ts';
import { evaluator, residual } from '../../src/claims/evaluate-result.ts';
import { numbersAt } from '../../src/claims/pool.ts';
import { baseline } from '../../src/economics/variants/baseline.ts';
import { optimise } from '../../src/numerics/optimise.ts';
import { REFERENCE, type ReferenceRow } from '../numerics/reference.ts';
import { read } from './pools.ts';

const BOTH = [
  ['best-sales', 'sales'],
  ['efficient-ray', 'ray'],
  ['efficient-ray', 'sizes'],
  ['reduced-profit', 'spend'],
] as const;
const FREE = [
  ['reduced-profit', 'profit'],
  ['explicit-bound', 'identity'],
  ['explicit-bound', 'split'],
  ['explicit-bound', 'bound'],
  ['theorems-1-and-2', 'theorem-1-spend'],
] as const;
const BOUND = [
  ['data-bound', 'size'],
  ['data-bound', 'spend'],
] as const;

const rows = REFERENCE.filter(
  ({ variant, produces }) => produces && (variant === 'baseline' || variant === 'data-bound'),
);

/** The numbers of a row, with quality and adoption as the model makes them. */
function pointOf({ values, optimum }: ReferenceRow): Record<string, number> {
  if (!optimum) throw new Error('the row has no optimum');
  const own = Object.fromEntries(baseline.parameters.map(({ name }) => [name, values[name] ?? Number.NaN]));
  const some = optimise(baseline, own, { elasticities: false });
  if (some.kind !== 'optimum') throw new Error('no optimum to take the shape from');
  const at = numbersAt(baseline, {
    values,
    optimum: {
      ...some,
      n: optimum.n,
      d: optimum.d,
      t: optimum.t,
      profit: optimum.profit,
      trainingSpend: optimum.C_train,
    },
  });
  return { ...values, ...at, Pi: optimum.profit };
}

describe.each(rows.map((row, i) => [i, row.variant, row] as const))('row %i, %s', (_, variant, row) => {
  const point = pointOf(row);
  const binds = variant === 'data-bound' && Math.abs(read(point, 'd') / read(point, 'D') - 1) < 1e-9;
  const names: readonly (readonly [DerivationId, string])[] = binds
    ? [...BOTH, ...BOUND]
    : [...BOTH, ...FREE];
  it.each(names)('%s: %s', (id, name) => {
    expect(residual(evaluator(DERIVATIONS[id](), name)(point))).toBeLessThan(1e-8);
  });
});

it('there are such rows', () => {
  expect(rows.length).toBeGreaterThan(10);
});

describe('over-training', () => {
  const substituting = REFERENCE.filter(({ variant, produces }) => produces && variant === 'ces-quality');
  const names = ['mix', 'data', 'over-trained', 'first-order-n', 'first-order-d', 'sales', 'bound'] as const;
  const derivation = DERIVATIONS['over-training']();

  it('has rows', () => {
    expect(substituting.length).toBeGreaterThan(5);
  });

  it.each(substituting.map((row, i) => [i, row] as const))('row %i', (_, { values, optimum }) => {
    if (!optimum) throw new Error('the row has no optimum');
    const { n, d, t } = optimum;
    const point = { ...values, n, d, t, tau: t / d };
    for (const name of names) {
      const isBound = name === 'bound' && read(point, 'r') <= read(point, 'gamma');
      const sides = evaluator(derivation, name)(point);
      // A condition is a difference that vanishes, as a share of the cost in it.
      const cost = name === 'first-order-n' ? (6 * d + 2 * t) / read(point, 'E') : (6 * n) / read(point, 'E');
      const off = sides.right === 0 ? Math.abs(sides.left) / cost : residual(sides);
      expect(isBound ? 0 : off, name).toBeLessThan(1e-8);
    }
  });
});
