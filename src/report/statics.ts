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
import type { Hold } from '../derive/statics/response.ts';
import type { Case } from '../derive/statics/signing.ts';
import type { Limit } from '../derive/statics/surface.ts';
import { type Cell, hypothesesOf, type Table, tableOf } from '../derive/statics/table.ts';
import type { SymbolTable } from '../kernel/symbols.ts';
import { symbolsOf, type Term } from '../kernel/term.ts';
import { expressionJson, factJson, relationJson, type Setting } from './expression.ts';
import type { BoundaryJson, LetterRowJson, ProofJson, ShownCaseJson, StaticsRow } from './schemas/statics.ts';
import { sentenceOf } from './statics-sentence.ts';
import { variantOf } from './variant.ts';
import { DEFAULT_SEED } from './version.ts';

/** Draws of the realistic box; at most of them the firm sells, and those are compared. */
export const STATICS_DRAWS = 400;

export interface StaticsOptions {
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

const sideJson = ({ sign, leading }: Limit, setting: Setting): BoundaryJson['sides'][number]['training'] => ({
  sign: sign === 'positive' ? '+' : sign === 'negative' ? '-' : sign === 'zero' ? '0' : null,
  leading: expressionJson(leading, setting),
});

function caseJson({ when, proof }: Case, setting: Setting): ShownCaseJson {
  const letters = Object.entries(proof?.letters ?? {});
  return {
    when: when && factJson(when, setting),
    sign: proof?.sign ?? null,
    conditions: (proof?.conditions ?? []).map((condition) => factJson(condition, setting)),
    summands: (proof?.summands ?? []).map(({ term }) => expressionJson(term, setting)),
    letters: letters.map(([name, term]) => ({ name, standsFor: expressionJson(term, setting) })),
    uses: (proof?.uses ?? []).map(({ because }) => because),
  };
}

function lettersOf(value: Term, { problem: { frame } }: Table, setting: Setting): LetterRowJson[] {
  return symbolsOf(value).flatMap((name) => {
    const declared = frame.context.symbols.get(name);
    const definition = frame.shares[name];
    if (!declared) return [];
    return [
      {
        name,
        tex: declared.tex,
        meaning: declared.meaning,
        definition: definition ? expressionJson(definition, setting) : null,
      },
    ];
  });
}

const UNITS: Readonly<Record<string, string>> = { profit: 'd(profit)/(M t)', price: 'd(price)/M' };

function responseJson(
  { response, quantity, parameter }: Cell,
  { problem }: Table,
  setting: Setting,
): ProofJson['response'] {
  const lower = problem.frame.reduced.model.parameters.find(({ name }) => name === parameter)?.domain.lower;
  const top = UNITS[quantity] ?? `d ln ${quantity}`;
  const of = `${top} per d ${lower && lower.at.num < 0n ? '' : 'ln '}${parameter}`;
  return {
    of,
    numerator: expressionJson(response.numerator, setting),
    denominator: expressionJson(response.denominator, setting),
    method: response.method,
  };
}

function proofJson(cell: Cell, table: Table, setting: Setting): ProofJson {
  return {
    response: responseJson(cell, table, setting),
    cases: cell.cases.map((one) => caseJson(one, setting)),
    hypotheses: [...hypothesesOf(cell, table.problem)],
    letters: lettersOf(cell.response.numerator, table, setting),
  };
}

type WitnessJson = BoundaryJson['witnesses']['positive'];

/** The witness with as few digits as keep its sign before the referee. */
function witnessJson(witness: Witness | null, cell: Cell, { problem }: Table): WitnessJson {
  if (!witness) return null;
  const { model } = problem.frame.reduced;
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
    replay: `optimand optimize ${model.id} --set ${setting.join(',')}${hold}`,
  };
}

function boundaryJson(cell: Cell, table: Table, found: Confrontation, setting: Setting): BoundaryJson | null {
  const { surface } = cell;
  if (!surface) return null;
  const { positive, negative } = found.witnesses;
  const rare = found.positive < found.negative ? positive : negative;
  const curves = curvesOf(surface.term, table.problem, rare?.params ?? null);
  return {
    response: responseJson(cell, table, setting),
    surface: relationJson(relation(surface.term, '=', 0), setting),
    root: surface.root && relationJson(relation('w', '=', surface.root), setting),
    cases: cell.cases.map((one) => caseJson(one, setting)),
    sides: cell.open.map(({ when, surface: here }) => ({
      when: when && factJson(when, setting),
      training: sideJson(here.training, setting),
      inference: sideJson(here.inference, setting),
    })),
    letters: lettersOf(surface.term, table, setting),
    hypotheses: [...hypothesesOf(cell, table.problem)],
    witnesses: { positive: witnessJson(positive, cell, table), negative: witnessJson(negative, cell, table) },
    drawn: curves.map(({ at, points }) => ({ at: { ...at }, points: points.map(([v, w]) => [v, w]) })),
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
export async function statics(variant = 'baseline', options: StaticsOptions = {}): Promise<StaticsReport> {
  const { hold = 'b', seed = DEFAULT_SEED, draws = STATICS_DRAWS, progress } = options;
  const model = variantOf(variant);
  const table = tableOf(model, hold);
  const sightings = sightingsOf(model, table.problem, { seed, draws, ...(progress ? { progress } : {}) });
  const setting: Setting = { symbols: table.problem.frame.context.symbols, values: {} };
  const rows = table.cells.map((cell) => rowOf(cell, table, confront(cell, table, sightings), setting));
  return { symbols: setting.symbols, rows, warnings: warningsFor(table) };
}

/** What a reader of the table must know about where it holds. */
function warningsFor({ problem: { frame } }: Table): readonly string[] {
  const { bound } = frame.reduced;
  if (!bound) return [];
  return [
    `these are the signs where the stock ${bound.letter} binds; where it does not, the signs are those of the compute-bound baseline and ${bound.letter} has no effect`,
  ];
}
