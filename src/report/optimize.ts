/** Optima in numbers: what `optimize` prints, as data. */
import type { Model } from '../economics/model.ts';
import { checkParameters, type Values } from '../economics/parameters.ts';
import { fail, type Issue, OptimandError } from '../kernel/issues.ts';
import { breakEven } from '../numerics/break-even.ts';
import { optimise } from '../numerics/optimise.ts';
import type { Unsolved } from '../numerics/outcome.ts';
import { isTooDeep } from './depth.ts';
import { errorReport } from './envelope.ts';
import { roundedText } from './numbers.ts';
import { premisesOf } from './premises.ts';
import { problemAsked } from './problem/ask.ts';
import { answerProblem } from './problem/optimize.ts';
import { regimeNamed, regimeOf } from './regime.ts';
import type { OptimizeAnswer, OptimizeFailure, OptimizeRow, ProblemAnswer } from './schemas/optimize.ts';
import { type Asked, isModel, variantOf } from './variant.ts';

export interface OptimizeOptions {
  /** The variant of a row that names none. */
  readonly variant?: Asked;
  /** Blocks put on the variant of a row that names one; the one above has them already. */
  readonly blocks?: readonly string[];
  /** Numbers for every row, which no row gives itself. */
  readonly blockValues?: Values;
  /** What stays fixed when a or alpha moves, in the elasticities. */
  readonly hold?: 'b' | 'rho';
}

export interface OptimizeReport {
  readonly rows: readonly OptimizeRow[];
  readonly warnings: readonly string[];
}

const notSolved = ({ tried }: Unsolved): Issue => ({
  code: 'refused',
  what: `No optimum was found that can be stood by (tried: ${tried.join('; ')})`,
  where: 'the search for the optimum',
  would: 'check the parameters against their units',
});

/** Where a firm that stays out would start to produce; of several, that they cannot all; nothing where no E makes it. */
function breakEvenNote(model: Model, values: Values): readonly string[] {
  const even = values.E === undefined ? null : breakEven(model, values);
  const at = even === null ? null : `E = ${roundedText(even, 9)}`;
  if (model.kind === 'equilibrium') {
    const none = 'there is no symmetric equilibrium in which every seller makes a profit';
    if (even === null || at === null) return [none];
    // As E grows sellers may outdo one another in training until none makes a profit again.
    const isTooMuch = (values.E ?? 0) > even;
    return [
      isTooMuch
        ? `${none} at this E; each breaks even at a lower one, ${at}`
        : `${none}; each breaks even at ${at}`,
    ];
  }
  return at === null ? [] : [`no profit is possible at this E; the firm breaks even at ${at}`];
}

interface Answered {
  readonly answer: OptimizeAnswer | ProblemAnswer;
  readonly warnings: readonly string[];
}

const bare = (
  params: unknown,
  model: Model,
  values: Values,
): Omit<OptimizeAnswer, 'produces' | 'unbounded'> => ({
  params,
  ...premisesOf(model, values),
  optimum: null,
  elasticities: null,
  regime: null,
  residual: null,
});

