/** Zero profit and tangency of every variant at the break-even that the referee finds, approached from above. */
import { expect, it } from 'vitest';
import { evaluator, residual } from '../../src/claims/evaluate-result.ts';
import { PARTS } from '../../src/derive/firm/registry.ts';
import { modelOf, VARIANT_IDS } from '../../src/economics/variants/registry.ts';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { evaluate } from '../../src/kernel/compile.ts';
import { breakEven } from '../../src/numerics/break-even.ts';
import { optimise } from '../../src/numerics/optimise.ts';
import { REFERENCE } from '../numerics/reference.ts';

const ABOVE = 1e-11;

it.each(VARIANT_IDS)('%s', (id) => {
  const model = modelOf(id);
  const values = REFERENCE.find(({ variant, produces }) => produces && variant === id)?.values ?? {};
  const E = breakEven(model, values) ?? Number.NaN;
  const found = optimise(model, { ...values, E: E * (1 + ABOVE) }, { elasticities: false });
  if (found.kind !== 'optimum') throw new Error(`no optimum just above break-even at E = ${E}`);
  const size = { ...values, E, n: found.n, d: found.d, t: found.t, pi: 0 };
  const q = evaluate(model.quality, size, double);
  const point = { ...size, q, f: evaluate(model.blocks.adoption.onSale(model.quality), size, double) };
  const [whole] = PARTS['break-even'](model);
  const names = Object.keys(whole?.results ?? {});
  expect(names).toContain('zero-profit');
  // Quantities move with the square root of the distance from break-even.
  for (const name of names)
    expect(whole && residual(evaluator(whole, name)(point)), name).toBeLessThan(Math.sqrt(ABOVE));
});
