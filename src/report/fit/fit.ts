/** `fit`: a loss law fitted to a table of training runs. */
import { type FitOptions, fitLaw, type LawFit } from '../../fit/fit-law.ts';
import { LOSS_LAWS, type LossLawId } from '../../fit/loss-laws/registry.ts';
import { type ReadOptions, type ReadRuns, readRuns } from '../../fit/runs.ts';
import type { FitResult } from '../schemas/fit.ts';
import { defaultThreshold, type Mapped, qualityOf, type Threshold } from './quality.ts';

export { QUANTITIES } from '../../fit/runs.ts';

/** After Hoffmann et al. 2022, appendix D.3. */
export const HUBER_DELTA = 1e-3;

export interface FitRequest extends Omit<ReadOptions, 'needsUniqueTokens'>, Omit<FitOptions, 'delta'> {
  readonly law: LossLawId;
  /** What has quality 1; the first model sold by API unless told. */
  readonly threshold?: Threshold;
}

export interface FitReport {
  readonly result: FitResult;
  readonly warnings: readonly string[];
  /** What the fit says of the model; null where its law is not one of n and d alone. */
  readonly mapped: Mapped | null;
}

function residualsOf({ residuals }: LawFit, { runs }: ReadRuns): FitResult['residuals'] {
  const sizes = residuals.map(Math.abs);
  const sorted = [...sizes].sort((x, y) => x - y);
  const largest = sorted.at(-1) as number;
  const half = (sorted.length - 1) / 2;
  const median = ((sorted[Math.floor(half)] as number) + (sorted[Math.ceil(half)] as number)) / 2;
  return { median, largest, line: runs[sizes.indexOf(largest)]?.line as number };
}

const pointsOf = ({ residuals }: LawFit, { runs }: ReadRuns): FitResult['points'] =>
  runs.map(({ line, params, tokens, uniqueTokens, loss }, i) => ({
    line,
    perParameter: tokens / params,
    epochs: tokens / Math.min(tokens, uniqueTokens ?? tokens),
    observed: loss,
    fitted: loss * Math.exp(residuals[i] as number),
  }));

/** Beyond this multiple of the largest run a law is taken where no run has been. */
const FAR = 2;

/** Where the threshold lies beyond the runs. */
function farOff(mapped: Mapped | null, { runs }: ReadRuns): string[] {
  const at = mapped?.quality.threshold.at;
  if (!at) return [];
  const beyond = (['params', 'tokens'] as const).flatMap((name) => {
    const times = at[name] / Math.max(...runs.map((run) => run[name]));
    return times > FAR ? [`${times.toPrecision(2)} times the most ${name} of a run`] : [];
  });
  return beyond.length > 0
    ? [
        `quality 1 lies beyond the runs (${beyond.join(', ')}): L1 is the law carried on, not a loss that was seen`,
      ]
    : [];
}

/**
 * The law fitted to the runs of a table of comma-separated text.
 * @throws OptimandError where the table, or what the runs can tell, falls short: one sentence names the place.
 */
export async function fit(text: string, request: FitRequest): Promise<FitReport> {
  const law = LOSS_LAWS[request.law];
  const read = readRuns(text, { ...request, needsUniqueTokens: law.needsUniqueTokens });
  const found = await fitLaw(request.law, read.runs, { ...request, delta: HUBER_DELTA });
  const { loss, slope, starts, agreeing } = found.fit;
  const mapped = qualityOf(found, request.threshold ?? defaultThreshold());
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
      others: found.others.map(({ constants, ...rest }) => ({ ...rest, parameters: { ...constants } })),
      condition: Number.isFinite(found.condition) ? found.condition : null,
      bootstrap: { asked: request.draws, fitted: found.draws.length },
      runs: read.runs.length,
      columns: { ...read.columns },
      residuals: residualsOf(found, read),
      points: pointsOf(found, read),
      quality: mapped?.quality ?? null,
    },
    warnings: [...found.warnings, ...farOff(mapped, read)],
    mapped,
  };
}
