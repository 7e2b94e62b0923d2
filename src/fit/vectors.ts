/** Sums over plain arrays of numbers of equal length. */

export type Vector = readonly number[];
/** Row by row. */
export type Rows = readonly Vector[];

export const dot = (x: Vector, y: Vector): number => x.reduce((sum, v, i) => sum + v * (y[i] as number), 0);
export const norm = (x: Vector): number => Math.sqrt(dot(x, x));
export const plus = (x: Vector, y: Vector, factor = 1): number[] =>
  x.map((v, i) => v + factor * (y[i] as number));
export const scaled = (x: Vector, factor: number): number[] => x.map((v) => factor * v);
export const times = (x: Vector, y: Vector): number[] => x.map((v, i) => v * (y[i] as number));
export const allFinite = (x: Vector): boolean => x.every(Number.isFinite);
export const column = (rows: Rows, j: number): number[] => rows.map((row) => row[j] as number);
export const applied = (rows: Rows, x: Vector): number[] => rows.map((row) => dot(row, x));
