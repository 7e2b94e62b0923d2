/** Draws of a problem's parameters: where they lie, which are drawn again, and when drawing ends. */
import { describe, expect, test } from 'vitest';
import type { Problem } from '../../src/economics/problem.ts';
import type { Range } from '../../src/economics/range.ts';
import type { Fact } from '../../src/kernel/facts.ts';
import { POSITIVE } from '../../src/kernel/symbols.ts';
import { drawProblem } from '../../src/numerics/program/pool.ts';
import { letter, orSentence, read } from '../support/terms.ts';

const range = (low: number, high: number): Range => ({ low, high, scale: 'linear', meaning: 'test' });

/** As much of a problem as draws need: u and v, both positive. */
const problem = (ranges: Readonly<Record<string, Range>>, facts: readonly Fact[] = []): Problem =>
  ({
    id: 'drawn',
    parameters: [letter('u', POSITIVE), letter('v', POSITIVE)],
    facts,
    ranges,
  }) as unknown as Problem;

const BOTH = { u: range(1, 2), v: range(10, 20) };

describe('draws of a problem’s parameters', () => {
  test('each within its range, as many as asked for', () => {
    const draws = drawProblem(problem(BOTH), 1, 50);
    expect(draws).toHaveLength(50);
    for (const { u = 0, v = 0 } of draws) {
      expect(u).toBeGreaterThanOrEqual(1);
      expect(u).toBeLessThanOrEqual(2);
      expect(v).toBeGreaterThanOrEqual(10);
      expect(v).toBeLessThanOrEqual(20);
    }
    // Each is drawn for itself, and evenly: the mean of fifty lies near the middle.
    expect(new Set(draws.map(({ u }) => u)).size).toBe(50);
    expect(draws.reduce((sum, { u = 0 }) => sum + u, 0) / 50).toBeCloseTo(1.5, 0);
    expect(drawProblem(problem(BOTH), 1, 0)).toEqual([]);
  });

  test('the same for the same seed, longer ones beginning with shorter ones', () => {
    const draws = drawProblem(problem(BOTH), 1, 5);
    expect(drawProblem(problem(BOTH), 1, 9).slice(0, 5)).toEqual(draws);
    expect(drawProblem(problem(BOTH), 2, 5)).not.toEqual(draws);
  });

  test('a parameter’s draws do not depend on the ranges of others', () => {
    const us = (ranges: Readonly<Record<string, Range>>) =>
      drawProblem(problem(ranges), 1, 5).map(({ u }) => u);
    expect(us({ v: range(3, 4), u: range(1, 2) })).toEqual(us(BOTH));
  });

  test('what an assumption or a domain forbids is drawn again', () => {
    const apart: Fact = { term: read('v - u'), is: 'positive', because: 'v is the larger one' };
    const draws = drawProblem(problem({ u: range(-1, 1), v: range(0, 1) }, [apart]), 1, 30);
    expect(draws).toHaveLength(30);
    for (const { u = 0, v = 0 } of draws) {
      expect(u).toBeGreaterThan(0);
      expect(v).toBeGreaterThan(u);
    }
  });

  test('where none is allowed it ends after twenty tries for each that was asked for', () => {
    let asked = 0;
    const never = problem({ ...BOTH, u: range(-2, -1) });
    const counted = Object.defineProperty({ ...never }, 'parameters', {
      get: () => {
        asked += 1;
        return never.parameters;
      },
    });
    expect(drawProblem(counted, 1, 3)).toEqual([]);
    const first = asked;
    drawProblem(counted, 1, 1);
    expect(first / (asked - first)).toBe(3);
  });

  test('an error that refuses no values is not taken for a refusal', () => {
    const broken = Object.defineProperty({ ...problem(BOTH) }, 'facts', {
      get: () => {
        throw new TypeError('no facts');
      },
    });
    expect(() => orSentence(() => drawProblem(broken, 1, 1))).toThrow(TypeError);
  });
});
