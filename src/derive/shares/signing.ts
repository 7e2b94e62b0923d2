/**
 * Signs of responses by sign algebra. A response is a sum of products of positive letters; it has a sign where its summands
 * do not disagree. Where they seem to, the sum is written in another form, and cases on the sign of a shape parameter are
 * told apart.
 */
import type { Context, Fact } from '../../kernel/facts.ts';
import type { Sign } from '../../kernel/functions/function.ts';
import { OptimandError } from '../../kernel/issues.ts';
import type { Summand } from '../../kernel/normal/data.ts';
import { areEqual, tidy } from '../../kernel/normal/equal.ts';
import { normalise } from '../../kernel/normal/normalise.ts';
import { coefficientFactors, signOfSummand } from '../../kernel/normal/power.ts';
import { normalTerm, polynomialTerm } from '../../kernel/normal/to-term.ts';
import { negatePolynomial } from '../../kernel/polynomial.ts';
import { ONE_RATIO } from '../../kernel/ratio.ts';
import { signOfPolynomial, signOfRatio } from '../../kernel/shape.ts';
import { signOf } from '../../kernel/sign.ts';
import { substitute, symbol, type Term, zero } from '../../kernel/term.ts';
import { type Form, formsOf, openShapes } from './forms.ts';
import type { Problem } from './response.ts';

export type KnownSign = '+' | '-' | '0';

export interface SignedSummand {
  readonly term: Term;
  readonly sign: Sign;
}

export interface Proof {
  readonly sign: KnownSign;
  /** The sum as it was signed, and what its letters of convenience stand for. */
  readonly summands: readonly SignedSummand[];
  readonly letters: Readonly<Record<string, Term>>;
  readonly uses: readonly Fact[];
  /** What must hold besides; empty where the sign holds throughout the case. */
  readonly conditions: readonly Fact[];
}

/** One case: what it assumes, and what could be shown in it. */
export interface Case {
  readonly when: Fact | null;
  readonly proof: Proof | null;
}

const SIGNS: Readonly<Record<Sign, KnownSign | null>> = {
  positive: '+',
  'non-negative': '+',
  zero: '0',
  'non-positive': '-',
  negative: '-',
  unknown: null,
};

/** What makes a coefficient of open sign non-negative (or non-positive): a fact on its one factor of open sign. */
function conditionOf({ coefficient }: Summand, sign: KnownSign, { context, back }: Form): Fact | null {
  const factors = coefficientFactors(coefficient, context);
  const open = factors.filter(
    ({ base }) => base.kind === 'polynomial' && signOfPolynomial(base.value, context) === 'unknown',
  );
  const [only] = open;
  if (open.length !== 1 || only?.base.kind !== 'polynomial') return null;
  const turned = sign === '+' ? only.base.value : negatePolynomial(only.base.value);
  const term = tidy(substitute(polynomialTerm(turned), back), context);
  return { term, is: 'non-negative', because: 'sufficient: no summand disagrees' };
}

/** The conditions that are not known anyway, each once; null where one is known to fail. */
function openConditions(conditions: readonly Fact[], context: Context): readonly Fact[] | null {
  const signs = conditions.map(({ term }) => signOf(term, context));
  if (signs.includes('negative')) return null;
  const open = conditions.filter((_, i) => signs[i] !== 'positive' && signs[i] !== 'non-negative');
  return open.filter(({ term }, i) => open.findIndex((other) => areEqual(other.term, term, context)) === i);
}

