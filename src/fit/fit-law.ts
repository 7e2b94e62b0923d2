/** A loss law fitted to runs: the best over many starts, how sure it is, and what the runs cannot tell. */
import { singularValues } from '../engines/ml-matrix.ts';
import { double } from '../kernel/arithmetic/double.ts';
import { evaluate } from '../kernel/compile.ts';
import { refuse } from '../kernel/issues.ts';
import { symbolsOf } from '../kernel/term.ts';
import type { LeastSquaresProblem } from './damped-step.ts';
import { alone, type FitJob, type FitWorker, lawOf, problemOf, tasksOf } from './fit-job.ts';
import { bestOf, type HuberFit, NEAR } from './huber.ts';
import type { LossLaw, Run } from './loss-laws/law.ts';
import type { LossLawId } from './loss-laws/registry.ts';
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
  /** Whether it was given and not fitted. */
  readonly fixed: boolean;
}

/** Values of a law's constants by name. */
export type Constants = Readonly<Record<string, number>>;

export interface LawFit {
  readonly law: LossLaw;
  readonly letters: readonly FittedLetter[];
  readonly fit: HuberFit;
  /** Other minima about as low: their constants, their loss, and the starts that end there. */
  readonly others: readonly {
    readonly constants: Constants;
    readonly loss: number;
    readonly starts: number;
  }[];
  /** Residuals ln L fitted less observed, in the order of the runs. */
  readonly residuals: Vector;
  /** Of the derivatives of ln L in the fitted parameters, each scaled to length 1, over the runs. */
  readonly condition: number;
  /** The constants as fitted to each bootstrap draw. */
  readonly draws: readonly Constants[];
  readonly warnings: readonly string[];
}

export interface FitOptions {
  readonly delta: number;
  readonly starts: number;
  /** Bootstrap draws; 0 for none. */
  readonly draws: number;
  readonly seed: number;
  /** Constants that are given and not fitted; none unless told. */
  readonly fixed?: Constants;
  /** Who does the pieces of the work; this thread unless told. */
  readonly worker?: FitWorker;
  /** Called with the share done, 0 to 1. */
  readonly progress?: (done: number) => void;
}

/** Shares of the draws below the ends of an interval. */
export const FIT_ENDS = [0.025, 0.975] as const;

/** Runs whose tokens per parameter differ by less than this factor lie on one ray. */
const ONE_RAY = 1.001;
/**
 * Beyond this condition number some constant is hardly held by the runs: published laws reach it where tokens per parameter
 * differ by less than a factor of 1.7 over the runs.
 */
const HARDLY_HELD = 1e3;
/** A best that fewer starts than this share reach may not be the best there is. */
const TOO_FEW = 0.05;

function conditionOf(problem: LeastSquaresProblem, p: Vector): number {
  const J = problem.jacobian(p);
  const lengths = p.map((_, j) => norm(column(J, j)) || 1);
  const singular = singularValues(J.map((row) => row.map((value, j) => value / (lengths[j] as number))));
  const smallest = singular.at(-1) ?? 0;
  return smallest > 0 ? (singular[0] as number) / smallest : Number.POSITIVE_INFINITY;
}

const constantsAt = (law: LossLaw, parameters: Vector): Constants => {
  const fitted = law.formula.parameters.map((name, i) => [name, parameters[i] as number]);
  const values = { ...law.formula.constants, ...Object.fromEntries(fitted) };
  return Object.fromEntries(law.letters.map(({ name, from }) => [name, evaluate(from, values, double)]));
};

const areAlike = (values: readonly number[]): boolean => Math.max(...values) < ONE_RAY * Math.min(...values);

const SIDES = [
  { column: 'params', other: 'tokens', weight: 'lnA', exponent: 'alpha', written: 'A, alpha' },
  { column: 'tokens', other: 'params', weight: 'lnB', exponent: 'beta', written: 'B, beta' },
] as const;

/** How many values differ by more than those on one ray. */
function distinct(values: readonly number[]): number {
  const sorted = [...values].sort((x, y) => x - y);
  let [count, last] = [0, 0];
  for (const value of sorted) {
    if (value < ONE_RAY * last) continue;
    count += 1;
    last = value;
  }
  return count;
}

