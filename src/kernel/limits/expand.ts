/** Terms as expansions in 1/x. */
import { refuse } from '../issues.ts';
import { tidy } from '../normal/equal.ts';
import { isInteger, MINUS_ONE, rational } from '../rational.ts';
import {
  call,
  divide,
  isNumber,
  ln,
  multiply,
  negate,
  number,
  one,
  power,
  subtract,
  symbol,
  symbolsOf,
  type Term,
  zero,
} from '../term.ts';
import { compareConstants, isOtherThanZero } from './constant.ts';
import {
  addSeries,
  compose,
  constantSeries,
  monomial,
  multiplySeries,
  type Precision,
  type Series,
  type SeriesTerm,
  splitSeries,
} from './series.ts';
import { NeedsMoreTerms, Undecided } from './undecided.ts';

/** One level of the scale: x, the name that stands for ln x, and questions about what is slower than powers of x. */
export interface Level extends Precision {
  readonly x: string;
  readonly log: string;
  /** States that a leading coefficient is not zero, where that is open. */
  readonly mustNotVanish: (slow: Term) => void;
  /** Holds what must be positive, for a power or a logarithm of it to be real, and states it where that is open. */
  readonly mustBePositive: (slow: Term) => void;
  /** k with slow = k ln x + less, or null where slow outgrows every multiple of ln x. */
  readonly multipleOfLog: (slow: Term) => Term | null;
}

const minusOne = number(MINUS_ONE);

/** Σ binomial(e, k) z^k, which ends where e is a whole number that is not negative. */
function* binomials(exponent: Term, level: Level): Iterable<Term> {
  let coefficient: Term = one;
  for (let k = 0; ; k++) {
    yield coefficient;
    const factor = tidy(subtract(exponent, k), level.context);
    if (isNumber(factor) && factor.value.num === 0n) return;
    coefficient = tidy(divide(multiply(coefficient, factor), k + 1), level.context);
  }
}

/** ln(1 + z) = z - z²/2 + … */
function* logarithmic(): Iterable<Term> {
  yield zero;
  for (let k = 1; ; k++) yield number(rational(k % 2 === 1 ? 1 : -1, k));
}

/** e^z = 1 + z + z²/2 + … */
function* exponential(): Iterable<Term> {
  let factorial = 1n;
  for (let k = 1n; ; k++) {
    yield number(rational(1n, factorial));
    factorial *= k;
  }
}

/** (c w^e (1 + z))^p = c^p w^(ep) (1 + z)^p; c is positive unless p is whole. */
function powerOf(base: Series, exponent: Term, level: Level): Series {
  if (base.terms.length === 0 && base.bound === null)
    return refuse('zero to a power', 'an expansion', 'check the denominator');
  const { lead, rest } = splitSeries(base, level);
  if (isNumber(exponent) && isInteger(exponent.value)) level.mustNotVanish(lead.coefficient);
  else level.mustBePositive(lead.coefficient);
  const front = monomial(
    tidy(power(lead.coefficient, exponent), level.context),
    tidy(multiply(lead.exponent, exponent), level.context),
  );
  return multiplySeries(front, compose(binomials(exponent, level), rest, level), level);
}

/** ln(c w^e (1 + z)) = ln c - e ln x + ln(1 + z) */
function logarithmOf(argument: Series, level: Level): Series {
  const { lead, rest } = splitSeries(argument, level);
  level.mustBePositive(lead.coefficient);
  const front = subtract(ln(lead.coefficient), multiply(lead.exponent, symbol(level.log)));
  return addSeries([constantSeries(tidy(front, level.context)), compose(logarithmic(), rest, level)], level);
}

/** e^(c + z) = x^k e^(c - k ln x) e^z for the k with c = k ln x + less. A part that grows like a power of x is refused. */
function exponentialOf(argument: Series, level: Level): Series {
  const { context } = level;
  const side = ({ exponent }: SeriesTerm): number => compareConstants(exponent, zero, context);
  if (argument.bound && compareConstants(argument.bound, zero, context) <= 0) throw new NeedsMoreTerms();
  const grows = argument.terms.find((part) => side(part) < 0);
  if (grows && isOtherThanZero(grows.coefficient, context))
    throw new Undecided('an exponential has an unbounded argument');
  const slow = argument.terms.find((part) => side(part) === 0)?.coefficient ?? zero;
  const k = level.multipleOfLog(slow);
  if (!k) throw new Undecided('an exponential outgrows every power');
  const front = call('exp', subtract(slow, multiply(k, symbol(level.log))));
  const small = { terms: argument.terms.filter((part) => side(part) > 0), bound: argument.bound };
  return multiplySeries(
    monomial(tidy(front, context), tidy(negate(k), context)),
    compose(exponential(), small, level),
    level,
  );
}

/** @throws Undecided, NeedsMoreTerms, and OptimandError where the normal form refuses. */
export function expand(value: Term, level: Level): Series {
  const { x } = level;
  if (!symbolsOf(value).includes(x)) return constantSeries(tidy(value, level.context));
  switch (value.kind) {
    case 'number':
    case 'symbol':
      return monomial(one, minusOne);
    case 'sum':
      return addSeries(
        value.terms.map((part) => expand(part, level)),
        level,
      );
    case 'product':
      return value.factors
        .map((part) => expand(part, level))
        .reduce((product, part) => multiplySeries(product, part, level));
    case 'power':
      return symbolsOf(value.exponent).includes(x)
        ? expand(call('exp', multiply(value.exponent, ln(value.base))), level)
        : powerOf(expand(value.base, level), value.exponent, level);
    case 'call': {
      const [argument] = value.args as [Term];
      if (value.name === 'ln') return logarithmOf(expand(argument, level), level);
      if (value.name === 'exp') return exponentialOf(expand(argument, level), level);
      throw new Undecided(`${value.name} has no expansion here`);
    }
  }
}
