/** Where the highest profit of one seller is: search, polish, doubt. Everything is in logarithms of the variables. */
import type { Meter } from './outcome.ts';
import { type Polished, polish } from './polish.ts';
import { inputsAt, type Point, type Problem } from './problem.ts';
import { type Found, middleOf, search, searchFar } from './search.ts';
import { outgrowsCosts } from './unbounded.ts';
import { betterPoint } from './verify.ts';

/** An optimum with its conditions, or the maximum of the surplus where that is not positive, or an outcome as it stands. */
export type Solution =
  | { readonly kind: 'optimum'; readonly polished: Polished }
  | {
      readonly kind: 'stay-out';
      readonly reason: 'nothing-sells' | 'costs-exceed-gain';
      readonly surplus: number;
      readonly polished: Polished | null;
    }
  | { readonly kind: 'unbounded'; readonly point: Point; readonly profit: number }
  | { readonly kind: 'unsolved'; readonly tried: readonly string[] };

/** ln gain - ln(loss + profit) is settled to this. */
const TOLERANCE = 1e-12;
/** Below this surplus the sign of profit is settled on the polished maximum of the surplus. */
const NEAR_BREAK_EVEN = 1e-6;
/** Largest logarithm with which products of two variables still stay within doubles. */
const LARGEST = 340;
/** Radius of a ball around the middle in which they do. */
const WIDER = 300;
/** Times that a better point found by doubting restarts the search. */
const RESTARTS = 3;

interface Run {
  readonly problem: Problem;
  readonly theta: readonly number[];
  readonly meter: Meter;
}

/** ln gain - ln loss: positive exactly where profit is. */
export function surplusOf(problem: Problem, x: Point, theta: readonly number[]): number {
  const inputs = inputsAt(x, theta);
  return Math.log(problem.inDoubles.gain(inputs) / problem.inDoubles.loss(inputs));
}

const nothingSells: Solution = {
  kind: 'stay-out',
  reason: 'nothing-sells',
  surplus: Number.NEGATIVE_INFINITY,
  polished: null,
};

const unsolved = (...tried: readonly string[]): Solution => ({ kind: 'unsolved', tried });

/** Polishes the profit from a point near its maximum, doubts the result, and starts again where the doubt was right. */
function settle(run: Run, start: Point): Solution {
  const { problem, theta, meter } = run;
  let from = start;
  for (let round = 0; round <= RESTARTS; round++) {
    const polished = polish(problem, 'profit', from, theta, meter);
    if (!polished)
      return unsolved('search by deep cuts', 'Newton on the conditions of every active set: none consistent');
    const better = betterPoint(problem, polished.x, theta, meter);
    if (!better) return { kind: 'optimum', polished };
    const again = search(problem, theta, { start: better, radius: 20, tolerance: TOLERANCE });
    meter.spend(again.localised.steps, again.localised.steps);
    from = again.point ?? better;
  }
  return unsolved(
    'search by deep cuts, restarted from each better point found',
    'a stationary point, which is not the best point',
  );
}

/** Where the search found no profit, or hardly any: the sign of the greatest surplus decides. */
function decideEntry(run: Run, found: Found & { point: Point }): Solution {
  const { problem, theta, meter } = run;
  const polished = polish(problem, 'surplus', found.point, theta, meter);
  const surplus = polished ? surplusOf(problem, polished.x, theta) : found.surplus;
  const stayOut: Solution = { kind: 'stay-out', reason: 'costs-exceed-gain', surplus, polished };
  if (polished) return surplus > 0 ? settle(run, polished.x) : stayOut;
  if (found.lnProfit > Number.NEGATIVE_INFINITY) return settle(run, found.point);
  if (found.surplus + found.localised.slack < 0) return stayOut;
  return unsolved(
    'search by deep cuts',
    'Newton on the conditions of greatest ln gain - ln loss, which is near zero',
  );
}

/**
 * The best point lies at the edge of the ball, or numbers overflowed before anything was found to sell. A far wider ball,
 * searched with logarithms for numbers, settles whether there is an optimum at all; where it lies within the range of doubles, it is polished there.
 */
function lookFurther(run: Run, found: Found): Solution {
  const { problem, theta, meter } = run;
  const away = found.atEdge ? searchFar(problem, theta, 'surplus') : null;
  if (away?.atEdge && away.point && outgrowsCosts(problem, theta, middleOf(problem), away.point)) {
    return { kind: 'unbounded', point: found.point ?? away.point, profit: Math.exp(found.lnProfit) };
  }
  const far = searchFar(problem, theta);
  meter.spend(far.localised.steps, far.localised.steps);
  const { point } = far;
  if (!point) return nothingSells;
  const profitable = far.lnProfit > Number.NEGATIVE_INFINITY;
  if (far.atEdge && profitable) {
    return unsolved(
      'search far out: profit still rises where logarithms are 100,000',
      'rates of growth: on no ray does the gain outgrow every cost',
    );
  }
  if (point.some((value) => Math.abs(value) > LARGEST)) {
    if (profitable) return unsolved('search far out: the optimum lies beyond the range of doubles');
    return { kind: 'stay-out', reason: 'costs-exceed-gain', surplus: far.surplus, polished: null };
  }
  return profitable ? settle(run, point) : decideEntry(run, { ...far, point });
}

/** The optimum of one seller's problem whose parameters are theta. */
export function maximise(problem: Problem, theta: readonly number[], meter: Meter): Solution {
  const run: Run = { problem, theta, meter };
  const found = search(problem, theta, { tolerance: TOLERANCE });
  meter.spend(found.localised.steps, found.localised.steps);
  const { point, localised, atEdge, overflowed } = found;
  if (atEdge) return lookWider(run) ?? lookFurther(run, found);
  if (!point && overflowed) return lookFurther(run, found);
  if (!point && localised.ended === 'out-of-steps')
    return unsolved('search by deep cuts: nothing found that sells');
  if (!point) return nothingSells;
  return found.surplus > NEAR_BREAK_EVEN ? settle(run, point) : decideEntry(run, { ...found, point });
}

/**
 * The optimum in a ball as wide as doubles allow, where the first ball was too narrow: null where its best point lies at the
 * edge too or numbers overflowed on the way, so that only numbers without a range tell.
 */
function lookWider(run: Run): Solution | null {
  const { problem, theta, meter } = run;
  const found = search(problem, theta, { tolerance: TOLERANCE, radius: WIDER });
  meter.spend(found.localised.steps, found.localised.steps);
  const { point, atEdge, overflowed } = found;
  if (!point || atEdge || overflowed) return null;
  return found.surplus > NEAR_BREAK_EVEN ? settle(run, point) : decideEntry(run, { ...found, point });
}

/** The maximum of one seller's surplus, whatever its sign, or null where Newton's method finds none; `near` saves the search. */
export function maximiseSurplus(
  problem: Problem,
  theta: readonly number[],
  meter: Meter,
  near?: Point,
): Polished | null {
  const quick = near && polish(problem, 'surplus', near, theta, meter);
  if (quick) return quick;
  const { point } = search(problem, theta, { tolerance: TOLERANCE, goal: 'surplus' });
  return point && polish(problem, 'surplus', point, theta, meter);
}
