/** Conditions of a regime that can hold together, and ones that cannot. */
import { expect, test } from 'vitest';
import { areContradictory } from '../../src/asymptotics/consistent.ts';
import { fact, under } from './small.ts';

const clash = (...conditions: readonly string[]): boolean =>
  areContradictory(conditions.map(fact), under('p - 1 > 0'));

test('what must stay below 1 and is not', () => {
  expect(clash('1 - a > 0')).toBe(false);
  expect(clash('1 - p > 0')).toBe(true);
  expect(clash('1 - 1/p > 0')).toBe(false);
  expect(clash('1 - p > 0', '1 - a > 0')).toBe(true);
  expect(clash('1 - a > 0', '1 - p > 0')).toBe(true);
});

test('two that must stay below 1 and are one another upside down, or more', () => {
  expect(clash('1 - a > 0', '1 - 1/a > 0')).toBe(true);
  expect(clash('1 - a/b > 0', '1 - p*b/a > 0')).toBe(true);
  expect(clash('1 - a/b > 0', '1 - b/a/p > 0')).toBe(false);
  expect(clash('1 - a > 0', '1 - b > 0', '1 - 1/a > 0')).toBe(true);
  expect(clash('1 - a > 0', '1 - b > 0')).toBe(false);
  // 1/2 and 1/2: a condition is not held against itself.
  expect(clash('1 - a > 0', '1 - a > 0')).toBe(false);
});

test('conditions of another kind say nothing', () => {
  expect(clash('1 - v > 0', '1 - 1/v > 0')).toBe(false);
  expect(clash('a - 1 > 0', '1 - a > 0')).toBe(false);
  expect(clash('1 - a >= 0', '1 - 1/a >= 0')).toBe(false);
});
