/** The sign matrix of a variant: what `statics` prints, as data. */
import {
  type Confrontation,
  confront,
  sightingsOf,
  verdictOn,
  type Witness,
} from '../claims/statics-check.ts';
import { curvesOf } from '../claims/statics-draw.ts';
import { observe } from '../claims/statics-observe.ts';
import { relation } from '../derive/relation.ts';
import { chartSymbols, symbolsOfProblem } from '../derive/statics/letters.ts';
import { canHoldRho, type Hold } from '../derive/statics/response.ts';
import type { Case } from '../derive/statics/signing.ts';
import type { Limit } from '../derive/statics/surface.ts';
import { type Cell, hypothesesOf, placesOf, type Table, tableOf } from '../derive/statics/table.ts';
import { callOf } from '../economics/model.ts';
import { fail } from '../kernel/issues.ts';
import { polynomialTerm } from '../kernel/normal/to-term.ts';
import { polynomialSymbols } from '../kernel/polynomial.ts';
import type { SymbolTable } from '../kernel/symbols.ts';
import { symbol } from '../kernel/term.ts';
import { expressionJson, factJson, relationJson, type Setting } from './expression.ts';
import { premisesOf } from './premises.ts';
import type { BoundaryJson, LetterRowJson, ProofJson, ShownCaseJson, StaticsRow } from './schemas/statics.ts';
import { sentenceOf } from './statics-sentence.ts';
import { whereHead } from './statics-words.ts';
import { type Asked, variantOf } from './variant.ts';
import { DEFAULT_SEED } from './version.ts';

/** Draws of the realistic box; at most of them the firm sells, and those are compared. */
export const STATICS_DRAWS = 400;

export interface StaticsOptions {
  /** Which of the optima: `interior`, `data-bound`, …; the one on which most binds where nothing is said. */
  readonly where?: string;
  readonly hold?: Hold;
  readonly seed?: number;
  readonly draws?: number;
  /** Called with the share done, 0 to 1. */
  readonly progress?: (done: number) => void;
}

export interface StaticsReport {
  /** The letters of the rows: the model's, and those in which responses are signed. */
  readonly symbols: SymbolTable;
  readonly rows: readonly StaticsRow[];
  readonly warnings: readonly string[];
}

const sideJson = (
  { sign, leading }: Limit,
  setting: Setting,
): NonNullable<BoundaryJson['sides'][number]['training']> => ({
  sign: sign === 'positive' ? '+' : sign === 'negative' ? '-' : sign === 'zero' ? '0' : null,
  leading: expressionJson(leading, setting),
});

function caseJson({ when, proof }: Case, model: Setting): ShownCaseJson {
  const chart = proof?.chart ?? [];
  const symbols = new Map([...model.symbols, ...chartSymbols(chart)]);
  const setting = { ...model, symbols };
  return {
    when: when && factJson(when, setting),
    sign: proof?.sign ?? null,
    conditions: (proof?.conditions ?? []).map((condition) => factJson(condition, setting)),
    summands: (proof?.summands ?? []).map((term) => expressionJson(term, setting)),
    chart: chart.map(({ name, definition, because }) => ({
      name,
      tex: symbols.get(name)?.tex ?? name,
      meaning: `positive: ${because}`,
      definition: expressionJson(definition, setting),
    })),
    uses: [...(proof?.uses ?? [])],
  };
}

/** The letters of a response that are not the model's own. */
function lettersOf({ response }: Cell, { problem }: Table, setting: Setting): LetterRowJson[] {
  const { ring } = problem.system;
  return polynomialSymbols(response.numerator).flatMap((name) => {
    const declared = setting.symbols.get(name);
    const letter = ring.letters.get(name);
    if (!declared) return [];
    const definition =
      letter && letter.kind !== 'thinning' ? expressionJson(letter.definition, setting) : null;
    return [{ name, tex: declared.tex, meaning: declared.meaning, definition }];
  });
}

function responseJson(
  { response, quantity, parameter }: Cell,
  { problem }: Table,
  setting: Setting,
): ProofJson['response'] {
  const { model } = problem.system.setting;
  const isShape = model.parameters.some(({ name, role }) => name === parameter && role === 'shape');
  const top = quantity === 'profit' || quantity === 'price' ? quantity : `ln ${quantity}`;
  return {
    of: `d ${top} / d ${isShape ? '' : 'ln '}${parameter}`,
    numerator: expressionJson(polynomialTerm(response.numerator), setting),
    method: response.method,
  };
}

function proofJson(cell: Cell, table: Table, setting: Setting): ProofJson {
  return {
    response: responseJson(cell, table, setting),
    cases: cell.cases.map((one) => caseJson(one, setting)),
    hypotheses: [...hypothesesOf(cell, table)],
    letters: lettersOf(cell, table, setting),
  };
}

type WitnessJson = BoundaryJson['witnesses']['positive'];

