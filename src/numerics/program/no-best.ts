/**
 * Why no choice is the best one, where that is shown: the objective moves one way with something that nothing limits, or it
 * stays as it is along a ray of logarithms, on which then no choice is better than the others.
 */
import type { Values } from '../../economics/parameters.ts';
import { contextOfProblem, type Problem } from '../../economics/problem.ts';
import { double } from '../../kernel/arithmetic/double.ts';
import { replacePart } from '../../kernel/calls.ts';
import { differentiate, rawDerivative } from '../../kernel/differentiate.ts';
import type { Context } from '../../kernel/facts.ts';
import type { Sign } from '../../kernel/functions/function.ts';
import type { FunctionName } from '../../kernel/functions/names.ts';
import { OptimandError } from '../../kernel/issues.ts';
import { isZero, tidy } from '../../kernel/normal/equal.ts';
import { compareRational, type Rational, rationalFromNumber, signRational } from '../../kernel/rational.ts';
import { signOf } from '../../kernel/sign.ts';
import { type Declaration, joinTables, POSITIVE, symbolTable } from '../../kernel/symbols.ts';
import {
  divide,
  isNumber,
  multiply,
  negate,
  number,
  parts,
  power,
  sameTerm,
  substitute,
  subtract,
  symbol,
  symbolsOf,
  type Term,
} from '../../kernel/term.ts';
import { slopedIn } from './localise.ts';
import { inDuals, type Program } from './program.ts';

/** Ratios of exponents are fractions with no more than this under the line, to this. */
const MOST_UNDER = 100;
const CLOSE = 1e-9;
/** The logarithms at which ratios of slopes are read off: no two alike. */
const FIRST = 0.3;
const APART = 0.17;

/** As many divisors are multiplied out before a sign is left open. */
const MOST_DIVISORS = 4;
/** Functions of any number. */
const TOTAL: readonly FunctionName[] = ['exp', 'min', 'max'];
/** No formula can hold a name like this. */
const DIVISOR: Declaration = {
  name: '<divisor>',
  tex: 'D',
  meaning: 'a positive sum',
  unit: '1',
  domain: POSITIVE,
  role: 'quantity',
  source: 'the referee',
};

const exactly = (value: number): Term => number(rationalFromNumber(value));

interface Divisor {
  readonly base: Term;
  readonly exponent: Rational;
}

/** The sums by powers of which summands are divided. */
function divisorsOf(value: Term): readonly Divisor[] {
  if (value.kind === 'sum' || value.kind === 'product') return parts(value).flatMap(divisorsOf);
  if (value.kind !== 'power' || value.base.kind !== 'sum' || !isNumber(value.exponent)) return [];
  const { base, exponent } = value;
  return signRational(exponent.value) < 0 ? [{ base, exponent: exponent.value }] : [];
}

/** The sign of a term, also of one that is a sum of fractions whose divisors are positive. */
function signOver(value: Term, context: Context, divisors = MOST_DIVISORS): Sign {
  const own = signOf(value, context);
  const [first, ...others] = divisorsOf(value);
  if (own !== 'unknown' || !first || divisors === 0 || signOf(first.base, context) !== 'positive') return own;
  const { exponent } = others
    .filter(({ base }) => sameTerm(base, first.base))
    .reduce((least, one) => (compareRational(one.exponent, least.exponent) < 0 ? one : least), first);
  const letter = symbol(DIVISOR.name);
  const put = { ...context, symbols: joinTables(context.symbols, symbolTable(DIVISOR)) };
  const whole = multiply(replacePart(value, first.base, letter), power(letter, negate(number(exponent))));
  const back = tidy(substitute(tidy(whole, put), { [DIVISOR.name]: first.base }), context);
  return signOver(back, context, divisors - 1);
}

