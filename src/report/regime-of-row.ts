/** The regime of a row that the fast solver answered, by the rule of `optimize`. */
import type { Model } from '../economics/model.ts';
import type { Answers, Columns, FastSolver } from '../numerics/fast/solver.ts';
import type { Optimum } from '../numerics/outcome.ts';
import { boundBy, COST_REGIMES, plainRegime, regimeOf } from './regime.ts';
import type { Regime } from './schemas/optimize.ts';

/** The variables whose limit binds: the fast solver answers where all bind or none does, the referee for the rows between. */
const bindingAt = ({ limits }: Model, answers: Answers, place: number): readonly string[] =>
  answers.bound[place] === 1 ? limits.map(({ variable }) => variable) : [];

/** The answer at a place as the referee would give it. */
const outcomeAt = (model: Model, answers: Answers, place: number, isTied: boolean): Optimum => ({
  kind: 'optimum',
  n: answers.n[place] as number,
  d: answers.d[place] as number,
  t: answers.t[place] as number,
  profit: answers.profit[place] as number,
  revenue: answers.revenue[place] as number,
  trainingSpend: answers.trainingSpend[place] as number,
  residual: answers.residual[place] as number,
  active: { kink: isTied, limits: bindingAt(model, answers, place) },
  warnings: [],
  work: { evaluations: 0, iterations: 0 },
});

/** The regime of an optimum that stands at `place` among the answers; its parameters are row `row` of the columns. */
export function regimeOfRow(
  model: Model,
  { isTied }: Pick<FastSolver, 'isTied'>,
  answers: Answers,
  place: number,
  columns: Columns,
  row: number,
): Regime {
  const found = answers.refereed.get(place);
  const largest = COST_REGIMES[answers.largest[place] as number];
  if (found?.kind === 'optimum' || largest === undefined) {
    const values = Object.fromEntries(
      Object.entries(columns).map(([name, column]) => [
        name,
        typeof column === 'number' ? column : (column[row] as number),
      ]),
    );
    return regimeOf(
      model,
      values,
      found?.kind === 'optimum' ? found : outcomeAt(model, answers, place, isTied),
    );
  }
  const plain = plainRegime({
    bound: boundBy(model, bindingAt(model, answers, place)),
    profit: answers.profit[place] as number,
    revenue: answers.revenue[place] as number,
    reached: answers.reached[place] as number,
  });
  return plain ?? largest;
}
