/**
 * Splitting on signs. A step of the engine that needs the sign of an expression in the shape parameters, and cannot get it
 * from the assumptions, throws `SignNeeded`. Whoever runs the step over cases catches it, tries to derive the sign, and
 * where that fails runs the step three times: for the expression positive, zero (an exponent is then eliminated, so that
 * the case is exact) and negative.
 */
import { double } from '../kernel/arithmetic/double.ts';
import { evaluate } from '../kernel/compile.ts';
import type { Context, Fact } from '../kernel/facts.ts';
import type { Sign } from '../kernel/functions/function.ts';
import { polynomialTerm } from '../kernel/normal/to-term.ts';
import { leadingTerm, type Polynomial, rationalContent, scalePolynomial } from '../kernel/polynomial.ts';
import { printText } from '../kernel/print-text.ts';
import type { Ratio } from '../kernel/ratio.ts';
import { divideRational, negateRational, ONE } from '../kernel/rational.ts';
import { samplePoints } from '../kernel/sample.ts';
import { isShape, shapeRatio, signOfPolynomial, signOfProduct, signOfRatio } from '../kernel/shape.ts';
import { signOf } from '../kernel/sign.ts';
import type { Declaration } from '../kernel/symbols.ts';
import { number, substitute, subtract, symbol, symbolsOf, type Term } from '../kernel/term.ts';
import { core, rootIn, signByCombination, signByFacts } from './polynomial-sign.ts';

/** The sign of this polynomial is needed to go on. */
export class SignNeeded extends Error {
  readonly polynomial: Polynomial;
  /** Others that are needed as well, where these are known beforehand. */
  readonly more: readonly Polynomial[];
  constructor(polynomial: Polynomial, more: readonly Polynomial[] = []) {
    super(`the sign of ${printText(polynomialTerm(polynomial))} is needed`);
    this.polynomial = polynomial;
    this.more = more;
  }
}

/** The sign of a ratio. @throws SignNeeded where the context leaves it open. */
export function needSign(ratio: Ratio, context: Context): Sign {
  const sign = signOfRatio(ratio, context);
  if (sign === 'positive' || sign === 'negative' || sign === 'zero') return sign;
  const parts = [ratio.den, ratio.num].map((part) => core(part, context));
  const open = parts.find((part) => !isSigned(part, context));
  if (open) throw new SignNeeded(primitive(open));
  return signOfProduct(parts.map((part) => signOfPolynomial(part, context)));
}

const isSigned = (p: Polynomial, context: Context): boolean =>
  ['positive', 'negative', 'zero'].includes(signOfPolynomial(p, context));

/** The polynomial without its rational content, its first summand positive. */
export function primitive(p: Polynomial): Polynomial {
  const content = rationalContent(p);
  const own = leadingTerm(p).coefficient.num < 0n ? negateRational(content) : content;
  return scalePolynomial(p, divideRational(ONE, own));
}

/** A branch of the tree of cases. */
export interface Case {
  readonly context: Context;
  /** Numbers of shape parameters: where they tell a sign, only its branch is followed. */
  readonly at?: Readonly<Record<string, number>>;
  /** What was assumed on the way, in order. */
  readonly assumed: readonly Fact[];
  /** Shape parameters that the assumptions fix in terms of the others. */
  readonly fixed: Readonly<Record<string, Term>>;
}

export const caseOf = (context: Context): Case => ({ context, assumed: [], fixed: {} });

export type CaseOutcome<T> =
  | { readonly kind: 'done'; readonly case: Case; readonly result: T }
  | { readonly kind: 'undecided'; readonly case: Case; readonly needs: string };

const DEEPEST = 12;

/** Equality of exponents is meant exactly; this absorbs the rounding of their decimals. */
export const SLACK = 1e-12;

/** The sign of a value that is zero but for rounding, or not. */
export const signOfNumber = (value: number): 'positive' | 'negative' | 'zero' =>
  value > SLACK ? 'positive' : value < -SLACK ? 'negative' : 'zero';

/** The sign that the numbers of a case tell, or null where one that it needs is missing. */
export function signAt(polynomial: Polynomial, { at = {} }: Case): 'positive' | 'negative' | 'zero' | null {
  const term = polynomialTerm(polynomial);
  if (symbolsOf(term).some((name) => !Object.hasOwn(at, name))) return null;
  return signOfNumber(evaluate(term, at, double));
}

/** Runs a step under a case, splitting as often as it asks. */
export function overCases<T>(start: Case, step: (here: Case) => T, depth = 0): readonly CaseOutcome<T>[] {
  try {
    return [{ kind: 'done', case: start, result: step(start) }];
  } catch (error) {
    if (!(error instanceof SignNeeded)) throw error;
    const { polynomial } = error;
    const open = printText(polynomialTerm(polynomial));
    if (depth >= DEEPEST) return [{ kind: 'undecided', case: start, needs: `the sign of ${open}` }];
    const derived = signByCombination(polynomial, start.context);
    if (derived) return overCases(withFact(start, polynomial, derived, true), step, depth + 1);
    const told = signAt(polynomial, start);
    if (told === 'positive' || told === 'negative')
      return overCases(withMore(withFact(start, polynomial, told, false), error.more), step, depth + 1);
    const known = signOfPolynomial(polynomial, start.context);
    const zero = whereZero(start, polynomial);
    if (told === 'zero' && typeof zero !== 'string') return overCases(zero, step, depth + 1);
    return [
      ...(known === 'non-negative'
        ? []
        : overCases(withFact(start, polynomial, 'negative', false), step, depth + 1)),
      ...(zero === 'none'
        ? []
        : zero === 'unsolved'
          ? [{ kind: 'undecided', case: start, needs: `what follows from ${open} = 0` } as const]
          : overCases(zero, step, depth + 1)),
      ...(known === 'non-positive'
        ? []
        : overCases(withFact(start, polynomial, 'positive', false), step, depth + 1)),
    ];
  }
}

