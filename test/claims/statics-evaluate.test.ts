/** Terms as functions of the values of their letters. */
import { expect, test } from 'vitest';
import { evaluatorOf } from '../../src/claims/statics-evaluate.ts';
import { add, multiply, symbol } from '../../src/kernel/term.ts';

test('a term is a function of its letters by name, made once', () => {
  const term = add(multiply(2, symbol('x')), symbol('y'));
  expect(evaluatorOf(term)({ x: 3, y: 5, z: 7 })).toBe(11);
  expect(evaluatorOf(term)({ y: 0, x: 0 })).toBe(0);
  expect(evaluatorOf(term)({ x: 3 })).toBeNaN();
  expect(evaluatorOf(term)).toBe(evaluatorOf(term));
});
