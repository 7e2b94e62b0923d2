/** The tests themselves run where no code can be made from text: what they pass through makes none. */
import { expect, test } from 'vitest';

test('new Function and eval throw here, and __proto__ is no way in', () => {
  expect(() => new Function('return 1')).toThrow(EvalError);
  // biome-ignore lint/security/noGlobalEval: that it is refused is the point.
  expect(() => globalThis.eval('1')).toThrow(EvalError);
  expect(() => Reflect.get({}, '__proto__')).toThrow();
});
