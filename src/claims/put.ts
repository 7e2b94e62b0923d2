/** A claim put to one firm: every question of it that can be asked of one. */

import type { Model } from '../economics/model.ts';
import { checkParameters, type Values } from '../economics/parameters.ts';
import type { Check, CheckRole, Claim } from './claim.ts';

export interface PutRow {
  readonly id: string;
  readonly reading: string;
  readonly check: string;
  readonly role: CheckRole;
  readonly question: string;
  /** Null where the question does not apply to the firm. */
  readonly answer: boolean | null;
  readonly found: string;
}

/** A check that drops a hypothesis asks firms that need not satisfy it. */
const heldTo = ({ hypotheses }: Claim, { drops }: Check): Claim['hypotheses'] =>
  hypotheses.filter(({ name }) => name !== drops);

/** The claim's own checks where the model is its own, else those that put it to any model. */
function checksFor(claim: Claim, model: Model): readonly Check[] {
  if (claim.checks.some((check) => check.variant === model.id)) return claim.checks;
  const judged = claim.under?.(model);
  return judged?.kind === 'checks' ? judged.checks : [];
}

/**
 * The answers of the claims at one firm of a model, question by question. The hypotheses that were added to a claim are put as
 * questions of their own, so that a claim which fails outside its domain is seen to fail.
 * @throws OptimandError where a parameter is missing, unknown or outside its domain.
 */
export function* putOneByOne(claims: readonly Claim[], model: Model, given: Values): Generator<PutRow> {
  const values = checkParameters(model, { ...model.own.set, ...given });
  for (const claim of claims) {
    for (const check of checksFor(claim, model)) {
      if (!check.put || check.variant !== model.id) continue;
      const stated = heldTo(claim, check).filter((hypothesis) => hypothesis.stated);
      const answer = check.put(values, stated);
      const { id, reading } = claim;
      yield { id, reading, check: check.name, role: check.role, question: check.question, ...answer };
    }
  }
}

/** The same in one list. @throws OptimandError */
export const putClaims = (claims: readonly Claim[], model: Model, given: Values): readonly PutRow[] => [
  ...putOneByOne(claims, model, given),
];
