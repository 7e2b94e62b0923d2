/**
 * The numerical referee for problems of any kind: the best point that the constraints allow, from objective and constraints
 * alone. It shares nothing with the derivations but the problem.
 *
 * In logarithms of the variables it (1) closes in on the best point, (2) finishes with Newton's method on the conditions
 * for the constraints found to bind, (3) doubts the result with a scatter of points. An equation is held from the side on
 * which it binds. Global where the sets that the cuts rely on are convex (`localise.ts`); elsewhere local, and doubted.
 */
import type { Values } from '../../economics/parameters.ts';
import type { Problem } from '../../economics/problem.ts';
import { double } from '../../kernel/arithmetic/double.ts';
import { compile } from '../../kernel/compile.ts';
import { isZeroTerm, one, sameTerm, substitute, type Term } from '../../kernel/term.ts';
import { newton } from '../newton.ts';
import { keepsPace, outgrowsCosts } from '../unbounded.ts';
import { programConditions } from './conditions.ts';
import { isOfKink } from './kinks.ts';
import { type Localised, localiseProgram, MIDDLE } from './localise.ts';
import { alwaysBetter, ridgeOf } from './no-best.ts';
import type { ProgramOptimum, ProgramOutcome, Solved } from './outcome.ts';
import { type Held, type Program, programsOf, thetaIn } from './program.ts';
import { isBeaten } from './verify.ts';

export const NEWTON = { tolerance: 1e-14, maxSteps: 60 } as const;
export const ACCEPTED = 1e-8;
/** A constraint that is met but for this may bind. */
const NEAR = 1e-3;
/** Multipliers and excesses are zero to this. */
const SLACK = 1e-9;
const SHOWN_DIGITS = 9;

export const numberAt = (
  { variables, parameters }: Program,
  value: Held['excess'],
  x: readonly number[],
  theta: readonly number[],
): number => compile(value, [...variables, ...parameters], double)([...x.map(Math.exp), ...theta]);

/** Sets of constraints that may bind at a point near the optimum, the nearest first. */
function bindingSets(
  program: Program,
  near: readonly number[],
  theta: readonly number[],
): readonly (readonly Held[])[] {
  const always = program.held.filter(({ constraint }) => constraint.relation === '=');
  const others = program.held.filter((one) => !always.includes(one));
  const isNear = (one: Held): boolean => numberAt(program, one.excess, near, theta) > -NEAR;
  const subsets = Array.from({ length: 2 ** others.length }, (_, code) =>
    others.filter((__, i) => (code >> i) % 2 === 1),
  );
  const distance = (set: readonly Held[]): number =>
    others.filter((one) => set.includes(one) !== isNear(one)).length;
  return subsets
    .sort((one, other) => distance(one) - distance(other))
    .map((set) => program.held.filter((one) => always.includes(one) || set.includes(one)))
    .filter((set) => set.length <= program.variables.length);
}

/** Newton's method from a point near the optimum, for the first set of constraints that is consistent. */
function polish(program: Program, near: readonly number[], theta: readonly number[]): Solved | null {
  const isLog = numberAt(program, program.objective, near, theta) > 0;
  for (const binding of bindingSets(program, near, theta)) {
    const conditions = programConditions(program, binding, isLog, double);
    const start = [...near, ...binding.map(() => 1)];
    const { z, converged, residual } = newton(conditions, start, theta, NEWTON);
    if (!converged || !(residual < ACCEPTED)) continue;
    const x = z.slice(0, near.length);
    const multipliers = z.slice(near.length);
    const slack = program.held.filter((one) => !binding.includes(one));
    const isConsistent =
      multipliers.every((value) => value >= -SLACK) &&
      slack.every(({ excess }) => numberAt(program, excess, x, theta) <= SLACK);
    if (isConsistent) return { program, theta, binding, conditions, isLog, z };
  }
  return null;
}

type NoOptimum = Exclude<ProgramOutcome, ProgramOptimum>;

function nothing(
  { constraints, objective, objectiveName }: Problem,
  { point }: Localised,
  whole: Term,
): NoOptimum {
  if (point !== null) {
    const isWhole = sameTerm(whole, objective);
    return {
      kind: 'none',
      why: isWhole
        ? `no positive ${objectiveName} is possible`
        : `no choice brings more than it costs, what does not depend on it left out of the ${objectiveName}`,
    };
  }
  const names = constraints.map(({ meaning }) => meaning).join('; ');
  const why =
    names === ''
      ? `no point was found at which the ${objectiveName} has a value`
      : `no point was found that the constraints allow (${names})`;
  return { kind: 'none', why };
}

