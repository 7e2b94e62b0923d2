/** Models that no variant is like: their laws against the referee, where each says it holds. */
import { describe, expect, it } from 'vitest';
import { derive, laws, model, optimize } from '../../src/index.ts';

const SET = { alpha: 0.34, beta: 0.28, a: 0.004, b: 0.0016, gamma: -0.5, omega: 1e-5, delta: 1e-21, E: 1e18 };

/** Of each regime that scales: its name, its window, and its law of size at a point over the referee's optimum there. */
function lawsAt(own: ReturnType<typeof model>) {
  const { E: _, ...set } = own.own.set;
  const { result } = laws(own, { in: 'E', set });
  return result.regimes
    .filter(({ balance }) => balance.length > 0)
    .map(({ name, from, to, laws: found, exponents, constants }) => {
      const [low, high] = [from?.value ?? 0, to?.value ?? 1e14 * (from?.value ?? 1)];
      const E = Math.sqrt(Math.max(low, high / 1e6) * high);
      const [row] = optimize(own, { set: { E } }).rows;
      if (!row || !('optimum' in row) || !row.optimum) throw new Error(`no optimum at E = ${E}`);
      const ratio =
        ((constants.n?.value ?? Number.NaN) * E ** (exponents.n?.value ?? 0)) / Number(row.optimum.n);
      return { name, from: low, to: to?.value ?? null, hasLaw: found.n !== null, ratio };
    });
}

describe('a price less what an outside option is worth', () => {
  const own = model({
    id: 'outside-option',
    symbols: [{ name: 'p0', meaning: 'worth of the outside option', role: 'quantity', unit: 'dollar/token' }],
    blocks: [{ price: 'omega*f - p0 - delta*t' }],
    set: { ...SET, p0: 1e-5 },
  });

  it('has both regimes of the baseline: two terms of demand are told apart', () => {
    const found = lawsAt(own);
    expect(found.map(({ name }) => name)).toEqual(['inference-dominated', 'training-dominated']);
    const [first, second] = found;
    expect(first?.to).toBe(second?.from);
    for (const { ratio } of found) expect(Math.abs(Math.log(ratio))).toBeLessThan(0.15);
  });
});

describe('limits on size and on sales', () => {
  const own = model({
    id: 'capped',
    symbols: [
      { name: 'N', meaning: 'most parameters', role: 'quantity', unit: 'parameter' },
      { name: 'T', meaning: 'most tokens sold', role: 'quantity', unit: 'token' },
    ],
    blocks: [{ limits: { n: 'N', t: 'T' } }],
    set: { ...SET, N: 1e11, T: 1e16 },
  });

  it('bind one after the other, and no law reaches beyond a limit', () => {
    const found = lawsAt(own);
    expect(found.map(({ name }) => name)).toEqual(['sales-bound', 'size-bound']);
    const [sales, size] = found;
    expect(sales?.to).toBe(size?.from);
    for (const { ratio } of found) expect(Math.abs(Math.log(ratio))).toBeLessThan(0.05);
  });

  it('each have a multiplier in the conditions', () => {
    const [first] = derive(own).derivations;
    const text = (name: string) => first?.results.find((one) => one.name === name)?.relation?.text;
    expect(text('first-order-t')).toBe('f*omega - 2*delta*t = lambda_t + 2*n/E');
    expect(text('first-order-n')).toContain('lambda_n');
    const sales = derive(own).derivations.find(({ id }) => id === 'best-sales');
    const best = sales?.results.find(({ name }) => name === 'sales');
    expect(best?.domain.map((one) => one.text)).toContain('T > t');
  });
});
