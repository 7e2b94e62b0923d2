/** `fit`: a loss law fitted to a table of training runs. */
import { type FitOptions, fitLaw, type LawFit } from '../fit/fit-law.ts';
import { LOSS_LAWS, type LossLawId } from '../fit/loss-laws/registry.ts';
import { type ReadOptions, type ReadRuns, readRuns } from '../fit/runs.ts';
import type { FitResult } from './schemas/fit.ts';

export { QUANTITIES } from '../fit/runs.ts';

/** After Hoffmann et al. 2022, appendix D.3. */
export const HUBER_DELTA = 1e-3;

export interface FitRequest extends Omit<ReadOptions, 'needsUniqueTokens'>, Omit<FitOptions, 'delta'> {
  readonly law: LossLawId;
}

export interface FitReport {
  readonly result: FitResult;
  readonly warnings: readonly string[];
}

function residualsOf({ residuals }: LawFit, { runs }: ReadRuns): FitResult['residuals'] {
  const sizes = residuals.map(Math.abs);
  const sorted = [...sizes].sort((x, y) => x - y);
  const largest = sorted.at(-1) as number;
  const half = (sorted.length - 1) / 2;
  const median = ((sorted[Math.floor(half)] as number) + (sorted[Math.ceil(half)] as number)) / 2;
  return { median, largest, line: runs[sizes.indexOf(largest)]?.line as number };
}

/**
 * The law fitted to the runs of a table of comma-separated text.
 * @throws OptimandError where the table, or what the runs can tell, falls short: one sentence names the place.
 */
export function fit(text: string, request: FitRequest): FitReport {
  const law = LOSS_LAWS[request.law];
  const read = readRuns(text, { ...request, needsUniqueTokens: law.needsUniqueTokens });
  const found = fitLaw(law, read.runs, { ...request, delta: HUBER_DELTA });
  const { loss, slope, starts, agreeing } = found.fit;
  return {
    result: {
      law: law.id,
      statement: law.statement,
      source: law.source,
      parameters: Object.fromEntries(found.letters.map(({ name, ...rest }) => [name, rest])),
      loss,
      delta: HUBER_DELTA,
      slope,
      starts: { tried: starts, agreeing },
      condition: Number.isFinite(found.condition) ? found.condition : null,
      bootstrap: { asked: request.draws, fitted: found.draws },
      runs: read.runs.length,
      columns: { ...read.columns },
      residuals: residualsOf(found, read),
    },
    warnings: found.warnings,
  };
}
