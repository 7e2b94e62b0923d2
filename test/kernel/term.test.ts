/** Terms as trees: what counts as the same one. */
import { expect, test } from 'vitest';
import { identityOf } from '../../src/kernel/identity.ts';
import { rational } from '../../src/kernel/rational.ts';
import {
  add,
  call,
  divide,
  isOneTerm,
  isZeroTerm,
  ln,
  mapParts,
  multiply,
  number,
  one,
  parts,
  power,
  sameTerm,
  squareRoot,
  substitute,
  subtract,
  symbol,
  symbolsOf,
  type Term,
  term,
  zero,
} from '../../src/kernel/term.ts';

/** Made anew at each call, so that no two are one object. */
const MAKERS: readonly (() => Term)[] = [
  () => symbol('x'),
  () => symbol('y'),
  () => term(2),
  () => term(3),
  () => number(rational(2, 3)),
  () => number(rational(2, 5)),
  () => add('x', 1),
  () => add('x', 2),
  () => add('x', 'y'),
  () => add('x', 'y', 1),
  () => multiply('x', 'y'),
  () => multiply('x', 'z'),
  () => power('x', 'y'),
  () => power('y', 'x'),
  () => call('ln', 'x'),
  () => call('exp', 'x'),
  () => call('min', 'x', 'y'),
  () => call('min', 'y', 'x'),
  () => call('min', 'x', 'y', 'z'),
];

test('a term is the same as one built alike and as no other', () => {
  for (const [i, one] of MAKERS.entries()) {
    for (const [j, other] of MAKERS.entries()) {
      expect(sameTerm(one(), other()), `${i}, ${j}`).toBe(i === j);
      expect(identityOf(one()) === identityOf(other()), `${i}, ${j}`).toBe(i === j);
    }
  }
});

test('sums and products are flat, with their numbers folded', () => {
  expect(add()).toBe(zero);
  expect(add(2, -2)).toBe(zero);
  expect(add('x', 2, -2)).toEqual(symbol('x'));
  expect(add(1, add('x', 2), 'y')).toEqual({ kind: 'sum', terms: [symbol('x'), symbol('y'), term(3)] });
  expect(multiply()).toBe(one);
  expect(multiply(0, 'x')).toBe(zero);
  expect(multiply(2, 'x', number(rational(1, 2)))).toEqual(symbol('x'));
  expect(multiply('x', multiply(2, 'y'), 3)).toEqual({
    kind: 'product',
    factors: [term(6), symbol('x'), symbol('y')],
  });
  expect([isZeroTerm(zero), isZeroTerm(one), isZeroTerm(symbol('x'))]).toEqual([true, false, false]);
  expect([isOneTerm(one), isOneTerm(zero), isOneTerm(symbol('x'))]).toEqual([true, false, false]);
});

test('powers of numbers are written out while they are short', () => {
  expect(power(2, 10)).toEqual(term(1024));
  expect(power(number(rational(-2, 3)), -3)).toEqual(number(rational(-27, 8)));
  expect(power(2, 4095).kind).toBe('number');
  expect(power(2, 4096).kind).toBe('power');
  expect(power(2, -4095).kind).toBe('number');
  expect(power(2, -4096).kind).toBe('power');
  // 65,536 bits are too many: 17 times 3855 is 65,535 and 32 times 2048 is all of them.
  expect(power(2n ** 16n, 3855).kind).toBe('number');
  expect(power(2n ** 16n, -3855).kind).toBe('number');
  expect(power(2n ** 16n, -3856).kind).toBe('power');
  expect(power(2n ** 31n, 2048).kind).toBe('power');
  expect(power('x', 0)).toEqual(one);
  expect(power('x', 1)).toEqual(symbol('x'));
  expect(power(1, 'x')).toEqual(one);
  expect(power(0, 0).kind).toBe('power');
  expect(power(0, -1).kind).toBe('power');
  expect(power(0, 2).kind).toBe('power');
  expect(power(4, number(rational(1, 2))).kind).toBe('power');
});

test('short ways to write them', () => {
  const [x, y] = [symbol('x'), symbol('y')];
  expect(subtract('x', 'y')).toEqual(add(x, multiply(-1, y)));
  expect(divide('x', 'y')).toEqual(multiply(x, power(y, -1)));
  expect(squareRoot('x')).toEqual({ kind: 'power', base: x, exponent: number(rational(1, 2)) });
  expect(ln('x')).toEqual({ kind: 'call', name: 'ln', args: [x] });
});

test('parts are replaced in each kind, and nothing where none changes', () => {
  const swap = (part: Term): Term => (sameTerm(part, symbol('x')) ? symbol('z') : part);
  for (const [before, after] of [
    [add('x', 'y', 1), add('z', 'y', 1)],
    [multiply(2, 'x', 'y'), multiply(2, 'z', 'y')],
    [power('x', 'y'), power('z', 'y')],
    [power('y', 'x'), power('y', 'z')],
    [call('max', 'x', 'y'), call('max', 'z', 'y')],
  ] as const) {
    expect(mapParts(before, swap)).toEqual(after);
    expect(mapParts(after, swap)).toBe(after);
    expect(symbolsOf(before)).toEqual(['x', 'y']);
    expect(symbolsOf(after)).toEqual(['y', 'z']);
    expect(substitute(before, { x: 'z' })).toEqual(after);
    expect(substitute(before, { w: 'z' })).toBe(before);
  }
  expect(parts(symbol('x'))).toEqual([]);
  expect(parts(term(2))).toEqual([]);
  expect(mapParts(symbol('x'), swap)).toEqual(symbol('x'));
  // All at once: what comes in is not replaced again.
  expect(substitute(add('x', 'y'), { x: 'y', y: 'x' })).toEqual(add('y', 'x'));
  expect(substitute(symbol('toString'), {})).toEqual(symbol('toString'));
});
