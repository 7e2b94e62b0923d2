import { describe, expect, test } from 'vitest';
import { type LeastSquaresFit, leastSquares } from '../../src/fit/least-squares.ts';
import { type CertifiedSet, problemOf, SETS } from './nist-sets.ts';

/** Digits on which two numbers agree; certified values have eleven. */
const digits = (found: number, certified: string): number =>
  Math.min(11, -Math.log10(Math.abs(found / Number(certified) - 1) + 1e-16));

const worst = (fit: LeastSquaresFit, set: CertifiedSet): number =>
  Math.min(...set.params.map(({ certified }, i) => digits(fit.parameters[i] as number, certified)));

/** Its certified sum of squares, 1.4e-25, is rounding: the deviations that follow from it are too. */
const BELOW_ROUNDING = 'Lanczos1';

describe('certified fits of NIST', () => {
  test('are twenty-seven', () => expect(SETS).toHaveLength(27));

  for (const set of SETS) {
    const problem = problemOf(set);
    test.each(['start1', 'start2'] as const)(`${set.name} from %s, to nine digits`, (start) => {
      const fit = leastSquares(
        problem,
        set.params.map((parameter) => parameter[start]),
      );
      expect(fit?.converged).toBe(true);
      expect(worst(fit as LeastSquaresFit, set)).toBeGreaterThan(9);
      if (set.name === BELOW_ROUNDING) return;
      expect(digits(fit?.sumOfSquares as number, set.rss)).toBeGreaterThan(9);
      for (const [i, { sd }] of set.params.entries())
        expect(digits(fit?.deviations?.[i] as number, sd)).toBeGreaterThan(7);
    });
  }
});

describe('a fit that is none', () => {
  const line = SETS.find(({ name }) => name === 'DanWood') as CertifiedSet;

  test('is not called converged where two parameters do the work of one', () => {
    const problem = problemOf({
      ...line,
      rhs: 'b1*b3*x^b2',
      params: [...line.params, { name: 'b3', start1: 1, start2: 1, certified: '1', sd: '1' }],
    });
    const fit = leastSquares(problem, [1, 5, 1]);
    expect(fit?.converged).toBe(false);
    expect(fit?.condition).toBeGreaterThan(1e13);
    expect(fit?.deviations).toBeNull();
  });

  test('is not called converged where the least lies at infinity', () => {
    const rows = [1, 2, 3, 4].map((x) => [Math.exp(x), x] as const);
    const fit = leastSquares(
      problemOf({ ...line, rhs: 'b1 + exp(-b2*x)', columns: ['y', 'x'], data: rows.map(([, x]) => [1, x]) }),
      [0.5, 1],
    );
    expect(fit?.converged).toBe(false);
  });

  test('is null where the formula has no value at the start', () => {
    expect(leastSquares(problemOf({ ...line, rhs: 'b1*ln(-b2)*x' }), [1, 5])).toBeNull();
  });
});
