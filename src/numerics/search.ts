/** The global part of the referee: the localised set that holds every better point, and the best point met on the way. */
import { logarithmic } from '../kernel/arithmetic/logarithmic.ts';
import { type Cut, type Localised, localise } from './ellipsoid.ts';
import type { Lifted, Point, Problem } from './problem.ts';
import { type Sells, surplusAt } from './surplus.ts';

/** Logarithms are searched in the ball of this radius around this value: e^-115 to e^185 a variable, whatever its unit. */
const MIDDLE = 35;
const RADIUS = 150;
export const middleOf = ({ variables }: Problem): Point => variables.map(() => MIDDLE);
const MAX_STEPS = 4000;

export interface Found {
  /** The point of highest profit where that is positive, else of highest surplus; null where nothing sells. */
  readonly point: Point | null;
  /** ln gain - ln loss there. */
  readonly surplus: number;
  /** Logarithm of the profit there; -Infinity where it is not positive. */
  readonly lnProfit: number;
  readonly localised: Localised;
  /** Whether the point lies so near to the edge of the ball that the optimum may lie outside. */
  readonly atEdge: boolean;
  /** Whether numbers left the range of the arithmetic somewhere on the way. */
  readonly overflowed: boolean;
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

type Best = { readonly point: Point } & Pick<Sells, 'surplus' | 'lnProfit'>;

/** Whether a point outdoes the best so far: by profit once there is any, unless the surplus alone counts. */
function outdoes(at: Sells, best: Best | null, bySurplus: boolean): boolean {
  if (!best) return true;
  if (bySurplus) return at.surplus > best.surplus;
  return at.lnProfit > best.lnProfit || (best.lnProfit === NONE && at.surplus > best.surplus);
}

const NONE = Number.NEGATIVE_INFINITY;

/** Searches all of the ball for the highest profit, or where none is positive for the highest surplus. */
function searchIn<T>(
  problem: Problem,
  lifted: Lifted<T>,
  theta: readonly number[],
  options: SearchOptions,
): Found {
  const logBounds = logBoundsOf(problem, theta);
  const parameters = theta.map(lifted.on.fromNumber);
  const middle = options.start ?? middleOf(problem);
  const radius = options.radius ?? RADIUS;
  const bySurplus = options.goal === 'surplus';
  let best: Best | null = null;
  let overflowed = false;
  const oracle = (centre: readonly number[]): Cut => {
    const back = backCut(centre, middle, radius);
    const cut = back.depth > 0 ? back : limitCut(problem, centre, logBounds);
    if (cut) return cut;
    const base = bySurplus ? NONE : (best?.lnProfit ?? NONE);
    const at = surplusAt(lifted, centre, parameters, base);
    overflowed ||= at.kind === 'overflow';
    if (at.kind === 'overflow') return back;
    if (at.kind === 'closed') return { direction: at.gradient, depth: 0, bounds: false };
    const target = base > NONE ? 0 : (best?.surplus ?? at.surplus);
    if (outdoes(at, best, bySurplus))
      best = { point: [...centre], surplus: at.surplus, lnProfit: at.lnProfit };
    return { direction: at.gradient, depth: Math.max(0, target - at.value), bounds: true };
  };
  const localised = localise(middle, radius, oracle, options.tolerance, MAX_STEPS);
  const { point, surplus, lnProfit } = (best as Best | null) ?? {
    point: null,
    surplus: NONE,
    lnProfit: NONE,
  };
  const away = point ? Math.hypot(...point.map((value, i) => value - (middle[i] ?? 0))) : 0;
  return { point, surplus, lnProfit, localised, atEdge: away > 0.9 * radius, overflowed };
}

/** The search in doubles. */
export const search = (problem: Problem, theta: readonly number[], options: SearchOptions): Found =>
  searchIn(problem, problem.inDuals, theta, options);

/** Radius and tolerance of the search with logarithms for numbers, which do not overflow. */
const FAR = { radius: 1e5, tolerance: 1e-3 } as const;

/** The search far beyond the range of doubles: e^±100,000 a variable. Coarse: there logarithms are known to about 1e-11. */
export const searchFar = (
  problem: Problem,
  theta: readonly number[],
  goal: SearchOptions['goal'] = 'profit',
): Found =>
  searchIn(problem, problem.lift(logarithmic), theta, {
    goal,
    radius: FAR.radius,
    tolerance: FAR.tolerance,
  });
