/**
 * From a fitted loss law to the parameters of the model, by the derivation `quality-from-loss`: at the fit, and at every
 * bootstrap draw, so that the uncertainty of the fit is carried through with what its constants have in common.
 */
import { qualityFromLoss } from '../../../derivations/16-quality-from-loss.ts';
import { type Constants, FIT_ENDS, type LawFit } from '../../fit/fit-law.ts';
import { quantile } from '../../fit/quantile.ts';
import { double } from '../../kernel/arithmetic/double.ts';
import { compile } from '../../kernel/compile.ts';
import { fail, refuse } from '../../kernel/issues.ts';
import { firstSold } from '../facts/first-sold.ts';
import type { FitQuality } from '../schemas/fit.ts';

/** What has quality 1: a loss, or a model that stands where the fit says what its loss is. */
export type Threshold =
  | { readonly loss: number }
  | { readonly params: number; readonly tokens: number; readonly model?: string };

/** Laws of quality that the loss law gives, each with the results that give its parameters and where it is exact. */
const LAWS = [
  {
    variant: 'ces-quality',
    set: { r: 1 },
    exact: 'for every n and d',
    a: 'a',
    b: 'b',
    rho: 'rho',
  },
  {
    variant: 'baseline',
    set: {},
    exact: 'where training compute is least for its loss; elsewhere it is below the quality of the fit',
    a: 'a-leontief',
    b: 'b-leontief',
    rho: 'rho-leontief',
  },
] as const;

type Numbers = Readonly<Record<string, number>>;

/** The loss at quality 1, by the law with these constants. */
function thresholdLoss(threshold: Threshold, { E0, A, B, alpha, beta }: Numbers): number {
  if ('loss' in threshold) return threshold.loss;
  const { params, tokens } = threshold;
  return (E0 ?? 0) + (A ?? 0) * params ** -(alpha ?? 0) + (B ?? 0) * tokens ** -(beta ?? 0);
}

const RESULTS = LAWS.flatMap(({ a, b, rho }) => [a, b, rho]);

/**
 * Everything that follows, by name; null where the constants leave no loss to be removed below the threshold.
 * `first-size` and `first-data` are those of least compute at quality 1, where the Leontief law's powers are 1.
 */
function numbersAt(constants: Constants, threshold: Threshold): Numbers | null {
  const L_1 = thresholdLoss(threshold, constants);
  const { E0 = 0, alpha = 0, beta = 0 } = constants;
  const point = { ...constants, l_1: L_1 - E0 };
  if (!(point.l_1 > 0 && alpha > 0 && beta > 0)) return null;
  const at = (result: string): number => evaluators()[result]?.(point) ?? Number.NaN;
  const found = Object.fromEntries(RESULTS.map((result) => [result, at(result)]));
  const [firstSize, firstData] = [
    (found['a-leontief'] ?? 0) ** (-1 / alpha),
    (found['b-leontief'] ?? 0) ** (-1 / beta),
  ];
  const first = { 'first-size': firstSize, 'first-data': firstData, 'first-ratio': firstData / firstSize };
  return { L_1, alpha, beta, ...found, ...first };
}

/** The letters in which the results are. */
const INPUTS = ['A', 'B', 'l_1', 'alpha', 'beta'] as const;

let made: Readonly<Record<string, (point: Numbers) => number>> | null = null;
function evaluators(): Readonly<Record<string, (point: Numbers) => number>> {
  const { results } = qualityFromLoss();
  made ??= Object.fromEntries(
    RESULTS.map((result) => {
      const value = compile(results[result].relation.right, INPUTS, double);
      return [result, (point: Numbers) => value(INPUTS.map((name) => point[name] ?? Number.NaN))] as const;
    }),
  );
  return made;
}

export const defaultThreshold = (): Threshold => firstSold();

const UNITS = {
  alpha: '1',
  beta: '1',
  a: 'parameter^(-alpha)',
  b: 'token^(-beta)',
  rho: 'token^(beta/alpha)/parameter',
} as const;

/** What a fit says of the model, with what a scenario needs; null where its law is not one of n and d alone. */
export interface Mapped {
  readonly quality: FitQuality;
  /** By name: value at the fit and the number below which that share of the draws lies. */
  readonly spread: (name: string, share: number | null) => number;
}

/** @throws OptimandError where the threshold is no loss above the one that no training removes. */
export function qualityOf(found: LawFit, threshold: Threshold): Mapped | null {
  if (!found.law.isQuality) return null;
  const best = Object.fromEntries(found.letters.map(({ name, value }) => [name, value]));
  const middle = numbersAt(best, threshold);
  for (const name of ['alpha', 'beta'] as const) {
    const exponent = best[name] ?? 0;
    if (exponent > 0) continue;
    const what = `${name} = ${exponent.toPrecision(3)}, and quality needs exponents above 0`;
    refuse(what, `the fit of ${found.law.id}`, 'add runs that differ more in params and tokens');
  }
  if (!middle) {
    return fail({
      code: 'bad-value',
      name: '--threshold',
      value: 'loss' in threshold ? String(threshold.loss) : `${threshold.params},${threshold.tokens}`,
      must: `a loss above E0 = ${(best.E0 ?? 0).toPrecision(4)}, which no training removes`,
    });
  }
  const sample = found.draws.map((draw) => numbersAt(draw, threshold)).filter((numbers) => numbers !== null);
  const spread = (name: string, share: number | null): number => {
    const value = middle[name] as number;
    if (share === null || sample.length === 0) return value;
    return quantile(
      sample.map((draw) => draw[name] as number),
      share,
    );
  };
  const interval = (name: string) => {
    const [low, high] = FIT_ENDS.map((share) => (sample.length > 0 ? spread(name, share) : null));
    return { value: middle[name] as number, low: low ?? null, high: high ?? null };
  };
  const laws = LAWS.map(({ variant, set, exact, ...results }) => ({
    variant,
    set,
    exact,
    parameters: Object.fromEntries(
      Object.entries(UNITS).map(([name, unit]) => [
        name,
        { ...interval(name in results ? results[name as keyof typeof results] : name), unit },
      ]),
    ),
  }));
  return {
    quality: {
      derivation: qualityFromLoss().id,
      threshold: {
        loss: interval('L_1'),
        at: 'loss' in threshold ? null : { params: threshold.params, tokens: threshold.tokens },
        model: 'loss' in threshold ? null : (threshold.model ?? null),
      },
      laws,
      draws: sample.length,
    },
    spread,
  };
}
