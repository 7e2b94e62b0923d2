/**
 * The switchboard: every claim put to every variant. A cell says what came of the claim there, by the same rules as in the
 * ledger, with the variant's own law, a witness where the claim fails, or the reason why it makes no sense there.
 */
import type { Model } from '../economics/model.ts';
import type { VariantId } from '../economics/variants/registry.ts';
import { VARIANT_IDS, VARIANTS } from '../economics/variants/registry.ts';
import { OptimandError } from '../kernel/issues.ts';
import type { CheckRole, CheckRun, Claim, Verdict, Witness } from './claim.ts';
import { type Answered, DECISIVE, verdictOf } from './verdict.ts';
import { replayOf } from './verify.ts';

export interface SwitchCell {
  readonly id: string;
  readonly reading: string;
  readonly variant: string;
  readonly verdict: Verdict;
  /** The variant's own law, as far as it is known; null where none is. */
  readonly law: string | null;
  /** What the deciding check found, or why the claim makes no sense here. */
  readonly found: string;
  readonly draws: number;
  /** At how many of them the claim is true as a statement about one firm; null where it is not asked so. */
  readonly trueAt: number | null;
  readonly witness: Witness | null;
  readonly replay: string | null;
}

type Place = Pick<SwitchCell, 'id' | 'reading' | 'variant'>;

const bare = (place: Place, verdict: Verdict, found: string): SwitchCell => ({
  ...place,
  verdict,
  law: null,
  found,
  draws: 0,
  trueAt: null,
  witness: null,
  replay: null,
});

/** One claim put to one model. */
export function switchCell(claim: Claim, model: Model, run: CheckRun): SwitchCell {
  const place = { id: claim.id, reading: claim.reading, variant: model.id };
  const judged = claim.under?.(model);
  if (!judged) return bare(place, 'not-applicable', `the claim is about ${claim.variant} alone`);
  if (judged.kind === 'not-applicable') return bare(place, 'not-applicable', judged.reason);
  const answers = judged.checks.map((check): Answered => ({ check, outcome: check.run(run) }));
  const verdict = verdictOf(answers);
  const decisive = answers.find(
    ({ check, outcome }) => check.role === DECISIVE[verdict] && outcome.failures > 0,
  );
  const { outcome } = decisive ?? answers[0] ?? {};
  const witness = decisive?.outcome.witness ?? null;
  const each = answers.find(({ check }) => EACH.includes(check.role));
  const notes = answers.flatMap((answer) => answer.outcome.notes);
  return {
    ...place,
    verdict,
    law: judged.law?.(run) ?? null,
    found:
      notes.length > 0
        ? notes.join('; ')
        : outcome
          ? `${outcome.failures} of ${outcome.draws} firms against it`
          : '',
    draws: Math.max(0, ...answers.map((answer) => answer.outcome.draws)),
    trueAt: each ? each.outcome.draws - each.outcome.failures : null,
    witness,
    replay: witness && replayOf(claim, witness, model.own.call),
  };
}

/** Roles of the checks that ask every firm by itself. */
const EACH: readonly CheckRole[] = ['elsewhere', 'instead'];

/** Every claim put to one model as to a variant. What is asked of firms that the model does not have stays open, with the reason. */
export function switchColumn(claims: readonly Claim[], model: Model, run: CheckRun): readonly SwitchCell[] {
  return claims.map((claim, i) => {
    const cell = cellOrReason(claim, model, run);
    run.progress?.((i + 1) / claims.length);
    return cell;
  });
}

function cellOrReason(claim: Claim, model: Model, run: CheckRun): SwitchCell {
  try {
    return switchCell(claim, model, run);
  } catch (error) {
    if (!(error instanceof OptimandError)) throw error;
    const place = { id: claim.id, reading: claim.reading, variant: model.id };
    const { issue } = error;
    const why =
      issue.code === 'missing'
        ? `the firms to which this is put have no value of ${issue.name}`
        : error.message.replace(/\.$/, '');
    return bare(place, 'undecided', why);
  }
}

/** The matrix, variant by variant, so that a variant's pools are drawn once and can be let go. */
export function switchboard(
  claims: readonly Claim[],
  run: CheckRun,
  variants: readonly VariantId[] = VARIANT_IDS,
): readonly SwitchCell[] {
  const total = claims.length * variants.length;
  let done = 0;
  return variants.flatMap((variant) =>
    claims.map((claim) => {
      const cell = switchCell(claim, VARIANTS[variant], run);
      done++;
      run.progress?.(done / total);
      return cell;
    }),
  );
}
