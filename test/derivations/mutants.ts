/** Lines made wrong on purpose: what holds the derivations up must notice each of them. */
import type { Derivation } from '../../src/derive/derivation.ts';
import type { Relation } from '../../src/derive/relation.ts';
import {
  add,
  mapParts,
  multiply,
  negate,
  power,
  sameTerm,
  substitute,
  type Term,
} from '../../src/kernel/term.ts';
import { isNaming, trueIn } from './truth.ts';

type Change = (part: Term) => Term | null;

export const CHANGES: Readonly<Record<string, Change>> = {
  sign: (part) =>
    part.kind === 'sum' && part.terms[0] ? add(negate(part.terms[0]), ...part.terms.slice(1)) : null,
  exponent: (part) => (part.kind === 'power' ? power(part.base, add(part.exponent, 1)) : null),
  constant: (part) => (part.kind === 'product' ? multiply(2, part) : null),
  dropped: (part) =>
    part.kind === 'product' && part.factors.length > 1 ? multiply(...part.factors.slice(1)) : null,
};

/** The term with the i-th part that a change applies to changed; null where there are fewer. */
export function changedAt(value: Term, change: Change, i: number): Term | null {
  let seen = -1;
  const visit = (part: Term): Term => {
    const changed = change(part);
    if (changed && ++seen === i) return changed;
    return seen >= i ? part : mapParts(part, visit);
  };
  const found = visit(value);
  return seen >= i ? found : null;
}

export interface Mutant {
  readonly derivation: Derivation;
  readonly step: number;
  readonly kind: string;
  readonly relation: Relation;
  readonly worlds: readonly string[];
}

export function mutantsOf(derivation: Derivation): Mutant[] {
  return derivation.steps.flatMap(({ relation, rule, index }) => {
    if (relation?.sign !== '=' || rule === 'assume' || isNaming(relation, derivation)) return [];
    const worlds = trueIn(relation, derivation);
    const mutant = (kind: string, right: Term | null): Mutant[] =>
      right && !sameTerm(right, relation.right)
        ? [{ derivation, step: index, kind, relation: { ...relation, right }, worlds }]
        : [];
    const swapped = substitute(relation.right, { alpha: 'beta', beta: 'alpha' });
    return [
      ...Object.entries(CHANGES).flatMap(([kind, change]) =>
        [0, 1].flatMap((i) => mutant(kind, changedAt(relation.right, change, i))),
      ),
      ...mutant('swapped', swapped),
    ];
  });
}

/** Whether the mutant's right side has the value of the original wherever the original was true. */
export function isEquivalent({ derivation, step, relation, worlds }: Mutant): boolean {
  const original = derivation.steps[step]?.relation;
  return (
    original !== null &&
    original !== undefined &&
    trueIn({ left: original.right, sign: '=', right: relation.right }, derivation, worlds).length ===
      worlds.length
  );
}
