/**
 * The pieces of a report about one model or problem, each found by itself: whoever asks may put every piece to a thread of
 * its own and stop it. What the engine refuses is an answer too, in its own sentence.
 */

import { growingIn } from '../../derive/laws-of-problem.ts';
import { canHoldRho } from '../../derive/statics/response.ts';
import type { Model } from '../../economics/model.ts';
import type { Values } from '../../economics/parameters.ts';
import { OptimandError } from '../../kernel/issues.ts';
import type { SymbolTable } from '../../kernel/symbols.ts';
import type { Subject } from '../check/observe.ts';
import { prepare } from '../derive.ts';
import { objectiveAround } from '../figures/around.ts';
import { growth } from '../figures/growth.ts';
import { type AnyLaws, type LawBlock, lawsStory, lawWords } from '../laws-story.ts';
import { optimizeRows } from '../optimize.ts';
import { storyJson } from '../paper/story-json.ts';
import { pointOf } from '../point.ts';
import { problemAsked } from '../problem/ask.ts';
import { problemGrowth } from '../problem/growth.ts';
import { anyLaws } from '../problem/laws.ts';
import { problemStatics } from '../problem/statics.ts';
import type { DerivationStory, ReportFigure } from '../schemas/report.ts';
import type { SubjectLaws, SubjectNumbers, SubjectStatics } from '../schemas/subject-report.ts';
import { statics } from '../statics.ts';

/** What each piece finds. */
export interface PieceResults {
  derivations: DerivationStory[];
  laws: SubjectLaws;
  statics: SubjectStatics;
  numbers: SubjectNumbers;
  growth: ReportFigure;
  around: ReportFigure;
}
export type PieceKind = keyof PieceResults;

/** A piece of the work: `of` is the growing parameter, or what is held. */
export interface PieceTask<Kind extends PieceKind = PieceKind> {
  readonly kind: Kind;
  readonly of: string;
  readonly set: Values;
  readonly seed: number;
  /** Draws of comparative statics, where others than the usual are wanted. */
  readonly draws?: number;
}

/** A found piece, or why there is none. */
export type PieceAnswer<Kind extends PieceKind = PieceKind> =
  | { readonly found: PieceResults[Kind]; readonly missing: null }
  | { readonly found: null; readonly missing: string };

/** Does a piece of the work, here or in another thread. */
export type PieceWorker = <Kind extends PieceKind>(task: PieceTask<Kind>) => Promise<PieceAnswer<Kind>>;

type Finders = {
  readonly [Kind in PieceKind]: (subject: Subject, task: PieceTask) => Promise<PieceResults[Kind]>;
};

function lawBlock(block: LawBlock, symbols: SymbolTable): SubjectLaws['story'] {
  const words = (text: string) => lawWords(text, symbols).map((part) => ({ ...part }));
  if (block.kind === 'title') return [];
  if (block.kind !== 'formulas') return [{ kind: block.kind, words: words(block.text) }];
  return [
    {
      kind: 'formulas',
      lead: words(block.lead),
      formulas: block.formulas.map(({ text, tex }) => ({ text, tex })),
    },
  ];
}

const OPENING: readonly string[] = ['stay-out', 'break-even'];

/** What is undecided, and which laws have no closed constant. */
function openIn({ cases, regimes }: AnyLaws): string[] {
  const undecided = cases.flatMap((one) =>
    one.undecided.map((what) => `${one.text || 'everywhere'}: ${what}`),
  );
  const rough = (regimes as readonly { name: string; constants: Record<string, unknown> }[])
    .filter(({ name }) => !OPENING.includes(name))
    .flatMap(({ name, constants }) => {
      const without = Object.keys(constants).filter((quantity) => constants[quantity] === null);
      return without.length > 0
        ? [`${name}: no closed form of the constant of ${without.join(', ')}; the exponent stands`]
        : [];
    });
  const empty = cases.filter(
    ({ unbounded }, i) => !unbounded && !regimes.some((regime) => regime.case === i),
  );
  return [
    ...new Set([
      ...undecided,
      ...empty.map(({ text }) => `${text || 'everywhere'}: no regime is found`),
      ...rough,
    ]),
  ];
}

function lawsPiece(subject: Subject, growing: string): SubjectLaws {
  const { result, symbols, warnings } = anyLaws(subject, { in: growing });
  const regimes = (
    result.regimes as readonly {
      case: number;
      name: string;
      exponents: Record<string, { text: string; tex: string }>;
    }[]
  ).filter(({ name, case: index }) => !OPENING.includes(name) && !result.cases[index]?.unbounded);
  const caseOf = (index: number): string => {
    const one = result.cases[index];
    const isUnmet = result.cases.length > 1 && one?.example === null;
    return `${one?.text ?? ''}${isUnmet ? ' (may be empty)' : ''}`;
  };
  return {
    in: result.in,
    quantities: [...new Set(regimes.flatMap(({ exponents }) => Object.keys(exponents)))],
    regimes: regimes.map(({ name, exponents, case: index }) => ({
      case: caseOf(index),
      name,
      exponents: Object.fromEntries(
        Object.entries(exponents).map(([quantity, { text, tex }]) => [quantity, { text, tex }]),
      ),
    })),
    story: lawsStory(result, symbols).flatMap((block) => lawBlock(block, symbols)),
    open: openIn(result),
    warnings: [...warnings],
  };
}

