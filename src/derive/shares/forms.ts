/**
 * Ways to write a sum anew, each with a term that is known to be positive as a letter of its own: a standing assumption
 * (1 + αγ), the second-order condition, profit.
 */
import { rawDerivative } from '../../kernel/differentiate.ts';
import type { Context, Fact } from '../../kernel/facts.ts';
import { tidy } from '../../kernel/normal/equal.ts';
import { signOfDomain } from '../../kernel/shape.ts';
import { signOf } from '../../kernel/sign.ts';
import { divide, substitute, subtract, symbolsOf, type Term, zero } from '../../kernel/term.ts';
import { excess, s, slack, slackShape } from './letters.ts';
import type { Problem } from './response.ts';

/** A way to write the sum: letters replaced so that a positive term becomes a letter, and why it is positive. */
export interface Form {
  readonly replace: Readonly<Record<string, Term>>;
  readonly back: Readonly<Record<string, Term>>;
  readonly uses: readonly Fact[];
  readonly context: Context;
}

/** The unknown where a term linear in it equals the letter, or null. */
function linearRoot(value: Term, letter: string, unknown: string, context: Context): Term | null {
  const slope = tidy(rawDerivative(value, unknown), context);
  if (symbolsOf(slope).includes(unknown) || !['positive', 'negative'].includes(signOf(slope, context)))
    return null;
  return tidy(divide(subtract(letter, substitute(value, { [unknown]: zero })), slope), context);
}

/** The fact's term as a letter, in place of the unknown; facts on the unknown are kept, written in the letter. */
function formFrom(fact: Fact, letter: string, unknown: string, context: Context): readonly Form[] {
  const value = linearRoot(fact.term, letter, unknown, context);
  if (!value) return [];
  const replace = { [unknown]: value };
  const facts = context.facts.map((known) => ({ ...known, term: substitute(known.term, replace) }));
  return [
    { replace, back: { [letter]: fact.term }, uses: [fact], context: { symbols: context.symbols, facts } },
  ];
}

/** Shape parameters in the term whose sign their domain leaves open. */
export function openShapes(value: Term, context: Context): readonly string[] {
  return symbolsOf(value).filter((name) => {
    const declared = context.symbols.get(name);
    return declared?.role === 'shape' && signOfDomain(declared.domain) === 'unknown';
  });
}

/** A fact that the optimum gives, with the letter that gives way where its term becomes a letter. */
interface Standing {
  readonly fact: Fact;
  readonly unknown: string;
}

/** Facts that the optimum itself gives, beside the model's standing ones. */
function standing({ bend, worth }: Problem): readonly Standing[] {
  const profit: Standing = {
    fact: { term: worth, is: 'positive', because: 'the firm makes a profit' },
    unknown: 'w',
  };
  const bound: Fact = {
    term: excess.definition,
    is: 'positive',
    because: 'one parameter more costs something to train',
  };
  if (!bend) return [profit, { fact: bound, unknown: s.name }];
  return [profit, { fact: { term: bend, is: 'positive', because: 'second-order condition' }, unknown: 'w' }];
}

/** Forms already made, for as long as their problem and context are; the engine keeps normal forms by context. */
const formsIn = new WeakMap<Problem, WeakMap<Context, Map<string, readonly Form[]>>>();

/** Every form for terms in these open shapes, the plainest first. */
export function formsOf(shapes: readonly string[], problem: Problem, context: Context): readonly Form[] {
  const ofProblem = formsIn.get(problem) ?? new WeakMap<Context, Map<string, readonly Form[]>>();
  formsIn.set(problem, ofProblem);
  const ofContext = ofProblem.get(context) ?? new Map<string, readonly Form[]>();
  ofProblem.set(context, ofContext);
  const key = shapes.join();
  const forms = ofContext.get(key) ?? makeForms(shapes, problem, context);
  ofContext.set(key, forms);
  return forms;
}

function makeForms(shapes: readonly string[], problem: Problem, context: Context): readonly Form[] {
  const plain: Form = { replace: {}, back: {}, uses: [], context };
  const { facts } = problem.frame.context;
  const inShape = facts.flatMap((fact) =>
    shapes.flatMap((name) => formFrom(fact, slackShape.name, name, context)),
  );
  const joined = [plain, ...inShape].flatMap((form) =>
    standing(problem).flatMap((known) => join(form, known)),
  );
  return [plain, ...inShape, ...joined];
}

function join(form: Form, { fact, unknown }: Standing): readonly Form[] {
  const written = { ...fact, term: substitute(fact.term, form.replace) };
  return formFrom(written, slack.name, unknown, form.context).map(({ replace, back, uses, context }) => ({
    replace: { ...form.replace, ...replace },
    back: { ...form.back, ...back },
    uses: [...form.uses, ...uses],
    context,
  }));
}
