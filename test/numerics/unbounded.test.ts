/** Whether a gain outgrows its costs, or keeps pace with them, far out: rates of growth by hand, of powers along a way. */
import { describe, expect, test } from 'vitest';
import { keepsPace, outgrowsCosts, type Trade } from '../../src/numerics/unbounded.ts';
import { read } from '../support/terms.ts';

type Point = readonly number[];
const trade = (gain: string, loss: string): Trade => ({
  variables: ['u', 'v'],
  parameters: ['p'],
  gain: read(gain),
  loss: read(loss),
});
/** p is e. */
const THETA = [Math.E];

describe('on the way to the far point alone', () => {
  test.each<readonly [string, string, Point, Point, boolean]>([
    ['p*u', '0', [0, 0], [1, 0], true],
    ['p*u', 'u^(1/2) + v', [0, 0], [1, 0], true],
    // One cost that grows faster is enough.
    ['u', 'u^2 + u^(1/2)', [0, 0], [1, 0], false],
    // What fades most slowly does not grow.
    ['1/u', '1/u^2', [0, 0], [1, 0], false],
    ['p', '1/u', [0, 0], [1, 0], false],
    // The way is from the middle, not from zero: v rises by three where u rises by one.
    ['v/u', '0', [5, 0], [6, 3], true],
    ['u/v', '0', [5, 0], [6, 3], false],
  ])('%s against %s, from %j to %j: %s', (gain, loss, middle, far, expected) => {
    expect(outgrowsCosts(trade(gain, loss), THETA, middle, far, false)).toBe(expected);
  });
});

describe('in any direction from there on', () => {
  test.each<readonly [string, string, Point, Point, boolean]>([
    ['1/u', '0', [0, 0], [1, 0], true],
    ['p', '0', [0, 0], [1, 0], false],
    // u/(1 + u/p) grows with u near u = 1, but forty logarithms further on it no longer does; p v does.
    ['u/(1 + u/p)', '0', [40, 0], [0, 0], false],
    ['p*v*u/(1 + u/p)', '0', [40, 0], [0, 0], true],
  ])('%s against %s, from %j to %j: %s', (gain, loss, middle, far, expected) => {
    expect(outgrowsCosts(trade(gain, loss), THETA, middle, far)).toBe(expected);
  });
});

describe('as fast as what grows fastest', () => {
  test.each<readonly [string, string, Point, Point, boolean]>([
    ['p*u', 'u', [0, 0], [1, 0], true],
    ['p*u', 'u + u^(1/2)', [0, 0], [1, 0], true],
    ['p*u', 'u^2', [0, 0], [1, 0], false],
    ['p', 'p', [0, 0], [1, 0], false],
    ['v/u', 'v/u', [5, 0], [6, 3], true],
    ['u/v', 'u/v', [5, 0], [6, 3], false],
  ])('%s against %s, from %j to %j: %s', (gain, loss, middle, far, expected) => {
    expect(keepsPace(trade(gain, loss), THETA, middle, far)).toBe(expected);
  });
});
