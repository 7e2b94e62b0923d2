import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalArithmetic } from '../../src/kernel/arithmetic/decimal.ts';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { dual } from '../../src/kernel/arithmetic/dual.ts';
import { evaluate } from '../../src/kernel/compile.ts';
import type { Sign } from '../../src/kernel/functions/function.ts';
import { FUNCTION_NAMES } from '../../src/kernel/functions/names.ts';
import { FUNCTIONS } from '../../src/kernel/functions/registry.ts';
import { symbol } from '../../src/kernel/term.ts';
import { relativeError } from '../support/precise.ts';
import { byTier } from '../support/tier.ts';

const seed = 20260514;
/** The share of the draws of a whole run. */
const THOROUGH = byTier(0.3, 1, 3);
const precise = decimalArithmetic(60);
const wide = decimalArithmetic(100);
const duals = dual(double);
/** Where each argument is drawn from, so that the function is real and not at the end of its domain. */
const spread = (low: number, high: number): fc.Arbitrary<number> =>
  fc.double({ min: 0, max: 1, noNaN: true }).map((u) => low + u * (high - low));
const anywhere = spread(-3, 3);
const positive = spread(-6, 6).map((x) => Math.exp(x));
const ARGUMENTS: Readonly<Record<(typeof FUNCTION_NAMES)[number], readonly fc.Arbitrary<number>[]>> = {
  ln: [positive],
  exp: [anywhere],
  min: [anywhere, anywhere],
  max: [anywhere, anywhere, anywhere],
  deformed_log: [positive, anywhere],
  lambert_w0: [spread(-0.36, 20)],
  lambert_wm1: [spread(-0.36, -0.001)],
};
const signOfNumber = (x: number): Sign => (x > 0 ? 'positive' : x < 0 ? 'negative' : 'zero');

describe.each(FUNCTION_NAMES)('%s', (name) => {
  const record = FUNCTIONS[name];
  const args = fc.tuple(...ARGUMENTS[name]);

  test('its record is filled in, and the domain admits the arguments drawn here', () => {
    expect([record.name, record.meaning.length > 5, record.source.length > 5]).toEqual([name, true, true]);
    if (typeof record.arity === 'number') expect(ARGUMENTS[name]).toHaveLength(record.arity);
    fc.assert(
      fc.property(args, (xs) => record.defined(xs)),
      { numRuns: 1000, seed },
    );
  });

  test('one value in doubles, dual numbers and decimals', () => {
    fc.assert(
      fc.property(args, (xs) => {
        const exact = record.evaluate(precise, xs.map(precise.fromNumber));
        const inDoubles = record.evaluate(double, xs);
        expect(record.evaluate(duals, xs.map(duals.fromNumber)).value).toBe(inDoubles);
        const absolute = Math.abs(inDoubles - precise.toNumber(exact));
        expect(Math.min(relativeError(inDoubles, exact), absolute)).toBeLessThan(1e-14);
      }),
      { numRuns: THOROUGH * (name.startsWith('lambert') ? 100 : 300), seed },
    );
  });

  test('its partial derivatives are those of central differences on 100 digits', () => {
    const step = 2 ** -100;
    fc.assert(
      fc.property(args, fc.nat(), (xs, pick) => {
        const index = pick % xs.length;
        const names = xs.map((_, i) => `x${i}`);
        const partial = record.partial(names.map(symbol), index);
        if (!partial) return;
        const slope = evaluate(
          partial,
          Object.fromEntries(names.map((key, i) => [key, xs[i] as number])),
          double,
        );
        const at = (sign: number) =>
          record.evaluate(
            wide,
            xs.map((x, i) =>
              i === index ? wide.add(wide.fromNumber(x), wide.fromNumber(sign * step)) : wide.fromNumber(x),
            ),
          );
        const difference = wide.divide(wide.add(at(1), wide.negate(at(-1))), wide.fromNumber(2 * step));
        expect(relativeError(slope, difference)).toBeLessThan(1e-10);
        const viaDual = record.evaluate(
          duals,
          xs.map((x, i) => ({ value: x, slope: i === index ? 1 : 0 })),
        ).slope;
        expect(relativeError(viaDual, difference)).toBeLessThan(1e-10);
      }),
      { numRuns: byTier(0.3, 1) * (name.startsWith('lambert') ? 50 : 400), seed },
    );
  });

  test('its sign rule never denies a value', () => {
    const weaken = (sign: Sign): fc.Arbitrary<Sign> =>
      fc.constantFrom<Sign>(
        sign,
        'unknown',
        ...(sign === 'positive'
          ? ['non-negative' as const]
          : sign === 'negative'
            ? ['non-positive' as const]
            : ['non-negative' as const, 'non-positive' as const]),
      );
    const signed = args.chain((xs) =>
      fc.tuple(fc.constant(xs), ...xs.flatMap((x) => [weaken(signOfNumber(x)), weaken(signOfNumber(x - 1))])),
    );
    fc.assert(
      fc.property(signed, ([xs, ...known]) => {
        const value = record.evaluate(double, xs);
        const signs = known as readonly Sign[];
        const answer = record.sign(
          xs.map((_, i) => ({
            sign: () => signs[2 * i] ?? 'unknown',
            lessOne: () => signs[2 * i + 1] ?? 'unknown',
          })),
        );
        const allowed: readonly Sign[] = [
          'unknown',
          ...(value > 0
            ? (['positive', 'non-negative'] as const)
            : value < 0
              ? (['negative', 'non-positive'] as const)
              : (['zero', 'non-negative', 'non-positive'] as const)),
        ];
        expect(allowed).toContain(answer);
      }),
      { numRuns: 2000, seed },
    );
  });
});

test('a kink passes on what is no number, whichever argument it is', () => {
  for (const name of ['min', 'max'] as const) {
    for (const xs of [
      [Number.NaN, 1],
      [1, Number.NaN],
      [0, Number.NaN, 2],
    ])
      expect(FUNCTIONS[name].evaluate(double, xs)).toBeNaN();
    expect(FUNCTIONS[name].evaluate(double, [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY])).toBe(
      Number.POSITIVE_INFINITY,
    );
  }
});

test('the derivative of the deformed logarithm in its shape, from dual numbers, near and far from 0', () => {
  for (const g of [0, 1e-300, -1e-12, 1e-6, 0.3, -0.49, 0.51, -1, 2, 40]) {
    for (const x of [1, 1 + 1e-12, 1.5, 1000]) {
      const step = 2 ** -100;
      const at = (sign: number) =>
        wide.deformedLog(wide.fromNumber(x), wide.add(wide.fromNumber(g), wide.fromNumber(sign * step)));
      const exact = wide.divide(wide.add(at(1), wide.negate(at(-1))), wide.fromNumber(2 * step));
      const { slope } = duals.deformedLog({ value: x, slope: 0 }, { value: g, slope: 1 });
      if (x === 1) expect(Math.abs(slope)).toBe(0);
      else
        expect(Math.abs(slope - wide.toNumber(exact)) / Math.abs(wide.toNumber(exact))).toBeLessThan(1e-12);
    }
  }
});
