/** Agreement of two terms in value at random points, for tests. */
import { double } from '../../src/kernel/arithmetic/double.ts';
import { evaluate } from '../../src/kernel/compile.ts';
import { samplePoints } from '../../src/kernel/sample.ts';
import { symbolsOf, type Term } from '../../src/kernel/term.ts';
import { LETTERS_CONTEXT } from './letters.ts';

/** The largest relative difference at points where the first term is finite, and how many those are. */
export function worstDifference(left: Term, right: Term, count: number): { worst: number; counted: number } {
  const names = [...new Set([...symbolsOf(left), ...symbolsOf(right)])];
  let [worst, counted] = [0, 0];
  for (const point of samplePoints(names, LETTERS_CONTEXT, count)) {
    const [x, y] = [evaluate(left, point, double), evaluate(right, point, double)];
    if (!Number.isFinite(x)) continue;
    counted++;
    const difference = x === y ? 0 : Math.abs(x - y) / Math.max(Math.abs(x), Math.abs(y));
    worst = Math.max(worst, Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference);
  }
  return { worst, counted };
}