/**
 * Nothing better was found than at the edge of the search. That the objective improves without end is said where what is gained
 * outgrows what is lost there, as it does of no maximum that is nowhere positive and no minimum that is nowhere negative.
 */
function endless(
  problem: Problem,
  program: Program,
  theta: readonly number[],
  far: readonly number[],
): NoOptimum {
  const { better, gain, loss, held, objective } = program;
  const way = problem.kind === 'minimum' ? 'falls' : 'grows';
  const trade = better === 1 ? { gain, loss } : { gain: loss, loss: gain };
  const found = `the ${problem.objectiveName} still ${way} at the edge of what is searched`;
  if (isZeroTerm(trade.gain)) return { kind: 'unsolved', tried: [`search by cuts: ${found}`] };
  const middle = far.map(() => MIDDLE);
  const whole = { ...program, ...trade };
  const isEndless =
    outgrowsCosts(whole, theta, middle, far, held.length === 0) ||
    (better * numberAt(program, objective, far, theta) > 0 && keepsPace(whole, theta, middle, far));
  return isEndless
    ? { kind: 'unbounded', why: `the ${problem.objectiveName} ${way} without end` }
    : { kind: 'unsolved', tried: [`search by cuts: ${found}, where what is lost outgrows what is gained`] };
}

/** The best point of a maximum that is nowhere positive, where it has one away from the edges. */
function peakBelowZero(program: Program, theta: readonly number[]): Solved | null {
  const { point, atEdge } = localiseProgram(program, theta, true);
  const solved = point && !atEdge ? polish(program, point, theta) : null;
  return solved && !isBeaten(solved) ? solved : null;
}

/** A solution before it is told, or why there is none. */
export type Solution = { readonly kind: 'solved'; readonly solved: Solved } | NoOptimum;

/** Whether each kink is where one of the two things is the smaller: else more of it was not better, and nothing is shown. */
const isTight = ({ program, binding }: Solved): boolean =>
  program.variables
    .filter(isOfKink)
    .every((name) =>
      binding.some(({ constraint: { left } }) => left.kind === 'symbol' && left.name === name),
    );

/** Where one variable makes up for another: the best without the one, which then no single choice reaches. */
function alongRidge(problem: Problem, values: Values): NoOptimum | null {
  const [program] = programsOf(problem);
  if (!program || program.variables.length > problem.variables.length) return null;
  const ridge = ridgeOf(program, thetaIn(program, values));
  if (!ridge) return null;
  const { idle, other } = ridge;
  const found = solveProblem(
    {
      ...problem,
      variables: problem.variables.filter(({ name }) => name !== idle),
      given: { ...problem.given, [idle]: one },
    },
    values,
  );
  if (found.kind === 'unsolved') return null;
  if (found.kind !== 'solved') return found;
  const { program: rest, theta, z } = found.solved;
  const whole = substitute(problem.objective, rest.problem.given);
  const best = numberAt(rest, whole, z.slice(0, rest.variables.length), theta);
  const shown = Number(best.toPrecision(SHOWN_DIGITS));
  const why = `no choice is better than all others: with any ${idle}, and the ${other} that goes with it, the ${problem.objectiveName} is ${shown}, its best`;
  return { kind: 'none', why };
}

/**
 * The optimum of a problem with one chooser.
 * @throws OptimandError where a parameter has no value.
 */
export function solveProblem(problem: Problem, values: Values): Solution {
  const found = searched(problem, values);
  if (found.kind === 'solved' || found.kind === 'unbounded') return found;
  const why = found.kind === 'unsolved' ? alwaysBetter(problem, values) : null;
  return why === null ? (alongRidge(problem, values) ?? found) : { kind: 'none', why };
}

function searched(problem: Problem, values: Values): Solution {
  const tried: string[] = [];
  let found: Solution | null = null;
  for (const program of programsOf(problem)) {
    const theta = thetaIn(program, values);
    const near = localiseProgram(program, theta);
    if (!near.point || Number.isNaN(near.value)) {
      const below = peakBelowZero(program, theta);
      if (below) return { kind: 'solved', solved: below };
      found ??= nothing(problem, near, program.objective);
      continue;
    }
    const solved = polish(program, near.point, theta);
    if (solved && isTight(solved) && !isBeaten(solved)) return { kind: 'solved', solved };
    if (near.atEdge) {
      found = endless(problem, program, theta, near.point);
      continue;
    }
    tried.push(
      'search by cuts, then Newton on the conditions of every set of constraints: none consistent and unbeaten',
    );
  }
  return tried.length > 0 && found?.kind !== 'unbounded'
    ? { kind: 'unsolved', tried: [...new Set(tried)] }
    : (found ?? { kind: 'unsolved', tried });
}
