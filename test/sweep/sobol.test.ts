import { describe, expect, it } from 'vitest';
import { MOST_COORDINATES, sobol } from '../../src/report/sweep/sobol.ts';

const HALF_A_DIGIT = 2 ** -33;

describe('Sobol points', () => {
  it('are those of SciPy 1.17, qmc.Sobol(scramble=False), in the order of the Gray code', () => {
    const at = sobol(5, null);
    const known = [
      [0, 0, 0, 0, 0],
      [0.5, 0.5, 0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25, 0.25, 0.75],
      [0.25, 0.75, 0.75, 0.75, 0.25],
      [0.375, 0.375, 0.625, 0.875, 0.375],
      [0.875, 0.875, 0.125, 0.375, 0.875],
    ];
    for (const [i, point] of known.entries())
      for (const [j, value] of point.entries()) expect(at(i, j)).toBe(value + HALF_A_DIGIT);
  });

  it.each([null, 1, 20260514])('put one point in every interval of every coordinate, seed %s', (seed) => {
    const at = sobol(MOST_COORDINATES, seed);
    for (let j = 0; j < MOST_COORDINATES; j++) {
      const cells = new Set(Array.from({ length: 1024 }, (_, i) => Math.floor(at(i, j) * 1024)));
      expect(cells.size, `coordinate ${j}`).toBe(1024);
    }
  });

  it('differ from seed to seed and lie inside', () => {
    const [first, second] = [sobol(3, 1), sobol(3, 2)];
    expect(first(7, 1)).not.toBe(second(7, 1));
    for (let i = 0; i < 100; i++) {
      expect(first(i, 2)).toBeGreaterThan(0);
      expect(first(i, 2)).toBeLessThan(1);
    }
  });
});
