import { describe, expect, it } from 'vitest';
import type { Values } from '../../src/economics/parameters.ts';
import { VARIANTS } from '../../src/economics/variants/registry.ts';
import { optimise } from '../../src/numerics/optimise.ts';
import type { Optimum } from '../../src/numerics/outcome.ts';
import { apart, TYPICAL } from './reference.ts';

const values = { ...TYPICAL, D: 5e12 };
const model = VARIANTS['data-bound'];

function optimumOf(given: Values): Optimum {
  const found = optimise(model, given);
  if (found.kind !== 'optimum') throw new Error(`no optimum: ${found.kind}`);
  return found;
}

/** The same firm with parameters counted in units of P, tokens of T and dollars of M; FLOP, 6 n d, then in units of P T. */
function inUnits(P: number, T: number, M: number): Values {
  const { alpha, beta, a, b, omega, delta, E, D } = values;
  return {
    ...values,
    a: a * P ** alpha,
    b: b * T ** beta,
    omega: (omega * T) / M,
    delta: (delta * T * T) / M,
    E: (E * M) / (P * T),
    D: D / T,
  };
}

describe('units', () => {
  it.each([
    [1e6, 1, 1],
    [1, 1e9, 1],
    [1, 1, 1e-6],
    [1e9, 1e12, 1e6],
    [1e-6, 1e-3, 1e12],
  ])('the optimum is the same with parameters of %d, tokens of %d, dollars of %d', (P, T, M) => {
    const [plain, other] = [optimumOf(values), optimumOf(inUnits(P, T, M))];
    expect(apart(other.n * P, plain.n)).toBeLessThan(1e-12);
    expect(apart(other.d * T, plain.d)).toBeLessThan(1e-12);
    expect(apart(other.t * T, plain.t)).toBeLessThan(1e-12);
    expect(apart(other.profit * M, plain.profit)).toBeLessThan(1e-12);
    expect(apart(other.trainingSpend * M, plain.trainingSpend)).toBeLessThan(1e-12);
    for (const [name, value] of Object.entries(plain.elasticities ?? {})) {
      // a and b carry units that depend on alpha and beta: holding them fixed means something else in other units.
      if (/(alpha|beta)$/.test(name)) continue;
      expect(other.elasticities?.[name], name).toBeCloseTo(value, 9);
    }
  });
});
