/** Laws as tests ask for them: each question answered once for a test file. */
import { type LawsOptions, type LawsReport, laws } from '../../src/report/laws.ts';
import type { LawRegimeJson } from '../../src/report/schemas/laws.ts';

/** Values in the realistic box, all but gamma. */
export const BOX = {
  alpha: 0.34,
  beta: 0.4,
  a: 0.002,
  b: 4e-5,
  omega: 4e-5,
  delta: 8e-22,
} as const;

const answered = new Map<string, LawsReport>();

/** The report on a question. */
export function reportOn(variant: string, options: LawsOptions): LawsReport {
  const key = JSON.stringify([variant, options]);
  const report = answered.get(key) ?? laws(variant, options);
  answered.set(key, report);
  return report;
}

/** The named regime of the one case shown. */
export function regimeOf({ result }: LawsReport, name: string): LawRegimeJson {
  const found = result.regimes.find((regime) => regime.name === name);
  if (!found) throw new Error(`no regime ${name}`);
  return found;
}
