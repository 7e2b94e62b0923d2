/** Plain statistics: a straight line through points and the quantiles of the normal distribution, behind simple-statistics. */
import { linearRegression, probit } from 'simple-statistics';

export interface StraightLine {
  readonly slope: number;
  readonly intercept: number;
}

/** The line with the least sum of squared distances in y. The x must not all be the same. */
export function straightLine(points: readonly (readonly [number, number])[]): StraightLine {
  const { m, b } = linearRegression(points.map(([x, y]) => [x, y]));
  return { slope: m, intercept: b };
}

/** The number below which a standard normal draw lies with that probability, to three digits, for 0 < share < 1. */
export const normalQuantile = (share: number): number => probit(share);
