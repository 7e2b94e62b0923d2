/** The edge of the market among the regimes of a case: which of them is entered by, and which left by. */
import { expect, test } from 'vitest';
import { isEntry, isExit } from '../../src/asymptotics/law.ts';

const list = (...names: readonly string[]) => names.map((name) => ({ name }));
const exits = (...names: readonly string[]): readonly boolean[] => {
  const regimes = list(...names);
  return regimes.map((_, place) => isExit(regimes, place));
};

test('staying out and break-even are no laws', () => {
  expect(list('stay-out', 'break-even', 'training-dominated').map(isEntry)).toEqual([true, true, false]);
});

test('what comes before every law is entered by, if one stays out first', () => {
  expect(exits('stay-out', 'break-even', 'training-dominated')).toEqual([false, false, false]);
  expect(exits('stay-out', 'break-even', 'stay-out', 'break-even')).toEqual([false, false, false, false]);
});

test('what follows a law is left by', () => {
  expect(exits('stay-out', 'break-even', 'law', 'break-even', 'stay-out')).toEqual([
    false,
    false,
    false,
    true,
    true,
  ]);
  expect(exits('law', 'break-even', 'stay-out')).toEqual([true, true, true]);
});

test('so is all of it where break-even comes first: nothing is entered', () => {
  expect(exits('break-even', 'stay-out')).toEqual([true, true]);
});

test('where there is nothing, nothing is entered', () => {
  expect(isExit([], 0)).toBe(true);
});
