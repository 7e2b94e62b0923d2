/** What the parts of a problem count in its conditions at a solution. */
import { double } from '../../kernel/arithmetic/double.ts';
import { substitute, type Term } from '../../kernel/term.ts';
import { isOfKink } from './kinks.ts';
import { slopedIn } from './localise.ts';
import type { Solved } from './outcome.ts';
import { inDuals } from './program.ts';

/** Per unit of each variable's logarithm, in units of the objective: by source, what helps positive. */
function countsOf({ program, theta, binding, isLog, z }: Solved): ReadonlyMap<string, readonly number[]> {
  const count = program.variables.length;
  const x = z.slice(0, count);
  const slopes = (value: Term) => slopedIn(program, inDuals(program, value, double), theta)(x);
  const scale = isLog ? slopes(program.objective).value : 1;
  const found = new Map<string, readonly number[]>();
  const add = (source: string, by: readonly number[]): void => {
    const before = found.get(source);
    found.set(source, before ? before.map((value, i) => value + (by[i] ?? 0)) : by);
  };
  for (const { source, term } of program.problem.parts) {
    const own = slopes(substitute(term, program.problem.given)).gradient;
    add(
      source,
      own.map((slope) => program.better * slope),
    );
  }
  for (const [j, { constraint, excess }] of binding.entries()) {
    const worth = (z[count + j] ?? 0) * scale;
    add(
      constraint.id,
      slopes(excess).gradient.map((slope) => -worth * slope),
    );
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

/** The worst condition as a share of the largest of its parts, and the worst excess of a constraint that binds. */
export function residualOf(solved: Solved): number {
  const { program, conditions, z, theta } = solved;
  const counts = [...countsOf(solved).values()];
  const stationary = program.variables.map((_, i) => {
    const own = counts.map((by) => by[i] ?? 0);
    const sum = own.reduce((total, value) => total + value, 0);
    return Math.abs(sum) / Math.max(...own.map(Math.abs), Number.MIN_VALUE);
  });
  const excesses = conditions.residual(z, theta).slice(program.variables.length).map(Math.abs);
  return Math.max(0, ...stationary, ...excesses);
}
