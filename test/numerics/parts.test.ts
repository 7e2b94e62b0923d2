/** Parts of the optimisers by themselves: how terms bend, what grows without end, a root between two points. */
import { describe, expect, test } from 'vitest';
import type { Model } from '../../src/economics/model.ts';
import { tidy } from '../../src/kernel/normal/equal.ts';
import { printText } from '../../src/kernel/print-text.ts';
import type { Term } from '../../src/kernel/term.ts';
import { curvatureOf } from '../../src/numerics/fast/curvature.ts';
import {
  depends,
  early,
  inverse,
  monomialIn,
  no,
  opened,
  rayOf,
  replaced,
} from '../../src/numerics/fast/ray.ts';
import type { Problem } from '../../src/numerics/problem.ts';
import { rootBetween } from '../../src/numerics/root.ts';
import { outgrowsCosts } from '../../src/numerics/unbounded.ts';
import { CONTEXT, given, read } from '../support/terms.ts';

describe('how the logarithm of a term bends in ln u and ln v', () => {
  test.each([
    ['7', 'affine'],
    ['3*u^2/v', 'affine'],
    ['u + v', 'convex'],
    ['1/(u + v)', 'concave'],
    ['(u + v)^2', 'convex'],
    ['u - v', 'unknown'],
    ['2*u - 3*v', 'unknown'],
    ['u + (u + v)^(1/2)', 'unknown'],
    ['u + min(u, v)', 'unknown'],
    ['(u + v)/(u + 2*v)', 'unknown'],
    ['min(u, v)', 'concave'],
    ['min(u, 1/(u + v))', 'concave'],
    ['min(u, u + v)', 'unknown'],
    ['min(u, v)/(1 + min(u, v))', 'concave'],
    ['min(u, v)/(1 - u + min(u, v))', 'unknown'],
    ['min(u, v)/(1 + v + min(u, v))', 'unknown'],
    ['min(u, v)/(p + min(u, v))', 'unknown'],
    ['ln(1 + p + u)', 'unknown'],
    ['ln(u)', 'concave'],
    ['ln(1/(u + v))', 'concave'],
    ['deformed_log(u, s)', 'concave'],
    ['deformed_log(u + v, s)', 'unknown'],
    ['deformed_log(u, v)', 'unknown'],
    ['u^v', 'unknown'],
    ['(u + v)^s', 'unknown'],
    ['max(u, v)', 'unknown'],
    ['(1/(u + v))^2', 'concave'],
    ['(1/(u + v))^(-2)', 'convex'],
    ['u*(u + v)/(1/(u + v))', 'convex'],
    ['(u + v)*min(u, v)', 'unknown'],
    ['p*u*v^s', 'affine'],
    ['-1 + u + v', 'unknown'],
    ['0.5*u + 3*v', 'convex'],
    ['u + v*(-3)', 'unknown'],
    ['lambert_w0(u)', 'unknown'],
    ['exp(u)', 'unknown'],
    ['ln(u)*ln(v)', 'concave'],
    ['ln(u)*(u + v)', 'unknown'],
    ['u/(1 + u)', 'concave'],
    ['(u + v)*u/(1 + u)', 'unknown'],
    ['v*u/(1 + u)', 'concave'],
    ['u/(1 + u)^2', 'concave'],
    ['min(u, v)/(1 + min(u, v))^2', 'unknown'],
    ['u/(u - 1)', 'unknown'],
    ['min(u, p) + p*(1 - exp(-(u - min(u, p))/p))', 'concave'],
    ['min(u, p) + 2*p*(1 - exp(-(u - min(u, p))/p))', 'unknown'],
    ['min(u, p) + x*(1 - exp(-(u - min(u, p))/x))', 'unknown'],
    ['min(u, p) + v*(1 - exp(-(u - min(u, p))/v))', 'unknown'],
    ['min(u, p) + p*(1 - exp(-(v - min(u, p))/p))', 'unknown'],
    ['max(u, p) + p*(1 - exp(-(u - max(u, p))/p))', 'unknown'],
    ['min(u, p, 1) + p*(1 - exp(-(u - min(u, p, 1))/p))', 'unknown'],
    ['min(u, v) + p*(1 - exp(-(u - min(u, v))/p))', 'unknown'],
    ['min(u^2, p) + p*(1 - exp(-(u^2 - min(u^2, p))/p))', 'unknown'],
    ['min(u, p) + 1', 'unknown'],
  ])('%s: %s', (text, bends) => {
    expect(curvatureOf(read(text), ['u', 'v'], CONTEXT)).toBe(bends);
  });

  test('a fact about an exponent is used', () => {
    expect(curvatureOf(read('(u + v)^s'), ['u', 'v'], given('s > 0'))).toBe('convex');
    expect(curvatureOf(read('(u + v)^s'), ['u', 'v'], given('s < 0'))).toBe('concave');
  });
});

describe('whether a gain outgrows its costs without end', () => {
  const problem = (gain: string, loss: string): Problem =>
    ({ variables: ['u', 'v'], parameters: [], gain: read(gain), loss: read(loss) }) as unknown as Problem;
  const grows = (gain: string, loss: string, far: readonly number[]): boolean =>
    outgrowsCosts(problem(gain, loss), [], [0, 0], far);

  test.each<readonly [string, string, readonly number[], boolean, string]>([
    ['u*v', 'u + v', [1, 1], true, 'on the way to the far point'],
    ['u^(1/2)*v^(1/4)', 'u + v', [1, 1], false, 'every cost grows faster on the way, and in every direction'],
    ['u', 'u', [1, 0], false, 'gain and cost grow alike'],
    ['u^2/v', 'u', [1, 3], true, 'it fades on the way, and grows in u alone'],
    ['1/u', 'u + v', [1, 1], true, 'it grows as u falls'],
    ['1/(u*v)', 'u + v', [3, 1], true, 'it grows as both fall'],
    ['u^2/v', 'u + u^3/v', [1, 3], true, 'both fall, v faster'],
    ['u/v', 'u^2/v + u/v^2', [1, 1], false, 'one cost grows faster as u rises, the other as v falls'],
  ])('%s against %s, towards %j: %s, %s', (gain, loss, far, expected) => {
    expect(grows(gain, loss, far)).toBe(expected);
  });
});

