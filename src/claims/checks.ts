/** The ways in which a claim is put to the referee, draw by draw. */
import type { Derivation } from '../derive/derivation.ts';
import type { Model } from '../economics/model.ts';
import type { Values } from '../economics/parameters.ts';
import type { Check, CheckOutcome, CheckRole, CheckRun, Hypothesis, Put, Witness } from './claim.ts';
import { evaluator, residual } from './evaluate-result.ts';
import { type At, farPool, numbersAt, type Pool, plainPool, type Sold, soldAt, soldIn } from './pool.ts';

export interface Common {
  readonly role: CheckRole;
  readonly name: string;
  readonly question: string;
  readonly model: Model;
  /** The hypothesis that an `elsewhere` check drops. */
  readonly drops?: string;
  /** A sentence that a passed check vouches for. */
  readonly asserts?: string;
}

export interface Pointwise extends Common {
  /** The draws to which the question applies, besides the hypotheses. */
  readonly where?: (point: At, sold: Sold) => boolean;
  /** Zero, up to the tolerance, where the claim is true at the point. */
  readonly off: (point: At, sold: Sold) => number;
  readonly tolerance: number;
  readonly say: (point: At, off: number, sold: Sold) => string;
  /** Where the draws come from: the realistic box where nothing is said. */
  readonly pool?: Pool;
}

/** Failing firms that are kept. */
const STARTS = 2;

export const witnessOf = (model: Model, values: Values, found: string): Witness => ({
  variant: model.id,
  params: values,
  found,
});

/** Whether the hypotheses hold at a draw, but for the one that is dropped, which must fail. */
function isAdmitted(
  { hypotheses = [], without }: Pick<CheckRun, 'hypotheses' | 'without'>,
  point: At,
  sold: Sold,
): boolean {
  const others = hypotheses.filter(({ name }) => name !== without?.name);
  if (!others.every(({ admits }) => admits?.(point, sold) ?? true)) return false;
  return !without?.admits?.(point, sold);
}

/** The notes of a check: what it vouches for, where it passed. */
export const asserted = (asserts: string | undefined, passed: boolean): readonly string[] =>
  asserts !== undefined && passed ? [asserts] : [];

/** By how much E is raised to see whether a firm stands for the limit. */
const FARTHER = 1e15;
/** By how much what is asked may still change where it does. */
const SETTLED = 1e-3;

/** Whether the firm answers a question about E without end as it does much farther out, where the referee finds an optimum. */
function isSettled(ask: Pointwise, values: Values, off: number): boolean {
  const farther = soldAt(ask.model, { ...values, E: (values.E ?? Number.NaN) * FARTHER });
  if (!farther) return true;
  return Math.abs(ask.off(numbersAt(ask.model, farther), farther) - off) <= SETTLED;
}

function putTo(ask: Pointwise, values: Values, hypotheses: readonly Hypothesis[]): Put {
  const sold = soldAt(ask.model, values);
  if (!sold) return { answer: null, found: 'the firm does not sell at these values' };
  const point = numbersAt(ask.model, sold);
  const broken = hypotheses.find(({ admits }) => admits?.(point, sold) === false);
  if (broken) return { answer: null, found: `not so here: ${broken.statement}` };
  if (ask.where && !ask.where(point, sold))
    return { answer: null, found: 'the question does not apply here' };
  const off = ask.off(point, sold);
  if (ask.pool === farPool && !isSettled(ask, values, off)) {
    return {
      answer: null,
      found: 'the question is about E without end; farther out the answer is another one',
    };
  }
  return { answer: off <= ask.tolerance, found: ask.say(point, off, sold) };
}

/** Asks the same question at every draw of the pool at which the firm sells and the hypotheses are true. */
export function pointwise(ask: Pointwise): Check {
  const { role, name, question, drops, model } = ask;
  return {
    role,
    name,
    question,
    ...(drops === undefined ? {} : { drops }),
    drawn: true,
    variant: model.id,
    put: (values, hypotheses) => putTo(ask, values, hypotheses),
    run(options): CheckOutcome {
      const { seed, runs, without } = options;
      let [draws, failures, worst] = [0, 0, 0];
      let witness: Witness | null = null;
      const starts: Values[] = [];
      const pool = without?.beyond === 'as-drawn' ? plainPool : (ask.pool ?? plainPool);
      const scope = without?.beyond === 'wide' ? 'wide' : 'box';
      for (const sold of soldIn(pool(model, seed, runs, scope))) {
        const point = numbersAt(model, sold);
        if (!isAdmitted(options, point, sold)) continue;
        if (ask.where && !ask.where(point, sold)) continue;
        draws++;
        const off = ask.off(point, sold);
        worst = Math.max(worst, Number.isNaN(off) ? Number.POSITIVE_INFINITY : off);
        if (off <= ask.tolerance) continue;
        failures++;
        witness ??= witnessOf(model, sold.values, ask.say(point, off, sold));
        if (starts.length < STARTS) starts.push(sold.values);
      }
      const passed = failures === 0 && draws > 0;
      const notes = asserted(ask.asserts, passed);
      return { kind: 'sampled', name, question, passed, draws, failures, worst, witness, notes, starts };
    },
  };
}

/** How far something is from what is claimed. */
export const offBy = (off: number): string => (off === 0 ? 'exactly' : `off by ${off.toExponential(2)}`);

/** A derived result, held against the referee's optima; for an inequality the referee must never break it. */
export function resultHolds(
  ask: Common & {
    derivation: () => Derivation;
    result: string;
    tolerance: number;
    where?: NonNullable<Pointwise['where']>;
  },
): Check {
  let sides: ReturnType<typeof evaluator> | null = null;
  const at = (point: At): ReturnType<ReturnType<typeof evaluator>> => {
    sides ??= evaluator(ask.derivation(), ask.result);
    return sides(point);
  };
  return pointwise({
    ...ask,
    off: (point) => residual(at(point)),
    say: (point, off) => {
      const sides = `${ask.result}: left ${at(point).left}, right ${at(point).right}`;
      return off === 0 ? sides : `${sides}, ${offBy(off)}`;
    },
  });
}

interface Answer {
  readonly off: number;
  readonly tolerance: number;
  readonly draws?: number;
  readonly notes?: readonly string[];
}

/** A question with a plain answer, computed once. */
export function computed(
  role: CheckRole,
  name: string,
  question: string,
  answer: () => Answer,
  drops?: string,
): Check {
  return {
    role,
    name,
    question,
    ...(drops === undefined ? {} : { drops }),
    run(): CheckOutcome {
      const { off, tolerance, draws = 1, notes = [] } = answer();
      const failures = off <= tolerance ? 0 : 1;
      const passed = failures === 0;
      return { kind: 'computed', name, question, passed, draws, failures, worst: off, witness: null, notes };
    },
  };
}
