/** Derivations as certificates: each step with its rule, what it names, what it states, and the facts in force. */

import type { Rational } from '../../kernel/rational.ts';
import type { Domain } from '../../kernel/symbols.ts';
import type { Term } from '../../kernel/term.ts';
import type { Derivation } from '../derivation.ts';
import type { Relation } from '../relation.ts';
import type { Certificate, Stated } from './sample.ts';

const stated = ({ left, sign, right }: Relation): Stated => ({ left, sign, right });
const numberOf = ({ num, den }: Rational): number => Number(num) / Number(den);
const boundsOf = ({ lower, upper }: Domain): readonly [number | null, number | null] => [
  lower ? numberOf(lower.at) : null,
  upper ? numberOf(upper.at) : null,
];

/** The certificate of a derivation. */
export function certify({ id, steps, symbols, context }: Derivation): Certificate {
  const definitions: Record<string, Term> = {};
  const domains: Record<string, readonly [number | null, number | null]> = {};
  for (const { name, definition, domain } of symbols.values()) {
    if (definition) definitions[name] = definition;
    domains[name] = boundsOf(domain);
  }
  return {
    id,
    definitions,
    domains,
    steps: steps.map(({ index, rule, method, relation, from, puts, facts, assumes }) => ({
      index,
      rule,
      method,
      states: relation && stated(relation),
      from: from
        .flatMap((i) => {
          const premise = steps[i]?.relation;
          return premise ? [stated(premise)] : [];
        })
        .concat(puts.map(stated)),
      facts: [...(context.facts ?? []), ...facts, ...assumes].map(({ term, is }) => ({ term, is })),
    })),
  };
}
