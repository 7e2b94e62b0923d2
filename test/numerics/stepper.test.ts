/** Newton's steps by hand: of one, two and three equations, held letters, steps that are too long, and steps that do harm. */
import { describe, expect, test } from 'vitest';
import { LAST_STEP, LESS, LONGEST_STEP, MORE, Stepper } from '../../src/numerics/fast/stepper.ts';

interface Start {
  readonly y: readonly number[];
  readonly F: readonly number[];
  readonly J: readonly (readonly number[])[];
  readonly isHeld?: readonly boolean[];
  readonly hasHeight?: boolean;
}

function stepper({ y, F, J, isHeld = y.map(() => false), hasHeight = false }: Start): Stepper {
  const made = new Stepper(y.length, isHeld, hasHeight);
  made.y.set(y);
  made.F.set(F);
  made.J.set(J.flat());
  return made;
}

describe('a step', () => {
  test('one equation: F/J back', () => {
    const one = stepper({ y: [5], F: [3], J: [[2]] });
    expect(one.advance()).toBe(false);
    expect([...one.y]).toEqual([3.5]);
    expect([...one.before]).toEqual([5]);
    expect(one.last).toBe(3);
  });

  test('two equations: 2 u + v = -3, u + 4 v = 2', () => {
    const two = stepper({
      y: [1, 1],
      F: [3, -2],
      J: [
        [2, 1],
        [1, 4],
      ],
    });
    expect(two.advance()).toBe(false);
    // u = -2, v = 1.
    expect(two.y[0]).toBeCloseTo(-1, 14);
    expect(two.y[1]).toBeCloseTo(2, 14);
    expect(two.last).toBe(5);
  });

  test('three equations: u + 2 v = 1, v + 3 w = 2, 4 u + w = 3', () => {
    const three = stepper({
      y: [0, 0, 0],
      F: [-1, -2, -3],
      J: [
        [1, 2, 0],
        [0, 1, 3],
        [4, 0, 1],
      ],
    });
    three.advance();
    const [u = 0, v = 0, w = 0] = three.y;
    expect(u + 2 * v).toBeCloseTo(1, 14);
    expect(v + 3 * w).toBeCloseTo(2, 14);
    expect(4 * u + w).toBeCloseTo(3, 14);
  });

  test('three equations, all nine derivatives', () => {
    const J = [
      [3, -1, 2],
      [1, 4, -2],
      [-2, 1, 5],
    ];
    const three = stepper({ y: [0, 0, 0], F: [2, -1, 4], J });
    three.advance();
    const made = J.map((row) => row.reduce((sum, value, k) => sum + value * (three.y[k] ?? 0), 0));
    expect(made.map((value) => Number(value.toFixed(12)))).toEqual([-2, 1, -4]);
  });

  test('what is held stays, and its condition counts for nothing', () => {
    const held = stepper({
      y: [1, 7],
      F: [4, 100],
      J: [
        [2, 50],
        [50, 50],
      ],
      isHeld: [false, true],
    });
    expect(held.advance()).toBe(false);
    expect([...held.y]).toEqual([-1, 7]);
    expect(held.last).toBe(4);
    const other = stepper({
      y: [1, 7, 3],
      F: [100, 6, 3],
      J: [
        [50, 50, 50],
        [50, 2, 0],
        [50, 0, 3],
      ],
      isHeld: [true, false, false],
    });
    other.advance();
    expect([...other.y]).toEqual([1, 4, 2]);
  });

  test('all held: the end, at once', () => {
    const all = stepper({ y: [1], F: [4], J: [[2]], isHeld: [true] });
    expect(all.advance()).toBe(true);
    expect([...all.y]).toEqual([1]);
  });

  test('no longer than the longest, in the same direction', () => {
    const far = stepper({
      y: [0, 0],
      F: [-120, 60],
      J: [
        [1, 0],
        [0, 1],
      ],
    });
    expect(far.advance()).toBe(false);
    expect([...far.y]).toEqual([LONGEST_STEP, -LONGEST_STEP / 2]);
  });

  test('the last one is short', () => {
    expect(stepper({ y: [1], F: [LAST_STEP], J: [[1]] }).advance()).toBe(true);
    expect(stepper({ y: [1], F: [2 * LAST_STEP], J: [[1]] }).advance()).toBe(false);
  });

  test('a step that is no number is not taken', () => {
    const singular = stepper({ y: [1], F: [3], J: [[0]] });
    expect(singular.advance()).toBe(false);
    expect([...singular.y]).toEqual([1]);
  });
});

