/** The table of responses: every quantity against every parameter, each with what sign algebra shows about it. */
import type { Model } from '../../economics/model.ts';
import type { Context, Fact } from '../../kernel/facts.ts';
import { substitute, symbolsOf, type Term, zero } from '../../kernel/term.ts';
import { QUANTITIES, type Quantity, type Where } from './reduce.ts';
import { type Hold, type Problem, parametersOf, problemFor, type Response, responseOf } from './response.ts';
import { type Case, type KnownSign, type Proof, signCases } from './signing.ts';
import { type Surface, surfaceOf } from './surface.ts';

export interface Cell {
  readonly quantity: Quantity;
  readonly parameter: string;
  readonly hold: Hold;
  readonly where: Where;
  readonly response: Response;
  readonly cases: readonly Case[];
  /** A sign for all parameters at once, under conditions on the exponents; null where none is found. */
  readonly whole: Proof | null;
  /** The sign, where every case has one without further conditions: one for all, or `changes` between cases. */
  readonly shown: KnownSign | 'changes' | null;
  /** Null where the sign is shown. */
  readonly surface: Surface | null;
  /** The cases in which no sign is shown, or one under conditions only, each with its surface there. */
  readonly open: readonly OpenCase[];
}

export interface OpenCase {
  readonly when: Fact | null;
  readonly surface: Surface;
}

export interface Table {
  readonly problem: Problem;
  readonly cells: readonly Cell[];
}

/** The sign that all cases share, if they have one. */
function shownBy(cases: readonly Case[]): Cell['shown'] {
  const signs = cases.map(({ proof }) => (proof && proof.conditions.length === 0 ? proof.sign : null));
  const [first] = signs;
  if (first === undefined || signs.includes(null)) return null;
  return signs.every((sign) => sign === first) ? first : 'changes';
}

function cellOf(problem: Problem, quantity: Quantity, parameter: string, hold: Hold): Cell {
  const response = responseOf(problem, quantity, parameter, hold);
  const { whole, cases } = signCases(response.numerator, problem);
  const shown = shownBy(cases);
  const { context, reduced } = problem.frame;
  const surface = shown === null || shown === 'changes' ? surfaceOf(response.numerator, context) : null;
  const left = cases.filter(({ proof }) => proof === null || proof.conditions.length > 0);
  const open = left.map(({ when }) => ({
    when,
    surface: surfaceOf(inCase(response.numerator, when), caseContext(context, when)),
  }));
  return { quantity, parameter, hold, where: reduced.where, response, whole, cases, shown, surface, open };
}

/** The term where the case is that its letter is zero. */
const inCase = (value: Term, when: Fact | null): Term =>
  when?.is === 'zero' && when.term.kind === 'symbol' ? substitute(value, { [when.term.name]: zero }) : value;

/** The context in which a case's terms are signed. */
const caseContext = (context: Context, when: Fact | null): Context =>
  when && when.is !== 'zero' ? { symbols: context.symbols, facts: [...context.facts, when] } : context;

/** The optimum that a variant's table is about: where its stock of data binds, if it has one. */
export const whereOf = (model: Model): Where => (model.limits.length > 0 ? 'data-bound' : 'interior');

/** Every response of a model's optimum, with what can be shown about its sign. */
export function tableOf(model: Model, hold: Hold): Table {
  const problem = problemFor(model, whereOf(model));
  const parameters = parametersOf(model, hold);
  const cells = parameters.flatMap((parameter) =>
    QUANTITIES.map((quantity) => cellOf(problem, quantity, parameter, hold)),
  );
  return { problem, cells };
}

const ABOVE_ONE: Readonly<Record<string, string>> = {
  ln_n: 'the model has more than one parameter',
  ln_d: 'it is trained on more than one token',
  ln_q: 'quality exceeds the lowest threshold',
  A: 'quality exceeds the lowest threshold',
};

/** Assumptions behind the letters of a response, in words. */
export function hypothesesOf({ response }: Pick<Cell, 'response'>, { frame }: Problem): readonly string[] {
  const names = symbolsOf(response.numerator);
  const own = names.flatMap((name) => ABOVE_ONE[name] ?? []);
  const facts = frame.context.facts.filter((fact) =>
    symbolsOf(fact.term).every((name) => names.includes(name)),
  );
  const standing = facts.map(({ because }) => because);
  const base = ['the firm sells at a positive margin, which rises with size'];
  const bend = response.method === 'implicit' ? ['second-order condition: the denominator is positive'] : [];
  return [...new Set([...base, ...bend, ...own, ...standing])];
}
