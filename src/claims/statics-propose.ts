/**
 * Parameters for a wished-for optimum. Letters are drawn where an optimum may lie, and scales are found that give them:
 * each letter is a product of powers and values of n, d, t and the parameters, so the equations for their logarithms are solved by Newton steps of
 * least length. Whether the optimum is there and what it does is then the referee's to say.
 */
import { type Point, pointsOf } from '../derive/statics/points.ts';
import type { Problem } from '../derive/statics/problem.ts';
import { settled } from '../economics/model.ts';
import type { Values } from '../economics/parameters.ts';
import { double } from '../kernel/arithmetic/double.ts';
import { divide, parts, symbol, type Term } from '../kernel/term.ts';
import { solveLinear } from '../numerics/linear-solve.ts';
import { type Evaluate, evaluatorOf } from './statics-evaluate.ts';

/** Proposals that suffice, steps of one search, and how near the logarithms must come. */
const ENOUGH = 6;
const STEPS = 60;
const CLOSE = 1e-9;
/** Longest step in a logarithm, and the one by which slopes are read. */
const STRIDE = 3;
const BESIDE = 1e-6;

/** Where searches start. */
const START: Values = {
  n: 1e11,
  d: 1e13,
  t: 1e15,
  E: 1e18,
  a: 1e-3,
  b: 1e-4,
  omega: 1e-5,
  delta: 1e-21,
  D: 1e25,
  K: 1e14,
  U: 1e25,
};

interface Equation {
  readonly of: Evaluate;
  readonly target: (at: Point) => number;
}

/** One equation a letter that a point has, one for the ray, one a limit that binds. */
function equationsOf({ system }: Problem): readonly Equation[] {
  const { ring, setting } = system;
  const own = (term: Term): Evaluate => evaluatorOf(settled(setting.model, term));
  const letters = [...ring.letters.values()].filter(({ kind }) =>
    ['dollars', 'ratio', 'elasticity', 'value'].includes(kind),
  );
  const known = letters.map(
    ({ name, definition }): Equation => ({ of: own(definition), target: (at) => at[name] ?? Number.NaN }),
  );
  const tied = Object.entries({ ...setting.ray, ...setting.fixed }).map(
    ([name, value]): Equation => ({ of: own(divide(symbol(name), value)), target: () => 1 }),
  );
  // Logarithms that are drawn freely; sales follow from the dollar amounts.
  const sizes = [...ring.letters.values()]
    .filter(({ name }) => ['ln_n', 'ln_d'].includes(name) || name.startsWith('ln_t_'))
    .map(
      ({ name, definition }): Equation => ({
        of: own(parts(definition)[0] ?? definition),
        target: (at) => Math.exp(at[name] ?? Number.NaN),
      }),
    );
  return [...known, ...tied, ...sizes];
}

/** The least change of x that solves J dx = -r to first order, J given by its columns; where equations repeat each other too. */
export function leastStep(
  columns: readonly (readonly number[])[],
  r: readonly number[],
): readonly number[] | null {
  const gram = r.map((_, i) =>
    r.map((__, j) =>
      columns.reduce((sum, column) => sum + (column[i] ?? 0) * (column[j] ?? 0), i === j ? 1e-12 : 0),
    ),
  );
  const weights = solveLinear(
    double,
    gram,
    r.map((x) => -x),
  );
  return weights && columns.map((column) => column.reduce((sum, x, i) => sum + x * (weights[i] ?? 0), 0));
}

/** Scales that give the letters of a point, or null where the search does not find any. */
function scalesFor(problem: Problem, equations: readonly Equation[], at: Point): Values | null {
  const { model } = problem.system.setting;
  const shapes = Object.fromEntries(
    model.parameters.filter(({ role }) => role === 'shape').map(({ name }) => [name, at[name] ?? Number.NaN]),
  );
  const scales = [
    ...model.variables,
    ...model.parameters.filter(({ role }) => role === 'quantity').map(({ name }) => name),
  ];
  let x = scales.map((name) => Math.log(START[name] ?? 10));
  const valuesAt = (point: readonly number[]): Values => ({
    ...shapes,
    ...Object.fromEntries(scales.map((name, k) => [name, Math.exp(point[k] ?? 0)])),
  });
  const residual = (point: readonly number[]): number[] => {
    const values = valuesAt(point);
    return equations.map(({ of, target }) => Math.log(of(values) / target(at)));
  };
  for (let step = 0; step < STEPS; step++) {
    const r = residual(x);
    if (Math.max(...r.map(Math.abs)) < CLOSE) return valuesAt(x);
    const columns = x.map((_, k) => {
      const beside = residual(x.map((value, i) => (i === k ? value + BESIDE : value)));
      return beside.map((value, i) => (value - (r[i] ?? 0)) / BESIDE);
    });
    const change = leastStep(columns, r);
    if (!change?.every(Number.isFinite)) return null;
    const longest = Math.max(...change.map(Math.abs));
    x = x.map((value, k) => value + (change[k] ?? 0) * Math.min(1, STRIDE / longest));
  }
  return null;
}

/** Parameters whose optimum is expected to have the wanted letters; at most a few. */
export function propose(problem: Problem, wanted: (at: Point) => boolean): readonly Values[] {
  const equations = equationsOf(problem);
  const found: Values[] = [];
  for (const at of pointsOf(problem).filter(wanted)) {
    if (found.length >= ENOUGH) break;
    const values = scalesFor(problem, equations, at);
    if (values) found.push(values);
  }
  return found;
}