/** The sign of a slope at these values, whatever is chosen; null where it is not told, or depends on the choice. */
function slopeSign(objective: Term, name: string, problem: Problem): 1 | -1 | null {
  const context = contextOfProblem(problem);
  try {
    const slope = differentiate(objective, name, context);
    const sign = signOver(slope, context);
    return sign === 'positive' ? 1 : sign === 'negative' ? -1 : null;
  } catch (error) {
    if (error instanceof OptimandError) return null;
    throw error;
  }
}

/** Whether a term is known to be a real number whatever is chosen: a slope says nothing beyond the edge of where it has a value. */
function isRealEverywhere(value: Term, context: Context): boolean {
  const isWhole = (exponent: Term): boolean => isNumber(exponent) && exponent.value.den === 1n;
  const positive =
    value.kind === 'power'
      ? isWhole(value.exponent) && signOf(value.exponent, context) === 'positive'
        ? []
        : [value.base]
      : value.kind === 'call' && !TOTAL.includes(value.name)
        ? value.args
        : [];
  return (
    positive.every((one) => signOf(one, context) === 'positive') &&
    parts(value).every((part) => isRealEverywhere(part, context))
  );
}

/** That more of something, or less of it, is better whatever else is chosen, and nothing limits it; null where it is not shown. */
export function alwaysBetter(problem: Problem, values: Values): string | null {
  const put = Object.fromEntries(problem.parameters.map(({ name }) => [name, exactly(values[name] ?? 0)]));
  const objective = substitute(substitute(problem.objective, problem.given), put);
  const limited = problem.constraints.flatMap(({ left, right }) => [
    ...symbolsOf(substitute(left, problem.given)),
    ...symbolsOf(substitute(right, problem.given)),
  ]);
  if (!isRealEverywhere(objective, contextOfProblem(problem))) return null;
  const better = problem.kind === 'minimum' ? -1 : 1;
  const best = `the ${problem.objectiveName} ${better === 1 ? 'rises' : 'falls'}`;
  for (const { name } of problem.variables.filter((one) => !limited.includes(one.name))) {
    const sign = slopeSign(objective, name, problem);
    if (sign === better) return `no choice is best: ${best} with ${name}, however large it is`;
    if (sign !== null) return `no choice is best: ${best} as ${name} falls, however close to zero it is`;
  }
  return null;
}

/** The fraction of small whole numbers that a number is, as ratios of exponents are; null where it is none. */
function fractionOf(value: number): Term | null {
  for (let under = 1; under <= MOST_UNDER; under++) {
    const over = Math.round(value * under);
    if (Math.abs(value * under - over) < CLOSE) return divide(over, under);
  }
  return null;
}

/** A variable that may be held at any number without loss, with the one that makes up for it. */
export interface Ridge {
  readonly idle: string;
  readonly other: string;
}

/**
 * Two variables of which one makes up for the other: objective and constraints stay as they are where the logarithms of the two
 * move by amounts in a fixed ratio. The ratio is read off at a point, and is then that of exact derivatives. Null where there are none.
 */
export function ridgeOf(program: Program, theta: readonly number[]): Ridge | null {
  const { variables, parameters, objective, held, problem } = program;
  const context = contextOfProblem(problem);
  const put = Object.fromEntries(parameters.map((name, k) => [name, exactly(theta[k] ?? 0)]));
  const terms = [objective, ...held.map(({ excess }) => excess)].map((term) => substitute(term, put));
  const slope = (term: Term, name: string): Term => multiply(name, rawDerivative(term, name));
  const slopes = slopedIn(program, inDuals(program, objective, double), theta);
  const { gradient } = slopes(variables.map((_, i) => FIRST + i * APART));
  for (const [i, idle] of variables.entries())
    for (const [j, other] of variables.entries()) {
      const ratio = i === j ? null : fractionOf((gradient[i] ?? 0) / (gradient[j] ?? 0));
      if (!ratio) continue;
      const isStill = (term: Term): boolean =>
        isZero(subtract(slope(term, idle), multiply(ratio, slope(term, other))), context);
      if (terms.every(isStill)) return { idle, other };
    }
  return null;
}
