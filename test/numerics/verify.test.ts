/** Last doubts about an optimum, costs and gains apart, and functions that keep their digits. */
import { describe, expect, test } from 'vitest';
import { modelOf } from '../../src/economics/variants/registry.ts';
import { printText } from '../../src/kernel/print-text.ts';
import { curvatureOf } from '../../src/numerics/fast/curvature.ts';
import { deformed, logistic, softplus, sumOfExponentials } from '../../src/numerics/fast/elementary.ts';
import { optimise } from '../../src/numerics/optimise.ts';
import { Meter } from '../../src/numerics/outcome.ts';
import { inputsAt, problemOf, quantitiesAt, thetaOf } from '../../src/numerics/problem.ts';
import { splitProfit, summandsOf } from '../../src/numerics/split.ts';
import { betterPoint, offsetsOf } from '../../src/numerics/verify.ts';
import { CONTEXT, read } from '../support/terms.ts';
import { TYPICAL } from './reference.ts';

describe('displacements', () => {
  test('every direction at four distances, and 200 points around', () => {
    for (const size of [1, 2, 3]) {
      const all = offsetsOf(size);
      expect(all).toHaveLength(4 * (3 ** size - 1) + 200);
      expect(offsetsOf(size)).toBe(all);
      expect(all.every((offset) => offset.length === size)).toBe(true);
    }
    const near = offsetsOf(2).slice(0, 32);
    const sizes = near.map((offset) => Math.max(...offset.map(Math.abs)));
    expect([...new Set(sizes)].sort((x, y) => x - y)).toEqual([1e-3, 1e-2, 1e-1, 1]);
    expect(new Set(near.map(String)).size).toBe(32);
  });

  test('the points around are spread evenly', () => {
    const far = offsetsOf(2).slice(32);
    const quarters = [0, 0, 0, 0];
    for (const [x = 0, y = 0] of far) {
      expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(15);
      const quarter = (x > 0 ? 1 : 0) + (y > 0 ? 2 : 0);
      quarters[quarter] = (quarters[quarter] ?? 0) + 1;
    }
    for (const count of quarters) expect(Math.abs(count - 50)).toBeLessThan(5);
    const outer = far.filter(([x = 0, y = 0]) => Math.max(Math.abs(x), Math.abs(y)) > 7.5);
    expect(Math.abs(outer.length - 150)).toBeLessThan(8);
    // The golden ratio's for one letter. Source: Roberts 2018.
    const [first, second] = offsetsOf(1).slice(8);
    const golden = (1 + Math.sqrt(5)) / 2;
    expect(first?.[0]).toBeCloseTo(15 * (2 / golden - 1), 10);
    expect(second?.[0]).toBeCloseTo(15 * (2 * ((2 / golden) % 1) - 1), 10);
  });
});

describe('a better point', () => {
  const model = modelOf('data-bound');
  const problem = problemOf(model);
  const values = { ...TYPICAL, D: 1e12 };
  const theta = thetaOf(problem, values);
  const found = optimise(model, values);
  if (found.kind !== 'optimum') throw new Error(found.kind);
  const best = problem.variables.map((name) => Math.log(found[name as 'n' | 'd' | 't']));
  const profitAt = (x: readonly number[]) => problem.inDoubles.profit(inputsAt(x, theta));

  test('there is none beside an optimum, within its limits', () => {
    expect(found.active.limits).toEqual(['d']);
    expect(found.d).toBe(1e12);
    const meter = new Meter();
    expect(betterPoint(problem, best, theta, meter)).toBeNull();
    expect(meter.work.evaluations).toBe(offsetsOf(3).length);
  });

  test.each([0, 1, 2])('there is one beside a point that is off in letter %i', (index) => {
    const off = best.map((value, i) => (i === index ? value - 0.5 : value));
    const better = betterPoint(problem, off, theta, new Meter());
    if (!better) throw new Error('none found');
    expect(profitAt(better)).toBeGreaterThan(profitAt(off));
    expect(better[problem.variables.indexOf('d')]).toBeLessThanOrEqual(Math.log(1e12));
  });

  test('quantities at a point', () => {
    const { n, d, t } = quantitiesAt(problem, best, theta);
    expect(n / found.n).toBeCloseTo(1, 12);
    expect(d / found.d).toBeCloseTo(1, 12);
    expect(t / found.t).toBeCloseTo(1, 12);
  });
});

describe('gains and costs apart', () => {
  const split = (text: string) => {
    const { gain, loss, gates } = splitProfit(read(text));
    return [gain, loss, ...gates].map(printText);
  };

  test.each([
    ['u - v', ['u', 'v']],
    ['-3*u', ['0', '3*u']],
    ['2 - u', ['2', 'u']],
    ['-2 + u', ['u', '2']],
    ['u*(v - 1)', ['v*u', 'u']],
    ['u*(v + 1)', ['u*(v + 1)', '0']],
    ['u*max(0, v - 1) - v', ['u*max(0, v - 1)', 'v', 'v - 1']],
    ['u*max(v - 1, 0)', ['u*max(v - 1, 0)', '0', 'v - 1']],
    ['max(0, u)*max(0, u)', ['max(0, u)*max(0, u)', '0', 'u']],
    ['u*max(0, v, 2)', ['u*max(0, v, 2)', '0']],
    ['max(1, u)', ['max(1, u)', '0']],
  ])('%s', (text, expected) => {
    const [gain, loss, ...gates] = expected;
    const shown = split(text);
    expect(shown[0]).toBe(printText(read(gain as string)));
    expect(shown[1]).toBe(printText(read(loss as string)));
    expect(shown.slice(2)).toEqual(gates);
  });

  test('a gate within a gate is opened once it is told', () => {
    expect(split('max(0, 1 + max(0, u))').slice(2)).toEqual(
      ['u', 'u + 1'].map((text) => printText(read(text))),
    );
  });

  test('summands: products over sums of both signs, those that are known to be positive left whole', () => {
    const terms = (text: string, known?: string) =>
      summandsOf(read(text), known ? (sum) => printText(sum) === printText(read(known)) : undefined).map(
        printText,
      );
    expect(terms('u + v')).toEqual(['u', 'v']);
    expect(terms('u*(1 - v)')).toEqual(['-v*u', 'u']);
    expect(terms('u*(1 - v)', '1 - v')).toHaveLength(1);
    expect(terms('(1 - u)*(1 - v)')).toHaveLength(4);
    expect(terms('u*(1 + v)')).toHaveLength(1);
    expect(terms('ln(u - v)')).toHaveLength(1);
  });
});

