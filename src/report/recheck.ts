/** Every derivation's certificate put to the step checker. */
import { DERIVATIONS } from '../../derivations/registry.ts';
import { certify } from '../derive/recheck/certificate.ts';
import { type Checked, checkStep } from '../derive/recheck/check.ts';

export interface RecheckRow {
  readonly derivation: string;
  readonly steps: number;
  /** Steps that follow from what they name, at points, to 40 digits. */
  readonly accepted: number;
  /** Inputs: the model, definitions, assumptions, results of earlier derivations. */
  readonly inputs: number;
  /** Steps that the checker cannot judge, by rule. */
  readonly notChecked: Readonly<Record<string, number>>;
  readonly rejected: readonly { readonly step: number; readonly rule: string; readonly why: string }[];
  /** Largest relative residual of an equation that was accepted, differences aside. */
  readonly worst: number;
}

const INPUT = /is an input$/;

/** One row a derivation, points drawn with the seed. */
export function recheckSteps(
  seed: number,
  progress: (done: number) => void = () => {},
): readonly RecheckRow[] {
  const all = Object.values(DERIVATIONS);
  return all.map((write, i) => {
    const certificate = certify(write());
    const found = certificate.steps.map((step): [typeof step, Checked] => [
      step,
      checkStep(certificate, step, seed + step.index),
    ]);
    const open: Record<string, number> = {};
    for (const [{ rule }, { outcome, why }] of found)
      if (outcome === 'not-checked' && !INPUT.test(why)) open[rule] = (open[rule] ?? 0) + 1;
    progress((i + 1) / all.length);
    const accepted = found.filter(([, { outcome }]) => outcome === 'accepted');
    return {
      derivation: certificate.id,
      steps: found.length,
      accepted: accepted.length,
      inputs: found.filter(([, { why }]) => INPUT.test(why)).length,
      notChecked: open,
      rejected: found.flatMap(([{ index, rule }, { outcome, why }]) =>
        outcome === 'rejected' ? [{ step: index, rule, why }] : [],
      ),
      worst: Math.max(
        0,
        ...accepted
          .filter(([{ rule }]) => rule !== 'differentiate' && rule !== 'limit')
          .map(([, { worst }]) => worst),
      ),
    };
  });
}