/** The witness with as few digits as keep its sign before the referee. */
function witnessJson(witness: Witness | null, cell: Cell, { problem }: Table): WitnessJson {
  if (!witness) return null;
  const { model } = problem.system.setting;
  const rounded = [2, 3, 4].map((digits) =>
    Object.fromEntries(
      Object.entries(witness.params).map(([name, value]) => [name, Number(value.toPrecision(digits))]),
    ),
  );
  const kept = [...rounded, witness.params].find((params) => {
    const response = observe(model, params)?.response(cell.quantity, cell.parameter, cell.hold);
    return response !== undefined && response !== null && Math.sign(response) === Math.sign(witness.response);
  });
  const params = { ...(kept ?? witness.params) };
  const response =
    observe(model, params)?.response(cell.quantity, cell.parameter, cell.hold) ?? witness.response;
  const setting = Object.entries(params).map(([name, value]) => `${name}=${value}`);
  const hold = cell.hold === 'rho' ? ' --hold rho' : '';
  return {
    params,
    response: Number(response.toPrecision(3)),
    replay: `optimand optimize ${callOf(model)} --set ${setting.join(',')}${hold}`,
  };
}

function boundaryJson(cell: Cell, table: Table, found: Confrontation, setting: Setting): BoundaryJson | null {
  const { surface } = cell;
  if (!surface) return null;
  const { positive, negative } = found.witnesses;
  const curves = curvesOf(cell, table.problem);
  return {
    response: responseJson(cell, table, setting),
    surface: relationJson(relation(surface.term, '=', 0), setting),
    root: surface.root && relationJson(relation(symbol(surface.root.name), '=', surface.root.value), setting),
    cases: cell.cases.map((one) => caseJson(one, setting)),
    sides: cell.open.map(({ when, surface: here }) => ({
      when: when && factJson(when, setting),
      training: here.training && sideJson(here.training, setting),
      inference: here.inference && sideJson(here.inference, setting),
    })),
    letters: lettersOf(cell, table, setting),
    hypotheses: [...hypothesesOf(cell, table)],
    witnesses: { positive: witnessJson(positive, cell, table), negative: witnessJson(negative, cell, table) },
    drawn: curves.map(({ at, axes, points }) => ({
      at: { ...at },
      axes: [...axes],
      points: points.map(([v, w]) => [v, w]),
    })),
  };
}

function rowOf(cell: Cell, table: Table, found: Confrontation, setting: Setting): StaticsRow {
  const { quantity, parameter, hold, where } = cell;
  const sign = verdictOn(cell, found);
  const { witnesses: _, ...evidence } = found;
  const isShown = sign === '+' || sign === '-' || sign === '0';
  return {
    quantity,
    parameter,
    hold,
    where,
    ...premisesOf(table.problem.system.setting.model),
    sign,
    proof: isShown ? proofJson(cell, table, setting) : null,
    boundary: isShown ? null : boundaryJson(cell, table, found, setting),
    evidence,
    sentence: sentenceOf(cell, sign, found, setting.symbols),
  };
}

/**
 * The sign of the response of every quantity to every parameter: shown by sign algebra and held against the referee.
 * @throws OptimandError for an unknown variant, or one whose blocks are not covered.
 */
export async function statics(
  variant: Asked = 'baseline',
  options: StaticsOptions = {},
): Promise<StaticsReport> {
  const { hold = 'b', seed = DEFAULT_SEED, draws = STATICS_DRAWS, progress } = options;
  const model = variantOf(variant);
  if (hold === 'rho' && !canHoldRho(model))
    return fail({
      code: 'usage',
      what: `rho cannot be held in ${model.id}`,
      would: 'hold b, or use a model with a, b and alpha',
    });
  const table = tableOf(model, hold, options.where);
  const sightings = sightingsOf(table, { seed, draws, ...(progress ? { progress } : {}) });
  const setting: Setting = { symbols: symbolsOfProblem(table.problem), values: {} };
  const rows = table.cells.map((cell) => rowOf(cell, table, confront(cell, table, sightings), setting));
  return { symbols: setting.symbols, rows, warnings: warningsFor(table, sightings.list.length) };
}

/** What a reader of the table must know about where it holds. */
function warningsFor({ problem: { system, bendBecause } }: Table, optima: number): readonly string[] {
  const { model, where } = system.setting;
  const others = placesOf(model).filter((place) => place !== where);
  const told = others.map((place) => `--where ${place}`).join(' or ');
  return [
    ...(others.length > 0
      ? [`these are the signs ${whereHead(where)}; for other optima ask with ${told}`]
      : []),
    ...(model.kind === 'equilibrium'
      ? [
          `the responses are those of the symmetric equilibrium, ${bendBecause === 'stability' ? 'taken to be stable' : 'whose stability follows from the second-order condition of each seller'}; profit is one seller's and no envelope`,
        ]
      : []),
    ...(model.parameters.some(({ domain }) => domain.integer)
      ? ['whole numbers are moved as if they were real']
      : []),
    ...(optima === 0
      ? ['no draw has its optimum there, so nothing is held against the referee and all is undecided']
      : []),
  ];
}
