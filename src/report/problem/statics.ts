/** The sign matrix of a problem of another kind than a firm's: shown by sign algebra and held against the referee. */
import {
  type Measure,
  type ProblemCell,
  type ProblemTable,
  problemTables,
} from '../../derive/problem/statics.ts';
import type { Problem } from '../../economics/problem.ts';
import { fail } from '../../kernel/issues.ts';
import { ratioTerm } from '../../kernel/normal/to-term.ts';
import { polynomialSymbols } from '../../kernel/polynomial.ts';
import type { SymbolTable } from '../../kernel/symbols.ts';
import { optimiseProblem } from '../../numerics/program/optimise.ts';
import type { ProgramOptimum } from '../../numerics/program/outcome.ts';
import { drawProblem } from '../../numerics/program/pool.ts';
import { expressionJson, type Setting, type Values } from '../expression.ts';
import type { ProblemStaticsRow, StaticsSign } from '../schemas/statics.ts';
import type { StaticsOptions } from '../statics.ts';
import { DEFAULT_SEED } from '../version.ts';

const DRAWS = 120;
/** Below this an elasticity counts as zero. */
const LEVEL = 1e-9;

export interface ProblemStaticsReport {
  readonly rows: readonly ProblemStaticsRow[];
  readonly symbols: SymbolTable;
  readonly warnings: readonly string[];
}

type Sightings = readonly Readonly<Record<string, number>>[];

/**
 * By whole parameters: how the logarithm of each quantity moves when it is one larger, in the place of a slope; of one that is
 * not positive its change in units of its size.
 */
function stepsOf(
  problem: Problem,
  values: Values,
  { quantities, binding }: ProgramOptimum,
): Readonly<Record<string, number>> {
  const whole = problem.parameters.filter(({ domain }) => domain.integer);
  const pairs = whole.flatMap(({ name }): (readonly [string, number])[] => {
    const next = optimiseProblem(problem, { ...values, [name]: (values[name] ?? Number.NaN) + 1 });
    if (next.kind !== 'optimum' || next.binding.join() !== binding.join()) return [];
    return Object.entries(quantities).flatMap(([quantity, here]) => {
      const there = next.quantities[quantity] ?? Number.NaN;
      const step = here > 0 && there > 0 ? Math.log(there / here) : (there - here) / Math.abs(here);
      return Number.isFinite(step) ? [[`${quantity}/${name}`, step] as const] : [];
    });
  });
  return Object.fromEntries(pairs);
}

/** Elasticities at the referee's optima of the draws at which the table applies. */
function sightingsOf(
  problem: Problem,
  { system }: ProblemTable,
  seed: number,
  draws: number,
  progress?: (done: number) => void,
): Sightings {
  const binding = system.binding.map(({ constraint }) => constraint.id).join();
  return drawProblem(problem, seed, draws).flatMap((values, i, all) => {
    const found = optimiseProblem(problem, values);
    progress?.((i + 1) / all.length);
    if (found.kind !== 'optimum' || found.binding.join() !== binding) return [];
    return [{ ...found.elasticities, ...stepsOf(problem, values, found) }];
  });
}

function evidenceOf(
  { quantity, parameter, sign }: ProblemCell,
  seen: Sightings,
  seed: number,
  draws: number,
) {
  const values = seen.flatMap((one) => one[`${quantity}/${parameter}`] ?? []);
  const signs = values.map((value) => (Math.abs(value) < LEVEL ? 0 : Math.sign(value)));
  const count = (wanted: number): number => signs.filter((one) => one === wanted).length;
  const shown = sign === null ? null : { '+': 1, '-': -1, '0': 0 }[sign];
  return {
    seed,
    draws,
    optima: values.length,
    positive: count(1),
    negative: count(-1),
    level: count(0),
    // A response too small to be told from rounding speaks against neither sign.
    against: shown === null ? 0 : signs.filter((one) => one !== 0 && one !== shown).length,
  };
}

type Evidence = ProblemStaticsRow['evidence'];

const verdict = ({ sign }: ProblemCell, { positive, negative, against }: Evidence): StaticsSign =>
  sign !== null && against === 0
    ? sign
    : sign === null && positive > 0 && negative > 0
      ? 'changes'
      : 'undecided';

const VERBS = { '+': 'raises', '-': 'lowers', '0': 'does not move' } as const;

/** What letters mean: what is chosen as the problem says, whatever it is to the conditions. */
const meaningsOf = ({ variables }: Problem, symbols: SymbolTable): ReadonlyMap<string, string> =>
  new Map([...symbols.values(), ...variables].map(({ name, meaning }) => [name, meaning]));

