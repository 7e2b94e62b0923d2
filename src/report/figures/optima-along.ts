/** Optima along an axis with their elasticities: the referee's, or the fast solver's, which are no others. */
import type { Model } from '../../economics/model.ts';
import { KINDS } from '../../numerics/fast/solver.ts';
import { optimise } from '../../numerics/optimise.ts';
import type { Values } from '../expression.ts';
import { elasticitiesAt, solverOf } from '../optimize-at-once.ts';

export interface OptimumAt {
  /** The value of the parameter. */
  readonly at: number;
  readonly n: number;
  readonly d: number;
  readonly C_train: number;
  readonly elasticities: Readonly<Record<string, number>>;
}

/** The optima at these values of a parameter, the others as given; where the firm stays out there is none. */
export type OptimaAlong = (
  model: Model,
  values: Values,
  name: string,
  at: readonly number[],
) => readonly OptimumAt[];

export const byReferee: OptimaAlong = (model, values, name, places) =>
  places.flatMap((at) => {
    const found = optimise(model, { ...values, [name]: at });
    if (found.kind !== 'optimum') return [];
    const { n, d, trainingSpend, elasticities = {} } = found;
    return [{ at, n, d, C_train: trainingSpend, elasticities }];
  });

export const byFastSolver: OptimaAlong = (model, values, name, places) => {
  const solver = solverOf(model);
  const columns = { ...values, [name]: Float64Array.from(places) };
  const answers = solver.solve(columns, places.length);
  const slopes = solver.elasticities(columns, places.length, answers);
  return places.flatMap((at, i) => {
    if (KINDS[answers.kind[i] as number] !== 'optimum') return [];
    const [n, d, C_train] = [answers.n[i], answers.d[i], answers.trainingSpend[i]] as [
      number,
      number,
      number,
    ];
    return [{ at, n, d, C_train, elasticities: elasticitiesAt(slopes, i) }];
  });
};
