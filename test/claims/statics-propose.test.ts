/** Parameters proposed for wished-for letters: they have them, in every kind of letter, for models of every kind. */
import { describe, expect, test } from 'vitest';
import { lettersAt } from '../../src/claims/statics-letters.ts';
import { leastStep, propose } from '../../src/claims/statics-propose.ts';
import { pointsOf } from '../../src/derive/statics/points.ts';
import { type Problem, problemOf } from '../../src/derive/statics/problem.ts';
import { settingsOf } from '../../src/derive/statics/setting.ts';
import type { Values } from '../../src/economics/parameters.ts';
import { modelOf } from '../../src/economics/variants/registry.ts';

const near = (x = Number.NaN, y = Number.NaN): boolean =>
  Math.abs(x - y) <= 1e-6 * Math.max(1e-3, Math.abs(y));

/** The letters in which the proposed firm differs from the point that is nearest to it. */
function othersAt(problem: Problem, values: Values): readonly string[] {
  const optimum = { n: values.n, d: values.d, t: values.t } as Parameters<
    ReturnType<typeof lettersAt>
  >[0]['optimum'];
  const letters = lettersAt(problem)({ values, optimum });
  const differing = pointsOf(problem)
    .slice(0, 30)
    .map((at) => Object.keys(at).filter((name) => !near(letters[name], at[name])));
  return differing.reduce((best, one) => (one.length < best.length ? one : best)).toSorted();
}

function of(id: string, where = 'interior'): Problem {
  const setting = settingsOf(modelOf(id)).find((one) => one.where === where);
  if (!setting) throw new Error(`${where} is no place of ${id}`);
  return problemOf(setting);
}

describe('what is proposed', () => {
  test.each([
    ['baseline', 'interior', ['ln_a', 'ln_b']],
    ['data-bound', 'data-bound', ['ln_D', 'ln_a', 'ln_b']],
    ['constant-elasticity', 'interior', ['ln_K', 'ln_a', 'ln_b', 'ln_t']],
    ['rival', 'interior', ['ln_a', 'ln_b']],
    ['repeated-data', 'd<U', ['ln_a', 'ln_b']],
    ['hill-adoption', 'interior', ['ln_a', 'ln_b', 'ln_q']],
  ] as const)('for %s, %s: every letter of a point, but for scales that are free', (id, where, free) => {
    const problem = of(id, where);
    const found = propose(problem, () => true);
    expect(found).toHaveLength(6);
    for (const values of found) expect(othersAt(problem, values)).toEqual(free);
  });

  test('lies on the ray and at the limits, and has the wanted letters', () => {
    for (const { a = 0, b = 0, n = 0, d = 0, alpha = 0, beta = 0, D = 0 } of propose(
      of('data-bound', 'data-bound'),
      ({ phi = 0, gamma = 0 }) => phi > 1 && gamma < 0,
    )) {
      expect(a * n ** alpha).toBeCloseTo(b * d ** beta, 6);
      expect(d / D).toBeCloseTo(1, 8);
    }
    const steep = of('hill-adoption');
    const found = propose(steep, ({ h = 0 }) => h > 1 && h < 1.5);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ h = 0 }) => h > 1 && h < 1.5)).toBe(true);
  });

  test('is nothing where no letters are wanted, or no scales are found', () => {
    expect(propose(of('baseline'), () => false)).toEqual([]);
    expect(propose(of('repeated-data', 'U<d'), () => true)).toEqual([]);
  });
});

describe('the least step', () => {
  const step = (columns: readonly (readonly number[])[], r: readonly number[]) =>
    leastStep(columns, r)?.map((x) => Number(x.toFixed(6)));

  test('solves to first order, by the shortest way', () => {
    // x + 2y = -5, the nearest point of the line.
    expect(step([[1], [2]], [5])).toEqual([-1, -2]);
    // 2x = -2 and 4y = -8, z free.
    expect(
      step(
        [
          [2, 0],
          [0, 4],
          [0, 0],
        ],
        [2, 8],
      ),
    ).toEqual([-1, -2, 0]);
    // x + y = -3 and x - y = -1.
    expect(
      step(
        [
          [1, 1],
          [1, -1],
        ],
        [3, 1],
      ),
    ).toEqual([-2, -1]);
  });

  test('where two equations say the same', () => {
    const found = leastStep(
      [
        [1, 1],
        [0, 0],
      ],
      [4, 4],
    );
    expect(found?.[0]).toBeCloseTo(-4, 3);
    expect(found?.[1]).toBe(0);
  });
});
