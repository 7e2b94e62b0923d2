/** Charts by hand: the letter that gives way, what it stands for, and what is left. */
import { describe, expect, test } from 'vitest';
import { chartFor, chartName } from '../../../src/derive/statics/chart.ts';
import type { Known } from '../../../src/derive/statics/known.ts';
import { printText } from '../../../src/kernel/print-text.ts';
import { polynomial, textOf } from '../../support/polynomials.ts';

const positive = (text: string): Known => ({ polynomial: polynomial(text), strict: true, because: text });
const notNegative = (text: string): Known => ({ ...positive(text), strict: false });

/** The chart in words: what is left, the letters, what is known in them and which may be zero. */
function chart(p: string, ...known: readonly Known[]) {
  const found = chartFor(polynomial(p), known);
  if (!found) return null;
  return {
    left: textOf(found.polynomial),
    letters: found.letters.map(({ name, definition, because }) => [name, printText(definition), because]),
    known: found.known.map((one) => textOf(one.polynomial)),
    closed: [...found.closed],
  };
}

describe('one inequality', () => {
  test('a x - b > 0: x = (u + b)/a, what is positive and common left out', () => {
    // The new letter is positive itself, so that it is left out too.
    expect(chart('x - y', positive('x - y'))).toEqual({
      left: '1',
      letters: [['positive_1', 'x - y', 'x - y']],
      known: [],
      closed: [],
    });
    // x = (u + y)/z, and z (x - y/z) = u.
    expect(chart('x*z^2 - y*z', positive('x*z - y'))?.left).toBe('1');
    expect(chart('x*z^2 - y*z + z', positive('x*z - y'))?.left).toBe('positive_1 + 1');
    expect(chart('2*x - y', positive('x - y'))?.left).toBe('2*positive_1 + y');
    expect(chart('x^2 - y^2', positive('x - y'))?.left).toBe('positive_1 + 2*y');
  });

  test('b - a x > 0: x = b/(a (1 + u))', () => {
    expect(chart('y^2 - x', positive('y^2 - x'))).toEqual({
      left: '1',
      letters: [['positive_1', '(-x + y^2)/x', 'y^2 - x']],
      known: [],
      closed: [],
    });
    expect(chart('y^2 - 3*x', positive('y^2 - 3*x^2'))).toBeNull();
  });

  test('that is not linear in a letter, or has other letters, or one sign, is of no use', () => {
    expect(chart('x^2 - y^2', positive('x^2 - y^2'))).toBeNull();
    expect(chart('x - y', positive('x - y - z'))).toBeNull();
    expect(chart('x - y', positive('x + y'))).toBeNull();
    expect(chart('x - y')).toBeNull();
    expect(chart('y - x', positive('x - y'))).toBeNull();
    expect(chart('x - 2*y', positive('x - y'))).toBeNull();
    // Neither part has one sign: x (y - z) - (y - 2 z).
    expect(chart('x*y - x*z - y + 2*z', positive('x*y - x*z - y + 2*z'))).toBeNull();
  });

  test('that may be zero: something else must stay off it', () => {
    expect(chart('x - y', notNegative('x - y'))).toBeNull();
    expect(chart('x - y + z', notNegative('x - y'))).toEqual({
      left: 'positive_1 + z',
      letters: [['positive_1', 'x - y', 'x - y']],
      known: [],
      closed: ['positive_1'],
    });
    // What may be zero is not divided by: u (u + y) may vanish, and so may u.
    expect(chart('x^2 - x*y', notNegative('x - y'))).toBeNull();
  });
});

describe('several', () => {
  test('one after another, each letter in those before it', () => {
    // Without y in what is asked nothing is known of x and z.
    expect(chart('x - z', positive('x - y'), positive('y - z'))).toBeNull();
    const chain = chart('w*x - w*z + x*y - y*z', positive('x - y'), positive('y - z'));
    expect(chain?.letters.map(([name]) => name)).toEqual(['positive_1', 'positive_2']);
    expect(chain?.letters.map(([, definition]) => definition).toSorted()).toEqual(['x - y', 'y - z']);
    expect(chain?.known).toEqual([]);
  });

  test('the shortest first, and of one the way with the shorter divisor', () => {
    expect(chart('2*x - y', positive('x - y - y^2'), positive('x - y'))).toEqual({
      left: '2*positive_1 + y',
      letters: [['positive_1', 'x - y', 'x - y']],
      known: ['positive_1 - y^2'],
      closed: [],
    });
    expect(chart('2*z - y', positive('z - y'))?.left).toBe('2*positive_1 + y');
  });
});

test('letters have names that no model has', () => {
  expect([chartName(1), chartName(5)]).toEqual(['positive_1', 'positive_5']);
});
