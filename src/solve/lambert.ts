/**
 * The Lambert-W form y^k = c ln(s y). With z = (s y)^k it is z = A ln z, A = c s^k/k; writing z = e^-w gives w e^w = -1/A,
 * so z = -A W(-1/A). For A > e there are two roots, z in (1, e) on branch 0 and z > e on branch -1; for A < e none.
 * Source: Corless, Gonnet, Hare, Jeffrey & Knuth, On the Lambert W function, 1996.
 */
import type { Context, Fact } from '../kernel/facts.ts';
import type { FunctionName } from '../kernel/functions/names.ts';
import { type Normal, type Summand, symbolBase } from '../kernel/normal/data.ts';
import { tidy } from '../kernel/normal/equal.ts';
import { normalTerm, ratioTerm } from '../kernel/normal/to-term.ts';
import {
  isOneRatio,
  isZeroRatio,
  type Ratio,
  ratioKey,
  subtractRatios,
  ZERO_RATIO,
} from '../kernel/ratio.ts';
import { signOfRatio } from '../kernel/shape.ts';
import { isPositive } from '../kernel/sign.ts';
import { call, divide, ln, multiply, negate, power, subtract, type Term } from '../kernel/term.ts';
import { type Outcome, type Root, solved, unsolved } from './outcome.ts';
import { hides, isPositiveUnknown, normalOrWhy } from './powers-of.ts';

interface LambertForm {
  readonly exponent: Ratio;
  /** Coefficients of y^k, of ln y, and the rest: power·y^k + log·ln y + free = 0. */
  readonly power: Normal;
  readonly log: Normal;
  readonly free: Normal;
}

/** Reads the equation as power·y^k·m + log·m·ln y + free·m = 0 for some common power m of y. */
function readForm(value: Normal, unknown: string): LambertForm | string {
  const logKey = `ln(${`[1*]${unknown}`})`;
  const groups = new Map<string, { exponent: Ratio; plain: Summand[]; logs: Summand[] }>();
  for (const summand of value) {
    let exponent: Ratio = ZERO_RATIO;
    let isLog = false;
    const others = [];
    for (const factor of summand.factors) {
      if (factor.base.key === symbolBase(unknown).key) exponent = factor.exponent;
      else if (factor.base.key === logKey && isOneRatio(factor.exponent)) isLog = true;
      else if (hides(factor.base, unknown)) return `lambert: ${unknown} stands inside another function`;
      else others.push(factor);
    }
    const group = groups.get(ratioKey(exponent)) ?? { exponent, plain: [], logs: [] };
    (isLog ? group.logs : group.plain).push({ coefficient: summand.coefficient, factors: others });
    groups.set(ratioKey(exponent), group);
  }
  const [one, two, more] = [...groups.values()];
  if (!one || !two || more) return `lambert: not two different powers of ${unknown}`;
  const [withLog, without] = one.logs.length > 0 ? [one, two] : [two, one];
  if (withLog.logs.length === 0 || without.logs.length > 0)
    return 'lambert: not one logarithm against one power';
  const exponent = subtractRatios(without.exponent, withLog.exponent);
  return { exponent, power: without.plain, log: withLog.logs, free: withLog.plain };
}

/** Solves `equation = 0` for a positive unknown; two roots, on condition that A > e. */
export function solveLambert(equation: Term, unknown: string, context: Context): Outcome {
  if (!isPositiveUnknown(unknown, context))
    return unsolved(`lambert: ${unknown} is not known to be positive`);
  const normal = normalOrWhy(equation, [unknown], context);
  if ('why' in normal) return unsolved(`lambert: ${normal.why}`);
  const form = readForm(normal.value, unknown);
  if (typeof form === 'string') return unsolved(form);
  if (isZeroRatio(form.exponent) || signOfRatio(form.exponent, context) !== 'positive')
    return unsolved('lambert: the exponent is not known to be positive');
  const [leading, log, free] = [normalTerm(form.power), normalTerm(form.log), normalTerm(form.free)];
  const k = ratioTerm(form.exponent);
  const c = tidy(negate(divide(log, leading)), context);
  if (isPositive(c, context) !== 'yes')
    return unsolved('lambert: c in y^k = c ln(s y) is not known to be positive');
  const s = tidy(call('exp', divide(free, log)), context);
  const A = tidy(divide(multiply(c, power(s, k)), k), context);
  const real: Fact = {
    term: subtract(ln(A), 1),
    is: 'positive',
    because: 'the two curves y^k and c ln(s y) cross',
  };
  const root = (name: FunctionName, branch: string): Root => ({
    value: multiply(power(s, -1), power(negate(multiply(A, call(name, negate(divide(1, A))))), divide(1, k))),
    conditions: [real],
    branch,
  });
  return solved('lambert', root('lambert_w0', 'smaller'), root('lambert_wm1', 'larger'));
}
