/** The numbers along an axis: few, round, and as a person would choose them. */
import { expect, test } from 'vitest';
import { axisOf } from '../../src/figures/axes.ts';

const ticksOf = (high: number, most: number): readonly number[] | undefined =>
  axisOf({ name: 'x', letter: 'x', meaning: '', unit: '1', scale: 'linear', low: 0, high }, most).ticks;

test('the step is the smallest of 1, 2, 5 times a power of ten with which they are few', () => {
  expect(ticksOf(6, 6)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(ticksOf(6.1, 6)).toEqual([0, 2, 4, 6]);
  expect(ticksOf(25, 6)).toEqual([0, 5, 10, 15, 20, 25]);
});

test('nor is it larger where a power of ten is no double, as 1e-4', () => {
  expect(ticksOf(6e-4, 6)).toEqual([0, 1e-4, 2e-4, 3e-4, 4e-4, 5e-4, 6e-4]);
  expect(ticksOf(6e-19, 6)?.length).toBe(7);
});
