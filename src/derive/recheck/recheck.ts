/** A derivation put to the step checker by way of its certificate as JSON: what is checked is what others can read. */
import type { Derivation } from '../derivation.ts';
import { certify } from './certificate.ts';
import { type Checked, checkStep } from './check.ts';
import { type CertifiedStep, readCertificate } from './read.ts';

export interface RecheckRow {
  /** The variant and the derivation. */
  readonly derivation: string;
  readonly steps: number;
  /** Inputs: the model, definitions, assumptions, results of earlier derivations. */
  readonly inputs: number;
  /** Steps that follow from what they name. */
  readonly accepted: number;
  /** Those of them in which exact evaluation decided every equation. */
  readonly exact: number;
  readonly rejected: readonly { readonly step: number; readonly rule: string; readonly why: string }[];
  /** Steps that have no value at a point, by what they are: words, leading order, a function without evaluation. */
  readonly notJudged: Readonly<Record<string, number>>;
  /** Largest relative residual of an equation that was not decided exactly, limits aside. */
  readonly worst: number;
}

/** One certificate, as JSON text. @throws Error where it is none. */
export function recheckCertificate(json: string, seed: number): RecheckRow {
  const { id, steps } = readCertificate(json);
  const found = steps.map((step): readonly [CertifiedStep, Checked] => [
    step,
    checkStep(step, seed + step.index),
  ]);
  const accepted = found.filter(([, { outcome }]) => outcome === 'accepted');
  const open = found.filter(([, { outcome, why }]) => outcome === 'not-judged' && why !== 'input');
  const notJudged: Record<string, number> = {};
  for (const [{ rule }] of open) notJudged[rule] = (notJudged[rule] ?? 0) + 1;
  const residuals = accepted.filter(([{ rule }, { exact }]) => !exact && rule !== 'limit');
  return {
    derivation: id,
    steps: steps.length,
    inputs:
      steps.length -
      accepted.length -
      open.length -
      found.filter(([, one]) => one.outcome === 'rejected').length,
    accepted: accepted.length,
    exact: accepted.filter(([, { exact }]) => exact).length,
    rejected: found.flatMap(([{ index, rule }, { outcome, why }]) =>
      outcome === 'rejected' ? [{ step: index, rule, why }] : [],
    ),
    notJudged,
    worst: Math.max(0, ...residuals.map(([, { worst }]) => worst)),
  };
}

const kept = new Map<string, RecheckRow>();

/** The same for a derivation, once for each seed. */
export function recheckDerivation(derivation: Derivation, seed: number): RecheckRow {
  const key = `${seed} ${derivation.variant} ${derivation.id}`;
  const row = kept.get(key) ?? recheckCertificate(JSON.stringify(certify(derivation)), seed);
  kept.set(key, row);
  return row;
}

/** What is said of derivations of which no step is rejected; null where one is, or where there is none. */
export function recheckedText(rows: readonly RecheckRow[]): string | null {
  if (rows.length === 0 || rows.some(({ rejected }) => rejected.length > 0)) return null;
  const sum = (of: (row: RecheckRow) => number): number => rows.reduce((total, row) => total + of(row), 0);
  const open = sum(({ notJudged }) => Object.values(notJudged).reduce((total, count) => total + count, 0));
  const derivations = rows.length === 1 ? 'a derivation' : `${rows.length} derivations`;
  const judged = `${sum(({ accepted }) => accepted)} steps of ${derivations}`;
  return open === 0 ? judged : `${judged}; ${open} more in words or to leading order, not judged`;
}
