/** A sweep of a problem that is no firm: the referee's optimum at every point. */
import { checkParameters, type Values } from '../../economics/parameters.ts';
import type { Problem } from '../../economics/problem.ts';
import { fail, OptimandError } from '../../kernel/issues.ts';
import { optimiseProblem } from '../../numerics/program/optimise.ts';
import { regimeIn, regimesOf } from '../problem/optimize.ts';
import { rowsOf } from './axes.ts';
import { checkPlan, type SweepPlan, sweptAt } from './points.ts';
import type { Sweeper, Swept, SweptColumn } from './sweep.ts';

const OUTCOMES = ['optimum', 'none', 'unbounded', 'unsolved', 'not-allowed'] as const;
type Outcome = (typeof OUTCOMES)[number];
/** Index for a cell that is empty. */
const EMPTY = 255;

/** A row: what became of it, and at an optimum its numbers and its regime. */
interface Row {
  readonly outcome: Outcome;
  readonly numbers: Readonly<Record<string, number>>;
  readonly regime: string | null;
}

/** `K/w` is d ln K/d ln w; a cell is empty where a quantity or a parameter is not positive. */
const elasticityNames = ({ quantities, constraints, parameters }: Problem): readonly string[] =>
  [...quantities.map(({ letter }) => letter), ...constraints.map(({ multiplier }) => multiplier)].flatMap(
    ({ name }) =>
      parameters.filter(({ domain }) => !domain.integer).map((parameter) => `${name}/${parameter.name}`),
  );

export class ProblemSweep implements Sweeper {
  readonly rows: number;
  readonly columns: readonly string[];
  readonly outcomes = OUTCOMES;
  private readonly measured: readonly string[];

  /** @throws OptimandError about a parameter that is missing, unknown, given twice or out of its domain. */
  constructor(
    private readonly problem: Problem,
    private readonly plan: SweepPlan,
  ) {
    if (plan.hold === 'rho')
      fail({ code: 'usage', what: `rho is no letter of ${problem.id}`, would: 'leave out --hold' });
    checkPlan(problem, plan);
    this.rows = rowsOf(plan.axes, plan.design);
    const swept = plan.axes.map(({ name }) => name);
    const own = [
      ...problem.quantities.map(({ letter }) => letter.name),
      ...problem.constraints.map(({ multiplier }) => multiplier.name),
      'residual',
      ...(plan.elasticities ? elasticityNames(problem) : []),
    ];
    this.measured = own.filter((name) => !swept.includes(name));
    this.columns = [...swept, 'outcome', ...this.measured, 'regime'];
  }

  solve(from: number, to: number): Swept {
    const { axes, set } = this.plan;
    const swept = sweptAt(this.plan, this.problem, from, to);
    const rows = Array.from({ length: to - from }, (_, i) =>
      this.rowAt({ ...set, ...Object.fromEntries(axes.map(({ name }, j) => [name, swept[j]?.[i]])) }),
    );
    const names = regimesOf(this.problem);
    const number = (name: string, at: (row: Row, i: number) => number): SweptColumn => ({
      name,
      kind: 'number',
      values: Float64Array.from(rows, at),
    });
    return {
      rows: rows.length,
      columns: [
        ...axes.map(({ name }, j) => number(name, (_, i) => swept[j]?.[i] ?? Number.NaN)),
        {
          name: 'outcome',
          kind: 'name',
          values: Uint8Array.from(rows, ({ outcome }) => OUTCOMES.indexOf(outcome)),
          names: OUTCOMES,
        },
        ...this.measured.map((name) => number(name, ({ numbers }) => numbers[name] ?? Number.NaN)),
        {
          name: 'regime',
          kind: 'name',
          values: Uint8Array.from(rows, ({ regime }) => (regime === null ? EMPTY : names.indexOf(regime))),
          names,
        },
      ],
      counts: OUTCOMES.map((outcome) => rows.filter((row) => row.outcome === outcome).length),
      refereed: rows.filter(({ outcome }) => outcome !== 'not-allowed').length,
    };
  }

  private rowAt(given: Readonly<Record<string, number | undefined>>): Row {
    const values = this.allowed(given);
    if (!values) return { outcome: 'not-allowed', numbers: {}, regime: null };
    const found = optimiseProblem(this.problem, values);
    if (found.kind !== 'optimum') return { outcome: found.kind, numbers: {}, regime: null };
    const { quantities, multipliers, residual, elasticities } = found;
    return {
      outcome: 'optimum',
      numbers: { ...elasticities, ...quantities, ...multipliers, residual },
      regime: regimeIn(this.problem, found),
    };
  }

  /** The values, or null where an assumption does not allow them. */
  private allowed(given: Readonly<Record<string, unknown>>): Values | null {
    try {
      return checkParameters(this.problem, given);
    } catch (error) {
      if (error instanceof OptimandError) return null;
      throw error;
    }
  }
}
