/** Parts of the optimisers by themselves: how terms bend, what grows without end, a root between two points. */
import { describe, expect, test } from 'vitest';
import { curvatureOf } from '../../src/numerics/fast/curvature.ts';
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
