/**
 * The ellipsoid method with deep cuts: bracketing in several dimensions. An ellipsoid that contains every better point is
 * cut through (or beyond) its centre and the rest enclosed in a smaller one; its volume falls by at least a factor
 * e^(-1/(2(N+1))) a step, whatever the starting point, so no narrow window is stepped over. It needs only that each cut is
 * honest, which holds where the upper level sets of the objective are convex.
 * Source: Bland, Goldfarb & Todd, "The ellipsoid method: a survey", Operations Research 29 (1981), §3.
 */

/** Every better point y satisfies direction·(y - centre) ≥ depth, depth ≥ 0. */
export interface Cut {
  readonly direction: readonly number[];
  readonly depth: number;
  /** Whether the direction is a gradient of the objective, so that it bounds what may still be gained. */
  readonly bounds: boolean;
}

export interface Localised {
  /** Why it ended: nothing better is left, only `tolerance` may be gained, the ellipsoid is a point, or steps ran out. */
  readonly ended: 'empty' | 'within-tolerance' | 'point' | 'out-of-steps';
  /** The most that a point of the last ellipsoid may gain, in units of the objective; 0 where none is better. */
  readonly slack: number;
  readonly steps: number;
  readonly centre: readonly number[];
}

/** Around logarithms of some tens, doubles lie this far apart. */
const SMALLEST_AXIS = 1e-14;

type Matrix = number[][];

export const dot = (x: readonly number[], y: readonly number[]): number =>
  x.reduce((sum, value, i) => sum + value * (y[i] ?? 0), 0);
const times = (matrix: Matrix, x: readonly number[]): number[] => matrix.map((row) => dot(row, x));
const timesTransposed = (matrix: Matrix, x: readonly number[]): number[] =>
  x.map((_, j) => matrix.reduce((sum, row, i) => sum + (row[j] ?? 0) * (x[i] ?? 0), 0));

/**
 * The smallest ellipsoid around what a cut leaves of {c + B u : |u| ≤ 1}, where `inward` = Bᵀg/|Bᵀg| is the cut's direction
 * among the u, and alpha in [0, 1) is how far from the centre it passes. B is kept rather than B Bᵀ, which would lose its
 * positivity to rounding once the ellipsoid is thin.
 */
function shrink(centre: number[], B: Matrix, inward: readonly number[], alpha: number): void {
  const N = centre.length;
  const move = (1 + N * alpha) / (N + 1);
  const squeeze = 1 - Math.sqrt(Math.max(0, 1 - (2 * move) / (1 + alpha)));
  const grow = Math.sqrt((N * N * (1 - alpha * alpha)) / (N * N - 1));
  for (const [i, step] of times(B, inward).entries()) {
    const row = B[i] ?? [];
    centre[i] = (centre[i] ?? 0) + move * step;
    for (const j of row.keys()) row[j] = grow * ((row[j] ?? 0) - squeeze * step * (inward[j] ?? 0));
  }
}

/**
 * Closes in on the best point within `radius` of `start`. The oracle is called at each centre and answers with a cut.
 * Two dimensions or more.
 */
export function localise(
  start: readonly number[],
  radius: number,
  oracle: (centre: readonly number[]) => Cut,
  tolerance: number,
  maxSteps: number,
): Localised {
  const centre = [...start];
  const B = start.map((_, i) => start.map((_unused, j) => (i === j ? radius : 0)));
  for (let steps = 1; steps <= maxSteps; steps++) {
    const { direction, depth, bounds } = oracle(centre);
    const pulled = timesTransposed(B, direction);
    const reach = Math.hypot(...pulled);
    const end = (ended: Localised['ended'], slack: number): Localised => ({ ended, slack, steps, centre });
    if (!(reach > 0) || !Number.isFinite(reach)) return end('point', 0);
    if (depth >= reach) return end('empty', 0);
    if (!bounds && reach < SMALLEST_AXIS * Math.hypot(...direction)) return end('empty', 0);
    if (bounds && reach - depth < tolerance) return end('within-tolerance', reach - depth);
    shrink(
      centre,
      B,
      pulled.map((value) => value / reach),
      depth / reach,
    );
    if (B.every((row) => Math.hypot(...row) < SMALLEST_AXIS)) return end('point', reach);
  }
  return { ended: 'out-of-steps', slack: Number.POSITIVE_INFINITY, steps: maxSteps, centre };
}