/** The case with signs added that its numbers tell, each positive or negative, and that do not follow from what is assumed already. */
function withMore(start: Case, polynomials: readonly Polynomial[]): Case {
  return polynomials.reduce((here, polynomial) => {
    if (isSigned(polynomial, here.context)) return here;
    const derived = signByCombination(polynomial, here.context);
    const told = signAt(polynomial, here) as 'positive' | 'negative';
    return withFact(here, polynomial, derived ?? told, derived !== null);
  }, start);
}

/**
 * Runs every step of a list. Where numbers tell signs that steps need, all of these are asked for together, so that the
 * case is entered once and not once for each.
 * @throws SignNeeded
 */
export function overSteps<S, T>(steps: readonly S[], run: (step: S) => T, here: Case): readonly T[] {
  const needed: Polynomial[] = [];
  const results: T[] = [];
  for (const step of steps) {
    try {
      results.push(run(step));
    } catch (error) {
      if (!(error instanceof SignNeeded)) throw error;
      const told = signAt(error.polynomial, here);
      if (told !== 'positive' && told !== 'negative') throw error;
      needed.push(error.polynomial);
    }
  }
  const [first, ...more] = needed;
  if (first) throw new SignNeeded(first, more);
  return results;
}

function withFact(
  { context, assumed, fixed, ...rest }: Case,
  polynomial: Polynomial,
  is: 'positive' | 'negative',
  derived: boolean,
): Case {
  const term = polynomialTerm(polynomial);
  const fact: Fact = {
    term,
    is,
    because: derived ? 'follows from the other assumptions' : 'one of the cases of its sign',
  };
  return {
    ...rest,
    context: { symbols: context.symbols, facts: [...context.facts, fact] },
    assumed: derived ? assumed : [...assumed, fact],
    fixed,
  };
}

/** The case in which the polynomial vanishes: a parameter in which it is linear is expressed by the others. */
export function whereZero(here: Case, polynomial: Polynomial): Case | 'none' | 'unsolved' {
  const { context, assumed, fixed, ...rest } = here;
  const root = rootIn(polynomial, context);
  if (!root) return 'unsolved';
  const put = { [root.name]: root.value };
  const { domain } = context.symbols.get(root.name) as Declaration;
  const bounds: Fact[] = [];
  const within = (term: Term, open: boolean): void => {
    bounds.push({ term, is: open ? 'positive' : 'non-negative', because: `${root.name} lies in its domain` });
  };
  if (domain.lower) within(subtract(root.value, number(domain.lower.at)), domain.lower.open);
  if (domain.upper) within(subtract(number(domain.upper.at), root.value), domain.upper.open);
  const facts = [...bounds, ...context.facts.map((fact) => ({ ...fact, term: substitute(fact.term, put) }))];
  const symbols = context.symbols;
  const free: Context = { symbols, facts: facts.filter(({ term }) => symbolsOf(term).length > 0) };
  const broken = facts.some((fact, i) =>
    contradicts(fact, { symbols, facts: facts.filter((_, j) => j !== i) }),
  );
  if (broken) return 'none';
  const fact: Fact = {
    term: subtract(symbol(root.name), root.value),
    is: 'zero',
    because: 'one of the cases of its sign',
  };
  const earlier = Object.fromEntries(
    Object.entries(fixed).map(([name, value]) => [name, substitute(value, put)]),
  );
  return { ...rest, context: free, assumed: [...assumed, fact], fixed: { ...earlier, ...put } };
}

/** The sign of a term by the sign engine, or by a combination of the facts. */
function signThrough(term: Term, context: Context): Sign {
  const sign = signOf(term, context);
  const ratio = sign === 'unknown' ? shapeRatio(term, context) : null;
  return ratio ? signByFacts(ratio, context) : sign;
}

/** Signs with which a fact is false. */
const AGAINST: Readonly<Record<Fact['is'], readonly Sign[]>> = {
  positive: ['negative', 'zero', 'non-positive'],
  negative: ['positive', 'zero', 'non-negative'],
  'non-negative': ['negative'],
  'non-positive': ['positive'],
  'non-zero': ['zero'],
  zero: ['positive', 'negative'],
};

/** Whether the fact is known to be false. */
function contradicts({ term, is }: Fact, context: Context): boolean {
  return AGAINST[is].includes(signThrough(term, context));
}

/** Values of the shape parameters at which the case holds, or null where none was met. */
export function witnessOf({ context, fixed }: Case): Readonly<Record<string, number>> | null {
  const names = [...context.symbols.keys()].filter((name) => isShape(name, context) && !(name in fixed));
  const [point] = samplePoints(names, context, 20);
  return point ?? null;
}

/** A term as it reads in the case: fixed parameters replaced. */
export const inCase = (value: Term, { fixed }: Case): Term => substitute(value, fixed);