/** Summands with open coefficients count where a condition on shapes would give them the sign of the others. */
function attempt(value: Term, form: Form, context: Context): Proof | null {
  const normal = normalise(substitute(value, form.replace), form.context);
  const summands = normal.map((summand) => ({
    term: normalTerm([summand]),
    sign: signOfSummand(summand, form.context),
    summand,
  }));
  const found = new Set(summands.map(({ sign }) => SIGNS[sign]).filter((sign) => sign !== null));
  const [sign = '0', other] = [...found];
  const isStrict = summands.some(({ sign: of }) => of === 'positive' || of === 'negative');
  const open = summands.filter(({ sign: of }) => of === 'unknown');
  if (other || (normal.length > 0 && !isStrict)) return null;
  const conditions = open.map(({ summand }) =>
    isShapeOnly(summand, form) ? conditionOf(summand, sign, form) : null,
  );
  const needed = conditions.includes(null)
    ? null
    : openConditions(
        conditions.filter((fact) => fact !== null),
        context,
      );
  if (!needed) return null;
  const shown = summands.map(({ term, sign: of }) => ({ term, sign: of }));
  return { sign, summands: shown, letters: form.back, uses: form.uses, conditions: needed };
}

/** Whether the sign is open because of the coefficient, and not because of a letter. */
const isShapeOnly = ({ coefficient, factors }: Summand, { context }: Form): boolean =>
  signOfRatio(coefficient, context) === 'unknown' &&
  signOfSummand({ coefficient: ONE_RATIO, factors }, context) === 'positive';

const attemptOrNull = (value: Term, form: Form, context: Context): Proof | null => {
  try {
    return attempt(value, form, context);
  } catch (error) {
    if (error instanceof OptimandError) return null;
    throw error;
  }
};

/** The proof with the fewest conditions, the plainest form first; null where no form shows a sign. */
export function prove(value: Term, problem: Problem, context: Context): Proof | null {
  let best: Proof | null = null;
  for (const form of formsOf(openShapes(value, context), problem, context)) {
    const proof = attemptOrNull(value, form, context);
    if (proof && (!best || proof.conditions.length < best.conditions.length)) best = proof;
    if (best?.conditions.length === 0) break;
  }
  return best;
}

/** The problem where a shape parameter is zero. */
const withoutShape = ({ frame, bend, worth }: Problem, shape: string): Problem => ({
  frame,
  bend: bend && substitute(bend, { [shape]: zero }),
  worth: substitute(worth, { [shape]: zero }),
});

/** A case to be signed: what it assumes, what it replaces, and what may be used in it. */
interface Branch {
  readonly when: Fact;
  readonly replace: Readonly<Record<string, Term>>;
  readonly problem: Problem;
  readonly context: Context;
}

const branchesIn = new WeakMap<Problem, Map<string, readonly Branch[]>>();

/** The three cases of a shape parameter's sign, made once for a problem. */
function branchesOf(shape: string, problem: Problem): readonly Branch[] {
  const kept = branchesIn.get(problem) ?? new Map<string, readonly Branch[]>();
  branchesIn.set(problem, kept);
  const branches = kept.get(shape) ?? makeBranches(shape, problem);
  kept.set(shape, branches);
  return branches;
}

function makeBranches(shape: string, problem: Problem): readonly Branch[] {
  const { context } = problem.frame;
  return (['negative', 'zero', 'positive'] as const).map((is): Branch => {
    const when: Fact = { term: symbol(shape), is, because: 'case' };
    if (is === 'zero')
      return { when, replace: { [shape]: zero }, problem: withoutShape(problem, shape), context };
    return {
      when,
      replace: {},
      problem,
      context: { symbols: context.symbols, facts: [...context.facts, when] },
    };
  });
}

/** What could be shown, for all parameters at once (under conditions) and case by case. */
export interface Signing {
  readonly whole: Proof | null;
  readonly cases: readonly Case[];
}

/** The sign in one piece where it can be shown so, else by the sign of a shape parameter that may have either. */
export function signCases(value: Term, problem: Problem): Signing {
  const { context } = problem.frame;
  const whole = prove(value, problem, context);
  const [shape] = openShapes(value, context);
  const one: Signing = { whole, cases: [{ when: null, proof: whole }] };
  if (whole?.conditions.length === 0 || shape === undefined) return one;
  const cases = branchesOf(shape, problem).map((branch): Case => {
    const here = substitute(value, branch.replace);
    return { when: branch.when, proof: prove(here, branch.problem, branch.context) };
  });
  return cases.every(({ proof }) => proof === null) ? one : { whole, cases };
}
