/** `--map X,Y` and `--plane X,Y`, each a parameter with an optional window: E=1e14:1e20. */
import { fail } from '../kernel/issues.ts';

export interface MapAxis {
  readonly name: string;
  readonly window: { readonly low: number; readonly high: number } | null;
}

type PlaneFlag = '--map' | '--plane';

const would = (flag: PlaneFlag): string =>
  `write two parameters, as in ${flag} E,delta or ${flag} E=1e14:1e20,delta=1e-24:1e-18`;

function axisOf(flag: PlaneFlag, text: string): MapAxis {
  const [name = '', range, more] = text.split('=');
  const plain = name.trim();
  if (!/^[A-Za-z_]\w*$/.test(plain) || more !== undefined) {
    return fail({
      code: 'usage',
      what: `${flag} cannot read "${text.slice(0, 40).replace(/[^\x20-\x7e]/g, '?')}"`,
      would: would(flag),
    });
  }
  if (range === undefined) return { name: plain, window: null };
  const [low, high, third] = range.split(':').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  if (
    low === undefined ||
    high === undefined ||
    third !== undefined ||
    !(low < high) ||
    !Number.isFinite(high - low)
  ) {
    return fail({
      code: 'bad-value',
      name: plain,
      value: range.slice(0, 40),
      must: 'two numbers, the smaller first, as in 1e14:1e20',
    });
  }
  return { name: plain, window: { low, high } };
}

/** The two axes. @throws OptimandError saying how they are written. */
export function readPlane(flag: PlaneFlag, text: string): readonly [MapAxis, MapAxis] {
  const [x, y, more] = text.split(',');
  if (x === undefined || y === undefined || more !== undefined) {
    return fail({ code: 'usage', what: `${flag} takes two parameters`, would: would(flag) });
  }
  return [axisOf(flag, x), axisOf(flag, y)];
}