function sentenceOf(
  { quantity, parameter }: ProblemCell,
  sign: StaticsSign,
  response: string,
  { optima, positive, negative }: Evidence,
  meanings: ReadonlyMap<string, string>,
): string {
  const told = (name: string): string => `${name} (${meanings.get(name) ?? 'a quantity'})`;
  if (sign === '+' || sign === '-' || sign === '0')
    return `An increase of ${told(parameter)} ${VERBS[sign]} ${told(quantity)}.`;
  const start = `An increase of ${told(parameter)} moves ${told(quantity)}`;
  return sign === 'changes'
    ? `${start} either way, as the sign of ${response} says.`
    : `${start} in a direction that is not shown: its summands differ in sign; of ${optima} optima it is up at ${positive} and down at ${negative}.`;
}

const MEASURED: Readonly<Record<Measure, (quantity: string) => string>> = {
  logarithm: (quantity) => `ln ${quantity}`,
  size: (quantity) => `${quantity}/|${quantity}|`,
  slope: (quantity) => quantity,
};

function rowOf(
  cell: ProblemCell,
  table: ProblemTable,
  meanings: ReadonlyMap<string, string>,
  seen: Sightings,
  seed: number,
  draws: number,
): ProblemStaticsRow {
  const { quantity, parameter, response, measure } = cell;
  const setting: Setting = { symbols: table.context.symbols, values: {} };
  const evidence = evidenceOf(cell, seen, seed, draws);
  const sign = verdict(cell, evidence);
  const used = [...polynomialSymbols(response.num), ...polynomialSymbols(response.den)];
  const value = expressionJson(ratioTerm(response), setting);
  const isShape = table.context.symbols.get(parameter)?.role === 'shape';
  const letters = [...new Set(used)].flatMap((name) => {
    const declared = setting.symbols.get(name);
    if (declared?.source !== 'comparative statics') return [];
    const definition = table.letters.find((one) => one.name === name);
    const { tex, meaning } = declared;
    return [{ name, tex, meaning, definition: definition ? expressionJson(definition.term, setting) : null }];
  });
  return {
    quantity,
    parameter,
    hold: null,
    where: table.where,
    sign,
    response: {
      of: `d ${MEASURED[measure](quantity)} / d ${isShape ? '' : 'ln '}${parameter}${measure === 'slope' ? ', times something positive' : ''}`,
      value,
    },
    letters,
    hypotheses: [
      'the amounts in the conditions are positive',
      ...(table.system.fault === null
        ? []
        : [`a solution of the conditions is the optimum (${table.system.fault})`]),
    ],
    evidence,
    sentence: sentenceOf(cell, sign, value.text, evidence, meanings),
  };
}

/** The sign matrix of a problem, where most constraints bind unless a place is named. @throws OptimandError */
export function problemStatics(problem: Problem, options: StaticsOptions = {}): ProblemStaticsReport {
  const { seed = DEFAULT_SEED, draws = DRAWS, where, hold, progress } = options;
  if (hold === 'rho')
    fail({ code: 'usage', what: `rho is no letter of ${problem.id}`, would: 'leave out --hold' });
  const tables = problemTables(problem);
  const table = where === undefined ? tables.at(-1) : tables.find((one) => one.where === where);
  if (!table) {
    const known = tables.map((one) => one.where).join(', ');
    if (where === undefined)
      return fail({
        code: 'refused',
        what: `No condition of ${problem.id} has both something to gain and something to pay, so no optimum is told by them`,
        where: 'comparative statics',
        would: 'check the signs of its summands, or declare letters positive',
      });
    return fail({
      code: 'usage',
      what: `"${where}" is no place of an optimum of ${problem.id}`,
      would: `known are ${known}`,
    });
  }
  const seen = sightingsOf(problem, table, seed, draws, progress);
  const meanings = meaningsOf(problem, table.context.symbols);
  const others = tables.filter((one) => one !== table).map((one) => `--where ${one.where}`);
  return {
    rows: table.cells.map((cell) => rowOf(cell, table, meanings, seen, seed, draws)),
    symbols: table.context.symbols,
    warnings: [
      ...(problem.kind === 'equilibrium'
        ? [
            `the responses are those of the symmetric equilibrium, in which all move together; ${problem.objectiveName} is one player's and no envelope`,
          ]
        : []),
      ...(others.length > 0
        ? [`these are the signs where ${table.where} holds; for other optima ask with ${others.join(' or ')}`]
        : []),
      ...(seen.length === 0
        ? ['no draw has its optimum there, so that nothing is held against the referee']
        : []),
    ],
  };
}
