/** Whether a root is one: put into the equation, what is left is rounding, at points where its conditions hold. */
import { expect } from 'vitest';
import { decimalArithmetic } from '../../src/kernel/arithmetic/decimal.ts';
import { evaluate } from '../../src/kernel/compile.ts';
import { assuming, type Context } from '../../src/kernel/facts.ts';
import { samplePoints } from '../../src/kernel/sample.ts';
import { substitute, symbolsOf, type Term } from '../../src/kernel/term.ts';
import type { Outcome, Root } from '../../src/solve/outcome.ts';

const precise = decimalArithmetic(50);

/** |equation at the root| against the size of its summands, at the worst of the points, and how many points those are. */
export function residual(
  equation: Term,
  unknown: string,
  root: Root,
  context: Context,
): { worst: number; points: number } {
  const put = substitute(equation, { [unknown]: root.value });
  const pieces = put.kind === 'sum' ? put.terms : [put];
  let [worst, points] = [0, 0];
  for (const point of samplePoints(symbolsOf(put), assuming(context, ...root.conditions), 8)) {
    const values = Object.fromEntries(
      Object.entries(point).map(([name, x]) => [name, precise.fromNumber(x)]),
    );
    const parts = pieces.map((piece) => evaluate(piece, values, precise));
    const total = precise.toNumber(parts.reduce((sum, part) => precise.add(sum, part)));
    const size = parts.reduce((sum, part) => sum + Math.abs(precise.toNumber(part)), 0);
    points++;
    const relative = total === 0 ? 0 : Math.abs(total) / size;
    worst = Math.max(worst, Number.isNaN(relative) ? Number.POSITIVE_INFINITY : relative);
  }
  return { worst, points };
}

/** Every root of a solved equation is one. */
export function expectRoots(
  equation: Term,
  unknown: string,
  outcome: Outcome,
  context: Context,
): readonly Root[] {
  if (outcome.kind !== 'solved') throw new Error(`not solved: ${JSON.stringify(outcome)}`);
  for (const root of outcome.roots) {
    const { worst, points } = residual(equation, unknown, root, context);
    expect(points).toBeGreaterThan(0);
    expect(worst).toBeLessThan(1e-25);
  }
  return outcome.roots;
}
