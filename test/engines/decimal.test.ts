import { expect, test } from 'vitest';
import { decimals } from '../../src/engines/decimal.ts';

const fifty = decimals(50);

test('ln 2 and √2 to fifty digits', () => {
  const two = fifty.fromNumber(2);
  expect(fifty.toText(fifty.ln(two))).toBe('0.69314718055994530941723212145817656807550013436026');
  expect(fifty.toText(fifty.pow(two, fifty.fromText('0.5')))).toBe(
    '1.4142135623730950488016887242096980785696718753769',
  );
});

test('the operations agree with exact decimals', () => {
  const [a, b] = [fifty.fromText('1e-30'), fifty.fromNumber(3)];
  expect(fifty.toText(fifty.sub(fifty.add(b, a), b))).toBe('1e-30');
  expect(fifty.toNumber(fifty.mul(b, fifty.neg(b)))).toBe(-9);
  expect(fifty.toNumber(fifty.div(fifty.fromNumber(1), fifty.fromNumber(8)))).toBe(0.125);
  expect(fifty.toNumber(fifty.ln(fifty.exp(b)))).toBe(3);
  expect([fifty.compare(a, b), fifty.compare(b, b), fifty.compare(b, a)]).toEqual([-1, 0, 1]);
  expect(fifty.compare(a, fifty.fromNumber(Number.NaN))).toBeNaN();
});

test('a double enters with every binary digit, a text as written', () => {
  const exact = (value: number) => fifty.toText(fifty.fromNumber(value));
  expect(exact(0.1)).toBe('0.1000000000000000055511151231257827021181583404541015625');
  expect(exact(2 ** 70)).toBe('1.180591620717411303424e+21');
  expect(exact(-0.75)).toBe('-0.75');
  expect(fifty.toNumber(fifty.fromNumber(Number.MIN_VALUE))).toBe(Number.MIN_VALUE);
  expect(exact(Number.POSITIVE_INFINITY)).toBe('Infinity');
  expect(fifty.toText(fifty.fromText('0.1'))).toBe('0.1');
});

test('precisions do not leak into each other', () => {
  const five = decimals(5);
  expect(five.toText(five.div(five.fromNumber(1), five.fromNumber(3)))).toBe('0.33333');
  expect(fifty.toText(fifty.div(fifty.fromNumber(1), fifty.fromNumber(3)))).toHaveLength(52);
  expect(() => decimals(0)).toThrow(RangeError);
});
