/** Every derivation, and every part of the argument about every variant, put to the step checker. */
import { DERIVATIONS } from '../../derivations/registry.ts';
import type { Derivation } from '../derive/derivation.ts';
import { PART_IDS, PARTS } from '../derive/firm/registry.ts';
import { type CertificateJson, certify } from '../derive/recheck/certificate.ts';
import { type RecheckRow, recheckDerivation } from '../derive/recheck/recheck.ts';
import { VARIANTS } from '../economics/variants/registry.ts';

export interface Recheck {
  readonly rows: readonly RecheckRow[];
  readonly certificates: readonly CertificateJson[];
}

/** The derivations of the toolkit, then those written for each variant by one argument. */
const everyDerivation = (): readonly Derivation[] => [
  ...Object.values(DERIVATIONS).map((write) => write()),
  ...Object.values(VARIANTS).flatMap((variant) => PART_IDS.flatMap((part) => PARTS[part](variant))),
];

/** One row a derivation, points drawn with the seed. */
export function recheckSteps(seed: number, progress: (done: number) => void = () => {}): Recheck {
  const all = everyDerivation();
  const rows = all.map((derivation, i) => {
    const row = recheckDerivation(derivation, seed);
    progress((i + 1) / all.length);
    return row;
  });
  return { rows, certificates: all.map(certify) };
}
