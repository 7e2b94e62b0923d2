/** Asymptotic questions, followed along a one-parameter family of firms. */
import type { Values } from '../economics/parameters.ts';
import { asserted, type Common, witnessOf } from './checks.ts';
import type { Check, CheckOutcome } from './claim.ts';
import { type At, numbersAt, soldAt } from './pool.ts';

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
  /** The firms that the question is about, where it names a value: of others it is not asked. */
  readonly about?: (values: Values) => boolean;
}

/** Slope of ln ratio in ln x over the last step, below which the ratio counts as level. */
const LEVEL = 1e-3;
/** Share of the slope a step before that the last slope keeps where the ratio escapes; one that dies away faster converges. */
const LASTING = 0.5;

interface Followed {
  readonly x: number;
  readonly values: Values;
  readonly ratio: number;
}

interface Path {
  readonly points: readonly Followed[];
  readonly last: number;
  readonly escapes: boolean;
  readonly passes: boolean;
  readonly found: string;
}

function ratioAt(family: Family, start: Values, x: number): Followed | null {
  const values = family.at(start, x);
  const sold = soldAt(family.model, values);
  return sold && { x, values, ratio: family.ratio(numbersAt(family.model, sold)) };
}

const slopeBetween = (p: Followed, q: Followed): number => Math.log(q.ratio / p.ratio) / Math.log(q.x / p.x);

function told(points: readonly Followed[], last: number): string {
  const end = points.at(-1);
  if (!end) return 'no optimum on the family';
  const { ratio, x } = points[0] ?? end;
  return `ratio ${end.ratio.toPrecision(4)} at x = ${end.x}, ${ratio.toPrecision(4)} at x = ${x}; local exponent ${last.toFixed(4)} in x`;
}

function follow(family: Family, start: Values): Path {
  const all = family.steps.map((x) => ratioAt(family, start, x));
  const points = all.filter((p) => p !== null);
  const slopes = points.slice(1).map((p, i) => slopeBetween(points[i] as Followed, p));
  const last = slopes.at(-1) ?? Number.NaN;
  const sign = family.asks === 'stays-bounded' ? 1 : -1;
  const [away, before] = [sign * last, sign * (slopes.at(-2) ?? 0)];
  const complete = points.length === all.length && slopes.length > 0;
  const escapes = complete && away > LEVEL && away >= LASTING * before;
  return { points, last, escapes, passes: complete && away <= LEVEL, found: told(points, last) };
}

/**
 * Follows a family: the claim fails where the ratio still grows (or shrinks) as a power of x at the last step, and hardly
 * less fast there than a step before. A ratio that is neither level nor escaping leaves the question open: not passed, and
 * no failure. The witness is the firm from which the family starts.
 */
export function alongFamily(family: Family): Check {
  const { role, name, question, model, drops, asserts } = family;
  return {
    role,
    name,
    question,
    ...(drops === undefined ? {} : { drops }),
    variant: model.id,
    put(values, hypotheses) {
      if (family.about?.(values) === false)
        return { answer: null, found: 'the question does not apply here' };
      const start = soldAt(model, values);
      const broken =
        start && hypotheses.find(({ admits }) => admits?.(numbersAt(model, start), start) === false);
      if (broken) return { answer: null, found: `not so here: ${broken.statement}` };
      const { escapes, passes, found } = follow(family, values);
      return { answer: escapes ? false : passes ? true : null, found };
    },
    run(): CheckOutcome {
      const { points, last, escapes, passes, found } = follow(family, family.start);
      return {
        kind: 'followed',
        name,
        question,
        draws: points.length,
        failures: escapes ? 1 : 0,
        worst: Math.abs(last),
        passed: passes,
        witness: escapes ? witnessOf(model, family.start, found) : null,
        notes: asserted(asserts, passes),
      };
    },
  };
}
