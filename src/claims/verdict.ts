/** Verdicts, computed from the outcomes of checks and from nothing else. */
import type { Check, CheckOutcome, CheckRole, CheckRun, Claim, Hypothesis, Verdict } from './claim.ts';
import type { HypothesisRow } from './row.ts';

export interface Answered {
  readonly check: Pick<Check, 'role' | 'drops' | 'put' | 'variant'>;
  readonly outcome: CheckOutcome;
}

const outcomesOf = (answers: readonly Answered[], role: CheckRole): CheckOutcome[] =>
  answers.filter(({ check }) => check.role === role).map(({ outcome }) => outcome);

const isOpen = ({ draws, passed, failures }: CheckOutcome): boolean =>
  draws === 0 || (!passed && failures === 0);

/** Roles of which a claim must have at least one. */
const MUST: readonly CheckRole[] = ['holds', 'law', 'figure'];

/** What a failure in a role says, the gravest first. */
const GRAVEST: readonly (readonly [CheckRole, Verdict])[] = [
  ['holds', 'refuted'],
  ['figure', 'not-reproduced'],
  ['law', 'other-law'],
  ['tight', 'bound-not-tight'],
  ['elsewhere', 'holds-on-domain'],
];

/** The role whose failure each verdict rests on. */
export const DECISIVE: Readonly<Partial<Record<Verdict, CheckRole>>> = Object.fromEntries(
  GRAVEST.map(([role, verdict]) => [verdict, role]),
);

/**
 * What the outcomes say: the gravest failure decides, a failed `holds` before all. Where a graver question is left open, be
 * it that nothing was found to test, a lesser failure decides nothing. A hypothesis that the source states confines nothing:
 * `elsewhere` answers count only where they drop one that was added here.
 */
export function verdictOf(answers: readonly Answered[]): Verdict {
  if (!answers.some(({ check }) => MUST.includes(check.role))) return 'undecided';
  for (const [role, verdict] of GRAVEST) {
    const own = outcomesOf(answers, role);
    if (own.some(({ failures }) => failures > 0)) return verdict;
    if (own.some(isOpen)) return 'undecided';
  }
  return 'holds';
}

/** The answers for the verdict: without those that drop a hypothesis of the source. */
export const weighed = (claim: Claim, answers: readonly Answered[]): readonly Answered[] =>
  answers.filter(({ check }) => {
    const dropped = claim.hypotheses.find(({ name }) => name === check.drops);
    return check.role !== 'elsewhere' || !dropped?.stated;
  });

/** Where the claim fails with all its hypotheses, dropping one of them says nothing. */
const isRefuted = (answers: readonly Answered[]): boolean =>
  answers.some(({ check, outcome }) => check.role === 'holds' && outcome.failures > 0);

const MAIN: readonly CheckRole[] = ['holds', 'law'];

/** The claim's own questions put to firms that break one hypothesis and satisfy the others. */
function droppedAnswers(
  claim: Claim,
  checks: readonly Check[],
  hypothesis: Hypothesis,
  run: CheckRun,
): Answered[] {
  if (!hypothesis.admits && !hypothesis.beyond) return [];
  return checks
    .filter(({ role, drawn }) => drawn === true && MAIN.includes(role))
    .map((check) => ({
      check: { ...check, role: 'elsewhere' as const, drops: hypothesis.name },
      outcome: check.run({ ...run, hypotheses: claim.hypotheses, without: hypothesis }),
    }))
    .filter(({ outcome }) => outcome.draws > 0);
}

/** So many firms that break a hypothesis, and never the claim, must be met before it is called not needed. */
const ENOUGH = 20;

/** Every hypothesis, with what dropping it does: by draws that break it, and by the checks written for that. */
export function droppedAll(
  claim: Claim,
  checks: readonly Check[],
  answers: readonly Answered[],
  run: CheckRun,
): { rows: HypothesisRow[]; extra: Answered[] } {
  const extra: Answered[] = [];
  const rows = claim.hypotheses.map((hypothesis): HypothesisRow => {
    const { name, statement, stated } = hypothesis;
    if (isRefuted(answers)) return { name, statement, stated, needed: null, dropped: null };
    const written = answers
      .filter(({ check }) => check.role === 'elsewhere' && check.drops === name)
      .map(({ outcome }) => outcome);
    const drawn = droppedAnswers(claim, checks, hypothesis, run);
    for (const { check, outcome } of drawn)
      extra.push({ check, outcome: { ...outcome, name: `${outcome.name}, without ${name}` } });
    const all = [...written, ...drawn.map(({ outcome }) => outcome)];
    const draws = all.reduce((most, one) => Math.max(most, one.draws), 0);
    const failures = all.reduce((most, one) => Math.max(most, one.failures), 0);
    const needed = failures > 0 ? true : draws >= ENOUGH ? false : null;
    return { name, statement, stated, needed, dropped: draws === 0 ? null : { draws, failures } };
  });
  return { rows, extra };
}