function answer(
  params: unknown,
  model: Model,
  given: Readonly<Record<string, unknown>>,
  hold: 'b' | 'rho',
): Answered {
  const values = checkParameters(model, { ...model.own.set, ...given });
  const found = optimise(model, values, { hold });
  switch (found.kind) {
    case 'unsolved':
      throw new OptimandError(notSolved(found));
    case 'stay-out':
      return {
        answer: {
          ...bare(params, model, values),
          produces: false,
          unbounded: false,
          regime: regimeNamed('stay-out', model),
        },
        warnings: breakEvenNote(model, values),
      };
    case 'unbounded':
      return { answer: { ...bare(params, model, values), produces: true, unbounded: true }, warnings: [] };
    case 'optimum': {
      const { n, d, t, profit, trainingSpend, elasticities, residual, warnings } = found;
      const optimum = { n, d, t, profit, C_train: trainingSpend };
      const regime = regimeNamed(regimeOf(model, values, found), model);
      return {
        answer: {
          ...bare(params, model, values),
          produces: true,
          unbounded: false,
          optimum,
          elasticities: elasticities ?? {},
          regime,
          residual,
        },
        warnings,
      };
    }
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const kindOf = (value: unknown): string =>
  value === undefined
    ? 'nothing'
    : value === null
      ? 'null'
      : Array.isArray(value)
        ? 'a list'
        : `a ${typeof value}`;

/** JSON has no infinity, but 1e400 reads as one. */
function checkFinite(given: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(given)) {
    if (typeof value !== 'number' || Number.isFinite(value)) continue;
    fail({ code: 'bad-value', name, value: String(value), must: 'a finite number' });
  }
}

function paramsOf(row: unknown): Readonly<Record<string, unknown>> {
  const bad = (what: string): OptimandError =>
    new OptimandError({ code: 'usage', what, would: 'make it an object such as {"params": {"E": 1e18}}' });
  if (isTooDeep(row)) throw bad('the row is nested too deep');
  if (!isObject(row)) throw bad(`the row is ${kindOf(row)}`);
  const params = Object.hasOwn(row, 'params') ? row.params : undefined;
  if (params === undefined) throw bad('the row has no params');
  if (!isObject(params)) throw bad(`params is ${kindOf(params)}`);
  return params;
}

/** The answer to one row, an object with `params`. @throws OptimandError where the row is wrong. */
function answerRow(row: unknown, options: OptimizeOptions): Answered {
  const { variant = 'baseline', blocks = [], blockValues = {}, hold = 'b' } = options;
  const params = paramsOf(row);
  const { variant: named, ...given } = params;
  checkFinite(given);
  for (const name of Object.keys(blockValues)) {
    if (Object.hasOwn(given, name))
      fail({ code: 'usage', what: `${name} is given by --with and by the row`, would: 'give it once' });
  }
  const own = typeof named === 'string' ? [named, ...blocks].join('+') : named;
  const isDefault = typeof variant !== 'string' && (named === variant.id || own === variant.id);
  const asked = Object.hasOwn(params, 'variant') && !isDefault ? own : variant;
  const problem = problemAsked(asked);
  if (problem) return answerProblem(params, problem, given);
  const model = variantOf(asked);
  return answer(params, model, { ...given, ...blockValues }, hold);
}

const echo = (row: unknown): unknown => {
  const params = isObject(row) && Object.hasOwn(row, 'params') ? row.params : null;
  return isTooDeep(params) ? null : (params ?? null);
};

function failure(row: unknown, issue: Issue, index: number): OptimizeFailure {
  return { params: echo(row), error: errorReport(issue, `[${index}]`) };
}

/** Optima of rows that each hold `params`. A row that is wrong gets its error; the others get their answers. */
export function optimizeRows(rows: readonly unknown[], options: OptimizeOptions = {}): OptimizeReport {
  const warnings: string[] = [];
  const answered = rows.map((row, index): OptimizeRow => {
    try {
      if (row instanceof OptimandError) throw row;
      const found = answerRow(row, options);
      warnings.push(
        ...found.warnings.map((warning) => (rows.length > 1 ? `row ${index + 1}: ${warning}` : warning)),
      );
      return found.answer;
    } catch (error) {
      if (error instanceof OptimandError) return failure(row, error.issue, index);
      throw error;
    }
  });
  return { rows: answered, warnings };
}

export const isFailure = (row: OptimizeRow): row is OptimizeFailure => 'error' in row;

/** Numbers that are put in the place of a model's own. */
export interface OwnOptions extends Pick<OptimizeOptions, 'hold'> {
  readonly set?: Values;
}

/**
 * The optimum at one point: of a variant at its parameters, or of a model, whose own numbers are taken where none are set.
 * @throws OptimandError where the parameters are wrong.
 */
export function optimize(asked: Model, options?: OwnOptions): OptimizeReport;
export function optimize(asked: Readonly<Record<string, unknown>>, options?: OptimizeOptions): OptimizeReport;
export function optimize(
  asked: Model | Readonly<Record<string, unknown>>,
  options: OptimizeOptions & OwnOptions = {},
): OptimizeReport {
  return isModel(asked)
    ? optimizeAt(options.set ?? {}, { ...options, variant: asked })
    : optimizeAt(asked, options);
}

function optimizeAt(params: Readonly<Record<string, unknown>>, options: OptimizeOptions): OptimizeReport {
  const { variant = 'baseline' } = options;
  const name = typeof variant === 'string' ? variant : variant.id;
  const { answer: found, warnings } = answerRow({ params: { variant: name, ...params } }, options);
  return { rows: [found], warnings };
}

/** One sentence for rows that are wrong, or null where all are right. */
export function complaintAbout(rows: readonly OptimizeRow[]): string | null {
  const first = rows.findIndex(isFailure);
  const row = rows[first];
  if (!row || !isFailure(row)) return null;
  const wrong = rows.filter(isFailure).length;
  const count = wrong === 1 ? '1 row is' : `${wrong} rows are`;
  return `${count} wrong of ${rows.length}; row ${first + 1}: ${row.error.message}`;
}
