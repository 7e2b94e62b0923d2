/** A fit as a scenario: the calibrated one with the exponents, and with the size and data at quality 1, of the fit. */
import type { Input } from '../../data/scenario-file.ts';
import { ENDS } from '../../fit/growth.ts';
import { refuse } from '../../kernel/issues.ts';
import { numberText } from '../numbers.ts';
import type { FitResult } from '../schemas/fit.ts';
import type { Mapped } from './quality.ts';

const DIGITS = 6;
const rounded = (value: number): number => Number(value.toPrecision(DIGITS));

const INPUTS = [
  { name: 'alpha', from: 'alpha', unit: '1', scale: 'linear', meaning: 'parameter exponent', exponent: true },
  { name: 'beta', from: 'beta', unit: '1', scale: 'linear', meaning: 'data exponent', exponent: true },
  {
    name: 'first_size',
    from: 'first-size',
    unit: 'parameter',
    scale: 'log',
    meaning: 'size of a compute-optimal model at quality 1',
  },
  {
    name: 'first_ratio',
    from: 'first-ratio',
    unit: 'token/parameter',
    scale: 'log',
    meaning: 'tokens per parameter of that model',
  },
] as const;

/**
 * The scenario as JSON text.
 * @throws OptimandError where the law of the fit has no quality of n and d alone, or no draw gives an interval.
 */
export function fitScenario(result: FitResult, mapped: Mapped | null, path: string): string {
  const where = 'a scenario from a fit';
  if (!mapped)
    return refuse(`${result.law} is no law of n and d alone`, where, 'fit chinchilla or chinchilla-equal');
  if (mapped.quality.draws === 0)
    return refuse('there is no interval without bootstrap draws', where, 'add --bootstrap 200');
  const source = `fit of ${result.law} to ${result.runs} runs of ${path}`;
  const first = mapped.quality.threshold;
  const threshold = `quality 1 at a loss of ${numberText(rounded(first.loss.value))}${first.model ? `, the fit at ${first.model}` : ''}`;
  const inputs = Object.fromEntries(
    INPUTS.map(({ name, from, ...rest }): [string, Input] => {
      const value = mapped.spread(from, null);
      const [low, high] = ENDS.map((share) => mapped.spread(from, share)) as [number, number];
      return [
        name,
        {
          value: rounded(value),
          low: rounded(Math.min(low, value)),
          high: rounded(Math.max(high, value)),
          basis: 'data',
          reason: `${mapped.quality.draws} bootstrap draws; ${threshold}`,
          source,
          ...rest,
        },
      ];
    }),
  );
  const scenario = {
    id: 'fitted',
    title: 'The calibrated firm with the loss law of a fit',
    about: `The calibrated scenario with exponents and the size and data at quality 1 from the ${source}. Inputs are drawn one by one, so what the constants of the fit have in common is not carried into a scenario; algorithmic progress is counted from the calibrated scenario's own date.`,
    extends: 'calibrated',
    inputs,
  };
  return `${JSON.stringify(scenario, null, 2)}\n`;
}
