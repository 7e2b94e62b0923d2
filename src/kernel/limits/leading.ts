/** Leading monomials over the scale x, ln x, ln ln x, …: the germ of a term at infinity up to smaller ones. */
import type { Context, Fact } from '../facts.ts';
import { tidy } from '../normal/equal.ts';
import { isNonZero } from '../sign.ts';
import { above, type Declaration, joinTables, symbolTable } from '../symbols.ts';
import { divide, symbol, symbolsOf, type Term, zero } from '../term.ts';
import { compareConstants, type Direction, isOtherThanZero, signOfConstant } from './constant.ts';
import { expand, type Level } from './expand.ts';
import { NeedsFact, NeedsMoreTerms, Undecided } from './undecided.ts';

/** Numbers of terms after which an expansion is tried again with more. */
const TERMS = [2, 4, 8, 16] as const;

const growing = (name: string): Declaration => ({
  name,
  tex: name,
  meaning: 'a quantity that tends to infinity',
  unit: '1',
  domain: above(1),
  role: 'quantity',
  source: 'limits',
});

const contextsIn = new WeakMap<Context, Map<string, Context>>();

/** The context in which the named quantity is large; what was assumed of it elsewhere says nothing there. */
export function whereLarge(context: Context, name: string): Context {
  const known = contextsIn.get(context) ?? new Map<string, Context>();
  contextsIn.set(context, known);
  const found = known.get(name) ?? {
    symbols: joinTables(context.symbols, symbolTable(growing(name))),
    facts: context.facts.filter(({ term }) => !symbolsOf(term).includes(name)),
  };
  known.set(name, found);
  return found;
}

/** @throws NeedsFact so that the search starts again where the fact is known. */
export function need(term: Term, is: Fact['is'], because: string): never {
  throw new NeedsFact({ term, is, because });
}

export const isKnownNonZero = (constant: Term, context: Context): boolean =>
  isNonZero(constant, context) === 'yes' || signOfConstant(constant, context) !== null;

/** lim slow/ln x where it is finite: k in slow = k ln x + less. */
function multipleOfLog(slow: Term, log: string, context: Context): Term | null {
  const { order, constant } = germOf(divide(slow, symbol(log)), log, context);
  return order < 0 ? null : constant;
}

function mustBePositive(slow: Term, log: string, context: Context): void {
  const lead = leadingConstant(slow, log, context);
  const sign = signOfConstant(lead, context);
  if (sign === null) need(lead, 'positive', 'the term is real near the point');
  if (sign !== 1) throw new Undecided('a power or a logarithm is not real near the point');
}

/** States that the leading coefficient of what divides or carries a power is not zero, where a parameter could make it so. */
function mustNotVanish(slow: Term, log: string, context: Context): void {
  const lead = leadingConstant(slow, log, context);
  if (!isKnownNonZero(lead, context)) need(lead, 'non-zero', 'it is a leading coefficient');
}

const levelOf = (x: string, most: number, context: Context): Level => {
  const log = `ln(${x})`;
  return {
    x,
    log,
    most,
    context: whereLarge(whereLarge(context, x), log),
    mustNotVanish: (slow) => mustNotVanish(slow, log, context),
    mustBePositive: (slow) => mustBePositive(slow, log, context),
    multipleOfLog: (slow) => multipleOfLog(slow, log, context),
  };
};

/** The leading power of x with its coefficient, null for what is zero. */
function leadingPower(value: Term, x: string, context: Context): { exponent: Term; slow: Term } | null {
  for (const most of TERMS) {
    const level = levelOf(x, most, context);
    try {
      const { terms, bound } = expand(value, level);
      const [first] = terms;
      if (!first && bound === null) return null;
      if (!first) continue;
      isOtherThanZero(first.coefficient, level.context);
      return { exponent: first.exponent, slow: first.coefficient };
    } catch (error) {
      if (!(error instanceof NeedsMoreTerms)) throw error;
    }
  }
  throw new Undecided(`the first ${TERMS.at(-1)} terms of an expansion cancel`);
}

/** The first step down from x, shared by what follows: `constant`, or the leading power, null for what is zero. */
function stepDown(value: Term, x: string, context: Context) {
  if (!symbolsOf(value).includes(x)) return 'constant';
  return leadingPower(value, x, context);
}

/** The constant of the leading monomial c x^p (ln x)^q …, zero where the term is zero. @throws as `germOf` */
function leadingConstant(value: Term, x: string, start: Context): Term {
  const context = whereLarge(start, x);
  const step = stepDown(value, x, context);
  if (step === 'constant') return tidy(value, context);
  return step ? leadingConstant(step.slow, `ln(${x})`, context) : zero;
}

/** What a term does: order 1 where it vanishes, 0 where it tends to the constant, -1 where it grows, with the constant's sign. */
export interface Germ {
  readonly order: Direction;
  readonly constant: Term;
}

/**
 * What a term does as x tends to infinity.
 * @throws Undecided, NeedsFact, and OptimandError where the normal form refuses.
 */
export function germOf(value: Term, x: string, start: Context): Germ {
  const context = whereLarge(start, x);
  const step = stepDown(value, x, context);
  if (step === 'constant') return { order: 0, constant: tidy(value, context) };
  const side = step ? compareConstants(step.exponent, zero, context) : 1;
  const log = `ln(${x})`;
  if (!step || side > 0) return { order: 1, constant: zero };
  if (side === 0) return germOf(step.slow, log, context);
  return { order: -1, constant: leadingConstant(step.slow, log, context) };
}
