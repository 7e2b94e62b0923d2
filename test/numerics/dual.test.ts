import { describe, expect, it } from 'vitest';
import { VARIANTS } from '../../src/economics/variants/registry.ts';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { type Dual, dual } from '../../src/kernel/arithmetic/dual.ts';
import { compile } from '../../src/kernel/compile.ts';
import { add, call, multiply, power, subtract, symbol, type Term } from '../../src/kernel/term.ts';
import { drawBox } from '../../src/numerics/pool.ts';

const SEED = 20260514;
const once = dual(double);
const twice = dual(once);

/** Names and values of a draw, with a point where quality is above the threshold and away from the kink. */
function pointOf(values: Readonly<Record<string, number>>, off: number): { names: string[]; at: number[] } {
  const { alpha = 1, beta = 1, a = 1, b = 1, omega = 1, delta = 1, D: _, ...rest } = values;
  const n = (5 / a) ** (1 / alpha);
  const d = ((5 * off) / b) ** (1 / beta);
  const all = { n, d, t: omega / delta, alpha, beta, a, b, omega, delta, ...rest };
  return { names: Object.keys(all), at: Object.values(all) };
}

const moved = (at: readonly number[], i: number, factor: number): number[] =>
  at.with(i, (at[i] ?? 0) * factor);
const lift = (at: readonly number[], i: number): Dual<number>[] =>
  at.map((value, j) => ({ value, slope: i === j ? value : 0 }));

describe('dual numbers', () => {
  it.each(drawBox(SEED, 60).map((draw, i) => [i, draw.values] as const))(
    `draw %i of seed ${SEED}: gradients of the profit agree with central differences`,
    (i, values) => {
      const { names, at } = pointOf(values, i % 2 === 0 ? 2 : 0.5);
      const { profit, revenue } = VARIANTS.baseline;
      const [plain, slopes, size] = [
        compile(profit, names, double),
        compile(profit, names, once),
        compile(revenue, names, double)(at),
      ];
      const h = 1e-6;
      for (const [k, name] of names.entries()) {
        if (at[k] === 0) continue;
        const difference = (plain(moved(at, k, 1 + h)) - plain(moved(at, k, 1 - h))) / (2 * h);
        const slope = slopes(lift(at, k)).slope;
        const scale = Math.abs(size) * (1 + Math.abs(slope / size));
        expect(Math.abs(slope - difference) / scale, name).toBeLessThan(1e-7);
      }
    },
  );

  it('differentiate the deformed logarithm in its shape, also where the shape is zero or tiny', () => {
    const f = compile(call('deformed_log', 'x', 'g'), ['x', 'g'], once);
    const exact = (L: number, g: number): number => {
      const z = g * L;
      if (Math.abs(z) > 0.1) return (L * Math.exp(-z) + Math.expm1(-z) / g) / g;
      return (
        L *
        L *
        (-1 / 2 +
          z / 3 -
          z ** 2 / 8 +
          z ** 3 / 30 -
          z ** 4 / 144 +
          z ** 5 / 840 -
          z ** 6 / 5760 +
          z ** 7 / 45360)
      );
    };
    for (const x of [0.5, 1.001, 2, 50, 1e6]) {
      for (const g of [0, 1e-300, -1e-9, 1e-4, -0.003, 0.02, 0.3, -1, 2]) {
        const { slope } = f([
          { value: x, slope: 0 },
          { value: g, slope: 1 },
        ]);
        expect(Math.abs(slope / exact(Math.log(x), g) - 1), `${x} ${g}`).toBeLessThan(1e-9);
      }
    }
  });

  it('nested, keep a second derivative where the first one vanishes', () => {
    const bowl: Term = power(add(power(subtract('x', 1), 2), 1), symbol('p'));
    const f = compile(bowl, ['x', 'p'], twice);
    const x = { value: { value: 1, slope: 1 }, slope: { value: 1, slope: 0 } };
    const p = { value: { value: 3, slope: 0 }, slope: { value: 0, slope: 0 } };
    expect(f([x, p]).slope).toEqual({ value: 0, slope: 6 });
  });

  it('nested, agree with the closed form of a mixed second derivative', () => {
    const f = compile(multiply(power('x', 'y'), call('ln', 'x')), ['x', 'y'], twice);
    const [x, y] = [1.7, 0.6];
    const at = [
      { value: { value: x, slope: 1 }, slope: { value: 0, slope: 0 } },
      { value: { value: y, slope: 0 }, slope: { value: 1, slope: 0 } },
    ];
    const L = Math.log(x);
    expect(f(at).slope.slope).toBeCloseTo(x ** (y - 1) * (y * L * L + 2 * L), 12);
  });
});
