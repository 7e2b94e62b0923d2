/**
 * The symmetric equilibrium of several sellers alike: each one's choice is the best reply to the sum s of what the others
 * sell, and all choose the same. Newton's method on the conditions, in which s follows the choice, finds a candidate; it is
 * accepted only where the best reply to its s, searched for globally, is the candidate itself. Where that fails, s is
 * bracketed: what the others would sell if each replied to s, less s, falls through zero.
 *
 * Conditions: the others' sales lower one's profit, and one's best sales fall as they rise. Then there is at most one
 * symmetric equilibrium in which anything is sold.
 */
import { double } from '../kernel/arithmetic/double.ts';
import { compile } from '../kernel/compile.ts';
import type { Goal } from './kkt.ts';
import { maximise, maximiseSurplus, type Solution, surplusOf } from './maximum.ts';
import type { Meter } from './outcome.ts';
import { type Polished, polish } from './polish.ts';
import { inputsAt, type Point, type Problem } from './problem.ts';

/** Logarithms of a candidate and of the best reply to it differ by no more. */
const SAME = 1e-6;
/** Decades by which the others may sell less than they would if each were alone. */
const SMALLEST = 1e-40;
const MAX_HALVINGS = 100;
/** The bracket is closed when its ends are this near, as a ratio less one. */
const CLOSED = 1e-13;

interface Run {
  readonly problem: Problem;
  readonly theta: readonly number[];
  readonly meter: Meter;
  readonly goal: Goal;
  /** What the others sell where all choose the point. */
  readonly others: (x: Point) => number;
  /** The best reply to what the others sell; null where the best is not to sell. */
  readonly reply: (s: number) => Polished | null;
}

function runOf(problem: Problem, reply: Problem, theta: readonly number[], meter: Meter, goal: Goal): Run {
  const [letter] = problem.rivals;
  if (!letter || problem.rivals.length > 1)
    throw new RangeError('an equilibrium in one letter of the industry');
  const value = compile(letter.value, [...problem.variables, ...problem.parameters], double);
  const best = (s: number): Polished | null => {
    if (goal === 'surplus') return maximiseSurplus(reply, [...theta, s], meter);
    const found = maximise(reply, [...theta, s], meter);
    return found.kind === 'optimum' ? found.polished : null;
  };
  return { problem, theta, meter, goal, others: (x) => value(inputsAt(x, theta)), reply: best };
}

const apart = (x: Point, y: Point): number => Math.max(...x.map((value, i) => Math.abs(value - (y[i] ?? 0))));

/** The equilibrium that Newton's method reaches from a point, where it is one. */
function confirmed({ problem, theta, meter, goal, others, reply }: Run, from: Point): Polished | null {
  const found = polish(problem, goal, from, theta, meter);
  const answer = found && reply(others(found.x));
  return found && answer && apart(found.x, answer.x) < SAME ? found : null;
}

/** The equilibrium, from a bracket on what the others sell, or null where every seller would rather not sell. */
function bracketed(run: Run, most: number): Polished | null {
  let [low, high] = [most * SMALLEST, most];
  for (let step = 0; step < MAX_HALVINGS && high / low - 1 > CLOSED; step++) {
    const s = Math.sqrt(low) * Math.sqrt(high);
    const answer = run.reply(s);
    if (answer && run.others(answer.x) > s) low = s;
    else high = s;
    const found = answer && high / low < 2 ? confirmed(run, answer.x) : null;
    if (found) return found;
  }
  return null;
}

const startOf = (run: Run, alone: Polished): Polished | null =>
  confirmed(run, alone.x) ?? bracketed(run, run.others(alone.x));

/** The equilibrium in which every seller's ln gain - ln loss is greatest given the others; null where none is found. */
export function equilibriumOfSurplus(
  problem: Problem,
  reply: Problem,
  theta: readonly number[],
  meter: Meter,
  near?: Point,
): Polished | null {
  const run = runOf(problem, reply, theta, meter, 'surplus');
  const quick = near ? confirmed(run, near) : null;
  if (quick) return quick;
  const alone = run.reply(0);
  return alone && startOf(run, alone);
}

/**
 * The symmetric equilibrium whose parameters are theta. Every seller's profit in it is positive exactly where the greatest
 * surplus is: at zero profit the two have the same conditions.
 */
export function equilibrium(
  problem: Problem,
  reply: Problem,
  theta: readonly number[],
  meter: Meter,
): Solution {
  const run = runOf(problem, reply, theta, meter, 'profit');
  const alone = maximise(reply, [...theta, 0], meter);
  if (alone.kind === 'stay-out') return { ...alone, polished: null };
  if (alone.kind !== 'optimum') return alone;
  const found = startOf(run, alone.polished);
  if (found) return { kind: 'optimum', polished: found };
  const polished = equilibriumOfSurplus(problem, reply, theta, meter);
  const surplus = polished ? surplusOf(problem, polished.x, theta) : Number.NaN;
  if (surplus <= 0) return { kind: 'stay-out', reason: 'costs-exceed-gain', surplus, polished };
  return {
    kind: 'unsolved',
    tried: [
      'Newton on the conditions of a symmetric equilibrium',
      'bisection on what the other sellers sell',
    ],
  };
}
