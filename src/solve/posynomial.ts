/**
 * Posynomials: sums of positive multiples of powers. In the logarithms x of the variables such a sum is Σ c_i e^(a_i·x),
 * c_i > 0: convex, and strictly so where the exponents a_i span every direction, for then no direction keeps all of them
 * constant. Source: Boyd, Kim, Vandenberghe & Hassibi, A tutorial on geometric programming, 2007.
 */
import type { Context } from '../kernel/facts.ts';
import { signOfSummand } from '../kernel/normal/power.ts';
import { ratioTerm } from '../kernel/normal/to-term.ts';
import {
  divideRatios,
  isZeroRatio,
  multiplyRatios,
  type Ratio,
  subtractRatios,
  ZERO_RATIO,
} from '../kernel/ratio.ts';
import { isNonZero } from '../kernel/sign.ts';
import type { Term } from '../kernel/term.ts';
import { hides, normalOrWhy } from './powers-of.ts';

/** Number of directions that the rows are known to span: pivots must be known to differ from zero. */
function knownRank(rows: readonly (readonly Ratio[])[], context: Context): number {
  const left = rows.map((row) => [...row]);
  let rank = 0;
  const width = rows[0]?.length ?? 0;
  for (let column = 0; column < width; column++) {
    const index = left.findIndex(
      (row, i) => i >= rank && isNonZero(ratioTerm(row[column] ?? ZERO_RATIO), context) === 'yes',
    );
    if (index < 0) continue;
    const [pivot] = left.splice(index, 1) as [Ratio[]];
    left.splice(rank, 0, pivot);
    for (const row of left.slice(rank + 1)) {
      const times = divideRatios(row[column] ?? ZERO_RATIO, pivot[column] as Ratio);
      if (!isZeroRatio(times))
        row.forEach((value, j) => {
          row[j] = subtractRatios(value, multiplyRatios(times, pivot[j] ?? ZERO_RATIO));
        });
    }
    rank++;
  }
  return rank;
}

/** Why the term is not known to be a posynomial with spanning exponents in the variables, or null where it is. */
export function posynomialFault(value: Term, variables: readonly string[], context: Context): string | null {
  const normal = normalOrWhy(value, variables, context);
  if ('why' in normal) return normal.why;
  const rows: Ratio[][] = [];
  for (const summand of normal.value) {
    if (signOfSummand(summand, context) !== 'positive') return 'a summand is not known to be positive';
    const plain = summand.factors.every(
      ({ base }) => base.kind === 'symbol' || !variables.some((name) => hides(base, name)),
    );
    if (!plain) return 'a variable stands inside a sum or a function';
    rows.push(
      variables.map(
        (name) =>
          summand.factors.find(({ base }) => base.kind === 'symbol' && base.name === name)?.exponent ??
          ZERO_RATIO,
      ),
    );
  }
  return knownRank(rows, context) === variables.length
    ? null
    : 'the exponents are not known to span every direction';
}
