/** What a report about one model or problem says, as one JSON, put together from its pieces. */
import { checkGrowingIn } from '../../derive/laws-of-problem.ts';
import { callOf, type Model } from '../../economics/model.ts';
import type { Values } from '../../economics/parameters.ts';
import { type Problem, problemOfFirm } from '../../economics/problem.ts';
import { OptimandError } from '../../kernel/issues.ts';
import type { Term } from '../../kernel/term.ts';
import type { Subject } from '../check/observe.ts';
import { expressionJson, factJson } from '../expression.ts';
import { lawsQuestion } from '../laws-input.ts';
import { numberText } from '../numbers.ts';
import { letterJson, plain } from '../paper/letter-json.ts';
import { pointOf } from '../point.ts';
import { problemAsked } from '../problem/ask.ts';
import type { ReportFigure } from '../schemas/report.ts';
import type { Found, SubjectAbout, SubjectReport } from '../schemas/subject-report.ts';
import { DEFAULT_SEED } from '../version.ts';
import {
  growingOf,
  holdsOf,
  type PieceKind,
  type PieceResults,
  type PieceWorker,
  pieceWorkerOn,
} from './pieces.ts';

export interface SubjectReportOptions {
  /** Numbers in place of the subject's own. */
  readonly set?: Values;
  /** The parameters in which laws are told; E of a firm, every one that may grow of another problem. */
  readonly in?: readonly string[];
  readonly seed?: number;
  /** Draws of comparative statics, where others than the usual are wanted. */
  readonly draws?: number;
  /** How a command line asks for the subject; its id where nothing is said. */
  readonly call?: string;
  /** Does the pieces; in this thread where nothing is said. */
  readonly worker?: PieceWorker;
  /** Called with the share done, 0 to 1. */
  readonly progress?: (done: number) => void;
}

type Formula = SubjectAbout['objective']['formula'];

const formulaOf = (term: Term, { symbols }: Subject): Formula => {
  const { text, tex } = expressionJson(term, { symbols, values: {} });
  return { text, tex };
};

/** A firm's blocks in the order in which they build on one another. */
function blocksOf(model: Model): SubjectAbout['parts'] {
  const { quality, adoption, market, cost, constraint } = model.blocks;
  const shown: readonly (readonly [string, { meaning: string; source: string }, Term | null])[] = [
    ['quality', quality, model.quality],
    ['adoption', adoption, null],
    ['market', market, null],
    ['cost', cost, null],
    ['constraint', constraint, null],
  ];
  return shown.map(([name, { meaning, source }, term]) => ({
    name,
    meaning,
    formula: term && formulaOf(term, model),
    source,
  }));
}

const summandsOf = (problem: Problem): SubjectAbout['parts'] =>
  problem.parts.map(({ source, term }) => ({
    name: source,
    meaning: '',
    formula: formulaOf(term, problem),
    source: '',
  }));

const SIGNS = { '<=': '\\le', '=': '=' } as const;

const constraintsOf = (problem: Problem): SubjectAbout['constraints'] =>
  problem.constraints.map(({ id, left, relation, right, meaning, multiplier }) => {
    const [one, other] = [formulaOf(left, problem), formulaOf(right, problem)];
    return {
      name: id,
      meaning: `${meaning}; multiplier ${multiplier.name}: ${multiplier.meaning}`,
      formula: {
        text: `${one.text} ${relation} ${other.text}`,
        tex: `${one.tex} ${SIGNS[relation]} ${other.tex}`,
      },
      source: '',
    };
  });

const limitsOf = (model: Model): SubjectAbout['constraints'] =>
  model.limits.map(({ variable, bound }) => {
    const other = formulaOf(bound, model);
    return {
      name: variable,
      meaning: `${variable} is limited`,
      formula: { text: `${variable} <= ${other.text}`, tex: `${variable} \\le ${other.tex}` },
      source: '',
    };
  });

/** The numbers of the report; none where one is missing, which the piece on numbers then says. */
function valuesAt(subject: Subject, set: Values): ReturnType<typeof pointOf> {
  try {
    return pointOf(subject, set);
  } catch (error) {
    if (error instanceof OptimandError && error.issue.code === 'missing')
      return { values: { ...set }, filled: [] };
    throw error;
  }
}

function aboutOf(subject: Subject, set: Values, call: string, again: string): SubjectAbout {
  const problem = problemAsked(subject);
  const model = subject as Model;
  const { values, filled } = valuesAt(subject, set);
  const setting = { symbols: subject.symbols, values };
  const stated = problem ?? problemOfFirm(model);
  const letters = [
    ...stated.quantities.map(({ letter }) => letter),
    ...(problem ? problem.constraints.map(({ multiplier }) => multiplier) : []),
  ];
  const names = problem ? problem.variables.map(({ name }) => name) : model.variables;
  return {
    id: subject.id,
    title: subject.title,
    kind: subject.kind,
    isFirm: problem === null,
    meaning: problem
      ? problem.meaning
      : 'A firm chooses how large a language model to train, on how much data, and how much of it to sell.',
    source: problem ? problem.source : '',
    call,
    again,
    objective: {
      name: problem ? problem.objectiveName : 'profit',
      formula: formulaOf(problem ? problem.objective : model.profit, subject),
    },
    parts: problem ? summandsOf(problem) : blocksOf(model),
    constraints: problem ? constraintsOf(problem) : limitsOf(model),
    variables: names.flatMap((name) => {
      const declared = subject.symbols.get(name);
      return declared ? [letterJson(declared)] : [];
    }),
    quantities: letters.map(letterJson),
    parameters: subject.parameters.map((declared) => ({
      ...letterJson(declared),
      value: values[declared.name] ?? null,
      isGiven: !filled.includes(declared.name),
    })),
    assumptions: subject.facts.map((fact) => {
      const { text, tex, because } = factJson(fact, setting);
      return { formula: { text, tex }, because };
    }),
  };
}

