/** What the parts of a problem count in its conditions at a solution. */
import { double } from '../../kernel/arithmetic/double.ts';
import { substitute, type Term } from '../../kernel/term.ts';
import { summandsOf } from '../split.ts';
import { isOfKink } from './kinks.ts';
import { slopedIn } from './localise.ts';
import type { Solved } from './outcome.ts';
import { inDuals } from './program.ts';

/** What a source counts in each condition, what helps positive, in units of the objective per unit of a variable's logarithm. */
type Count = readonly [source: string, by: readonly number[]];

/** Every summand of the objective and every constraint that binds, for themselves. */
function summandCounts({ program, theta, binding, isLog, z }: Solved): readonly Count[] {
  const { better, objective, problem, variables } = program;
  const x = z.slice(0, variables.length);
  const slopes = (value: Term) => slopedIn(program, inDuals(program, value, double), theta)(x);
  const scale = isLog ? slopes(objective).value : 1;
  const parts = problem.parts.flatMap(({ source, term }) =>
    summandsOf(substitute(term, problem.given)).map(
      (own): Count => [source, slopes(own).gradient.map((slope) => better * slope)],
    ),
  );
  const constraints = binding.map(({ constraint, excess }, j): Count => {
    const worth = (z[variables.length + j] ?? 0) * scale;
    return [constraint.id, slopes(excess).gradient.map((slope) => -worth * slope)];
  });
  return [...parts, ...constraints];
}

/** The same by source. */
function countsOf(solved: Solved): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, readonly number[]>();
  for (const [source, by] of summandCounts(solved)) {
    const before = found.get(source);
    found.set(source, before ? before.map((value, i) => value + (by[i] ?? 0)) : by);
  }
  return found;
}

/** The counts in the condition by which a regime is told, as shares of the largest. */
export function sharesOf(solved: Solved): Readonly<Record<string, number>> {
  const { variables, problem } = solved.program;
  const index = Math.max(0, variables.indexOf(problem.telling));
  const stated = [...countsOf(solved)].filter(([source]) => !isOfKink(source));
  const counts = stated.map(([source, by]) => [source, by[index] ?? 0] as const);
  const largest = Math.max(...counts.map(([, value]) => Math.abs(value)));
  return Object.fromEntries(counts.map(([source, value]) => [source, largest > 0 ? value / largest : 0]));
}

/** The largest that a summand counts in each condition where one variable is moved by one in its logarithm. */
function largestNearby(solved: Solved): readonly number[] {
  return solved.program.variables.map((_, i) => {
    const sides = [1, -1].map((by) => {
      const z = solved.z.map((value, k) => (k === i ? value + by : value));
      return summandCounts({ ...solved, z }).map(([, counts]) => Math.abs(counts[i] ?? 0));
    });
    return Math.max(...sides.flat().filter(Number.isFinite));
  });
}

/**
 * The worst condition as a share of the largest of its summands, and the worst excess of a constraint that binds. Summands
 * that all have one sign, as where the only one vanishes at a flat peak, are none for each other: of their largest nearby.
 */
export function residualOf(solved: Solved): number {
  const { program, conditions, z, theta } = solved;
  const counts = summandCounts(solved).map(([, by]) => by);
  const stationary = program.variables.map((_, i) => {
    const own = counts.map((by) => by[i] ?? 0);
    const sum = Math.abs(own.reduce((total, value) => total + value, 0));
    const largest = Math.max(...own.map(Math.abs));
    const scale = sum < largest ? largest : Math.max(largest, largestNearby(solved)[i] ?? 0);
    return sum / Math.max(scale, Number.MIN_VALUE);
  });
  const excesses = conditions.residual(z, theta).slice(program.variables.length).map(Math.abs);
  return Math.max(0, ...stationary, ...excesses);
}
