/** W against its defining equation, solved anew with 60 decimal digits. */
import { describe, expect, test } from 'vitest';
import { decimals } from '../../src/engines/decimal.ts';
import { lambertW } from '../../src/engines/lambert-w.ts';

const arithmetic = decimals(60);
const { fromNumber, add, sub, mul, div, exp, neg, toNumber } = arithmetic;
const BRANCH_POINT = -0.36787944117144233;

/** |w / W − 1| in units of 2^−52, with W refined from w by Newton steps on w − x e^−w. */
function errorInUnits(w: number, x: number): number {
  const argument = fromNumber(x);
  const one = fromNumber(1);
  let exact = fromNumber(w);
  for (let step = 0; step < 6; step++) {
    const residual = sub(exact, mul(argument, exp(neg(exact))));
    exact = sub(exact, div(residual, add(one, exact)));
  }
  return Math.abs(toNumber(sub(div(fromNumber(w), exact), one))) / Number.EPSILON;
}

const span = (count: number, make: (share: number) => number): number[] =>
  Array.from({ length: count }, (_, index) => make((index + 0.5) / count));
const nearBranchPoint = span(150, (share) => BRANCH_POINT + 10 ** (-16 + 15 * share)).filter(
  (x) => x > BRANCH_POINT,
);
const negative = [
  ...span(150, (share) => BRANCH_POINT * (1 - share)),
  ...span(150, (share) => -(10 ** (-300 * share - 1))),
];
const positive = span(300, (share) => 10 ** (-300 + 600 * share));

describe.each([
  [0, [...nearBranchPoint, ...negative, ...positive]],
  [-1, [...nearBranchPoint, ...negative]],
] as const)('branch %i', (branch, points) => {
  test('is within four units of the exact value', () => {
    const worst = points.reduce((most, x) => Math.max(most, errorInUnits(lambertW(branch, x), x)), 0);
    expect(points.length).toBeGreaterThan(400);
    expect(worst).toBeLessThan(4);
  });

  test('keeps its side of −1', () => {
    for (const x of points)
      expect((lambertW(branch, x) + 1) * (branch === 0 ? 1 : -1)).toBeGreaterThanOrEqual(0);
  });
});

test('known values and the edges of the domain', () => {
  expect(lambertW(0, 1)).toBeCloseTo(0.5671432904097838, 15);
  expect(lambertW(0, Math.E)).toBeCloseTo(1, 15);
  expect(lambertW(-1, -0.1)).toBeCloseTo(-3.577152063957297, 14);
  expect(lambertW(0, BRANCH_POINT)).toBe(-1);
  expect(lambertW(-1, BRANCH_POINT)).toBe(-1);
  expect(lambertW(0, 0)).toBe(0);
  expect(lambertW(0, 1e-300)).toBe(1e-300);
  expect(lambertW(0, Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
  expect(lambertW(0, Number.MAX_VALUE)).toBeCloseTo(703.22703310477, 10);
  expect(lambertW(-1, 0)).toBe(Number.NEGATIVE_INFINITY);
  expect(lambertW(-1, -Number.MIN_VALUE)).toBeCloseTo(-751.0615595, 6);
  expect(lambertW(-1, 0.5)).toBeNaN();
  expect(lambertW(0, -0.4)).toBeNaN();
});
