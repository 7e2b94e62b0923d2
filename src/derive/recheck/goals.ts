/** What a step asks for: relations that must hold wherever its inputs and assumptions do. */
import { derivative, evaluate, type Field, less, over } from './evaluate.ts';
import type { CertifiedStep, Definitions, Stated, Term } from './read.ts';
import { lettersIn } from './sample.ts';

/** A term; or its derivative in `by`, or the slope of `per` in `by` along term = 0; or its value as `near` comes to 0. */
interface Side {
  readonly term: Term;
  readonly by?: string;
  readonly per?: string | undefined;
  readonly inLogs?: boolean;
  readonly near?: string;
}

export interface Goal {
  readonly given: readonly Stated[];
  readonly sign: string;
  readonly left: Side;
  readonly right: Side;
  readonly opened: Definitions;
  /** Whether only points count at which the right side has a value: it is what inputs say. */
  readonly isPut?: true;
  /** Whether exact evaluation alone is not enough: squares forget signs. */
  readonly needsPoint?: true;
}

/** The value of a side where letters have these numbers; a letter near its limit 0 is taken at 1e-20. */
export function sideAt<N>(side: Side, at: ReadonlyMap<string, N>, opened: Definitions, field: Field<N>): N {
  const { term, by, per, inLogs, near } = side;
  const values = new Map(at);
  if (near) values.set(near, over(field, field.whole(1n), field.whole(10n ** 20n)));
  if (!by) return evaluate(term, values, opened, field);
  const slope = derivative(term, by, at, opened, field);
  const along = per
    ? less(field, field.whole(0n), over(field, slope, derivative(term, per, at, opened, field)))
    : slope;
  if (!inLogs) return along;
  const whole = per ? (at.get(per) as N) : evaluate(term, values, opened, field);
  return over(field, field.mul(along, at.get(by) as N), whole);
}

/** A term with letters replaced, all at once. */
const replaced = (term: Term, by: ReadonlyMap<Term, Term>): Term => {
  const [head, ...parts] = term;
  return typeof term === 'string'
    ? (by.get(term) ?? term)
    : [head as string, ...parts.map((part) => replaced(part, by))];
};

/** Alternatives, each enough: all goals of one must hold. None where the rule has no meaning at a point. */
export function goalsOf({
  rule,
  method,
  inputs,
  output,
  definitions,
}: CertifiedStep): readonly (readonly Goal[])[] {
  const [first, ...rest] = inputs;
  if (!output) return [];
  const [sign, left, right] = output;
  const plain: Goal = {
    given: inputs,
    sign,
    left: { term: left },
    right: { term: right },
    opened: definitions,
  };
  // The method names the derivative: d/dx, d ln/d ln x, or along an equation dy/dx, d ln y/d ln x.
  const [, logs, per, by] = /^d( ln)? ?(\w*)\/d(?: ln )?(\w+)$/.exec(method ?? '') ?? [];
  if (first && by && (rule === 'differentiate' || rule === 'implicit')) {
    const term: Term = per ? ['+', first[1], ['*', '-1', first[2]]] : first[2];
    // The letters of the derivative vary by themselves, whatever they stand for.
    const opened = Object.fromEntries(
      Object.entries(definitions).filter(([name]) => name !== by && name !== per),
    );
    return [[{ ...plain, given: [], left: { term, by, per, inLogs: logs !== undefined }, opened }]];
  }
  const near = method?.split(' ')[0] ?? '';
  if (first && rule === 'limit') return [[{ ...plain, given: [], left: { term: first[2], near } }]];
  // Which root is meant is said in words: what is asked is that the value is a root.
  if (first && method === 'quadratic')
    return [
      [{ ...plain, given: [output], left: { term: first[1] }, right: { term: first[2] }, needsPoint: true }],
    ];
  const puts = new Map(rest.map(([, letter, value]) => [letter, value]));
  const same = (side: Term, other: Term): Goal => ({
    ...{ given: [], sign: '=', opened: {}, isPut: true },
    ...{ left: { term: side }, right: { term: replaced(other, puts) } },
  });
  const isPut = rule === 'substitute' && first?.[0] === sign && rest.every(([equal]) => equal === '=');
  // Where no point is found, letters that stand for terms may have any value: more is then true than needed.
  const plainly = [[plain], [{ ...plain, opened: {} }]];
  if (!isPut) return plainly;
  const alternative = [same(left, first[1]), same(right, first[2])];
  // A letter put in the place of a multiple of itself is no equation.
  const isNew = rest.some(([, letter, value]) => lettersIn([value], {}).includes(`${letter}`));
  return isNew ? [alternative] : [alternative, ...plainly];
}
