/** Inputs of a scenario drawn from their intervals. */
import type { Input, ScenarioFile } from '../../data/scenario-file.ts';
import type { Values } from '../../economics/parameters.ts';
import { normalQuantile } from '../../engines/simple-statistics.ts';

/** Draws farther out than one in a thousand are put there. */
const FARTHEST = 0.001;
const END = normalQuantile(0.95);

/**
 * The value below which a share of the draws lies: half a bell on each side of the middle, in the number or its logarithm,
 * each as wide as puts one draw in twenty beyond its end.
 */
export function valueAt({ value, low, high, scale }: Input, share: number): number {
  if (low === high) return value;
  const z = normalQuantile(Math.min(1 - FARTHEST, Math.max(FARTHEST, share))) / END;
  const end = z < 0 ? low : high;
  const far = Math.abs(z);
  return scale === 'log' ? value * (end / value) ** far : value + (end - value) * far;
}

/** Names of the inputs that are not known for certain, among those named. */
export const uncertain = ({ inputs }: ScenarioFile, among: ReadonlySet<string>): readonly string[] =>
  Object.entries(inputs)
    .filter(([name, { low, high }]) => low < high && among.has(name))
    .map(([name]) => name);

/** All inputs, those named at the shares given and the others at their middle. */
export function inputsAt(
  { inputs }: ScenarioFile,
  names: readonly string[],
  shares: readonly number[],
): Values {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, input]) => {
      const at = names.indexOf(name);
      return [name, at < 0 ? input.value : valueAt(input, shares[at] ?? 0.5)];
    }),
  );
}