/**
 * Losses at k sizes differ by k - 1 amounts, which must give the weight and the exponent of that side, where these are free: at
 * one size both are lost in E0, at two many pairs serve. A given E0 is worth one amount more.
 */
function checkVaries({ id, formula, grid }: LossLaw, runs: readonly Run[]): void {
  const isFree = (parameter: string): boolean => formula.parameters.includes(parameter);
  for (const { column: name, other, weight, exponent, written } of SIDES) {
    const count = distinct(runs.map((run) => run[name]));
    const own = ('beta' in grid ? [weight, exponent] : [weight]).filter(isFree);
    if (own.length <= count - 1 + (isFree('lnE0') ? 0 : 1)) continue;
    refuse(
      `all runs have ${count === 1 ? 'the same' : `one of ${count}`} ${name}, so ${written} and E0 cannot be told apart`,
      `the column of ${name} of the fit of ${id}`,
      `add runs with other ${name} than these, beside other ${other}, or give constants with --fix`,
    );
  }
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
  // Repeats tell a law of them apart even where sizes and tokens do not.
  if (!law.isQuality && runs.some(({ tokens, uniqueTokens }) => tokens > (uniqueTokens ?? tokens))) return;
  checkVaries(law, runs);
  if (
    areAlike(runs.map(({ params, tokens }) => tokens / params)) &&
    ['lnA', 'lnB'].every((name) => law.formula.parameters.includes(name))
  ) {
    refuse(
      'all runs lie on one ray (tokens are the same multiple of params in every row), so the weights A and B cannot be told apart: with alpha = beta the condition number is infinite',
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
  if (fit.others.length > 0) {
    warnings.push(
      `${fit.others.length} other ${fit.others.length === 1 ? 'minimum lies' : 'minima lie'} within ${100 * NEAR} % of the best, so the runs hardly tell between their constants`,
    );
  }
  return warnings;
}

/** The constants at the best fit, with intervals from the draws. */
function lettersOf(law: LossLaw, best: Constants, draws: readonly Constants[]): readonly FittedLetter[] {
  const held = new Set(Object.keys(law.formula.constants ?? {}));
  return law.letters.map(({ name, meaning, unit, from }) => {
    const fixed = symbolsOf(from).every((parameter) => held.has(parameter));
    const sample = draws.map((constants) => constants[name] as number);
    const end = (share: number): number | null =>
      fixed || sample.length === 0 ? null : quantile(sample, share);
    return {
      name,
      meaning,
      unit,
      value: best[name] as number,
      low: end(FIT_ENDS[0]),
      high: end(FIT_ENDS[1]),
      fixed,
    };
  });
}

/**
 * The law fitted by Huber's loss of ln L.
 * @throws OptimandError where the runs cannot tell the constants: too few of them, all on one ray, or no start has a value.
 */
export async function fitLaw(id: LossLawId, runs: readonly Run[], options: FitOptions): Promise<LawFit> {
  const { delta, starts, seed, draws, fixed = {}, worker = alone, progress } = options;
  const job: FitJob = { law: id, fixed, runs, delta, seed };
  const law = lawOf(job);
  checkRuns(law, runs);
  const problem = problemOf(law, runs);
  const total = starts + draws;
  let made = 0;
  const work = async (count: number, best: Vector | null) => {
    const tasks = tasksOf(count, best);
    const pieces = await worker(job, tasks, () => {
      made += count / tasks.length;
      progress?.(Math.min(1, made / total));
    });
    return pieces.flat();
  };
  const fit =
    bestOf(await work(starts, null), delta, runs.length) ??
    refuse('no start has a value', `the fit of ${law.id}`, 'give more --starts');
  const sample = (await work(draws, fit.parameters)).flatMap((minimum) =>
    minimum ? [constantsAt(law, minimum.at)] : [],
  );
  const condition = conditionOf(problem, fit.parameters);
  return {
    law,
    letters: lettersOf(law, constantsAt(law, fit.parameters), sample),
    fit,
    others: fit.others.map(({ parameters, loss, starts: reached }) => ({
      constants: constantsAt(law, parameters),
      loss,
      starts: reached,
    })),
    residuals: problem.residuals(fit.parameters),
    condition,
    draws: sample,
    warnings: warningsOf(fit, condition),
  };
}
