/**
 * The referee with as many digits as asked for: the same conditions, by Newton's method in decimals, from the optimum in
 * doubles. Where a law and the referee differ in the last digits of a double, this says which of them is rounding.
 */
import { type Model, settled } from '../economics/model.ts';
import { type Decimal, decimals } from '../engines/decimal.ts';
import type { Arithmetic } from '../kernel/arithmetic/arithmetic.ts';
import { decimalArithmetic } from '../kernel/arithmetic/decimal.ts';
import { compile } from '../kernel/compile.ts';
import { symbol, type Term } from '../kernel/term.ts';
import { elasticitiesAt } from './elasticities.ts';
import { type Goal, type KKT, kktOf } from './kkt.ts';
import { newton } from './newton.ts';
import { Meter } from './outcome.ts';
import type { Polished } from './polish.ts';
import { type Problem, problemOf, systemOf, thetaOf } from './problem.ts';
import { solve } from './solve.ts';

/** A number means the double itself, every binary digit of it; a text the decimal as written, so `'0.1'` is 1/10. */
export type PreciseValues = Readonly<Record<string, number | string>>;

/** Numbers as decimal texts of the digits asked for; units as in `Optimum`. */
export interface PreciseOptimum {
  readonly kind: 'optimum';
  readonly digits: number;
  readonly n: string;
  readonly d: string;
  readonly t: string;
  readonly profit: string;
  readonly revenue: string;
  readonly trainingSpend: string;
  readonly elasticities: Readonly<Record<string, string>>;
  /** Worst condition of the optimum, as a share of the variable's marginal cost. */
  readonly residual: number;
}

export type PreciseOutcome =
  | PreciseOptimum
  /** The greatest ln gain - ln loss, which is not positive; null where nothing sells or it has no maximum. */
  | { readonly kind: 'stay-out'; readonly digits: number; readonly greatestSurplus: string | null }
  | { readonly kind: 'unbounded' }
  | { readonly kind: 'unsolved'; readonly tried: readonly string[] };

/** Digits carried beyond those asked for: profit is gain minus loss, near break-even a small difference. */
const GUARD = 20;
const MAX_STEPS = 40;

interface Run {
  readonly model: Model;
  readonly problem: Problem;
  readonly digits: number;
  readonly on: Arithmetic<Decimal>;
  readonly theta: readonly Decimal[];
}

interface Refined {
  readonly kkt: KKT<Decimal>;
  readonly z: readonly Decimal[];
  readonly residual: number;
}

/** The goal's stationary point in decimals, from a polished point of either goal with the same active set. */
function refine(
  { problem, digits, on, theta }: Run,
  goal: Goal,
  { z: start, active }: Polished,
): Refined | null {
  const kkt = kktOf(systemOf(problem, goal, active), on);
  const { z, converged, residual } = newton(kkt, start.map(on.fromNumber), theta, {
    tolerance: 10 ** -(digits + 2),
    maxSteps: MAX_STEPS,
  });
  return converged ? { kkt, z, residual } : null;
}

/** A term's value at the refined point. */
function valueAt({ problem, on, theta }: Run, { z }: Refined, term: Term): Decimal {
  const point = problem.variables.map((_, i) => on.exp(z[i] as Decimal));
  return compile(term, [...problem.variables, ...problem.parameters], on)([...point, ...theta]);
}

/** The decimal in as many digits as the run asks for. */
function textOf({ digits }: Run, value: Decimal): string {
  const rounding = decimals(digits);
  return rounding.toText(rounding.add(value, rounding.fromNumber(0)));
}

function report(run: Run, refined: Refined): PreciseOptimum {
  const { model, problem, theta, digits } = run;
  const text = (value: Decimal): string => textOf(run, value);
  const [n, d, t] = ['n', 'd', 't'].map((name) => {
    const own = settled(model, symbol(name));
    return text(valueAt(run, refined, own));
  }) as [string, string, string];
  const slopes = elasticitiesAt(model, problem, { ...refined, theta });
  return {
    kind: 'optimum',
    digits,
    n,
    d,
    t,
    profit: text(valueAt(run, refined, problem.profit)),
    revenue: text(valueAt(run, refined, problem.revenue)),
    trainingSpend: text(valueAt(run, refined, problem.trainingSpend)),
    elasticities: Object.fromEntries(
      Object.entries(slopes.values).map(([name, value]) => [name, text(value)]),
    ),
    residual: refined.residual,
  };
}

const unsolved = (what: string): PreciseOutcome => ({
  kind: 'unsolved',
  tried: ['the optimum in doubles', what],
});

/** Near break-even the sign of the greatest surplus, in decimals, says whether there is an optimum to refine. */
function decideEntry(run: Run, polished: Polished): PreciseOutcome {
  const refined = refine(run, 'surplus', polished);
  if (!refined) return unsolved('Newton in decimals on the greatest ln gain - ln loss');
  const { gain: gainTerm, loss: lossTerm } = run.problem;
  const [gain, loss] = [gainTerm, lossTerm].map((term) =>
    valueAt(run, refined, settled(run.model, term)),
  ) as [Decimal, Decimal];
  const surplus = run.on.ln(run.on.divide(gain, loss));
  if (run.on.toNumber(surplus) <= 0)
    return { kind: 'stay-out', digits: run.digits, greatestSurplus: textOf(run, surplus) };
  const optimum = refine(run, 'profit', polished);
  return optimum ? report(run, optimum) : unsolved('Newton in decimals on the conditions of the optimum');
}

/**
 * The optimum to `digits` significant digits, 1 to 400, with its elasticities. The active set is the double's; the sign of
 * profit is settled in decimals.
 * @throws OptimandError where a parameter has no value.
 */
export function optimisePrecisely(model: Model, values: PreciseValues, digits = 50): PreciseOutcome {
  const problem = problemOf(model);
  const on = decimalArithmetic(digits + GUARD);
  const doubles = thetaOf(
    problem,
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Number(value)])),
  );
  const exact = decimals(digits + GUARD);
  const theta = problem.parameters.map((name) => {
    const value = values[name] as number | string;
    return typeof value === 'number' ? exact.fromNumber(value) : exact.fromText(value);
  });
  const run: Run = { model, problem, digits, on, theta };
  const solution = solve(problem, doubles, new Meter());
  if (solution.kind === 'unbounded') return { kind: 'unbounded' };
  if (solution.kind === 'unsolved') return solution;
  if (solution.kind === 'stay-out') {
    return solution.polished
      ? decideEntry(run, solution.polished)
      : { kind: 'stay-out', digits, greatestSurplus: null };
  }
  const refined = refine(run, 'profit', solution.polished);
  if (!refined) return unsolved('Newton in decimals on the conditions of the optimum');
  const sells = on.toNumber(valueAt(run, refined, problem.profit)) > 0;
  return sells ? report(run, refined) : decideEntry(run, solution.polished);
}
