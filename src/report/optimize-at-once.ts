/**
 * What `optimize` says of one firm, by the fast solver: for a page on which something is being moved. The referee answers in its
 * place where it is in doubt, and where the profit is so small a part of revenue that two ways to the same optimum may differ
 * within the digits shown.
 */
import type { Model } from '../economics/model.ts';
import { checkParameters, type Values } from '../economics/parameters.ts';
import { type Answers, type Columns, FastSolver, IN_DOUBT, KINDS } from '../numerics/fast/solver.ts';
import { optimize } from './optimize.ts';
import { regimeNamed } from './regime.ts';
import { regimeOfRow } from './regime-of-row.ts';
import type { OptimizeAnswer } from './schemas/optimize.ts';

/** An answer without its premises. */
export type Told = Pick<
  OptimizeAnswer,
  'produces' | 'unbounded' | 'optimum' | 'elasticities' | 'regime' | 'residual'
>;

/** Profit as a share of revenue below which its digits are the referee's. */
const THIN = 1e-4;

const solvers = new WeakMap<Model, FastSolver>();

/** The solver of a model: made once. */
export function solverOf(model: Model): FastSolver {
  const found = solvers.get(model) ?? new FastSolver(model);
  solvers.set(model, found);
  return found;
}

/** The elasticities of a row by name; those that are numbers. */
export const elasticitiesAt = (
  found: Readonly<Record<string, Float64Array>>,
  row: number,
): Record<string, number> =>
  Object.fromEntries(
    Object.entries(found).flatMap(([name, column]): [string, number][] => {
      const value = column[row] as number;
      return Number.isFinite(value) ? [[name, value]] : [];
    }),
  );

function toldOf(model: Model, solver: FastSolver, columns: Columns, answers: Answers): Told {
  const none = { unbounded: false, optimum: null, elasticities: null, residual: null };
  if (KINDS[answers.kind[0] as number] === 'stay-out')
    return { ...none, produces: false, regime: regimeNamed('stay-out', model) };
  const [n, d, t, profit, C_train, residual] = [
    answers.n,
    answers.d,
    answers.t,
    answers.profit,
    answers.trainingSpend,
    answers.residual,
  ].map(([value]) => value as number) as [number, number, number, number, number, number];
  return {
    produces: true,
    unbounded: false,
    optimum: { n, d, t, profit, C_train },
    elasticities: elasticitiesAt(solver.elasticities(columns, 1, answers), 0),
    regime: regimeNamed(regimeOfRow(model, solver, answers, 0, columns, 0), model),
    residual,
  };
}

const isThin = ({ profit, revenue }: Answers): boolean =>
  (profit[0] as number) < THIN * (revenue[0] as number);

/**
 * The optimum of a firm at once, and notes where it is the referee that answered.
 * @throws OptimandError where the parameters are wrong, or no optimum is found.
 */
export function optimizeAtOnce(
  model: Model,
  given: Values,
): { readonly answer: Told | null; readonly warnings: readonly string[] } {
  const values = checkParameters(model, { ...model.own.set, ...given });
  const solver = solverOf(model);
  const answers = solver.certify(values, 1);
  if (answers.kind[0] !== IN_DOUBT && !isThin(answers))
    return { answer: toldOf(model, solver, values, answers), warnings: [] };
  const { rows, warnings } = optimize(given, { variant: model });
  const [row] = rows;
  return { answer: row && 'produces' in row ? row : null, warnings };
}
