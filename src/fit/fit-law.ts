/** A loss law fitted to runs: the best over many starts, how sure it is, and what the runs cannot tell. */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { singularValues } from '../engines/ml-matrix.ts';
import { double } from '../kernel/arithmetic/double.ts';
import { evaluate } from '../kernel/compile.ts';
import { refuse } from '../kernel/issues.ts';
import type { LeastSquaresProblem } from './damped-step.ts';
import { formulaProblem } from './formula.ts';
import { type HuberFit, huberFit } from './huber.ts';
import type { LossLaw, Run } from './loss-laws/law.ts';
import { quantile } from './quantile.ts';
import { column, norm, type Vector } from './vectors.ts';

/** A constant of the law, with the ends of a 95 % bootstrap interval; null where none was drawn. */
export interface FittedLetter {
  readonly name: string;
  readonly meaning: string;
  readonly unit: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

export interface LawFit {
  readonly law: LossLaw;
  readonly letters: readonly FittedLetter[];
  readonly fit: HuberFit;
  /** Residuals ln L fitted less observed, in the order of the runs. */
  readonly residuals: Vector;
  /** Of the derivatives of ln L in the fitted parameters, each scaled to length 1, over the runs. */
  readonly condition: number;
  readonly draws: number;
  readonly warnings: readonly string[];
}

export interface FitOptions {
  readonly delta: number;
  readonly starts: number;
  /** Bootstrap draws; 0 for none. */
  readonly draws: number;
  readonly seed: number;
  /** Called with the share done, 0 to 1. */
  readonly progress?: (done: number) => void;
}

/** Runs whose tokens per parameter differ by less than this factor lie on one ray. */
const ONE_RAY = 1.001;
/** Beyond this condition number some constant is hardly held by the runs. */
const HARDLY_HELD = 1e4;
/** A best that fewer starts than this share reach may not be the best there is. */
const TOO_FEW = 0.05;

const problemOf = (law: LossLaw, runs: readonly Run[]): LeastSquaresProblem =>
  formulaProblem(law.formula, {
    rows: runs.map((run) => law.columnsOf(run)),
    observed: runs.map(({ loss }) => Math.log(loss)),
  });

/** Starts drawn from the grid, the same for the same seed. */
function startsOf(law: LossLaw, count: number, seed: number): Vector[] {
  const generator = xoroshiro128plus(seed);
  return Array.from({ length: count }, () =>
    law.formula.parameters.map((name) => {
      const values = law.grid[name] as Vector;
      return values[uniformInt(generator, 0, values.length - 1)] as number;
    }),
  );
}

function conditionOf(problem: LeastSquaresProblem, p: Vector): number {
  const J = problem.jacobian(p);
  const lengths = p.map((_, j) => norm(column(J, j)) || 1);
  const singular = singularValues(J.map((row) => row.map((value, j) => value / (lengths[j] as number))));
  const smallest = singular.at(-1) ?? 0;
  return smallest > 0 ? (singular[0] as number) / smallest : Number.POSITIVE_INFINITY;
}

const lettersAt = (law: LossLaw, parameters: Vector): number[] => {
  const values = Object.fromEntries(law.formula.parameters.map((name, i) => [name, parameters[i] as number]));
  return law.letters.map(({ from }) => evaluate(from, values, double));
};

/** The letters of fits to runs drawn with replacement, each from the best fit and from a few other starts. */
function bootstrap(law: LossLaw, runs: readonly Run[], best: Vector, options: FitOptions): Vector[] {
  const { draws, seed, delta, progress } = options;
  const generator = xoroshiro128plus(seed + 1);
  const others = startsOf(law, 2, seed + 2);
  return Array.from({ length: draws }, (_, k) => {
    const drawn = runs.map(() => runs[uniformInt(generator, 0, runs.length - 1)] as Run);
    const found = huberFit(problemOf(law, drawn), { delta, starts: [best, ...others] });
    progress?.(0.5 + (k + 1) / (2 * draws));
    return found ? lettersAt(law, found.parameters) : null;
  }).filter((letters) => letters !== null);
}

function checkRuns(law: LossLaw, runs: readonly Run[]): void {
  const needed = law.formula.parameters.length;
  if (runs.length <= needed) {
    refuse(
      `${needed} constants cannot be told from ${runs.length} ${runs.length === 1 ? 'run' : 'runs'}`,
      `the fit of ${law.id}`,
      `give at least ${needed + 1}`,
    );
  }
  const perParameter = runs.map(({ params, tokens }) => tokens / params);
  if (Math.max(...perParameter) < ONE_RAY * Math.min(...perParameter)) {
    refuse(
      'all runs lie on one ray (tokens are the same multiple of params in every row), so the weights A and B cannot be told apart',
      `the columns of params and tokens of the fit of ${law.id}`,
      'add runs with other tokens per parameter',
    );
  }
}

function warningsOf(fit: HuberFit, condition: number): string[] {
  const warnings: string[] = [];
  if (condition > HARDLY_HELD) {
    warnings.push(
      `the runs hardly hold some constant: condition number ${condition.toExponential(1)}; runs with other tokens per parameter would help`,
    );
  }
  if (fit.agreeing < TOO_FEW * fit.starts) {
    warnings.push(`only ${fit.agreeing} of ${fit.starts} starts reach the best fit; give more --starts`);
  }
  return warnings;
}

/**
 * The law fitted by Huber's loss of ln L.
 * @throws OptimandError where the runs cannot tell the constants: too few of them, all on one ray, or no start has a value.
 */
export function fitLaw(law: LossLaw, runs: readonly Run[], options: FitOptions): LawFit {
  checkRuns(law, runs);
  const { delta, starts, seed, draws, progress } = options;
  const problem = problemOf(law, runs);
  const share = draws > 0 ? 0.5 : 1;
  const fit =
    huberFit(problem, {
      delta,
      starts: startsOf(law, starts, seed),
      progress: (done) => progress?.(share * done),
    }) ?? refuse('no start has a value', `the fit of ${law.id}`, 'give more --starts');
  const condition = conditionOf(problem, fit.parameters);
  const values = lettersAt(law, fit.parameters);
  const sample = bootstrap(law, runs, fit.parameters, options);
  const end = (i: number, at: number): number | null =>
    sample.length > 0 ? quantile(column(sample, i), at) : null;
  const letters = law.letters.map(({ name, meaning, unit }, i) => ({
    name,
    meaning,
    unit,
    value: values[i] as number,
    low: end(i, 0.025),
    high: end(i, 0.975),
  }));
  const residuals = problem.residuals(fit.parameters);
  return {
    law,
    letters,
    fit,
    residuals,
    condition,
    draws: sample.length,
    warnings: warningsOf(fit, condition),
  };
}
