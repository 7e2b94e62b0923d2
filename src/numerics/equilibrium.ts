/**
 * The symmetric equilibrium of several sellers alike: each one's choice is the best reply to the sum s of what the others
 * sell, and all choose the same. Newton's method on the conditions, in which s follows the choice, finds a candidate; it is
 * accepted only where the best reply to its s, searched for globally, is the candidate itself.
 *
 * Conditions: the others' sales lower one's profit, and one's best sales fall as they rise. Then there is at most one
 * symmetric equilibrium in which anything is sold. Let S be the sales of the others at which a seller just breaks even. Below
 * S it sells, so there is an equilibrium exactly where what the others would sell if each replied to S is no more than S.
 */
import { double } from '../kernel/arithmetic/double.ts';
import { compile } from '../kernel/compile.ts';
import { maximise, maximiseSurplus, type Solution, surplusOf } from './maximum.ts';
import type { Meter } from './outcome.ts';
import { type Polished, polish } from './polish.ts';
import { inputsAt, type Point, type Problem } from './problem.ts';
import { rootBetween } from './root.ts';

/** Logarithms of a candidate and of the best reply to it differ by no more. */
const SAME = 1e-6;
/** Stride in ln s when the break-even sales are bracketed, and the most of them. */
const STRIDE = 2;
const MAX_STRIDES = 100;

interface Run {
  readonly problem: Problem;
  /** One seller's problem, what the others sell its last parameter. */
  readonly reply: Problem;
  readonly theta: readonly number[];
  readonly meter: Meter;
  /** What the others sell where all choose the point. */
  readonly others: (x: Point) => number;
}

function runOf(problem: Problem, reply: Problem, theta: readonly number[], meter: Meter): Run {
  const [letter, ...more] = problem.rivals;
  if (!letter || more.length > 0) throw new RangeError('an equilibrium in one letter of the industry');
  const value = compile(letter.value, [...problem.variables, ...problem.parameters], double);
  return { problem, reply, theta, meter, others: (x) => value(inputsAt(x, theta)) };
}

/** The best reply to what the others sell; null where the best is not to sell. */
function bestReply({ reply, theta, meter }: Run, s: number): Polished | null {
  const found = maximise(reply, [...theta, s], meter);
  return found.kind === 'optimum' ? found.polished : null;
}

const apart = (x: Point, y: Point): number => Math.max(...x.map((value, i) => Math.abs(value - (y[i] ?? 0))));

/** The equilibrium that Newton's method reaches from a point, where it is one. */
function confirmed(run: Run, from: Point): Polished | null {
  const found = polish(run.problem, 'profit', from, run.theta, run.meter);
  const answer = found && bestReply(run, run.others(found.x));
  return found && answer && apart(found.x, answer.x) < SAME ? found : null;
}

/** Sales of the others at which one seller just breaks even, and its choice there. */
interface Even {
  readonly s: number;
  readonly x: Point;
}

/** Where a seller breaks even as the others sell more; `start` is a guess at what they sell. Null where it is not found. */
function breakEvenSales({ reply, theta, meter }: Run, start: number, near?: Point): Even | null {
  let x: Point | undefined = near;
  const surplusAt = (lnSales: number): number => {
    const at = [...theta, Math.exp(lnSales)];
    const best = maximiseSurplus(reply, at, meter, x);
    if (!best) return Number.NaN;
    x = best.x;
    return surplusOf(reply, best.x, at);
  };
  let from = { at: Math.log(start), value: surplusAt(Math.log(start)) };
  const stride = from.value > 0 ? STRIDE : -STRIDE;
  for (let step = 0; step < MAX_STRIDES; step++) {
    const to = { at: from.at + stride, value: surplusAt(from.at + stride) };
    if (Number.isNaN(to.value)) return null;
    if (to.value * from.value <= 0) {
      const root = rootBetween(surplusAt, [from, to]);
      surplusAt(root);
      return x ? { s: Math.exp(root), x } : null;
    }
    from = to;
  }
  return null;
}

/**
 * How far the sales S of the others at which a seller breaks even exceed what the others would sell there, in logarithms:
 * not negative exactly where there is an equilibrium. Infinite where there are no others; not a number where a seller makes
 * no profit even alone, or S is not found.
 */
export function roomForAll(problem: Problem, reply: Problem, theta: readonly number[], meter: Meter): number {
  const run = runOf(problem, reply, theta, meter);
  const alone = maximiseSurplus(reply, [...theta, 0], meter);
  if (!alone || !(surplusOf(reply, alone.x, [...theta, 0]) > 0)) return Number.NaN;
  if (run.others(alone.x) === 0) return Number.POSITIVE_INFINITY;
  const even = breakEvenSales(run, run.others(alone.x), alone.x);
  return even ? Math.log(even.s / run.others(even.x)) : Number.NaN;
}

/** The symmetric equilibrium whose parameters are theta, in which every seller makes a profit. */
export function equilibrium(
  problem: Problem,
  reply: Problem,
  theta: readonly number[],
  meter: Meter,
): Solution {
  const run = runOf(problem, reply, theta, meter);
  const alone = maximise(reply, [...theta, 0], meter);
  if (alone.kind === 'stay-out') return { ...alone, polished: null };
  if (alone.kind !== 'optimum') return alone;
  const quick = confirmed(run, alone.polished.x);
  if (quick) return { kind: 'optimum', polished: quick };
  const even = breakEvenSales(run, run.others(alone.polished.x));
  if (even && run.others(even.x) > even.s) {
    const surplus = surplusOf(reply, even.x, [...theta, run.others(even.x)]);
    return { kind: 'stay-out', reason: 'costs-exceed-gain', surplus, polished: null };
  }
  return { kind: 'unsolved', tried: ['Newton on the conditions of a symmetric equilibrium'] };
}
