/** Equations and inequalities between terms. */
import type { Fact } from '../kernel/facts.ts';
import { add, negate, substitute, subtract, type Term, type Termlike, term } from '../kernel/term.ts';

/** `~` is asymptotic equality: the ratio of the sides tends to 1 in the limit that the step names. */
export type RelationSign = '=' | '!=' | '<' | '<=' | '>' | '>=' | '~';

export interface Relation {
  readonly left: Term;
  readonly sign: RelationSign;
  readonly right: Term;
}

export const relation = (left: Termlike, sign: RelationSign, right: Termlike): Relation => ({
  left: term(left),
  sign,
  right: term(right),
});
export const equation = (left: Termlike, right: Termlike): Relation => relation(left, '=', right);
/** left - right: zero where an equation holds. */
export const gap = ({ left, right }: Relation): Term => subtract(left, right);

export const substituteRelation = (
  r: Relation,
  replacements: Readonly<Record<string, Termlike>>,
): Relation => ({
  left: substitute(r.left, replacements),
  sign: r.sign,
  right: substitute(r.right, replacements),
});

/** The fact that an inequality states about the difference of its sides, or null for an equation. */
export function relationFact(r: Relation, because: string): Fact | null {
  const difference = add(r.left, negate(r.right));
  switch (r.sign) {
    case '>':
      return { term: difference, is: 'positive', because };
    case '>=':
      return { term: difference, is: 'non-negative', because };
    case '<':
      return { term: negate(difference), is: 'positive', because };
    case '<=':
      return { term: negate(difference), is: 'non-negative', because };
    case '!=':
      return { term: difference, is: 'non-zero', because };
    default:
      return null;
  }
}
