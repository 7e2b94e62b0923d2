/** The ways in which a claim is put to the referee. */
import type { Derivation } from '../derive/derivation.ts';
import type { Model } from '../economics/model.ts';
import type { Values } from '../economics/parameters.ts';
import { double } from '../kernel/arithmetic/double.ts';
import { evaluate } from '../kernel/compile.ts';
import { symbol } from '../kernel/term.ts';
import { optimise } from '../numerics/optimise.ts';
import type { Check, CheckOutcome, CheckRole, Witness } from './claim.ts';
import { evaluator, residual } from './evaluate-result.ts';
import { poolOf, type Sold, soldIn } from './pool.ts';

/** All numbers at an optimum by name: parameters, n, d, t, C, profit pi, and the quality q and adoption f bought there. */
export type At = Readonly<Record<string, number>>;

export function numbersAt(model: Model, { values, optimum }: Sold): At {
  const { n, d, t } = optimum;
  const point = { ...values, n, d, t, C: optimum.trainingSpend, pi: optimum.profit };
  const q = evaluate(model.quality, point, double);
  return { ...point, q, f: evaluate(model.blocks.adoption.onSale(symbol('q')), { ...point, q }, double) };
}

interface Common {
  readonly role: CheckRole;
  readonly name: string;
  readonly question: string;
  readonly model: Model;
}

interface Pointwise extends Common {
  /** The draws to which the hypotheses apply. */
  readonly where?: (point: At, sold: Sold) => boolean;
  /** Zero, up to the tolerance, where the claim is true at the point. */
  readonly off: (point: At, sold: Sold) => number;
  readonly tolerance: number;
  readonly say: (point: At, off: number) => string;
}

const witnessOf = (model: Model, values: Values, found: string): Witness => ({
  variant: model.id,
  params: values,
  found,
});

/** Asks the same question at every draw of the pool at which the firm sells and the hypotheses are true. */
export function pointwise(ask: Pointwise): Check {
  return {
    role: ask.role,
    name: ask.name,
    question: ask.question,
    run({ seed, runs }): CheckOutcome {
      let [draws, failures, worst] = [0, 0, 0];
      let witness: Witness | null = null;
      for (const sold of soldIn(poolOf(ask.model, seed, runs))) {
        const point = numbersAt(ask.model, sold);
        if (ask.where && !ask.where(point, sold)) continue;
        draws++;
        const off = ask.off(point, sold);
        worst = Math.max(worst, Number.isNaN(off) ? Number.POSITIVE_INFINITY : off);
        if (off <= ask.tolerance) continue;
        failures++;
        witness ??= witnessOf(ask.model, sold.values, ask.say(point, off));
      }
      return {
        kind: 'sampled',
        name: ask.name,
        question: ask.question,
        passed: failures === 0 && draws > 0,
        draws,
        failures,
        worst,
        witness,
      };
    },
  };
}

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
    say: (point, off) =>
      `${ask.result}: left ${at(point).left}, right ${at(point).right}, off by ${off.toExponential(2)}`,
  });
}

/** A one-parameter family of firms, and a quantity that the claim says stays bounded along it. */
export interface Family extends Common {
  readonly start: Values;
  /** The firm after x-fold change, x = 1 at the start. */
  readonly at: (start: Values, x: number) => Values;
  readonly steps: readonly number[];
  /** Quantity over bound, at an optimum. */
  readonly ratio: (point: At) => number;
  /** What of the ratio is asked: that it stays below a constant, or that it stays away from zero. */
  readonly asks: 'stays-bounded' | 'stays-away-from-zero';
}

/** Slope of ln ratio in ln x over the last step, below which the ratio counts as level. */
const LEVEL = 1e-3;
/** Share of the slope a step before that the last slope keeps where the ratio escapes; one that dies away faster converges. */
const LASTING = 0.5;

/**
 * Follows a family: the claim fails where the ratio still grows (or shrinks) as a power of x at the last step, and hardly
 * less fast there than a step before. A ratio that is neither level nor escaping leaves the question open: not passed, and
 * no failure.
 */
export function alongFamily(family: Family): Check {
  const { role, name, question, model, asks } = family;
  return {
    role,
    name,
    question,
    run(): CheckOutcome {
      const points = family.steps.map((x) => ratioAt(family, x));
      const known = points.filter((p): p is Followed => p !== null);
      const slopes = known.slice(1).map((p, i) => slopeBetween(known[i] as Followed, p));
      const last = slopes.at(-1) ?? Number.NaN;
      const sign = asks === 'stays-bounded' ? 1 : -1;
      const complete = known.length === points.length && slopes.length > 0;
      const escapes = complete && sign * last > LEVEL && sign * last >= LASTING * sign * (slopes.at(-2) ?? 0);
      const end = known.at(-1);
      const found = end
        ? `ratio ${end.ratio.toPrecision(4)} at x = ${end.x}, ${known[0]?.ratio.toPrecision(4)} at x = ${known[0]?.x}; local exponent ${last.toFixed(4)} in x`
        : 'no optimum on the family';
      return {
        kind: 'followed',
        name,
        question,
        draws: known.length,
        failures: escapes ? 1 : 0,
        worst: Math.abs(last),
        passed: complete && sign * last <= LEVEL,
        witness: escapes && end ? witnessOf(model, end.values, found) : null,
      };
    },
  };
}

interface Followed {
  readonly x: number;
  readonly values: Values;
  readonly ratio: number;
}

function ratioAt(family: Family, x: number): Followed | null {
  const values = family.at(family.start, x);
  const optimum = optimise(family.model, values, { elasticities: false });
  return optimum.kind === 'optimum'
    ? { x, values, ratio: family.ratio(numbersAt(family.model, { values, optimum })) }
    : null;
}

const slopeBetween = (p: Followed, q: Followed): number => Math.log(q.ratio / p.ratio) / Math.log(q.x / p.x);

/** A question with a plain numerical answer, computed once. */
export function computed(
  role: CheckRole,
  name: string,
  question: string,
  answer: () => { off: number; tolerance: number },
): Check {
  return {
    role,
    name,
    question,
    run(): CheckOutcome {
      const { off, tolerance } = answer();
      const failures = off <= tolerance ? 0 : 1;
      return {
        kind: 'computed',
        name,
        question,
        passed: failures === 0,
        draws: 1,
        failures,
        worst: off,
        witness: null,
      };
    },
  };
}
