/**
 * Growth per year: a straight line through the logarithms of dated amounts, with an interval by drawing the points again.
 * It is the least-squares line, so it tells how the typical amount grows, not the largest.
 */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { type StraightLine, straightLine } from '../engines/simple-statistics.ts';
import { refuse } from '../kernel/issues.ts';
import { quantile } from './quantile.ts';

/** A year with its fraction, and a positive amount. */
export type Dated = readonly [year: number, amount: number];

export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface Growth extends Interval {
  /** `value` is a factor per year; the ends hold 90 % of the draws. */
  readonly points: number;
  readonly from: number;
  readonly to: number;
  /** Standard deviation of ln(amount) about the line. */
  readonly scatter: number;
  readonly draws: number;
  /** ln(amount) = intercept + slope (year - middle), as fitted, and as fitted to each draw. */
  readonly middle: number;
  readonly line: StraightLine;
  readonly lines: readonly StraightLine[];
}

export interface GrowthOptions {
  readonly draws: number;
  readonly seed: number;
  /** What the amounts are, for sentences. */
  readonly of: string;
}

/** Shares of the draws below the ends of an interval. */
export const ENDS = [0.05, 0.95] as const;

const FEWEST = 3;

const spread = (points: readonly Dated[]): boolean => points.some(([year]) => year !== points[0]?.[0]);

/** Lines through points drawn with replacement; a draw of one year alone is drawn again. */
function drawnLines(points: readonly Dated[], { draws, seed }: GrowthOptions): StraightLine[] {
  const generator = xoroshiro128plus(seed);
  return Array.from({ length: draws }, () => {
    for (;;) {
      const drawn = points.map(() => points[uniformInt(generator, 0, points.length - 1)] as Dated);
      if (spread(drawn)) return straightLine(drawn);
    }
  });
}

/**
 * The growth of dated amounts.
 * @throws OptimandError where there are fewer than three, or all of one day.
 */
export function growthOf(amounts: readonly Dated[], options: GrowthOptions): Growth {
  if (amounts.length < FEWEST || !spread(amounts)) {
    refuse(
      amounts.length < FEWEST
        ? `a trend cannot be told from ${amounts.length} ${amounts.length === 1 ? 'amount' : 'amounts'}`
        : 'a trend cannot be told from amounts of one day',
      options.of,
      `give at least ${FEWEST} of different dates`,
    );
  }
  const years = amounts.map(([year]) => year);
  const middle = years.reduce((sum, year) => sum + year, 0) / years.length;
  const points = amounts.map(([year, amount]): Dated => [year - middle, Math.log(amount)]);
  const line = straightLine(points);
  const lines = drawnLines(points, options);
  const slopes = lines.map(({ slope }) => slope);
  const end = (share: number): number => Math.exp(slopes.length > 0 ? quantile(slopes, share) : line.slope);
  const squares = points.reduce((sum, [x, y]) => sum + (y - line.intercept - line.slope * x) ** 2, 0);
  return {
    value: Math.exp(line.slope),
    low: end(ENDS[0]),
    high: end(ENDS[1]),
    points: points.length,
    from: Math.min(...years),
    to: Math.max(...years),
    scatter: Math.sqrt(squares / (points.length - 2 || 1)),
    draws: lines.length,
    middle,
    line,
    lines,
  };
}

/** The amount on the line at a year, with the interval of the line there (not of single amounts about it). */
export function levelAt({ middle, line, lines }: Growth, year: number): Interval {
  const at = ({ slope, intercept }: StraightLine): number => Math.exp(intercept + slope * (year - middle));
  const drawn = lines.map(at);
  const end = (share: number): number => (drawn.length > 0 ? quantile(drawn, share) : at(line));
  return { value: at(line), low: end(ENDS[0]), high: end(ENDS[1]) };
}