describe('how the logarithm of a fading sum bends', () => {
  const bends = (text: string, names = ['u', 'v']) => curvatureOf(read(text), names, CONTEXT);
  const fading = 'min(u, 3) + 2*(1 - exp(-(u - min(u, 3))/2))';

  test('v + c (1 - e^(-(x - v)/c)) is concave, and nothing that only looks like it', () => {
    expect(bends(fading)).toBe('concave');
    expect(bends('min(3, u) + p*(1 - exp(-(u - min(3, u))/p))')).toBe('concave');
    // Another scale in front, another distance, a scale that is chosen, a scale of any sign, a product in the place of the letter.
    expect(bends('min(u, 3) + 3*(1 - exp(-(u - min(u, 3))/2))')).toBe('unknown');
    expect(bends('min(u, 3) + 2*(1 - exp(-(u - min(u, 4))/2))')).toBe('unknown');
    expect(bends('min(u, 3) + v*(1 - exp(-(u - min(u, 3))/v))')).toBe('unknown');
    expect(bends('min(u, 3) + x*(1 - exp(-(u - min(u, 3))/x))')).toBe('unknown');
    expect(bends('min(u*v, 3) + 2*(1 - exp(-(u*v - min(u*v, 3))/2))')).toBe('unknown');
    expect(bends('min(u, v) + 2*(1 - exp(-(u - min(u, v))/2))')).toBe('unknown');
    expect(bends('min(u, 3) + 2*(1 + exp(-(u - min(u, 3))/2))')).toBe('unknown');
    expect(bends('min(u, 3) + 2')).toBe('unknown');
  });

  test('a share x/(c + x) with others beside it', () => {
    expect(bends('u/(u + 2)')).toBe('concave');
    expect(bends('u/(u + 2)*v')).toBe('concave');
    expect(bends('u/(u + 2)*min(u, v)')).toBe('concave');
    expect(bends('u/(u + 2)*(u + v)')).toBe('unknown');
    expect(bends('u/(u - 2)')).toBe('unknown');
    expect(bends('u/(u + p)')).toBe('concave');
    expect(bends('u/(u + 2)^2')).toBe('concave');
    expect(bends('(u + v)/(u + v + 2)')).toBe('unknown');
    expect(bends('v/(u + 2)')).toBe('concave');
  });

  test('what is taken off makes a sum bend any way', () => {
    expect(bends('u + 2*v')).toBe('convex');
    expect(bends('u - 2*v')).toBe('unknown');
    expect(bends('2 + u')).toBe('convex');
    expect(bends('u - 2')).toBe('unknown');
    expect(bends('3 - p', ['u'])).toBe('affine');
  });
});

describe('functions that keep their digits', () => {
  test('the deformed logarithm, on both sides of where the plain formula is used', () => {
    for (const g of [-2, -0.3, -1e-9, 0, 1e-9, 0.3, 2])
      for (const u of [-1, 0, 1e-12, 0.1, 1, 3]) {
        const exact = g === 0 ? u : -Math.expm1(-g * u) / g;
        expect(deformed(u, g, Math.exp(-g * u))).toBeCloseTo(exact, 13);
      }
    // Where g u is small e^(-g u) is not asked.
    expect(deformed(1e-12, 0.5, Number.NaN)).toBeCloseTo(1e-12, 24);
    expect(deformed(0.5, 1, Number.NaN)).toBeCloseTo(1 - Math.exp(-0.5), 15);
    expect(deformed(-0.5, 1, Number.NaN)).toBeCloseTo(1 - Math.exp(0.5), 15);
    // Where it is not, what is given is taken: it may have been worked out from larger logarithms.
    expect(deformed(2, 1, 0.25)).toBe(0.75);
    expect(deformed(-2, 1, 4)).toBe(-3);
  });

  test('sums of exponentials, far apart too', () => {
    expect(sumOfExponentials(1000, 0)).toBe(1000);
    expect(sumOfExponentials(0, 1000)).toBe(1000);
    expect(sumOfExponentials(-1000, -1000)).toBeCloseTo(-1000 + Math.LN2, 12);
    expect(softplus(1000)).toBe(1000);
    expect(softplus(-1000)).toBe(0);
    expect(softplus(-30)).toBeCloseTo(Math.exp(-30), 26);
    expect(softplus(0)).toBe(Math.LN2);
    expect(logistic(0)).toBe(0.5);
    expect(logistic(2) + logistic(-2)).toBeCloseTo(1, 15);
  });
});