const callIn = (subject: Subject): string => ('own' in subject ? callOf(subject) : subject.id);

/** @throws OptimandError where no law in this parameter exists. */
function checkGrowing(subject: Subject, growing: string): void {
  const problem = problemAsked(subject);
  if (problem) checkGrowingIn(problem, growing);
  else lawsQuestion(subject as Model, growing, 'b', {});
}

/** Numbers as a command line sets them, after a blank. */
function settingOf(set: Values): string {
  const numbers = Object.entries(set).map(([name, value]) => `${name}=${numberText(value)}`);
  return numbers.length > 0 ? ` --set ${numbers.join(',')}` : '';
}

/** The seed as a command line names it, after a blank, where it is not the usual one. */
const seedOf = ({ seed = DEFAULT_SEED }: SubjectReportOptions): string =>
  seed === DEFAULT_SEED ? '' : ` --seed ${seed}`;

/** How a command line asks for the same report. */
function againOf(call: string, options: SubjectReportOptions): string {
  const { set = {}, in: named } = options;
  const growing = named ? ` --in ${named.join(',')}` : '';
  return `optimand report ${call}${settingOf(set)}${growing}${seedOf(options)} --out report`;
}

/** What is asked of the workers, in the order of the report. */
interface Job<Kind extends PieceKind = PieceKind> {
  readonly kind: Kind;
  readonly of: string;
  readonly command: string;
}

function jobsFor(subject: Subject, options: SubjectReportOptions, call: string): readonly Job[] {
  const { set = {}, in: named } = options;
  const growing = named ?? growingOf(subject);
  // The verbs take the numbers of a file by themselves, but none for what nobody gives.
  const { values, filled } = valuesAt(subject, set);
  const at = settingOf({
    ...set,
    ...Object.fromEntries(filled.flatMap((name) => (name in values ? [[name, values[name] as number]] : []))),
  });
  const holds = holdsOf(subject);
  // The figure is of the one parameter in which a reader would look first.
  const shown = named ?? (growing.includes('E') ? ['E'] : growing.slice(-1));
  return [
    { kind: 'derivations', of: '', command: `optimand derive ${call} --steps` },
    ...growing.map((of): Job => ({ kind: 'laws', of, command: `optimand laws ${call} --in ${of}` })),
    ...holds.map(
      (of): Job => ({
        kind: 'statics',
        of,
        command: `optimand statics ${call}${of === 'rho' ? ' --hold rho' : ''}${seedOf(options)}`,
      }),
    ),
    { kind: 'numbers', of: '', command: `optimand optimize ${call}${at}` },
    ...shown.map(
      (of): Job => ({
        kind: 'growth',
        of,
        command: `optimand laws ${call} --in ${of}${at} --format svg --out growth-${of}.svg`,
      }),
    ),
    {
      kind: 'around',
      of: '',
      command: `optimand optimize ${call}${at} --format svg --out around.svg`,
    },
  ];
}

/** Everything that a report about one firm or problem says. @throws OptimandError for numbers that it cannot have. */
export async function subjectContent(
  subject: Subject,
  options: SubjectReportOptions = {},
): Promise<SubjectReport> {
  const {
    draws,
    set = {},
    seed = DEFAULT_SEED,
    worker = pieceWorkerOn(subject),
    progress = () => {},
  } = options;
  const call = options.call ?? callIn(subject);
  const about = aboutOf(subject, set, call, againOf(call, options));
  for (const growing of options.in ?? []) checkGrowing(subject, growing);
  const jobs = jobsFor(subject, options, call);
  let finished = 0;
  const answers = await Promise.all(
    jobs.map(async ({ kind, of, command }) => {
      const answer = await worker({ kind, of, set, seed, ...(draws === undefined ? {} : { draws }) });
      finished++;
      progress(finished / jobs.length);
      return { kind, of, command, ...answer };
    }),
  );
  const found = <Kind extends PieceKind>(kind: Kind): Found<PieceResults[Kind]>[] =>
    answers
      .filter((one) => one.kind === kind)
      .map(({ command, found: own, missing }) => ({
        command,
        found: own as PieceResults[Kind] | null,
        missing,
      }));
  const figures = [...found('growth'), ...found('around')].map(
    ({ command, found: own, missing }): Found<ReportFigure> => ({
      command,
      found: own && { ...own, command },
      missing,
    }),
  );
  const [derivations, numbers] = [found('derivations')[0], found('numbers')[0]];
  return plain<SubjectReport>({
    seed,
    about,
    derivations,
    laws: found('laws'),
    statics: found('statics'),
    numbers,
    figures,
  });
}