describe('what stands between a profit and a smooth function', () => {
  const written = (value: Term | null): string | null => value && printText(tidy(value, CONTEXT));
  test.each([
    ['max(0, u)', 'u'],
    ['u*max(v - 1, 0)^2', 'u*(v - 1)^2'],
    ['max(0, max(0, u) - v)', 'max(0, u) - v'],
    ['max(u, v)', 'max(u, v)'],
    ['max(0, u, v)', 'max(0, u, v)'],
    ['max(0, 0)', 'max(0, 0)'],
    ['min(0, u)', 'min(0, u)'],
  ])('open gates: %s is %s', (text, result) => {
    const expected = text.includes('max(0, max') ? 'u - v' : result;
    expect(opened(read(text))).toEqual(read(expected));
  });

  test.each<readonly [string, string, string | null]>([
    ['u', 'v', 'v'],
    ['v', 'v', null],
    ['3*u^2', 'v', '3^(-1/2)*v^(1/2)'],
    ['p*u^s/v', 'x', '(v*x/p)^(1/s)'],
    ['(2*u)^3', 'v', '1/2*v^(1/3)'],
    ['u*u^2', 'v', null],
    ['u + 1', 'v', null],
    ['u^u', 'v', null],
    ['2^u', 'v', null],
    ['ln(u)', 'v', null],
  ])('u where %s is %s: %s', (side, target, value) => {
    const found = inverse(read(side), 'u', read(target));
    if (value === null) expect(found).toBeNull();
    else expect(written(found)).toBe(written(read(value)));
  });

  test('one letter follows along the kink, if it stands alone as a power on one side and has no limit', () => {
    const ray = (text: string, limits: readonly string[] = []) =>
      rayOf(read(text), {
        variables: ['u', 'v'],
        limits: limits.map((variable) => ({ variable, bound: read('p') })),
      } as unknown as Model);
    const told = (text: string, limits: readonly string[] = []) => {
      const found = ray(text, limits);
      return found && [found.letter, written(found.value), printText(found.side)];
    };
    expect(told('u*v')).toBeNull();
    expect(told('min(u, p)*v')).toBeNull();
    expect(told('min(u, v^2)')).toEqual(['u', 'v^2', 'v^2']);
    expect(told('min(u, v^2)', ['u'])).toEqual(['v', 'u^(1/2)', 'u']);
    expect(() => ray('min(u + v, v^2)', ['u'])).toThrow(/no side is a power/);
    expect(told('min(1 + u, v)')).toEqual(['v', 'u + 1', 'u + 1']);
    expect(printText((ray('p + min(u, v)') as { kink: Term }).kink)).toBe('min(u, v)');
    const why = (what: string): string => `${what} in the fast solver; use the referee.`;
    expect(() => ray('min(1 + u, 1 + v)')).toThrow(why('a kink of which no side is a power'));
    expect(() => ray('min(u, v)', ['u', 'v'])).toThrow(why('a kink of which no side is a power'));
    expect(() => ray('min(u, u*v)')).not.toThrow();
    expect(() => ray('max(u, v)')).toThrow(why('more than one kink'));
    expect(() => ray('min(u, v, p)')).toThrow(why('more than one kink'));
    expect(() => ray('min(u, v)*min(u, 2*v)')).toThrow(why('more than one kink'));
    expect(() => no('anything')).toThrow(why('anything'));
  });

  test('parts are found and replaced', () => {
    expect(depends(read('u + v'), ['x', 'v'])).toBe(true);
    expect(depends(read('u + v'), ['x'])).toBe(false);
    expect(replaced(read('p*min(u, v)^2 + min(u, v)'), read('min(u, v)'), read('x'))).toEqual(
      read('p*x^2 + x'),
    );
    expect(written(monomialIn(read('ln(p*u^2)'), 'u', ['u', 'v']))).toBe(written(read('p*u^2')));
    expect(monomialIn(read('ln(p*u^2*v)'), 'u', ['u', 'v'])).toBeNull();
    expect(monomialIn(read('1 + p*u'), 'u', ['u', 'v'])).toBeNull();
    expect(early(read('v*(min(u, p) + p*(1 - exp(-u)))^2'))).toEqual(read('v*u^2'));
    expect(early(read('v*(max(u, p) + 1)'))).toEqual(read('v*(max(u, p) + 1)'));
    expect(early(read('v*min(u, p)'))).toEqual(read('v*min(u, p)'));
  });
});

test('a root is found to rounding in a few evaluations', () => {
  for (const [f, root] of [
    [(x: number) => x ** 3 - 2, Math.cbrt(2)],
    [(x: number) => Math.cos(x) - x, 0.7390851332151607],
    [(x: number) => Math.exp(x) - 3, Math.log(3)],
  ] as const) {
    let count = 0;
    const counted = (x: number): number => {
      count++;
      return f(x);
    };
    const ends = [
      { at: 0, value: f(0) },
      { at: 2, value: f(2) },
    ] as const;
    expect(Math.abs(rootBetween(counted, ends) - root)).toBeLessThan(4e-16 * root);
    expect(count).toBeLessThan(20);
  }
});
