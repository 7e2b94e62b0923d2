/**
 * The numerical referee: the highest profit of a model, from its profit function alone. It shares nothing with the
 * derivations but the model's definition, so that their agreement means something.
 *
 * In logarithms of (n, d, t) it (1) closes in on the best point by cuts that never drop a better one (`search.ts`),
 * (2) finishes with Newton's method on the conditions of the optimum (`polish.ts`), (3) doubts the result (`verify.ts`).
 * Whether the firm sells at all is decided on ln gain - ln loss, whose sign is profit's and which has a maximum that can
 * be polished too, so windows of profit as narrow as rounding allows are found.
 */
import type { Model } from '../economics/model.ts';
import type { Values } from '../economics/parameters.ts';
import { elasticitiesAt } from './elasticities.ts';
import { holdRho } from './hold-rho.ts';
import { Meter, type Optimum, type Outcome } from './outcome.ts';
import type { Polished } from './polish.ts';
import { inputsAt, type Problem, problemOf, quantitiesAt, thetaOf } from './problem.ts';
import { solve } from './solve.ts';

export interface OptimiseOptions {
  /** What stays fixed beside the other parameters when a or alpha changes; `b` where nothing is said. */
  readonly hold?: 'b' | 'rho';
  /** Elasticities are given unless this is false. */
  readonly elasticities?: boolean;
}

interface Run {
  readonly model: Model;
  readonly problem: Problem;
  readonly theta: readonly number[];
  readonly values: Values;
  readonly options: OptimiseOptions;
  readonly meter: Meter;
}

/** A variable whose limit binds is the limit itself, not its logarithm and back. */
const atLimits = ({ problem, theta }: Run, binding: readonly number[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    problem.limits.flatMap(({ name }, k) => {
      const bound = problem.inDoubles.bounds[k] as (theta: readonly number[]) => number;
      return binding.includes(k) ? [[name, bound(theta)] as const] : [];
    }),
  );

/** The optimum at a polished point, in the units of the model. */
function report(run: Run, { x, z, active, kkt, residual }: Polished): Optimum {
  const { model, problem, theta, values, options, meter } = run;
  const inputs = inputsAt(x, theta);
  const slopes = options.elasticities === false ? null : elasticitiesAt(model, problem, { kkt, z, theta });
  const elasticities = slopes && (options.hold === 'rho' ? holdRho(slopes.values, values) : slopes.values);
  return {
    kind: 'optimum',
    ...quantitiesAt(problem, x, theta),
    ...atLimits(run, active.binding),
    profit: problem.inDoubles.profit(inputs),
    revenue: problem.inDoubles.revenue(inputs),
    trainingSpend: problem.inDoubles.trainingSpend(inputs),
    residual,
    ...(elasticities ? { elasticities } : {}),
    active: {
      kink: active.choices.some(({ kind }) => kind === 'tie'),
      limits: problem.limits.filter((_, k) => active.binding.includes(k)).map(({ name }) => name),
    },
    warnings: slopes?.warnings ?? [],
    work: meter.work,
  };
}

/**
 * Maximises profit over n, d, t > 0 within the model's limits; where several sellers answer one another, finds their
 * symmetric equilibrium.
 *
 * Global where each summand of the loss is a product of powers and ln gain is concave in logarithms, which every one-seller
 * variant satisfies; elsewhere local, and doubted by a scatter of points. `values` are the model's parameters, as checked
 * by `checkParameters`.
 * @throws OptimandError where a parameter has no value.
 */
export function optimise(model: Model, values: Values, options: OptimiseOptions = {}): Outcome {
  const problem = problemOf(model);
  const meter = new Meter();
  const run: Run = { model, problem, theta: thetaOf(problem, values), values, options, meter };
  const solution = solve(problem, run.theta, meter);
  switch (solution.kind) {
    case 'optimum':
      return report(run, solution.polished);
    case 'stay-out':
      return {
        kind: 'stay-out',
        reason: solution.reason,
        bestMargin: Math.expm1(solution.surplus),
        work: meter.work,
      };
    case 'unbounded':
      return {
        kind: 'unbounded',
        ...quantitiesAt(problem, solution.point, run.theta),
        profit: solution.profit,
        work: meter.work,
      };
    case 'unsolved':
      return { kind: 'unsolved', tried: solution.tried, work: meter.work };
  }
}
