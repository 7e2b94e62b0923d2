/** c ln x + b = 0 for a positive unknown: x = e^(-b/c), the only root because ln is strictly monotone. */
import type { Context } from '../kernel/facts.ts';
import { factorsKey, type Summand } from '../kernel/normal/data.ts';
import { tidy } from '../kernel/normal/equal.ts';
import { normalTerm } from '../kernel/normal/to-term.ts';
import { isNonZero } from '../kernel/sign.ts';
import { call, divide, ln, negate, symbol, type Term } from '../kernel/term.ts';
import { type Outcome, solved, unsolved } from './outcome.ts';
import { hides, normalOrWhy } from './powers-of.ts';

/** Solves `equation = 0` where the unknown stands only in its logarithm, linearly. */
export function solveLogarithmic(equation: Term, unknown: string, context: Context): Outcome {
  const normal = normalOrWhy(equation, [unknown], context);
  const log = normalOrWhy(ln(symbol(unknown)), [], context);
  if ('why' in normal || 'why' in log) return unsolved('logarithmic: no normal form');
  const key = factorsKey(log.value[0]?.factors ?? []);
  const slope: Summand[] = [];
  const rest: Summand[] = [];
  for (const summand of normal.value) {
    const others = summand.factors.filter((factor) => factorsKey([factor]) !== key);
    if (others.some(({ base }) => hides(base, unknown)))
      return unsolved(`logarithmic: ${unknown} stands elsewhere than in its logarithm`);
    (others.length < summand.factors.length ? slope : rest).push({
      coefficient: summand.coefficient,
      factors: others,
    });
  }
  const c = normalTerm(slope);
  if (slope.length === 0 || isNonZero(c, context) !== 'yes')
    return unsolved('logarithmic: the coefficient of the logarithm is not known to differ from zero');
  return solved('logarithmic', {
    value: tidy(call('exp', divide(negate(normalTerm(rest)), c)), context),
    conditions: [],
    branch: 'only',
  });
}
