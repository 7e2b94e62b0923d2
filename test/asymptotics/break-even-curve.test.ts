/** Break-even along the size, for exponents that differ: the closed form against the referee's own search for zero profit. */
import { describe, expect, it } from 'vitest';
import type { Curve } from '../../src/asymptotics/law.ts';
import { lawsOfModel } from '../../src/derive/laws.ts';
import type { Values } from '../../src/economics/parameters.ts';
import { modelOf } from '../../src/economics/variants/registry.ts';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { evaluate } from '../../src/kernel/compile.ts';
import { breakEven } from '../../src/numerics/break-even.ts';
import { BASE } from './support.ts';

const MORE: Values = { ...BASE, q0: 1.5, T: 1e15, kappa: 0.3, E_inf: 1e18 };

/** The curve in the case of the exponents. */
function curveAt(id: string, gamma: number): Curve {
  const { cases } = lawsOfModel(modelOf(id), 'E', { at: { alpha: 0.34, beta: 0.4, gamma, kappa: 0.3 } });
  const found = cases.flatMap(({ regimes }) => regimes.flatMap(({ curve }) => curve ?? []));
  if (!found[0]) throw new Error('no curve');
  return found[0];
}

/** Everything that follows from a size. */
function along({ values }: Curve, given: Values): Values {
  const known: Record<string, number> = { ...given };
  for (const [name, value] of Object.entries(values)) known[name] = evaluate(value, known, double);
  return known;
}

/** Sizes at which every amount is positive. */
const firmsOn = (curve: Curve, gamma: number): readonly Values[] =>
  Array.from({ length: 2000 }, (_, i) => 10 ** (7.95 + 0.002 * i))
    .map((n) => along(curve, { ...MORE, gamma, n }))
    .filter((firm) => [...curve.shares, ...Object.keys(curve.values)].every((name) => (firm[name] ?? 0) > 0));

describe.each(['baseline', 'rival', 'endogenous-threshold', 'fixed-demand'])('%s', (id) => {
  it.each([-0.5, 0, 0.5])('gamma %d: the referee breaks even where the closed form does', (gamma) => {
    const curve = curveAt(id, gamma);
    const firms = firmsOn(curve, gamma);
    expect(firms.length).toBeGreaterThan(1);
    const model = modelOf(id);
    for (const firm of [firms[0], firms[firms.length >> 1]]) {
      if (!firm) throw new Error('no firm');
      const values = Object.fromEntries(model.parameters.map(({ name }) => [name, firm[name] ?? Number.NaN]));
      const found = breakEven(model, values, 'E');
      expect((found ?? 0) / (firm.E ?? 1)).toBeCloseTo(1, 8);
      const wrong = { ...values, [curve.parameter]: 1.01 * (firm[curve.parameter] ?? 1) };
      expect((breakEven(model, wrong, 'E') ?? 0) / (firm.E ?? 1)).not.toBeCloseTo(1, 8);
    }
  });
});
