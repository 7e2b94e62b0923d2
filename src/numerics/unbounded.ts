/**
 * Whether profit grows without end along a ray of logarithms. Far out each summand of profit is a power of the distance
 * along the ray's exponential, so what counts is whose logarithm grows fastest: profit grows without end where the gain
 * outgrows every summand of the loss.
 */
import { decimalArithmetic } from '../kernel/arithmetic/decimal.ts';
import { dual } from '../kernel/arithmetic/dual.ts';
import { compile } from '../kernel/compile.ts';
import type { Term } from '../kernel/term.ts';
import type { Point, Problem } from './problem.ts';
import { summandsOf } from './split.ts';

const DIGITS = 25;
/** By how much the gain's rate of growth must exceed every cost's, as a share of its own. */
const LEAD = 1e-9;

/**
 * Whether the gain outgrows every summand of the loss on the way from the middle to a far point, at that point. The point
 * of greatest ln gain - ln loss lies on the ray on which it does so most.
 */
export function outgrowsCosts(
  problem: Problem,
  theta: readonly number[],
  middle: Point,
  far: Point,
): boolean {
  const on = decimalArithmetic(DIGITS);
  const inputs = [...problem.variables, ...problem.parameters];
  const moving = far.map((value, i) => {
    const at = on.exp(on.fromNumber(value));
    return { value: at, slope: on.multiply(at, on.fromNumber(value - (middle[i] ?? 0))) };
  });
  const still = theta.map((value) => ({ value: on.fromNumber(value), slope: on.fromNumber(0) }));
  const rateOf = (term: Term): number => {
    const { value, slope } = compile(term, inputs, dual(on))([...moving, ...still]);
    return on.toNumber(on.divide(slope, value));
  };
  const gain = rateOf(problem.gain);
  // Where everything fades, the gain may do so most slowly and still be none.
  return gain > 0 && summandsOf(problem.loss).every((cost) => gain - rateOf(cost) > LEAD * Math.abs(gain));
}
