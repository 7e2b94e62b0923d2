/**
 * The regime of an optimum, by one rule:
 *
 *   size-bound, data-bound, sales-bound   where a limit on n, d or t binds, of several the first that the model has; else
 *   break-even           where profit is under 1 % of revenue: the margin, not the costs' shares, decides; else
 *   saturated            where nine tenths are reached of what can be had at most: of adoption where everybody adopts in
 *                        the end, or of what repeating data can ever add; else the greatest of three costs at the margin:
 *   inference-dominated  inference,
 *   training-dominated   training,
 *   data-cost            data that are bought.
 *
 * The marginal costs are those of a larger model along the optimum. Where quality is the smaller of two things, d moves
 * with n so that both stay equal: for a n^α = b d^β, d ln d/d ln n = α/β, and 2t/E stands against 6(d + n dd/dn)/E and
 * c_d dd/dn. Where quality is smooth, data are chosen optimally at fixed n and their own change costs nothing at the
 * margin: 2t/E stands against 6d/E, and the data bill counts as the condition of d has it, per unit of ln d.
 */
import { type Model, settled } from '../economics/model.ts';
import type { Values } from '../economics/parameters.ts';
import { BOUND } from '../economics/problem.ts';
import { double } from '../kernel/arithmetic/double.ts';
import { dual } from '../kernel/arithmetic/dual.ts';
import { compile, evaluate } from '../kernel/compile.ts';
import type { Term } from '../kernel/term.ts';
import type { Optimum } from '../numerics/outcome.ts';
import type { Regime } from './schemas/optimize.ts';

/** Profit below this share of revenue counts as breaking even. */
const BREAK_EVEN_MARGIN = 0.01;
/** Above this share of what can be had at most, an optimum counts as saturated. */
const SATURATED = 0.9;

type Point = Readonly<Record<string, number>>;

/** name · ∂term/∂name at a point. */
function push(term: Term, name: string, at: Point): number {
  const names = Object.keys(at);
  const moving = names.map((other) => {
    const value = at[other] ?? Number.NaN;
    return { value, slope: other === name ? value : 0 };
  });
  return compile(term, names, dual(double))(moving).slope;
}

/** d ln d/d ln n along the kink on which the optimum sits; null where it sits on none. */
function dataPerSize({ quality }: Model, { active }: Optimum, at: Point): number | null {
  if (!active.kink || quality.kind !== 'call' || quality.name !== 'min') return null;
  const [left, right] = quality.args;
  if (!left || !right) return null;
  const share = (term: Term, name: string): number => push(term, name, at) / evaluate(term, at, double);
  return (share(left, 'n') - share(right, 'n')) / (share(right, 'd') - share(left, 'd'));
}

/** What inference, training and data cost more with the logarithm of size, dollars. */
function marginalCosts(model: Model, optimum: Optimum, at: Point): readonly number[] {
  const perSize = dataPerSize(model, optimum, at);
  const along = (spend: Term): number => {
    const own = settled(model, spend);
    return push(own, 'n', at) + (perSize ?? 0) * push(own, 'd', at);
  };
  return [
    along(model.inferenceSpend),
    along(model.trainingSpend),
    (perSize ?? 1) * push(model.dataSpend, 'd', at),
  ];
}

/** What the rule asks about an optimum. */
interface Telling {
  /** The regime that a limit names by binding; null where none binds. */
  readonly bound: Regime | null;
  readonly profit: number;
  readonly revenue: number;
  /** The largest share that is reached of what can be had at most. */
  readonly reached: number;
}

/** The regime by which of the limits bind, given by their variables. */
export function boundBy({ limits }: Model, binding: readonly string[]): Regime | null {
  const first = limits.find(({ variable }) => binding.includes(variable));
  return first ? BOUND[first.variable] : null;
}

/** The regime where the margins of cost do not decide, or null. */
export function plainRegime({ bound, profit, revenue, reached }: Telling): Regime | null {
  if (bound) return bound;
  if (profit < BREAK_EVEN_MARGIN * revenue) return 'break-even';
  return reached >= SATURATED ? 'saturated' : null;
}

/** Regimes of inference, training and data, in this order, where they cost most at the margin. */
export const COST_REGIMES = ['inference-dominated', 'training-dominated', 'data-cost'] as const;

/** The regime of an optimum that produces. */
export function regimeOf(model: Model, values: Values, optimum: Optimum): Regime {
  const at = { ...values, n: optimum.n, d: optimum.d, t: optimum.t };
  const { profit, revenue, active } = optimum;
  const reached = Math.max(0, ...model.reached.map((share) => evaluate(share, at, double)));
  const plain = plainRegime({ bound: boundBy(model, active.limits), profit, revenue, reached });
  if (plain) return plain;
  const costs = marginalCosts(model, optimum, at);
  const largest = costs.reduce((most, cost, i) => (cost > (costs[most] as number) ? i : most), 0);
  return COST_REGIMES[largest] as Regime;
}

/** A regime under the name that the model gives it. */
export const regimeNamed = (regime: Regime, { own }: Model): string => own.regimes[regime] ?? regime;
