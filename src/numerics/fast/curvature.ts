/**
 * How ln of a positive term bends in the logarithms of some letters, by rules of which each is sound: `affine`, `concave`
 * or `convex` is proved, `unknown` is no answer. The rules are those of geometric programming, with three of this field's
 * own. Source: Boyd, Kim, Vandenberghe & Hassibi, "A tutorial on geometric programming", 2007, §5–7.
 *
 *   deformed_log(x, g)   with u = ln x and f = (1 - e^(-g u))/g: for g ≥ 0 f is concave in u; for g < 0 ln f is
 *                        -g u/2 + ln sinh(-g u/2) but for a constant, which is concave. It rises with u.
 *   x^h/(c + x^h)        is e^z/(c + e^z) with z = h u: z - ln(c + e^z) is concave and rises with z.
 *   v + c (1 - e^(-(x - v)/c)), v = min(x, U)
 *                        is x up to U; beyond, with x = U + c z, w = e^z and R = c/U, its elasticity is
 *                        (1 + R z)/((1 + R) w - R), which falls where (1 + R) w (1 + R z - R) + R² > 0: that is 1 at
 *                        z = 0 and grows with z.
 */
import type { Context } from '../../kernel/facts.ts';
import { isZero, tidy } from '../../kernel/normal/equal.ts';
import { rationalToNumber, signRational } from '../../kernel/rational.ts';
import { isPositive } from '../../kernel/sign.ts';
import {
  add,
  call,
  isNumber,
  multiply,
  negate,
  power,
  sameTerm,
  subtract,
  symbolsOf,
  type Term,
} from '../../kernel/term.ts';

export type Curvature = 'affine' | 'concave' | 'convex' | 'unknown';

export const isConcave = (curvature: Curvature): boolean => curvature === 'affine' || curvature === 'concave';

const flipped = (curvature: Curvature): Curvature =>
  curvature === 'concave' ? 'convex' : curvature === 'convex' ? 'concave' : curvature;

function together(all: readonly Curvature[]): Curvature {
  const bent = all.filter((one) => one !== 'affine');
  const [first] = bent;
  return first === undefined ? 'affine' : bent.every((one) => one === first) ? first : 'unknown';
}

/** The curvature of ln value in the logarithms of the names; the value is positive. */
export function curvatureOf(value: Term, names: readonly string[], context: Context): Curvature {
  const depends = (part: Term): boolean => symbolsOf(part).some((name) => names.includes(name));
  const of = (part: Term): Curvature => curvatureOf(part, names, context);
  if (!depends(value)) return 'affine';
  switch (value.kind) {
    case 'number':
    case 'symbol':
      return 'affine';
    case 'product':
      return ofProduct(value.factors, of);
    case 'power':
      return depends(value.exponent) ? 'unknown' : ofPower(of(value.base), value.exponent, context);
    case 'sum':
      if (isFading(value, depends, context)) return 'concave';
      return value.terms.every((part) => isOutright(part) && of(part) === 'affine') ? 'convex' : 'unknown';
    case 'call':
      return ofCall(value, of, depends);
  }
}

const isOutright = (part: Term): boolean =>
  isNumber(part)
    ? signRational(part.value) > 0
    : part.kind === 'product'
      ? part.factors.every((factor) => !isNumber(factor) || signRational(factor.value) > 0)
      : true;

function ofPower(base: Curvature, exponent: Term, context: Context): Curvature {
  if (base === 'affine') return 'affine';
  if (isPositive(exponent, context) === 'yes') return base;
  return isPositive(negate(exponent), context) === 'yes' ? flipped(base) : 'unknown';
}

function ofCall(
  value: Extract<Term, { kind: 'call' }>,
  of: (part: Term) => Curvature,
  depends: (part: Term) => boolean,
): Curvature {
  const inner = value.args.map(of);
  const [first, second] = value.args as readonly [Term, Term];
  if (value.name === 'min') return inner.every(isConcave) ? 'concave' : 'unknown';
  if (value.name === 'ln') return isConcave(of(first)) ? 'concave' : 'unknown';
  if (value.name === 'deformed_log') return !depends(second) && isConcave(of(first)) ? 'concave' : 'unknown';
  return 'unknown';
}

/** Factors x and 1/(c + x) are taken together. */
function ofProduct(factors: readonly Term[], of: (part: Term) => Curvature): Curvature {
  for (const below of factors) {
    if (below.kind !== 'power' || !isNumber(below.exponent)) continue;
    if (rationalToNumber(below.exponent.value) !== -1 || below.base.kind !== 'sum') continue;
    const x = factors.find(
      (one) => below.base.kind === 'sum' && below.base.terms.some((part) => sameTerm(part, one)),
    );
    const rest = below.base.terms.filter((part) => x && !sameTerm(part, x));
    if (!x || !rest.every((part) => isOutright(part) && isNumber(part)) || !isConcave(of(x))) continue;
    return together(['concave', ...factors.filter((one) => one !== x && one !== below).map(of)]);
  }
  return together(factors.map(of));
}

/** Whether the sum is v + c (1 - e^(-(x - v)/c)) of one letter x, with v = min(x, U). */
function isFading(
  value: Extract<Term, { kind: 'sum' }>,
  depends: (part: Term) => boolean,
  context: Context,
): boolean {
  const v = value.terms.find((part) => part.kind === 'call' && part.name === 'min');
  if (v?.kind !== 'call' || v.args.length !== 2) return false;
  const [x, still] = [v.args.find(depends), v.args.find((part) => !depends(part))];
  const exponential = exponentialIn(value);
  if (x?.kind !== 'symbol' || !still || !exponential) return false;
  const c = scaleOf(exponential, subtract(x, v), context);
  if (!c) return false;
  if (depends(c) || isPositive(c, context) !== 'yes') return false;
  const shape = add(v, multiply(c, subtract(1, call('exp', exponential))));
  return isZero(subtract(value, shape), context);
}

/** c where the term is -distance/c, or null. */
function scaleOf(value: Term, distance: Term, context: Context): Term | null {
  if (value.kind !== 'product') return null;
  const own = value.factors.find((factor) => sameTerm(factor, distance));
  return own ? tidy(power(multiply(-1, ...value.factors.filter((one) => one !== own)), -1), context) : null;
}

/** The argument of the first exponential in a term. */
function exponentialIn(value: Term): Term | null {
  if (value.kind === 'call' && value.name === 'exp') return value.args[0] as Term;
  const inner = value.kind === 'sum' ? value.terms : value.kind === 'product' ? value.factors : [];
  for (const part of inner) {
    const found = exponentialIn(part);
    if (found) return found;
  }
  return null;
}
