/** The window of the growing parameter in which a balance holds: every term left out stays below the ones kept. */
import type { Context } from '../kernel/facts.ts';
import type { Sign } from '../kernel/functions/function.ts';
import { tidy } from '../kernel/normal/equal.ts';
import { ratioTerm } from '../kernel/normal/to-term.ts';
import { invertRatio, negateRatio, type Ratio } from '../kernel/ratio.ts';
import { signOfRatio } from '../kernel/shape.ts';
import { call, power, substitute, subtract, symbolsOf, type Term } from '../kernel/term.ts';
import { solve } from '../solve/solve.ts';
import type { Bound, Growth } from './dominant.ts';
import { whereOneWithLog } from './logarithm.ts';
import { exponentOf, without } from './scale.ts';

/** The growing parameter at which C x^e is 1, C holding at most one slow logarithm. */
export function whereOne(
  constant: Term,
  exponent: Ratio,
  x: string,
  growth: Growth,
  context: Context,
): Term | null {
  const at = tidy(power(constant, ratioTerm(negateRatio(invertRatio(exponent)))), context);
  const slow = symbolsOf(at).filter((name) => name in growth);
  const [name, more] = slow;
  if (name === undefined) return at;
  const own = growth[name];
  return own && more === undefined ? whereOneWithLog(at, x, own.argument, name, context) : null;
}

/** The growing parameter at which C L^l is 1: the logarithm has a value, and x follows from it. */
function whereLogIsOne(ratio: Term, x: string, growth: Growth, context: Context): Term | null {
  const [name, more] = symbolsOf(ratio).filter((own) => own in growth);
  const own = name === undefined ? undefined : growth[name];
  if (name === undefined || !own || more !== undefined) return null;
  const level = solve(tidy(subtract(ratio, 1), context), name, context);
  if (level.kind !== 'solved') return null;
  const argument = substitute(own.argument, { [name]: level.roots[0].value });
  const outcome = solve(subtract(argument, call('exp', level.roots[0].value)), x, context);
  return outcome.kind === 'solved' ? outcome.roots[0].value : null;
}

/**
 * The x at which L = ln(K L^m), m > 0, begins to have a solution: there both sides touch, so L = m. Below it the balance
 * does not exist, which stands for the edge of the market, q = 1, that it never reaches.
 */
function whereLogStarts(x: string, growth: Growth, context: Context): Term | null {
  const [entry, more] = Object.entries(growth);
  if (!entry || more) return null;
  const [name, { argument }] = entry;
  const power = exponentOf(argument, name, context);
  if (!power || signOfRatio(power, context) !== 'positive') return null;
  const level = ratioTerm(power);
  const outcome = solve(subtract(substitute(argument, { [name]: level }), call('exp', level)), x, context);
  return outcome.kind === 'solved' ? outcome.roots[0].value : null;
}

/** The bound on x below or above which ratio = C x^e < 1. */
export function boundWhere(
  ratio: Term,
  exponent: Ratio,
  sign: Sign,
  x: string,
  growth: Growth,
  end: Pick<Bound, 'source' | 'equation' | 'beyond' | 'piece'>,
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
  end: Pick<Bound, 'source' | 'equation' | 'beyond' | 'piece'>,
  context: Context,
): Bound {
  return {
    ...end,
    side: rate > 0 ? 'lower' : 'upper',
    at: whereLogIsOne(ratio, x, growth, context),
  };
}
