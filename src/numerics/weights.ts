/**
 * A start for Newton's method: a point at which every variable is worth something, and log-odds of a tie's weights. At a tie the marginal gain is linear in the weights, so where the point is
 * near the optimum, least squares over the variables that no limit holds comes near the weights.
 */
import type { KKT, Marginal, System } from './kkt.ts';

/** Log-odds are kept within these at the start, so that no weight is lost to rounding. */
const MOST_ODDS = 30;

/** Marginal gain less marginal loss, and marginal loss, as shares in which the goal is stationary where they meet. */
function shares(system: System, { gain, loss }: Marginal<number>): { gain: number; loss: number } {
  if (system.goal === 'profit') return { gain: gain.slope, loss: loss.slope };
  return { gain: gain.slope / gain.value, loss: loss.slope / loss.value };
}

function oddsOf(weight: number): number {
  const odds = Math.log(weight / (1 - weight));
  if (Number.isNaN(odds)) return weight > 0.5 ? MOST_ODDS : -MOST_ODDS;
  return Math.min(MOST_ODDS, Math.max(-MOST_ODDS, odds));
}

/** Log-odds for each tie of the system at a point of logarithms, every other tie taken evenly. */
export function startingOdds(
  { system, marginals }: KKT<number>,
  x: readonly number[],
  theta: readonly number[],
): number[] {
  const held = system.limits.map(({ index }) => index);
  const at = (k: number, left: number): { gain: number; loss: number }[] => {
    const weights = system.piece.ties.flatMap((_, j) => (j === k ? [left, 1 - left] : [0.5, 0.5]));
    return marginals([...x.map(Math.exp), ...weights, ...theta]).map((marginal) => shares(system, marginal));
  };
  return system.piece.ties.map((_, k) => {
    const [lefts, rights] = [at(k, 1), at(k, 0)];
    let [top, bottom] = [0, 0];
    for (const [i, { gain, loss }] of rights.entries()) {
      if (held.includes(i)) continue;
      const slope = ((lefts[i]?.gain ?? 0) - gain) / loss;
      top += slope * (1 - gain / loss);
      bottom += slope * slope;
    }
    return bottom > 0 && Number.isFinite(bottom) ? oddsOf(top / bottom) : 0;
  });
}

/** Halvings of a variable that brings nothing any more. */
const MOST_HALVINGS = 200;

/**
 * The point with every variable that costs something and brings nothing, to the last digit, halved until it does: where
 * returns fade exponentially, values of profit do not say how far a variable overshoots.
 */
export function worthwhile(
  { system, marginals }: KKT<number>,
  x: readonly number[],
  theta: readonly number[],
): readonly number[] {
  const even = system.piece.ties.flatMap(() => [0.5, 0.5]);
  const idle = (at: readonly number[], i: number): boolean => {
    const { gain, loss } = marginals([...at.map(Math.exp), ...even, ...theta])[i] as Marginal<number>;
    return gain.slope === 0 && loss.slope > 0;
  };
  return x.map((value, i) => {
    let [at, step] = [value, 0];
    while (step++ < MOST_HALVINGS && idle(x.with(i, at), i)) at -= Math.LN2;
    return at;
  });
}
