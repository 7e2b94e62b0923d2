import type { Arithmetic } from '../kernel/arithmetic/arithmetic.ts';

/**
 * The solution of A x = b by Gaussian elimination with scaled partial pivoting, in any arithmetic, or null where A is
 * singular to working precision. A is square, row by row; neither argument is changed. Source: Higham, Accuracy and
 * Stability of Numerical Algorithms, 2002, §9.
 */
export function solveLinear<T>(on: Arithmetic<T>, A: readonly (readonly T[])[], b: readonly T[]): T[] | null {
  const size = b.length;
  const rows = A.map((row, i) => [...row, b[i] as T]);
  const weight = rows.map((row) =>
    Math.max(...row.slice(0, size).map((value) => Math.abs(on.toNumber(value)))),
  );
  const strength = (i: number, column: number): number =>
    Math.abs(on.toNumber(rows[i]?.[column] as T)) / (weight[i] ?? 1);
  for (let column = 0; column < size; column++) {
    let best = column;
    for (let i = column + 1; i < size; i++) if (strength(i, column) > strength(best, column)) best = i;
    if (!(strength(best, column) > 0)) return null;
    swap(rows, column, best);
    swap(weight, column, best);
    for (let i = column + 1; i < size; i++) eliminate(on, rows[column] as T[], rows[i] as T[], column);
  }
  return backSubstitute(on, rows);
}

function swap<V>(list: V[], i: number, j: number): void {
  [list[i], list[j]] = [list[j] as V, list[i] as V];
}

function eliminate<T>(on: Arithmetic<T>, pivot: readonly T[], row: T[], column: number): void {
  if (on.toNumber(row[column] as T) === 0) return;
  const factor = on.negate(on.divide(row[column] as T, pivot[column] as T));
  for (let j = column; j < row.length; j++) row[j] = on.add(row[j] as T, on.multiply(factor, pivot[j] as T));
}

function backSubstitute<T>(on: Arithmetic<T>, rows: readonly (readonly T[])[]): T[] {
  const size = rows.length;
  const x = Array.from({ length: size }, () => on.fromNumber(0));
  for (let i = size - 1; i >= 0; i--) {
    const row = rows[i] as readonly T[];
    let rest = row[size] as T;
    for (let j = i + 1; j < size; j++) rest = on.add(rest, on.negate(on.multiply(row[j] as T, x[j] as T)));
    x[i] = on.divide(rest, row[i] as T);
  }
  return x;
}
