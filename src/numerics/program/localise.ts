/**
 * The global part for programs: the ellipsoid method with cuts through the centre, which need no more than that the points
 * at least as good as a given one, and those that a constraint allows, form convex sets in logarithms.
 */
import { double } from '../../kernel/arithmetic/double.ts';
import type { Dual } from '../../kernel/arithmetic/dual.ts';
import type { Compiled } from '../../kernel/compile.ts';
import { isZeroTerm } from '../../kernel/term.ts';
import { type Cut, localise } from '../ellipsoid.ts';
import { seeded } from '../kkt.ts';
import { inDuals, type Program } from './program.ts';

/** Logarithms are searched in the ball of this radius around this value, as by the referee of firms. */
export const MIDDLE = 35;
const RADIUS = 150;
const MAX_STEPS = 6000;
/** The search ends where logarithms are known to this. */
const CLOSE = 1e-9;

interface Sloped {
  readonly value: number;
  readonly gradient: readonly number[];
}

/** Values and gradients in the logarithms of the variables. */
export function slopedIn(program: Program, compiled: Compiled<Dual<number>>, theta: readonly number[]) {
  const count = program.variables.length;
  return (x: readonly number[]): Sloped => {
    const point = [...x.map(Math.exp), ...theta];
    const at = Array.from({ length: count }, (_, i) => compiled(seeded(double, point, i, point[i] ?? 0)));
    return { value: at[0]?.value ?? Number.NaN, gradient: at.map(({ slope }) => slope) };
  };
}

const isSound = ({ value, gradient }: Sloped): boolean =>
  Number.isFinite(value) && gradient.every(Number.isFinite);

/**
 * How good a point is: by the objective, or where that should be positive and is not, by ln gain - ln loss. Of a maximum of
 * costs alone nothing is positive, and the objective tells everywhere.
 */
interface Standing extends Sloped {
  readonly rank: 0 | 1;
}

export interface Localised {
  /** The best point met that the constraints allow; null where none was met. */
  readonly point: readonly number[] | null;
  readonly value: number;
  readonly atEdge: boolean;
}

type Standings = (x: readonly number[]) => Standing;

function standingsOf(program: Program, theta: readonly number[], isPlain: boolean): Standings {
  const { objective, gain, loss, better } = program;
  const isRanked = better === 1 && !isPlain && !isZeroTerm(gain);
  const [goal, up, down] = [objective, gain, loss].map((term) =>
    slopedIn(program, inDuals(program, term, double), theta),
  ) as [Standings, Standings, Standings];
  return (x) => {
    const own = goal(x);
    const costs = isRanked && own.value <= 0 ? down(x) : null;
    if (!costs || !(costs.value > 0)) {
      const gradient = own.gradient.map((slope) => better * slope);
      return { rank: 1, value: better * own.value, gradient };
    }
    const gains = up(x);
    const gradient = gains.gradient.map(
      (slope, i) => slope / gains.value - (costs.gradient[i] ?? 0) / costs.value,
    );
    return { rank: 0, value: Math.log(gains.value / costs.value), gradient };
  };
}

const exceeds = (one: Standing, other: Standing | null): boolean =>
  other === null || one.rank > other.rank || (one.rank === other.rank && one.value > other.value);

/** A gradient cut to size one, so that its length does not overflow. */
function cutAlong(gradient: readonly number[], sign: 1 | -1, bounds: boolean): Cut {
  const size = Math.max(...gradient.map(Math.abs), Number.MIN_VALUE);
  return { direction: gradient.map((slope) => (sign * slope) / size), depth: 0, bounds };
}

/**
 * Closes in on the best point that the constraints allow. `isPlain`: by the objective alone, wherever it is negative, which
 * finds a best point that is negative where the objective itself has a single peak in logarithms, as a sum of logarithms has.
 */
export function localiseProgram(program: Program, theta: readonly number[], isPlain = false): Localised {
  const standing = standingsOf(program, theta, isPlain);
  const excesses = program.held.map(({ excess }) =>
    slopedIn(program, inDuals(program, excess, double), theta),
  );
  const middle = program.variables.map(() => MIDDLE);
  let best: { readonly point: readonly number[]; readonly at: Standing } | null = null;
  // Where a value is missing, as of a logarithm of what is negative: towards where there was one; from the middle to smaller choices.
  const soundward = (x: readonly number[]): Cut => {
    const isMiddle = x.every((value, i) => value === middle[i]);
    const to = best?.point ?? middle;
    return cutAlong(
      isMiddle && !best ? x.map(() => -1) : to.map((value, i) => value - (x[i] ?? 0)),
      1,
      false,
    );
  };
  const oracle = (x: readonly number[]): Cut => {
    const back = x.map((value, i) => (middle[i] ?? 0) - value);
    if (Math.hypot(...back) > RADIUS) return cutAlong(back, 1, false);
    const worst = excesses
      .map((excess) => excess(x))
      .reduce<Sloped | null>((most, one) => (one.value > Math.max(0, most?.value ?? 0) ? one : most), null);
    if (worst) return isSound(worst) ? cutAlong(worst.gradient, -1, false) : soundward(x);
    const at = standing(x);
    if (!isSound(at)) return soundward(x);
    if (exceeds(at, best?.at ?? null)) best = { point: [...x], at };
    return cutAlong(at.gradient, 1, true);
  };
  if (middle.length === 1) bisect(oracle);
  else localise(middle, RADIUS, oracle, CLOSE, MAX_STEPS);
  const found = best as { readonly point: readonly number[]; readonly at: Standing } | null;
  if (!found) return { point: null, value: Number.NaN, atEdge: false };
  const away = Math.hypot(...found.point.map((value, i) => value - (middle[i] ?? 0)));
  return {
    point: found.point,
    value: found.at.rank === 1 ? program.better * found.at.value : Number.NaN,
    atEdge: away > 0.9 * RADIUS,
  };
}

/** One variable: halve the interval on the side to which the cut points. */
function bisect(oracle: (x: readonly number[]) => Cut): void {
  let [low, high] = [MIDDLE - RADIUS, MIDDLE + RADIUS];
  while (high - low > CLOSE) {
    const mid = (low + high) / 2;
    const [direction = 0] = oracle([mid]).direction;
    if (direction > 0) low = mid;
    else high = mid;
  }
}
