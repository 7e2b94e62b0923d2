/**
 * The regime of an optimum, by one rule:
 *
 *   data-bound           where a limit on data binds; else
 *   break-even           where profit is under 1 % of revenue: the margin, not the costs' shares, decides; else
 *   inference-dominated  where a larger model costs more in inference than in training, at the margin; else
 *   training-dominated.
 *
 * The marginal costs are those of n along the optimum. Where quality is the smaller of two things, d moves with n so that
 * both stay equal: for a n^α = b d^β, d ln d/d ln n = α/β, and 2t/E stands against 6(d + n dd/dn)/E. Where quality is
 * smooth, data are chosen optimally at fixed n and their own change costs nothing at the margin: 2t/E against 6d/E.
 */
import type { Model } from '../economics/model.ts';
import { contextOf } from '../economics/model.ts';
import type { Values } from '../economics/parameters.ts';
import { double } from '../kernel/arithmetic/double.ts';
import { evaluate } from '../kernel/compile.ts';
import { differentiate } from '../kernel/differentiate.ts';
import { multiply, symbol, type Term } from '../kernel/term.ts';
import type { Optimum } from '../numerics/outcome.ts';
import type { Regime } from './schemas/optimize.ts';

/** Profit below this share of revenue counts as breaking even. */
const BREAK_EVEN_MARGIN = 0.01;

type Point = Readonly<Record<string, number>>;

/** x ∂term/∂x at a point. */
function push(term: Term, name: string, model: Model, at: Point): number {
  const slope = multiply(symbol(name), differentiate(term, name, contextOf(model)));
  return evaluate(slope, at, double);
}

/** d ln d/d ln n along the kink on which the optimum sits; zero where it sits on none. */
function dataPerSize(model: Model, { active }: Optimum, at: Point): number {
  const { quality } = model;
  if (!active.kink || quality.kind !== 'call' || quality.name !== 'min') return 0;
  const [left, right] = quality.args;
  if (!left || !right) return 0;
  const share = (term: Term, name: string): number =>
    push(term, name, model, at) / evaluate(term, at, double);
  return (share(left, 'n') - share(right, 'n')) / (share(right, 'd') - share(left, 'd'));
}

/** The regime of an optimum that produces. */
export function regimeOf(model: Model, values: Values, optimum: Optimum): Regime {
  if (optimum.active.limits.includes('d')) return 'data-bound';
  if (optimum.profit < BREAK_EVEN_MARGIN * optimum.revenue) return 'break-even';
  const at = { ...values, n: optimum.n, d: optimum.d, t: optimum.t };
  const along = (spend: Term): number =>
    push(spend, 'n', model, at) + dataPerSize(model, optimum, at) * push(spend, 'd', model, at);
  return along(model.inferenceSpend) >= along(model.trainingSpend)
    ? 'inference-dominated'
    : 'training-dominated';
}
