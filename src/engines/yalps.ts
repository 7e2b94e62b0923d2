/**
 * Linear programs: the least Σ cost_k c_k with c ≥ 0 and Σ_k column_k[row] c_k ≤ bound[row] in every row. The simplex method
 * runs in doubles, so whoever needs an exact solution must check the answer exactly.
 */
import { solve } from 'yalps';

export interface LinearProgram {
  /** What c_k may add up to in each row. */
  readonly bounds: ReadonlyMap<string, number>;
  readonly columns: readonly ReadonlyMap<string, number>[];
  readonly costs: readonly number[];
}

/** c by column, or null where there is none that the solver finds. */
export function minimise({ bounds, columns, costs }: LinearProgram): readonly number[] | null {
  const constraints = new Map([...bounds].map(([row, max]) => [row, { max }]));
  const variables = columns.map((column, k): [string, ReadonlyMap<string, number>] => [
    String(k),
    new Map([...column, ['cost', costs[k] ?? 1]]),
  ]);
  const solution = solve(
    { direction: 'minimize', objective: 'cost', constraints, variables },
    { maxPivots: 1024, precision: 1e-9, checkCycles: false },
  );
  if (solution.status !== 'optimal') return null;
  const found = new Map(solution.variables.map(([name, value]) => [Number(name), value]));
  return columns.map((_, k) => found.get(k) ?? 0);
}
