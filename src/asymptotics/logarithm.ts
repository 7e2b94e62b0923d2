/**
 * Slow logarithms in closed form. Where everything is a monomial in x and L = ln q, and q itself is A x^p L^m, the value of
 * L at a given x solves L = ln(A x^p) + m ln L, which is a Lambert-W equation; and where some ratio C x^e L^l is 1,
 * x = (C L^l)^(-1/e), which put into the former leaves an equation of the same form in L alone.
 */
import type { Context } from '../kernel/facts.ts';
import { tidy } from '../kernel/normal/equal.ts';
import { ratioTerm } from '../kernel/normal/to-term.ts';
import { negateRatio, type Ratio } from '../kernel/ratio.ts';
import { signOfRatio } from '../kernel/shape.ts';
import {
  call,
  divide,
  isZeroTerm,
  ln,
  multiply,
  power as raise,
  substitute,
  subtract,
  symbol,
  symbolsOf,
  type Term,
} from '../kernel/term.ts';
import type { Root } from '../solve/outcome.ts';
import { solve } from '../solve/solve.ts';
import { exponentOf, orNull, without } from './scale.ts';

/** L with L = ln(argument), the argument a monomial in L; the larger of two roots. Null where no solver finds it. */
export const solveLogarithm = (argument: Term, name: string, context: Context): Term | null =>
  logarithmRoots(argument, name, context)[0]?.value ?? null;

/** A root, and what must hold for it to be real. */
export type LogarithmRoot = Pick<Root, 'value' | 'conditions'>;

/** Every L with L = ln(argument), the argument a monomial in L: the larger first. None where no solver finds any. */
export function logarithmRoots(argument: Term, name: string, context: Context): readonly LogarithmRoot[] {
  const found = orNull((): readonly LogarithmRoot[] => {
    const log = tidy(ln(argument), context);
    if (!symbolsOf(log).includes(name)) return [{ value: log, conditions: [] }];
    const power = exponentOf(argument, name, context);
    if (power && signOfRatio(power, context) === 'negative')
      return [{ value: falling(argument, name, power, context), conditions: [] }];
    const outcome = solve(tidy(subtract(symbol(name), log), context), name, context);
    if (outcome.kind !== 'solved') return [];
    return (['larger', 'smaller'] as const).flatMap((branch) =>
      outcome.roots.filter((root) => root.branch === branch),
    );
  });
  return found ?? [];
}

/** L + m ln L = ln K has one root for m > 0: with w = L/m it is w e^w = K^(1/m)/m. */
function falling(argument: Term, name: string, power: Ratio, context: Context): Term {
  const m = ratioTerm(negateRatio(power));
  const K = without(argument, name, power, context);
  return multiply(m, call('lambert_w0', tidy(divide(raise(K, divide(1, m)), m), context)));
}

/**
 * The x at which a ratio, a monomial in x and L, is 1, given x in terms of L. Null where L vanishes there: powers of L have lost
 * their meaning before.
 */
export function whereOneWithLog(
  xOfLog: Term,
  x: string,
  argument: Term,
  name: string,
  context: Context,
): Term | null {
  return orNull(() => {
    const log = solveLogarithm(tidy(substitute(argument, { [x]: xOfLog }), context), name, context);
    return log && !isZeroTerm(log) ? tidy(substitute(xOfLog, { [name]: log }), context) : null;
  });
}
