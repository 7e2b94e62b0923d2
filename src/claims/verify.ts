/** Verdicts, computed from the outcomes of checks and from nothing else. */

import type { Derivation } from '../derive/derivation.ts';
import { printTex } from '../kernel/print-tex.ts';
import { printText } from '../kernel/print-text.ts';
import type { CheckOutcome, CheckRole, CheckRun, Claim, Verdict, Witness } from './claim.ts';
import type { ClaimRow, Evidence } from './row.ts';

interface Answered {
  readonly role: CheckRole;
  readonly outcome: CheckOutcome;
}

/**
 * What the outcomes say: a failed `holds` refutes; a failed `tight` makes a bound slack; a failed `elsewhere` confines the
 * claim to its hypotheses. A question left open, be it that nothing was found to test, decides nothing beyond a failure.
 */
export function verdictOf(answers: readonly Answered[]): Verdict {
  const of = (role: CheckRole): CheckOutcome[] =>
    answers.filter((a) => a.role === role).map(({ outcome }) => outcome);
  const failed = (role: CheckRole): boolean => of(role).some(({ failures }) => failures > 0);
  const open = (role: CheckRole): boolean =>
    of(role).some(({ draws, passed, failures }) => draws === 0 || (!passed && failures === 0));
  if (failed('holds')) return 'refuted';
  if (of('holds').length === 0 || open('holds')) return 'undecided';
  if (failed('tight')) return 'bound-not-tight';
  if (open('tight')) return 'undecided';
  if (failed('elsewhere')) return 'holds-on-domain';
  return open('elsewhere') ? 'undecided' : 'holds';
}

/** The role whose failure each verdict rests on. */
const DECISIVE: Readonly<Partial<Record<Verdict, CheckRole>>> = {
  refuted: 'holds',
  'bound-not-tight': 'tight',
  'holds-on-domain': 'elsewhere',
};

const flag = (name: string, value: number): string => `${name}=${value}`;

/** The command line that shows the witness. */
export const replayOf = (witness: Witness): string =>
  `optimand optimize ${witness.variant} --set ${Object.entries(witness.params)
    .map(([name, value]) => flag(name, value))
    .join(',')}`;

/** Draws and the worst residual of the sampled questions that the claim must pass; what was followed or computed stands in its check. */
function evidenceOf(claim: Claim, answers: readonly Answered[], { seed }: CheckRun): Evidence {
  const sampled = answers
    .filter(({ role, outcome }) => role === 'holds' && outcome.kind === 'sampled')
    .map(({ outcome }) => outcome);
  // The checks of a claim look at the same firms, so their draws are not added up.
  const draws = sampled.reduce((most, outcome) => Math.max(most, outcome.draws), 0);
  const worst = sampled.reduce((most, outcome) => Math.max(most, outcome.worst), 0);
  return {
    derived: claim.derivation?.().id ?? null,
    sampled: draws > 0 ? { draws, seed, worst } : null,
    rechecked: null,
    proved: null,
  };
}

function lawOf(derivation: Derivation | null, name: string | null): ClaimRow['law'] {
  const result = derivation && name !== null ? derivation.results[name] : undefined;
  if (!result || !derivation) return null;
  const { left, sign, right } = result.relation;
  const tex = { '=': '=', '!=': '\\neq', '<': '<', '<=': '\\leq', '>': '>', '>=': '\\geq', '~': '\\sim' }[
    sign
  ];
  return {
    text: `${printText(left)} ${sign} ${printText(right)}`,
    tex: `${printTex(left, derivation.symbols)} ${tex} ${printTex(right, derivation.symbols)}`,
  };
}

/** One claim put to its checks. */
export function verifyClaim(claim: Claim, run: CheckRun): ClaimRow {
  const answers = claim.checks.map((check): Answered => ({ role: check.role, outcome: check.run(run) }));
  const verdict = verdictOf(answers);
  const witness =
    answers.find(({ role, outcome }) => role === DECISIVE[verdict] && outcome.witness !== null)?.outcome
      .witness ?? null;
  const { id, reading, statement, source, hypotheses } = claim;
  return {
    id,
    reading,
    statement,
    source,
    hypotheses,
    verdict,
    domain: claim.domain,
    law: lawOf(claim.derivation?.() ?? null, claim.law),
    evidence: evidenceOf(claim, answers, run),
    witness,
    replay: witness && replayOf(witness),
    checks: answers.map(({ outcome }) => outcome),
  };
}

/** Every claim, in order. Progress is reported between claims. */
export function verify(claims: readonly Claim[], run: CheckRun): ClaimRow[] {
  return claims.map((claim, i) => {
    const row = verifyClaim(claim, run);
    run.progress?.((i + 1) / claims.length);
    return row;
  });
}
