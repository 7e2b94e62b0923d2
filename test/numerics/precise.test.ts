import { describe, expect, it } from 'vitest';
import { VARIANTS, type VariantId } from '../../src/economics/variants/registry.ts';
import { breakEven } from '../../src/numerics/break-even.ts';
import { optimise } from '../../src/numerics/optimise.ts';
import { optimisePrecisely } from '../../src/numerics/precise.ts';
import { byTier } from '../support/tier.ts';
import { apart, REFERENCE, TYPICAL } from './reference.ts';

const rows = REFERENCE.filter(({ produces }) => produces);
/** Fifty digits take a second a row; the long run takes three times as many. */
const EVERY = byTier(200, 27, 9);
const some = rows.filter((_, i) => i % EVERY === 0);

describe('the referee in decimals', () => {
  it.each(some.map((row, i) => [i, row] as const))(
    'row %i agrees with doubles to 1e-12',
    (_, { variant, values }) => {
      const model = VARIANTS[variant as VariantId];
      const [rough, fine] = [optimise(model, values), optimisePrecisely(model, values)];
      if (rough.kind !== 'optimum' || fine.kind !== 'optimum') throw new Error(`${rough.kind}, ${fine.kind}`);
      for (const name of ['n', 'd', 't', 'trainingSpend'] as const)
        expect(apart(rough[name], Number(fine[name])), name).toBeLessThan(1e-12);
      expect(fine.n.replace(/\D/g, '').length).toBeGreaterThan(45);
      expect(Math.abs(rough.profit - Number(fine.profit)) / rough.revenue).toBeLessThan(1e-12);
      for (const [name, value] of Object.entries(fine.elasticities)) {
        expect(Math.abs((rough.elasticities?.[name] ?? Number.NaN) - Number(value)), name).toBeLessThan(
          1e-10,
        );
      }
      expect(fine.residual).toBeLessThan(1e-60);
    },
  );

  it('agrees with itself at another number of digits', () => {
    const [fewer, more] = [
      optimisePrecisely(VARIANTS.baseline, TYPICAL, 30),
      optimisePrecisely(VARIANTS.baseline, TYPICAL, 60),
    ];
    if (fewer.kind !== 'optimum' || more.kind !== 'optimum') throw new Error(`${fewer.kind}, ${more.kind}`);
    for (const name of ['n', 'd', 't', 'profit'] as const)
      expect(more[name].slice(0, 29)).toBe(fewer[name].slice(0, 29));
  });

  it('takes a text as the decimal written and a number as the double', () => {
    const [text, number] = [{ ...TYPICAL, alpha: '0.3131' }, TYPICAL].map((values) =>
      optimisePrecisely(VARIANTS.baseline, values, 30),
    );
    if (text?.kind !== 'optimum' || number?.kind !== 'optimum') throw new Error('no optimum');
    expect(text.n).not.toBe(number.n);
    expect(apart(Number(text.n), Number(number.n))).toBeLessThan(1e-14);
  });

  it('settles the sign of profit nearer to break-even than doubles can', () => {
    const E = breakEven(VARIANTS.baseline, TYPICAL) ?? Number.NaN;
    const kinds = [1 - 1e-13, 1 + 1e-13].map(
      (factor) => optimisePrecisely(VARIANTS.baseline, { ...TYPICAL, E: E * factor }, 30).kind,
    );
    expect(kinds).toEqual(['stay-out', 'optimum']);
    expect(optimisePrecisely(VARIANTS.baseline, { ...TYPICAL, E: E / 10 }, 30).kind).toBe('stay-out');
  });

  it('says what there is in the place of an optimum', () => {
    const endless = { ...TYPICAL, alpha: 1.01, beta: 1.01, gamma: -1 };
    expect(optimisePrecisely(VARIANTS.baseline, endless, 30)).toEqual({ kind: 'unbounded' });
    const D = 0.9 * TYPICAL.b ** (-1 / TYPICAL.beta);
    expect(optimisePrecisely(VARIANTS['data-bound'], { ...TYPICAL, D }, 30)).toEqual({
      kind: 'stay-out',
      digits: 30,
      greatestSurplus: null,
    });
    expect(optimisePrecisely(VARIANTS.baseline, { ...TYPICAL, E: 1e300 }, 30)).toEqual({
      kind: 'unsolved',
      tried: ['search far out: the optimum lies beyond the range of doubles'],
    });
    const out = optimisePrecisely(VARIANTS.baseline, { ...TYPICAL, E: 1e13 }, 30);
    const rough = optimise(VARIANTS.baseline, { ...TYPICAL, E: 1e13 });
    if (out.kind !== 'stay-out' || rough.kind !== 'stay-out') throw new Error(`${out.kind}, ${rough.kind}`);
    expect(Math.expm1(Number(out.greatestSurplus))).toBeCloseTo(rough.bestMargin, 10);
    expect(out.greatestSurplus?.replace(/\D/g, '').length).toBeGreaterThan(25);
  });
});
