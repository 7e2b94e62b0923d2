/** The window of the growing parameter in which a balance holds: every term left out stays below the ones kept. */
import type { Context } from '../kernel/facts.ts';
import type { Sign } from '../kernel/functions/function.ts';
import { tidy } from '../kernel/normal/equal.ts';
import { ratioTerm } from '../kernel/normal/to-term.ts';
import { invertRatio, isZeroRatio, negateRatio, type Ratio } from '../kernel/ratio.ts';
import { signOfRatio } from '../kernel/shape.ts';
import { call, power, substitute, subtract, symbolsOf, type Term } from '../kernel/term.ts';
import { solve } from '../solve/solve.ts';
import { needSign } from './cases.ts';
import type { Bound, Growth } from './dominant.ts';
import { whereOneWithLog } from './logarithm.ts';
import { exponentOf, isShapeConstant, without } from './scale.ts';

/** What a bound is the bound of. */
type End = Pick<Bound, 'source' | 'equation' | 'beyond' | 'piece'>;

/** The growing parameter at which C x^e is 1, C holding at most one slow logarithm. */
export function whereOne(
  constant: Term,
  exponent: Ratio,
  x: string,
  growth: Growth,
  context: Context,
): Term | null {
  const at = tidy(power(constant, ratioTerm(negateRatio(invertRatio(exponent)))), context);
  const [slow, more] = slowIn(at, growth);
  if (!slow) return at;
  const [name, { argument }] = slow;
  return more ? null : whereOneWithLog(at, x, argument, name, context);
}

/** The slow logarithms that stand in a term. */
const slowIn = (term: Term, growth: Growth): readonly (readonly [string, Growth[string]])[] => {
  const names = symbolsOf(term);
  return Object.entries(growth).filter(([name]) => names.includes(name));
};

/** The growing parameter at which C L^l, l not zero, is 1: the logarithm has a value, and x follows from it. */
function whereLogIsOne(ratio: Term, x: string, growth: Growth, context: Context): Term | null {
  const [slow, more] = slowIn(ratio, growth);
  if (!slow || more) return null;
  const [name] = slow;
  const level = rootOf(tidy(subtract(ratio, 1), context), name, context);
  return level && whereLogIs(level, slow, x, context);
}

const rootOf = (equation: Term, unknown: string, context: Context): Term | null => {
  const outcome = solve(equation, unknown, context);
  return outcome.kind === 'solved' ? outcome.roots[0].value : null;
};

/** The growing parameter at which a logarithm has a value: its argument is e to that. */
const whereLogIs = (
  level: Term,
  [name, { argument }]: readonly [string, Growth[string]],
  x: string,
  context: Context,
): Term | null => rootOf(subtract(substitute(argument, { [name]: level }), call('exp', level)), x, context);

/**
 * The x at which L = ln(K L^m), m > 0, begins to have a solution: there both sides touch, so L = m. Below it the balance
 * does not exist, which stands for the edge of the market, q = 1, that it never reaches.
 */
function whereLogStarts(x: string, growth: Growth, context: Context): Term | null {
  const [slow, more] = Object.entries(growth);
  if (!slow || more) return null;
  const [name, { argument }] = slow;
  const power = exponentOf(argument, name, context);
  return power && signOfRatio(power, context) === 'positive'
    ? whereLogIs(ratioTerm(power), slow, x, context)
    : null;
}

/** The bound on x below or above which ratio = C x^e < 1. */
export function boundWhere(
  ratio: Term,
  exponent: Ratio,
  sign: Sign,
  x: string,
  growth: Growth,
  end: End,
  context: Context,
): Bound {
  const side = sign === 'positive' ? 'upper' : 'lower';
  const constant = without(ratio, x, exponent, context);
  const at =
    whereOne(constant, exponent, x, growth, context) ??
    (end.equation || end.beyond !== undefined ? null : whereLogStarts(x, growth, context));
  return { ...end, side, at };
}

/** The bound of a ratio that falls only as a power of a logarithm. */
export function logBound(
  ratio: Term,
  rate: 1 | -1,
  x: string,
  growth: Growth,
  end: End,
  context: Context,
): Bound {
  return {
    ...end,
    side: rate > 0 ? 'lower' : 'upper',
    at: whereLogIsOne(ratio, x, growth, context),
  };
}

/** Tied with 1 by a number of the exponents, or in the growing parameter alone; or below 1 on one side of a bound. */
type Comparison = { readonly tie: 'number' | 'parameters'; readonly ratio: Term } | { readonly bound: Bound };

/**
 * How a value that must stay below 1 behaves: tied with 1, or below it on one side of a bound. Else it outgrows 1 by a power of a
 * logarithm, or is no one power of what grows, so that it is not known.
 */
export function againstOne(
  ratio: Term,
  x: string,
  growth: Growth,
  end: End,
  context: Context,
): Comparison | 'outgrows' | 'not known' {
  const e = exponentOf(ratio, x, context);
  if (!e) return 'not known';
  const sign = needSign(e, context);
  if (sign !== 'zero') return { bound: boundWhere(ratio, e, sign, x, growth, end, context) };
  for (const [name, { rate }] of Object.entries(growth)) {
    const l = exponentOf(ratio, name, context);
    if (!l) return 'not known';
    if (isZeroRatio(l)) continue;
    return needSign(l, context) === 'negative'
      ? { bound: logBound(ratio, rate, x, growth, end, context) }
      : 'outgrows';
  }
  return { tie: isShapeConstant(ratio, context) ? 'number' : 'parameters', ratio };
}
