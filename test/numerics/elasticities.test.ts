import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/economics/model.ts';
import type { Values } from '../../src/economics/parameters.ts';
import { modelOf, VARIANT_IDS, VARIANTS } from '../../src/economics/variants/registry.ts';
import { holdRho } from '../../src/numerics/hold-rho.ts';
import { type OptimiseOptions, optimise } from '../../src/numerics/optimise.ts';
import type { Optimum } from '../../src/numerics/outcome.ts';
import { TYPICAL } from './reference.ts';
import { sampleFor } from './samples.ts';

function optimumOf(model: Model, values: Values, options: OptimiseOptions = {}): Optimum {
  const found = optimise(model, values, options);
  if (found.kind !== 'optimum') throw new Error(`no optimum: ${found.kind}`);
  return found;
}

/** Central differences of the optimum in ln of a parameter, with the values of the others given by `at`. */
function differences(model: Model, at: (factor: number) => Values): Record<string, number> {
  const h = 1e-5;
  const [up, down] = [Math.exp(h), Math.exp(-h)].map((factor) =>
    optimumOf(model, at(factor), { elasticities: false }),
  ) as [Optimum, Optimum];
  const slope = (x: number, y: number): number => Math.log(x / y) / (2 * h);
  return {
    n: slope(up.n, down.n),
    d: slope(up.d, down.d),
    t: slope(up.t, down.t),
    C_train: slope(up.trainingSpend, down.trainingSpend),
  };
}

const bound = { ...TYPICAL, D: 1e12 };
/** Every variant in the middle of its box, and some put together. */
const OTHERS = [...VARIANT_IDS, 'cournot+ces-quality+repeated-data', 'rival+endogenous-threshold+data-cost'];

describe('elasticities', () => {
  it.each([
    ['baseline', TYPICAL],
    ['data-bound', bound],
    ['cournot+data-bound', { ...bound, m: 3 }],
    ...OTHERS.map((id) => [id, sampleFor(modelOf(id))] as const),
  ] as const)(
    '%s: agree with differences of the optimum in every positive parameter',
    (id, values: Values) => {
      const model = modelOf(id);
      const { elasticities = {} } = optimumOf(model, values);
      const scaled = Object.keys(values).filter((name) => name !== 'gamma' && name !== 'm');
      expect(new Set(Object.keys(elasticities).map((name) => name.split('/')[1]))).toEqual(new Set(scaled));
      for (const name of scaled) {
        const expected = differences(model, (factor) => ({
          ...values,
          [name]: (values[name] ?? 0) * factor,
        }));
        for (const [quantity, value] of Object.entries(expected)) {
          const gap = (elasticities[`${quantity}/${name}`] ?? Number.NaN) - value;
          expect(Math.abs(gap), `${quantity}/${name}`).toBeLessThan(5e-6 * Math.max(1, Math.abs(value)));
        }
      }
    },
  );

  it('at fixed rho: agree with differences in which b follows', () => {
    const rho = (TYPICAL.a / TYPICAL.b) ** (1 / TYPICAL.alpha);
    const follow = (values: Values): Values => ({
      ...values,
      b: (values.a ?? 0) * rho ** -(values.alpha ?? 0),
    });
    const { elasticities = {} } = optimumOf(VARIANTS.baseline, TYPICAL, { hold: 'rho' });
    for (const name of ['a', 'alpha', 'beta', 'E'] as const) {
      const expected = differences(VARIANTS.baseline, (factor) =>
        follow({ ...TYPICAL, [name]: TYPICAL[name] * factor }),
      );
      for (const [quantity, value] of Object.entries(expected)) {
        expect(elasticities[`${quantity}/${name}`], `${quantity}/${name}`).toBeCloseTo(value, 5);
      }
    }
    const moved = (factor: number): Values => ({
      ...TYPICAL,
      b: TYPICAL.a * (rho * factor) ** -TYPICAL.alpha,
    });
    expect(elasticities['n/rho']).toBeCloseTo(differences(VARIANTS.baseline, moved).n ?? Number.NaN, 5);
    expect(Object.keys(elasticities)).not.toContain('n/b');
  });

  it('fixing rho leaves a model without a, b and alpha alone', () => {
    expect(holdRho({ 'n/E': 1 }, { E: 1 })).toEqual({ 'n/E': 1 });
  });

  it('are none against zeros', () => {
    const model = { ...VARIANTS.baseline, parameters: VARIANTS.baseline.parameters };
    const { elasticities = {} } = optimumOf(model, { ...TYPICAL, gamma: 0 });
    expect(Object.keys(elasticities).some((name) => name.endsWith('/gamma'))).toBe(false);
  });

  it('are none against the number of sellers, nor against kappa = 0', () => {
    const model = modelOf('cournot+endogenous-threshold');
    const { elasticities = {} } = optimumOf(model, sampleFor(model, { kappa: 0 }));
    expect(Object.keys(elasticities).some((name) => /[/](m|kappa|gamma)$/.test(name))).toBe(false);
  });

  it('against fixed demand: sales follow it alone', () => {
    const model = VARIANTS['fixed-demand'];
    const { elasticities = {} } = optimumOf(model, sampleFor(model));
    expect([elasticities['t/T'], elasticities['t/E'], elasticities['t/omega']]).toEqual([1, 0, 0]);
  });

  it('are one-sided, and say so, where data start to be repeated', () => {
    const free = optimumOf(VARIANTS.baseline, TYPICAL);
    const model = VARIANTS['repeated-data'];
    for (const factor of [1 - 1e-10, 1 + 1e-10]) {
      const found = optimumOf(model, { ...TYPICAL, U: free.d * factor, Rstar: 15.39 });
      expect(found.warnings.join()).toContain('elasticities in E are one-sided');
    }
    expect(optimumOf(model, { ...TYPICAL, U: free.d * 1.01, Rstar: 15.39 }).warnings).toEqual([]);
  });

  it('are one-sided, and say so, where the limit on data starts to bind', () => {
    const free = optimumOf(VARIANTS.baseline, TYPICAL);
    for (const [factor, limits] of [
      [1 - 1e-10, ['d']],
      [1 + 1e-10, []],
    ] as const) {
      const found = optimumOf(VARIANTS['data-bound'], { ...TYPICAL, D: free.d * factor });
      expect(found.active.limits).toEqual(limits);
      expect(found.warnings.join()).toContain('elasticities in E are one-sided');
      expect(found.elasticities?.['d/D']).toBeCloseTo(limits.length, 9);
    }
    expect(optimumOf(VARIANTS['data-bound'], { ...TYPICAL, D: free.d * 2 }).warnings).toEqual([]);
  });
});
