/** What a sweep varies: `E=1e16:1e20:200log,gamma=-1:1:41`, and `sobol:N`. */
import { fail, shown } from '../../kernel/issues.ts';
import { MOST_COORDINATES } from './sobol.ts';

/** A parameter between two ends, evenly in itself or in its logarithm. */
export interface Axis {
  readonly name: string;
  readonly low: number;
  readonly high: number;
  readonly scale: 'linear' | 'log';
  /** Values on a grid; null in a design, whose points choose. */
  readonly count: number | null;
}

export type Design =
  | { readonly kind: 'grid' }
  | { readonly kind: 'sobol'; readonly points: number; readonly seed: number };

/** Rows that one sweep may have. */
const MOST_ROWS = 1e10;
/** Values that one axis may have. */
const MOST_VALUES = 1e7;
/** Points of a design: as many as 32 bits can tell apart. */
const MOST_POINTS = 2 ** 31;
const LONGEST = 10_000;
/** Significant digits of values between the ends. */
const DIGITS = 15;

const WOULD = 'write it as in --grid E=1e16:1e20:200log,gamma=-1:1:41';

const numberOf = (text: string | undefined): number =>
  text !== undefined && /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,4})?$/.test(text.trim())
    ? Number(text)
    : Number.NaN;

function axisOf(text: string, isGrid: boolean): Axis {
  const [head = '', range = '', more] = text.split('=');
  const name = head.trim();
  if (!/^[A-Za-z_]\w*$/.test(name) || range === '' || more !== undefined) {
    return fail({ code: 'usage', what: `--grid cannot read "${shown(text)}"`, would: WOULD });
  }
  const bad = (must: string): never => fail({ code: 'bad-value', name, value: shown(range), must });
  const [from, to, how = '', extra] = range.split(':');
  const [low, high] = [numberOf(from), numberOf(to)];
  if (extra !== undefined || !Number.isFinite(low) || !Number.isFinite(high) || !(low <= high))
    return bad('low:high and how, the smaller number first, as in 1e16:1e20:200log');
  const [, digits = '', kind = ''] = /^(\d*)(log|lin|linear)?$/.exec(how.trim()) ?? [null, '?'];
  const scale = kind === 'log' ? 'log' : 'linear';
  if (scale === 'log' && !(low > 0)) return bad('between positive numbers, to be even in the logarithm');
  if (!isGrid) {
    if (digits !== '')
      return bad('low:high, low:high:log or low:high:lin, since the design chooses the points');
    return { name, low, high, scale, count: null };
  }
  const count = /^\d{1,9}$/.test(digits) ? Number(digits) : Number.NaN;
  if (!(count >= 1 && count <= MOST_VALUES))
    return bad(`low:high:count with a count from 1 to ${MOST_VALUES}`);
  if (count === 1 && low !== high) return bad('of two values or more where its ends differ');
  return { name, low, high, scale, count };
}

/** The design. @throws OptimandError saying how it is written. */
export function readDesign(text: string | undefined, seed: number): Design {
  if (text === undefined) return { kind: 'grid' };
  const points = /^sobol:(\d{1,10})$/.exec(text.trim())?.[1];
  if (points === undefined || Number(points) < 1 || Number(points) > MOST_POINTS) {
    return fail({
      code: 'bad-value',
      name: '--design',
      value: shown(text),
      must: `sobol:N with N from 1 to ${MOST_POINTS}`,
    });
  }
  return { kind: 'sobol', points: Number(points), seed };
}

/** The axes in the order given; the last varies fastest. @throws OptimandError about the first that is wrong. */
export function readAxes(texts: readonly string[], design: Design): readonly Axis[] {
  const whole = texts.join(',');
  if (whole.trim() === '') {
    return fail({ code: 'usage', what: 'nothing is said about what varies', would: `add --grid; ${WOULD}` });
  }
  if (whole.length > LONGEST) return fail({ code: 'usage', what: '--grid is too long', would: WOULD });
  const axes = whole.split(',').map((text) => axisOf(text, design.kind === 'grid'));
  for (const [i, { name }] of axes.entries()) {
    if (axes.findIndex((other) => other.name === name) < i)
      fail({ code: 'usage', what: `${name} stands twice in --grid`, would: 'give each name once' });
  }
  if (design.kind === 'sobol' && axes.length > MOST_COORDINATES)
    fail({
      code: 'usage',
      what: `--design has ${MOST_COORDINATES} coordinates at most`,
      would: 'vary fewer',
    });
  const rows = rowsOf(axes, design);
  if (rows > MOST_ROWS)
    fail({
      code: 'usage',
      what: `the grid has ${rows} points, more than ${MOST_ROWS}`,
      would: 'make it coarser',
    });
  return axes;
}

/** Points of a grid or design. */
export const rowsOf = (axes: readonly Axis[], design: Design): number =>
  design.kind === 'sobol' ? design.points : axes.reduce((all, { count }) => all * (count ?? 1), 1);

/** The value at a share 0 to 1 of the way, to 15 digits so that 1e16 is 1e16; the ends are the ends to the bit. */
export function valueAt({ low, high, scale }: Axis, share: number): number {
  if (share === 0) return low;
  if (share === 1) return high;
  const value = scale === 'log' ? low * (high / low) ** share : low + (high - low) * share;
  return Number(value.toPrecision(DIGITS));
}

/** Every value of an axis of a grid. */
export const valuesOf = (axis: Axis): Float64Array =>
  Float64Array.from({ length: axis.count ?? 0 }, (_, i) =>
    axis.count === 1 ? axis.low : valueAt(axis, i / ((axis.count ?? 2) - 1)),
  );
