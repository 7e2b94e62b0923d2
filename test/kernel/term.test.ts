/** Terms as trees: what counts as the same one. */
import { expect, test } from 'vitest';
import { identityOf } from '../../src/kernel/identity.ts';
import { add, call, multiply, power, sameTerm, symbol, type Term } from '../../src/kernel/term.ts';

/** Made anew at each call, so that no two are one object. */
const MAKERS: readonly (() => Term)[] = [
  () => symbol('x'),
  () => symbol('y'),
  () => add('x', 1),
  () => add('x', 2),
  () => add('x', 'y', 1),
  () => multiply('x', 'y'),
  () => multiply('x', 'z'),
  () => power('x', 'y'),
  () => power('y', 'x'),
  () => call('ln', 'x'),
  () => call('exp', 'x'),
  () => call('min', 'x', 'y'),
  () => call('min', 'y', 'x'),
];

test('a term is the same as one built alike and as no other', () => {
  for (const [i, one] of MAKERS.entries()) {
    for (const [j, other] of MAKERS.entries()) {
      expect(sameTerm(one(), other()), `${i}, ${j}`).toBe(i === j);
      expect(identityOf(one()) === identityOf(other()), `${i}, ${j}`).toBe(i === j);
    }
  }
});
