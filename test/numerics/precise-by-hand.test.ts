/**
 * Decimals of firms whose best choice is known by hand. Powers: G = omega t^(1/2) n^(1/4) d^(1/8) has n = G/4, d = G/8 and
 * t = G/2, so that G = omega^8/2^11. Threshold: omega t^(1/2) n/(1 + n) is at most omega/4 of its costs n + t, at n = t = 1.
 */
import { describe, expect, test } from 'vitest';
import type { Model } from '../../src/economics/model.ts';
import { VARIANTS } from '../../src/economics/variants/registry.ts';
import { parse } from '../../src/kernel/parse.ts';
import { one } from '../../src/kernel/term.ts';
import { optimisePrecisely } from '../../src/numerics/precise.ts';
import { orSentence } from '../support/terms.ts';
import { firm } from './firms.ts';
import { sampleFor } from './samples.ts';

const read = (text: string) => parse(text, VARIANTS.baseline.symbols);
const POWERS = firm('omega*t^(1/2)*n^(1/4)*d^(1/8) - n - d - t', VARIANTS.baseline, { dataSpend: read('d') });
const two = { variables: ['n', 't'], given: { d: one } };
const THRESHOLD = firm('omega*t^(1/2)*n/(1 + n) - n - t', VARIANTS.baseline, two);
const at = (model: Model, omega: number | string, digits?: number) =>
  optimisePrecisely(model, { ...sampleFor(model), omega }, digits);

describe('an optimum in decimals', () => {
  test('has the digits that it has by hand, and elasticities', () => {
    const found = at(POWERS, 2, 8);
    expect(found).toMatchObject({
      kind: 'optimum',
      digits: 8,
      n: '0.03125',
      d: '0.015625',
      t: '0.0625',
      profit: '0.015625',
      revenue: '0.125',
      trainingSpend: '0.03125',
    });
    if (found.kind !== 'optimum') return;
    const { elasticities } = found;
    for (const name of ['n', 'd', 't', 'C_train']) {
      expect(elasticities[`${name}/omega`]).toBe('8');
      expect(elasticities[`${name}/E`]).toBe('0');
    }
    expect(found.residual).toBeLessThan(1e-20);
  });

  test('of a number written as text every digit counts, and of a double every binary one', () => {
    const [text, double] = [at(POWERS, '0.1', 18), at(POWERS, 0.1, 18)];
    // omega^8/2^13; the double next to 1/10 is larger by 5.55e-17 of it, eight times that in the power.
    expect(text).toMatchObject({ n: '1.220703125e-12', d: '6.103515625e-13' });
    expect(double).toMatchObject({ n: '1.22070312500000054e-12' });
  });

  test('fifty digits where none are asked for', () => {
    const found = at(THRESHOLD, '4.1');
    if (found.kind !== 'optimum') throw new Error(found.kind);
    expect(found.digits).toBe(50);
    expect(found.t.replace(/\D/g, '').replace(/^0+/, '')).toHaveLength(50);
  });
});

describe('around break-even, in decimals', () => {
  test.each([
    // ln(omega/4), which is -h - h^2/2 where omega = 4 (1 - h).
    [3, '-0.28768207245178092744'],
    ['3.9999999999999', '-2.50000000000003125e-14'],
    [4, '0'],
  ])('omega = %s: staying out, by %s', (omega, greatestSurplus) => {
    expect(at(THRESHOLD, omega, 20)).toEqual({ kind: 'stay-out', digits: 20, greatestSurplus });
  });

  test('a profit that no double tells from rounding', () => {
    // Beyond omega = 4 (1 + h) the profit is 2 h to first order, and n is 1 + 4 h.
    const found = at(THRESHOLD, '4.0000000000001', 14);
    expect(found).toMatchObject({ kind: 'optimum', n: '1.0000000000001', profit: '5.0000000000003e-14' });
  });

  test('what sells at no price, and what grows without end', () => {
    expect(at(firm('-n - d - t'), 1, 8)).toEqual({ kind: 'stay-out', digits: 8, greatestSurplus: null });
    expect(at(firm('omega*t*n*d - n - d - t'), 1, 8)).toEqual({ kind: 'unbounded' });
  });
});

test('a parameter without a value is refused', () => {
  const { omega: _, ...others } = sampleFor(POWERS);
  expect(orSentence(() => optimisePrecisely(POWERS, others, 8))).toMatch(/omega/);
});
