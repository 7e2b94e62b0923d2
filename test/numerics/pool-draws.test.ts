/** The pool's draws one by one: seeds by name, ranges, shares of what is special, and E moved to break-even. */
import { describe, expect, test } from 'vitest';
import { VARIANTS } from '../../src/economics/variants/registry.ts';
import { BLOCK_BOX, BOX, BREAK_EVEN_FACTORS, SPECIAL_GAMMA } from '../../src/numerics/box.ts';
import { breakEven } from '../../src/numerics/break-even.ts';
import { drawBox, place, refereePool, seedOf, uniformFrom } from '../../src/numerics/pool.ts';
import { TYPICAL } from './reference.ts';

const DRAWS = drawBox(42, 2000);
const share = (of: (draw: (typeof DRAWS)[number]) => boolean): number =>
  DRAWS.filter(of).length / DRAWS.length;
const isWithin = (value: number, { low, high }: { readonly low: number; readonly high: number }) =>
  value >= low * (1 - 1e-12) && value <= high * (1 + 1e-12);

describe('a seed of its own for a name', () => {
  // The test vectors of FNV-1a for 32 bits.
  test.each([
    ['', 0x811c9dc5],
    ['a', 0xe40c292c],
    ['foobar', 0xbf9cf968],
  ])('%j: that of FNV-1a', (name, hash) => {
    expect(seedOf(0, name) >>> 0).toBe(hash);
  });

  test('another seed or another name gives another', () => {
    const all = [seedOf(0, 'm'), seedOf(1, 'm'), seedOf(0, 'r'), seedOf(1, 'r')];
    expect(new Set(all).size).toBe(4);
  });

  test('even numbers from 0 to 1, the same for the same seed', () => {
    const [one, again] = [uniformFrom(7), uniformFrom(7)];
    const drawn = Array.from({ length: 400 }, one);
    expect(Array.from({ length: 400 }, again)).toEqual(drawn);
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...drawn)).toBeLessThan(1);
    expect(drawn.reduce((sum, value) => sum + value, 0) / 400).toBeCloseTo(0.5, 1);
  });
});

describe('a draw', () => {
  test('has every parameter of the box within its range, and those of every block', () => {
    for (const { values } of DRAWS) {
      const { alpha = 0, beta = 0, a = 0, b = 0, gamma = 0 } = values;
      const n1 = a ** (-1 / alpha);
      expect(isWithin(n1, BOX.n1)).toBe(true);
      expect(isWithin(b ** (-1 / beta) / n1, BOX.tokensPerParameter)).toBe(true);
      for (const name of ['alpha', 'beta', 'omega', 'delta', 'E', 'D'] as const)
        expect(isWithin(values[name] ?? Number.NaN, BOX[name]), name).toBe(true);
      expect(gamma).toBeGreaterThanOrEqual(BOX.gamma.low);
      expect(gamma).toBeLessThanOrEqual(BOX.gamma.high);
      for (const [name, range] of Object.entries(BLOCK_BOX))
        expect(isWithin(values[name] ?? Number.NaN, range), name).toBe(true);
    }
  });

  test('has equal exponents, special and tiny gammas, and break-even in their shares', () => {
    expect(Math.abs(share(({ values }) => values.alpha === values.beta) - 0.2)).toBeLessThan(0.03);
    const isSpecial = (gamma = Number.NaN) => (SPECIAL_GAMMA as readonly number[]).includes(gamma);
    expect(Math.abs(share(({ values }) => isSpecial(values.gamma)) - 0.25)).toBeLessThan(0.03);
    for (const special of SPECIAL_GAMMA)
      expect(Math.abs(share(({ values }) => values.gamma === special) - 0.25 / 3)).toBeLessThan(0.03);
    const isTiny = ({ gamma = 1 }: Readonly<Record<string, number>>) =>
      gamma !== 0 && Math.abs(gamma) <= 1e-3;
    expect(Math.abs(share(({ values }) => isTiny(values)) - 0.1)).toBeLessThan(0.03);
    for (const sign of [1, -1])
      expect(
        Math.abs(share(({ values }) => isTiny(values) && Math.sign(values.gamma ?? 0) === sign) - 0.05),
      ).toBeLessThan(0.03);
    expect(Math.abs(share(({ breakEvenFactor }) => breakEvenFactor !== null) - 0.15)).toBeLessThan(0.03);
    for (const factor of BREAK_EVEN_FACTORS)
      expect(Math.abs(share((draw) => draw.breakEvenFactor === factor) - 0.15 / 7)).toBeLessThan(0.02);
  });

  test('takes further ranges in the place of its own, and no other number changes', () => {
    const range = { low: 3, high: 4, scale: 'linear', meaning: 'test' } as const;
    const [plain, further] = [drawBox(42, 30), drawBox(42, 30, { m: range, zeta: range })];
    for (const [i, { values, breakEvenFactor }] of further.entries()) {
      const { m, zeta, ...others } = values;
      expect([m, zeta].every((value) => value !== undefined && value >= 3 && value <= 4)).toBe(true);
      expect(m).not.toBe(zeta);
      const { m: _, ...same } = plain[i]?.values ?? {};
      expect(others).toEqual(same);
      expect(breakEvenFactor).toBe(plain[i]?.breakEvenFactor);
    }
  });
});

describe('a draw placed for a model', () => {
  const model = VARIANTS.baseline;

  test('has the model’s parameters and no others', () => {
    const placed = place(model, { values: { ...TYPICAL, D: 1, other: 2 }, breakEvenFactor: null });
    expect(placed).toEqual({ values: { ...TYPICAL }, breakEvenFactor: null });
    const { omega: _, ...partly } = TYPICAL;
    expect(place(model, { values: partly, breakEvenFactor: null }).values).toEqual(partly);
  });

  test('has E at the multiple of break-even that it asks for', () => {
    const even = breakEven(model, TYPICAL) ?? Number.NaN;
    const placed = place(model, { values: TYPICAL, breakEvenFactor: 1.5 });
    expect(placed.breakEvenFactor).toBe(1.5);
    expect((placed.values.E ?? 0) / (1.5 * even)).toBeCloseTo(1, 12);
    expect({ ...placed.values, E: 0 }).toEqual({ ...TYPICAL, E: 0 });
  });

  test('keeps its own E where no E breaks even', () => {
    // Data can never reach the quality of 1 from which on anything sells.
    const D = 0.9 * TYPICAL.b ** (-1 / TYPICAL.beta);
    const placed = place(VARIANTS['data-bound'], { values: { ...TYPICAL, D }, breakEvenFactor: 1.5 });
    expect(placed).toEqual({ values: { ...TYPICAL, D }, breakEvenFactor: null });
  });

  test('and so are those of a pool, each with what the referee says of it', () => {
    const pool = refereePool(model, 42, 4, { elasticities: false });
    const draws = drawBox(42, 4).map((draw) => place(model, draw));
    expect(pool.map(({ values, breakEvenFactor }) => ({ values, breakEvenFactor }))).toEqual(draws);
    for (const { outcome } of pool) {
      expect(['optimum', 'stay-out']).toContain(outcome.kind);
      expect('elasticities' in outcome).toBe(false);
    }
  });
});
