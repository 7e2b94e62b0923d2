/**
 * The smallest counterexample that a search finds: parameters with as few digits as still show the claim false.
 *
 * Each parameter in turn is replaced by simpler numbers near it, simplest first, and the first that keeps the claim false is
 * kept; rounds go on until none changes. The outcome depends on the start, so the search is run from several.
 */
import type { Values } from '../economics/parameters.ts';

/** What a number costs a reader: its significant digits, a power of ten or one half less than other digits. */
function weight(value: number): number {
  if (value === 0) return 0;
  const digits = value.toExponential().replace(/^-/, '').split('e')[0]?.replace('.', '') ?? '';
  const plain = digits === '1' ? 0.5 : digits === '5' ? 0.75 : digits.length;
  return plain + (value < 0 ? 0.1 : 0);
}

export const weightOf = (values: Values): number =>
  Object.values(values).reduce((sum, value) => sum + weight(value), 0);

const FEWEST = [1, 2, 3, 4] as const;
/** Shape parameters, whose plain values come before rounded ones. */
const PLAIN: Readonly<Record<string, readonly number[]>> = {
  alpha: [0.5, 0.3, 0.4, 0.2],
  beta: [0.5, 0.3, 0.4, 0.2],
  gamma: [0, 1, -1, 0.5, -0.5, 2],
};

/** The scale that belongs to an exponent: it moves along so that quality still reaches 1 at the same size. */
const SCALE: Readonly<Record<string, string>> = { alpha: 'a', beta: 'b' };

function changed(values: Values, name: string, to: number): Values {
  const [scale, from] = [SCALE[name], values[name] ?? Number.NaN];
  const own = scale === undefined ? undefined : values[scale];
  if (scale === undefined || own === undefined) return { ...values, [name]: to };
  return { ...values, [name]: to, [scale]: own ** (to / from) };
}

function simpler(name: string, value: number, values: Values): readonly number[] {
  const rounded = FEWEST.map((digits) => Number(value.toPrecision(digits)));
  // Not 10 ** power, which for some powers is not the double nearest to it.
  const power = Math.round(Math.log10(Math.abs(value)));
  const tens = [0, 1, -1, 2, -2].map((by) => Number(`1e${power + by}`));
  const same = name === 'beta' ? [values.alpha ?? value] : [];
  const near = PLAIN[name] ?? (value > 0 && (value < 1e-3 || value > 1e3) ? tens : []);
  const all = [...same, ...near, ...rounded].filter((one) => weight(one) < weight(value));
  return [...new Set(all)].sort((x, y) => weight(x) - weight(y));
}

/** Values with fewer digits at which `fails` is still true; the values themselves where it is not true of any. */
export function simplestFrom(start: Values, fails: (values: Values) => boolean): Values {
  let values = start;
  for (let round = 0; round < 4; round++) {
    const before = values;
    for (const name of Object.keys(values)) {
      const here = values;
      const better = simpler(name, here[name] ?? 0, here).find((one) => fails(changed(here, name, one)));
      if (better !== undefined) values = changed(here, name, better);
    }
    if (values === before) break;
  }
  return values;
}

/** The simplest that is found from several starts. */
export function simplest(starts: readonly Values[], fails: (values: Values) => boolean): Values | null {
  const found = starts.filter(fails).map((start) => simplestFrom(start, fails));
  const [first, ...rest] = found;
  if (!first) return null;
  return rest.reduce((best, one) => (weightOf(one) < weightOf(best) ? one : best), first);
}
