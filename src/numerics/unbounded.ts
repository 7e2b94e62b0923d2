/**
 * Whether profit grows without end along a ray of logarithms. Far out each summand of profit is a power of the distance
 * along the ray's exponential, so what counts is whose logarithm grows fastest: profit grows without end where the gain
 * outgrows every summand of the loss.
 */
import { minimise } from '../engines/yalps.ts';
import { decimalArithmetic } from '../kernel/arithmetic/decimal.ts';
import { dual } from '../kernel/arithmetic/dual.ts';
import { compile } from '../kernel/compile.ts';
import { isZeroTerm, type Term } from '../kernel/term.ts';
import type { Point } from './problem.ts';
import { summandsOf } from './split.ts';

/** What is gained and what is lost, in variables and parameters by name. */
export interface Trade {
  readonly variables: readonly string[];
  readonly parameters: readonly string[];
  readonly gain: Term;
  readonly loss: Term;
}

const DIGITS = 25;
/** By how much the gain's rate of growth must exceed every cost's, as a share of its own, and nothing: a gain that saturates does not grow. */
const LEAD = 1e-9;

/** How fast each term grows at a point on the way in a direction: slope of its logarithm. */
function ratesAt(
  problem: Trade,
  theta: readonly number[],
  at: Point,
  direction: Point,
): (term: Term) => number {
  const on = decimalArithmetic(DIGITS);
  const inputs = [...problem.variables, ...problem.parameters];
  const moving = at.map((logarithm, i) => {
    const value = on.exp(on.fromNumber(logarithm));
    return { value, slope: on.multiply(value, on.fromNumber(direction[i] ?? 0)) };
  });
  const still = theta.map((value) => ({ value: on.fromNumber(value), slope: on.fromNumber(0) }));
  return (term) => {
    const { value, slope } = compile(term, inputs, dual(on))([...moving, ...still]);
    return on.toNumber(on.divide(slope, value));
  };
}

const costsOf = ({ loss }: Trade): readonly Term[] => (isZeroTerm(loss) ? [] : summandsOf(loss));

/**
 * Whether the gain grows, and faster than every summand of the loss, by `lead` as a share. Where everything fades it may do so most slowly and
 * still be none.
 */
function leadsAlong(
  problem: Trade,
  theta: readonly number[],
  at: Point,
  direction: Point,
  lead = LEAD,
): boolean {
  const rateOf = ratesAt(problem, theta, at, direction);
  const gain = rateOf(problem.gain);
  return gain > LEAD && costsOf(problem).every((cost) => gain - rateOf(cost) > lead * gain);
}

/** A direction in which, by the exponents at a point, the gain grows and faster than every cost; null where there is none. */
function leadingDirection(problem: Trade, theta: readonly number[], at: Point): Point | null {
  const units = at.map((_, j) => at.map((_, i) => (i === j ? 1 : 0)));
  const exponents = (term: Term): readonly number[] =>
    units.map((unit) => ratesAt(problem, theta, at, unit)(term));
  const gain = exponents(problem.gain);
  const leads = costsOf(problem).map((cost) => exponents(cost).map((own, j) => (gain[j] ?? 0) - own));
  const rows = [gain, ...leads];
  const column = (j: number, sign: number): ReadonlyMap<string, number> =>
    new Map(rows.map((row, k) => [`grows ${k}`, -sign * (row[j] ?? 0)]));
  const found = minimise({
    bounds: new Map(rows.map((_, k) => [`grows ${k}`, -1])),
    columns: at.flatMap((_, j) => [column(j, 1), column(j, -1)]),
    costs: at.flatMap(() => [1, 1]),
  });
  return found && at.map((_, j) => (found[2 * j] ?? 0) - (found[2 * j + 1] ?? 0));
}

/**
 * Whether profit grows without end: whether the gain outgrows every summand of the loss on the way from the middle to a far
 * point, at that point, or, where the gain fades on that way, in another direction from there on, once far out in it. The
 * point of greatest ln gain - ln loss lies on the ray on which it outgrows them most. Where not every direction is open, only the
 * way there counts.
 */
export function outgrowsCosts(
  problem: Trade,
  theta: readonly number[],
  middle: Point,
  far: Point,
  isFree = true,
): boolean {
  const away = far.map((value, i) => value - (middle[i] ?? 0));
  if (leadsAlong(problem, theta, far, away)) return true;
  const direction = isFree ? leadingDirection(problem, theta, far) : null;
  if (!direction) return false;
  const length = Math.max(...away.map(Math.abs)) / Math.max(...direction.map(Math.abs));
  const farther = far.map((value, i) => value + length * (direction[i] ?? 0));
  return leadsAlong(problem, theta, farther, direction);
}

/** Whether what is more than its costs at a far point stays so: where none of these grows faster than the gain on the way there. */
export const keepsPace = (problem: Trade, theta: readonly number[], middle: Point, far: Point): boolean =>
  leadsAlong(
    problem,
    theta,
    far,
    far.map((value, i) => value - (middle[i] ?? 0)),
    -LEAD,
  );
