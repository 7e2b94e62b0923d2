/** The search for the simplest counterexample: what a number costs, and what is found from where. */
import { describe, expect, test } from 'vitest';
import { simplest, simplestFrom, weightOf } from '../../src/claims/simplest.ts';

describe('what a number costs a reader', () => {
  test.each([
    [0, 0],
    [1, 0.5],
    [1e-21, 0.5],
    [5, 0.75],
    [0.05, 0.75],
    [2, 1],
    [25, 2],
    [0.34, 2],
    [-0.34, 2.1],
    [-1, 0.6],
    [1.2345, 5],
  ])('%d: %d', (value, weight) => {
    expect(weightOf({ value })).toBeCloseTo(weight, 12);
  });

  test('of several is their sum', () => {
    expect(weightOf({})).toBe(0);
    expect(weightOf({ x: 1, y: 25, z: 0 })).toBe(2.5);
  });
});

const always = (): boolean => true;
const never = (): boolean => false;

describe('the simplest that still fails', () => {
  test('takes plain shapes, powers of ten for scales far from one and fewer digits for all else', () => {
    expect(simplestFrom({ x: 3.2159 }, always)).toEqual({ x: 3 });
    expect(simplestFrom({ x: 123456 }, always)).toEqual({ x: 100000 });
    expect(simplestFrom({ x: 2.5e-7 }, always)).toEqual({ x: 1e-7 });
    for (const power of [-4, -5, -20, -23, -24, 26])
      expect(simplestFrom({ x: Number(`2.9e${power}`) }, always)).toEqual({ x: Number(`1e${power}`) });
    expect(simplestFrom({ x: 1000 * 1.2 }, always)).toEqual({ x: 1000 });
    expect(simplestFrom({ x: -12345.6 }, always)).toEqual({ x: -10000 });
    expect(simplestFrom({ gamma: 0.37 }, always)).toEqual({ gamma: 0 });
    expect(simplestFrom({ alpha: 0.3412 }, always)).toEqual({ alpha: 0.5 });
    expect(simplestFrom({ x: 0 }, always)).toEqual({ x: 0 });
  });

  test('keeps what does not fail when simpler', () => {
    const start = { x: 3.2159, y: 2.7828 };
    expect(simplestFrom(start, never)).toBe(start);
    expect(simplestFrom(start, ({ x = 0 }) => x > 3.2)).toEqual({ x: 3.22, y: 3 });
    expect(simplestFrom({ x: 123456 }, ({ x = 0 }) => x > 100000)).toEqual({ x: 1e6 });
    expect(simplestFrom({ x: 123456 }, ({ x = 0 }) => x < 100000)).toEqual({ x: 10000 });
    expect(simplestFrom({ x: 123456 }, ({ x = 0 }) => x > 1e6)).toEqual({ x: 1e7 });
    expect(simplestFrom({ x: 123456 }, ({ x = 0 }) => x < 2e3)).toEqual({ x: 1000 });
    expect(simplestFrom({ x: 123456 }, ({ x = 0 }) => x < 2e3 && x !== 1000)).toEqual({ x: 123456 });
    expect(simplestFrom({ gamma: 0.37 }, ({ gamma = 0 }) => gamma !== 0)).toEqual({ gamma: 1 });
    expect(simplestFrom({ gamma: 0.37 }, ({ gamma = 0 }) => gamma < 0)).toEqual({ gamma: -1 });
    expect(simplestFrom({ beta: 0.377 }, ({ beta = 0 }) => beta < 0.35)).toEqual({ beta: 0.3 });
  });

  test('an exponent takes its scale along, so that quality reaches 1 at the same size', () => {
    const along = 0.3 ** (0.5 / 0.34);
    const isAlong = ({ alpha = 0, a = 0 }): boolean => alpha === 0.5 && a === along;
    expect(simplestFrom({ alpha: 0.34, a: 0.3 }, isAlong)).toEqual({ alpha: 0.5, a: along });
    const kept = { alpha: 0.34, beta: 0.377, a: 0.25, b: 0.125 };
    const data = simplestFrom(
      kept,
      ({ alpha = 0, beta = 0, a = 0, b = 0 }) =>
        alpha === 0.34 && a === 0.25 && beta === 0.34 && b === 0.125 ** (0.34 / 0.377),
    );
    expect(data).toEqual({ ...kept, beta: 0.34, b: 0.125 ** (0.34 / 0.377) });
  });

  test('goes on from round to round: a later parameter lets an earlier one be simpler', () => {
    const fails = ({ x = 0, y = 0 }): boolean => x >= y;
    expect(simplestFrom({ x: 7.77, y: 7.7 }, fails)).toEqual({ x: 8, y: 8 });
    const tied = ({ x = 0, y = 0 }): boolean => Number.isInteger(y) || x === 1.25;
    expect(simplestFrom({ x: 1.25, y: 3.5 }, tied)).toEqual({ x: 1, y: 4 });
  });

  test('of several starts the simplest end counts, the first of two alike; starts that do not fail do not', () => {
    expect(simplest([], always)).toBeNull();
    expect(simplest([{ x: 2 }], never)).toBeNull();
    expect(simplest([{ x: 2.5 }, { x: 1 }], ({ x = 0 }) => x === 2.5 || x === 1)).toEqual({ x: 1 });
    expect(simplest([{ x: 2 }, { x: 3 }], ({ x = 0 }) => x === 2 || x === 3)).toEqual({ x: 2 });
    expect(simplest([{ x: 1 }, { x: 3 }], ({ x = 0 }) => x === 3)).toEqual({ x: 3 });
  });
});