describe('a step that did harm', () => {
  const stepped = (y: number, F: number) => {
    const one = stepper({ y: [8], F: [2], J: [[1]] });
    one.advance();
    expect([...one.y]).toEqual([6]);
    one.F[0] = F;
    one.y[0] = y;
    return one;
  };

  test('is halved, and what it is measured by stays', () => {
    const one = stepped(6, 3);
    expect(one.advance()).toBe(false);
    expect([...one.y]).toEqual([7]);
    expect(one.last).toBe(2);
    expect([...one.before]).toEqual([8]);
  });

  test('of conditions that differ by rounding it is none', () => {
    const one = stepped(6, 1e-7);
    one.last = 1e-8;
    expect(one.advance()).toBe(true);
  });

  test('into where nothing sells is halved too', () => {
    const one = stepped(6, 0);
    one.sells = false;
    expect(one.advance()).toBe(false);
    expect([...one.y]).toEqual([7]);
  });
});

describe('where nothing sells at the start', () => {
  test.each([
    [false, MORE],
    [true, LESS],
  ])('too large: %s', (isTooLarge, by) => {
    const one = stepper({
      y: [4, 1],
      F: [2, 2],
      J: [
        [1, 0],
        [0, 1],
      ],
      isHeld: [false, true],
    });
    one.sells = false;
    one.isTooLarge = isTooLarge;
    expect(one.advance()).toBe(false);
    expect([...one.y]).toEqual([4 + by, 1]);
    expect(one.last).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('down a height', () => {
  test('a step that would go up is taken letter by letter down the slope', () => {
    // The Newton step -F/J = (4, -1) climbs: 4·2 - 1·3 = 5 > 0. Down: -2/|-1/2| and -3/3.
    const one = stepper({
      y: [0, 0],
      F: [2, 3],
      J: [
        [-0.5, 0],
        [0, 3],
      ],
      hasHeight: true,
    });
    one.height = 10;
    expect(one.advance()).toBe(false);
    expect([...one.y]).toEqual([-4, -1]);
    expect(one.last).toBe(10);
  });

  test('a step that goes down is taken as it is, and one without a height always', () => {
    const start = {
      y: [0, 0],
      F: [2, 3],
      J: [
        [0.5, 0],
        [0, 3],
      ],
    };
    const down = stepper({ ...start, hasHeight: true });
    down.height = 10;
    down.advance();
    expect([...down.y]).toEqual([-4, -1]);
    const up = stepper({
      ...start,
      J: [
        [-0.5, 0],
        [0, 3],
      ],
    });
    up.advance();
    expect([...up.y]).toEqual([4, -1]);
  });

  test('a height that has not fallen is kept where it differs by rounding alone', () => {
    const one = stepper({ y: [0], F: [1], J: [[1]], hasHeight: true });
    one.height = 1;
    one.advance();
    one.height = 1 + 1e-13;
    one.F[0] = 1e-9;
    expect(one.advance()).toBe(true);
    const other = stepper({ y: [0], F: [1], J: [[1]], hasHeight: true });
    other.height = 1;
    other.advance();
    other.height = 1 + 1e-9;
    expect(other.advance()).toBe(false);
    expect([...other.y]).toEqual([-0.5]);
  });
});