interface SignRow {
  readonly quantity: string;
  readonly parameter: string;
  readonly where: string;
  readonly sign: SubjectStatics['rows'][number]['signs'][string];
  readonly sentence: string;
  readonly evidence: SubjectStatics['evidence'];
  readonly hypotheses: readonly string[];
}

interface SignReport {
  readonly rows: readonly SignRow[];
  readonly symbols: SymbolTable;
  readonly warnings: readonly string[];
}

function signTable({ rows, symbols, warnings }: SignReport, hold: string | null): SubjectStatics {
  const parameters = [...new Set(rows.map(({ parameter }) => parameter))];
  const isOpen = ({ sign }: SignRow): boolean => sign === 'changes' || sign === 'undecided';
  const { seed = 0, draws = 0 } = rows[0]?.evidence ?? {};
  return {
    hold,
    where: rows[0]?.where ?? 'interior',
    quantities: [...new Set(rows.map(({ quantity }) => quantity))],
    rows: parameters.map((parameter) => ({
      parameter,
      signs: Object.fromEntries(
        rows.filter((row) => row.parameter === parameter).map(({ quantity, sign }) => [quantity, sign]),
      ),
    })),
    hypotheses: [...new Set(rows.flatMap(({ hypotheses }) => hypotheses))],
    open: rows.filter(isOpen).map(({ quantity, parameter, sentence }) => ({
      quantity,
      parameter,
      words: lawWords(sentence, symbols).map((part) => ({ ...part })),
    })),
    evidence: {
      seed,
      draws,
      optima: rows.length > 0 ? Math.min(...rows.map(({ evidence }) => evidence.optima)) : 0,
      against: rows.reduce((sum, { evidence }) => sum + evidence.against, 0),
    },
    warnings: [...warnings],
  };
}

async function staticsPiece(subject: Subject, { of: hold, seed, draws }: PieceTask): Promise<SubjectStatics> {
  const options = { seed, ...(draws === undefined ? {} : { draws }) };
  const problem = problemAsked(subject);
  if (problem) {
    return signTable(problemStatics(problem, options), null);
  }
  const { rows, symbols, warnings } = await statics(subject as Model, {
    ...options,
    hold: hold === 'rho' ? 'rho' : 'b',
  });
  const told = rows.map((row) => ({
    ...row,
    hypotheses: row.proof?.hypotheses ?? row.boundary?.hypotheses ?? [],
  }));
  return signTable({ rows: told, symbols, warnings }, hold);
}

const FINDERS: Finders = {
  derivations: async (subject) => prepare(subject).derivations.map(storyJson),
  laws: async (subject, { of }) => lawsPiece(subject, of),
  statics: async (subject, task) => staticsPiece(subject, task),
  numbers: async (subject, { set }) => {
    const { values } = pointOf(subject, set);
    const { rows, warnings } = optimizeRows([{ params: values }], { variant: subject });
    const [answer] = rows;
    if (!answer || 'error' in answer)
      throw new OptimandError({
        code: 'refused',
        what: answer?.error.message ?? 'no answer',
        where: 'the search for the optimum',
        would: 'set other values',
      });
    return { answer, warnings: [...warnings] };
  },
  growth: async (subject, { of, set }) => {
    const problem = problemAsked(subject);
    const { values } = pointOf(subject, set);
    return {
      name: `growth-${of}`,
      command: '',
      data: problem ? problemGrowth(problem, { in: of, set }) : growth(subject, { in: of, set: values }),
    };
  },
  around: async (subject, { set }) => ({
    name: 'around',
    command: '',
    data: objectiveAround(subject, { set }),
  }),
};

/** Does the pieces on one subject in this thread. */
export const pieceWorkerOn =
  (subject: Subject): PieceWorker =>
  async (task) => {
    try {
      return { found: await FINDERS[task.kind](subject, task), missing: null };
    } catch (error) {
      if (error instanceof OptimandError) return { found: null, missing: error.message };
      throw error;
    }
  };

/** The parameters in which the laws of a subject are told where nobody names one. */
export function growingOf(subject: Subject): readonly string[] {
  const problem = problemAsked(subject);
  if (problem) return growingIn(problem);
  const quantities = (subject as Model).parameters.filter(({ role }) => role === 'quantity');
  const names = quantities.map(({ name }) => name);
  return names.includes('E') ? ['E'] : names.slice(0, 1);
}

/** What may be held in comparative statics. */
export const holdsOf = (subject: Subject): readonly string[] =>
  problemAsked(subject) ? [''] : ['b', ...(canHoldRho(subject as Model) ? ['rho'] : [])];
