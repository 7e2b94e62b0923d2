/** The global part of the referee: the localised set that holds every better point, and the best point met on the way. */
import { type Cut, type Localised, localise } from './ellipsoid.ts';
import type { Point, Problem } from './problem.ts';
import { surplusAt } from './surplus.ts';

/** Logarithms are searched in the ball of this radius around this value: e^-115 to e^185 a variable, whatever its unit. */
const MIDDLE = 35;
const RADIUS = 150;
const MAX_STEPS = 4000;

export interface Found {
  /** The point of highest profit where that is positive, else of highest surplus; null where nothing sells. */
  readonly point: Point | null;
  readonly surplus: number;
  readonly profit: number;
  readonly localised: Localised;
  /** Whether the point lies so near to the edge of the ball that the optimum may lie outside. */
  readonly atEdge: boolean;
}

const unit = (i: number, size: number, sign: number): number[] =>
  Array.from({ length: size }, (_, j) => (i === j ? sign : 0));

/** Back towards the middle: past the ball's surface every point of the ball lies at least that far back. */
function backCut(x: Point, middle: Point, radius: number): Cut {
  const away = Math.hypot(...x.map((value, i) => value - (middle[i] ?? 0)));
  const direction = x.map((value, i) => ((middle[i] ?? 0) - value) / away);
  return { direction, depth: Math.max(0, away - radius), bounds: false };
}

/** The cut that a violated limit makes, if one is violated. */
function limitCut(problem: Problem, x: Point, logBounds: readonly number[]): Cut | null {
  for (const [k, { index }] of problem.limits.entries()) {
    const excess = (x[index] ?? 0) - (logBounds[k] ?? 0);
    if (excess > 0) return { direction: unit(index, x.length, -1), depth: excess, bounds: false };
  }
  return null;
}

const normalised = (direction: readonly number[]): number[] => {
  const size = Math.max(...direction.map(Math.abs));
  return direction.map((value) => value / size);
};

export const logBoundsOf = (problem: Problem, theta: readonly number[]): number[] =>
  problem.inDoubles.bounds.map((bound) => Math.log(bound(theta)));

export interface SearchOptions {
  readonly start?: Point;
  readonly radius?: number;
  /** `surplus` keeps to ln gain - ln loss also where profit is positive. */
  readonly goal?: 'profit' | 'surplus';
  /** The search ends when ln gain - ln(loss + profit found) can grow by no more than this. */
  readonly tolerance: number;
}

/** Searches all of the ball for the highest profit, or where none is positive for the highest surplus. */
export function search(problem: Problem, theta: readonly number[], options: SearchOptions): Found {
  const logBounds = logBoundsOf(problem, theta);
  const middle = options.start ?? problem.variables.map(() => MIDDLE);
  const radius = options.radius ?? RADIUS;
  let best: { point: Point; surplus: number; profit: number } | null = null;
  const bySurplus = options.goal === 'surplus';
  const isBetter = (surplus: number, profit: number): boolean =>
    !best ||
    (profit > 0 && !bySurplus
      ? profit > best.profit
      : surplus > best.surplus && (bySurplus || best.profit <= 0));
  const oracle = (centre: readonly number[]): Cut => {
    const back = backCut(centre, middle, radius);
    const cut = back.depth > 0 ? back : limitCut(problem, centre, logBounds);
    if (cut) return cut;
    const base = bySurplus ? 0 : Math.max(0, best?.profit ?? 0);
    const at = surplusAt(problem, centre, theta, base);
    if (at.kind === 'overflow') return back;
    if (at.kind === 'closed') return { direction: normalised(at.gradient), depth: 0, bounds: false };
    const target = base > 0 ? 0 : (best?.surplus ?? at.surplus);
    if (isBetter(at.surplus, at.profit))
      best = { point: [...centre], surplus: at.surplus, profit: at.profit };
    return { direction: at.gradient, depth: Math.max(0, target - at.value), bounds: true };
  };
  const localised = localise(middle, radius, oracle, options.tolerance, MAX_STEPS);
  const found = best as { point: Point; surplus: number; profit: number } | null;
  const away = found ? Math.hypot(...found.point.map((value, i) => value - (middle[i] ?? 0))) : 0;
  return {
    point: found?.point ?? null,
    surplus: found?.surplus ?? Number.NEGATIVE_INFINITY,
    profit: found?.profit ?? 0,
    localised,
    atEdge: away > 0.9 * radius,
  };
}
